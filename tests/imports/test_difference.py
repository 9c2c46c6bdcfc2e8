"""What becomes of each row: new, changed, unchanged, perhaps there already, or wrong."""

import pytest

from tests.factories import (
    ImportFactory,
    OrganisationFactory,
    RecommendationFactory,
    SourceKeyFactory,
    StagedRowFactory,
)
from tests.imports.conftest import an_ask
from tracker.imports.preparing import prepare
from tracker.models import Document, Import, Organisation

CONFIRMED = {"stage": Import.Stage.CONFIRMED}


def compare(*asks, source="upr-info", **settings):
    return prepare(asks, source, settings)[0]


@pytest.fixture
def norway(review):
    return OrganisationFactory(slug="norway", name="Norway", state=True)


@pytest.fixture
def record(review, norway):
    """What the first row of `an_ask` says, recorded."""
    ask = an_ask(1)
    china = Organisation.objects.get(slug="china")
    report = Document.objects.get(slug="a-hrc-25-5")
    return RecommendationFactory(
        text=ask.text, text_kind="official", made_by=[norway], cycle=review, addressed_to=china,
        document=report, made_on="2013-10-22", title="End returns",
    )  # fmt: skip


def outcomes(rows):
    return [row.outcome for row in rows]


def test_what_nobody_has_asked_is_new(review):
    rows = compare(an_ask(1), an_ask(2, text="Let children go to school."))

    assert outcomes(rows) == ["new", "new"]
    assert [row.number for row in rows] == [1, 2]


def test_what_the_source_called_so_before_is_recognised_by_its_key(review, record):
    SourceKeyFactory(key="17-1", recommendation=record)

    same, other = compare(an_ask(1, position=""), an_ask(1, position="", text="Another text."))

    assert (same.outcome, same.record, same.expected) == ("unchanged", record.pk, record.version)
    assert other.outcome == "error" or other.differences[0]["new"] == "Another text."


def test_a_change_is_told_field_by_field(review, record):
    SourceKeyFactory(key="17-1", recommendation=record)

    (row,) = compare(an_ask(1, position="", text="Another text.", made_by=["Norway", "Chile"]))

    assert row.outcome == "changed"
    told = {line["field"]: (line["old"], line["new"]) for line in row.differences}
    assert told == {
        "text": (record.text, "Another text."),
        "who asks": ("norway", "chile; norway"),
    }


def test_a_position_that_is_not_recorded_yet_is_a_change(review, record):
    SourceKeyFactory(key="17-1", recommendation=record)

    (row,) = compare(an_ask(1))

    told = {line["field"]: (line["old"], line["new"]) for line in row.differences}
    assert row.outcome == "changed"
    assert told["position"] == ("", "accepted")


def test_an_edit_made_here_is_not_taken_back_by_the_same_file(review, record):
    SourceKeyFactory(key="17-1", recommendation=record)
    (first,) = compare(an_ask(1, position=""))
    StagedRowFactory(
        imported=ImportFactory(source="upr-info", **CONFIRMED), record=record, values=first.values
    )
    record.text = "Our correction of a misprint."
    record.save()

    same, newer = compare(an_ask(1, position=""), an_ask(1, position="", place="row 2", text="New"))

    assert same.outcome == "unchanged"
    assert [line["new"] for line in newer.differences] == ["New"]


def test_what_was_taken_though_like_another_is_compared_with_what_the_file_said_then(
    review, record
):
    SourceKeyFactory(key="17-1", recommendation=record)
    (first,) = compare(an_ask(1, position=""))
    StagedRowFactory(
        imported=ImportFactory(source="upr-info", **CONFIRMED), record=record, values=first.values,
        outcome="duplicate", is_written=True,
    )  # fmt: skip
    record.text = "Our correction of a misprint."
    record.save()

    (same,) = compare(an_ask(1, position=""))

    assert same.outcome == "unchanged"


def test_nearly_the_same_ask_of_the_same_maker_in_the_same_review_may_be_a_duplicate(
    review, record
):
    near = an_ask(9, text=record.text.replace("whatever", "for whatever"), key="")
    other_maker = an_ask(9, text=near.text, made_by=["Chile"], key="")

    duplicate, new = compare(near, other_maker)

    assert (duplicate.outcome, duplicate.record) == ("duplicate", record.pk)
    assert new.outcome == "new"


def test_our_paraphrase_of_an_ask_is_found_though_it_says_it_otherwise(review, record):
    record.text, record.text_kind = (
        "Norway asked China to end returns of people to danger.",
        ("paraphrase"),
    )
    record.save()

    (row,) = compare(an_ask(5, text="End immediately all returns of people into danger."))

    assert (row.outcome, row.record) == ("duplicate", record.pk)


def test_an_ask_in_the_place_of_another_of_the_same_document_may_be_a_duplicate(review, record):
    record.locator = "item 1.a"
    record.save()

    there, elsewhere = compare(
        an_ask(3, text="Wholly other words.", locator="item 1.a"),
        an_ask(4, text="Wholly other words.", locator="item 1.b"),
    )

    assert (there.outcome, there.record) == ("duplicate", record.pk)
    assert elsewhere.outcome == "new"


def test_a_person_decides_what_a_possible_duplicate_is(review, record):
    near = an_ask(9, text=record.text, key="")

    (new,) = compare(near, decided={"1": "new"})
    (same,) = compare(near, decided={"1": record.reference})

    assert new.outcome == "new"
    assert (same.record, same.outcome) == (record.pk, "changed")
    assert same.values["title"] != record.title
    assert "title" not in {line["field"] for line in same.differences}  # the file says none


def test_a_key_that_stands_in_the_file_twice_is_an_error_at_the_second(review):
    first, second = compare(an_ask(1), an_ask(1, place="row 9", text="Something else."))

    assert (first.outcome, second.outcome) == ("new", "error")
    assert "row 2" in second.faults[0]["mend"]


def test_a_reference_that_nothing_has_is_an_error(review):
    (row,) = compare(an_ask(1, reference="R-9999"), source="own")

    assert row.faults[0]["what"] == "There is no record R-9999 here"


def test_a_withdrawn_record_is_not_changed(review, record):
    withdrawn = RecommendationFactory(withdrawn=True)
    (row,) = compare(an_ask(1, reference=withdrawn.reference, position=""), source="own")

    assert row.outcome == "error"
    assert [fault["what"] for fault in row.faults] == [f"{withdrawn.reference} is withdrawn"]


def test_the_queries_do_not_grow_with_the_rows(review, record, django_assert_max_num_queries):
    SourceKeyFactory(key="17-1", recommendation=record)

    with django_assert_max_num_queries(26):
        compare(*[an_ask(n, text=f"Ask number {n}") for n in range(200)])
