"""Loading files of records: as often as wanted, whole or not at all, and never over an edit."""

import pytest

from tests.actions.seed_files import FILES
from tests.actions.traces import traces
from tests.factories import UserFactory
from tracker.actions.accounts import fixtures_account
from tracker.actions.documents import record_document
from tracker.actions.publication import approve
from tracker.actions.recommendations import edit_recommendation
from tracker.actions.seeding import SeedError
from tracker.models import (
    Article,
    Assessment,
    Document,
    Invocation,
    Note,
    Organisation,
    Recommendation,
    Response,
    ReviewCycle,
    State,
    Theme,
)

ROWS = sum(len(rows) for rows in FILES.values())


def test_the_first_load_adds_every_row_and_the_second_changes_nothing(files):
    assert files.outcomes() == {"added": ROWS}
    before = traces()

    assert files.outcomes() == {"unchanged": ROWS}
    assert traces() == before


def test_what_is_loaded_is_public_and_says_where_it_came_from(files):
    files.load()

    recommendation = Recommendation.objects.published().get(reference="R-0001")
    assert recommendation.made_by.get().slug == "committee"
    assert recommendation.recorded_by == fixtures_account()
    assert recommendation.events.get().pgh_context["action"] == "load_fixtures"
    assert Response.objects.published().get().key == "answer-1"
    assert Assessment.objects.published().get().evidence.get().locator == "p. 3"
    assert {str(row.thing) for row in Note.objects.get().subjects.all()} == {
        "CAT",
        "R-0001 Stop returning escapees",
    }


def test_the_treaty_as_a_whole_is_the_root_of_its_articles(files):
    files.load()

    numbers = {a.number: a.parent and a.parent.number for a in Article.objects.all()}
    assert numbers == {"": None, "3": "", "3(1)": "3"}


@pytest.mark.parametrize(
    ("noun", "field", "value"),
    [
        ("recommendations", "title", "Return nobody"),
        ("recommendations", "made_by", ["china"]),
        ("recommendations", "cycle", "cat-5"),
        ("recommendations", "names_north_koreans", False),
        ("recommendations", "action_strength", 5),
        ("recommendations", "made_on", "2015"),
        ("organisations", "aliases", ["PRC"]),
        ("documents", "authors", []),
        ("invocations", "basis", "section"),
        ("notes", "beside", [{"recommendation": "R-0002"}]),
        ("notes", "sources", []),
    ],
)
def test_a_row_that_was_changed_in_its_file_is_changed(files, noun, field, value):
    files.load()
    files.rows[noun][0][field] = value

    assert files.outcomes() == {"changed": 1, "unchanged": ROWS - 1}
    assert files.outcomes() == {"unchanged": ROWS}


def test_a_row_added_to_its_file_is_added(files):
    files.load()
    files.rows["themes"].append({"code": "detain", "name": "Detention"})

    assert files.outcomes() == {"added": 1, "unchanged": ROWS}


def test_whoever_read_a_recommendation_before_a_load_changed_it_is_told(files):
    """Otherwise their edit would quietly undo the change."""
    files.load()
    read = Recommendation.objects.get(reference="R-0001")
    files.rows["recommendations"][0]["title"] = "Return nobody"
    files.load()

    assert Recommendation.objects.get(pk=read.pk).version > read.version


def amend(reference, **values):
    """Change a published recommendation as people do."""
    recommendation = Recommendation.objects.get(reference=reference)
    amendment = edit_recommendation(
        recommendation=recommendation,
        values=values,
        expected=recommendation.version,
        reason="A person knows better.",
        by=UserFactory(contributor=True),
    )
    approve(record=amendment, by=UserFactory(coordinator=True))


def test_a_row_that_somebody_edited_is_kept_and_reported(files):
    files.load()
    amend("R-0001", title="What a person wrote")
    files.rows["recommendations"][0]["title"] = "What the file says"
    report = files.load()

    assert report.kept == ["recommendation R-0001"]
    assert report.counts["recommendations"] == {"kept": 1, "unchanged": 1}
    assert Recommendation.objects.get(reference="R-0001").title == "What a person wrote"


def test_the_row_of_another_ask_does_not_settle_on_a_reference_given_here(files):
    files.load()
    Recommendation.objects.filter(reference="R-0001").update(origin="given-here")

    with pytest.raises(SeedError, match="Another recommendation has this reference"):
        files.load()


@pytest.mark.django_db(transaction=True)  # a context lasts as long as its transaction
def test_an_edit_that_no_action_made_is_kept_too(files):
    files.load()
    Theme.objects.update(name="By hand")

    assert files.load().kept == ["theme nonref"]
    assert Theme.objects.get().name == "By hand"


@pytest.mark.parametrize(
    ("invocations", "told"),
    [
        ([], "kept"),
        ([{"article": "cat 3(1)", "basis": "section", "note": ""}], "kept"),
    ],
)
def test_an_article_that_somebody_took_away_or_changed_stays_so(files, invocations, told):
    files.load()
    amend("R-0001", invocations=invocations)
    report = files.load()

    assert report.counts["invocations"] == {told: 1, "unchanged": 1}
    rows = Invocation.objects.filter(recommendation__reference="R-0001")
    assert list(rows.values_list("basis", flat=True)) == [i["basis"] for i in invocations]


@pytest.mark.parametrize(
    ("noun", "field", "value"),
    [
        ("responses", "position", "accepted"),
        ("responses", "responded_on", "2016-01"),
        ("assessments", "status", "B"),
        ("assessments", "evidence", [{"document": "observations", "locator": "p. 4"}]),
    ],
)
def test_an_answer_or_judgement_is_corrected_by_another_row_only(files, noun, field, value):
    files.load()
    files.rows[noun][0][field] = value

    (fault,) = files.faults()
    key = FILES[noun][0]["key"]
    assert fault == (
        f"{noun}.yaml row 1 ({key}): {field} changed: add a row that supersedes it instead."
    )


def test_a_correction_in_the_files_supersedes(files):
    files.load()
    files.rows["responses"].append(
        FILES["responses"][0]
        | {
            "key": "answer-2",
            "position": "accepted",
            "supersedes": "answer-1",
            "supersedes_reason": "Misread.",
        }
    )

    assert files.outcomes() == {"added": 1, "unchanged": ROWS}
    assert Response.objects.get(key="answer-2").supersedes.key == "answer-1"


def test_one_load_is_one_transaction(files):
    files.rows["notes"][0]["text"] = " "
    files.faults()

    assert not Organisation.objects.exists()
    assert not Recommendation.objects.filter(state=State.PUBLISHED).exists()


def test_what_the_files_list_is_shown_even_where_staff_had_entered_it(files, contributor):
    by_hand = record_document(kind=Document.Kind.PRESS, title="Observations", by=contributor)
    assert (by_hand.slug, by_hand.is_public) == ("observations", False)

    assert "document observations" in files.load().kept

    assert not Document.objects.filter(is_public=False).exists()
    assert not ReviewCycle.objects.filter(is_public=False).exists()
    assert files.outcomes() == {"unchanged": ROWS - 1, "kept": 1}
