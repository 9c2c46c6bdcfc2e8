"""This tracker's own exports, brought back."""

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest
import xlsxwriter
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    ThemeFactory,
)
from tracker.actions.recommendations import plain_recommendation
from tracker.actions.records import same
from tracker.exports.csv import BOM, csv_pieces
from tracker.exports.guard import guarded
from tracker.exports.jsonl import jsonl_pieces
from tracker.exports.recommendations import RECOMMENDATIONS
from tracker.exports.xlsx import LONGEST, xlsx_file
from tracker.imports.asks import OUR_HEADINGS, Ask, Refused, Wanted
from tracker.imports.checking import Checker
from tracker.imports.comparing.derived import settle
from tracker.imports.opening.plain import text_kind
from tracker.imports.preparing import prepare
from tracker.imports.readers import own
from tracker.models import Recommendation

TODAY = timezone.localdate()
SAME = sorted(set(plain_recommendation(Recommendation())) | {"invocations"})
FORMS = ["csv", "xlsx", "json"]
words = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"), max_size=30
)
guards = ["", "=1+1", "-", "+", "@x", "\t", "\r\n", "＝A1", "_x000D_"]
odd = st.builds("{}{}{}".format, st.text("'", max_size=2), st.sampled_from(guards), words)
odd = odd.filter(lambda text: not text or text.strip())
ODD = [
    (word, word, word)
    for word in ("강제송환을 중단하라", "停止強制遣返“脱北者”",
                 'a "b"; c', "1.50", "007", "Yes", "TRUE", " a ",
                 "'", "''=1", "a\r\nb\rc\nd", "a\u2028b\x85c", "\\N", "\ufeffa", "1e5", "2013-05")
]  # fmt: skip


def exported(form, keys=None):
    """All published recommendations as the real export writes them, opened."""
    rows = Recommendation.objects.filter(state="published")
    keys = list(keys or rows.values_list("pk", flat=True))
    if form == "csv":
        data = b"".join(csv_pieces(RECOMMENDATIONS, keys, TODAY))
    elif form == "json":
        data = b"".join(jsonl_pieces(RECOMMENDATIONS, keys, TODAY))
    else:
        with xlsx_file(RECOMMENDATIONS, keys, TODAY, [("What", "Everything")]) as file:
            data = file.read()
    return opened(form, data)


def opened(form, data):
    return SimpleNamespace(kind=form, data=data, path=None, name=f"export.{form}")


def read(file):
    return own.read(file, Wanted())


def meant(asks):
    """What the asks mean for the records they name, and how it was told; no ask has a fault."""
    told = settle(asks, TODAY)
    found = Checker({}).check(asks)
    assert [fault for one in found for fault in one.faults] == []
    return found, told


def differences(found):
    """What of each record would change, by reference and field."""
    records = {row.reference: row for row in Recommendation.objects.all()}
    for one in found:
        now = plain_recommendation(records[one.ask.reference])
        for name in one.ask.says():
            if not same(now[name], one.values[name]):
                yield one.ask.reference, name, now[name], one.values[name]


def changed(data, **cells):
    """A CSV of ours in which somebody has changed some cells of its first row."""
    text = data.decode().removeprefix(BOM)
    head, first, *rest = list(csv.reader(io.StringIO(text, newline="")))
    for name, cell in cells.items():
        first[head.index(name)] = cell
    return opened("csv", written([head, first, *rest]))


def written(rows):
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return (BOM + out.getvalue()).encode()


@pytest.mark.parametrize("form", FORMS)
def test_every_record_of_the_fixtures_comes_back_without_a_difference(seeded, form):
    reading = read(exported(form))

    found, told = meant(reading.asks)

    assert len(found) == Recommendation.objects.filter(state="published").count() > 100
    assert [*differences(found)] == []
    assert (told, reading.told) == ([], [])
    for one in found:
        assert {"text", "title", "document", "made_by", "made_on", "kind"} <= one.ask.says()


