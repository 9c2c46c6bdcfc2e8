"""
The same work by django-import-export: each row found by its key, validated, written with its links.

Its packages lie beside those of Datasette; whoever imports this has put them on the path.
"""

from __future__ import annotations

from typing import Any

from import_export import fields, resources, widgets  # type: ignore[import-untyped]
from tablib import Dataset  # type: ignore[import-not-found]

from tracker.models import (
    AffectedGroup,
    Article,
    Document,
    Invocation,
    Organisation,
    Recommendation,
    Response,
    ReviewCycle,
    Theme,
    User,
)

from . import import_file, shape

_POSITIONS = {"Supported": "accepted", "Noted": "noted"}


def _several(column: str, model: Any, name: str) -> Any:
    widget = widgets.ManyToManyWidget(model, separator="; ", field=name)
    attribute = {"Recommended by": "made_by", "Themes": "themes", "Groups": "affected_groups"}
    return fields.Field(column_name=column, attribute=attribute[column], widget=widget)


class Asks(resources.ModelResource):
    """A row is a recommendation with its makers, themes, groups, articles and China's answer."""

    origin = fields.Field(column_name="No", attribute="origin")
    text = fields.Field(column_name="Recommendation", attribute="text")
    title = fields.Field(column_name="Title", attribute="title")
    locator = fields.Field(column_name="Paragraph", attribute="locator")
    made_on = fields.Field(column_name="Date", attribute="made_on")
    action_strength = fields.Field(
        column_name="Action", attribute="action_strength", widget=widgets.IntegerWidget()
    )
    made_by = _several("Recommended by", Organisation, "name")
    themes = _several("Themes", Theme, "name")
    affected_groups = _several("Groups", AffectedGroup, "name")

    class Meta:
        model = Recommendation
        fields = (
            "origin", "text", "title", "locator", "made_on", "action_strength", "made_by",
            "themes", "affected_groups",
        )  # fmt: skip
        import_id_fields = ("origin",)
        clean_model_instances = True
        use_transactions = True
        skip_unchanged = True
        report_skipped = True

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """What all rows name, read once."""
        self.by = User.objects.get(pk=shape.WRITER)
        slugs = (import_file.DOCUMENT, import_file.REPLIES)
        self.document, self.replies = (Document.objects.get(slug=slug) for slug in slugs)
        self.cycle = ReviewCycle.objects.get(slug=import_file.CYCLE)
        self.state = Organisation.objects.get(slug=import_file.SETTINGS["state"])
        rows = Article.objects.exclude(number="").select_related("treaty")
        self.articles = {f"{row.treaty.short_name} {row.number}": row for row in rows}

    def init_instance(self, row: Any = None) -> Any:
        return Recommendation(
            recorded_by=self.by, document=self.document, cycle=self.cycle, kind="recommendation",
            addressed_to=self.state, text_kind="official",
        )  # fmt: skip

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        for name in row["Articles"].split("; "):
            invocation = Invocation(
                recommendation=instance, article=self.articles[name], basis="inferred"
            )
            invocation.full_clean()
            invocation.save()
        answer = Response(
            recommendation=instance, document=self.replies, cycle=self.cycle,
            position=_POSITIONS[row["Response"]], recorded_by=self.by,
            responded_on=row["Response date"],
        )  # fmt: skip
        answer.full_clean()
        answer.save()


def import_all(rows: list[list[str]]) -> None:
    """A dry run, for the person to look at, and then the import."""
    data = Dataset(*rows, headers=list(import_file.COLUMNS))
    before = Recommendation.objects.count()
    for is_dry in (True, False):
        result = Asks().import_data(data, dry_run=is_dry, raise_errors=True)
        assert not result.has_errors()
    assert Recommendation.objects.count() == before + len(rows)
