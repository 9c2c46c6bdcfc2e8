"""What is asked of each server: the same questions in the words of each."""

from __future__ import annotations

from .shape import ARTICLE_IDS, ARTICLES, COMMON, KOREAN, RARE

_ARTICLE = ARTICLE_IDS.start + 2 * ARTICLES + 4
SIZE = 100
READY = "/bench/ready"  # says whether our index is built


def ours(size: int) -> dict[str, str]:
    """A hundred rows a page, each with the counts of all facets."""
    listed = f"/en/recommendations/?size={SIZE}"
    return {
        "browse": listed,
        "filter": f"{listed}&article=treaty-3/5&status=C",
        "treaty": f"{listed}&treaty=treaty-3",
        "common": f"{listed}&q={COMMON}",
        "korean": f"{listed}&q={KOREAN}",
        "rare": f"{listed}&q={RARE}",
        "deep": f"{listed}&page={size * 9 // 10 // SIZE}",
        "record": f"/en/recommendations/R-{size // 2:04}/",
        "home": "/en/",
        "json": f"/api/v1/recommendations/?size={SIZE}",
    }


def datasette(size: int) -> dict[str, str]:
    listed = f"/bench/recommendations?_size={SIZE}"
    return {
        "browse": listed,
        "filter": f"{listed}&articles__arraycontains=treaty-3/5&status=C",
        "treaty": f"{listed}&treaties__arraycontains=treaty-3",
        "common": f"{listed}&_search={COMMON}",
        "korean": f"{listed}&_search={KOREAN}",
        "rare": f"{listed}&_search={RARE}",
    }


def admin(size: int) -> dict[str, str]:
    listed = "/admin/tracker/recommendation/?"
    article = f"invocations__article__id__exact={_ARTICLE}"
    return {
        "browse": listed,
        "filter": f"{listed}{article}&assessments__status__exact=C",
        "common": f"{listed}q={COMMON}",
    }
