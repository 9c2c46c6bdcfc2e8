"""What words of the UN mean, in our own words: the second half of the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Term:
    """A word with its name in addresses, and others that it is also known by."""

    slug: str
    name: _StrPromise
    meaning: _StrPromise
    also: _StrPromise | str = ""


OF_THE_UN = [
    Term(
        "accession",
        _("Accession"),
        _("Becoming a party to a treaty in one step, without having signed it."),
    ),
    Term(
        "addendum",
        _("Addendum"),
        _(
            "In the UPR, the document in which the State under review says what it makes of each "
            "recommendation. Its symbol usually ends in Add.1."
        ),
    ),
    Term(
        "commission-of-inquiry",
        _("Commission of Inquiry"),
        _(
            "Three experts whom the Human Rights Council set up in 2013 to inquire into human "
            "rights in the DPRK. Their report of 2014 also addresses China."
        ),
    ),
    Term(
        "communication",
        _("Communication"),
        _(
            "A letter of special procedures to a government, or of anybody to a UN body that takes "
            "complaints."
        ),
    ),
    Term(
        "concluding-observations",
        _("Concluding observations"),
        _(
            "What a treaty body adopts at the end of a review: its concerns and its "
            "recommendations."
        ),
    ),
    Term(
        "consultative-status",
        _("Consultative status"),
        _(
            "What the Economic and Social Council (ECOSOC) grants to an NGO, so that it may attend "
            "and speak at meetings of the UN and hand in statements."
        ),
    ),
    Term(
        "csw-communications",
        _("CSW communications procedure"),
        _(
            "The Commission on the Status of Women receives complaints in order to see trends. It "
            "decides no single case."
        ),
    ),
    Term(
        "declaration",
        _("Declaration"),
        _(
            "With a treaty: a State’s statement of how it reads a provision, or whether it accepts "
            "a procedure. By the UN: a text that is not a treaty."
        ),
    ),
    Term(
        "follow-up",
        _("Follow-up procedure"),
        _(
            "A treaty body chooses a few of its recommendations and asks the State to report on "
            "them before the next review. Some bodies then grade the answer."
        ),
    ),
    Term(
        "human-rights-council",
        _("Human Rights Council"),
        _("The UN’s political body for human rights: 47 States, elected by the General Assembly."),
    ),
    Term(
        "mid-term-report",
        _("Mid-term report"),
        _("What a State may report, of its own will, about half-way between two of its UPRs."),
    ),
    Term(
        "non-refoulement",
        _("Non-refoulement"),
        _(
            "The rule that nobody is sent to a place where their life or freedom is threatened for "
            "certain reasons (article 33 of the Refugee Convention), or where they would be in "
            "danger of torture (article 3 of the Convention against Torture)."
        ),
    ),
    Term(
        "optional-protocol",
        _("Optional protocol"),
        _(
            "A treaty added to another, often to open a way for complaints. It binds only those "
            "who join it too."
        ),
    ),
    Term(
        "ratification",
        _("Ratification"),
        _(
            "A State’s binding consent to a treaty that it has signed. The signature alone does "
            "not yet make it a party."
        ),
    ),
    Term(
        "recommending-state",
        _("Recommending State"),
        _("In the UPR, a State that makes a recommendation to the one under review."),
    ),
    Term(
        "sur-place",
        _("Refugee sur place"),
        _(
            "Somebody who became a refugee after leaving, for instance because those who left are "
            "punished on their return."
        ),
    ),
    Term(
        "regional-group",
        _("Regional group"),
        _("One of the five groups of States in the UN, by which seats are shared out."),
    ),
    Term(
        "reservation",
        _("Reservation"),
        _(
            "A statement by which a State, on joining a treaty, is not bound by a provision, or "
            "not in full."
        ),
    ),
    Term(
        "special-procedures",
        _("Special procedures"),
        _(
            "Independent experts, such as special rapporteurs, whom the Human Rights Council "
            "appoints for a country or a subject."
        ),
    ),
    Term(
        "state-under-review",
        _("State under review"),
        _("The State whose human-rights record is looked at. On this site, China."),
    ),
    Term(
        "summary-record",
        _("Summary record"),
        _("The UN’s minutes of a meeting."),
    ),
    Term(
        "supported-noted",
        _("Supported, noted"),
        _(
            "The UN’s two words for what a State makes of a recommendation in the UPR. What it "
            "accepts is supported, and all else is noted."
        ),
    ),
    Term(
        "symbol",
        _("Symbol"),
        _("The UN’s own number of a document, such as CAT/C/CHN/CO/5."),
    ),
    Term(
        "treaty-body",
        _("Treaty body"),
        _(
            "A committee of independent experts that watches over how the parties to a treaty keep "
            "it."
        ),
    ),
    Term(
        "unhcr",
        _("UNHCR"),
        _("The Office of the United Nations High Commissioner for Refugees."),
    ),
    Term(
        "upr",
        _("Universal Periodic Review"),
        _(
            "The Human Rights Council’s procedure in which every State is reviewed by the others "
            "in turn, about every five years."
        ),
        also=_("UPR"),
    ),
    Term(
        "working-group",
        _("Working Group"),
        _(
            "In the UPR, the meeting in which a State is reviewed. Any State may speak and "
            "recommend; the report lists what was recommended."
        ),
    ),
]
