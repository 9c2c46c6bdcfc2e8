"""What rows say in other languages: read in the page's, kept to the fields, written in English."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from tests.factories import (
    ArticleFactory,
    OrganisationFactory,
    RecommendationFactory,
    ThemeFactory,
    TranslationFactory,
    TreatyFactory,
)
from tracker.models import AffectedGroup, Change, Recommendation, Theme, Treaty
from tracker.models.wording import in_english, lang_of, worded

KOREAN = {"ko": {"name": "구금"}}


def test_a_row_is_read_in_the_language_of_the_page_and_else_in_english():
    theme = ThemeFactory(name="Detention", description="Release.", translations=KOREAN)

    with override("ko"):
        assert (str(theme), theme.description) == ("구금", "Release.")
        assert (lang_of(theme, "name"), lang_of(theme, "description")) == ("", "en")
        assert in_english(theme, "name") == "Detention"
    with override("zh-hans"):
        assert (theme.name, lang_of(theme, "name")) == ("Detention", "en")
    assert (theme.name, lang_of(theme, "name")) == ("Detention", "")


def test_an_article_is_called_in_the_language_of_the_page():
    treaty = TreatyFactory(short_name="CRC", translations={"ko": {"short_name": "아동권리협약"}})
    article = ArticleFactory(treaty=treaty, number="9(1)")

    with override("ko"):
        assert str(article) == "아동권리협약 9(1)"


def test_a_field_that_was_not_read_is_read_as_it_is(django_assert_num_queries):
    ThemeFactory(name="Detention", translations=KOREAN)

    with override("ko"):
        theme = Theme.objects.only("translations").get()
        assert in_english(theme, "name") == "Detention"
        assert theme.name == "구금"
        with django_assert_num_queries(1):
            assert Theme.objects.only("name", "translations").get().name == "구금"


def test_a_query_says_it_in_the_language_of_the_page():
    ThemeFactory(name="Detention", translations=KOREAN)

    with override("ko"):
        assert [*Theme.objects.values_list(worded("name"), flat=True)] == ["구금"]
    with override("zh-hans"):
        assert [*Theme.objects.values_list(worded("name"), flat=True)] == ["Detention"]


@pytest.mark.parametrize(
    "said",
    [
        {"fr": {"name": "Détention"}},
        {"ko": {"title": "구금"}},
        {"ko": {"name": " "}},
        {"ko": {"name": "가" * 121}},
        {"ko": "구금"},
        ["구금"],
    ],
)
def test_only_words_of_its_fields_in_the_languages_of_the_site_are_taken(said):
    theme = ThemeFactory.build(translations=said)

    with pytest.raises(ValidationError) as error:
        theme.full_clean()
    assert "translations" in error.value.message_dict


@pytest.mark.parametrize("said", [{"fr": {"name": "x"}}, {"ko": {"title": "x"}}])
def test_the_database_holds_to_it_too(said):
    ThemeFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Theme.objects.update(translations=said)


def test_what_changes_in_a_language_is_kept_and_tells_the_public():
    group = AffectedGroup.objects.create(code="x", name="Children")
    seen = Change.objects.count()

    AffectedGroup.objects.update(translations={"ko": {"name": "아동"}})

    assert group.events.latest("pgh_id").translations == {"ko": {"name": "아동"}}
    assert Change.objects.filter(is_public=True, is_indexed=False).count() > 0
    assert Change.objects.count() == seen + 1


def test_a_published_title_stands_with_its_record_and_leaves_it_with_the_translation():
    ask = RecommendationFactory(published=True, title="Stop returns")
    events = ask.events.count()
    translation = TranslationFactory(recommendation=ask, published=True, title="송환 중단")

    ask = Recommendation.objects.get()
    assert ask.translations == {"ko": {"title": "송환 중단"}}
    with override("ko"):
        assert ask.title == "송환 중단"
    assert ask.events.count() == events  # its history is the translation's

    translation.state, translation.withdrawn_reason = "withdrawn", "Wrong."
    translation.withdrawn_at, translation.withdrawn_by = (
        translation.approved_at,
        translation.approved_by,
    )
    translation.save()

    assert Recommendation.objects.get().translations == {}


@pytest.mark.parametrize("state", [{}, {"in_review": True}, {"withdrawn": True}])
def test_what_is_not_published_is_no_title(state):
    TranslationFactory(**state)

    assert Recommendation.objects.get().translations == {}


def test_a_list_reads_names_without_asking_again(django_assert_num_queries):
    maker = OrganisationFactory(translations={"ko": {"name": "북한인권시민연합"}})
    for _ in range(3):
        TranslationFactory(
            recommendation=RecommendationFactory(published=True, made_by=[maker]), published=True
        )

    with override("ko"), django_assert_num_queries(3):
        rows = list(Recommendation.objects.for_listing())
        assert {row.title for row in rows} == {"강제송환을 중단할 것"}
        assert {row.makers[0].short_name for row in rows} == {"북한인권시민연합"}


def test_a_treaty_keeps_its_acronym_where_no_other_name_is_known():
    TreatyFactory(short_name="CAT", translations={"ko": {"title": "고문방지협약"}})

    with override("ko"):
        treaty = Treaty.objects.get()
        assert (str(treaty), treaty.title) == ("CAT", "고문방지협약")