@pytest.mark.parametrize("form", FORMS)
def test_staged_rows_of_an_export_that_nobody_changed_are_all_unchanged(seeded, form):
    reading = read(exported(form))

    rows, additions, told = prepare(reading.asks, reading.source, {})

    assert Counter(row.outcome for row in rows) == {"unchanged": len(reading.asks)}
    assert [row.differences for row in rows if row.differences] == []
    assert (additions, told) == ({}, [])


@pytest.mark.parametrize("form", FORMS)
@given(st.lists(st.tuples(odd.filter(str.strip), odd.filter(str.strip), odd), min_size=1))
@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_odd_texts_come_back_to_the_letter(form, texts):
    document = DocumentFactory()
    keys = [
        RecommendationFactory(
            published=True, title=title, text=text, locator=locator, document=document
        ).pk
        for title, text, locator in [*texts, *ODD]
    ]

    asks = read(exported(form, keys)).asks

    assert [(ask.title, ask.text, ask.locator) for ask in asks] == [*texts, *ODD]


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=1", "-5", "'-5", "- a", "@a", "'a"])
def test_a_workbook_made_of_our_csv_is_taken_back_as_the_csv_is(text):
    RecommendationFactory(published=True, text=text)
    rows = list(csv.reader(io.StringIO(exported("csv").data.decode().removeprefix(BOM))))

    (ask,) = read(opened("xlsx", book([rows]))).asks

    assert (ask.text, rows[1][rows[0].index("text")]) == (text, guarded(text))


def book(sheets, names=("One", "Two")):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"strings_to_formulas": False}) as made:
        for name, rows in zip(names, sheets, strict=False):
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell)
    return held.getvalue()


def test_a_corrected_workbook_of_errors_is_read_without_what_we_wrote_into_it():
    RecommendationFactory(published=True, text="'=1+1")
    rows = list(csv.reader(io.StringIO(exported("csv").data.decode().removeprefix(BOM))))
    rows[1][rows[0].index("text")] = "'=1+1"
    more = [[*rows[0], *OUR_HEADINGS], [*rows[1], "No text", "A text", "Write one"]]

    reading = read(opened("xlsx", book([more])))

    assert reading.asks[0].text == "'=1+1"
    assert not set(OUR_HEADINGS) & set(reading.asks[0].raw)
    assert reading.told == []


def test_cells_may_come_from_staged_rows_as_well():
    RecommendationFactory.create_batch(2, published=True)
    asks = read(exported("csv")).asks
    stored = json.loads(json.dumps([[ask.place, dict(ask.raw)] for ask in asks]))

    again = list(own.asks_from(stored, Wanted()))

    assert again == asks
    assert [Ask.from_json(ask.as_json(), ask.raw) for ask in asks] == asks


def test_an_emptied_cell_empties_its_field_and_a_missing_column_does_not():
    asked = RecommendationFactory(
        published=True, locator="12", action_strength=3, themes=[ThemeFactory()],
        cycle=ReviewCycleFactory(),
    )  # fmt: skip
    InvocationFactory(recommendation=asked)
    empty = ["locator", "action_strength", "themes", "theme_codes", "cycle", "cycle_code",
             "articles", "article_codes", "bases"]  # fmt: skip
    emptied = changed(exported("csv").data, **dict.fromkeys(empty, ""))
    text = exported("csv").data.decode().removeprefix(BOM)
    head, row = csv.reader(io.StringIO(text, newline=""))
    kept = [at for at, name in enumerate(head) if name not in empty]
    narrow = opened("csv", written([[line[at] for at in kept] for line in (head, row)]))

    found, _ = meant(read(emptied).asks)
    assert {name: new for _, name, _, new in differences(found)} == {
        "locator": "", "action_strength": None, "themes": [], "cycle": None, "invocations": [],
    }  # fmt: skip
    found, _ = meant(read(narrow).asks)
    assert [*differences(found)] == []


