"""
The nouns of the workspace's reference data, each described once.

Forms, lists, histories and actions are the same for all of them and read what differs from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from .articles import Article
from .certainty import HOW_SURE
from .documents import Document
from .mechanisms import Mechanism
from .norms import Norm
from .organisations import Organisation
from .reviews import Milestone, OfficialTotal, ReviewCycle
from .synonyms import Synonym
from .treaties import Treaty, TreatyAction
from .vocabularies import AffectedGroup, Theme


@dataclass(frozen=True, eq=False)
class ReferenceNoun:
    """
    A kind of row that coordinators keep: `name` is its word in addresses, `about` says what it is.

    `key` leads to what names a row there and never changes: made of the words of `named_by` when
    it is entered, or else of the `fixed` fields, which can be filled in only then. `needed` are
    fields that the model lets be empty and a person may not, `past` dates of what has happened.
    `line` and `search` are what a list says of a row and finds it by. `entered_at` names the page
    of a noun that has its own, `example` a row for who sees none yet.
    """

    name: str
    model: type[models.Model]
    about: str
    key: tuple[str, ...]
    fields: tuple[str, ...]
    line: tuple[str, ...]
    search: tuple[str, ...]
    named_by: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    helps: Mapping[str, str] = field(default_factory=dict)
    entered_at: str = ""
    example: str = ""

    @property
    def one(self) -> str:
        """What one row is called: treaty action."""
        return str(self.model._meta.verbose_name)

    @property
    def many(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    def address(self, row: models.Model) -> str:
        """What names a row in addresses: `cat`, or `cat/3-1` for an article."""
        return "/".join(str(_led_to(row, path)) for path in self.key)

    def label(self, name: str) -> str:
        """What a field is called, with a capital."""
        plain = getattr(self.model._meta.get_field(name), "verbose_name", name)
        words = self.labels.get(name) or str(plain)
        return words[:1].upper() + words[1:]


def _led_to(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name)
    return row


_LIST = "One in each line."
_SOURCES = "Documents by symbol or short name, one in each line."
_ORDER = "A small number stands first; those with the same go by name."
_SURE = {"certainty": "How sure it is"}
_IS_SURE = {"certainty": HOW_SURE}

REFERENCE = [
    ReferenceNoun(
        "treaties", Treaty,
        "Treaties, protocols and declarations whose articles are invoked.",
        key=("code",), named_by=("short_name",), past=("adopted_on",),
        fields=(
            "short_name", "title", "kind", "aliases", "adopted_on", "in_force_on",
            "series_reference", "has_official_headings", "certainty", "sort_order", "translations",
        ),
        line=("title", "kind"), search=("short_name", "title", "code", "aliases"),
        labels=_SURE | {
            "short_name": "Short name", "aliases": "Other names", "adopted_on": "Adopted on",
            "in_force_on": "In force since", "series_reference": "Treaty series",
            "has_official_headings": "Its articles carry official headings",
            "sort_order": "Place in lists",
        },
        helps={
            "short_name": "As it is cited here, such as CAT or Refugee Convention.",
            "title": "As the authentic text has it.", "kind": "What sort of instrument it is.",
            "series_reference": "Such as 189 UNTS 137.",
            "aliases": f"{_LIST} People who write one of them mean this treaty.",
            "has_official_headings": "In the authentic text.", "sort_order": _ORDER,
        } | _IS_SURE,
        example="Convention against Torture, short name CAT",
    ),
    ReferenceNoun(
        "articles", Article,
        "Provisions of treaties, down to the paragraph that is invoked.",
        key=("treaty__code", "slug"), fixed=("treaty", "number"), needed=("number",),
        fields=(
            "treaty", "number", "parent", "subject", "is_heading", "relevance", "translations",
        ),
        line=("subject",), search=("treaty__short_name", "treaty__code", "number", "subject"),
        labels={"parent": "Part of", "is_heading": "The subject is the official heading"},
        helps={
            "treaty": "The treaty that it stands in. It never changes.",
            "number": "As it is cited: 33, 33(1), 1A(2). It never changes.",
            "parent": "The article that it is a paragraph of: CAT 3. Empty for a whole article.",
            "subject": "What it is about, in a few words.",
            "is_heading": "Tick only if the treaty itself has these words above the article.",
        },
        example="CAT 3, about returns to torture",
    ),
    ReferenceNoun(
        "treaty-actions", TreatyAction,
        "What China did about a treaty: signed, ratified, acceded, reserved.",
        key=("key",), named_by=("treaty", "kind", "done_on"),
        fields=(
            "treaty", "kind", "done_on", "article", "note", "sources", "certainty", "translations",
        ),
        line=("done_on", "article", "certainty"),
        search=("treaty__short_name", "treaty__code", "note", "key", "kind"),
        labels=_SURE | {"done_on": "Done on", "article": "Provision"},
        helps={
            "treaty": "The treaty that China did it about.", "kind": "What China did.",
            "article": "Such as 29(1), where it is about a single one.",
            "sources": _SOURCES, "note": "In our own words.",
        } | _IS_SURE,
        example="China’s ratification of CAT",
    ),
    ReferenceNoun(
        "norms", Norm,
        "Rules that articles of several treaties state, such as non-refoulement.",
        key=("slug",), named_by=("name",),
        fields=("name", "description", "articles", "translations"),
        line=("description",), search=("name", "description", "slug"),
        helps={
            "name": "What lawyers call the rule, such as non-refoulement.",
            "description": "The rule in a sentence, in our own words.",
            "articles": "Articles that state it, one in each line: CAT 3.",
        },
        example="non-refoulement, stated by CAT 3 and Refugee Convention 33",
    ),
    ReferenceNoun(
        "mechanisms", Mechanism,
        "UN procedures and bodies that review States or address them.",
        key=("code",), named_by=("short_name",),
        fields=(
            "short_name", "name", "kind", "treaty", "expects_reply", "description", "translations",
            "sort_order",
        ),
        line=("name", "kind"), search=("short_name", "name", "code"),
        labels={
            "short_name": "Short name", "treaty": "Treaty that it monitors",
            "expects_reply": "It asks the State to take a position on each item",
            "sort_order": "Place in lists",
        },
        helps={
            "short_name": "As lists name it, such as UPR.", "name": "Its name in full.",
            "kind": "What sort of procedure or body it is.",
            "treaty": "Of a treaty body: the treaty whose observance it monitors.",
            "description": "What it does, in our own words.",
            "sort_order": _ORDER, "expects_reply": "As the Universal Periodic Review does.",
        },
        example="Universal Periodic Review, short name UPR",
    ),
    ReferenceNoun(
        "reviews", ReviewCycle,
        "Turns of a mechanism on China, held or to come. Whoever records enters them.",
        key=("slug",), fields=(), line=("mechanism", "reviewed_on", "certainty"),
        search=("name", "slug", "session", "outcome_symbol", "mechanism__short_name"),
        entered_at="cycle",
        example="UPR 4th cycle (45th session)",
    ),
    ReferenceNoun(
        "documents", Document,
        "Sources. Whoever records enters them; readers see them with what names them.",
        key=("slug",), fields=(), line=("title", "kind", "published_on"),
        search=("title", "symbol", "slug", "cycle__name"), entered_at="document",
        example="A/HRC/56/6, a Working Group report",
    ),
    ReferenceNoun(
        "milestones", Milestone,
        "Dates in or after a review: what is due, and when it was done.",
        key=("key",), named_by=("mechanism", "cycle", "kind", "due_on"), needed=("due_on",),
        past=("done_on",),
        fields=(
            "title", "kind", "mechanism", "cycle", "due_on", "due_until", "done_on", "is_expected",
            "note", "sources", "certainty", "translations",
        ),
        line=("kind", "due_on", "done_on", "certainty"),
        search=("title", "key", "cycle__name", "mechanism__short_name", "note"),
        labels=_SURE | {
            "cycle": "Review cycle", "due_on": "Due on", "due_until": "Or until",
            "done_on": "Done on", "is_expected": "The date is expected by us",
        },
        helps={
            "title": "What is due, in a few words.", "kind": "What is due, and from whom.",
            "mechanism": "The procedure that it belongs to.",
            "cycle": "The review that it belongs to, if it is of one.",
            "note": "What a reader should know beside it, in our own words.",
            "done_on": "Empty as long as it is not done: what is overdue shows on the workspace.",
            "due_until": "The last day that is not late, where it is a span.",
            "sources": _SOURCES,
        } | _IS_SURE,
        example="a mid-term report, due in 2026",
    ),
    ReferenceNoun(
        "totals", OfficialTotal,
        "How many recommendations a review made, by the State’s own categories.",
        key=("cycle__slug", "basis", "category"), fixed=("cycle", "basis", "category"),
        fields=("cycle", "basis", "category", "part_of", "count", "source", "certainty", "order"),
        line=("basis", "count", "source"), search=("cycle__name", "cycle__slug", "category"),
        labels=_SURE | {
            "cycle": "Review cycle", "basis": "Counted", "part_of": "Part of the category",
            "order": "Place in the table",
        },
        helps={
            "cycle": "The review whose recommendations are counted.",
            "basis": "How they are counted: the two ways give other numbers.",
            "category": "China’s own word; “all” for the total.",
            "part_of": "The category that this one is within, if any.",
            "count": "How many the document gives.",
            "source": "The document that gives it, by symbol or short name.",
            "order": "A small number stands first.",
        } | _IS_SURE,
        example="UPR 4th cycle, all: 428, from A/HRC/56/6",
    ),
    ReferenceNoun(
        "organisations", Organisation,
        "Bodies that ask, answer, report or assess: NGOs, coalitions, UN bodies, States.",
        key=("slug",), named_by=("name",), past=("founded_on", "ecosoc_since"),
        fields=(
            "name", "acronym", "aliases", "kind", "country", "founded_on", "ecosoc_status",
            "ecosoc_since", "regional_group", "website", "members", "description",
            "translations",
        ),
        line=("acronym", "kind", "country"), search=("name", "acronym", "slug", "aliases"),
        labels={
            "aliases": "Other names", "country": "Country", "founded_on": "Founded",
            "ecosoc_since": "ECOSOC status since", "regional_group": "UN regional group",
        },
        helps={
            "name": "As the organisation writes it in English.",
            "acronym": "As it is cited in lists, such as HRW.",
            "kind": "What sort of body it is; an NGO that unites others is a coalition.",
            "ecosoc_status": "Its standing with the UN’s Economic and Social Council.",
            "website": "Its own address, from https:// on.",
            "aliases": f"{_LIST} Names in Korean or Chinese, earlier names, other spellings.",
            "regional_group": "Of States only.", "members": "Of a coalition.",
            "description": "What it is, in our words. No private person’s name.",
        },
        example="Human Rights Watch, acronym HRW",
    ),
    ReferenceNoun(
        "themes", Theme, "What asks are about: one list of terms, OHCHR’s where it has one.",
        key=("code",), named_by=("name",),
        fields=("name", "aliases", "description", "sort_order", "translations"),
        line=("description",), search=("name", "code", "aliases"),
        labels={"aliases": "Other names", "sort_order": "Place in lists"},
        helps={
            "name": "As filters and pages show it.", "description": "What falls under it.",
            "aliases": _LIST, "sort_order": _ORDER,
        },
        example="asylum procedures",
    ),
    ReferenceNoun(
        "groups", AffectedGroup, "Whom asks are about: one list of terms.",
        key=("code",), named_by=("name",), fields=("name", "aliases", "sort_order", "translations"),
        line=("aliases",), search=("name", "code", "aliases"),
        labels={"aliases": "Other names", "sort_order": "Place in lists"},
        helps={"name": "As filters and pages show it.", "aliases": _LIST, "sort_order": _ORDER},
        example="children of escapees",
    ),
    ReferenceNoun(
        "synonyms", Synonym, "Terms that a search takes for one another, in three languages.",
        key=("key",), named_by=("en", "ko", "zh"), fields=("en", "ko", "zh"),
        line=("en", "ko", "zh"), search=("key", "en", "ko", "zh"),
        labels={"en": "English", "ko": "Korean", "zh": "Chinese"},
        helps=dict.fromkeys(("en", "ko", "zh"), "Terms that mean the same, one in each line."),
        example="refoulement and forced return",
    ),
]  # fmt: skip
REFERENCE_BY_NAME = {noun.name: noun for noun in REFERENCE}
