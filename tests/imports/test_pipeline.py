"""A whole file, from its bytes to rows that wait for a person: with the real files, where we have them."""

import io
from collections import Counter

import pytest

from tests.imports.wild import wild
from tracker.imports.asks import Wanted
from tracker.imports.files import open_file
from tracker.imports.staging import restage, stage
from tracker.models import Import, Recommendation

MOST = 20 * 2**20


def brought(path, by, *, state="China", **settings) -> Import:
    opened = open_file(io.BytesIO(path.read_bytes()), path.name, MOST)
    return stage(opened, wanted=Wanted(state=state), settings=settings, by=by)


def outcomes(imported):
    return Counter(imported.rows.values_list("outcome", flat=True))


@pytest.mark.parametrize(
    ("name", "rows", "supported", "noted", "cycle"),
    [
        ("uprinfo_2018/01-06-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_19_03.csv", 138, 55, 83, 1),
        ("uprinfo_2018/15-18-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_22_51.csv", 284, 207, 77, 2),
        ("uprinfo_2015/1-5.xls", 138, 55, 83, 1),
        ("uprinfo_2015/14-17.csv", 284, 207, 77, 2),
    ],
)
def test_each_row_of_china_in_upr_info_is_staged(
    seeded, contributor, name, rows, supported, noted, cycle
):
    imported = brought(wild(name), contributor)

    asks = [row.ask for row in imported.rows.all()]
    counted = Counter()
    for ask in asks:
        counted[ask["position"]] += ask["rows"]
    assert counted == {"Supported": supported, "Noted": noted}
    assert sum(counted.values()) == rows
    assert {row.values["cycle"] for row in imported.rows.all()} == {f"upr-{cycle}"}
    print(name, len(asks), outcomes(imported), imported.told, imported.additions)
    print([row.faults for row in imported.rows.filter(outcome="error")][:5])
    print([(r.values["text"], r.record and r.record.text) for r in imported.rows.filter(outcome="duplicate")])
