"""A whole file, from its bytes to drafts: with real files, where we have them."""

import io
from collections import Counter

import pytest

from tests.imports.wild import wild
from tracker.actions.imports import confirm_import, undo_import
from tracker.imports.asks import Wanted
from tracker.imports.opening.files import open_file
from tracker.imports.staging import restage, stage
from tracker.models import Import, Recommendation, Response

MOST = 20 * 2**20
IN_2018 = "uprinfo_2018/15-18-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_22_51.csv"
IN_2015 = "uprinfo_2015/14-17.csv"
OLDEST = "uprinfo_2018/01-06-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_19_03.csv"


def brought(data, name, by, *, state="China", **settings) -> Import:
    """A file as somebody chose it, staged."""
    opened = open_file(io.BytesIO(data), name, MOST)
    return stage(opened, wanted=Wanted(state=state), settings=settings, by=by)


def wild_one(name, by, **settings) -> Import:
    path = wild(name)
    return brought(path.read_bytes(), path.name, by, **settings)


def outcomes(imported):
    return Counter(imported.rows.values_list("outcome", flat=True))


@pytest.mark.parametrize(
    ("name", "supported", "noted", "cycle"),
    [
        (OLDEST, 55, 83, "upr-1"),
        (IN_2018, 207, 77, "upr-2"),
        ("uprinfo_2015/1-5.xls", 55, 83, "upr-1"),
        (IN_2015, 207, 77, "upr-2"),
    ],
)
def test_each_row_of_upr_info_on_china_is_staged(
    seeded, contributor, name, supported, noted, cycle
):
    imported = wild_one(name, contributor)

    rows = Counter()
    for row in imported.rows.all():
        rows[row.ask["position"]] += row.ask["rows"]
        assert row.values["cycle"] == cycle
        assert row.faults == []
    assert rows == {"Supported": supported, "Noted": noted}


def test_what_was_recorded_by_hand_is_shown_as_a_possible_duplicate(seeded, contributor):
    imported = wild_one(IN_2018, contributor)

    likely = imported.rows.filter(outcome="duplicate")
    assert {row.record.origin for row in likely} >= {"UPR2-CAN", "UPR2-CZE"}
    assert not any(row.is_chosen for row in likely)


def test_an_older_export_after_a_newer_one_duplicates_nothing_and_names_the_renamed_states(
    seeded, contributor
):
    before = Recommendation.objects.count()
    confirm_import(imported=wild_one(IN_2018, contributor), by=contributor)
    written = Recommendation.objects.count() - before

    again = wild_one(IN_2018, contributor)
    older = wild_one(IN_2015, contributor)

    assert outcomes(again) == {"unchanged": written, "duplicate": 4}
    assert outcomes(older)["new"] == 0
    assert outcomes(older)["unchanged"] + outcomes(older)["changed"] == written
    assert any("“Czech Republic” is Czechia here" in told for told in older.told)
    confirm_import(imported=again, by=contributor)
    assert Recommendation.objects.count() - before == written == 280


def test_an_undone_import_leaves_nothing_that_is_not_withdrawn(seeded, contributor):
    imported = wild_one(IN_2018, contributor)
    confirmed = confirm_import(imported=imported, by=contributor)
    assert Recommendation.objects.filter(state="draft").count() == 280
    assert Response.objects.filter(state="draft").count() == 280

    undo_import(imported=confirmed, by=contributor)

    assert not Recommendation.objects.filter(state="draft").exists()
    assert not Response.objects.filter(state="draft").exists()
    assert outcomes(wild_one(IN_2018, contributor)) == {"new": 280, "duplicate": 4}


@pytest.mark.parametrize(
    ("name", "numbers", "supported", "noted"),
    [
        ("UPR20__Slovenia_ThematicListRecommendations_E.docx", 163, 142, 21),
        ("upr48-slovenia-thematic-list-of-recommendatio.docx", 254, 217, 37),
    ],
)
def test_a_list_of_another_state_is_read_for_that_state_and_left_out_for_china(
    seeded, contributor, name, numbers, supported, noted
):
    for_china = wild_one(f"ohchr_matrix/{name}", contributor)
    for_slovenia = wild_one(f"ohchr_matrix/{name}", contributor, state="Slovenia")

    assert for_china.rows.count() == 0
    assert any("Slovenia" in told for told in for_china.told)
    positions = {
        row.ask["locator"].split(" (")[0]: row.ask["position"] for row in for_slovenia.rows.all()
    }
    assert Counter(positions.values()) == {"Supported": supported, "Noted": noted}
    assert len(positions) == numbers


def test_a_report_of_the_working_group_has_each_of_its_numbers(seeded, contributor):
    imported = wild_one("un_reports/A_HRC_25_5_china_2013.pdf", contributor)

    numbers = {row.ask["locator"].split(" (")[0] for row in imported.rows.all()}
    assert numbers == {f"186.{number}" for number in range(1, 253)}
    assert {row.values["document"] for row in imported.rows.all()} == {"a-hrc-25-5"}
    assert not any("answer" in row.values for row in imported.rows.all())


@pytest.mark.parametrize(
    ("seed", "document"),
    [
        ("000_19126901b9f876eb.txt", "rfnk-pscore-upr-2023"),
        ("002_96cbc5dfe33f52a1.txt", "ghrd-report-2024"),
        ("004_d3c8227530f00208.txt", "nkfc-jubilee-csw-2022"),
    ],
)
def test_a_submission_that_is_recorded_already_is_recognised_ask_by_ask(
    seeded, contributor, seed, document
):
    imported = wild_one(f"../seeds/{seed}", contributor)

    sure = [row for row in imported.rows.all() if row.ask["is_sure"]]
    assert {row.values["document"] for row in imported.rows.all()} == {document}
    assert {row.outcome for row in sure if not row.faults} <= {"duplicate"}
    assert imported.additions == {}


def test_a_submission_without_a_title_page_asks_whose_it_is(seeded, contributor):
    imported = wild_one("../seeds/001_6ade9f44cf57382c.txt", contributor)

    told = {fault["what"] for row in imported.rows.all() for fault in row.faults}
    assert told == {"No document", "Nobody is named who asks this"}
    chosen = {"document": "nkhr-tjwg-inkhr-cedaw-2023"}
    restage(imported, settings=imported.settings | chosen, by=contributor)
    assert not any(row.faults for row in imported.rows.all())
    assert {row.outcome for row in imported.rows.all()} <= {"duplicate", "new"}
