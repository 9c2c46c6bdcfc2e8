"""The workspace of translations: what has no words yet, the form, and the way to the public."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    DevelopmentFactory,
    InvocationFactory,
    RecommendationFactory,
    TranslationFactory,
)
from tracker.actions.publication import sent_mark
from tracker.models import Recommendation, State, Translation, User

QUEUE = "/staff/translations/"
TYPED = {"title": "송환 중단", "words": "아무도 돌려보내지 말 것.", "kind": "ours"}


def form_of(record: Any, language: str = "ko") -> str:
    kind = record._meta.model_name
    return reverse("staff:translation_new", args=[kind, *record.natural_key(), language])


def listed(page: Any) -> list[Any]:
    return list(page.context["page"].object_list)


def test_the_queue_counts_and_lists_what_has_no_words_in_a_language(browser: Client) -> None:
    older, newer, invoked, done = (
        RecommendationFactory(published=True, made_on=day)
        for day in ("2013", "2023", "2001", "2024")
    )
    InvocationFactory(recommendation=invoked)
    TranslationFactory(recommendation=done, published=True)
    TranslationFactory(recommendation=older)
    RecommendationFactory()
    DevelopmentFactory(published=True)

    page = browser.get(QUEUE)

    assert listed(page) == [invoked, newer, older]
    told = page.context["missing"]
    assert [(row.kind, row.language, row.count, row.titles, row.total) for row in told] == [
        ("recommendation", "ko", 3, 1, 4),
        ("development", "ko", 1, 0, 1),
        ("recommendation", "zh-hans", 4, 0, 4),
        ("development", "zh-hans", 1, 0, 1),
    ]
    assert listed(browser.get(QUEUE, {"part": "text"})) == [done]
    assert "on its way" in page.content.decode()
    assert len(listed(browser.get(QUEUE, {"language": "zh-hans"}))) == 4
    assert len(listed(browser.get(QUEUE, {"kind": "development"}))) == 1
    assert listed(browser.get(QUEUE, {"kind": "x", "language": "\0"})) == [invoked, newer, older]


def test_the_queue_asks_as_often_for_many(browser: Client) -> None:
    RecommendationFactory(published=True)
    with CaptureQueriesContext(
        connection,
    ) as one:
        browser.get(QUEUE)
    for _ in range(5):
        RecommendationFactory(published=True)
    with CaptureQueriesContext(connection) as many:
        browser.get(QUEUE)

    assert len(many) == len(one)


def test_a_translation_is_written_beside_the_original_and_sent(browser: Client) -> None:
    ask = RecommendationFactory(published=True, text="Return nobody.")

    page = browser.get(form_of(ask)).content.decode()
    assert "Return nobody." in page
    assert 'lang="ko"' in page

    answer = browser.post(form_of(ask), TYPED | {"send": "yes"})
    written = Translation.objects.get()
    assert (written.state, written.title, written.recommendation) == (
        State.IN_REVIEW,
        TYPED["title"],
        ask,
    )
    assert answer["Location"] == reverse("staff:approval", args=["translation", written.key])
    assert TYPED["words"] in browser.get(answer["Location"]).content.decode()


def test_what_is_wrong_is_said_at_its_place_and_keeps_what_was_typed(browser: Client) -> None:
    development = DevelopmentFactory(published=True)

    page = browser.post(form_of(development), TYPED | {"title": "", "kind": "official"})

    assert "Write the title in this language." in page.content.decode()
    assert TYPED["words"] in page.content.decode()
    refused = browser.post(form_of(development), TYPED | {"kind": "official"}).content.decode()
    assert "An official text needs the document that has it." in refused
    assert not Translation.objects.exists()
    assert browser.post(form_of(development), {"title": "\0", "words": "\0"}).status_code == 200


def test_what_somebody_has_begun_is_opened_instead(browser: Client) -> None:
    draft = TranslationFactory()

    answer = browser.get(form_of(draft.recommendation))

    assert answer["Location"] == reverse("staff:translation_edit", args=[draft.key])


def test_a_draft_is_changed_and_a_conflict_loses_nothing(browser: Client) -> None:
    draft = TranslationFactory(title="처음")
    address = reverse("staff:translation_edit", args=[draft.key])
    form = browser.get(address).context["form"]
    marks = {name: form[name].value() for name in ("expected", "began")}

    assert browser.post(address, TYPED | marks).status_code == 302
    draft.refresh_from_db()
    assert draft.title == TYPED["title"]

    page = browser.post(address, TYPED | marks | {"title": "나중"}).content.decode()
    assert "Somebody has changed this translation meanwhile." in page
    assert "나중" in page
    draft.refresh_from_db()
    assert draft.title == TYPED["title"]


def test_a_second_person_approves_it_in_the_queue(client: Client, coordinator: User) -> None:
    waits = TranslationFactory(in_review=True, title="송환 중단")
    client.force_login(coordinator)

    assert waits.recommendation.title in client.get("/staff/approvals/").content.decode()
    address = reverse("staff:approval", args=["translation", waits.key])
    page = client.get(address)
    assert waits.recommendation.text in page.content.decode()
    client.post(address, {"expected": sent_mark(waits)})

    waits.refresh_from_db()
    assert waits.state == State.PUBLISHED
    assert Recommendation.objects.get().translations == {"ko": {"title": "송환 중단"}}


def test_a_published_text_is_replaced_from_where_it_stands(browser: Client) -> None:
    published = TranslationFactory(published=True, title="송환 중단")
    address = reverse("staff:translation_edit", args=[published.key])

    answer = browser.get(address)
    assert answer["Location"] == form_of(published.recommendation)
    assert browser.get(answer["Location"]).context["form"]["title"].value() == "송환 중단"
    page = browser.post(address, TYPED).content.decode()
    assert "write a newer one" in page

    same = {"title": published.title, "kind": "ours"}
    page = browser.post(answer["Location"], same).content.decode()
    assert "This is what is published already" in page
    sent = browser.post(answer["Location"], same | {"title": "강제송환 중단"})
    page = browser.get(sent["Location"]).content.decode()
    assert '<td lang="ko"> 송환 중단' in " ".join(page.split())
    assert "Public now" in page


@pytest.mark.parametrize(
    "address",
    [
        "/staff/translations/recommendation/R-9999/ko/",
        "/staff/translations/development/nothing/ko/",
        "/staff/translations/response/nothing/ko/",
        "/staff/translations/recommendation/R-9999/fr/",
        "/staff/translations/nothing/edit/",
    ],
)
def test_what_is_not_there_is_not_found(browser: Client, address: str) -> None:
    assert browser.get(address).status_code == 404


def test_a_draft_is_not_translated(browser: Client) -> None:
    assert browser.get(form_of(RecommendationFactory())).status_code == 404
