"""An import confirmed: all that was chosen is written in one step, or nothing."""

import pytest
from django.core.exceptions import ValidationError

from tests.actions.imports.rows import Outcome, row, stage, staged
from tests.actions.test_concurrency import at_once, together
from tests.factories import (
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    SourceKeyFactory,
    UserFactory,
)
from tests.models.test_history import assert_events_tell_everything
from tracker.actions.base import Conflict
from tracker.actions.imports import choose_rows, confirm_import
from tracker.actions.publication import approve, submit
from tracker.actions.recommendations import edit_recommendation, plain_recommendation
from tracker.actions.responses import current_response, record_response
from tracker.models import (
    Amendment,
    Document,
    Import,
    Invocation,
    Organisation,
    Recommendation,
    Response,
    SourceKey,
    State,
    Theme,
)
from tracker.models.recommendations import (
    RecommendationGroup,
    RecommendationMaker,
    RecommendationTheme,
)

WRITTEN = [
    Recommendation, RecommendationMaker, RecommendationTheme, RecommendationGroup, Invocation,
    Response, SourceKey, Import,
]  # fmt: skip


# New


def test_a_new_row_becomes_a_draft_that_says_all_that_the_row_said(
    staged_new, new, contributor, coordinator
):
    done = confirm_import(imported=staged_new, by=coordinator)

    row = done.rows.get(number=2)
    draft, answer, said = row.record, row.answer, new(2).values
    plain = plain_recommendation(draft)
    assert {name: plain[name] for name in said if name not in ("answer", "made_by")} == {
        name: value for name, value in said.items() if name not in ("answer", "made_by")
    }
    assert plain["made_by"] == ["czechia", "france"]
    assert (draft.state, draft.version, draft.recorded_by) == (State.DRAFT, 1, coordinator)
    assert draft.reference.startswith("D-")
    assert (answer.state, answer.recommendation, answer.cycle) == (
        State.DRAFT, draft, draft.cycle,
    )  # fmt: skip
    assert {name: str(getattr(answer, name)) for name in said["answer"] if name != "document"} == {
        name: value for name, value in said["answer"].items() if name != "document"
    }
    assert answer.document.slug == "a-hrc-56-6-add-1"
    draft.full_clean()
    answer.full_clean()
    assert row.is_written
    assert (done.stage, done.confirmed_by) == (Import.Stage.CONFIRMED, coordinator)


def test_every_row_that_was_copied_has_its_event_with_who_and_why(staged_new, contributor):
    confirm_import(imported=staged_new, reason="The new session.", by=contributor)

    told = {"action": "confirm_import", "user": contributor.pk, "reason": "The new session."}
    for model in WRITTEN:
        assert_events_tell_everything(model)
        if model is not Import:
            events = model.pgh_event_model.objects.all()
            assert {tuple(sorted(event.pgh_context.items())) for event in events} == {
                tuple(sorted(told.items()))
            }, model


def test_new_rows_are_written_in_as_many_queries_as_one(world, new, contributor, queries):
    one = stage(new(1, made_by=["czechia"]), by=contributor)
    rows = (new(number, made_by=["france"]) for number in range(2, 42))
    many = stage(*rows, by=contributor, sha256="b" * 64)

    first = queries(lambda: confirm_import(imported=one, by=contributor))
    assert queries(lambda: confirm_import(imported=many, by=contributor)) == first


def test_a_row_without_an_answer_or_a_key_has_none(world, new, contributor):
    bare = row(1, values={**new().values, "answer": {}, "invocations": [], "themes": []})

    confirm_import(imported=stage(bare, by=contributor), by=contributor)

    assert not SourceKey.objects.exists()
    assert Recommendation.objects.get().invocations.count() == 0
    assert not Response.objects.exists()


def test_only_what_was_chosen_is_written_and_the_others_say_why_not(world, new, contributor):
    twin = RecommendationFactory()
    double = new(3)
    double.outcome, double.record = Outcome.DUPLICATE, twin.pk
    imported = stage(new(1), new(2), double, new(4), by=contributor)
    choose_rows(imported=imported, numbers=[2], is_chosen=False, by=contributor)
    choose_rows(imported=imported, numbers=[3], is_chosen=True, by=contributor)

    confirm_import(imported=imported, by=contributor)

    written = Recommendation.objects.exclude(pk=twin.pk)
    assert set(written.values_list("locator", flat=True)) == {"138.1", "138.4"}
    first, second, third, fourth = staged(imported, "left_because", "is_written", "record")
    assert (first[:2], fourth[:2]) == (("", True), ("", True))
    assert second == ("It was not chosen.", False, None)
    assert third[1:] == (False, twin.pk)
    assert "another one" in third[0]
    assert fourth[2] != twin.pk


