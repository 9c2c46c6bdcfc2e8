"""Who gets in: every staff page refuses the anonymous and whoever has no role."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse

from tests.factories import PASSWORD, UserFactory
from tracker.models import User
from tracker.staff import urls as staff_urls

PATTERNS: list[URLPattern] = staff_urls.urlpatterns
NAMES = [pattern.name for pattern in PATTERNS]
FOR_COORDINATORS = {
    "approve_answers", "approve_asks", "send_back", "withdraw", "reference_new", "reference_edit",
    "reference_delete", "organisation_merge",
}  # fmt: skip


ADDRESS = {"reference": "R-0001", "kind": "response", "language": "ko"}


def arguments(pattern: URLPattern) -> dict[str, str]:
    return {
        name: "development"
        if pattern.name == "translation_new" and name == "kind"
        else ADDRESS.get(name, "some-key")
        for name in pattern.pattern.converters
    }


def call(pattern: URLPattern, request: Any, user: Any) -> Any:
    request.user, request.htmx = user, False
    return pattern.callback(request, **arguments(pattern), **pattern.default_args)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_every_staff_page_refuses_somebody_without_a_role(
    rf: RequestFactory, pattern: URLPattern, method: str
) -> None:
    with pytest.raises(PermissionDenied):
        call(pattern, getattr(rf, method)("/"), UserFactory())


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_every_staff_page_sends_the_anonymous_to_sign_in_and_back(
    rf: RequestFactory, pattern: URLPattern, method: str
) -> None:
    response = call(pattern, getattr(rf, method)("/there/"), AnonymousUser())

    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next=/there/"


@pytest.mark.parametrize(
    "pattern",
    [pattern for pattern in PATTERNS if pattern.name in FOR_COORDINATORS],
    ids=lambda pattern: pattern.name,
)
def test_only_coordinators_approve_withdraw_and_keep_reference_data(
    rf: RequestFactory, pattern: URLPattern, contributor: User
) -> None:
    with pytest.raises(PermissionDenied):
        call(pattern, rf.post("/"), contributor)


def test_a_page_that_is_refused_says_so_kindly(client: Client) -> None:
    client.force_login(UserFactory())

    response = client.get(reverse("staff:home"))

    assert response.status_code == 403
    assert "Your account does not allow this" in response.content.decode()


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client) -> None:
    user = UserFactory(contributor=True)
    address = f"{reverse('account_login')}?next={reverse('staff:find')}"

    response = client.post(address, {"login": user.email, "password": PASSWORD})

    assert response.status_code == 302
    assert response["Location"] == reverse("staff:find")


def test_a_wrong_password_says_what_to_do(client: Client) -> None:
    response = client.post(
        reverse("account_login"), {"login": "nobody@example.org", "password": "wrong"}
    )

    assert "do not belong together. Check both" in response.content.decode()


def test_nobody_signs_up_and_the_page_says_how_to_get_an_account(client: Client) -> None:
    page = client.get(reverse("account_signup")).content.decode()

    assert "How to get an account" in page
    assert "<form" not in page


def test_staff_pages_are_kept_in_no_cache(client: Client, contributor: User) -> None:
    client.force_login(contributor)

    assert "no-store" in client.get(reverse("staff:home"))["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/staff/recommendations/R-9999/",
        "/staff/recommendations/R-9999/edit/",
        "/staff/recommendations/R-9999/assess/",
        "/staff/recommendations/R-9999/history/",
        "/staff/recommendations/%00/",
        "/staff/log/nothing/nothing/",
        "/staff/log/nothing/nothing/assign/",
        "/staff/log/nothing/nothing/batches/",
        "/staff/log/nothing/nothing/batches/nothing/",
        "/staff/log/nothing/nothing/fill/",
        "/staff/log/nothing/nothing/paste/",
        "/staff/developments/nothing/edit/",
        "/staff/developments/nothing/history/",
        "/staff/documents/nothing/edit/",
        "/staff/reviews/nothing/edit/",
        "/staff/reference/nothing/",
        "/staff/reference/reviews/new/",
        "/staff/reference/treaties/nothing/edit/",
        "/staff/reference/articles/nothing/edit/",
        "/staff/reference/articles/nothing/nothing/edit/",
        "/staff/reference/totals/no/thing/nothing/delete/",
        "/staff/history/nothing/nothing/",
        "/staff/history/document/nothing/",
        "/staff/history/article/nothing.3(1)/",
        "/staff/history/user/1/",
        "/staff/history/document/nothing/compare/",
        "/staff/history/document/nothing/on/",
        "/staff/import/nothing/",
        "/staff/import/nothing/columns/",
        "/staff/import/nothing/confirm/",
        "/staff/import/nothing/errors/",
        "/staff/import/nothing/settings/",
        "/staff/approvals/answers/nothing/",
        "/staff/approvals/asks/nothing/",
        "/staff/approvals/response/nothing/",
        "/staff/approvals/nothing/nothing/",
    ],
)
def test_what_does_not_exist_is_not_found(client: Client, coordinator: User, address: str) -> None:
    client.force_login(coordinator)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/staff/log/?cycle=%00&document=%00",
        "/staff/recommendations/?q=%00&page=%00",
        "/staff/recommendations/?page=99999999999999999999",
        "/staff/developments/new/?about=%00&document=%00",
        "/staff/documents/?q=%00&page=%00",
        "/staff/reference/treaties/?q=%00&page=%00",
        "/staff/reference/treaties/%00/edit/",
        "/staff/reference/totals/a/b/%ED%A0%80/edit/",
        "/staff/reference/organisations/merge/?keep=%00&fold=%00",
        "/staff/history/?day=%00&by=%00&kind=%00&page=%00",
        "/staff/history/?day=0001-01-01",
        "/staff/history/?day=9999-12-31&page=99999999999999999999",
        "/staff/approvals/?list=%00&kind=%00&cycle=%00&document=%00&by=%00&sort=%00&page=%00",
        "/staff/history/organisation/%00/",
        "/staff/import/?page=%00",
        "/staff/import/%00/?q=%00",
    ],
)
def test_odd_characters_in_an_address_break_nothing(
    client: Client, coordinator: User, address: str
) -> None:
    client.force_login(coordinator)

    assert client.get(address).status_code in {200, 404}
