from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories import (
    DocumentFactory,
    NoteSubjectFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.staff.approvals.pages import another, names, queue, state_of, table
from tracker.actions.publication import return_to_author, sent_mark, submit
from tracker.models import Response, State, User


def ticked(*answers: Response) -> dict[str, Any]:
    """What the table sends back: keys, and the mark of what was read."""
    marks = {f"read-{answer.key}": sent_mark(answer) for answer in answers}
    return {"key": [answer.key for answer in answers]} | marks


def test_ticked_answers_are_published_together(browser: Client, waiting: Response) -> None:
    other = another(waiting)

    page = browser.post(table(waiting), ticked(waiting, other), follow=True).content.decode()

    assert "2 answers published." in page
    assert (state_of(waiting), state_of(other)) == (State.PUBLISHED, State.PUBLISHED)


def test_what_changed_since_it_was_read_is_left_out_and_named(
    browser: Client, coordinator: User, waiting: Response
) -> None:
    mine = another(waiting, recorded_by=coordinator)
    returned, sent_again = another(waiting), another(waiting)
    read = ticked(waiting, mine, returned, sent_again)
    colleague = UserFactory(coordinator=True)
    for answer in (returned, sent_again):
        return_to_author(record=answer, reason="Which page?", by=colleague)
    submit(records=[sent_again], by=sent_again.recorded_by)

    page = browser.post(table(waiting), read | {"key": [*read["key"], "\0", "not-there"]})

    told = {row.reference: row.why for row in page.context["table"].left_out}
    assert told[mine.recommendation.reference].startswith("You wrote this")
    assert "Which page?" in told[returned.recommendation.reference]
    assert "sent again" in told[sent_again.recommendation.reference]
    assert told["One answer"] == "It is not here any more."
    assert "1 answer published. Left out: 4." in page.content.decode()
    assert state_of(waiting) == State.PUBLISHED
    assert {state_of(answer) for answer in (mine, sent_again)} == {State.IN_REVIEW}


def test_the_table_is_in_the_order_of_the_document(browser: Client, waiting: Response) -> None:
    for place in ("para. 12", "para. 5.10", "para. 5.2"):
        another(waiting, locator=place)

    rows = [choice.record.locator for choice in browser.get(table(waiting)).context["page"]]

    assert rows == ["para. 5.2", "para. 5.10", "para. 12", waiting.locator]
    assert waiting.locator == ""


def test_ticked_answers_are_returned_with_one_note(browser: Client, waiting: Response) -> None:
    other, left = another(waiting), another(waiting)
    given = ticked(waiting, other) | {"return": "yes"}

    page = browser.post(table(waiting), given | {"reason": " "}).content.decode()
    assert "Say what the author should change." in page
    assert page.count("checked") == 2
    page = browser.post(table(waiting), given | {"reason": "Page?"}, follow=True).content.decode()

    assert "2 answers returned with your note." in page
    assert {state_of(waiting), state_of(other)} == {State.DRAFT}
    assert (other.returned_reason, state_of(left)) == ("Page?", State.IN_REVIEW)


def test_an_item_and_its_limbs_are_one_line_and_published_together(browser: Client) -> None:
    item = RecommendationFactory(in_review=True, locator="para. 3")
    limbs = RecommendationFactory.create_batch(2, in_review=True, document=item.document)
    for limb in limbs:
        about = {"from_recommendation": limb, "to_recommendation": item}
        RelationFactory(kind="part-of", closeness="", **about)
    other = RecommendationFactory(in_review=True, document=item.document)
    address = reverse("staff:approve_asks", args=[item.document.slug])

    assert names(queue(browser)) == [str(item.document)]
    assert (
        f"{address}?item={item.reference}"
        in browser.get(
            reverse("staff:approval", args=["recommendation", limbs[0].reference])
        ).content.decode()
    )
    page = browser.get(address, {"item": item.reference})
    assert {choice.record for choice in page.context["page"]} == {item, *limbs}
    marks = {f"read-{row.reference}": sent_mark(row) for row in (item, *limbs)}
    browser.post(address, {"key": [row.reference for row in (item, *limbs)]} | marks)

    assert {state_of(row) for row in (item, *limbs)} == {State.PUBLISHED}
    assert state_of(other) == State.IN_REVIEW


def test_whoever_publishes_asks_together_reads_all_that_becomes_public(browser: Client) -> None:
    """Their relations either way, their notes with the sources, and the documents so far hidden."""
    public = RecommendationFactory(published=True)
    draft = RecommendationFactory(in_review=True)
    RelationFactory(from_recommendation=draft, to_recommendation=public, note="Footnote 12.")
    RelationFactory(from_recommendation=public, to_recommendation=draft, kind="repeats")
    beside = NoteSubjectFactory(
        recommendation=draft, note__kind="conflict", note__text="Two dates.", note__locator="p. 3"
    )
    letter = DocumentFactory(title="A letter nobody has seen", is_public=False)
    beside.note.sources.add(letter)

    page = browser.get(reverse("staff:approve_asks", args=[draft.document.slug]))

    [choice] = page.context["page"]
    assert choice.record.relations == [
        f"Takes up: {public} (close, Footnote 12.)",
        f"Repeated by: {public} (close)",
    ]
    assert choice.record.notes == [f"Conflict between sources: Two dates. (p. 3) Source: {letter}"]
    assert set(page.context["table"].sources) >= {letter}
    html = page.content.decode()
    for said in (*choice.record.relations, *choice.record.notes, "Becomes public with"):
        assert said in html


def test_nothing_ticked_publishes_nothing_and_says_so(browser: Client, waiting: Response) -> None:
    assert "Nothing was ticked." in browser.post(table(waiting)).content.decode()
    assert state_of(waiting) == State.IN_REVIEW


def test_the_table_shows_what_a_correction_changes(browser: Client, waiting: Response) -> None:
    public = ResponseFactory(
        published=True, recommendation=waiting.recommendation, document=waiting.document, words="No"
    )
    another(
        waiting, recommendation=waiting.recommendation, supersedes=public, words="Yes",
        supersedes_reason="Misread.",
    )  # fmt: skip

    page = browser.get(table(waiting))

    [lines] = [choice.lines for choice in page.context["page"] if choice.lines]
    assert [(line.label, line.old, line.new) for line in lines] == [
        ("What China said", "No", "Yes")
    ]
    assert "Misread." in page.content.decode()
