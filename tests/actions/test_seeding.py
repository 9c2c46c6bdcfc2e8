"""Loading files of records: as often as wanted, whole or not at all, and never over an edit."""

import copy

import pytest
import yaml

from tests.actions.conftest import traces
from tests.factories import UserFactory
from tracker.actions.accounts import fixtures_account
from tracker.actions.documents import record_document
from tracker.actions.publication import approve
from tracker.actions.recommendations import edit_recommendation
from tracker.actions.seeding import SeedError, load_fixtures
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

FILES = {
    "treaties": [{"code": "cat", "short_name": "CAT", "title": "Convention against Torture"}],
    "articles": [
        {"treaty": "cat", "number": "3", "subject": "Non-refoulement"},
        {"treaty": "cat", "number": "3(1)", "parent": "3"},
    ],
    "mechanisms": [
        {"code": "cat", "name": "Committee", "short_name": "CAT", "kind": "treaty-body"}
    ],
    "organisations": [
        {"slug": "china", "kind": "state", "name": "China"},
        {"slug": "committee", "kind": "un-body", "name": "Committee", "aliases": ["CAT", "委员会"]},
    ],
    "review_cycles": [{"slug": "cat-5", "mechanism": "cat", "name": "5th report", "number": 5}],
    "documents": [
        {
            "slug": "observations",
            "kind": "concluding-observations",
            "title": "Observations",
            "authors": ["committee"],
            "cycle": "cat-5",
            "published_on": "2015-12-09",
        }
    ],
    "citations": [{"document": "observations", "article": "cat 3", "basis": "explicit"}],
    "themes": [{"code": "nonref", "name": "Non-refoulement"}],
    "recommendations": [
        {
            "reference": f"R-000{n}",
            "kind": "recommendation",
            "document": "observations",
            "made_by": ["committee"],
            "addressed_to": "china",
            "made_on": "2015-12",
            "title": "Stop returning escapees",
            "text": "Folded text.\n",
            "themes": ["nonref"],
        }
        for n in (1, 2)
    ],
    "invocations": [
        {"recommendation": "R-0001", "article": "cat 3(1)", "basis": "explicit"},
        {"recommendation": "R-0002", "article": "cat", "basis": "inferred"},
    ],
    "relations": [
        {
            "from_recommendation": "R-0001",
            "to_recommendation": "R-0002",
            "kind": "takes-up",
            "closeness": "close",
        }
    ],
    "responses": [
        {
            "key": "answer-1",
            "recommendation": "R-0001",
            "position": "noted",
            "responded_on": "2016",
            "document": "observations",
        }
    ],
    "assessments": [
        {
            "key": "judged-1",
            "recommendation": "R-0001",
            "status": "C",
            "as_of": "2024",
            "assessor": "committee",
            "rationale": "Returns go on.",
            "evidence": [{"document": "observations", "locator": "p. 3"}],
        }
    ],
    "notes": [
        {
            "key": "note-1",
            "text": "Another date is given.",
            "beside": [{"recommendation": "R-0001"}, {"treaty": "cat"}],
            "sources": ["observations"],
        }
    ],
}


