"""Marker texts planted wherever only staff may read turn up in no byte that the public gets."""

import io
import itertools
import zipfile

import pghistory
import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.factories import (
    AmendmentFactory,
    AssessmentFactory,
    ColumnMappingFactory,
    DevelopmentFactory,
    EvidenceFactory,
    ImportFactory,
    InvocationFactory,
    NoteFactory,
    NoteSubjectFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    SourceKeyFactory,
    StagedRowFactory,
    TranslationFactory,
    UserFactory,
)
from tests.public.site import BROWSE, EMBEDS, Visitor, addresses, files, one_of_each
from tracker.api.urls import VIEWS
from tracker.filters.sitemap import parts
from tracker.models import Article, Recommendation, StagedRow, State, User
from tracker.models.notes import SUBJECTS
from tracker.public.exports import FORMS, XLSX

MARK = "canary"
HIDDEN = [{}, {"in_review": True}, {"withdrawn": True}, {"returned_reason": f"{MARK}-returned"}]
OPEN_TO_ALL = {"/", "/account/login/", "/en/nowhere/", "/static/nowhere.css"}
DAYS = ["", "as_of=2024-07-31", "as_of=2023-06-30", f"as_of={MARK}"]
_number = itertools.count()


def marker(place):
    """A text that is found again, and that says where it was planted."""
    return f"{MARK}-{next(_number)}-{place}"


@pytest.fixture
def planted():
    """A public record of everything, and markers in all that is not public around it."""
    ask = one_of_each()
    with pghistory.context(reason=marker("history"), action=marker("action")):
        for hidden in HIDDEN:
            hide_asks(ask, hidden)
            hide_answers(ask, hidden)
            hide_assessments(ask, hidden)
            hide_developments(ask, hidden)
            hide_translations(hidden)
        hide_amendments(ask)
        hide_corrections(ask)
        hide_notes(ask)
        hide_evidence(ask)
        hide_imports(ask)
        name_the_staff()
    return ask


def name_the_staff():
    for user in User.objects.all():
        User.objects.filter(pk=user.pk).update(
            name=marker("name"), email=f"{marker('mail')}@example.org"
        )


def hide_imports(ask):
    """What a public record came from, and what waits beside it."""
    imported = ImportFactory(
        file_name=marker("file"), told=[marker("told")], settings={"by": marker("settings")},
        additions={"organisations": [{"slug": "added", "name": marker("added")}]},
    )  # fmt: skip
    for outcome in StagedRow.Outcome.values:
        StagedRowFactory(
            imported=imported, outcome=outcome, record=ask, is_written=True,
            place=marker("place"), raw={marker("heading"): marker("cell")},
            ask={"text": marker("asked")},
            values={"text": marker("value")}, left_because=marker("left"),
        )  # fmt: skip
    SourceKeyFactory(recommendation=ask, key=marker("key"))
    ColumnMappingFactory(organisation=ask.made_by.first(), headings=[marker("column")])


def hide_translations(hidden):
    """Of a record of its own each: only one is on its way."""
    for factory in (RecommendationFactory, DevelopmentFactory):
        record = factory(published=True)
        subject = {"recommendation": None, record._meta.model_name: record}
        words = {"title": marker("said"), "words": marker("said-whole")}
        reason = {"withdrawn_reason": marker("unsaid")} if "withdrawn" in hidden else {}
        TranslationFactory(**subject, **words, **{**hidden, **reason})


def hide_asks(ask, hidden):
    reason = {"withdrawn_reason": marker("withdrawn")} if "withdrawn" in hidden else {}
    secret = RecommendationFactory(
        title=marker("title"),
        text=marker("text"),
        locator=marker("locator"),
        origin=marker("origin"),
        document=ask.document,
        cycle=ask.cycle,
        made_by=ask.made_by.all(),
        themes=ask.themes.all(),
        affected_groups=ask.affected_groups.all(),
        reference=f"D-{marker('reference')}"[:20],
        **{**hidden, **reason},
    )
    for article in Article.objects.exclude(number=""):
        InvocationFactory(recommendation=secret, article=article, note=marker("invocation"))
    RelationFactory(from_recommendation=secret, to_recommendation=ask, note=marker("relation"))
    RelationFactory(
        kind="repeats", from_recommendation=ask, to_recommendation=secret, note=marker("repeats")
    )
    RelationFactory(
        part_of=True, from_recommendation=secret, to_recommendation=ask, note=marker("limb")
    )
    DevelopmentFactory(published=True, recommendations=[secret], happened_on="2023-01")
    ResponseFactory(published=True, recommendation=secret, words=marker("its-answer"))
    AssessmentFactory(published=True, recommendation=secret, rationale=marker("its-rationale"))


def hide_answers(ask, hidden):
    ResponseFactory(
        recommendation=ask,
        words=marker("words"),
        category_as_stated=marker("category"),
        locator=marker("locator"),
        cycle=ask.cycle,
        **hidden,
    )


def hide_assessments(ask, hidden):
    secret = AssessmentFactory(
        recommendation=ask,
        rationale=marker("rationale"),
        scale="other",
        status="",
        grade_as_given=marker("grade"),
        scale_as_given=marker("scale"),
        **hidden,
    )
    EvidenceFactory(assessment=secret, locator=marker("evidence"))


def hide_developments(ask, hidden):
    DevelopmentFactory(
        slug=marker("slug"),
        title=marker("title"),
        summary=marker("summary"),
        forum=marker("forum"),
        locator=marker("locator"),
        document=ask.document,
        recommendations=[ask],
        **hidden,
    )


