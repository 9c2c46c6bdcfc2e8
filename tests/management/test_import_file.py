"""`manage.py import_file`: what the page does, for files and people at a terminal."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests.factories import ColumnMappingFactory, UserFactory
from tests.imports import made, seeded
from tests.imports.conftest import review  # noqa: F401 - a fixture
from tracker.models import ColumnMapping, Import, Organisation, Recommendation, Response

HEAD = "SuR;RS;Recommendation;Response;Action;Issue;Session\n"
CLEAN = HEAD + "China;Norway;Let people stay;Supported;4;Migrants;17\nPeru;Norway;Do;Noted;4;;17\n"
WRONG = CLEAN + "China;Atlantis;Let people leave;Noted;4;Migrants;17\n"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("review")]


@pytest.fixture
def someone():
    return UserFactory(contributor=True)


@pytest.fixture
def run(tmp_path, someone):
    """Run the command on a file of these bytes; what it says, on both ways."""

    def run(data=None, *options, by=None, name="file.csv"):
        said, told = io.StringIO(), io.StringIO()
        given = []
        if data is not None:
            path = tmp_path / name
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
            given = [str(path)]
        call_command("import_file", *given, "--by", by or someone.email, *options,
                     stdout=said, stderr=told)  # fmt: skip
        return said.getvalue(), told.getvalue()

    return run


def test_a_file_is_staged_and_what_would_happen_is_said(run, someone):
    said, told = run(CLEAN)

    imported = Import.objects.get()
    assert (imported.stage, imported.read_by, imported.file_name) == ("staged", someone, "file.csv")
    assert "UPR Info’s database: file.csv" in said
    assert "Left out: 1 row" in said
    assert "New:                        1" in said
    assert "New organisations: Norway" in said
    assert f"Staged as {imported.key}; no record has changed." in said
    assert f"/import/{imported.key}/" in said
    assert "Reading the table …" in told
    assert not Recommendation.objects.exists()


def test_a_file_is_confirmed_and_taken_back(run):
    said, _ = run(CLEAN, "--confirm")

    imported = Import.objects.get()
    assert imported.stage == "confirmed"
    assert f"Confirmed: 1 rows written. Undo: --undo {imported.key}" in said
    assert Recommendation.objects.get().text == "Let people stay"
    assert Response.objects.get().position == "accepted"

    said, _ = run(None, "--undo", imported.key)

    imported.refresh_from_db()
    assert imported.stage == "undone"
    assert "Undone: UPR Info’s database: file.csv." in said
    assert Recommendation.objects.get().state == "withdrawn"


def test_the_same_file_again_changes_nothing(run):
    run(CLEAN, "--confirm")

    said, _ = run(CLEAN, "--confirm")

    assert "Unchanged:                  1" in said
    assert Recommendation.objects.count() == 1


def test_errors_are_told_with_their_places_and_nothing_is_half_done(run):
    with pytest.raises(CommandError, match="Nothing was written, and nothing is staged"):
        run(WRONG, "--confirm")

    assert not Import.objects.exists()
    assert not Recommendation.objects.exists()
    assert not Organisation.objects.filter(slug="norway").exists()


def test_the_clean_rows_alone_are_written_if_they_are_asked_for(run):
    said, _ = run(WRONG, "--confirm", "--clean-only")

    assert "Unknown organisation or State “Atlantis” in made by ×1" in said
    assert "at row 4" in said
    assert "expected: A name, an acronym or another name that is recorded here." in said
    assert "Confirmed: 1 rows written." in said
    assert [row.text for row in Recommendation.objects.all()] == ["Let people stay"]


def test_the_columns_of_another_table_are_said(run):
    data = "Wish;Whose;Kept by\nLet people stay;Norway;Anna\nLet people leave;Norway;Anna\n"

    said, _ = run(data, "--column", "Wish=text", "--column", "Whose=made_by", "--cycle", "upr-2",
                  "--confirm")  # fmt: skip

    assert "Another table: file.csv" in said
    assert Recommendation.objects.filter(cycle__slug="upr-2").count() == 2


def test_columns_that_were_told_once_are_remembered(run):
    headings, columns = ["Wish", "Whose"], {"Wish": "text", "Whose": "made_by"}
    ColumnMappingFactory(
        headings=headings, columns=columns, signature=ColumnMapping.signature_of(headings)
    )

    run("Wish;Whose\nLet people stay;Norway\n", "--cycle", "upr-2", "--confirm")

    assert Recommendation.objects.get().text == "Let people stay"


def test_faults_of_many_rows_are_told_together(run):
    said, _ = run(seeded.uprinfo().data)

    assert "Errors:                    37" in said
    assert "Unknown organisation or State “Atlantis” in made by ×6" in said


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        (made.old_office({"WordDocument": b"x"}), [], r"save it as \.docx"),
        (CLEAN, ["--cycle", "upr-99"], "--cycle: "),
        (CLEAN, ["--document", "A/HRC/1"], "--document: "),
        (CLEAN, ["--answered-on", "soon"], "--answered-on: "),
        (CLEAN, ["--by", "nobody@example.org"], "--by: No account"),
        (CLEAN, ["--state", "atlantis"], "--state: "),
        (CLEAN, ["--column", "Wish"], "--column Wish: write the heading"),
        (CLEAN, ["--as", "matrix"], "cannot be read as"),
        (CLEAN, ["--undo", "x"], "Name either a file"),
        (None, [], "Name either a file"),
        (None, ["--undo", "no-such"], "There is no import “no-such”"),
    ],
)
def test_what_cannot_be_is_refused_with_words_and_without_a_trace(run, data, options, words):
    with pytest.raises(CommandError, match=words) as refused:
        run(data, *options)

    assert refused.value.returncode == 1
    assert not Import.objects.exists()


def test_a_path_that_leads_nowhere_is_said(someone, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_file", str(tmp_path / "lost.csv"), "--by", someone.email)