class Folder:
    """A folder of files that are fine, until a test changes them."""

    def __init__(self, path):
        self.path, self.rows = path, copy.deepcopy(FILES)

    def load(self):
        for name, rows in self.rows.items():
            text = rows if isinstance(rows, str) else yaml.safe_dump(rows, allow_unicode=True)
            (self.path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_fixtures(by=fixtures_account(), folder=self.path)

    def outcomes(self):
        """What the load did with how many rows, over all files."""
        counts = self.load().counts.values()
        return dict(sum(counts, start=type(next(iter(counts)))()))

    def faults(self):
        before = traces()
        with pytest.raises(SeedError) as refusal:
            self.load()
        assert {name: n for name, n in traces().items() if n != before[name]} == {}
        return str(refusal.value).splitlines()


@pytest.fixture
def files(tmp_path):
    fixtures_account()
    return Folder(tmp_path)


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


FAULTS = {
    "an unknown key": ("documents", {"cycle": "cat-9"}, "cycle: There is no review cycle “cat-9”."),
    "an unknown article": ("invocations", {"article": "cat 99"}, "There is no article “cat 99”."),
    "an unknown field": ("themes", {"colour": "red"}, "colour: There is no such field."),
    "a wrong choice": ("organisations", {"kind": "club"}, "kind: Value 'club' is not a valid"),
    "a wrong date": ("documents", {"published_on": "2015-02-30"}, "There is no such date"),
    "a wrong number": ("review_cycles", {"number": "five"}, "number: “five” value must be an"),
    "a missing text": ("themes", {"name": ""}, "name: This field cannot be blank."),
    "a missing subject": ("responses", {"recommendation": None}, "recommendation: "),
    "a missing key": ("responses", {"key": None}, "key: "),
    "an answer before the question": ("responses", {"responded_on": "2014"}, "cannot come before"),
    "no evidence": ("assessments", {"evidence": []}, "evidence: "),
    "unknown evidence": ("assessments", {"evidence": [{"document": "x"}]}, "no document “x”"),
    "a wrong subject": ("notes", {"beside": [{"planet": "mars"}]}, "There is no such field"),
    "one word for a list": ("recommendations", {"made_by": "committee"}, "made_by: "),
    "nobody who asks": ("recommendations", {"made_by": []}, "made_by: "),
}


@pytest.mark.parametrize(("noun", "change", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_file_row_and_key_and_nothing_is_loaded(
    files, noun, change, words
):
    files.rows[noun][0] |= change

    faults = files.faults()
    assert faults[0].startswith(f"{noun}.yaml row 1 (")
    assert words in faults[0]


def test_a_fault_in_a_row_that_was_loaded_before_is_told_as_well(files):
    files.load()
    for noun, change, words in FAULTS.values():
        files.rows = copy.deepcopy(FILES)
        files.rows[noun][0] |= change

        faults = files.faults()
        assert faults[0].startswith(f"{noun}.yaml row 1 (")
        assert words in faults[0] or "add a row that supersedes it" in faults[0]


def test_a_row_without_its_key_is_a_fault_not_a_new_row_each_time(files):
    for noun in ["responses", "notes", "recommendations"]:
        key = "reference" if noun == "recommendations" else "key"
        del files.rows[noun][0][key]

    found = [fault.split(": ", 1) for fault in files.faults()]
    assert ["responses.yaml row 1 (?)", "key: Every row needs it."] in found
    assert ["notes.yaml row 1 (?)", "key: Every row needs it."] in found
    assert ["recommendations.yaml row 1 (?)", "reference: Every row needs it."] in found


@pytest.mark.parametrize("loaded", [False, True], ids=["first load", "later load"])
def test_a_key_that_is_listed_twice_is_a_fault(files, loaded):
    if loaded:
        files.load()
    files.rows["themes"].append({"code": "nonref", "name": "Something else"})

    assert files.faults() == ["themes.yaml row 2 (nonref): This is listed twice."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- code: [unfinished", "themes.yaml"),
        ("nonref: Non-refoulement", "themes.yaml: Write a list of rows."),
        ("- nonref", "themes.yaml row 1 (nonref): Write a row as names and values."),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(files, text, words):
    del files.rows["recommendations"][0]["themes"]
    files.rows["themes"] = text

    assert files.faults()[0].startswith(words)


def test_every_fault_is_told_at_once(files):
    files.rows["themes"][0]["name"] = ""
    files.rows["organisations"].append({"slug": "x", "kind": "club", "name": "X"})
    files.rows["notes"][0]["kind"] = "gossip"

    faults = files.faults()
    assert [fault.split(" (")[0] for fault in faults if "There is no" not in fault] == [
        "organisations.yaml row 3",
        "themes.yaml row 1",
        "notes.yaml row 1",
    ]


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
