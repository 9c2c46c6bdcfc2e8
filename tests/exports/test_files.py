"""Recommendations as files."""

import datetime as dt

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.doors import FILE, body, from_csv, from_jsonl, from_xlsx, workbook
from tests.factories import (
    ArticleFactory,
    AssessmentFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ThemeFactory,
)
from tracker.exports.catalogue import TABLES
from tracker.exports.xlsx import LONGEST
from tracker.filters import versions
from tracker.models import Recommendation

KOREAN, CHINESE = "강제송환을 중단하라", "停止強制遣返“脱北者”"
FORMS = ["csv", "jsonl", "xlsx", "atom"]


@pytest.mark.parametrize("read", [from_csv, from_jsonl, from_xlsx])
def test_korean_and_chinese_come_back_as_they_went(client, read):
    RecommendationFactory(published=True, title=KOREAN, text=f"{CHINESE}\n“a”, 'b'; \\ \t= c\r\n")

    (row,) = read(client, {})

    assert row["title"] == KOREAN
    assert row["text"].replace("_x000D_", "\r") == f"{CHINESE}\n“a”, 'b'; \\ \t= c\r\n"


def test_names_stand_for_what_would_be_numbers(client):
    article = ArticleFactory(treaty__code="cat", treaty__short_name="CAT", number="3")
    maker = OrganisationFactory(name="Citizens; Alliance")
    asked = RecommendationFactory(published=True, made_by=[maker], themes=[ThemeFactory()])
    InvocationFactory(recommendation=asked, article=article)
    ResponseFactory(published=True, recommendation=asked, position="noted")
    AssessmentFactory(published=True, recommendation=asked, status="C")

    (row,) = from_csv(client, {})

    assert (row["made_by"], row["articles"], row["treaties"]) == (maker.name, "CAT 3", "CAT")
    assert (row["position"], row["un_position"], row["status"]) == (
        "Noted", "noted", "Not implemented",
    )  # fmt: skip


@override_settings(BASE_URL="https://tracker.example.org")
def test_each_row_has_its_address_on_the_web(client):
    asked = RecommendationFactory(published=True)

    (row,) = from_csv(client, {})

    assert row["address"] == f"https://tracker.example.org{asked.get_absolute_url()}"


def test_a_limb_names_the_item_it_is_part_of(client):
    whole, limb = RecommendationFactory.create_batch(2, published=True)
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=whole)

    assert [(r["reference"], r["part_of"]) for r in from_jsonl(client, {})] == [
        (limb.reference, whole.reference)
    ]


def test_excel_holds_strings_as_strings_and_numbers_as_numbers(client):
    RecommendationFactory(published=True, title="=1+1", locator="0042", action_strength=4)

    (row,) = from_xlsx(client, {})

    assert (row["title"], row["locator"], row["action_strength"]) == ("=1+1", "0042", 4.0)


def test_excel_says_what_it_holds(client):
    RecommendationFactory(published=True, made_on="2020", kind="question")

    sheet = workbook(client, {"kind": "question", "as_of": "2021-03-04"}).get_sheet_by_index(1)
    facts = {row[0]: row[1] for row in sheet.to_python()}

    assert facts["Filter"] == "Kind of ask: Question"
    assert facts["As of"].startswith("2021-03-04")
    assert facts["Rows"] == "1"
    assert facts["Data version"] == versions.data_version()
    assert "counts once" in facts["Basis of counts"]


