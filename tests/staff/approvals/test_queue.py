from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    NoteSubjectFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
)
from tests.staff.approvals.pages import another, as_read, names, queue, state_of, table, url
from tracker.models import Response, State, User


def test_the_queue_is_in_order_of_arrival_and_answers_of_a_document_are_one_line(
    browser: Client, waiting: Response
) -> None:
    DevelopmentFactory(in_review=True, title="A law")
    another(waiting)

    page = queue(browser)

    assert names(page) == [str(waiting.document), "A law"]
    assert page.context["page"][0].count == 2
    assert "2 answers in" in page.content.decode()
    assert names(queue(browser, sort="newest")) == ["A law", str(waiting.document)]


def test_the_lists_are_what_waits_what_is_mine_and_what_was_returned(
    browser: Client, coordinator: User
) -> None:
    DevelopmentFactory(title="Waits", in_review=True)
    DevelopmentFactory(title="Mine", recorded_by=coordinator)
    DevelopmentFactory(title="Hers, returned", returned_reason="Which day?")

    assert names(queue(browser)) == ["Waits"]
    assert names(queue(browser, list="mine")) == ["Mine"]
    returned = queue(browser, list="returned")
    assert names(returned) == ["Hers, returned"]
    assert "Which day?" in returned.content.decode()
    assert [count for _, _, count in returned.context["lists"]] == [1, 1, 1]


def test_the_queue_is_narrowed_by_kind_cycle_document_and_person(
    browser: Client, waiting: Response, ask: Any
) -> None:
    asked = ask(published=False, in_review=True)
    event = DevelopmentFactory(in_review=True, title="A law")

    assert names(queue(browser, kind="development")) == ["A law"]
    assert names(queue(browser, cycle=asked.cycle.slug)) == [str(asked)]
    assert names(queue(browser, document=event.document.slug)) == ["A law"]
    assert names(queue(browser, by=event.recorded_by.handle)) == ["A law"]
    wrong = queue(browser, kind="nothing")
    assert len(names(wrong)) == 3
    assert "Nothing of this is in the list" in wrong.content.decode()


def test_a_contributor_sees_their_own_and_what_waits_without_deciding(
    client: Client, contributor: User, waiting: Response
) -> None:
    client.force_login(contributor)
    DevelopmentFactory(title="Mine", recorded_by=contributor)

    assert names(queue(client)) == ["Mine"]
    page = queue(client, list="waiting").content.decode()
    assert "1 answer in" in page
    assert table(waiting) not in page
    assert client.get(table(waiting)).status_code == 403


def test_after_a_decision_the_next_of_the_queue_opens(
    browser: Client, coordinator: User, waiting: Response
) -> None:
    mine = DevelopmentFactory(in_review=True, recorded_by=coordinator)
    first, second = DevelopmentFactory.create_batch(2, in_review=True)
    asked = "?kind=development"

    page = browser.get(url("approval", first, "development") + asked)
    assert (page.context["way"].number, page.context["way"].total) == (1, 2)
    assert "1 of 2" in page.content.decode()

    done = browser.post(url("approval", first, "development") + asked, as_read(first))
    assert done.url == url("approval", second, "development") + asked
    said = as_read(second) | {"reason": "Which law?"}
    last = browser.post(url("send_back", second, "development") + asked, said)
    assert last.url == reverse("staff:approvals")
    assert "the last of what you asked for" in browser.get(last.url).content.decode()
    assert state_of(mine) == State.IN_REVIEW


def test_the_queries_of_the_queue_do_not_grow_with_it(browser: Client, ask: Any) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            asked = ask()
            draft = RecommendationFactory(in_review=True, document=asked.document)
            RelationFactory(from_recommendation=draft, to_recommendation=asked)
            beside = NoteSubjectFactory(recommendation=draft)
            beside.note.sources.add(DocumentFactory(is_public=False))
            AmendmentFactory(in_review=True, recommendation=asked)
            ResponseFactory(in_review=True, recommendation=asked, document=asked.document)
            AssessmentFactory(in_review=True, recommendation=asked)
            DevelopmentFactory(in_review=True, document=asked.document)

    def queries() -> list[int]:
        first = Response.objects.first()
        assert first
        found = []
        asks = reverse("staff:approve_asks", args=["report"])
        for address in (reverse("staff:approvals"), table(first), asks, url("approval", first)):
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(address).status_code == 200
            found.append(len(captured))
        return found

    fill(2)
    few = queries()
    fill(5)

    assert queries() == few
    assert max(few) <= 40