def test_rows_with_errors_stop_an_import_unless_the_clean_rows_are_enough(
    world, new, contributor, refused
):
    imported = stage(new(1), row(2, outcome=Outcome.ERROR), by=contributor)

    with refused(ValidationError, match="1 row has errors"):
        confirm_import(imported=imported, by=contributor)

    confirm_import(imported=imported, clean_only=True, by=contributor)
    assert staged(imported, "is_written", "left_because") == [
        (True, ""), (False, "It has errors."),
    ]  # fmt: skip


def test_an_import_of_nothing_is_refused(world, new, contributor, refused):
    imported = stage(new(1), row(2, outcome=Outcome.ERROR), by=contributor)
    choose_rows(imported=imported, numbers=[1], is_chosen=False, by=contributor)

    with refused(ValidationError, match="Nothing is chosen"):
        confirm_import(imported=imported, clean_only=True, by=contributor)


BROKEN = [
    ({"title": ""}, "title: This field cannot be blank"),
    ({"title": "\u3000 "}, "title: This may not be blank"),
    ({"title": "t" * 161}, "title: .*160"),
    ({"title": ["t"]}, "title: Write one value"),
    ({"kind": "wish"}, "kind: .*not a valid choice"),
    ({"action_strength": 6}, "action strength: .*5"),
    ({"made_on": "2024-13"}, "made: There is no such date"),
    ({"made_on": None}, "made: "),
    ({"addressed_to": ""}, "addressed to: "),
    ({"document": None}, "document: "),
    ({"made_by": []}, "Say who makes the ask"),
    ({"colour": "red"}, "colour: There is no such field"),
    ({"reference": "R-0001"}, "reference: There is no such field"),
    ({"invocations": [{"article": "rc 33", "basis": "guess", "note": ""}]}, "valid choice"),
    (
        {"invocations": [{"article": "rc 33", "basis": "section", "note": ""}] * 2},
        "listed twice",
    ),
    ({"answer": {"position": "none-recorded"}}, "position: "),
    ({"answer": {"document": ""}}, "document gives the answer"),
    ({"answer": {"responded_on": "2023"}}, "cannot come before"),
    ({"answer": {"state": "published"}}, "state: There is no such field"),
]


@pytest.mark.parametrize(("said", "why"), BROKEN)
def test_a_row_that_breaks_a_rule_is_named_and_leaves_no_trace(
    said, why, world, new, contributor, refused
):
    imported = stage(new(1), new(2, **said), by=contributor)

    with refused(ValidationError, match=f"row 2: .*{why}"):
        confirm_import(imported=imported, by=contributor)
    assert imported.rows.filter(is_written=True).count() == 0


def test_what_only_the_database_refuses_names_its_row_too(world, new, contributor, refused):
    RecommendationFactory(origin="B-12")
    imported = stage(new(1), new(2, origin="B-12"), by=contributor)

    with refused(ValidationError, match="row 2: There already is .* with this origin"):
        confirm_import(imported=imported, by=contributor)


def test_two_rows_with_the_same_key_are_refused(world, new, contributor, refused):
    again = new(2)
    again.key = "17-1"
    imported = stage(new(1), again, by=contributor)

    with refused(ValidationError, match="row 2: another row has the key “17-1” too"):
        confirm_import(imported=imported, by=contributor)


# Organisations and documents that are not here yet

ADDITIONS = {
    "organisations": [
        {"slug": "tuvalu", "kind": "state", "name": "Tuvalu", "regional_group": "asia-pacific"},
        {"slug": "fiji", "kind": "state", "name": "Fiji"},
    ],
    "documents": [
        {
            "slug": "a-hrc-40-6", "kind": "working-group-report", "title": "Report", "cycle": "",
            "symbol": "A/HRC/40/6", "authors": ["tuvalu"], "published_on": "2018-12-26",
        },
    ],
}  # fmt: skip