def test_changed_cells_become_changed_fields():
    maker, theme = OrganisationFactory(name="Chad"), ThemeFactory(code="return")
    article = ArticleFactory(treaty__code="cedaw", number="5(e)(iv)")
    RecommendationFactory(published=True)
    file = changed(
        exported("csv").data,
        title="Another", text="- Stop it", made_by_codes=maker.slug, made_by="Chad",
        theme_codes="return", themes=theme.name, article_codes="cedaw/5-e-iv", bases="section",
        kind="Question", certainty="Sources disagree", names_north_koreans="No", made_on="2020-05",
        action_strength="5",
    )  # fmt: skip

    (one,), _ = meant(read(file).asks)

    assert {name: one.values[name] for _, name, *_ in differences([one])} == {
        "title": "Another", "text": "- Stop it", "made_by": [maker.slug], "themes": ["return"],
        "invocations": [{"article": f"cedaw {article.number}", "basis": "section", "note": ""}],
        "kind": "question", "certainty": "conflict", "names_north_koreans": False,
        "made_on": "2020-05", "action_strength": 5,
    }  # fmt: skip


def test_the_note_on_an_article_stays_and_its_number_is_exact():
    article = ArticleFactory(treaty__code="odd", number="1A(2)")
    invoked = InvocationFactory(article=article, basis="inferred", note="Why we think so.",
                                recommendation__published=True)  # fmt: skip

    found, told = meant(read(exported("csv")).asks)

    assert [*differences(found)] == told == []
    assert found[0].values["invocations"][0]["note"] == invoked.note


@pytest.mark.parametrize(
    ("column", "cell", "instead"),
    [
        ("status_code", "A", "assess the status"),
        ("status", "Implemented", "assess the status"),
        ("position", "Accepted", "record China’s answer"),
        ("answered_on", "2020", "record China’s answer"),
        ("part_of", "R-0001", "enter a relation"),
        ("title_ko", "제목", "translate the title"),
        ("norms", "Non-refoulement", "article_codes"),
        ("document_kind", "Another", "correct the document"),
        ("address", "https://example.org/other/", "follows from the reference"),
        ("made_by", "Somebody else", "made_by_codes"),
        ("addressed_to", "Somebody else", "addressed_to_code"),
        ("document", "Another title", "change the symbol"),
        ("title", "", "cannot be empty"),
        ("made_on", "", "cannot be empty"),
    ],
)
def test_who_changes_what_is_not_read_is_told_what_to_do_instead(column, cell, instead):
    asked = RecommendationFactory(published=True, document__symbol="A/HRC/99/1")
    reading = read(changed(exported("csv").data, **{column: cell}))

    found, (told,) = meant(reading.asks)

    assert f"“{column}”" in told
    assert instead in told
    assert f"({asked.reference})" in told
    assert [*differences(found)] == []
    assert settle(reading.asks, TODAY) == [told]


def test_names_that_follow_their_changed_codes_need_no_word():
    OrganisationFactory(slug="chad", name="Chad; the State")
    RecommendationFactory(published=True)
    both = changed(exported("csv").data, made_by="Chad; the State", made_by_codes="chad")
    codes = changed(exported("csv").data, made_by_codes="chad")

    assert meant(read(both).asks)[1] == meant(read(codes).asks)[1] == []


def test_names_are_read_where_the_codes_were_emptied():
    OrganisationFactory(slug="chad", name="Chad")
    RecommendationFactory(published=True)
    file = changed(exported("csv").data, made_by="Chad", made_by_codes="")

    (one,), told = meant(read(file).asks)

    assert (one.values["made_by"], told) == (["chad"], [])


def test_a_row_without_a_reference_is_a_new_ask_and_the_same_one_when_read_again():
    RecommendationFactory(published=True, document__symbol="A/HRC/99/1")
    blank = {"reference": "", "address": "", "position": "", "position_code": "", "status": "",
             "status_code": "", "published_at": "", "title": "New"}  # fmt: skip
    file = changed(exported("csv").data, **blank)

    first, again = read(file).asks[0], read(file).asks[0]
    found, told = meant([first])

    assert first.reference == ""
    assert first.key == again.key
    assert first.key.startswith("new-")
    assert found[0].values["title"] == "New"
    assert told == []
    assert "record China’s answer" in settle([replace_cell(first, position="Noted")], TODAY)[0]


