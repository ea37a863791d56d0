"""The collector of garbage waits while records are made, and no longer."""

from __future__ import annotations

import gc

import pytest

from graph.garbage import pause_collection


def test_garbage_is_collected_again_afterwards() -> None:
    assert gc.isenabled()
    with pause_collection():
        assert not gc.isenabled()
        with pause_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="stop"), pause_collection():
        raise ValueError("stop")
    assert gc.isenabled()
