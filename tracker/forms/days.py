from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from tracker.filters.as_of import EARLIEST
from tracker.filters.days import Asked, Day
from tracker.filters.tracked import nouns
from tracker.models import User

from .colleagues import PersonField


class DayForm(forms.Form):
    """Which steps of which day somebody wants to read; without a day, today's."""

    day = forms.DateField(
        label="Day",
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "This is no date. Write it as 2024-01-23."},
    )
    by = PersonField(label="Person", required=False, empty_label="Everybody")
    kind = forms.ChoiceField(label="Records of the kind", required=False)

    def __init__(self, data: Any, *, today: dt.date) -> None:
        super().__init__({"day": today.isoformat(), **{n: v for n, v in data.items() if v}})
        self.today = today
        kind: Any = self.fields["kind"]
        words = {
            noun: str(model._meta.verbose_name).capitalize() for noun, model in nouns().items()
        }
        kind.choices = [("", "Any kind"), *sorted(words.items(), key=lambda choice: choice[1])]
        by: Any = self.fields["by"]
        by.offer(sorted(Day(Asked(self.shown)).people(), key=str))

    @property
    def shown(self) -> dt.date:
        """The day asked for, or today."""
        try:
            day = self.fields["day"].clean(self.data.get("day"))
        except forms.ValidationError:
            return self.today
        return max(min(day, self.today), EARLIEST) if day else self.today

    def clean_day(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["day"]
        if day and day > self.today:
            raise forms.ValidationError(
                "That day is still to come. Choose today or an earlier day."
            )
        return day

    @property
    def steps(self) -> Day:
        """What was asked for; what is wrong in the question is left out, and the form says so."""
        self.is_valid()
        person: User | None = self.cleaned_data.get("by")
        noun = self.cleaned_data.get("kind") or ""
        return Day(Asked(self.shown, by=person.pk if person else None, noun=noun))

    @property
    def before(self) -> dt.date:
        return self.shown - dt.timedelta(days=1)

    @property
    def after(self) -> dt.date | None:
        """The next day, unless it is still to come."""
        return self.shown + dt.timedelta(days=1) if self.shown < self.today else None
