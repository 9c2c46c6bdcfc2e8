"""The records we ship hold every fact of the tables they were taken from, and no rule is broken.

A table is named as its section is: A, what the four submissions contain; B, what is known from
other sources. A fact's id there is the `origin` of our row, or the beginning of its key.
"""

import re

import pytest

from tracker.models import (
    Article,
    Citation,
    Development,
    Document,
    Invocation,
    Mechanism,
    Milestone,
    Note,
    OfficialTotal,
    Organisation,
    Position,
    Recommendation,
    Relation,
    Response,
    ReviewCycle,
    Theme,
    Treaty,
    TreatyAction,
)

pytestmark = pytest.mark.usefixtures("seeded")


def origins(model, pattern):
    """The different ids that rows of a model come from; a limb comes from its item."""
    found = model.objects.exclude(origin="").values_list("origin", flat=True)
    ids = {re.sub(r"(?<=[a-z0-9)])-\d$", "", part) for o in found for part in o.split(" / ")}
    return {id_ for id_ in ids if re.fullmatch(pattern, id_)}


def keys(model, pattern, field="key"):
    found = model.objects.values_list(field, flat=True)
    return {key for key in found if re.fullmatch(pattern, key)}


def held(model, field, *wanted):
    """Those of the wanted keys that we hold."""
    return set(model.objects.filter(**{f"{field}__in": wanted}).values_list(field, flat=True))


SUBMISSIONS = r"S00\d"


EXPECTED = {
    "A1 submissions": 4,
    "A2 submitters": 8,
    "A3 themes": 18,
    "A4 asks of S000": 19,
    "A4 asks of S001": 28,
    "A4 asks of S002": 11,
    "A4 asks of S004": 7,
    "A4 questions": 12,
    "A5 articles cited": 42,
    "A5 what is no article of a treaty": 5,
    "A6 positions": 25,
    "A7 treaties": 9,
    "A7 laws": 8,
    "A8 documents cited": 8,
    "A9 figures": 27,
    "A10 inconsistencies": 43,
    "B0 sources": 57,  # of 58 numbers: SRC-31 only points to SRC-23
    "B1 treaties with an act of China": 10,
    "B1 acts": 41,
    "B2 articles": 69,
    "B3 mechanisms": 10,
    "B3 cycles": 13,
    "B3 totals as the UN numbers": 18,
    "B3 totals for each State": 6,
    "B4a UPR": 12,  # of 13 rows: one says that 2018 had none
    "B4b treaty bodies": 14,  # of 18 rows: four were not seen, and are notes
    "B4b not seen": 4,
    "B4c commission of inquiry": 6,
    "B4d special procedures and assemblies": 6,
    "B5 positions": 10,
    "B6 law and border": 7,
    "B6 agreements concluded": 3,
    "B7 returns": 3,
    "B8 dates ahead": 10,  # in nine rows: the border text was to be renewed in 2023 and in 2028
}


HELD = {
    "A1 submissions": lambda: origins(Document, SUBMISSIONS),
    "A2 submitters": lambda: set(
        Organisation.objects.filter(documents__origin__regex=f"^{SUBMISSIONS}$")
    ),
    "A3 themes": lambda: set(Theme.objects.all()),
    "A4 asks of S000": lambda: origins(Recommendation, r"S000-.+"),
    "A4 asks of S001": lambda: origins(Recommendation, r"S001-.+"),
    "A4 asks of S002": lambda: origins(Recommendation, r"S002-.+"),
    "A4 asks of S004": lambda: origins(Recommendation, r"S004-.+"),
    "A4 questions": lambda: set(
        Recommendation.objects.filter(kind="question", origin__startswith="S001-Q")
    ),
    "A5 articles cited": lambda: set(
        Citation.objects.filter(document__origin__regex=f"^{SUBMISSIONS}$")
    ),
    "A5 what is no article of a treaty": lambda: keys(Note, r"a5-.+"),
    "A6 positions": lambda: origins(Development, r"POS-\d\d"),
    "A7 treaties": lambda: held(
        Treaty, "code", "refugee-convention", "refugee-protocol", "cat", "cedaw", "icerd",
        "palermo-protocol", "border-protocol-1998", "border-protocol-1986",
        "montevideo-convention",
    ),
    "A7 laws": lambda: origins(Document, r"L-.+"),
    "A8 documents cited": lambda: held(
        Document, "slug", "a-hrc-25-crp-1", "a-hrc-52-65", "a-hrc-4-34-add-1",
        "cedaw-1977-webcast", "cedaw-c-chn-co-9", "hcr-ip-4-eng-rev-1",
        "ohchr-2020-women-detained", "unhcr-china-page",
    ),
    "A9 figures": lambda: keys(Note, r"f-\d\d"),
    "A10 inconsistencies": lambda: keys(Note, r"x-\d\d"),
    "B0 sources": lambda: origins(Document, r"SRC-\d\d"),
    "B1 treaties with an act of China": lambda: set(
        Treaty.objects.exclude(kind="bilateral").filter(actions__isnull=False)
    ),
    "B1 acts": lambda: set(TreatyAction.objects.exclude(treaty__kind="bilateral")),
    "B2 articles": lambda: {
        (article.treaty.code, article.number)
        for article in Article.objects.select_related("treaty")
        if article.number in B2.get(article.treaty.code, "").split()
    },
    "B3 mechanisms": lambda: set(Mechanism.objects.exclude(code="unga")),
    "B3 cycles": lambda: held(
        ReviewCycle, "slug", "upr-1", "upr-2", "upr-3", "upr-4", "cedaw-9", "cedaw-7-8", "cat-5",
        "cat-4", "cerd-14-17", "crc-3-4", "cescr-3", "coi-dprk-2014", "csw-67",
    ),
    "B3 totals as the UN numbers": lambda: set(OfficialTotal.objects.filter(basis="un-numbering")),
    "B3 totals for each State": lambda: set(OfficialTotal.objects.filter(basis="per-state")),
    "B4a UPR": lambda: origins(Recommendation, r"UPR\d-.+"),
    "B4b treaty bodies": lambda: origins(Recommendation, r"(CEDAW|CAT|CERD|CRC|CESCR)\d.*"),
    "B4b not seen": lambda: held(
        Note, "key", "b4-cedaw-7-8", "b4-cedaw-6", "b4-cerd-10-13", "b4-cescr-3"
    ),
    "B4c commission of inquiry": lambda: origins(Recommendation, r"90\([a-f]\)"),
    "B4d special procedures and assemblies": lambda: origins(Recommendation, r"(SP|GA)-.+"),
    "B5 positions": lambda: origins(Development, r"(MFA-|CAT-|CEDAW-|UPR4-).+"),
    "B6 law and border": lambda: (
        keys(Development, r"b6-.+", "slug")
        | held(Document, "slug", "cn-constitution-1982", "cn-nationality-law-1980")
    ),
    "B6 agreements concluded": lambda: set(TreatyAction.objects.filter(treaty__kind="bilateral")),
    "B7 returns": lambda: keys(Development, r"b7-return-2023-.+", "slug"),
    "B8 dates ahead": lambda: held(
        Milestone, "key", "cat-6-report", "cat-5-follow-up-letter", "cedaw-9-follow-up",
        "cedaw-10-report", "cerd-18-report", "crc-5-6-report", "upr-5-review",
        "upr-4-mid-term", "border-protocol-1998-renewal-2023",
        "border-protocol-1998-renewal-2028",
    ),
}  # fmt: skip


