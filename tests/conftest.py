"""Options of the whole test run."""

import importlib.util

collect_ignore = ["frameworks/record.py"]       # imports Keras and PyTorch, which ordinary tests do not need


def pytest_addoption(parser):
    parser.addoption(
        "--update-outputs", action="store_true", help="rewrite docs/examples/**/*.out; read the diff before you commit it"
    )


def pytest_configure(config):
    """Make Hypothesis draw the same examples in every run; the site builds without it."""
    if importlib.util.find_spec("hypothesis"):
        from hypothesis import settings

        settings.register_profile("reproducible", derandomize=True, deadline=None)
        settings.load_profile("reproducible")
