import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    ArticleFactory,
    DevelopmentFactory,
    OrganisationFactory,
    RecommendationFactory,
)
from tests.staff.approvals.pages import as_read, url
from tests.staff.choices import chosen, form_of
from tracker.models import Amendment, State, User


def test_an_amendment_shows_old_and_new_side_by_side(browser: Client) -> None:
    amendment = AmendmentFactory(
        recommendation__title="The old title", changes={"title": "The new title"}, in_review=True
    )

    page = browser.get(url("approval", amendment, "amendment"))

    [line] = page.context["lines"]
    assert (line.label, line.old, line.new) == ("Title", "The old title", "The new title")


def test_a_returned_amendment_can_be_proposed_anew(browser: Client, coordinator: User) -> None:
    amendment = AmendmentFactory(in_review=True)
    said = as_read(amendment) | {"reason": "Shorter, please."}
    browser.post(url("send_back", amendment, "amendment"), said)

    asked = amendment.recommendation
    before = typed_in(browser.get(reverse("staff:recommendation_edit", args=[asked.reference])))
    assert before["title"] == "Stop returning anybody"
    assert before["reason"] == "The title left somebody out."
    browser.post(
        reverse("staff:recommendation_edit", args=[asked.reference]), before | {"title": "Stop"}
    )

    again = Amendment.objects.get()
    assert (again.state, again.recorded_by) == (State.IN_REVIEW, coordinator)
    assert again.changes == {"title": "Stop"}


def typed_in(page: Any) -> dict[str, Any]:
    """What the form of a recommendation would send as it stands."""
    edit = page.context["edit"]
    forms = [edit.form, edit.rows.management_form, *edit.rows.forms]
    given = {field.html_name: field.value() for form in forms for field in form}
    document = edit.form["document"]
    given[document.html_name] = document.field.prepare_value(document.value())
    return {name: value for name, value in given.items() if value not in (None, False)}


def test_a_returned_change_of_articles_is_in_the_form_again(browser: Client) -> None:
    article = ArticleFactory(treaty__code="cat", treaty__short_name="CAT", number="3")
    proposed = [{"article": "cat 3", "basis": "explicit", "note": "Says so."}]
    amendment = AmendmentFactory(changes={"invocations": proposed})
    asked = amendment.recommendation

    page = browser.get(reverse("staff:recommendation_edit", args=[asked.reference]))
    assert "a change that" in page.content.decode()
    browser.post(
        reverse("staff:recommendation_edit", args=[asked.reference]),
        typed_in(page) | {"made_by": OrganisationFactory().slug},
    )

    assert article.treaty.code == "cat"
    assert Amendment.objects.get().changes["invocations"] == proposed


@pytest.mark.parametrize("kind", ["recommendation", "development"])
def test_a_colleagues_returned_change_is_taken_over_only_knowingly(
    browser: Client, coordinator: User, kind: str
) -> None:
    """The form was open before the change was proposed and returned."""
    public: Any = {"recommendation": RecommendationFactory, "development": DevelopmentFactory}
    record = public[kind](published=True)
    name = "reference" if kind == "recommendation" else "slug"
    address = reverse(f"staff:{kind}_edit", args=[getattr(record, name)])
    page = browser.get(address)
    typed = typed_in(page) if kind == "recommendation" else typed_of(page.context["form"])
    typed |= {"title": "My title", "reason": "Clearer.", "made_by": OrganisationFactory().slug}
    theirs = AmendmentFactory(**{"recommendation": None, kind: record}, returned_reason="Why?")

    refused = browser.post(address, typed)
    assert "is mending a returned change" in refused.content.decode()
    assert "Stop returning anybody" in refused.content.decode()
    assert 'name="shown_change"' in refused.content.decode()
    theirs.refresh_from_db()
    assert theirs.changes == {"title": "Stop returning anybody"}

    form = form_of(refused)
    again = typed | {"over": form.mark_now, "shown_change": form.shown_change}
    browser.post(address, chosen(refused, again))
    theirs.refresh_from_db()
    assert (theirs.state, theirs.recorded_by) == (State.IN_REVIEW, coordinator)
    assert theirs.changes["title"] == "My title"


def typed_of(form: Any) -> dict[str, Any]:
    given = {field.html_name: field.field.prepare_value(field.value()) for field in form}
    return {name: value for name, value in given.items() if value not in (None, False)}


def test_long_texts_of_a_change_are_marked_word_by_word(browser: Client) -> None:
    text = "China is asked to stop returning North Korean escapees at once, all of them."
    amendment = AmendmentFactory(
        recommendation__text=text, changes={"text": text.replace("all", "each")}, in_review=True
    )

    page = browser.get(url("approval", amendment, "amendment")).content.decode()

    assert re.search(r"<del>.{,60}all.{,60}</del>", page)
    assert re.search(r"<ins>.{,60}each.{,60}</ins>", page)
