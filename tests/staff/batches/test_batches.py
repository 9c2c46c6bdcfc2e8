"""Many rows at once, as a browser without a script sees it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import BatchFactory, RecommendationFactory, ResponseFactory, UserFactory
from tests.staff.batches.pages import confirm, outcomes, said, text_of
from tracker.actions.responses import current_response
from tracker.models import Batch, Document, Recommendation, Response, ReviewCycle, State, User

Ask = Callable[..., Recommendation]


# Fill in


def test_ticked_rows_are_previewed_old_beside_new_and_then_saved_together(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply, position="noted", words="Kept")
    address = url("fill", row=asks[0].reference) + f"&row={asks[2].reference}"

    page = browser.post(address, {"position": "accepted", "preview": "1"})

    assert outcomes(page) == ["changed", "new"]
    assert "was Noted → now Accepted" in text_of(page)
    assert not Batch.objects.exists()

    done = confirm(browser, address, page)

    batch = Batch.objects.get()
    assert done["Location"] == reverse("staff:batch", args=["upr-4", reply.slug, batch.key])
    assert said(asks, reply) == ["accepted", None, "accepted", None]
    assert current_response(asks[0], reply).words == "Kept"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("query", "count"), [({"which": "page"}, 4), ({"which": "all", "show": "left"}, 3), ({}, 0)]
)
def test_all_of_the_page_or_all_that_fit_the_filter_are_chosen_without_a_tick(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any, query: Any, count: int
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply)

    page = browser.get(url("fill", **query))

    assert len(page.context["table"].chosen) == count
    assert ("No row is chosen" in text_of(page)) == (count == 0)


def test_rows_that_cannot_be_saved_say_why_and_keep_nobody_from_saving_the_others(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply, published=True)
    ResponseFactory(recommendation=asks[1], document=reply)
    address = url("fill", which="all")

    page = browser.post(address, {"category_as_stated": "accepted in part", "preview": "1"})

    assert outcomes(page) == ["left", "changed", "left", "left"]
    assert "It is published: say why" in text_of(page)
    assert "Choose a position: this row has none yet." in text_of(page)
    confirm(browser, address, page)
    assert Response.objects.filter(category_as_stated="accepted in part").count() == 1


def test_nothing_filled_in_is_refused_and_dates_to_come_too(
    browser: Client, asks: list[Recommendation], url: Any
) -> None:
    address = url("fill", which="all")

    assert "Nothing is filled in" in text_of(browser.post(address, {"preview": "1"}))
    page = browser.post(address, {"responded_on": "2999", "preview": "1"})
    assert "2999 is still to come" in text_of(page)
    assert not page.context["form"].shown


def test_a_row_that_a_colleague_changed_after_the_preview_is_left_with_both_versions(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    address = url("fill", which="all")
    page = browser.post(address, {"position": "noted", "words": "Mine", "preview": "1"})
    theirs = ResponseFactory(recommendation=asks[1], document=reply, words="Theirs")

    told = confirm(browser, address, page)

    assert said(asks, reply) == ["noted", "accepted", "noted", "noted"]
    assert "3 rows saved as drafts; 1 row changed while you were looking" in text_of(told)
    assert "was Theirs → now Mine" in text_of(told)
    assert str(theirs.recorded_by) in text_of(told)

    confirm(browser, address, told)

    assert said(asks, reply) == ["noted"] * 4
    assert Batch.objects.count() == 2


def test_a_confirmation_that_is_sent_twice_writes_once(
    browser: Client, asks: list[Recommendation], url: Any
) -> None:
    address = url("fill", which="all")
    page = browser.post(address, {"position": "noted", "preview": "1"})

    confirm(browser, address, page)
    again = confirm(browser, address, page)

    assert Batch.objects.count() == 1
    assert "every row says this already" in text_of(browser.get(again["Location"]))


def test_what_was_not_seen_is_not_saved(
    browser: Client, asks: list[Recommendation], ask: Ask, reply: Document, url: Any
) -> None:
    """Neither rows of another table, nor rows that came after the preview."""
    address = url("fill", which="all")
    page = browser.post(address, {"position": "noted", "preview": "1"})
    late, other = ask(locator="28.5"), RecommendationFactory(published=True)

    form = page.context["form"]
    forged = {**dict(form.given), "seen": f"{form.mark} 9={other.reference}:", "save": "1"}
    browser.post(address, forged)

    assert said([*asks, late, other], reply) == [*["noted"] * 4, None, None]


# Undo


def test_the_last_batch_is_found_and_undone_and_says_what_was_left(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    page = browser.post(url("paste"), {"block": "Noted\nNoted"})
    where = confirm(browser, url("paste"), page)["Location"]
    ResponseFactory(recommendation=asks[1], document=reply, position="pending")
    assert where in browser.get(url("batches")).content.decode()

    done = browser.post(f"{where}undo/", follow=True)

    assert said(asks, reply)[0] is None
    assert "1 of 2 rows was left" in text_of(done)
    assert "has changed the answer since" in text_of(done)
    again = browser.post(f"{where}undo/", follow=True)
    assert "Not undone. This batch was undone already." in text_of(again)


def test_all_batches_are_listed_on_pages(
    browser: Client, cycle: ReviewCycle, reply: Document, contributor: User, url: Any
) -> None:
    about = {"cycle": cycle, "document": reply, "recorded_by": contributor}
    batches = [Batch.objects.create(kind=Batch.Kind.PASTED, **about) for _ in range(51)]

    first, second = browser.get(url("batches")), browser.get(url("batches", page=2))

    assert list(first.context["page"]) == batches[:0:-1]
    assert list(second.context["page"]) == batches[:1]
    assert "Page 2 of 2" in text_of(second)


def test_a_colleagues_batch_is_shown_without_a_way_to_undo_it(
    client: Client, browser: Client, asks: list[Recommendation], url: Any
) -> None:
    page = browser.post(url("paste"), {"block": "Noted"})
    where = confirm(browser, url("paste"), page)["Location"]
    client.force_login(UserFactory(contributor=True))

    seen = client.get(where)

    assert "Only its author or a coordinator undoes a batch." in text_of(seen)
    assert client.post(f"{where}undo/").status_code == 403
    assert Response.objects.get().state == State.DRAFT


@pytest.mark.parametrize("pressed", ["preview", "save"])
@pytest.mark.parametrize(
    "name",
    ["position", "words", "responded_on", "reason", "seen", "block", "start", "column", "rows", ""],
)
def test_null_characters_in_what_a_batch_sends_are_no_error_of_ours(
    browser: Client, asks: list[Recommendation], url: Any, pressed: str, name: str
) -> None:
    seen = f"1={asks[0].reference}:"
    typed = {"position": "noted", "block": "Noted", "seen": seen, pressed: "1", name: f"{seen}\0"}

    for address in (url("fill", which="all"), url("paste"), url("fill", row="%00", assigned="%00")):
        assert browser.post(address, typed).status_code in {200, 302}

    batch = Batch.objects.first()
    if batch:
        assert browser.post(url("undo", batch.key), typed).status_code == 302


# How much it asks


def test_previews_ask_the_database_as_often_for_forty_rows_as_for_four(
    browser: Client, ask: Ask, reply: Document, cycle: ReviewCycle, url: Any
) -> None:
    def queries(rows: int) -> list[int]:
        while Recommendation.objects.count() < rows:
            ResponseFactory(recommendation=ask(), document=reply)
        found = []
        typed = {"block": "Noted\n" * rows, "words": "Hers"}
        for name in ("fill", "paste"):
            with CaptureQueriesContext(connection) as captured:
                page = browser.post(url(name, which="all"), typed)
            assert len(outcomes(page)) == rows
            found.append(len(captured))
        return found

    four = queries(4)
    assert queries(40) == four
    assert max(four) <= 16


def test_a_batch_is_shown_in_as_many_queries_for_forty_rows_as_for_four(
    browser: Client, ask: Ask, url: Any
) -> None:
    def queries(rows: int) -> int:
        while Recommendation.objects.count() < rows:
            ask()
        page = browser.post(url("paste"), {"block": f"Noted\tThe {rows}th\n" * rows})
        where = confirm(browser, url("paste"), page)["Location"]
        with CaptureQueriesContext(connection) as captured:
            browser.get(where)
        return len(captured)

    assert queries(4) == queries(40)


def test_the_home_page_leads_to_my_last_batch_that_is_not_undone(
    browser: Client, contributor: User
) -> None:
    address = reverse("staff:last_batch")
    assert address in browser.get(reverse("staff:home")).content.decode()
    assert "could be undone" in text_of(browser.get(address, follow=True))

    mine = BatchFactory(recorded_by=contributor)
    BatchFactory()
    undone = {"undone_at": mine.recorded_at, "undone_by": contributor}
    BatchFactory(recorded_by=contributor, **undone)

    keys = [mine.cycle.slug, mine.document.slug, mine.key]
    assert browser.get(address).url == reverse("staff:batch", args=keys)
