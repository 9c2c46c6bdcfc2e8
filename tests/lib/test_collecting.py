"""Garbage is searched for again after rows were made, whatever happened meanwhile."""

import gc

import pytest

from tracker.lib.collecting import without_collecting


def test_collecting_goes_on_after_a_fault():
    @without_collecting()
    def fails():
        assert not gc.isenabled()
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        fails()
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    @without_collecting()
    def nothing():
        assert not gc.isenabled()

    gc.disable()
    try:
        nothing()
        assert not gc.isenabled()
    finally:
        gc.enable()
