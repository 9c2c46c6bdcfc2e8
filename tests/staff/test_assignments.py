from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import AssignmentFactory, ResponseFactory, UserFactory
from tracker.models import Assignment, Document, Recommendation, User

Ask = Callable[..., Recommendation]


@pytest.fixture
def address(reply: Document) -> Callable[..., str]:
    def of(name: str) -> str:
        return reverse(f"staff:{name}", args=["upr-4", reply.slug])

    return of


def who_has(asks: list[Recommendation]) -> list[User | None]:
    found = {row.recommendation_id: row.assigned_to for row in Assignment.objects.all()}
    return [found.get(asked.pk) for asked in asks]


def test_chosen_rows_are_assigned_and_taken_back(
    browser: Client, asks: list[Recommendation], address: Any
) -> None:
    anna = UserFactory(contributor=True, name="Anna")
    chosen = f"{address('assign')}?row={asks[0].reference}&row={asks[2].reference}"

    page = browser.post(chosen, {"way": "chosen", "to": anna.handle}, follow=True)

    assert "2 rows assigned to Anna." in page.content.decode()
    assert who_has(asks) == [anna, None, anna, None]
    browser.post(chosen, {"way": "back"})
    assert who_has(asks) == [None] * 4


def test_the_next_rows_and_shares_are_of_what_nobody_has_and_nobody_answered(
    browser: Client, asks: list[Recommendation], reply: Document, address: Any
) -> None:
    anna = UserFactory(contributor=True, email="anna@example.org")  # shares go by address
    minji = UserFactory(contributor=True, email="minji@example.org")
    ResponseFactory(recommendation=asks[0], document=reply)

    browser.post(address("assign"), {"way": "next", "at_most": "1", "to": anna.handle})
    assert who_has(asks) == [None, anna, None, None]

    both = [anna.handle, minji.handle]
    browser.post(address("assign"), {"way": "split", "among": both})
    assert who_has(asks) == [None, anna, anna, minji]


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"way": "chosen"}, "No row was chosen."),
        ({"way": "next", "at_most": "0"}, "greater than or equal to 1"),
        ({"way": "next", "at_most": "3", "to": "nobody"}, "Select a valid choice."),
        ({"way": "split"}, "Choose who shares the rows."),
        ({"way": "split", "among": ["\0"]}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_assigned_says_why(
    browser: Client, asks: list[Recommendation], address: Any, typed: Any, complaint: str
) -> None:
    page = browser.post(address("assign"), typed)

    assert complaint in page.content.decode()
    assert not Assignment.objects.exists()


def test_a_row_shows_whose_it_is_and_whether_that_person_has_left(
    browser: Client, asks: list[Recommendation], reply: Document, address: Any
) -> None:
    gone = UserFactory(name="Anna", is_active=False)
    AssignmentFactory(recommendation=asks[0], document=reply, assigned_to=gone)

    page = browser.get(address("sheet")).content.decode()
    assert page.count("Anna (no longer here)</span>") == 1

    listed = browser.get(address("assign"))
    assert [(s.person, s.rows, s.left) for s in listed.context["shares"]] == [(gone, 1, 1)]
    assert gone not in listed.context["forms"]["next"].fields["to"].people


def test_the_table_is_narrowed_to_mine_to_a_colleagues_and_to_nobodys(
    browser: Client, contributor: User, asks: list[Recommendation], reply: Document, address: Any
) -> None:
    anna = UserFactory(contributor=True)
    for asked, person in zip(asks, [contributor, anna, anna], strict=False):
        AssignmentFactory(recommendation=asked, document=reply, assigned_to=person)
    AssignmentFactory(recommendation=asks[3], assigned_to=anna)  # in another document

    def shown(handle: str) -> list[str]:
        rows = browser.get(address("sheet"), {"assigned": handle}).context["rows"]
        return [row.reference for row in rows]

    assert shown(contributor.handle) == [asks[0].reference]
    assert shown(anna.handle) == [asks[1].reference, asks[2].reference]
    assert shown("nobody") == [asks[3].reference]
    assert len(shown("nonsense")) == 4


def test_no_address_tells_who_a_colleague_is(contributor: User) -> None:
    assert contributor.handle.isalnum()
    assert contributor.handle != UserFactory().handle
    assert str(contributor.pk) != contributor.handle


def test_the_table_leads_to_my_rows_under_the_same_filter(
    browser: Client, contributor: User, asks: list[Recommendation], address: Any
) -> None:
    page = browser.get(address("sheet"), {"show": "left"}).content.decode()

    assert f'href="?show=left&amp;assigned={contributor.handle}">Assigned to me</a>' in page


@pytest.mark.parametrize("way", ["chosen", "back", "next", "split", "\0"])
def test_null_characters_in_what_is_sent_are_no_error_of_ours(
    browser: Client, asks: list[Recommendation], address: Any, way: str
) -> None:
    for query in (f"?row={asks[0].reference}", "?row=%00", "?which=%00&page=%00&assigned=%00"):
        typed = {"way": way, "to": "\0", "among": "\0", "at_most": "\0"}
        assert browser.post(address("assign") + query, typed).status_code in {200, 302}
