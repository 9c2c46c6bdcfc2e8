"""What the words of the site mean, in our own words: the one place where it is said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word with its name in addresses, and others that it is also known by."""

    slug: str
    name: str
    meaning: str
    also: str = ""


OURS = [
    Term(
        "ask",
        "Ask",
        "One thing that China, or somebody else, is asked to do or to answer. A recommendation, a "
        "question and a request in running text count alike.",
    ),
    Term(
        "limb",
        "Limb",
        "One of several separable things that a single item asks. Each limb is answered and "
        "assessed by itself, and counts instead of the item.",
    ),
    Term(
        "reference",
        "Reference",
        "The name of a record here, such as R-0001. It never changes and is given to no other "
        "record.",
    ),
    Term(
        "escapee",
        "Escapee",
        "A person who left the DPRK without its leave. Documents also say defector, refugee, "
        "asylum seeker or illegal migrant. Each of those words takes a side on their status; this "
        "one says only that they left.",
    ),
    Term(
        "forced-return",
        "Forced return",
        "Sending somebody to the DPRK against their will.",
        also="repatriation, refoulement",
    ),
    Term(
        "position",
        "Position",
        "What China says of an ask, in one of a few words of ours, so that reviews can be "
        "compared. China’s own words and category stand beside it. The methodology defines each.",
    ),
    Term(
        "status",
        "Status",
        "How far what was asked has been carried out, by our assessment: a letter from A to E. "
        "It is another thing than China’s position. The methodology defines each.",
    ),
    Term(
        "assessment",
        "Assessment",
        "A judgement of the status: true from a day, with reasons and evidence, written by one "
        "person and approved by another.",
    ),
    Term(
        "evidence",
        "Evidence",
        "What an assessment rests on: a development, a document, or an answer of China.",
    ),
    Term(
        "claim",
        "China’s claim",
        "What China says it does or has done already. It is recorded as a position, not as a fact.",
    ),
    Term(
        "development",
        "Development",
        "Something that bears on what was asked: a statement, a law, an act about a treaty, a "
        "practice, a reported event or a finding.",
    ),
    Term(
        "basis",
        "Basis",
        "Why an ask is listed under an article. Explicit: the ask names it. Section: the heading "
        "or passage that governs the ask names it. Inferred: nobody does, and the link is ours.",
    ),
    Term(
        "norm",
        "Norm",
        "A rule that several articles of several treaties state, such as non-refoulement.",
    ),
    Term(
        "certainty",
        "Certainty",
        "How sure a fact is on this site: seen in the text, worked out from it, reported by "
        "others, told differently by sources, or to be verified. No mark means that it was seen.",
    ),
    Term(
        "takes-up",
        "Taken up",
        "A UN body or a State asks for what an NGO had asked for. How close it comes is said "
        "beside it: verbatim, close, partial, or the same theme only.",
    ),
    Term(
        "repeats", "Repeated", "A later document makes a demand that an earlier one made already."
    ),
    Term(
        "as-of",
        "As of",
        "The day that a page is asked about. It shows what had been asked, answered and assessed "
        "by then, as it is known today.",
    ),
    Term("update", "Update", "A change to the fields of a record that was published already."),
    Term(
        "correction",
        "Correction",
        "An answer or an assessment that replaces a published one because that was wrong. The "
        "reason is told.",
    ),
    Term(
        "withdrawal",
        "Withdrawal",
        "The taking back of something published. Its address stays, and tells the day and the "
        "reason, and no more.",
    ),
    Term("mechanism", "Mechanism", "A UN procedure or body that reviews States or addresses them."),
    Term(
        "review",
        "Review",
        "One turn of a mechanism on China, such as its fourth UPR.",
        also="review cycle",
    ),
]

