from __future__ import annotations

from django.db import models
from django.db.models import Prefetch, QuerySet

from tracker.models import Note, NoteSubject
from tracker.models.notes import SUBJECTS

from .documents import shown_documents


def public_notes(*records: models.Model) -> QuerySet[Note]:
    """The notes for everyone beside any of these records, which are of one kind."""
    kinds = {NoteSubject._meta.get_field(name).related_model: name for name in SUBJECTS}
    name = kinds[type(records[0])]
    sources = Prefetch("sources", shown_documents())
    beside = {f"subjects__{name}__in": records}
    return Note.objects.public().filter(**beside).distinct().prefetch_related(sources)
