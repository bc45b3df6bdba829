"""How a check that reads many files fails: with one line for each thing to mend."""

import pytest


def hold(complaints):
    """Fail when there are complaints, printing each on its own line and no traceback."""
    if complaints:
        pytest.fail("\n".join(map(str, complaints)), pytrace=False)
