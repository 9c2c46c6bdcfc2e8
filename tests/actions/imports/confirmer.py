"""A process of its own that confirms an import, to be killed while it does."""

import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
django.setup()

from django.db import connection  # noqa: E402 - after the set-up

from tracker.actions.imports import confirm_import  # noqa: E402
from tracker.models import Import, User  # noqa: E402


def confirm(database, imported, by, started):
    """Confirm it in a database, and say when that begins."""
    connection.settings_dict["NAME"] = database
    imported, by = Import.objects.get(pk=imported), User.objects.get(pk=by)
    started.send(time.monotonic())
    confirm_import(imported=imported, by=by)
