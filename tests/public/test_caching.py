"""A page that the reader has already is not made again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ArticleFactory,
    DevelopmentFactory,
    InvocationFactory,
    NoteFactory,
    NoteSubjectFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ThemeFactory,
    UserFactory,
)
from tests.public.site import BROWSE, LISTS
from tracker.actions.publication import discard, replace_draft, withdraw
from tracker.filters.versions import data_version
from tracker.models import Recommendation

HTMX = {"HX-Request": "true"}


def tag_of(client, address, **headers):
    return client.get(address, headers=headers).headers["ETag"]


@pytest.mark.parametrize("address", LISTS)
def test_the_same_page_is_answered_with_304_until_the_data_changes(client, address):
    known = {"If-None-Match": tag_of(client, address)}

    with CaptureQueriesContext(connection) as asked:
        again = client.get(address, headers=known)
    RecommendationFactory(published=True)
    changed = client.get(address, headers=known)

    assert (again.status_code, again.content) == (304, b"")
    assert len(asked) <= 1
    assert again.headers["Cache-Control"] == "public, max-age=0, s-maxage=2"
    assert (changed.status_code, changed.headers["ETag"] == known["If-None-Match"]) == (200, False)


def test_a_page_and_its_part_are_told_apart(client):
    assert tag_of(client, BROWSE) != tag_of(client, BROWSE, **HTMX)
    assert client.get(BROWSE).headers["Vary"] == "HX-Request, HX-History-Restore-Request"


@pytest.mark.parametrize("address", [f"{BROWSE}?nonsense=1", f"{BROWSE}?as_of=never"])
def test_what_is_refused_is_kept_nowhere(client, address):
    refused = client.get(address)

    assert refused.status_code == 400
    assert not {"ETag", "Cache-Control"} & refused.headers.keys()


def test_the_version_tells_nobody_that_staff_are_at_work_on_drafts():
    public, draft = RecommendationFactory(published=True), RecommendationFactory()
    said = ResponseFactory(recommendation=public, published=True)
    article, theme = ArticleFactory(), ThemeFactory()
    answer = ResponseFactory(recommendation=public, recorded_by=UserFactory(contributor=True))
    other = ResponseFactory(recommendation=public)
    before = data_version()

    hidden = [
        lambda: RecommendationFactory(document=draft.document, made_by=draft.made_by.all()),
        lambda: Recommendation.objects.filter(pk=draft.pk).update(title="Another title"),
        lambda: InvocationFactory(recommendation=draft, article=article),
        lambda: draft.themes.add(theme),
        lambda: ResponseFactory(recommendation=public, document=public.document),
        lambda: RelationFactory(from_recommendation=draft, to_recommendation=public),
        lambda: NoteSubjectFactory(note=NoteFactory(audience="staff"), recommendation=public),
        lambda: DevelopmentFactory(
            recommendations=[public], document=public.document, sources=[public.document]
        ),
        lambda: discard(record=answer, by=answer.recorded_by),
        lambda: replace_draft(other, by=other.recorded_by),
        lambda: discard(record=draft, by=draft.recorded_by),
    ]
    for number, change in enumerate(hidden):
        change()
        assert data_version() == before, number
    for change in (
        lambda: InvocationFactory(recommendation=public, article=article),
        lambda: public.themes.add(theme),
        lambda: NoteSubjectFactory(note=NoteFactory(), recommendation=public),
        lambda: public.document.authors.add(OrganisationFactory()),
        lambda: Recommendation.objects.filter(pk=public.pk).update(title="Another title"),
        lambda: withdraw(record=said, reason="Wrong.", by=UserFactory(coordinator=True)),
    ):
        change()
        assert data_version() != before
        before = data_version()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/recommendations/R-9999/", 404),
        ("/en/recommendations/R-9999/cite.bib", 404),
        ("/en/embed/nope/", 404),
        ("/en/embed/nope/chart.svg", 404),
        ("/sitemap-lists-999.xml", 404),
        ("/api/v1/recommendations/R-9999/", 404),
        (f"{BROWSE}?foo=1", 400),
        ("/en/cite.bib?foo=1", 400),
        ("/ko/", 200),
        ("/en/?as_of=2024-01-01", 200),
        ("/en/recommendations.csv", 200),
        ("/en/changes.atom", 200),
    ],
)
def test_a_tag_says_nothing_about_another_address(client, address, status):
    tags = [tag_of(client, known) for known in ("/en/", BROWSE, "/robots.txt", "/en/matrix.csv")]

    for condition in (", ".join(tags), "*"):
        assert client.get(address, headers={"If-None-Match": condition}).status_code == status


def test_an_address_has_a_tag_of_its_own_in_each_language_and_for_each_question(client):
    asked = [
        *LISTS, "/ko/", "/zh-hans/", f"{BROWSE}?q=a", f"{BROWSE}?q=b", "/en/recommendations.csv",
        "/en/recommendations.csv?q=a", "/ko/recommendations.csv", "/api/v1/recommendations/",
        "/api/v1/recommendations/?q=a", "/robots.txt", "/sitemap.xml",
    ]  # fmt: skip

    assert len({tag_of(client, address) for address in asked}) == len(asked)
