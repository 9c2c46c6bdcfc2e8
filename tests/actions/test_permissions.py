"""Who may do what: each action against each role."""

import ast
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.module_loading import import_string

from tests.factories import UserFactory
from tracker import actions
from tracker.filters.history import ACTIONS
from tracker.permissions import Permission, Role

NEEDS = {
    "assessments.assess_status": Permission.RECORD,
    "assignments.assign_answers": Permission.RECORD,
    "assignments.assign_next": Permission.RECORD,
    "assignments.split_answers": Permission.RECORD,
    "assignments.unassign_answers": Permission.RECORD,
    "batches.record_batch": Permission.RECORD,
    "batches.undo_batch": Permission.RECORD,
    "developments.record_development": Permission.RECORD,
    "developments.revise_development": Permission.RECORD,
    "documents.record_document": Permission.RECORD,
    "documents.revise_document": Permission.RECORD,
    "imports.choose_rows": Permission.RECORD,
    "imports.confirm_import": Permission.RECORD,
    "imports.discard_import": Permission.RECORD,
    "imports.remember_columns": Permission.RECORD,
    "imports.restage_import": Permission.RECORD,
    "imports.stage_import": Permission.RECORD,
    "imports.undo_import": Permission.RECORD,
    "mended_rows.mend_row": Permission.RECORD,
    "mended_rows.split_row": Permission.RECORD,
    "mergers.merge_organisations": Permission.KEEP_REFERENCE,
    "notes.write_note": Permission.RECORD,
    "public_notes.propose_note": Permission.RECORD,
    "publication.approve": Permission.APPROVE,
    "publication.approve_all": Permission.APPROVE,
    "publication.discard": Permission.RECORD,
    "publication.recall": Permission.RECORD,
    "publication.return_all": Permission.APPROVE,
    "publication.return_to_author": Permission.APPROVE,
    "publication.submit": Permission.RECORD,
    "publication.withdraw": Permission.WITHDRAW,
    "recommendations.draft_recommendation": Permission.RECORD,
    "recommendations.draft_recommendations": Permission.RECORD,
    "recommendations.edit_recommendation": Permission.RECORD,
    "reference.delete_reference": Permission.KEEP_REFERENCE,
    "reference.enter_reference": Permission.KEEP_REFERENCE,
    "reference.revise_reference": Permission.KEEP_REFERENCE,
    "relations.relate": Permission.RECORD,
    "relations.remove_relation": Permission.RECORD,
    "relations.split_recommendation": Permission.RECORD,
    "responses.record_response": Permission.RECORD,
    "reviews.record_cycle": Permission.RECORD,
    "reviews.revise_cycle": Permission.RECORD,
    "seeding.load_fixtures": None,
    "translations.draft_translation": Permission.RECORD,
    "translations.revise_translation": Permission.RECORD,
}
MAY = {
    Role.NONE: set(),
    Role.CONTRIBUTOR: {Permission.WORKSPACE, Permission.RECORD},
    Role.COORDINATOR: set(Permission) - {Permission.MANAGE_ACCOUNTS},
    Role.ADMINISTRATOR: set(Permission),
}


def decorated():
    """Every function with @action, as module.name."""
    for path in Path(actions.__file__).parent.glob("*.py"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and any(
                ast.unparse(decorator).startswith("action(") for decorator in node.decorator_list
            ):
                yield f"{path.stem}.{node.name}"


def test_every_action_is_in_the_table():
    assert set(decorated()) == set(NEEDS)


def test_every_action_has_words_in_the_history():
    names = {name.split(".")[1] for name in decorated()}

    assert names - set(ACTIONS) == set(), "say in ACTIONS of filters/history.py what was done"


GUARDED = sorted(name for name, permission in NEEDS.items() if permission)


@pytest.mark.parametrize("name", GUARDED)
@pytest.mark.parametrize("role", Role)
def test_an_action_is_open_to_whoever_may_and_to_nobody_else(name, role):
    run = import_string(f"tracker.actions.{name}")
    somebody = UserFactory(role=role)

    # Without arguments, so that whoever gets past the guard gets no further.
    allowed = NEEDS[name] in MAY[role]
    with pytest.raises((TypeError, ValidationError) if allowed else PermissionDenied):
        run(by=somebody)


@pytest.mark.parametrize("name", GUARDED)
def test_a_closed_account_may_do_nothing(name):
    run = import_string(f"tracker.actions.{name}")
    with pytest.raises(PermissionDenied):
        run(by=UserFactory(administrator=True, is_active=False))
