import pytest

from tracker.forms.widgets import LetterRadios

RADIOS = LetterRadios({"noted": ("N", "Noted")}, choices=[("noted", "Noted")])


@pytest.mark.parametrize(("attrs", "belongs"), [({}, ""), ({"form": "R-1"}, ' form="R-1"')])
def test_a_radio_belongs_to_the_form_around_it_unless_another_is_named(attrs, belongs):
    shown = RADIOS.render("position", "noted", attrs | {"id": "p"})

    assert f'id="p-0"{belongs} aria-keyshortcuts="N" checked>' in shown
    assert shown.count("form=") == bool(belongs)
