"""Rules that hold everywhere, so that no reviewer has to remember them."""

import ast
import re
from pathlib import Path

import pytest
from django.db.models import Field

from tests.factories import RECORDS

ROOT = Path(__file__).parent.parent
TRACKER = ROOT / "tracker"
DOORS = ["public", "staff", "api", "imports", "forms", "management"]
VIEWS = {"public_page", "staff_view"}
READERS = ["filters", "exports", "charts", "templatetags"]
WRITES = {
    "save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "asave", "acreate", "adelete", "abulk_create", "abulk_update", "aget_or_create",
    "aupdate_or_create", "aupdate", "create_user", "execute", "executemany",
}  # fmt: skip


def modules(*packages):
    found = [path for package in packages for path in sorted((TRACKER / package).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


def named(path):
    return str(path.relative_to(ROOT))


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path, kind):
    return [node for node in ast.walk(tree(path)) if isinstance(node, kind)]


def of_rows(call):
    """Whether an `update` or `set` is of rows: `Model.objects…update()`, `record.things.set()`."""
    return "objects" in ast.unparse(call.func) or ".filter(" in ast.unparse(call.func)


def writes(call):
    """
    Whether a call writes to the database.

    `form.save(by=…)` is ours, and calls an action; a picture is saved with its `pnginfo`.
    """
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr == "save" and any(
        keyword.arg in {"by", "pnginfo"} for keyword in call.keywords
    ):
        return False
    return call.func.attr in WRITES or (call.func.attr in {"update", "set"} and of_rows(call))


# Layers


@pytest.mark.parametrize("path", modules(*DOORS, *READERS), ids=named)
def test_doors_write_only_through_actions(path):
    found = [
        f"line {call.lineno}: {ast.unparse(call.func)}()"
        for call in nodes(path, ast.Call)
        if writes(call)
    ]
    assert not found, "call an action instead"


def action_functions():
    """Every function of tracker/actions with its module, by name."""
    return {
        node.name: (path, node)
        for path in modules("actions")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
    }


def called(function):
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    mapped = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    return names | mapped


def writers(functions):
    """The names of those that write, themselves or through another of them."""
    found = {
        name
        for name, (_, node) in functions.items()
        if any(
            writes(call) or (isinstance(call.func, ast.Attribute) and call.func.attr == "set")
            for call in ast.walk(node)
            if isinstance(call, ast.Call)
        )
    }
    while more := {
        name for name, (_, node) in functions.items() if called(node) & found and name not in found
    }:
        found |= more
    return found


def is_whole(function):
    decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
    within = (ast.get_docstring(function) or "").startswith("Within another action")
    return within or any(d == "transaction.atomic" or d.startswith("action(") for d in decorators)


def test_every_action_is_one_transaction():
    functions = action_functions()
    loose = [
        f"{named(functions[name][0])}: {name}"
        for name in sorted(writers(functions))
        if not name.startswith("_") and not is_whole(functions[name][1])
    ]
    assert not loose, (
        "decorate with @action or @transaction.atomic, document as “Within another action”,"
        " or start the name with _"
    )


def test_the_search_for_actions_finds_those_that_write_through_others():
    assert {"approve", "submit", "replace_draft", "load_fixtures", "set_up_account"} <= writers(
        action_functions()
    )
    assert not {"current_response", "plain_recommendation", "same"} & writers(action_functions())


@pytest.mark.parametrize("path", modules("models"), ids=named)
def test_models_import_no_other_layer(path):
    imported = [node.module or "" for node in nodes(path, ast.ImportFrom) if not node.level]
    imported += [alias.name for node in nodes(path, ast.Import) for alias in node.names]
    ours = [name for name in imported if name.startswith("tracker.")]

    allowed = ("tracker.models", "tracker.lib", "tracker.permissions")
    assert [name for name in ours if not name.startswith(allowed)] == []


@pytest.mark.parametrize("path", modules("models", "filters", "lib"), ids=named)
def test_time_is_an_argument(path):
    """A default may be `timezone.now`, which is not called here; today's date comes from a door."""
    found = [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call in nodes(path, ast.Call)
        if ast.unparse(call.func).split(".")[-1] in {"now", "today", "localdate", "utcnow", "Now"}
    ]
    assert not found, "take the day or the moment as an argument"


# Names and sizes


UNSAYING = {"utils", "util", "helpers", "helper", "common", "core", "services", "managers", "misc"}


def test_a_module_is_named_for_what_it_holds():
    paths = [*TRACKER.rglob("*"), *(ROOT / "tools").rglob("*.py"), *(ROOT / "templates").rglob("*")]

    assert [named(path) for path in paths if path.stem in UNSAYING] == []


def too_long(paths, limit):
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{named(path)}: {n} lines" for path, n in lines.items() if n > limit]


def test_a_module_has_at_most_300_lines():
    assert too_long(modules("."), 300) == [], "split by noun, or an idea is missing"


def test_a_template_has_at_most_80_lines():
    assert too_long(sorted((ROOT / "templates").rglob("*.html")), 80) == [], "split it by part"


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=named)
def test_a_time_of_day_says_that_it_is_utc(path):
    shown = re.findall(r'date:"[^"]*H:i[^"]*" }}.{4}', path.read_text(encoding="utf-8"))

    assert [words for words in shown if not words.endswith(" UTC")] == []


def test_a_function_has_at_most_35_lines():
    found = [
        f"{named(path)}: {node.name}, {node.end_lineno - node.lineno + 1} lines"
        for path in modules(".")
        for node in nodes(path, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno + 1 > 35
    ]
    assert found == [], "an idea is missing"


def test_a_view_has_at_most_15_lines():
    found = [
        f"{named(path)}: {node.name}, {node.end_lineno - node.lineno + 1} lines"
        for path in modules("public", "staff")
        for node in nodes(path, ast.FunctionDef)
        if any(ast.unparse(d).split("(")[0] in VIEWS for d in node.decorator_list)
        if node.end_lineno - node.lineno + 1 > 15
    ]
    assert found == [], "a filter, a form or an action is missing"


# Models


@pytest.mark.parametrize("model", RECORDS)
def test_every_model_says_what_it_is(model):
    written = model.__doc__.strip()
    first = written.split()[0].rstrip(".,:")

    assert not written.startswith(f"{model.__name__}("), "Django's own words"
    assert first[0].isupper()
    assert first not in {
        "Model",
        "Represents",
        "Represent",
        "Class",
        "Stores",
        "This",
        model.__name__,
    }


@pytest.mark.parametrize("model", RECORDS)
def test_every_model_keeps_its_history(model):
    assert hasattr(model, "pgh_event_model"), "decorate with @tracked()"
    kept = {field.name for field in model.pgh_event_model._meta.get_fields()}
    lost = {field.name for field in model._meta.local_fields} - kept

    if hasattr(model, "wordings"):  # their titles in other languages: the translations' history
        lost -= {"translations"}
    assert lost <= {"password", "last_login", "search_vector"}


@pytest.mark.parametrize("model", RECORDS)
def test_dates_moments_and_persons_are_named_for_what_they_are(model):
    def kinds(*ends):
        return [f for f in model._meta.fields if f.name.endswith(ends)]

    for field in kinds("_on"):
        assert isinstance(field, Field)
        assert type(field).__name__ == "PartialDateField"
    for field in kinds("_at"):
        assert field.get_internal_type() == "DateTimeField"
    for field in model._meta.fields:
        if field.get_internal_type() == "BooleanField":
            assert field.name.startswith(("is_", "has_", "expects_", "names_"))