def hide_amendments(ask):
    for hidden in ({"in_review": True}, {"withdrawn": True}):
        AmendmentFactory(
            recommendation=ask,
            changes={"title": marker("change")},
            reason=marker("reason"),
            **hidden,
        )
    AmendmentFactory(
        recommendation=None,
        development=ask.developments.filter(state=State.PUBLISHED).first(),
        changes={"title": marker("change")},
        reason=marker("reason"),
        in_review=True,
    )


def hide_corrections(ask):
    for factory, rows in [(ResponseFactory, ask.responses), (AssessmentFactory, ask.assessments)]:
        factory(
            in_review=True,
            recommendation=ask,
            supersedes=rows.get(state=State.PUBLISHED),
            supersedes_reason=marker("correction"),
        )


def hide_notes(ask):
    cycle, document = ask.cycle, ask.document
    article = ask.invocations.get().article
    beside = {
        "recommendation": ask,
        "document": document,
        "treaty": article.treaty,
        "treaty_action": article.treaty.actions.get(),
        "article": article,
        "development": ask.developments.filter(state=State.PUBLISHED).first(),
        "cycle": cycle,
        "organisation": ask.made_by.get(),
    }
    assert set(beside) == set(SUBJECTS)
    for subject, record in beside.items():
        note = NoteFactory(audience="staff", text=marker("note"), locator=marker("note-locator"))
        NoteSubjectFactory(note=note, **{"recommendation": None, subject: record})


def hide_evidence(ask):
    """A public assessment that rests on something which is not public, or no longer."""
    public = ask.assessments.get(state=State.PUBLISHED)
    development = DevelopmentFactory(title=marker("evidence"), slug=marker("evidence"))
    answer = ask.responses.filter(state=State.IN_REVIEW).first()
    for thing in ({"development": development}, {"response": answer}):
        EvidenceFactory(assessment=public, document=None, locator=marker("locator"), **thing)


def routes(resolver=None):
    """The names of all public addresses, so that a new one cannot be forgotten here."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver) and str(entry.pattern) not in {"staff/", "account/"}:
            yield from routes(entry)
        elif isinstance(entry, URLPattern):
            yield entry.name


def doors():
    """The addresses that give data: files, the feed, the matrix as a file, and the API."""
    yield from (reverse("public:recommendations_file", args=[form]) for form in FORMS)
    yield from (
        reverse(f"public:{name}") for name in ("recommendations_feed", "matrix_csv", "changes_feed")
    )
    yield from (reverse(name) for name in ("robots", "sitemap"))
    yield from (reverse("sitemap_part", args=part) for part in [("pages", 1), *parts()])
    yield from (reverse(f"api:{name}") for name in ("root", "schema", "reference", *VIEWS))
    api, rows = reverse("api:recommendations"), Recommendation.objects.all()
    yield from (f"{api}{row.reference}/" for row in rows)
    yield from (*EMBEDS, *(url for url in files() if url.endswith((".bib", ".svg"))))


def read_whole(response):
    """The bytes of an answer, those of a workbook as its sheets have them."""
    content = response.getvalue()
    response.close()
    if response.headers.get("Content-Type") != XLSX:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as workbook:
        return b"".join(workbook.read(name) for name in workbook.namelist())


def all_public_bytes():
    visitor = Visitor()
    queries = [*DAYS, "asked_by=ngo&asked_by=state", "status=not-assessed", "position=accepted"]
    urls = [f"{address}?{day}" for address in addresses() for day in DAYS[:2]]
    urls += [f"{BROWSE}?{query}&page={page}" for query in queries for page in (1, 2)]
    urls += [f"{door}?{day}" for door in doors() for day in DAYS[:2]]
    for url in [*urls, *OPEN_TO_ALL]:
        response = visitor.get(url)
        yield url, read_whole(response) + str(dict(response.headers)).encode()


def without_the_question(url, content):
    """A page may repeat what its reader asked."""
    return content.replace(f"{MARK}”".encode(), b"").replace(f"={MARK}".encode(), b"")


def test_nothing_that_only_staff_may_read_is_in_any_public_byte(planted):
    told = {}
    for url, content in all_public_bytes():
        if MARK not in url.split("?")[0]:
            content = without_the_question(url, content)
            if MARK.encode() in content:
                at = content.index(MARK.encode())
                told[url] = content[max(0, at - 60) : at + 60]

    assert told == {}


def test_an_address_that_has_a_marker_in_it_is_not_found(client, planted):
    named = [url for url in addresses() if MARK in url or "/D-" in url]
    named += [reverse("public:recommendation", args=[r]) for r in unpublished_references()]

    assert len(named) >= 2 * len(HIDDEN)
    for url in named:
        page = client.get(url)
        assert page.status_code == 404, url


def unpublished_references():
    rows = Recommendation.objects.exclude(state=State.PUBLISHED)
    return [row.reference for row in rows]


def test_no_marker_is_found_by_searching_for_it(client, planted):
    for words in (MARK, f"{MARK}-title", *unpublished_references()):
        assert client.get(BROWSE, {"q": words}).context["page"].paginator.count == 0, words


def test_every_public_route_is_read(client, planted):
    urls = [*addresses(), *doors(), *files(), "/", "/api/nowhere/"]
    resolved = {get_resolver().resolve(url).url_name for url in urls}

    assert set(routes()) == resolved


def test_the_markers_are_where_they_can_be_found(client, planted):
    client.force_login(UserFactory(coordinator=True))

    # Not its workspace: that links to the planted records, whose references are no references.
    page = client.get(reverse("staff:assess", args=[planted.reference]))

    assert MARK.encode() in page.content
