from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from tests.factories import DevelopmentFactory, MilestoneFactory, ResponseFactory
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
    assert [str(record) for record in work.returned] == ["Back"]
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