def test_what_rows_name_and_is_not_here_is_added_first_and_nothing_else(world, new, contributor):
    imported = stage(new(1, document="a-hrc-40-6"), by=contributor, additions=ADDITIONS)

    done = confirm_import(imported=imported, by=contributor)

    document = Recommendation.objects.get().document
    assert (document.symbol, document.is_public) == ("A/HRC/40/6", False)
    assert [author.name for author in document.authors.all()] == ["Tuvalu"]
    assert not Organisation.objects.filter(slug="fiji").exists()
    assert done.additions["written"] == {"organisations": ["tuvalu"], "documents": ["a-hrc-40-6"]}


def test_what_somebody_added_meanwhile_is_taken_as_it_is(world, new, contributor):
    imported = stage(new(1, made_by=["tuvalu"]), by=contributor, additions=ADDITIONS)
    hers = OrganisationFactory(slug="tuvalu", name="TUVALU", state=True)

    confirm_import(imported=imported, by=contributor)

    assert Recommendation.objects.get().made_by.get() == hers


@pytest.mark.parametrize(
    "taken",
    [
        lambda: DocumentFactory(slug="a-hrc-40-6", title="Another"),
        lambda: DocumentFactory(slug="report", symbol="a/hrc/40/6"),
        lambda: OrganisationFactory(slug="tv", name="Tuvalu"),
    ],
)
def test_an_address_or_name_that_was_taken_meanwhile_is_a_conflict(
    taken, world, new, contributor, refused
):
    imported = stage(new(1, document="a-hrc-40-6"), by=contributor, additions=ADDITIONS)
    taken()

    with refused(Conflict, match="by now. Read the file anew"):
        confirm_import(imported=imported, by=contributor)


def test_an_addition_that_breaks_a_rule_is_named(world, new, contributor, refused):
    additions = {"organisations": [{"slug": "tuvalu", "kind": "planet", "name": "Tuvalu"}]}
    imported = stage(new(1, made_by=["tuvalu"]), by=contributor, additions=additions)

    with refused(ValidationError, match="Tuvalu: kind: "):
        confirm_import(imported=imported, by=contributor)


# What moved on meanwhile


def test_an_import_is_confirmed_once(staged_new, contributor, refused):
    confirm_import(imported=staged_new, by=contributor)

    with refused(Conflict, match="confirmed already"):
        confirm_import(imported=staged_new, by=contributor)


def test_what_came_by_its_key_meanwhile_is_a_conflict_that_names_the_row(
    staged_new, contributor, refused
):
    SourceKeyFactory(source=staged_new.source, key="17-2")

    with refused(Conflict, match="row 2: it is here by now. Read the file anew"):
        confirm_import(imported=staged_new, by=contributor)


def test_what_another_file_of_the_review_brought_meanwhile_is_a_conflict(
    world, new, contributor, refused
):
    report, matrix = (
        stage(row(1, values=new().values | said), by=contributor, sha256=letter * 64, source=kind)
        for kind, letter, said in (
            ("report", "a", {}), ("matrix", "b", {"locator": "", "document": "a-hrc-56-6-add-1"})
        )
    )  # fmt: skip
    confirm_import(imported=report, by=contributor)
    reference = Recommendation.objects.get().reference

    with refused(Conflict, match=f"row 1: it may be {reference} by now. Read the file anew"):
        confirm_import(imported=matrix, by=contributor)


def test_what_a_person_called_another_ask_is_written_beside_what_is_like_it(
    world, new, contributor
):
    files = [
        stage(
            row(1, values=new().values), by=contributor, sha256=letter * 64,
            settings={"decided": {"1": "new"}},
        )
        for letter in "ab"
    ]  # fmt: skip

    for imported in files:
        confirm_import(imported=imported, by=contributor)

    assert Recommendation.objects.count() == 2


def test_the_same_file_confirmed_twice_at_the_same_time_is_written_once(
    world, new, contributor, refused
):
    bare = [row(1, values=new().values)]
    first, second = (stage(*bare, by=contributor) for _ in range(2))
    confirm_import(imported=first, by=contributor)

    with refused(Conflict, match="the same file was imported"):
        confirm_import(imported=second, by=contributor)


def test_what_a_row_names_and_is_gone_meanwhile_is_a_conflict(staged_new, contributor, refused):
    Theme.objects.all().delete()

    with refused(Conflict, match="row 1: there is no theme “asylum” any more; row 2: "):
        confirm_import(imported=staged_new, by=contributor)


