from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    DevelopmentFactory,
    DocumentFactory,
    MilestoneFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tracker.models import Document, Recommendation, User

Ask = Callable[..., Recommendation]


def test_a_contributor_sees_what_waits_for_them_and_nobody_elses(
    client: Client, contributor: User
) -> None:
    DevelopmentFactory(title="My draft", recorded_by=contributor)
    DevelopmentFactory(title="Her draft")
    DevelopmentFactory(title="Sent", recorded_by=contributor, in_review=True)
    DevelopmentFactory(title="Back", recorded_by=contributor, returned_reason="Why so?")
    client.force_login(contributor)

    response = client.get(reverse("staff:home"))

    work, page = response.context["work"], response.content.decode()
    assert [str(record) for record in work.drafts.others] == ["My draft"]
    assert [str(record) for record in work.waiting.others] == ["Sent"]
    assert [str(record) for record in work.returned.others] == ["Back"]
    assert "Why so?" in page
    assert "Her draft" not in page
    assert "waiting for approval" not in page


def test_hundreds_of_answers_of_one_document_are_one_line(
    client: Client, contributor: User, ask: Ask, reply: Document
) -> None:
    for _ in range(3):
        asked = ask()
        ResponseFactory(
            recommendation=asked, document=reply, cycle=asked.cycle, recorded_by=contributor
        )
    client.force_login(contributor)

    page = client.get(reverse("staff:home")).content.decode()

    assert "3 answers in" in page


def test_a_draft_answer_in_no_sheet_has_a_way_to_its_own_page(
    client: Client, contributor: User, ask: Ask, reply: Document
) -> None:
    alone = ResponseFactory(recommendation=ask(), document=reply, recorded_by=contributor)
    asked = ask()
    ResponseFactory(
        recommendation=asked, document=reply, cycle=asked.cycle, recorded_by=contributor
    )
    client.force_login(contributor)
    own = reverse("staff:approval", args=["response", alone.key])
    sheet = reverse("staff:sheet", args=[asked.cycle.slug, reply.slug])

    for page in (reverse("staff:home"), f"{reverse('staff:approvals')}?list=mine"):
        shown = client.get(page).content.decode()
        assert f'href="{own}' in shown
        assert f'<a href="{sheet}">1 answer in' in shown
    send = reverse("staff:send", args=["response", alone.key])
    assert f'action="{send}"' in client.get(own).content.decode()


def test_cycles_say_how_many_recommendations_have_no_answer(
    client: Client, contributor: User, ask: Ask
) -> None:
    ask()
    ask()
    ResponseFactory(recommendation=ask())
    client.force_login(contributor)

    [cycle] = client.get(reverse("staff:home")).context["cycles"]

    assert cycle.left == 2


def test_a_coordinator_sees_the_queue_and_what_is_overdue(
    client: Client, coordinator: User
) -> None:
    DevelopmentFactory(in_review=True)
    MilestoneFactory(key="late", due_on="2019-03")
    MilestoneFactory(key="done", due_on="2019-03", done_on="2019-02")
    MilestoneFactory(key="far", due_on="2199")
    client.force_login(coordinator)

    context = client.get(reverse("staff:home")).context

    assert context["waiting_count"] == 1
    assert [(item.milestone.key, item.is_overdue) for item in context["due"]] == [("late", True)]


def test_the_queries_of_the_home_page_do_not_grow_with_what_waits(
    client: Client, contributor: User, ask: Ask, reply: Document
) -> None:
    def enter(count: int) -> None:
        for stage in ({}, {"in_review": True}, {"returned_reason": "Why?"}):
            for _ in range(count):
                asked = ask()
                mine = {"recorded_by": contributor} | stage
                RecommendationFactory(**mine)
                RecommendationFactory(document=asked.document, **mine)
                ResponseFactory(recommendation=asked, document=reply, cycle=asked.cycle, **mine)
                DevelopmentFactory(document=reply, **mine)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("staff:home"))
        return len(captured)

    client.force_login(contributor)
    enter(2)
    few = queries()
    enter(8)

    assert queries() == few <= 30


def test_of_many_records_the_first_are_shown_and_all_are_counted(
    client: Client, contributor: User
) -> None:
    DevelopmentFactory.create_batch(22, recorded_by=contributor)
    asked = RecommendationFactory.create_batch(
        3, recorded_by=contributor, document=DocumentFactory()
    )
    client.force_login(contributor)

    response = client.get(reverse("staff:home"))

    drafts = response.context["work"].drafts
    assert (drafts.count, len(drafts.others), drafts.more) == (25, 20, 2)
    assert [(group.document, group.count) for group in drafts.asks] == [(asked[0].document, 3)]
    assert "And 2 more" in response.content.decode()
