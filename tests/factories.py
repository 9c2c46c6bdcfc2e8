"""One factory per model. Each builds the smallest valid thing; a test says what matters to it."""

from typing import Any

import factory
from django.apps import apps
from django.utils import timezone

from tracker import models
from tracker.models.articles import article_order, article_slug
from tracker.models.fields import PartialDateField
from tracker.models.recommendations import draft_reference
from tracker.permissions import Role

PASSWORD = "correct horse battery"  # noqa: S105 - of the users that tests make


class RecordFactory(factory.django.DjangoModelFactory):
    """Takes a partial date as text too: `made_on="2023-05"`."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        for field in cls._meta.model._meta.get_fields():
            if isinstance(field, PartialDateField) and field.name in kwargs:
                kwargs[field.name] = field.to_python(kwargs[field.name])
        return kwargs


def links(name: str) -> factory.PostGeneration:
    """A many-to-many field, set to what the test gives it."""

    def set_links(record: Any, create: bool, given: Any, **_: Any) -> None:
        if given:
            getattr(record, name).set(given)

    return factory.PostGeneration(set_links)


class UserFactory(RecordFactory):
    class Meta:
        model = models.User

    email = factory.Sequence(lambda n: f"user-{n}@example.org")
    password = factory.django.Password(PASSWORD)

    class Params:
        contributor = factory.Trait(role=Role.CONTRIBUTOR)
        coordinator = factory.Trait(role=Role.COORDINATOR)
        administrator = factory.Trait(role=Role.ADMINISTRATOR)


class TreatyFactory(RecordFactory):
    class Meta:
        model = models.Treaty
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"treaty-{n}")
    short_name = factory.LazyAttribute(lambda treaty: treaty.code.upper())
    title = factory.LazyAttribute(lambda treaty: f"Convention {treaty.code}")


class TreatyActionFactory(RecordFactory):
    class Meta:
        model = models.TreatyAction

    key = factory.Sequence(lambda n: f"treaty-action-{n}")
    treaty = factory.SubFactory(TreatyFactory)
    kind = models.TreatyAction.Kind.RATIFICATION
    sources = links("sources")


def whole_treaty(treaty: models.Treaty) -> models.Article:
    """The article without a number, root of the treaty's articles."""
    return models.Article.objects.get_or_create(treaty=treaty, number="")[0]


class ArticleFactory(RecordFactory):
    """An article below its treaty, or, with `number=""`, the treaty as a whole."""

    class Meta:
        model = models.Article

    treaty = factory.SubFactory(TreatyFactory)
    number = factory.Sequence(lambda n: f"{n + 1}")
    parent = factory.LazyAttribute(lambda article: article.number and whole_treaty(article.treaty))
    slug = factory.LazyAttribute(lambda article: article_slug(article.number))
    order = factory.LazyAttribute(lambda article: article_order(article.number))

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return kwargs | {"parent": kwargs["parent"] or None}


class NormFactory(RecordFactory):
    class Meta:
        model = models.Norm

    slug = factory.Sequence(lambda n: f"norm-{n}")
    name = factory.Sequence(lambda n: f"Norm {n}")
    description = "Nobody is returned to where they would be tortured."
    articles = links("articles")


class MechanismFactory(RecordFactory):
    class Meta:
        model = models.Mechanism
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"mechanism-{n}")
    name = factory.LazyAttribute(lambda mechanism: f"Mechanism {mechanism.code}")
    short_name = factory.LazyAttribute(lambda mechanism: mechanism.code.upper())
    kind = models.Mechanism.Kind.TREATY_BODY


class OrganisationFactory(RecordFactory):
    class Meta:
        model = models.Organisation
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"organisation-{n}")
    kind = models.Organisation.Kind.NGO
    name = factory.LazyAttribute(lambda organisation: organisation.slug.replace("-", " ").title())
    members = links("members")

    class Params:
        state = factory.Trait(kind=models.Organisation.Kind.STATE)


class FormerAddressFactory(RecordFactory):
    class Meta:
        model = models.FormerAddress

    slug = factory.Sequence(lambda n: f"former-{n}")
    organisation = factory.SubFactory(OrganisationFactory)


class ReviewCycleFactory(RecordFactory):
    class Meta:
        model = models.ReviewCycle

    slug = factory.Sequence(lambda n: f"cycle-{n}")
    mechanism = factory.SubFactory(MechanismFactory)
    name = factory.LazyAttribute(lambda cycle: f"Review {cycle.slug}")
    is_public = True  # as one that came with the fixtures


class OfficialTotalFactory(RecordFactory):
    class Meta:
        model = models.OfficialTotal

    cycle = factory.SubFactory(ReviewCycleFactory)
    basis = models.OfficialTotal.Basis.UN_NUMBERING
    category = "all"
    count = 428
    source = factory.SubFactory("tests.factories.DocumentFactory")