B2 = {
    "cedaw": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
    "refugee-convention": "1 31 32 33 34 35",
    "refugee-protocol": "I II IV VII",
    "palermo-protocol": "2 3 4 5 6 7 8 9 10 14",
    "cat": "1 2 3 4 10 11 12 13 14 15 16",
    "crc": "2 3 6 7 8 9 10 18 20 22 24 28 34 35 37 39",
    "icerd": "5",
    "icescr": "6 10 11 12 13",
}


@pytest.mark.parametrize("table", EXPECTED)
def test_every_row_of_a_table_is_held(table):
    assert len(HELD[table]()) == EXPECTED[table]


INVOKED = {  # of whole items: explicit, by the section, inferred
    "S000": (1, 5, 39),
    "S001": (4, 17, 46),  # of the inferred, one is X-36: Palermo 7, where the text names 9
    "S002": (5, 0, 21),
    "S004": (2, 5, 12),
}


@pytest.mark.parametrize("submission", INVOKED)
def test_every_article_that_an_ask_invokes_is_held_with_its_basis(submission):
    whole = Invocation.objects.filter(recommendation__origin__startswith=submission).exclude(
        recommendation__relations_out__kind="part-of",
        recommendation__origin__regex=r"-\d$",
    )
    counted = tuple(
        whole.filter(basis=basis).count() for basis in ("explicit", "section", "inferred")
    )
    assert counted == INVOKED[submission]


LIMBS = {
    "S000-R1a": 2, "S000-R3c": 4, "S000-X10": 5, "S001-R9": 4, "S001-R11": 4, "S002-R5": 3,
}  # fmt: skip


@pytest.mark.parametrize("item", LIMBS)
def test_an_ask_for_several_things_is_split_into_its_limbs(item):
    limbs = Relation.objects.filter(kind="part-of", to_recommendation__origin=item)

    assert limbs.count() == LIMBS[item]


def related(kind, here, there):
    ends = {"from_recommendation__origin": here, "to_recommendation__origin": there}
    return Relation.objects.filter(kind=kind, **ends).exists()


@pytest.mark.parametrize(
    ("ask", "letter"),
    [("R1", "a"), ("R5", "a"), ("R6", "b"), ("R7", "c"), ("R2", "d"), ("R8", "e"), ("R9", "f")],
)
def test_what_an_ask_repeats_of_the_commission_of_inquiry_is_held(ask, letter):
    limbs = Recommendation.objects.filter(origin__startswith=f"90({letter})")

    assert any(related("repeats", f"S001-{ask}", o.origin) for o in limbs)


@pytest.mark.parametrize(("output", "ask"), [("R1", "R2"), ("R2", "R6"), ("R3", "R8")])
def test_what_the_committee_took_up_of_an_ask_is_held(output, ask):
    assert related("takes-up", f"CEDAW9-{output}", f"S001-{ask}")


ANSWERS = {  # B4a and B4d: only where the sources agree on what China answered
    "UPR1-CAN": Position.NOTED,  # the source knows no more: to be examined, or rejected
    "UPR1-CZE": Position.NOTED,
    "UPR2-CZE": Position.NOT_ACCEPTED,
    "UPR2-CAN": Position.NOT_ACCEPTED,
    "UPR2-KOR1": Position.NOT_ACCEPTED,
    "UPR2-KOR2": Position.ACCEPTED,
    "UPR4-KOR1": Position.NOT_ACCEPTED,
    "UPR4-CZE": Position.NOT_ACCEPTED,
    "SP-2020": Position.NO_REPLY,
}


def test_the_answers_are_those_that_sources_agree_on():
    rows = Response.objects.published().values_list("recommendation__origin", "position")

    assert dict(rows) == ANSWERS