OF_THE_UN = [
    Term(
        "accession",
        "Accession",
        "Becoming a party to a treaty in one step, without having signed it.",
    ),
    Term(
        "addendum",
        "Addendum",
        "In the UPR, the document in which the State under review says what it makes of each "
        "recommendation. Its symbol usually ends in Add.1.",
    ),
    Term(
        "commission-of-inquiry",
        "Commission of Inquiry",
        "Three experts whom the Human Rights Council set up in 2013 to inquire into human rights "
        "in the DPRK. Their report of 2014 also addresses China.",
    ),
    Term(
        "communication",
        "Communication",
        "A letter of special procedures to a government, or of anybody to a UN body that takes "
        "complaints.",
    ),
    Term(
        "concluding-observations",
        "Concluding observations",
        "What a treaty body adopts at the end of a review: its concerns and its recommendations.",
    ),
    Term(
        "consultative-status",
        "Consultative status",
        "What the Economic and Social Council (ECOSOC) grants to an NGO, so that it may attend and "
        "speak at meetings of the UN and hand in statements.",
    ),
    Term(
        "csw-communications",
        "CSW communications procedure",
        "The Commission on the Status of Women receives complaints in order to see trends. It "
        "decides no single case.",
    ),
    Term(
        "declaration",
        "Declaration",
        "With a treaty: a State’s statement of how it reads a provision, or whether it accepts a "
        "procedure. By the UN: a text that is not a treaty.",
    ),
    Term(
        "follow-up",
        "Follow-up procedure",
        "A treaty body chooses a few of its recommendations and asks the State to report on them "
        "before the next review. Some bodies then grade the answer.",
    ),
    Term(
        "human-rights-council",
        "Human Rights Council",
        "The UN’s political body for human rights: 47 States, elected by the General Assembly.",
    ),
    Term(
        "mid-term-report",
        "Mid-term report",
        "What a State may report, of its own will, about half-way between two of its UPRs.",
    ),
    Term(
        "non-refoulement",
        "Non-refoulement",
        "The rule that nobody is sent to a place where their life or freedom is threatened for "
        "certain reasons (article 33 of the Refugee Convention), or where they would be in danger "
        "of torture (article 3 of the Convention against Torture).",
    ),
    Term(
        "optional-protocol",
        "Optional protocol",
        "A treaty added to another, often to open a way for complaints. It binds only those who "
        "join it too.",
    ),
    Term(
        "ratification",
        "Ratification",
        "A State’s binding consent to a treaty that it has signed. The signature alone does not "
        "yet make it a party.",
    ),
    Term(
        "recommending-state",
        "Recommending State",
        "In the UPR, a State that makes a recommendation to the one under review.",
    ),
    Term(
        "sur-place",
        "Refugee sur place",
        "Somebody who became a refugee after leaving, for instance because those who left are "
        "punished on their return.",
    ),
    Term(
        "regional-group",
        "Regional group",
        "One of the five groups of States in the UN, by which seats are shared out.",
    ),
    Term(
        "reservation",
        "Reservation",
        "A statement by which a State, on joining a treaty, is not bound by a provision, or not in "
        "full.",
    ),
    Term(
        "special-procedures",
        "Special procedures",
        "Independent experts, such as special rapporteurs, whom the Human Rights Council appoints "
        "for a country or a subject.",
    ),
    Term(
        "state-under-review",
        "State under review",
        "The State whose human-rights record is looked at. On this site, China.",
    ),
    Term("summary-record", "Summary record", "The UN’s minutes of a meeting."),
    Term(
        "supported-noted",
        "Supported, noted",
        "The UN’s two words for what a State makes of a recommendation in the UPR. What it accepts "
        "is supported, and all else is noted.",
    ),
    Term("symbol", "Symbol", "The UN’s own number of a document, such as CAT/C/CHN/CO/5."),
    Term(
        "treaty-body",
        "Treaty body",
        "A committee of independent experts that watches over how the parties to a treaty keep it.",
    ),
    Term("unhcr", "UNHCR", "The Office of the United Nations High Commissioner for Refugees."),
    Term(
        "upr",
        "Universal Periodic Review",
        "The Human Rights Council’s procedure in which every State is reviewed by the others in "
        "turn, about every five years.",
        also="UPR",
    ),
    Term(
        "working-group",
        "Working Group",
        "In the UPR, the meeting in which a State is reviewed. Any State may speak and recommend; "
        "the report lists what was recommended.",
    ),
]

GLOSSARY = {term.slug: term for term in (*OURS, *OF_THE_UN)}
