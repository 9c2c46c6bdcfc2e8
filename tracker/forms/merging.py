"""What somebody typed, beside what a colleague has saved meanwhile, and how both become one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django import forms

from tracker.lib.merging import Side, who_changed

from .base import ModelActionForm

Sent: TypeAlias = list[str]  # what a browser sends of a field


@dataclass(frozen=True)
class Difference:
    """One field in which two versions differ: both in words, and which to take (or "")."""

    name: str
    label: str
    theirs: str
    mine: str
    side: Side
    taken: str
    their_language: str = ""
    my_language: str = ""

    @property
    def control(self) -> str:
        """What the choice is called in a form."""
        return f"take-{self.name}"

    @property
    def is_contested(self) -> bool:
        return self.side is Side.BOTH


@dataclass(frozen=True)
class Beside:
    """What belongs to the record but is no field of the form: `theirs` is sent if it is taken."""

    label: str
    now: Sent
    typed: Sent = field(default_factory=list)
    theirs: Mapping[str, str] = field(default_factory=dict)


class MergingForm(ModelActionForm):
    """
    A form of a record that a colleague may change while somebody types.

    `began` marks what each field said when the person began, so that after a Conflict it is known
    who has changed it. The choice comes back as `take-<field>`, and `over` with the mark of the
    version that it was made of. What only one of both changed is taken without a choice.
    """

    apart = frozenset({"reason"})  # of the change, not of the record
    quoted: frozenset[str] = frozenset()  # in the record's language
    why_not_merged = ""
    data: Any

    began = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.beside: dict[str, Beside] = {}
        self.initial.setdefault("began", self._began)  # unless it is what was typed, shown again

    def _began(self) -> str:
        if not self.instance.pk:
            return ""
        return " ".join(f"{name}:{_mark(sent)}" for name, sent in self._now().items())

    def full_clean(self) -> None:
        """Merge first, once everything is decided; without that nothing is saved."""
        if self.is_bound and self.instance.pk and self.data.get("over"):
            self.why_not_merged = self._missing()
            if not self.why_not_merged:
                self._merge()
        super().full_clean()
        if self.why_not_merged:
            self.add_error(None, self.why_not_merged)

    def _missing(self) -> str:
        if not self.is_of_now():
            return "It was changed once more meanwhile. Look at both versions again."
        open_ = [line.label for line in self.differences if line.is_contested and not line.taken]
        return f"Choose yours or theirs: {', '.join(open_)}." if open_ else ""

    def is_of_now(self) -> bool:
        """Whether the choice was made of the version that is there now."""
        return bool(self.data.get("over") == str(self.mark_now))

    def _merge(self) -> None:
        data = self.data.copy()
        for line in self.differences:
            if line.taken == Side.THEIRS:
                self.take(line.name, data)
        self.data = data

    def take(self, name: str, data: Any) -> None:
        """Put the colleague's version of a field in place of what was typed."""
        if name in self.beside:
            for key, value in self.beside[name].theirs.items():
                data[key] = value
        elif sent := self._now()[name]:
            data.setlist(name, sent)
        else:
            data.pop(name, None)

    @property
    def is_met(self) -> bool:
        """Whether a colleague's version stands against this one."""
        return bool(self.conflict or self.why_not_merged)

    @property
    def mark_now(self) -> Any:
        """The mark of the colleague's version that is shown."""
        return self.initial.get("expected", "")

    @property
    def differences(self) -> list[Difference]:
        """The fields in which the record now and what was typed differ; first what is open."""
        began = dict(_parted(self.data.get("began", "")))
        now, typed = self._now(), self._typed()
        sides = {
            name: who_changed(began.get(name), _mark(now[name]), _mark(typed[name]))
            for name in typed
        }
        found = [
            self._difference(name, side, now, typed)
            for name, side in sides.items()
            if side is not Side.NOBODY
        ]
        return sorted(found, key=lambda line: not line.is_contested)

    @property
    def contested(self) -> str:
        """The fields that both changed, as the page of a conflict sends them back."""
        return " ".join(line.name for line in self.differences if line.is_contested)

    def _difference(
        self, name: str, side: Side, now: Mapping[str, Sent], typed: Mapping[str, Sent]
    ) -> Difference:
        beside, taken = self.beside.get(name), self.data.get(f"take-{name}", "")
        if side is not Side.BOTH:
            taken = taken or side.value
        elif name not in self.data.get("contested", "").split():
            taken = ""  # typed after the choice was offered: it was of another version
        taken = taken if taken in set(Side) else ""
        language = "language" if name in self.quoted else ""
        return Difference(
            name=name,
            label=beside.label if beside else str(self[name].label),
            theirs=self._words(name, now[name]),
            mine=self._words(name, typed[name]),
            side=side,
            taken=taken,
            their_language="".join(now.get(language, [])),
            my_language="".join(typed.get(language, [])),
        )

    def _compared(self) -> Iterator[str]:
        for bound in self:
            if not (bound.is_hidden or bound.field.disabled or bound.name in self.apart):
                yield bound.name

    def _now(self) -> dict[str, Sent]:
        """What each field would send of the record as it is now."""
        found = {name: beside.now for name, beside in self.beside.items()}
        for name in self._compared():
            given = self.fields[name]
            value = given.prepare_value(self.get_initial_for_field(given, name))
            found[name] = _sent(given.widget, value)
        return found

    def _typed(self) -> dict[str, Sent]:
        found = {
            name: _sent(self.fields[name].widget, self[name].data) for name in self._compared()
        }
        return found | {name: beside.typed for name, beside in self.beside.items()}

    def _words(self, name: str, sent: Sent) -> str:
        given: Any = self.fields.get(name)
        if given and isinstance(given.widget, forms.CheckboxInput):
            return "Yes" if sent else "No"
        words: dict[str, str] = {}
        for key, label in getattr(given, "choices", []):
            group = label if isinstance(label, list | tuple) else [(key, label)]
            words |= {str(one): str(shown) for one, shown in group}
        return ", ".join(words.get(one, one) for one in sent)


def _sent(widget: Any, value: Any) -> Sent:
    """A value as a browser sends it, but for white space around it, line ends and the order."""
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    shown = widget.format_value(value)
    several = shown if isinstance(shown, list | tuple) else [shown]
    texts = [str(one).replace("\r\n", "\n").strip() for one in several if one is not None]
    return sorted(filter(None, texts))


def _mark(sent: Sent) -> str:
    return hashlib.sha256("\0".join(sent).encode()).hexdigest()[:16]


def _parted(marks: str) -> Iterator[tuple[str, str]]:
    for pair in marks.split():
        name, _, mark = pair.partition(":")
        yield name, mark
