"""The API does what its description says, whatever it is asked."""

import datetime as dt
from urllib.parse import urlencode

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.http import QueryDict
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import checks
from schemathesis.specs.openapi import checks as openapi

from tests.public.site import read
from tracker.api.reference import description
from tracker.exports.catalogue import TABLES
from tracker.filters.facets import FACETS
from tracker.filters.recommendations import RecommendationFilter

NAMES = [*(facet.name for facet in FACETS), "q", "changed_since", "as_of", "sort", "page", "size"]
DOORS = [
    *(f"/en/recommendations.{form}" for form in ("csv", "jsonl", "xlsx", "atom")),
    *(f"/api/v1/{table.name}/" for table in TABLES),
    "/api/v1/recommendations/R-0001/", "/api/v1/", "/api/v1/reference/", "/en/data/",
]  # fmt: skip
CHECKS = [
    checks.not_a_server_error,
    openapi.status_code_conformance,
    openapi.content_type_conformance,
    openapi.response_schema_conformance,
    openapi.unsupported_method,
    openapi.negative_data_rejection,
]


def test_every_list_is_described_with_all_its_columns():
    told = description()

    for table in TABLES:
        row = told["components"]["schemas"][f"{table.name.title()}Row"]
        assert [*row["properties"]] == [column.name for column in table.columns]
        responses = told["paths"][reverse(f"api:{table.name}")]["get"]["responses"]
        assert {"200", "304", "400", "404"} <= set(responses)


def test_the_reference_page_names_every_call_and_parameter_without_a_script(client):
    page = client.get(reverse("api:reference")).content.decode()

    for path, calls in description()["paths"].items():
        assert path in page
        for call in calls.values():
            for parameter in call.get("parameters", []):
                assert f"<code>{parameter['name']}</code>" in page
    assert "<script" not in page
    assert "style=" not in page
    assert "`" not in page


def test_every_example_of_the_reference_page_has_an_answer(client, seeded):
    page = read(client.get(reverse("api:reference")))
    examples = [link.href for link in page.links if link.words == link.href]

    assert len(examples) > len(TABLES)
    for address in examples:
        assert client.get(address).status_code == 200, address


def test_the_reference_page_tells_the_values_of_every_facet_as_the_filter_takes_them(
    client, seeded
):
    html = client.get(reverse("api:reference")).content.decode()
    asked = RecommendationFilter(QueryDict(), on=dt.date(2100, 1, 1))

    for facet in FACETS:
        for value in asked.labels_of(facet):
            assert f"<li><code>{value}</code>" in html, (facet.name, value)


def test_the_links_within_the_reference_page_and_to_the_dictionary_lead_somewhere(client):
    here, there = (read(client.get(address)) for address in (reverse("api:reference"), "/en/data/"))
    ids = {attributes.get("id") for _, attributes in here.elements}
    known = {attributes.get("id") for _, attributes in there.elements}
    links = [link.href for link in here.links]

    assert {link[1:] for link in links if link.startswith("#")} - {"content"} <= ids
    assert {link.split("#")[1] for link in links if link.startswith("/en/data/#")} <= known


@pytest.fixture
def api(seeded):
    """The application itself, with something to answer."""
    for signal in (request_started, request_finished):  # as Django's own client does
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi(reverse("api:schema"), get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


asked = schemathesis.pytest.from_fixture("api")


@asked.parametrize()
@settings(
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_question_gets_a_failure_or_an_answer_that_is_not_described(case):
    case.call_and_validate(checks=CHECKS)


BAD = [
    "\x00", "\ud7ff\ufffd", "9" * 400, "-1", "‮treaty", "a" * 10_000, "' OR 1=1 --", "{}[]", "%",
    "\u200b", "2024-02-30", "true", "null", "R-0001/../", "강제송환", "=1+1",
]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.one_of(st.sampled_from(NAMES), st.text(max_size=8)),
            st.one_of(st.sampled_from(BAD), st.text(max_size=20)),
        ),
        max_size=6,
    ),
    st.sampled_from(DOORS),
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bad_input_is_refused_or_answered_at_every_door(client, seeded, query, door):
    response = client.get(f"{door}?{urlencode(query, errors='replace')}")

    assert response.status_code in (200, 301, 304, 400, 404)
    response.getvalue()
