"""The stored vectors against what PyTorch and Keras compute today. Skipped only where these are not installed."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def record():
    # Not importorskip: Keras without its backend, which record.py names, fails to import and would be skipped too.
    if not (importlib.util.find_spec("torch") and importlib.util.find_spec("keras")):
        pytest.skip("needs PyTorch and Keras: pip install dlnotes[frameworks]")
    from frameworks import record

    return record


def agree(stored, computed, tolerance):
    """Equal in structure and in every word, and in every number but for what another processor may round."""
    assert type(stored) is type(computed)
    if isinstance(stored, dict):
        assert stored.keys() == computed.keys()
        for key in stored:
            agree(stored[key], computed[key], tolerance)
    elif isinstance(stored, list) and stored and isinstance(stored[0], (dict, list, str)):
        assert len(stored) == len(computed)
        for one, other in zip(stored, computed, strict=True):
            agree(one, other, tolerance)
    elif isinstance(stored, (float, list)):
        np.testing.assert_allclose(computed, stored, rtol=tolerance, atol=tolerance)
    else:
        assert stored == computed


@pytest.mark.frameworks
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("topic", ["activations", "defaults", "losses", "metrics", "optimizers", "training"])
def test_stored_vectors_are_what_the_frameworks_compute(topic, record):
    stored = json.loads((HERE / f"{topic}.json").read_text(encoding="utf-8"))["cases"]
    computed = record.record(topic)["cases"]
    for one, other in zip(stored, computed, strict=True):
        agree(one, other, record.TOLERANCE[one["framework"]])


@pytest.mark.frameworks
@pytest.mark.parametrize("topic", ["activations", "defaults", "losses", "metrics", "optimizers", "training"])
def test_versions_are_stamped(topic, record):
    stored = json.loads((HERE / f"{topic}.json").read_text(encoding="utf-8"))["versions"]
    assert stored["torch"] == record.VERSIONS["torch"], "pinned in pyproject.toml: record the vectors anew"
    assert stored["keras"].split(".")[0] == "3"
