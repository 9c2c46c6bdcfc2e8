import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    ArticleFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    NoteSubjectFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.staff.choices import chosen, form_of
from tracker.actions.publication import approve, return_to_author, sent_mark, submit
from tracker.models import Amendment, Response, State, User


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


@pytest.fixture
def waiting() -> Response:
    """An answer that somebody else has sent."""
    recommendation = RecommendationFactory(published=True)
    return ResponseFactory(recommendation=recommendation, in_review=True, words="China accepts.")


def url(name: str, record: Any, kind: str = "response") -> str:
    return reverse(f"staff:{name}", args=[kind, getattr(record, "key", None) or record.slug])


def state_of(record: Any) -> str:
    record.refresh_from_db()
    return str(record.state)


def as_read(record: Any) -> dict[str, str]:
    """What the page says of the version that was read."""
    return {"expected": sent_mark(record)}


def test_a_second_person_publishes_what_the_page_shows(browser: Client, waiting: Response) -> None:
    assert "China accepts." in browser.get(url("approval", waiting)).content.decode()

    browser.post(url("approval", waiting), as_read(waiting))

    assert state_of(waiting) == State.PUBLISHED


def test_who_decides_reads_the_notes_beside_the_recommendation(
    browser: Client, waiting: Response
) -> None:
    def read() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as queries:
            page = browser.get(url("approval", waiting)).content.decode()
        return page, len(queries)

    assert "Notes beside the recommendation" not in read()[0]
    beside = {"recommendation": waiting.recommendation}
    NoteSubjectFactory(note__text="Sources differ on the date.", **beside)
    one, queries = read()
    NoteSubjectFactory(note__text="Wait for the addendum.", note__audience="staff", **beside)
    two, more = read()

    assert "Sources differ on the date." in one
    assert "Wait for the addendum." in two
    assert more == queries


@pytest.mark.parametrize("step", ["recorded_by", "submitted_by"])
def test_nobody_publishes_what_they_wrote_or_sent(
    browser: Client, coordinator: User, step: str
) -> None:
    recommendation = RecommendationFactory(published=True)
    mine = ResponseFactory(recommendation=recommendation, in_review=True, **{step: coordinator})

    page = browser.get(url("approval", mine)).content.decode()
    assert "so a second person has to approve it." in page
    assert "Approve and publish" not in page

    refused = browser.post(url("approval", mine), as_read(mine)).content.decode()
    assert "so a second person has to approve it." in refused
    assert state_of(mine) == State.IN_REVIEW


def test_a_contributor_reads_the_page_and_cannot_approve(
    client: Client, contributor: User, waiting: Response
) -> None:
    client.force_login(contributor)

    assert "Approve and publish" not in client.get(url("approval", waiting)).content.decode()
    assert client.post(url("approval", waiting)).status_code == 403
    assert state_of(waiting) == State.IN_REVIEW


def test_returning_needs_a_reason_and_its_author_reads_it(
    browser: Client, waiting: Response
) -> None:
    page = browser.post(url("send_back", waiting), {"reason": " "}).content.decode()
    assert "Say what the author should change." in page

    browser.post(url("send_back", waiting), as_read(waiting) | {"reason": "Give the paragraph."})
    assert state_of(waiting) == State.DRAFT
    browser.force_login(waiting.recorded_by)
    home = browser.get(reverse("staff:home")).content.decode()
    assert "Give the paragraph." in home


def test_an_amendment_shows_old_and_new_side_by_side(browser: Client) -> None:
    amendment = AmendmentFactory(
        recommendation__title="The old title", changes={"title": "The new title"}, in_review=True
    )

    page = browser.get(url("approval", amendment, "amendment"))

    [line] = page.context["lines"]
    assert (line.label, line.old, line.new) == ("Title", "The old title", "The new title")


def test_what_was_overtaken_is_refused_with_the_reason(browser: Client) -> None:
    amendment = AmendmentFactory(in_review=True, base_version=7)

    page = browser.post(
        url("approval", amendment, "amendment"), as_read(amendment)
    ).content.decode()

    assert "has changed since this was proposed" in page
    assert state_of(amendment) == State.IN_REVIEW


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


def table(record: Response) -> str:
    return reverse("staff:approve_answers", args=[record.document.slug])


def ticked(*answers: Response) -> dict[str, Any]:
    """What the table sends back: keys, and the mark of what was read."""
    marks = {f"read-{answer.key}": sent_mark(answer) for answer in answers}
    return {"key": [answer.key for answer in answers]} | marks


def test_ticked_answers_are_published_together(browser: Client, waiting: Response) -> None:
    other = another(waiting)

    page = browser.post(table(waiting), ticked(waiting, other), follow=True).content.decode()

    assert "2 answers published." in page
    assert (state_of(waiting), state_of(other)) == (State.PUBLISHED, State.PUBLISHED)


