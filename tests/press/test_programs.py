"""The rules of an example, each broken once."""

from pathlib import Path

import pytest

from press.rules.programs import LONGER, LONGEST, of_program

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import scipy", "x.py:1: imports scipy; only dlnotes, numpy may be imported here."),
        ("from keras import ops", "x.py:1: imports keras"),
        ("from . import other", "x.py:1: imports ."),
        ("\nprint(1, 2, sep=', ')", "x.py:2: print(..., sep=...)"),
        ("print(1, file=f)", "x.py:1: print(..., file=...)"),
        ("import numpy as np\nnp.random.seed(0)", "x.py:2: np.random.seed is global random state"),
        ("x = 1\n" * 25, "x.py:25: 25 lines are too many"),
        ("x = (", "x.py:1: this is no Python"),
    ],
)
def test_a_broken_rule_is_named(source, expected):
    assert expected in str(of_program("x.py", "x", source)[0])


def test_frameworks_are_allowed_by_name():
    assert of_program("x.py", "x_keras", "import keras") == []
    assert "x.py:1: imports keras" in str(of_program("x.py", "x_pytorch", "import keras")[0])


def test_a_longer_program_is_named_with_its_own_limit():
    for stem, most in LONGER.items():
        assert of_program("x.py", stem, "x = 1\n" * most) == []
        assert f"{most} at most" in str(of_program("x.py", stem, "x = 1\n" * (most + 1))[0])
        assert of_program("x.py", f"{stem}_more", "x = 1\n" * (LONGEST + 1))
        assert len(list((ROOT / "docs" / "examples").rglob(f"{stem}.py"))) == 1, f"{stem} is no example any more"
