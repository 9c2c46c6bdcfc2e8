import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.factories import (
    DevelopmentFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    TranslationFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, return_to_author, submit, withdraw
from tracker.actions.translations import (
    draft_translation,
    revise_translation,
    translation_mark,
)
from tracker.models import Development, Recommendation, State, Translation

SAID = {"kind": "ours", "title": "송환 중단", "words": "아무도 돌려보내지 말 것."}


@pytest.fixture
def ask():
    return RecommendationFactory(published=True, title="Stop returns")


def translated(subject, by, **changes):
    return draft_translation(subject=subject, language="ko", by=by, **SAID | changes)


@pytest.mark.parametrize("factory", [RecommendationFactory, DevelopmentFactory])
def test_a_translation_is_public_once_a_second_person_approves(factory, contributor, coordinator):
    subject = factory(published=True)
    draft = translated(subject, contributor)
    subject.refresh_from_db()
    assert (draft.state, subject.translations) == (State.DRAFT, {})

    submit(records=[draft], by=contributor)
    with pytest.raises(PermissionDenied):
        approve(record=draft, by=contributor)
    approve(record=draft, by=coordinator)

    subject.refresh_from_db()
    assert subject.translations == {"ko": {"title": "송환 중단"}}


def test_nobody_approves_what_they_have_changed(ask, contributor, coordinator):
    draft = translated(ask, contributor)
    changed = revise_translation(
        translation=draft, expected=translation_mark(draft), by=coordinator, **SAID | {"words": ""}
    )
    submit(records=[changed], by=contributor)

    with pytest.raises(ValidationError, match="wrote part of this"):
        approve(record=changed, by=coordinator)


def test_a_newer_one_takes_the_place_of_the_published_one(ask, contributor, coordinator):
    earlier = TranslationFactory(recommendation=ask, published=True, title="옛 제목")
    newer = translated(ask, contributor)
    submit(records=[newer], by=contributor)
    approve(record=newer, by=coordinator)

    earlier.refresh_from_db()
    assert earlier.state == State.WITHDRAWN
    assert earlier.withdrawn_reason == "Replaced by a newer translation."
    assert Translation.objects.published().get() == newer
    assert Recommendation.objects.get().translations == {"ko": {"title": "송환 중단"}}


def test_what_is_published_already_is_not_sent_again(ask, contributor, refused):
    TranslationFactory(recommendation=ask, published=True, **SAID)

    with refused(ValidationError, match="published already"):
        translated(ask, contributor)


def test_withdrawn_it_leaves_the_record(ask, coordinator):
    published = TranslationFactory(recommendation=ask, published=True)

    withdraw(record=published, reason="Wrong.", by=coordinator)

    assert Recommendation.objects.get().translations == {}


def test_a_returned_one_is_mended_and_a_stale_form_is_refused(
    ask, contributor, coordinator, refused
):
    draft = translated(ask, contributor)
    submit(records=[draft], by=contributor)
    returned = return_to_author(record=draft, reason="Say 권고.", by=coordinator)
    read = translation_mark(returned)
    revise_translation(
        translation=returned, expected=read, by=contributor, **SAID | {"title": "권고"}
    )

    with refused(Conflict, match="changed this translation meanwhile"):
        revise_translation(translation=returned, expected=read, by=contributor, **SAID)


def test_what_is_published_is_not_changed(ask, contributor, refused):
    published = TranslationFactory(recommendation=ask, published=True)

    with refused(Conflict, match="write a newer one"):
        revise_translation(
            translation=published, expected=translation_mark(published), by=contributor, **SAID
        )


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"title": " "}, "may not be blank"),
        ({"title": "가" * 161}, "160 characters are the most"),
        ({"kind": "official"}, "needs the document"),
        ({"kind": "organisation"}, "Name the organisation"),
        ({"kind": "rumour"}, "not a valid choice"),
    ],
)
def test_a_translation_that_breaks_a_rule_leaves_no_trace(
    ask, contributor, refused, changes, match
):
    with refused(ValidationError, match=match):
        translated(ask, contributor, **changes)


def test_an_official_text_has_its_document_and_shows_it(ask, contributor, coordinator):
    document = DocumentFactory(is_public=False)
    draft = translated(ask, contributor, kind="official", document=document)
    submit(records=[draft], by=contributor)
    approve(record=draft, by=coordinator)

    document.refresh_from_db()
    assert document.is_public


def test_an_organisation_is_named_for_its_own_words_alone(ask, contributor, refused):
    translator = OrganisationFactory()

    with refused(ValidationError, match="and only then"):
        translated(ask, contributor, translator=translator)
    assert translated(ask, contributor, kind="organisation", translator=translator).pk


@pytest.mark.parametrize("state", [{}, {"in_review": True}])
def test_only_one_is_on_its_way_in_a_language(ask, contributor, refused, state):
    TranslationFactory(recommendation=ask, **state)

    with refused(ValidationError, match="already on its way"):
        translated(ask, contributor)
    assert draft_translation(subject=ask, language="zh-hans", by=contributor, **SAID).pk


def test_only_what_is_public_is_translated(contributor, coordinator, refused):
    draft = RecommendationFactory()
    with refused(ValidationError, match="Only what is public"):
        translated(draft, contributor)

    development = DevelopmentFactory(published=True)
    draft = translated(development, contributor)
    submit(records=[draft], by=contributor)
    withdraw(record=development, reason="Entered twice.", by=coordinator)
    with pytest.raises(ValidationError, match="not public any more"):
        approve(record=draft, by=coordinator)


def test_a_record_that_is_changed_keeps_its_titles(ask, coordinator):
    TranslationFactory(recommendation=ask, published=True, title="송환 중단")
    kept = Recommendation.objects.get()
    kept.title = "Stop all returns"
    kept.save()

    assert Recommendation.objects.get().translations == {"ko": {"title": "송환 중단"}}
    assert Development.objects.count() == 0
