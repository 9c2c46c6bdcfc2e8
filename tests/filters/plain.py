"""The filter once more, in plain Python over all rows: what every answer is compared with."""

import datetime as dt
from dataclasses import dataclass

from tracker.filters.facets import BY_NAME, NONE
from tracker.models import (
    Organisation,
    Position,
    Recommendation,
    Relation,
    ReviewCycle,
    Scale,
    State,
    Status,
)

ASKED_BY = {"ngo": "ngo", "coalition": "ngo", "un-body": "un", "state": "state"}
SCALES = {
    "position": [position.value for position in Position],
    "status": ["A", "B", "C", "D", "E", "not-assessed"],
}
NGOS = {Organisation.Kind.NGO, Organisation.Kind.COALITION}


def begun(date, day):
    return date is not None and str(date) <= str(day)


def in_force(rows, day, effective):
    """Published rows that had begun by a day and that no published row corrects."""
    public = [row for row in rows if row.state == State.PUBLISHED]
    corrected = {row.supersedes_id for row in public}
    return [
        row for row in public if row.pk not in corrected and begun(getattr(row, effective), day)
    ]


def latest(rows, effective):
    def moment(row):
        return str(getattr(row, effective)), row.recorded_at, row.pk

    return max(rows, key=moment, default=None)


