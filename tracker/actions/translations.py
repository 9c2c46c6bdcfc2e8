"""Texts of public records in other languages: written, changed as drafts, later replaced."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import Development, Recommendation, State, Translation, User
from tracker.permissions import Permission

from .base import Conflict, action
from .locks import held, held_now
from .records import fingerprint, only, to_plain

EDITABLE = ["kind", "title", "words", "document", "translator"]


def translation_mark(translation: Translation) -> str:
    """Names the version of a translation that a person reads and may change."""
    return fingerprint(translation, [*EDITABLE, "state"])


@action(Permission.RECORD)
def draft_translation(
    *, subject: Recommendation | Development, language: str, by: User, **substance: Any
) -> Translation:
    """
    Write what a public record says in a language, as a draft.

    Raises ValidationError, keyed by field, if it breaks a rule of Translation, if the record is not
    public, says the same already, or another text in that language is on its way.
    """
    only(substance, EDITABLE)
    if not subject.is_published:
        raise ValidationError("Only what is public is translated.")
    name = str(subject._meta.model_name)
    translation = Translation(language=language, recorded_by=by, **{name: subject}, **substance)
    translation.full_clean()
    earlier = translation.published_now
    if earlier and to_plain(earlier, EDITABLE) == to_plain(translation, EDITABLE):
        raise ValidationError("This is what is published already: change something first.")
    translation.save()
    return translation


@action(Permission.RECORD)
def revise_translation(
    *, translation: Translation, expected: str, by: User, **substance: Any
) -> Translation:
    """
    Change a translation before it is published; what was in review is a draft again.

    `expected` is the `translation_mark` of what the person read: Conflict if it is another by now,
    or is published or withdrawn, for then a newer one takes its place.
    """
    only(substance, EDITABLE)
    translation = held_now(translation)
    if translation.state not in {State.DRAFT, State.IN_REVIEW}:
        raise Conflict("This translation is no longer on its way: write a newer one.", translation)
    if translation_mark(translation) != expected:
        raise Conflict("Somebody has changed this translation meanwhile.", translation)
    for name, value in substance.items():
        setattr(translation, name, value)
    translation.state = State.DRAFT
    translation.submitted_at = translation.submitted_by = None
    translation.full_clean()
    translation.save()
    return translation


def replaced_by(translation: Translation) -> Translation | None:
    """Within another action: the published text that a newer one is to take the place of, held."""
    name = str(translation.subject._meta.model_name)
    same = {name: translation.subject, "language": translation.language}
    return held(Translation.objects.published().filter(**same)).first()
