from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.merging import Side, sides

NAMES = ["position", "words", "locator"]
versions = st.fixed_dictionaries({name: st.sampled_from(["", "one", "other"]) for name in NAMES})


@given(versions, versions, versions)
def test_whatever_either_side_changed_is_theirs_mine_or_has_to_be_decided(base, theirs, mine):
    """Nothing is lost silently, and nothing is taken that nobody wrote."""
    for name, side in sides(base, theirs, mine).items():
        changed = {
            who for who, words in (("theirs", theirs), ("mine", mine)) if words[name] != base[name]
        }
        if side is Side.NOBODY:
            assert theirs[name] == mine[name]
        elif side is Side.BOTH:
            assert changed == {"theirs", "mine"}
        else:
            assert changed == {side.value}


@given(versions, versions, versions)
def test_the_other_person_sees_the_same_the_other_way_round(base, theirs, mine):
    turned = {Side.THEIRS: Side.MINE, Side.MINE: Side.THEIRS}

    seen = sides(base, theirs, mine)

    assert sides(base, mine, theirs) == {name: turned.get(s, s) for name, s in seen.items()}


@given(versions, versions)
def test_who_changed_nothing_has_nothing_to_decide(base, theirs):
    assert set(sides(base, theirs, base).values()) <= {Side.NOBODY, Side.THEIRS}
