"""Every field that staff fill in says in a sentence what belongs in it."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.forms import BaseForm

from tracker import forms
from tracker.forms.reference import form_of
from tracker.models import REFERENCE

# They only choose what a page shows, in a line above it, and nothing of it is kept.
CHOOSERS = {"SheetForm", "QueueForm", "DayForm", "CompareForm", "SearchForm", "MissingForm"}
IN_ADDRESSES = {"KeyForm", "ReferenceForm"}  # read what an address holds; nobody sees a field
IN_A_TERMINAL = {"TerminalForm"}  # the command says what its options mean
WITHOUT = CHOOSERS | IN_ADDRESSES | IN_A_TERMINAL

# Tick boxes whose label is a whole sentence already.
SAID_BY_LABEL = {"names_north_koreans", "expects_reply", "is_chosen"}


def below(form: type[BaseForm]) -> Iterator[type[BaseForm]]:
    for one in form.__subclasses__():
        yield one
        yield from below(one)


def staff_forms() -> list[type[BaseForm]]:
    for path in sorted(Path(forms.__file__).parent.glob("*.py")):
        import_module(f"tracker.forms.{path.stem}")
    for noun in REFERENCE:
        form_of(noun)
    ours = {form for form in below(BaseForm) if form.__module__.startswith("tracker.forms.")}
    return sorted(ours, key=lambda form: form.__name__)


def silent_fields(form: type[BaseForm]) -> list[str]:
    asked = {name: field for name, field in form.base_fields.items() if not field.widget.is_hidden}
    return [
        name
        for name, field in asked.items()
        if not str(field.help_text).endswith(".") and name not in SAID_BY_LABEL
    ]


def test_every_field_says_what_belongs_in_it() -> None:
    found = {form.__name__: silent_fields(form) for form in staff_forms()}

    assert {name: silent for name, silent in found.items() if silent and name not in WITHOUT} == {}
