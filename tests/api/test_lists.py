"""The API's lists and records."""

import json
import re

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.doors import body
from tests.factories import (
    ArticleFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    InvocationFactory,
    NoteFactory,
    NoteSubjectFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    UserFactory,
)
from tracker.exports.catalogue import ASKED, REFERENCES, TABLES
from tracker.exports.notes import NOTES
from tracker.exports.relations import RELATIONS
from tracker.filters import indexes
from tracker.models import Recommendation, Response

ROOT = "/api/v1/"
LISTS = [table.name for table in TABLES]
LOOK_UP = [listed.table.name for listed in REFERENCES]
FILTERED = [listed.table.name for listed in ASKED]


@pytest.fixture(autouse=True)
def _fresh_index():
    indexes.forget()
    yield
    indexes.forget()


@pytest.fixture
def record():
    """A row for each list."""
    cycle = ReviewCycleFactory(reviewed_on="2023-01-01")
    asked = RecommendationFactory(published=True, cycle=cycle)
    InvocationFactory(recommendation=asked, article=ArticleFactory(treaty__code="cat", number="3"))
    ResponseFactory(published=True, recommendation=asked, position="noted")
    AssessmentFactory(published=True, recommendation=asked)
    DevelopmentFactory(published=True, recommendations=[asked])
    return asked


def get(client, name, **query):
    return json.loads(body(client.get(f"{ROOT}{name}/", query)))


@pytest.mark.parametrize("table", TABLES, ids=LISTS)
def test_every_list_has_rows_with_the_columns_of_the_dictionary(client, record, table):
    answer = get(client, table.name)

    assert answer["count"] == len(answer["results"]) == 1
    assert [*answer["results"][0]] == [column.name for column in table.columns]


@pytest.mark.parametrize("name", FILTERED)
def test_lists_that_belong_to_recommendations_take_the_whole_filter(client, record, name):
    RecommendationFactory(published=True)

    assert get(client, name, treaty="cat")["count"] == 1
    assert get(client, name, treaty="none", position="noted")["count"] == 0
    assert get(client, name, as_of="1999-01-01")["count"] == 0


def test_a_record_comes_with_its_answers_and_assessments(client, record):
    found = get(client, f"recommendations/{record.reference}")

    assert found["title"] == record.title
    assert [row["position_code"] for row in found["responses"]] == ["noted"]
    assert [row["status_code"] for row in found["assessments"]] == ["C"]
    assert get(client, f"recommendations/{record.reference}", as_of="2023-06-01")["responses"] == []


def test_a_record_comes_with_its_relations_in_either_direction(client, record):
    later = RecommendationFactory(published=True, made_on="2023-03")
    limb = RecommendationFactory(published=True)
    RelationFactory(from_recommendation=later, to_recommendation=record, note="Its words.")
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=record)
    RelationFactory(to_recommendation=record)  # of a draft

    def relations(ask, **query):
        found = get(client, f"recommendations/{ask.reference}", **query)["relations"]
        return [(row["from_reference"], row["kind"], row["to_reference"]) for row in found]

    both = [
        (limb.reference, "is part of", record.reference),
        (later.reference, "takes up", record.reference),
    ]
    assert relations(record) == both
    assert relations(record, as_of="2023-02-15") == both[:1]
    assert relations(later) == both[1:]
    row = get(client, f"recommendations/{later.reference}")["relations"][0]
    assert [*row] == [column.name for column in RELATIONS.columns]
    assert (row["closeness"], row["note"]) == ("Close", "Its words.")
    assert row["to_address"].endswith(record.get_absolute_url())


def test_a_record_comes_with_its_notes_of_today(client, record):
    hidden = DocumentFactory(is_public=False)
    shown = DocumentFactory(symbol="A/1")
    note = NoteFactory(text="The date differs.", sources=[shown, hidden])
    NoteSubjectFactory(note=note, recommendation=record)
    NoteSubjectFactory(note=NoteFactory(audience="staff"), recommendation=record)

    (row,) = get(client, f"recommendations/{record.reference}")["notes"]

    assert [*row] == [column.name for column in NOTES.columns]
    assert (row["text"], row["kind"], row["sources"]) == ("The date differs.", "Remark", ["A/1"])
    assert row["source_addresses"][0].endswith(shown.get_absolute_url())
    assert get(client, f"recommendations/{record.reference}", as_of="2024-01-01")["notes"] == []