def test_a_text_longer_than_a_cell_is_cut_and_says_so(client):
    RecommendationFactory(published=True, text="장" * (LONGEST + 1))

    (row,) = from_xlsx(client, {})

    assert len(row["text"]) == LONGEST
    assert "cut" in row["text"][-60:]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("tready=cat", "tready: There is no such parameter here. Did you mean “treaty”?"),
        ("status=c", "status: “c” is not one of its values. Did you mean “C”?"),
        ("as_of=2024-13-01", "as_of"),
        ("changed_since=soon", "changed_since"),
        ("changed_since=2999-01-01", "changed_since"),
        ("sort=up", "sort"),
        ("page=2", "page"),
        ("q=a&q=b", "q: It is given more than once."),
        ("kind=%00", "kind"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_in_plain_words(client, form, query, told):
    response = client.get(f"{FILE}{form}?{query}")

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert told in response.content.decode()


@pytest.mark.parametrize("form", FORMS)
def test_an_old_name_of_a_parameter_leads_to_the_new_one(client, form):
    response = client.get(f"{FILE}{form}?search=a+b&org=x&org=y&status=C")

    assert response.status_code == 301
    assert response.headers["Location"] == (
        f"{FILE}{form}?q=a+b&organisation=x&organisation=y&status=C"
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_the_reader_has_already_is_not_sent_again(client, form):
    RecommendationFactory(published=True)
    first = client.get(f"{FILE}{form}")
    body(first)

    again = client.get(f"{FILE}{form}", headers={"If-None-Match": first.headers["ETag"]})
    RecommendationFactory(published=True)
    changed = client.get(f"{FILE}{form}", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert body(changed)
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_another_day_is_another_answer():
    version = versions.data_version()

    tags = {versions.etag(version, timezone.localdate() + dt.timedelta(days=n)) for n in range(3)}

    assert len(tags) == 3


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_for_everybody_alike(client, coordinator, form):
    client.force_login(coordinator)

    response = client.get(f"{FILE}{form}")

    body(response)
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("form", FORMS)
@override_settings(FACET_INDEX="off")  # whose own queries depend on what has just changed
def test_a_file_takes_as_many_queries_however_long(client, form):
    assert queries(client, form, rows=1) == queries(client, form, rows=12)


def queries(client, form, rows):
    for asked in RecommendationFactory.create_batch(rows, published=True):
        InvocationFactory(recommendation=asked)
        ResponseFactory(published=True, recommendation=asked)
        AssessmentFactory(published=True, recommendation=asked)
    body(client.get(f"{FILE}{form}"))
    with CaptureQueriesContext(connection) as found:
        body(client.get(f"{FILE}{form}"))
    return len(found)


def test_a_feed_tells_the_newest_first_and_names_each_thing_for_good(client):
    asked = RecommendationFactory(published=True, title="Stop <b>returns</b> & help")
    answer = ResponseFactory(published=True, recommendation=asked, position="noted")
    judged = AssessmentFactory(published=True, recommendation=asked)
    ResponseFactory(recommendation=asked, words="draft words")

    feed = body(client.get(f"{FILE}atom?position=noted")).decode()

    places = [
        feed.index(f",2026:{name}</id>")
        for name in (
            f"assessment/{judged.key}", f"response/{answer.key}", f"ask/{asked.reference}",
        )
    ]  # fmt: skip
    assert places == sorted(places)
    assert "draft words" not in feed
    assert "&lt;b&gt;returns&lt;/b&gt; &amp; help" in feed


def test_a_feed_of_other_things_does_not_tell_them(client):
    RecommendationFactory(published=True, kind="question")

    assert b"<entry>" not in body(client.get(f"{FILE}atom?kind=concern"))


def test_the_data_page_names_every_column(client):
    page = client.get("/en/data/").content.decode()

    missing = [
        (table.name, column.name)
        for table in TABLES
        for column in table.columns
        if f"<code>{column.name}</code>" not in page
    ]
    assert not missing
    assert all(column.meaning for table in TABLES for column in table.columns)


def test_no_list_names_a_column_twice():
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name


def test_no_column_holds_a_person_or_a_staff_field():
    forbidden = ("recorded_by", "submitted", "approved_by", "withdrawn", "returned", "users", "u.")
    for table in TABLES:
        for column in table.columns:
            assert not any(word in column.expression for word in forbidden), column.name


def test_a_draft_is_in_no_file(client):
    RecommendationFactory(title="CANARY")
    RecommendationFactory(in_review=True, title="CANARY")
    gone = RecommendationFactory(published=True, title="CANARY")
    Recommendation.objects.filter(pk=gone.pk).update(
        state="withdrawn", withdrawn_reason="Entered twice.",
        withdrawn_at=timezone.now(), withdrawn_by=gone.recorded_by,
    )  # fmt: skip

    for form in FORMS:
        assert b"CANARY" not in body(client.get(f"{FILE}{form}"))
    assert from_xlsx(client, {}) == []


def test_a_page_leads_from_the_old_name_of_a_parameter_to_the_new_one(client):
    response = client.get("/en/recommendations/?search=returns&view=table")

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/recommendations/?q=returns&view=table"
