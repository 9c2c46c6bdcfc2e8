"""What each component is shown with in the gallery: its states, and what it takes in each."""

import datetime as dt
from dataclasses import replace

from django.core.paginator import Paginator
from django.utils.translation import override

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tracker.charts.years import Years
from tracker.filters.as_of import TO_COME, AsOf
from tracker.lib.word_differences import word_differences
from tracker.models import Position, Status
from tracker.models.certainty import Certainty
from tracker.models.translations import Wording
from tracker.public.home import position_chart, status_chart
from tracker.public.standing import Share
from tracker.templatetags.wording import title_by

TODAY = dt.date(2026, 11, 22)
NOW = AsOf(TODAY, TODAY, is_kept=True)
EARLIER = AsOf(dt.date(2024, 7, 4), TODAY)
UNCLEAR = replace(NOW, error=TO_COME, published_error=TO_COME)
DAYS = {"today": NOW, "an earlier day": EARLIER, "no such day": UNCLEAR}
PIECES = word_differences("Stop returning people.", "Stop returning all people by force.")


def context_of(client, address):
    """What a page is made of, as one dictionary, as of today."""
    return client.get(address).context[0].flatten() | {"as_of": NOW}


def claimed():
    """An answer that something is done already, with all that can stand beside it."""
    ask = RecommendationFactory(published=True, title="Register every child", expects_reply=True)
    DevelopmentFactory(published=True, kind="finding", happened_on="2023", recommendations=[ask])
    ResponseFactory(
        published=True, recommendation=ask, position="already-implemented", certainty="reported",
        words="It is so already.", category_as_stated="Accepted",
    )  # fmt: skip
    AssessmentFactory(published=True, recommendation=ask, status="C")
    return ask


def charts():
    none, some = (dict.fromkeys(Position, n) for n in (0, 1))
    statuses = {status: n for n, status in enumerate(Status)}
    named = replace(status_chart(statuses, NOW), name="status", within="Treaty CAT")
    return {
        "positions": {"chart": position_chart(some | {Position.NOTED: 7}, NOW)},
        "statuses, for other sites, of some asks": {"chart": named},
        "nothing counted": {"chart": position_chart(none, NOW)},
    }


def samples(client):
    """For each component its states by name, each with the context that it takes."""
    RecommendationFactory(published=True)
    claim = client.get(claimed().get_absolute_url()).context["claim"]
    home, theme = (context_of(client, url) for url in ("/en/", "/en/themes/nonref/"))
    state = context_of(client, "/en/organisations/republic-of-korea/")
    none = context_of(client, "/en/themes/nonref/?as_of=1960-01-01")
    record = context_of(client, "/en/recommendations/R-0219/")
    found = context_of(client, "/en/recommendations/?treaty=cat&size=10")
    review, source = (context_of(client, f"/en/{at}/") for at in ("reviews/upr-4", "sources"))
    mechanism = context_of(client, "/en/mechanisms/upr/")
    silent = {**theme, "replied": 0}
    paged = Paginator(range(100), 20)
    frame = {"as_of": NOW, "section": "themes"}
    bars = charts()
    said = Wording("ko", "organisation", "강제송환을 멈출 것", "모두에게.", translator="An NGO")
    with override("ko"):
        told = {"record": record["recommendation"], "title_by": title_by(record["recommendation"])}
    return {
        "accepted": {
            "none": {"accepted": Share(0, "", "#", "#"), "answers": []},
            "none, and others": {"accepted": Share(0, "", "#", "#"), "answers": ["2 are noted"]},
            "some": {"accepted": Share(3, "", "#", "#"), "answers": []},
            "some, and others": {"accepted": Share(3, "", "#", "#"), "answers": ["2 are noted"]},
        },
        "answered": {"some": theme, "no answer": silent, "nothing to answer": none},
        "as_of_form": {day: {"as_of": as_of} for day, as_of in DAYS.items()},
        "axis": {
            "chosen": {"name": "rows", "label": "Rows", "chosen": "a",
                       "choices": {"b": "Another", "a": "One"}},
        },
        "bars": bars,
        "beside": {"some": {"steps": [*claim.un, *claim.others]}, "none": {"none": "Nothing."}},
        "brand": {"as ever": frame},
        "by_review": {"positions and assessments": theme, "nothing": none},
        "certainty_tag": {value.label: {"certainty": value} for value in Certainty},
        "chart_reuse": {"named": bars["statuses, for other sites, of some asks"]},
        "claim": {"all beside it": {"claim": claim, "as_of": NOW},
                  "nothing beside it": {"claim": replace(claim, un=[], others=[], judged=None),
                                        "as_of": NOW}},
        "colophon": {"today": frame, "an earlier day": {"as_of": EARLIER}},
        "crossed": {"reviews by position": {**theme, "crossed": theme["by_review"],
                                            "told": "China’s position"}},
        "cycles": {"of all": {**mechanism, "has_mechanism": True}, "of one": mechanism},
        "dated": {"a day": {"day": TODAY}},
        "dates": {"of a review": review},
        "day_field": {day: {"as_of": as_of} for day, as_of in DAYS.items()},
        "difference": {
            "both": {"pieces": PIECES}, "before": {"pieces": PIECES, "own": "gone"},
            "after": {"pieces": PIECES, "own": "new"},
            "neither first": {"pieces": PIECES, "equal": True},
        },
        "documents": {"some": review, "none": {}},
        "downloads": {"filtered": found, "all": context_of(client, "/en/recommendations/")},
        "happened": {"some": theme, "none": none},
        "invoked_most": {"some": theme, "none": none},
        "languages": {"of a page": frame},
        "menu": {"in a section": frame, "in none": {"as_of": NOW}},
        "meta": {"of a record": {**record, "title": "A title"}},
        "milestones": {"some": mechanism, "none": {"as_of": NOW}},
        "notes": {"today": record, "an earlier day": {**record, "as_of": EARLIER}},
        "outcome": {"asked": theme},
        "pagination": {"first": {"page": paged.page(1)}, "between": {"page": paged.page(3)},
                       "last": {"page": paged.page(5)}},
        "portrait": {"of a theme": theme, "of nothing": none},
        "position_tag": {value.label: {"position": value} for value in Position},
        "published_field": {day: {"as_of": as_of} for day, as_of in DAYS.items()},
        "records": {"some": {**theme, "recommendations": theme["recent"][:3]}, "none": frame},
        "reuse": {"of a record": record, "of a list": source},
        "search_help": {"as ever": {}},
        "shares": {"some": {**theme, "rows": theme["askers"], "of": "Organisation or State"}},
        "shown_as_of": {
            "an earlier day": {"as_of": EARLIER},
            "as published on a day": {"as_of": replace(NOW, published=dt.date(2026, 1, 1))},
            "where that is not kept": {"as_of": replace(EARLIER, published=dt.date(2026, 1, 1))},
        },
        "standing": {"of a theme": {**theme, "about": "under this theme"},
                     "of an asker": {**state, "asker": "Republic of Korea"},
                     "of nothing": {**none, "about": "under this theme"}},
        "status_shape": {value.full_label: {"status": value.value} for value in Status},
        "status_tag": {value.full_label: {"status": value} for value in Status},
        "tally": {"themes": {**home, "rows": home["themes"], "of": "Theme"}},
        "title_by": {"ours": told},
        "translations": {"by an organisation": {"translations": [said]}, "none": {}},
        "years": {"some": {"chart": home["over_time_chart"]},
                  "none": {"chart": Years("By year", "Nothing had been asked.", "Basis.", [], [])}},
    }  # fmt: skip
