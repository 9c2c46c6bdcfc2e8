"""A folder of small files of records."""

import copy

import pytest
import yaml

from tests.actions.traces import traces
from tracker.actions.accounts import fixtures_account
from tracker.actions.seeding import SeedError, load_fixtures

FILES = {
    "treaties": [{"code": "cat", "short_name": "CAT", "title": "Convention against Torture"}],
    "articles": [
        {"treaty": "cat", "number": "3", "subject": "Non-refoulement"},
        {"treaty": "cat", "number": "3(1)", "parent": "3"},
    ],
    "mechanisms": [
        {"code": "cat", "name": "Committee", "short_name": "CAT", "kind": "treaty-body"}
    ],
    "organisations": [
        {"slug": "china", "kind": "state", "name": "China"},
        {"slug": "committee", "kind": "un-body", "name": "Committee", "aliases": ["CAT", "委员会"]},
    ],
    "review_cycles": [{"slug": "cat-5", "mechanism": "cat", "name": "5th report", "number": 5}],
    "documents": [
        {
            "slug": "observations",
            "kind": "concluding-observations",
            "title": "Observations",
            "authors": ["committee"],
            "cycle": "cat-5",
            "published_on": "2015-12-09",
        }
    ],
    "citations": [{"document": "observations", "article": "cat 3", "basis": "explicit"}],
    "themes": [{"code": "nonref", "name": "Non-refoulement"}],
    "recommendations": [
        {
            "reference": f"R-000{n}",
            "kind": "recommendation",
            "document": "observations",
            "made_by": ["committee"],
            "addressed_to": "china",
            "made_on": "2015-12",
            "title": "Stop returning escapees",
            "text": "Folded text.\n",
            "themes": ["nonref"],
        }
        for n in (1, 2)
    ],
    "invocations": [
        {"recommendation": "R-0001", "article": "cat 3(1)", "basis": "explicit"},
        {"recommendation": "R-0002", "article": "cat", "basis": "inferred"},
    ],
    "relations": [
        {
            "from_recommendation": "R-0001",
            "to_recommendation": "R-0002",
            "kind": "takes-up",
            "closeness": "close",
        }
    ],
    "responses": [
        {
            "key": "answer-1",
            "recommendation": "R-0001",
            "position": "noted",
            "responded_on": "2016",
            "document": "observations",
        }
    ],
    "assessments": [
        {
            "key": "judged-1",
            "recommendation": "R-0001",
            "status": "C",
            "as_of": "2024",
            "assessor": "committee",
            "rationale": "Returns go on.",
            "evidence": [{"document": "observations", "locator": "p. 3"}],
        }
    ],
    "notes": [
        {
            "key": "note-1",
            "text": "Another date is given.",
            "beside": [{"recommendation": "R-0001"}, {"treaty": "cat"}],
            "sources": ["observations"],
        }
    ],
}


class Folder:
    """A folder of files that are fine, until a test changes them."""

    def __init__(self, path):
        self.path, self.rows = path, copy.deepcopy(FILES)

    def load(self):
        for name, rows in self.rows.items():
            text = rows if isinstance(rows, str) else yaml.safe_dump(rows, allow_unicode=True)
            (self.path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_fixtures(by=fixtures_account(), folder=self.path)

    def outcomes(self):
        """What the load did with how many rows, over all files."""
        counts = self.load().counts.values()
        return dict(sum(counts, start=type(next(iter(counts)))()))

    def faults(self):
        before = traces()
        with pytest.raises(SeedError) as refusal:
            self.load()
        assert {name: n for name, n in traces().items() if n != before[name]} == {}
        return str(refusal.value).splitlines()