def another(answer: Response, **fields: Any) -> Response:
    recommendation = RecommendationFactory(published=True)
    first = {"recommendation": recommendation, "document": answer.document, "in_review": True}
    return ResponseFactory(**(first | fields))


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


def queue(browser: Client, **query: str) -> Any:
    return browser.get(reverse("staff:approvals"), query)


def names(page: Any) -> list[str]:
    return [str(row.document or row.record) for row in page.context["page"]]


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


def test_what_a_colleague_decided_meanwhile_is_said(browser: Client, waiting: Response) -> None:
    read = {"expected": sent_mark(waiting)}
    approve(record=waiting, by=UserFactory(coordinator=True, name="Carla"))

    page = browser.post(url("approval", waiting), read).content.decode()
    assert "This is no longer in review: Carla approved it" in page

    page = browser.post(url("send_back", waiting), read | {"reason": "Why?"}).content.decode()
    assert "This is no longer in review: Carla approved it" in page
    assert state_of(waiting) == State.PUBLISHED


def test_nobody_returns_what_was_changed_since_they_read_it(
    browser: Client, waiting: Response
) -> None:
    page = browser.post(url("send_back", waiting), {"reason": "Why?", "expected": "another"})

    assert "changed and sent again" in page.content.decode()
    assert state_of(waiting) == State.IN_REVIEW


def test_nobody_decides_without_saying_what_they_read(browser: Client, waiting: Response) -> None:
    for step in ("approval", "send_back"):
        page = browser.post(url(step, waiting), {"reason": "Why?"}).content.decode()
        assert "changed and sent again since you opened it" in page
    assert state_of(waiting) == State.IN_REVIEW


def test_who_cannot_approve_reads_why_and_who_can(browser: Client, coordinator: User) -> None:
    mine = DevelopmentFactory(in_review=True, recorded_by=coordinator)
    UserFactory(coordinator=True, name="Carla")
    UserFactory(coordinator=True, name="Gone", is_active=False)

    page = browser.get(url("approval", mine, "development")).content.decode()

    assert "You wrote this, so a second person has to approve it." in page
    assert "Who can: Carla." in page


def test_a_record_is_read_beside_its_source_and_what_was_asked(
    browser: Client, waiting: Response
) -> None:
    page = browser.get(url("approval", waiting))

    assert waiting.recommendation.text in page.content.decode()
    assert [place.document for place in page.context["source"].places] == [waiting.document]


def test_long_texts_of_a_change_are_marked_word_by_word(browser: Client) -> None:
    text = "China is asked to stop returning North Korean escapees at once, all of them."
    amendment = AmendmentFactory(
        recommendation__text=text, changes={"text": text.replace("all", "each")}, in_review=True
    )

    page = browser.get(url("approval", amendment, "amendment")).content.decode()

    assert re.search(r"<del>.{,60}all.{,60}</del>", page)
    assert re.search(r"<ins>.{,60}each.{,60}</ins>", page)


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


def test_a_withdrawal_asks_for_its_reason_first(browser: Client) -> None:
    public = DevelopmentFactory(published=True)
    address = url("withdraw", public, "development")

    assert "Say why it is withdrawn." in browser.post(address, {"reason": ""}).content.decode()

    browser.post(address, {"reason": "Entered twice."})
    assert state_of(public) == State.WITHDRAWN


def test_an_author_takes_back_a_draft_and_nobody_elses(client: Client, contributor: User) -> None:
    client.force_login(contributor)
    mine, hers = DevelopmentFactory(recorded_by=contributor), DevelopmentFactory()

    client.post(url("discard", mine, "development"))
    page = client.post(url("discard", hers, "development")).content.decode()

    assert (state_of(mine), state_of(hers)) == (State.WITHDRAWN, State.DRAFT)
    assert "Only its author discards a draft." in page


def test_an_author_takes_back_what_they_sent(client: Client, contributor: User) -> None:
    client.force_login(contributor)
    mine = DevelopmentFactory(recorded_by=contributor, in_review=True)
    hers = DevelopmentFactory(in_review=True)

    shown = client.get(url("approval", mine, "development")).content.decode()
    assert "Take it back to change it" in shown
    shown = client.get(url("approval", hers, "development")).content.decode()
    assert "Take it back to change it" not in shown
    client.post(url("recall", mine, "development"))
    page = client.post(url("recall", hers, "development")).content.decode()

    assert (state_of(mine), state_of(hers)) == (State.DRAFT, State.IN_REVIEW)
    assert "Only who wrote or sent this takes it back." in page
