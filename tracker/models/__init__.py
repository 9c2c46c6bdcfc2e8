"""
The vocabulary of the tracker. Read this list first.

A **Recommendation** asks China something. A **Document** states it, **Organisations** make it, in
a **ReviewCycle** of a **Mechanism**; by an **Invocation** it invokes **Articles** of **Treaties**,
and several articles may state one **Norm**. China answers with **Responses**; **Developments**
bear on it; we judge it with **Assessments** on **Evidence**. **Relations** lead from one
recommendation to another, **Notes** stand beside a record, **Milestones** say what is due. An
**Amendment** changes what is published; a **Translation** says it in another language.
**Synonyms** widen what search finds. An **Assignment** says who means to log an answer; a **Batch**
is what one person logged at once. An **Import** is what came in one file, a **StagedRow** one thing
that it asks, a **SourceKey** what its source calls a record; a **ColumnMapping** says how the
tables of an organisation are read.
"""

from .amendments import Amendment
from .articles import Article
from .assessments import ASSESSED, Assessment, Evidence, Scale, Status
from .assignments import Assignment
from .batches import Batch, BatchEntry
from .certainty import HOW_SURE, Certainty
from .changes import Change
from .developments import Development
from .documents import Citation, Document
from .imports import ColumnMapping, Import, SourceKey, StagedRow
from .invocations import Invocation
from .mechanisms import Mechanism
from .norms import Norm
from .notes import Note, NoteSubject
from .organisations import FormerAddress, Organisation, RegionalGroup
from .publication import REPLACED, Publishable, State
from .recommendations import Recommendation
from .reference import REFERENCE, REFERENCE_BY_NAME, ReferenceNoun
from .relations import Relation
from .responses import RECORDABLE_POSITIONS, Position, Response
from .reviews import Milestone, OfficialTotal, ReviewCycle
from .synonyms import Synonym
from .translations import REPLACED_TEXT, Translation
from .treaties import Treaty, TreatyAction
from .users import User
from .vocabularies import AffectedGroup, Theme

__all__ = [
    "ASSESSED",
    "HOW_SURE",
    "RECORDABLE_POSITIONS",
    "REFERENCE",
    "REFERENCE_BY_NAME",
    "REPLACED",
    "REPLACED_TEXT",
    "AffectedGroup",
    "Amendment",
    "Article",
    "Assessment",
    "Assignment",
    "Batch",
    "BatchEntry",
    "Certainty",
    "Change",
    "Citation",
    "ColumnMapping",
    "Development",
    "Document",
    "Evidence",
    "FormerAddress",
    "Import",
    "Invocation",
    "Mechanism",
    "Milestone",
    "Norm",
    "Note",
    "NoteSubject",
    "OfficialTotal",
    "Organisation",
    "Position",
    "Publishable",
    "Recommendation",
    "ReferenceNoun",
    "RegionalGroup",
    "Relation",
    "Response",
    "ReviewCycle",
    "Scale",
    "SourceKey",
    "StagedRow",
    "State",
    "Status",
    "Synonym",
    "Theme",
    "Translation",
    "Treaty",
    "TreatyAction",
    "User",
]