def test_an_item_that_is_split_can_still_be_read_singly(client, record):
    limb = RecommendationFactory(published=True)
    record.relations_in.create(from_recommendation=limb, kind="part-of")

    references = [row["reference"] for row in get(client, "recommendations")["results"]]

    assert references == [limb.reference]
    assert get(client, f"recommendations/{record.reference}")["reference"] == record.reference


def test_a_withdrawn_record_says_so_and_why(client, record):
    withdraw(record)

    response = client.get(f"{ROOT}recommendations/{record.reference}/")

    assert response.status_code == 410
    assert "Entered twice" in response.json()["errors"]["reference"]["message"]


def withdraw(record):
    type(record).objects.filter(pk=record.pk).update(
        state="withdrawn", withdrawn_reason="Entered twice.",
        withdrawn_at=timezone.now(), withdrawn_by=record.recorded_by,
    )  # fmt: skip


def test_pages_lead_from_one_to_the_next_and_back(client):
    RecommendationFactory.create_batch(5, published=True)
    found, address = [], f"{ROOT}recommendations/?size=2&kind=recommendation"
    while address:
        answer = json.loads(body(client.get(address)))
        found += [row["reference"] for row in answer["results"]]
        address = answer["next"]

    assert (len(found), answer["pages"], len(set(found))) == (5, 3, 5)
    before = json.loads(body(client.get(answer["previous"])))
    assert [row["reference"] for row in before["results"]] == found[2:4]


@pytest.mark.parametrize(
    ("path", "status", "parameter", "nearest"),
    [
        ("recommendations/?tready=cat", 400, "tready", "treaty"),
        ("recommendations/?status=c", 400, "status", "C"),
        ("recommendations/?as_of=2999-01-01", 400, "as_of", None),
        ("recommendations/?changed_since=2999-01-01", 400, "changed_since", None),
        ("recommendations/?as_of=2020-01-01&as_of=2021-01-01", 400, "as_of", None),
        ("recommendations/?size=0", 400, "size", None),
        ("recommendations/?size=1001", 400, "size", None),
        ("recommendations/?page=-1", 400, "page", None),
        ("recommendations/?page=99999999999999999999", 400, "page", None),
        ("recommendations/?page=%EF%BC%91", 400, "page", None),
        ("recommendations/?page=2", 404, "page", None),
        ("recommendations/?q=a&q=b", 400, "q", None),
        ("recommendations/?%00=%00", 400, "\x00", None),
        ("treaties/?treaty=cat", 400, "treaty", None),
        ("treaties/?as_off=2020-01-01", 400, "as_off", "as_of"),
        ("recommendations/R-0000/", 404, "address", None),
        ("recommendations/D-ABCDEFGH/", 404, "address", None),
        ("recommendations/R-0001/?treaty=cat", 400, "treaty", None),
        ("recommendations", 404, "address", "/api/v1/recommendations/"),
        ("nothing/", 404, "address", None),
    ],
)
def test_errors_are_json_and_name_the_parameter(client, path, status, parameter, nearest):
    response = client.get(f"{ROOT}{path}")

    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/json"
    error = response.json()["errors"][parameter]
    assert error["message"]
    assert error["did_you_mean"] == nearest


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("name", LISTS)
def test_the_api_only_reads(client, method, name):
    response = getattr(client, method)(f"{ROOT}{name}/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.json()["errors"]


@pytest.mark.parametrize("name", [*LISTS, "recommendations/{0}"])
def test_what_the_reader_has_already_is_not_sent_again(client, record, name):
    address = f"{ROOT}{name.format(record.reference)}/"
    tag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"If-None-Match": tag})
    ResponseFactory(published=True, recommendation=record)
    changed = client.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert (again.headers["ETag"], again.headers["Cache-Control"]) == (tag, "public, max-age=60")
    assert (changed.status_code, changed.headers["ETag"] == tag) == (200, False)