class MilestoneFactory(RecordFactory):
    class Meta:
        model = models.Milestone

    key = factory.Sequence(lambda n: f"milestone-{n}")
    kind = models.Milestone.Kind.REPORT_DUE
    title = "Report due"


class DocumentFactory(RecordFactory):
    class Meta:
        model = models.Document

    slug = factory.Sequence(lambda n: f"document-{n}")
    kind = models.Document.Kind.NGO_SUBMISSION
    title = factory.LazyAttribute(lambda document: f"Submission {document.slug}")
    is_public = True  # as one that came with the fixtures
    authors = links("authors")


class CitationFactory(RecordFactory):
    class Meta:
        model = models.Citation

    document = factory.SubFactory(DocumentFactory)
    article = factory.SubFactory(ArticleFactory)
    basis = models.Citation.Basis.EXPLICIT


class ThemeFactory(RecordFactory):
    class Meta:
        model = models.Theme
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"theme-{n}")
    name = factory.LazyAttribute(lambda theme: f"Theme {theme.code}")


class AffectedGroupFactory(RecordFactory):
    class Meta:
        model = models.AffectedGroup
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"group-{n}")
    name = factory.LazyAttribute(lambda group: f"Group {group.code}")


class SynonymFactory(RecordFactory):
    class Meta:
        model = models.Synonym

    key = factory.Sequence(lambda n: f"synonym-{n}")
    en = ["refoulement", "forced return"]
    ko = ["강제송환", "북송"]
    zh = ["遣返"]


class PublishableFactory(RecordFactory):
    """A draft; `in_review`, `published` or `withdrawn` (of what was published, with both)."""

    class Meta:
        abstract = True

    recorded_by = factory.SubFactory(UserFactory, contributor=True)

    class Params:
        in_review = factory.Trait(
            state=models.State.IN_REVIEW,
            submitted_at=factory.LazyFunction(timezone.now),
            submitted_by=factory.SelfAttribute("recorded_by"),
        )
        published = factory.Trait(
            state=models.State.PUBLISHED,
            submitted_at=factory.LazyFunction(timezone.now),
            submitted_by=factory.SelfAttribute("recorded_by"),
            approved_at=factory.LazyFunction(timezone.now),
            approved_by=factory.SubFactory(UserFactory, coordinator=True),
        )
        withdrawn = factory.Trait(
            state=models.State.WITHDRAWN,
            withdrawn_at=factory.LazyFunction(timezone.now),
            withdrawn_by=factory.SubFactory(UserFactory, coordinator=True),
            withdrawn_reason="Entered twice.",
        )


def next_public_reference() -> str:
    """What approval would give out."""
    given = models.Recommendation.objects.filter(reference__startswith="R-")
    numbers = (int(reference[2:]) for reference in given.values_list("reference", flat=True))
    return f"R-{max(numbers, default=0) + 1:04}"


class RecommendationFactory(PublishableFactory):
    class Meta:
        model = models.Recommendation

    reference = factory.Maybe(
        "published",
        factory.LazyFunction(next_public_reference),
        factory.LazyFunction(draft_reference),
    )
    kind = models.Recommendation.Kind.RECOMMENDATION
    document = factory.SubFactory(DocumentFactory)
    addressed_to = factory.SubFactory(OrganisationFactory, slug="china", state=True)
    made_on = "2023-02-01"
    title = "Stop returning escapees"
    text = "China is asked to stop returning North Korean escapees."
    themes = links("themes")
    affected_groups = links("affected_groups")

    @factory.post_generation
    def made_by(self, create: bool, given: Any, **_: Any) -> None:
        self.made_by.set([OrganisationFactory()] if given is None else given)


class InvocationFactory(RecordFactory):
    class Meta:
        model = models.Invocation

    recommendation = factory.SubFactory(RecommendationFactory)
    article = factory.SubFactory(ArticleFactory)
    basis = models.Invocation.Basis.EXPLICIT


class RelationFactory(RecordFactory):
    class Meta:
        model = models.Relation

    from_recommendation = factory.SubFactory(RecommendationFactory)
    to_recommendation = factory.SubFactory(RecommendationFactory)
    kind = models.Relation.Kind.TAKES_UP
    closeness = models.Relation.Closeness.CLOSE

    class Params:
        part_of = factory.Trait(
            kind=models.Relation.Kind.PART_OF, closeness=models.Relation.Closeness.NOT_RATED
        )


class ResponseFactory(PublishableFactory):
    class Meta:
        model = models.Response

    recommendation = factory.SubFactory(RecommendationFactory)
    position = models.Position.ACCEPTED
    responded_on = "2024-07-04"
    document = factory.SubFactory(DocumentFactory, kind=models.Document.Kind.ADDENDUM)


