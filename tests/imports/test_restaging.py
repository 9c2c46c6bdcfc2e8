"""Staged rows that are read or compared anew: nothing that somebody said of them is lost."""

import io
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError

from tests.factories import OrganisationFactory
from tracker.actions.base import Conflict
from tracker.actions.imports import choose_rows
from tracker.actions.mended_rows import mark_of, mend_row
from tracker.imports.asks import Wanted
from tracker.imports.mending import check
from tracker.imports.opening.files import open_file
from tracker.imports.staging import restage, stage
from tracker.models import Import

TABLE = "No,Ask,Said by\n1,Léave the harbour lit,Norway\n2,,Chile\n3,Keep the ferry,Norway\n"
UPR_INFO = "SuR,RS,Recommendation,Response,Session\nChina,Peru,Léave it lit,Noted,17\n"


@pytest.fixture
def bring(review, contributor):
    OrganisationFactory(slug="norway", name="Norway", state=True)

    def brought(text, **wanted):
        opened = open_file(io.BytesIO(text.encode()), "asks.csv", 2**20)
        settings = {"state": "china", "cycle": "upr-2"}
        return stage(opened, wanted=Wanted(**wanted), settings=settings, by=contributor)

    return brought


def columns(**said):
    return {"columns": {"No": "key", "Ask": "text", "Said by": "made_by"} | said}


def test_a_person_who_saw_the_rows_before_they_were_compared_anew_is_told_so(bring, contributor):
    imported = bring(TABLE, **columns())
    seen = Import.objects.get()
    restage(imported, settings=imported.settings | {"names": {"themes": {}}}, by=contributor)

    with pytest.raises(Conflict, match="meanwhile"):
        restage(seen, settings=seen.settings, by=contributor)

    assert "names" in Import.objects.get().settings


def test_what_somebody_put_right_by_hand_is_not_read_over(bring, contributor):
    imported = bring(TABLE, **columns())
    row = imported.rows.get(number=3)
    about = {"is_chosen": True, "seen": mark_of(row), "check": check, "by": contributor}
    mend_row(row=row, ask={**row.ask, "text": "Keep the old ferry"}, **about)
    again = restage(imported, settings=imported.settings, by=contributor)

    with pytest.raises(ValidationError, match="1 row was put right by hand"):
        restage(again, settings=again.settings | columns(No="skip"), by=contributor)

    assert imported.rows.get(number=3).values["text"] == "Keep the old ferry"


def test_what_was_said_of_a_row_stays_with_it_when_others_go(bring, contributor):
    rows = "Ask,On,By\nLight it,China,Norway\nLeave it,Chile,Norway\nKeep it,China,Norway\n"
    first = {"Ask": "text", "On": "skip", "By": "made_by"}
    imported = bring(rows, columns=first)
    choose_rows(imported=imported, numbers=[2, 3], is_chosen=False, by=contributor)
    settings = imported.settings | {"decided": {"2": "new", "3": "new"}}

    again = restage(imported, settings=settings | {"columns": first | {"On": "state"}},
                    by=contributor)  # fmt: skip

    assert list(again.rows.values_list("number", "is_chosen")) == [(1, True), (3, False)]
    assert again.settings["decided"] == {"3": "new"}


@pytest.mark.parametrize(
    "text", [UPR_INFO, UPR_INFO.replace("SuR", "Súr,SuR").replace("\nChina", "\n,China")]
)
def test_letters_that_garble_the_headings_are_an_answer_rather_than_a_fault(
    bring, contributor, text
):
    imported = bring(text)

    for encoding in ("utf-16", "cp1252"):
        settings = imported.settings | {"encoding": encoding}
        with suppress(ValidationError):
            imported = restage(imported, settings=settings, by=contributor)

    assert imported.rows.count() == 1


def test_a_table_that_cannot_be_read_so_is_refused_in_words(bring, contributor):
    imported = bring(TABLE, **columns())

    with pytest.raises(ValidationError, match="which column holds"):
        restage(imported, settings=imported.settings | columns(Ask="skip"), by=contributor)