@together
def test_of_two_files_with_the_same_rows_confirmed_at_once_one_is_told_of_the_other(world, new):
    people = UserFactory.create_batch(2, contributor=True)
    rows = [new(number) for number in range(20)]
    files = [
        stage(*rows, by=by, sha256=letter * 64) for by, letter in zip(people, "ab", strict=True)
    ]

    done = at_once(
        *(
            lambda file=file, by=by: confirm_import(imported=file, by=by)
            for file, by in zip(files, people, strict=True)
        )
    )

    assert sorted(type(result).__name__ for result in done) == ["Conflict", "Import"]
    assert Recommendation.objects.count() == SourceKey.objects.count() == 20


# Changed

NAMED = ["title", "themes"]


def changed(record, number=1, *, differs=(), answered="noted", **values):
    """A row that differs from a record in what it says, or only in what `differs`."""
    names = differs or [name for name in values if name != "answer"]
    old = [{"name": name, "old": "", "new": "", "field": name} for name in names]
    if "answer" in values:
        position = values["answer"]["position"]
        old.append({"name": "answer.position", "old": answered, "new": position, "field": ""})
    return row(
        number, outcome=Outcome.CHANGED, record=record.pk, values=values, differences=old,
        expected=record.version,
    )  # fmt: skip


def test_a_draft_is_changed_at_once_in_what_the_row_says(world, contributor):
    draft = RecommendationFactory(locator="138.1", in_review=True)
    said = changed(draft, title="Protect", themes=["asylum"], text="Ours", differs=NAMED)
    imported = stage(said, by=contributor)

    confirm_import(imported=imported, by=contributor)

    draft.refresh_from_db()
    assert (draft.title, draft.locator, draft.version, draft.state) == (
        "Protect", "138.1", 2, State.DRAFT,
    )  # fmt: skip
    assert draft.text != "Ours", "the row does not differ in that, as it was told"
    assert draft.themes.get().code == "asylum"
    assert staged(imported, "is_written", "record") == [(True, draft.pk)]


def test_who_imported_a_change_of_a_draft_does_not_approve_it_alone(world, coordinator):
    draft = RecommendationFactory()
    imported = stage(changed(draft, title="Protect"), by=coordinator)
    confirm_import(imported=imported, by=coordinator)
    submit(records=[draft], by=draft.recorded_by)

    with pytest.raises(ValidationError, match="You wrote part of this"):
        approve(record=draft, by=coordinator)


def test_a_published_record_gets_an_amendment_and_needs_a_reason(world, contributor, refused):
    public = RecommendationFactory(published=True)
    imported = stage(changed(public, title="Protect"), by=contributor)

    with refused(ValidationError, match="row 1: .*Say why"):
        confirm_import(imported=imported, by=contributor)
    confirm_import(imported=imported, reason="The corrected report.", by=contributor)

    amendment = Amendment.objects.get()
    assert (amendment.changes, amendment.state, amendment.reason) == (
        {"title": "Protect"}, State.IN_REVIEW, "The corrected report.",
    )  # fmt: skip
    public.refresh_from_db()
    assert public.title != "Protect"


def test_a_record_with_a_change_on_its_way_is_named(world, contributor, refused):
    public = RecommendationFactory(published=True)
    edit_recommendation(
        recommendation=public, values={"title": "Mine"}, expected=1, reason="Mine.",
        by=UserFactory(contributor=True),
    )  # fmt: skip
    imported = stage(changed(public, title="Protect"), by=contributor)

    with refused(ValidationError, match="row 1: Another change of it waits"):
        confirm_import(imported=imported, reason="The corrected report.", by=contributor)


@pytest.mark.parametrize(
    ("meanwhile", "why"),
    [
        (lambda draft: Recommendation.objects.update(version=2), "has changed the record"),
        (
            lambda draft: Recommendation.objects.update(
                state=State.WITHDRAWN, withdrawn_reason="Twice.", withdrawn_by=draft.recorded_by,
                withdrawn_at=draft.recorded_at,
            ),
            "is withdrawn",
        ),
        (lambda draft: draft.delete(), "not here any more"),
    ],
)  # fmt: skip
def test_a_record_that_moved_on_is_a_conflict_that_names_the_row(
    meanwhile, why, world, contributor, refused
):
    draft = RecommendationFactory()
    imported = stage(changed(draft, title="Protect"), by=contributor)
    meanwhile(draft)

    with refused(Conflict, match=f"row 1: .*{why}"):
        confirm_import(imported=imported, by=contributor)