class DevelopmentFactory(PublishableFactory):
    class Meta:
        model = models.Development

    slug = factory.Sequence(lambda n: f"development-{n}")
    kind = models.Development.Kind.EVENT
    title = "Escapees are returned"
    summary = "The press reports that escapees were returned."
    document = factory.SubFactory(DocumentFactory, kind=models.Document.Kind.PRESS)
    sources = links("sources")
    recommendations = links("recommendations")


class AssessmentFactory(PublishableFactory):
    """With one piece of evidence, as the database demands; `evidence=None` for none."""

    class Meta:
        model = models.Assessment

    recommendation = factory.SubFactory(RecommendationFactory)
    status = models.Status.C
    as_of = "2024-07-04"
    assessor = factory.SubFactory(
        OrganisationFactory, slug="editors", kind=models.Organisation.Kind.EDITORS
    )
    rationale = "Returns are reported after the answer."
    evidence = factory.RelatedFactory("tests.factories.EvidenceFactory", "assessment")


class EvidenceFactory(RecordFactory):
    class Meta:
        model = models.Evidence

    assessment = factory.SubFactory(AssessmentFactory, evidence=None)
    document = factory.SubFactory(DocumentFactory)


class NoteFactory(RecordFactory):
    class Meta:
        model = models.Note

    text = "The submission gives another date."
    sources = links("sources")


class NoteSubjectFactory(RecordFactory):
    class Meta:
        model = models.NoteSubject

    note = factory.SubFactory(NoteFactory)
    recommendation = factory.SubFactory(RecommendationFactory)


class AssignmentFactory(RecordFactory):
    class Meta:
        model = models.Assignment

    recommendation = factory.SubFactory(RecommendationFactory)
    document = factory.SubFactory(DocumentFactory, kind=models.Document.Kind.ADDENDUM)
    assigned_to = factory.SubFactory(UserFactory, contributor=True)
    assigned_by = factory.SelfAttribute("assigned_to")


class BatchFactory(RecordFactory):
    class Meta:
        model = models.Batch

    kind = models.Batch.Kind.FILLED_IN
    document = factory.SubFactory(DocumentFactory, kind=models.Document.Kind.ADDENDUM)
    cycle = factory.SubFactory(ReviewCycleFactory)
    recorded_by = factory.SubFactory(UserFactory, contributor=True)


class BatchEntryFactory(RecordFactory):
    class Meta:
        model = models.BatchEntry

    batch = factory.SubFactory(BatchFactory)
    written = factory.SubFactory(
        ResponseFactory,
        document=factory.SelfAttribute("..batch.document"),
        recorded_by=factory.SelfAttribute("..batch.recorded_by"),
    )


class ImportFactory(RecordFactory):
    class Meta:
        model = models.Import

    source = models.Import.Source.TABLE
    file_name = "asks.csv"
    sha256 = "0" * 64
    size = 100
    read_by = factory.SubFactory(UserFactory, contributor=True)


class StagedRowFactory(RecordFactory):
    class Meta:
        model = models.StagedRow

    imported = factory.SubFactory(ImportFactory)
    number = factory.Sequence(lambda n: n + 1)
    place = factory.LazyAttribute(lambda row: f"row {row.number}")
    raw = factory.Dict({})
    ask = factory.Dict({})
    outcome = models.StagedRow.Outcome.NEW


class SourceKeyFactory(RecordFactory):
    class Meta:
        model = models.SourceKey

    source = models.Import.Source.UPR_INFO
    key = factory.Sequence(lambda n: f"17-{n}")
    recommendation = factory.SubFactory(RecommendationFactory)


class ColumnMappingFactory(RecordFactory):
    class Meta:
        model = models.ColumnMapping

    organisation = factory.SubFactory(OrganisationFactory)
    headings = ["Ask", "By"]
    signature = factory.Sequence(lambda n: f"{n:064}")
    columns = factory.Dict({"Ask": "text", "By": "made_by"})


class AmendmentFactory(PublishableFactory):
    class Meta:
        model = models.Amendment

    recommendation = factory.SubFactory(RecommendationFactory, published=True)
    base_version = factory.LazyAttribute(
        lambda change: getattr(change.recommendation or change.development, "version", 1)
    )
    development = None
    changes = factory.Dict({"title": "Stop returning anybody"})
    reason = "The title left somebody out."


class TranslationFactory(PublishableFactory):
    class Meta:
        model = models.Translation

    recommendation = factory.SubFactory(RecommendationFactory, published=True)
    development = None
    language = "ko"
    title = "강제송환을 중단할 것"


FACTORIES = {
    found._meta.model: found
    for found in list(globals().values())
    if isinstance(found, type) and issubclass(found, RecordFactory) and not found._meta.abstract
}

# What people keep, by hand or by fixture: all but the events, the log that triggers write, and rows
# of a file that wait to be confirmed.
RECORDS = [
    model
    for model in apps.get_app_config("tracker").get_models()
    if not hasattr(model, "pgh_tracked_model") and model not in (models.Change, models.StagedRow)
]
