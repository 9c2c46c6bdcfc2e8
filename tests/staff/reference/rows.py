"""What a person types for each noun of the reference data."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tracker.models import REFERENCE, ReferenceNoun

KEPT = [noun for noun in REFERENCE if not noun.entered_at]


by_noun = pytest.mark.parametrize("noun", KEPT, ids=lambda noun: noun.name)


TYPED: dict[str, dict[str, Any]] = {  # what a person types for each noun, and what breaks it
    "treaties": {
        "short_name": "ICCPR", "title": "Covenant on Civil and Political Rights", "kind": "treaty",
        "aliases": "CCPR\nCovenant, civil", "adopted_on": "1966-12-16", "certainty": "seen",
        "sort_order": "5",
    },
    "articles": {"treaty": "crc", "number": "9(1)", "parent": "CRC 9", "subject": "Parents"},
    "treaty-actions": {
        "treaty": "crc", "kind": "ratification", "done_on": "1992-03-02", "sources": "A/1\nlaw",
        "certainty": "seen",
    },
    "norms": {"name": "Non-refoulement", "description": "Nobody is sent.", "articles": "CRC 9"},
    "mechanisms": {
        "short_name": "CRC", "name": "Committee", "kind": "treaty-body", "treaty": "crc",
        "sort_order": "3",
    },
    "milestones": {
        "title": "Report due", "kind": "report-due", "cycle": "crc-1", "due_on": "2027",
        "certainty": "derived", "sources": "law",
    },
    "totals": {
        "cycle": "crc-1", "basis": "un-numbering", "category": "accepted / 接受", "count": "290",
        "source": "A/1", "certainty": "seen", "order": "1",
    },
    "organisations": {
        "name": "Database Center", "acronym": "NKDB", "kind": "ngo", "certainty": "seen",
        "aliases": "북한인권정보센터\nCenter, Database", "website": "nkdb.org", "members": ["hrw"],
    },
    "themes": {"name": "Asylum", "aliases": "庇护", "sort_order": "1"},
    "groups": {"name": "Children", "sort_order": "1"},
    "synonyms": {"en": "refoulement\nforced return", "ko": "강제송환", "zh": "遣返"},
}  # fmt: skip


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "treaties": ({"short_name": "CRC"}, "There already is another treaty with this"),
    "articles": ({"parent": "CAT 3"}, "Choose an article of the same treaty."),
    "treaty-actions": ({"sources": "A/1\nA/2\nA/3"}, "There is no document “A/2”."),
    "norms": ({"articles": "CRC 9\nCRC 99"}, "has no article “99” here"),
    "mechanisms": ({"treaty": "nothing"}, "Select a valid choice"),
    "milestones": ({"done_on": "2999"}, "is still to come"),
    "totals": ({"count": "many"}, "Enter a whole number."),
    "organisations": ({"regional_group": "african"}, "Only a State belongs to a regional group."),
    "themes": ({"name": " "}, "Fill in “Name”."),
    "groups": ({"aliases": "x" * 121}, "has more than 120 characters"),
    "synonyms": ({"ko": "", "zh": "", "en": "one"}, "A set needs two terms or more."),
}


CHANGED = {
    "treaties": "title", "articles": "subject", "treaty-actions": "note", "norms": "description",
    "mechanisms": "name", "milestones": "title", "totals": "part_of", "organisations": "name",
    "themes": "name", "groups": "name", "synonyms": "en",
}  # fmt: skip


def typed(noun: ReferenceNoun, **changes: Any) -> dict[str, Any]:
    return TYPED[noun.name] | changes


def enter(browser: Client, noun: ReferenceNoun, **changes: Any) -> Any:
    return browser.post(reverse("staff:reference_new", args=[noun.name]), typed(noun, **changes))


def address(page: str, noun: ReferenceNoun, row: Any) -> str:
    return reverse(f"staff:reference_{page}", args=[noun.name, noun.address(row)])