def replace_cell(ask, **cells):
    return replace(ask, raw={**ask.raw, **cells})


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("kind", "Wish", "Recommendation, Question"),
        ("text_kind", "Rumour", "Our paraphrase"),
        ("certainty", "sure", "To be verified"),
        ("names_north_koreans", "perhaps", "Yes, No"),
        ("action_strength", "strong", "1, 2, 3, 4, 5"),
        ("bases", "hearsay", "explicit, section, inferred"),
        ("bases", "explicit; section", "in the same order"),
        ("addressed_to_code", "nobody-at-all", "recorded here"),
    ],
)
def test_a_word_that_is_on_no_list_is_a_fault_in_its_column(column, cell, expected):
    InvocationFactory(recommendation__published=True)
    (ask,) = read(changed(exported("csv").data, **{column: cell})).asks
    settle([ask], TODAY)
    settle([ask], TODAY)

    (fault,) = ask.faults

    assert fault.column == column
    assert fault.found == cell
    assert expected in fault.expected
    assert fault.mend


def test_a_text_that_excel_cut_stays_as_the_record_has_it():
    long = "장" * (LONGEST + 1)
    RecommendationFactory(published=True, text=long)
    file = exported("xlsx")

    found, told = meant(read(file).asks)

    assert found[0].values["text"] == long
    assert ([*differences(found)], told) == ([], [])
    ask = read(file).asks[0]
    ask = replace_cell(ask, text=ask.raw["text"].replace("장", "x", 1))
    settle([ask], TODAY)
    assert [fault.column for fault in ask.faults] == ["text"]


def test_dates_stay_as_precise_as_they_are_and_excels_own_are_read():
    for date in ("2013", "2013-05", "2013-05-12"):
        RecommendationFactory(published=True, made_on=date)

    assert sorted(ask.made_on for ask in read(exported("xlsx")).asks) == [
        "2013", "2013-05", "2013-05-12",
    ]  # fmt: skip
    (ask, *_) = read(changed(exported("csv").data, made_on="12 May 2013")).asks
    assert ask.made_on == "2013-05-12"
    (ask, *_) = read(changed(exported("csv").data, made_on="5/6/2013")).asks
    assert [fault.column for one in Checker({}).check([ask]) for fault in one.faults] == ["made_on"]


def test_a_formula_in_a_cell_counts_as_what_it_last_gave():
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as made:
        sheet = made.add_worksheet()
        head = ["reference", "title", "text", "kind", "made_on", "made_by", "themes", "locator"]
        sheet.write_row(0, 0, head)
        sheet.write_row(1, 0, ["", "Title", "", "Question", "2013", "China", "", "7"])
        sheet.write_formula(1, 2, '="Stop "&"it"', value="Stop it")

    (ask,) = read(opened("xlsx", held.getvalue())).asks

    assert ask.text == "Stop it"


def test_a_column_that_is_not_ours_is_named():
    RecommendationFactory(published=True)
    text = exported("csv").data.decode().removeprefix(BOM)
    head, row = csv.reader(io.StringIO(text, newline=""))

    reading = read(opened("csv", written([[*head, "Remarks"], [*row, "see me"]])))

    assert reading.told == ["Not read, because the tracker has no such column: “Remarks”."]


@pytest.mark.parametrize("line", [b"{", b"[1]", b'"a"', b"nothing", b"[" * 100_000])
def test_a_broken_line_of_json_is_refused_with_its_number(line):
    RecommendationFactory(published=True)
    file = exported("json")
    file.data += line + b"\n"

    with pytest.raises(Refused, match="Line 2 is no JSON object"):
        read(file)


def test_own_exports_are_told_from_other_tables():
    RecommendationFactory(published=True)
    head = exported("csv").data.decode().removeprefix(BOM).splitlines()[0].split(",")

    assert own.has_its_headings(head)
    assert own.has_its_headings([*head[:12], *OUR_HEADINGS])
    assert not own.has_its_headings(["reference", "title", "text", "Comment"])
    assert own.is_its_json_lines(exported("json").data[:4000])
    assert not own.is_its_json_lines(b'[{"reference": 1}]')
    assert text_kind(exported("json").data) == "json"


def test_a_table_with_other_headings_is_refused_as_an_export_of_ours():
    with pytest.raises(Refused, match="no export of this tracker"):
        read(opened("csv", written([["Text", "Made by"], ["Stop it", "Chad"]])))
