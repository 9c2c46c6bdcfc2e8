"""Many asks at once: of one document, or the limbs of one item. All of them are saved, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.base import Conflict
from tracker.actions.recommendations import draft_recommendations
from tracker.actions.relations import split_recommendation
from tracker.filters.similar import Asked, Similar
from tracker.lib.pasted import last_bracket
from tracker.models import Document, Recommendation, User

from .alike import not_seen, references
from .asks import EXPLICIT, MOST, AskForm, PasteForm, ask_rows, typed_asks
from .fields import SeenField
from .recommendations import CHINA, KEPT, RecommendationForm, plain

NOT_SAID = {"names_north_koreans": False}  # it would be of every ask


class SharedForm(RecommendationForm):
    """What all asks of a document have in common."""

    class Meta(RecommendationForm.Meta):
        fields = [*KEPT, "themes", "affected_groups"]

    expected = over = reason = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        made_by = self.fields["made_by"]
        made_by.required = False
        made_by.help_text = "Of every ask whose row names nobody else; a semicolon between two."

    def shared(self) -> dict[str, Any]:
        return {name: plain(self.cleaned_data[name]) for name in self._meta.fields or []}


class Table:
    """
    Rows of asks, saved together; what is refused stands at its row, or else in `faults`.

    Asking for another row keeps all that was typed, and checks nothing yet; `came` is then the
    number of the first row that came, to be read next. `similar` holds, after `save`, the rows that
    may repeat a record which was not seen yet.
    """

    names_makers = True

    def __init__(self, data: Any, first: Sequence[dict[str, str]] = ()) -> None:
        self.result: list[Recommendation] = []
        self.conflict: Conflict | None = None
        self.faults: list[str] = []
        self.came = 0
        self.similar: list[tuple[int, AskForm, list[Similar]]] = []
        self.is_bound = data is not None and not {"add", "split"} & set(data)
        if self.is_bound:
            self.rows = ask_rows(data)
        else:
            more = [{"basis": EXPLICIT}] if data is not None and "add" in data else []
            kept = first if data is None else typed_asks(data)
            self.rows = ask_rows(first=[*kept, *more][:MOST])
            self.came = len(self.rows.forms) if more else 0

    @property
    def filled(self) -> list[AskForm]:
        return [form for form in self.rows.forms if not form.is_empty]

    def is_valid(self) -> bool:
        if not self.rows.is_valid():
            return False
        if not self.filled:
            self.faults.append("Write at least one ask: a title and what is asked.")
        return not self.faults

    def are_others(
        self, seen: set[str], document: Document, item: Recommendation | None = None
    ) -> bool:
        """Whether each row is like no record, or like none but those that the person has seen."""
        given = [form.cleaned_data for form in self.filled]
        asks = [Asked(row["text"], row["title"], document.pk, row["locator"]) for row in given]
        found = not_seen(asks, seen, item=item)
        numbers = {form.prefix: number for number, form in enumerate(self.rows.forms, 1)}
        rows = zip(self.filled, found, strict=True)
        self.similar = [(numbers[form.prefix], form, alike) for form, alike in rows if alike]
        return not self.similar

    @property
    def shown(self) -> str:
        """The references that the page shows as similar, as `seen` takes them."""
        return references([alike for _, _, alike in self.similar])

    def write(self, action: Callable[..., list[Recommendation]], **given: Any) -> bool:
        """Call the action; False means that nothing was written."""
        try:
            self.result = action(**given)
        except Conflict as conflict:
            self.conflict = conflict
            self.faults.append(str(conflict))
        except ValidationError as error:
            self._take_over(error)
        return bool(self.result)

    def _take_over(self, error: ValidationError) -> None:
        for place, messages in error.update_error_dict({}).items():
            if place.isdecimal():
                self.filled[int(place)].add_error(None, messages)
            else:
                self.faults += [str(message) for one in messages for message in one]


class Several(Table):
    """Asks of one document: what they share, what was pasted, and a row for each."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.paste = PasteForm(data if data is not None and "split" in data else None)
        self.form = SharedForm(data if self.is_bound else None, initial=CHINA | NOT_SAID)
        if data is not None and not self.is_bound:
            self.form = SharedForm(initial=_typed_shared(data))
            if "split" in data:
                self._split(data)
            else:
                self.paste = PasteForm(initial={n: data.get(n, "") for n in PasteForm.base_fields})

    def _split(self, data: Any) -> None:
        """Add a row for each pasted ask to those that are in the table already."""
        if not self.paste.is_valid():
            return
        typed = [row for row in typed_asks(data) if row["title"].strip() or row["text"].strip()]
        rows = [*typed, *self.paste.rows(str(data.get("cycle", "")))]
        if len(rows) > MOST:
            message = f"With those in the table these are {len(rows)} asks. At most {MOST} at once."
            self.paste.add_error("pasted", message)
            return
        self.rows = ask_rows(first=rows)
        self.came = len(typed) + 1
        self.paste = PasteForm(initial={"before": self.paste.cleaned_data["before"]})

    def save(self, *, by: User) -> bool:
        """Enter every row as a draft; False leaves all as it was typed, with what is wrong."""
        if not self.is_bound:
            return False
        both = [self.form.is_valid(), self.is_valid()]
        if all(both):
            both.append(self._is_made_by_somebody())
        if not all(both):
            return False
        given = self.form.cleaned_data
        if not self.are_others(given["seen"], given["document"]):
            return False
        shared = self.form.shared()
        several = [shared | form.values() for form in self.filled]
        return self.write(draft_recommendations, several=several, by=by)

    def _is_made_by_somebody(self) -> bool:
        alone = [form for form in self.filled if not form.cleaned_data["made_by"]]
        if not alone or self.form.cleaned_data["made_by"]:
            return True
        for form in alone:
            form.add_error("made_by", _who_is_missing(form.cleaned_data["text"]))
        return False


def _who_is_missing(text: str) -> str:
    bracket = last_bracket(text)[1]
    unknown = f"“{bracket}”, in brackets at its end, is no organisation here. " if bracket else ""
    return f"{unknown}Write who asks for this, or under “What they share” who asks for the rest."


def _typed_shared(data: Any) -> dict[str, Any]:
    lists = {"themes", "affected_groups"}
    names = SharedForm.base_fields
    return {name: data.getlist(name) if name in lists else data.get(name) for name in names}


class Split(Table):
    """The limbs of an item that asks several things, each to be entered as a draft."""

    names_makers = False

    def __init__(self, item: Recommendation, data: Any = None) -> None:
        empty = {"locator": item.locator, "basis": EXPLICIT}
        super().__init__(data, [empty, empty])
        self.item = item
        self.expected = VersionForm(data or {"expected": item.version})

    def save(self, *, by: User) -> bool:
        """Enter every row as a limb; False leaves all as it was typed, with what is wrong."""
        if not self.is_bound or not self.is_valid():
            return False
        self.expected.is_valid()
        given = self.expected.cleaned_data
        if not self.are_others(given.get("seen", set()), self.item.document, self.item):
            return False
        read = given.get("expected", 0)
        limbs = [form.values() for form in self.filled]
        return self.write(
            split_recommendation, recommendation=self.item, limbs=limbs, expected=read, by=by
        )


class VersionForm(forms.Form):
    """The version of a record that a person has read, and the similar ones they were shown."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    seen = SeenField(required=False)
