"""Everything that happened on a day."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    DevelopmentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.actions.publication import approve_all, return_to_author, submit
from tracker.models import Organisation, User

DAY = reverse("staff:day")


@pytest.fixture
def ada() -> User:
    return UserFactory(contributor=True, name="Ada")


@pytest.fixture
def ben() -> User:
    return UserFactory(coordinator=True, name="Ben")


@pytest.fixture
def busy(ada: User, ben: User) -> Any:
    """Ada sends an answer and a development, Ben returns one and approves the other."""
    answer = ResponseFactory(recommendation=RecommendationFactory(published=True))
    event = DevelopmentFactory(title="A law")
    submit(records=[answer, event], by=ada)
    return_to_author(record=event, reason="Which law?", by=ben)
    approve_all(records=[answer], by=ben)
    return answer


def steps(client: Client, **query: Any) -> list[Any]:
    return list(client.get(DAY, query).context["page"])


def done(found: list[Any]) -> set[tuple[str, str]]:
    return {(step.who, step.did) for step in found}


def test_every_step_of_everybody_is_listed_with_what_it_was_about(
    client: Client, busy: Any, ada: User
) -> None:
    client.force_login(ada)

    found = steps(client)

    assert {
        ("Ada", "sent for approval"),
        ("Ben", "returned to the author"),
        ("Ben", "approved several together"),
    } <= done(found)
    [sent] = [step for step in found if step.did == "sent for approval"]
    assert {str(record) for record in sent.records} == {str(busy), "A law"}
    assert sent.summary == "Development changed; answer changed"
    page = client.get(DAY).content.decode()
    assert "Which law?" in page
    assert reverse("staff:record_history", args=["response", busy.key]) in page


def test_a_person_and_a_kind_narrow_the_list(client: Client, busy: Any, ben: User) -> None:
    client.force_login(ben)

    assert {who for who, _ in done(steps(client, by=ben.handle))} == {"Ben"}
    assert ("Ben", "returned to the author") not in done(steps(client, kind="response"))
    wrong = client.get(DAY, {"by": "nobody", "kind": "nothing"})
    assert set(wrong.context["form"].errors) == {"by", "kind"}
    assert len(wrong.context["page"]) > 2


def test_another_day_has_its_own_list_and_none_is_to_come(client: Client, ada: User) -> None:
    client.force_login(ada)
    OrganisationFactory()
    today = timezone.localdate()
    yesterday, tomorrow = (today + dt.timedelta(days=n) for n in (-1, 1))

    page = client.get(DAY, {"day": yesterday.isoformat()})
    assert list(page.context["page"]) == []
    assert "Nothing was done on this day." in page.content.decode()
    assert f"day={today.isoformat()}" in page.content.decode()

    page = client.get(DAY, {"day": tomorrow.isoformat()})
    assert page.context["form"].shown == today
    assert "still to come" in page.content.decode()


def test_a_step_past_the_application_is_told_apart(client: Client, ada: User) -> None:
    OrganisationFactory(name="A press")
    client.force_login(ada)

    [step] = steps(client, kind="organisation")

    assert (step.who, step.did) == ("Somebody past the application", "changed the database")
    assert step.summary == "Organisation added"


def test_of_a_step_with_many_records_some_are_named_and_the_rest_counted(
    client: Client, ada: User
) -> None:
    drafts = DevelopmentFactory.create_batch(15, recorded_by=ada)
    submit(records=drafts, by=ada)
    client.force_login(ada)

    [sent] = [step for step in steps(client) if step.did == "sent for approval"]

    assert (len(sent.records), sent.more) == (12, 3)
    assert sent.summary == "Development changed (15)"


def test_the_queries_do_not_grow_with_the_day(client: Client, ada: User) -> None:
    client.force_login(ada)
    OrganisationFactory()

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(DAY).status_code == 200
        return len(captured)

    first = queries()
    for _ in range(60):
        OrganisationFactory()
    Organisation.objects.update(country="KR")

    assert queries() == first
    assert client.get(DAY).context["page"].paginator.num_pages == 4


def test_accounts_are_not_told_of(client: Client, ada: User) -> None:
    client.force_login(ada)

    assert steps(client) == []
