"""An import whose process is killed while it confirms leaves nothing, or all if it was done."""

import multiprocessing
import random
import time

from django.db import connection, transaction

from tests.actions.imports import confirmer
from tests.actions.imports.rows import stage
from tests.actions.test_concurrency import together
from tests.actions.traces import traces
from tracker.actions.imports import confirm_import
from tracker.models import Import, Recommendation, Response, SourceKey, StagedRow

ROWS = 150
KILLS = 12
CLIENTS = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
    AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


def rehearsed(imported, by):
    """How long it takes; nothing stays."""
    started = time.monotonic()
    with transaction.atomic():
        confirm_import(imported=imported, by=by)
        transaction.set_rollback(True)
    return time.monotonic() - started


def kill_after(delay, imported, by, context):
    """Let another process begin to confirm, and kill it a while later."""
    said, says = context.Pipe(duplex=False)
    database = connection.settings_dict["NAME"]
    process = context.Process(
        target=confirmer.confirm, args=(database, imported.pk, by.pk, says), daemon=True
    )
    process.start()
    said.recv()
    time.sleep(delay)
    process.kill()
    process.join()
    said.close()
    says.close()
    wait_for_its_connection_to_end()


def wait_for_its_connection_to_end():
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(CLIENTS)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.02)
    raise AssertionError("its connection is still there")


def all_there_is():
    rows = [model.objects.count() for model in (Recommendation, Response, SourceKey)]
    return rows, StagedRow.objects.filter(is_written=True).count(), traces()


@together
def test_an_import_that_is_killed_while_it_is_confirmed_leaves_nothing(world, new, contributor):
    chance = random.Random(6)  # noqa: S311 - a die
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([confirmer.__name__])
    file = 0
    imported = stage(*(new(n) for n in range(ROWS)), by=contributor)
    took = rehearsed(imported, contributor)
    killed = 0
    while killed < KILLS:
        before = all_there_is()
        kill_after(chance.uniform(0, took), imported, contributor, context)
        imported.refresh_from_db()
        if imported.stage == Import.Stage.STAGED:
            assert all_there_is() == before
            killed += 1
            continue
        assert imported.rows.filter(is_written=True).count() == ROWS
        file += 1  # it was faster than the kill
        more = (new(n) for n in range(file * ROWS, (file + 1) * ROWS))
        imported = stage(*more, by=contributor, sha256=f"{file:064}")

    confirm_import(imported=imported, by=contributor)
    assert Recommendation.objects.count() == (file + 1) * ROWS
