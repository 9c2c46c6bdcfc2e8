"""An approver goes through the queue by keyboard, and reads what became of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tabs import Account
from tracker.actions.developments import record_development, revise_development
from tracker.actions.publication import submit
from tracker.actions.responses import record_response
from tracker.models import Development, Document, Response, State, User

# What is sent before the browser comes is written for the server to see.
pytestmark = pytest.mark.django_db(transaction=True)

TITLES = ["One law is adopted", "A second law is adopted", "A third law is adopted"]
SignIn = Callable[[Page, Account], None]


@pytest.fixture
def sent(site: str, accounts: dict[str, Account]) -> None:
    """Three developments, a change of a published one, and a correction wait for approval."""
    author = User.objects.get(email=accounts["contributor"].email)
    document = Document.objects.get(slug="a-hrc-56-6")
    for title in TITLES:
        record = record_development(
            title=title, kind="law", summary="It is told.", document=document, by=author
        )
        submit(records=[record], by=author)
    public = Development.objects.published().order_by("pk").first()
    assert public
    revise_development(
        development=public, summary=f"{public.summary} It is said again.", expected=public.version,
        recommendations=list(public.recommendations.all()), reason="It was said twice.", by=author,
    )  # fmt: skip
    answer = Response.objects.published().order_by("pk").first()
    assert answer
    correction = record_response(
        recommendation=answer.recommendation, document=answer.document, position="noted",
        words="It is noted.", responded_on=answer.responded_on, cycle=answer.cycle,
        reason="Misread.", by=author,
    )  # fmt: skip
    submit(records=[correction], by=author)


@pytest.mark.usefixtures("sent")
def test_two_of_three_are_approved_and_one_returned_by_keyboard(
    page: Page, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["coordinator"])
    page.goto("/staff/approvals/?kind=development")
    page.get_by_role("link", name=TITLES[0]).press("Enter")
    main = page.locator("main")
    expect(main).to_contain_text("1 of 3")

    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name=TITLES[1])).to_be_visible()
    expect(main).to_contain_text(f"Published: {TITLES[0]}.")
    expect(main).to_contain_text("1 of 2")

    page.keyboard.press("Alt+r")
    page.keyboard.type("Which day?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name=TITLES[2])).to_be_visible()
    expect(main).to_contain_text("with your note")

    page.keyboard.press("Control+Enter")
    expect(main).to_contain_text("That was the last of what you asked for.")
    states = [Development.objects.get(title=title).state for title in TITLES]
    assert states == [State.PUBLISHED, State.DRAFT, State.PUBLISHED]


@pytest.mark.usefixtures("sent")
def test_a_note_that_was_begun_keeps_the_keyboard_from_approving(
    page: Page, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["coordinator"])
    page.goto("/staff/approvals/?kind=development")
    page.get_by_role("link", name=TITLES[0]).click()

    page.get_by_label("What should change").fill("Which")
    page.get_by_role("link", name="Approvals").last.focus()
    page.keyboard.press("Control+Enter")

    expect(page.get_by_label("What should change")).to_be_focused()
    assert Development.objects.get(title=TITLES[0]).state == State.IN_REVIEW


@pytest.mark.usefixtures("sent")
def test_nothing_is_returned_while_characters_of_the_note_are_composed(
    page: Page, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["coordinator"])
    page.goto("/staff/approvals/?kind=development")
    page.get_by_role("link", name=TITLES[0]).click()

    page.get_by_label("What should change").fill("거부")
    page.get_by_label("What should change").focus()
    composing = """keyCode => document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
        {key: "Enter", ctrlKey: true, isComposing: !keyCode, keyCode, bubbles: true,
        cancelable: true}))"""

    assert page.evaluate(composing, 0)  # nobody prevented it
    assert page.evaluate(composing, 229)
    assert Development.objects.get(title=TITLES[0]).state == State.IN_REVIEW
