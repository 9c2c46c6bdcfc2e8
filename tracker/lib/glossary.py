"""What the words of the site mean, in our own words: the one place where it is said."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .un_terms import OF_THE_UN as OF_THE_UN
from .un_terms import Term

OURS = [
    Term(
        "ask",
        _("Ask"),
        _(
            "One thing that China, or somebody else, is asked to do or to answer. A "
            "recommendation, a question and a request in running text count alike."
        ),
    ),
    Term(
        "limb",
        _("Limb"),
        _(
            "One of several separable things that a single item asks. Each limb is answered and "
            "assessed by itself, and counts instead of the item."
        ),
    ),
    Term(
        "reference",
        _("Reference"),
        _(
            "The name of a record here, such as R-0001. It never changes and is given to no other "
            "record."
        ),
    ),
    Term(
        "escapee",
        _("Escapee"),
        _(
            "A person who left the DPRK without its leave. Documents also say defector, refugee, "
            "asylum seeker or illegal migrant. Each of those words takes a side on their status; "
            "this one says only that they left."
        ),
    ),
    Term(
        "forced-return",
        _("Forced return"),
        _("Sending somebody to the DPRK against their will."),
        also=_("repatriation, refoulement"),
    ),
    Term(
        "position",
        _("Position"),
        _(
            "What China says of an ask, in one of a few words of ours, so that reviews can be "
            "compared. China’s own words and category stand beside it. The methodology defines "
            "each."
        ),
    ),
    Term(
        "status",
        _("Status"),
        _(
            "How far what was asked has been carried out, by our assessment: a letter from A to E. "
            "It is another thing than China’s position. The methodology defines each."
        ),
    ),
    Term(
        "assessment",
        _("Assessment"),
        _(
            "A judgement of the status: true from a day, with reasons and evidence, written by one "
            "person and approved by another."
        ),
    ),
    Term(
        "evidence",
        _("Evidence"),
        _("What an assessment rests on: a development, a document, or an answer of China."),
    ),
    Term(
        "claim",
        _("China’s claim"),
        _(
            "What China says it does or has done already. It is recorded as a position, not as a "
            "fact."
        ),
    ),
    Term(
        "development",
        _("Development"),
        _(
            "Something that bears on what was asked: a statement, a law, an act about a treaty, a "
            "practice, a reported event or a finding."
        ),
    ),
    Term(
        "basis",
        _("Basis"),
        _(
            "Why an ask is listed under an article. Explicit: the ask names it. Section: the "
            "heading or passage that governs the ask names it. Inferred: nobody does, and the link "
            "is ours."
        ),
    ),
    Term(
        "norm",
        _("Norm"),
        _("A rule that several articles of several treaties state, such as non-refoulement."),
    ),
    Term(
        "certainty",
        _("Certainty"),
        _(
            "How sure a fact is on this site: seen in the text, worked out from it, reported by "
            "others, told differently by sources, or to be verified. No mark means that it was "
            "seen."
        ),
    ),
    Term(
        "takes-up",
        _("Taken up"),
        _(
            "A UN body or a State asks for what an NGO had asked for. How close it comes is said "
            "beside it: verbatim, close, partial, or the same theme only."
        ),
    ),
    Term(
        "repeats",
        _("Repeated"),
        _("A later document makes a demand that an earlier one made already."),
    ),
    Term(
        "as-of",
        _("As of"),
        _(
            "The day that a page is asked about. It shows what had been asked, answered and "
            "assessed by then, as it is known today."
        ),
    ),
    Term(
        "update",
        _("Update"),
        _("A change to the fields of a record that was published already."),
    ),
    Term(
        "correction",
        _("Correction"),
        _(
            "An answer or an assessment that replaces a published one because that was wrong. The "
            "reason is told."
        ),
    ),
    Term(
        "withdrawal",
        _("Withdrawal"),
        _(
            "The taking back of something published. Its address stays, and tells the day and the "
            "reason, and no more."
        ),
    ),
    Term(
        "mechanism",
        _("Mechanism"),
        _("A UN procedure or body that reviews States or addresses them."),
    ),
    Term(
        "review",
        _("Review"),
        _("One turn of a mechanism on China, such as its fourth UPR."),
        also=_("review cycle"),
    ),
]

GLOSSARY = {term.slug: term for term in (*OURS, *OF_THE_UN)}
