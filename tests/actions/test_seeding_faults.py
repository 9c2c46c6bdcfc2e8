"""What is wrong in files of records is told by its place, and nothing of them is loaded."""

import copy

import pytest

from tests.actions.seed_files import FILES

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