@dataclass
class Plain:
    """Everything there is on a day, read once."""

    day: dt.date
    drafts: bool = False

    def __post_init__(self):
        everything = Recommendation.objects.select_related(
            "cycle__mechanism", "document", "addressed_to"
        )
        everything = everything.prefetch_related(
            "made_by", "themes", "affected_groups", "responses", "assessments",
            "invocations__article__treaty", "invocations__article__norms",
            "invocations__article__parent__norms", "invocations__article__parent__treaty",
            "invocations__article__parent__parent__norms",
            "invocations__article__parent__parent__treaty",
            "invocations__article__parent__parent__parent__treaty",
        )  # fmt: skip
        self.all = {row.pk: row for row in everything}
        relations = list(Relation.objects.all())
        self.limbs = [r for r in relations if r.kind == Relation.Kind.PART_OF]
        self.takings = [r for r in relations if r.kind == Relation.Kind.TAKES_UP]
        self.cycles = list(ReviewCycle.objects.all())
        self.there = [row for row in self.all.values() if self.is_there(row)]
        self.values = {row.pk: self.values_of(row) for row in self.there}

    def is_there(self, row):
        visible = row.state != State.WITHDRAWN if self.drafts else row.state == State.PUBLISHED
        split = any(
            limb.to_recommendation_id == row.pk
            and self.all[limb.from_recommendation_id].state == State.PUBLISHED
            for limb in self.limbs
        )
        return visible and not split and begun(row.made_on, self.day)

    def values_of(self, row):
        """What a recommendation has of each facet."""
        makers = list(row.made_by.all())
        states = [maker for maker in makers if maker.kind == Organisation.Kind.STATE]
        position, status = self.position(row), self.status(row)
        return {
            "treaty": {i.article.treaty.code for i in row.invocations.all()},
            "article": {
                f"{a.treaty.code}/{a.slug}" for a in self.articles(row) if not a.is_whole_treaty
            },
            "invoked": set(self.invoked(row)),
            "norm": {norm.slug for article in self.articles(row) for norm in article.norms.all()},
            "basis": {invocation.basis for invocation in row.invocations.all()},
            "theme": {theme.code for theme in row.themes.all()},
            "asked_by": {ASKED_BY[m.kind] for m in makers if m.kind in ASKED_BY},
            "organisation": {maker.slug for maker in makers},
            "state": {maker.slug for maker in states},
            "region": {maker.regional_group for maker in states} - {""},
            "addressed_to": {row.addressed_to.slug},
            "mechanism": {row.cycle.mechanism.code} if row.cycle else set(),
            "cycle": {row.cycle.slug} if row.cycle else set(),
            "document": {row.document.kind},
            "kind": {row.kind},
            "position": {position},
            "reply": {self.reply(position)},
            "answered": self.answered(row),
            "status": {status},
            "assessed": self.assessed(row),
            "taken_up": self.taken_up(row, makers),
            "group": {group.code for group in row.affected_groups.all()},
            "year": {str(row.made_on)[:4]},
            "strength": {str(row.action_strength)} if row.action_strength else set(),
            "names": {"yes" if row.names_north_koreans else "no"},
        }

    def articles(self, row):
        for invocation in row.invocations.all():
            article = invocation.article
            while article:
                yield article
                article = article.parent

    def invoked(self, row):
        """Each article invoked and those above it, the treaty too, with the basis."""
        for invocation in row.invocations.all():
            article = invocation.article
            while article:
                address = [article.treaty.code, article.slug, invocation.basis]
                yield "/".join(part for part in address if part)
                article = article.parent

    def answer(self, row):
        return latest(in_force(row.responses.all(), self.day, "responded_on"), "responded_on")

    def answered(self, row):
        """The year of the last answer, if it is one."""
        answer = self.answer(row)
        is_given = answer and answer.position != Position.NO_REPLY
        return {str(answer.responded_on)[:4]} if is_given else set()

    def position(self, row):
        answer = self.answer(row)
        silent = Position.NONE_RECORDED if row.expects_reply else Position.NOT_ASKED_FOR
        return answer.position if answer else silent.value

    def reply(self, position):
        silent = (Position.NO_REPLY, Position.NONE_RECORDED, Position.NOT_ASKED_FOR)
        return position if position in silent else "given"

    def judged(self, row):
        """Our last assessment; a correction on another scale takes one of ours away, too."""
        held = in_force(row.assessments.all(), self.day, "as_of")
        return latest([judged for judged in held if judged.scale == Scale.OURS], "as_of")

    def status(self, row):
        judged = self.judged(row)
        return judged.status if judged else Status.NOT_ASSESSED.value

    def assessed(self, row):
        judged = self.judged(row)
        if judged is None:
            return {"never"}
        since = str(judged.as_of)
        limit = f"{self.day.year - 2}{str(self.day)[4:]}".replace("-02-29", "-02-28")
        reviews = [
            str(cycle.reviewed_on)
            for cycle in self.cycles
            if row.cycle and cycle.mechanism_id == row.cycle.mechanism_id
            and begun(cycle.reviewed_on, self.day)
        ]  # fmt: skip
        found = {"24-months"} if since < limit else set()
        found |= {"before-review"} if reviews and since < max(reviews) else set()
        return found or {"fresh"}

    def taken_up(self, row, makers):
        if not any(maker.kind in NGOS for maker in makers):
            return set()
        takers = [
            self.all[taking.from_recommendation_id]
            for taking in self.takings
            if taking.to_recommendation_id == row.pk
        ]
        public = [taker for taker in takers if taker.state == State.PUBLISHED]
        return {"yes"} if any(begun(taker.made_on, self.day) for taker in public) else {"no"}

    def fits(self, row, chosen):
        return all(
            self.values[row.pk][name] & set(values)
            or (NONE in values and not self.values[row.pk][name])
            for name, values in chosen.items()
        )

    def find(self, chosen, sort="newest"):
        """Primary keys of what fits, in the order of the page."""
        rows = [row for row in self.there if self.fits(row, chosen)]
        is_backwards = sort.startswith("-")
        rows.sort(key=lambda row: row.reference, reverse=sort == "oldest")
        rows.sort(key=lambda row: str(row.made_on), reverse=sort != "oldest")
        if sort.endswith("reference"):
            rows.sort(key=lambda row: (len(row.reference), row.reference), reverse=is_backwards)
        if scale := SCALES.get(sort.removeprefix("-")):
            place = {value: at for at, value in enumerate(scale)}
            field = sort.removeprefix("-")
            rows.sort(
                key=lambda row: place[getattr(self, field)(row)] * (-1 if is_backwards else 1)
            )
        return [row.pk for row in rows]

    def counts(self, chosen):
        """For each facet the number of finds by value, its own choice left aside."""
        told = {}
        for name, facet in BY_NAME.items():
            rest = {other: values for other, values in chosen.items() if other != name}
            found = set(self.find(rest))
            told[name] = {}
            for pk, values in self.values.items():
                for value in values[name] or {NONE}:
                    if not facet.is_offered and value not in chosen.get(name, []):
                        continue
                    told[name][value] = told[name].get(value, 0) + (pk in found)
        return told
