"""What the journeys of the guide type, and what was there before them."""

from tracker.actions.developments import record_development
from tracker.actions.publication import submit
from tracker.actions.responses import record_response
from tracker.models import Development, Document, Recommendation, User

ADDENDUM = "a-hrc-56-6-add-1"
ASK = (
    "Set up asylum procedures at the border that are open to every person who comes from "
    "North Korea, with an interpreter for each and a way to appeal"
)
SEVERAL = (
    "45. Register every child that is born;\n"
    "46. Issue identity papers to mothers without household registration."
)
COPIED = (
    "R-0207\tNoted\tnoted\tReasons are given.\tpara. 9\n"
    "R-0208\tperhaps\n"
    "R-0210\tNot accepted\t\tThey are no refugees.\tpara. 11"
)


def law(title: str, *, by: User) -> Development:
    document = Document.objects.get(slug="a-hrc-56-6")
    return record_development(
        title=title, kind="law", summary="It is told in the report.", document=document,
        happened_on="2024-03", by=by,
    )  # fmt: skip


def answer_to(reference: str, words: str, *, by: User) -> None:
    """An answer in the addendum, sent for approval."""
    asked = Recommendation.objects.get(reference=reference)
    answer = record_response(
        recommendation=asked, document=Document.objects.get(slug=ADDENDUM), position="noted",
        words=words, responded_on="2024-07-04", by=by,
    )  # fmt: skip
    submit(records=[answer], by=by)