NOTED = {"position": "noted"}
ANSWER = {"position": "accepted", "responded_on": "2024-07-04", "document": "a-hrc-56-6-add-1"}


@pytest.fixture
def answered(world):
    """An ask with a draft of an answer, and one whose answer is public."""
    document = Document.objects.get(slug="a-hrc-56-6-add-1")
    asks = RecommendationFactory.create_batch(2, published=True)
    return [
        ResponseFactory(recommendation=asks[0], document=document, words="Mine", **NOTED),
        ResponseFactory(recommendation=asks[1], document=document, published=True, **NOTED),
    ]


def test_an_answer_that_is_changed_replaces_a_draft_and_corrects_what_is_public(
    answered, contributor
):
    draft, public = answered
    rows = [changed(one.recommendation, n, answer=ANSWER) for n, one in enumerate(answered, 1)]

    confirm_import(imported=stage(*rows, by=contributor), reason="Misread.", by=contributor)

    first, second = (current_response(one.recommendation, one.document) for one in answered)
    draft.refresh_from_db()
    assert (first.position, first.words, draft.state) == ("accepted", "Mine", State.WITHDRAWN)
    assert (second.supersedes, second.supersedes_reason, second.state) == (
        public, "Misread.", State.DRAFT,
    )  # fmt: skip


def test_a_public_answer_is_not_corrected_without_a_reason(answered, contributor, refused):
    imported = stage(changed(answered[1].recommendation, answer=ANSWER), by=contributor)

    with refused(ValidationError, match="row 1: .*say why published answers"):
        confirm_import(imported=imported, by=contributor)


def test_an_answer_that_somebody_changed_meanwhile_is_a_conflict(answered, contributor, refused):
    draft = answered[0]
    imported = stage(changed(draft.recommendation, answer=ANSWER), by=contributor)
    record_response(
        recommendation=draft.recommendation, document=draft.document, position="pending",
        responded_on="2024-07-04", by=UserFactory(contributor=True),
    )  # fmt: skip

    with refused(Conflict, match="row 1: .*has recorded an answer here meanwhile"):
        confirm_import(imported=imported, by=contributor)


def test_a_first_answer_to_a_record_that_is_here_is_entered(world, contributor):
    ask = RecommendationFactory()
    said = ANSWER | {"words": "Noted.", "category_as_stated": "Accepted"}
    imported = stage(changed(ask, answer=said, answered=""), by=contributor)

    confirm_import(imported=imported, by=contributor)

    answer = ask.responses.get()
    assert (answer.words, answer.category_as_stated) == ("Noted.", "Accepted")
    assert imported.rows.get().answer == answer


def test_an_answer_that_is_gone_meanwhile_is_a_conflict(world, contributor, refused):
    imported = stage(changed(RecommendationFactory(), answer=ANSWER), by=contributor)

    with refused(Conflict, match="row 1: The answer that stood here was withdrawn"):
        confirm_import(imported=imported, by=contributor)


# Unchanged


def test_the_same_file_again_changes_nothing(staged_new, new, contributor, refused):
    confirm_import(imported=staged_new, by=contributor)
    records = dict(staged_new.rows.values_list("number", "record"))
    again = [new(number) for number in (1, 2, 3)]
    for one in again:
        one.outcome, one.record, one.expected = Outcome.UNCHANGED, records[one.number], 1
    second = stage(*again, by=contributor)
    before = {model: model.pgh_event_model.objects.count() for model in WRITTEN[:-1]}

    confirm_import(imported=second, by=contributor)

    assert {model: model.pgh_event_model.objects.count() for model in WRITTEN[:-1]} == before
    assert not second.rows.filter(is_written=True).exists()


def test_what_its_source_calls_an_unchanged_record_is_remembered(world, contributor):
    here = RecommendationFactory()
    same = row(1, key="17-1", outcome=Outcome.UNCHANGED, record=here.pk, expected=1)
    imported = stage(same, by=contributor)

    confirm_import(imported=imported, by=contributor)

    assert SourceKey.objects.get().recommendation == here
    assert staged(imported, "is_written") == [(True,)]