@pytest.mark.parametrize("name", ["", "schema/", "reference/", *(f"{n}/" for n in LISTS)])
def test_any_site_may_read_and_no_cookie_is_set(client, coordinator, name):
    client.force_login(coordinator)

    response = client.get(f"{ROOT}{name}", headers={"Origin": "https://elsewhere.example"})

    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_browser_may_ask_beforehand(client):
    response = client.options(
        f"{ROOT}recommendations/", headers={"Access-Control-Request-Method": "GET"}
    )

    assert response.status_code == 204
    assert "GET" in response.headers["Access-Control-Allow-Methods"]
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]


def test_old_names_of_parameters_lead_to_the_new_ones(client):
    response = client.get(f"{ROOT}recommendations/?document_kind=addendum")

    assert response.status_code == 301
    assert response.headers["Location"] == f"{ROOT}recommendations/?document=addendum"


@pytest.mark.parametrize("name", LISTS)
@override_settings(FACET_INDEX="off")  # whose own queries depend on what has just changed
def test_a_list_takes_as_many_queries_however_long(client, record, name):
    one = queries(client, name)
    for _ in range(8):
        asked = RecommendationFactory(published=True, cycle=ReviewCycleFactory())
        InvocationFactory(recommendation=asked)
        ResponseFactory(published=True, recommendation=asked)
        AssessmentFactory(published=True, recommendation=asked)
        DevelopmentFactory(published=True, recommendations=[asked])

    assert get(client, name)["count"] > 1
    assert queries(client, name) == one


def queries(client, name):
    get(client, name)
    with CaptureQueriesContext(connection) as found:
        get(client, name)
    return len(found)


def test_nothing_unpublished_and_nobody_is_in_any_answer(client, record):
    """Words planted wherever the public has no business come out nowhere."""
    user = UserFactory(contributor=True, name="CANARY", email="canary@example.org")
    by = {"recorded_by": user}
    RecommendationFactory(title="CANARY", **by)
    RecommendationFactory(in_review=True, text="CANARY", **by)
    ResponseFactory(recommendation=record, words="CANARY", **by)
    AssessmentFactory(recommendation=record, rationale="CANARY", **by)
    draft = DevelopmentFactory(title="CANARY", summary="CANARY", recommendations=[record], **by)
    judged = AssessmentFactory(published=True, recommendation=record, evidence=None, **by)
    EvidenceFactory(assessment=judged, document=None, development=draft)
    EvidenceFactory(
        assessment=judged, document=None,
        response=ResponseFactory(recommendation=record, document__title="CANARY", **by),
    )  # fmt: skip
    NoteSubjectFactory(note=NoteFactory(text="CANARY", audience="staff"), recommendation=record)
    for hidden in ({}, {"in_review": True}, {"withdrawn": True}):
        RelationFactory(
            from_recommendation=RecommendationFactory(title="CANARY", **hidden, **by),
            to_recommendation=record, note="CANARY",
        )  # fmt: skip
    RecommendationFactory(made_by=[OrganisationFactory(name="CANARY", slug="canary")], **by)
    gone = ResponseFactory(published=True, recommendation=record, words="CANARY", **by)
    withdraw(gone)

    names = [*LISTS, f"recommendations/{record.reference}", "schema", "reference"]
    told = {name: client.get(f"{ROOT}{name}/").content for name in names}

    assert [name for name, text in told.items() if re.search(b"canary", text, re.I)] == []
    assert Response.objects.filter(words="CANARY").exists()
    assert Recommendation.objects.filter(title="CANARY").exists()


@pytest.mark.parametrize("name", LISTS)
def test_the_dictionary_knows_every_word_that_is_fixed(client, record, name):
    table = next(table for table in TABLES if table.name == name)

    for row in get(client, name)["results"]:
        for column in table.columns:
            values = row[column.name] if isinstance(row[column.name], list) else [row[column.name]]
            if column.values:
                assert set(values) - {None} <= set(column.values), column.name
