"""The proofs of every number that an example prints or a figure plots.

`example` runs one example alone, `figure` computes one figure's data, `verify` compares a quantity with values that
share no code with dlnotes. When every example and figure is proven and all tests pass, the report is stored, from
which the site is built.
"""

import contextlib
import inspect
import io
import re
import runpy
import warnings
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import mpmath
import numpy as np
import pytest

import report

mpmath.mp.dps = 50

# The largest difference allowed, relative to the expected value.
TOLERANCE = {
    "mpmath": 1e-12,
    "closed_form": 1e-12,
    "complex_step": 1e-12,
    "central_difference": 1e-12,
    "published": None,          # half a unit of the last published digit
    "rounded": 0.0,
    "counting": 0.0,
    "exact": 0.0,               # whole numbers and fractions
    "by_hand": 1e-12,           # a constant that stands in the proof
}
SMALLEST = mpmath.mpf("1e-307")     # below it float64 has fewer digits, so differences that small are allowed
DERIVATIVE = re.compile(r"'|∂|derivative|gradient|^dE/")

_proofs = pytest.StashKey()


class Verification:
    """What one test has confirmed, by subject."""

    def __init__(self, request, records):
        self.request, self.records, self.subject = request, records, None

    def begin(self, subject):
        """Let the following checks count for `subject`."""
        self.subject = subject
        source = inspect.getsource(self.request.node.function)
        test = self.request.node.nodeid.replace("\\", "/")
        self.records.setdefault(subject, {"checks": [], "confirmed": [], "test": test, "proof": source})

    def __call__(self, quantity, actual, digits=None, absolute=SMALLEST, **sources):
        """Compare `actual` with every source; a derivative needs two that are independent of each other.

        Where float64 itself loses digits, `digits` says how many significant ones must agree (the difference of two
        nearly equal numbers), or `absolute` how large a difference may be (a value that is 0 but for rounding).
        Numbers given as text, printed or published, agree to half a unit of their last digit.
        """
        assert self.subject, "call example(...) or figure(...) before verify(...)"
        assert sources, f"{quantity}: name an independent source"
        if DERIVATIVE.search(quantity):
            assert len(sources) >= 2, f"{quantity} is a derivative: give it two independent sources, not {list(sources)}"
        for source, expected in sources.items():
            tolerance = TOLERANCE.get(source) if digits is None else 10.0**-digits
            self.compare(quantity, flat(actual), flat(expected), source, tolerance, absolute)

    def compare(self, quantity, actual, expected, source, tolerance, absolute):
        """Compare with one source, printing both numbers where they differ."""
        assert source in TOLERANCE, f"{source} is no known source: {list(TOLERANCE)}"
        assert len(actual) == len(expected), f"{quantity}: {len(actual)} values, {len(expected)} expected"
        assert actual, f"{quantity}: there is nothing to compare"
        errors = [abs(number(a) - number(e)) for a, e in zip(actual, expected, strict=True)]
        for place, (a, e, error) in enumerate(zip(actual, expected, errors, strict=True)):
            texts = [text for text in (a, e) if isinstance(text, str)]
            allowed = max(map(half_unit, texts)) if texts else tolerance * abs(number(e)) + absolute
            assert error <= allowed, f"{self.subject}: {quantity}[{place}] is {a}, {source} says {e} (difference {error})"
        record = self.records[self.subject]
        record["checks"].append(
            {"quantity": quantity, "source": source, "count": len(actual), "largest_error": float(max(errors))}
        )
        record["confirmed"] += [exact_text(e) for e in expected]


def flat(values):
    """Return the numbers of a scalar, an array or nested lists as one list."""
    if isinstance(values, (list, tuple)):
        return [number for value in values for number in flat(value)]
    return np.ravel(values).tolist() if isinstance(values, (np.ndarray, np.generic)) else [values]


def number(value):
    """Return an mpf; a published value comes as text, so that its digits are known."""
    result = mpmath.mpf(value)
    assert mpmath.isfinite(result), f"{value} is not a finite number"
    return result


def half_unit(text):
    """Return half a unit of the last digit of a printed number; a whole number has no such slack."""
    exponent = Decimal(text).as_tuple().exponent
    return mpmath.mpf(10) ** exponent / 2 if exponent < 0 else 0


def exact_text(value):
    """Return 30 digits, or a published value as it was published."""
    return value if isinstance(value, str) else mpmath.nstr(mpmath.mpf(value), 30, strip_zeros=True)


@pytest.fixture
def verify(request):
    """Compare computed values with independent ones and remember what was confirmed."""
    records = request.config.stash.setdefault(_proofs, {})
    return Verification(request, records)


def run(path):
    """Run a program alone, warnings as errors; return its namespace and what it printed."""
    printed = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stdout(printed):
        warnings.simplefilter("error")
        values = runpy.run_path(str(path))
    return SimpleNamespace(values=values, output=printed.getvalue())


@pytest.fixture
def example(verify, request):
    """Run one example, hold its output against the reviewed one, and let `verify` count for it."""

    def run_example(name):
        path = report.EXAMPLES / f"{name}.py"
        ran = run(path)
        golden = path.with_suffix(".out")
        if request.config.getoption("update_outputs"):
            golden.write_text(ran.output, "utf-8", newline="\n")
        assert golden.exists(), f"docs/examples/{name}.out is missing: run pytest --update-outputs and read the diff"
        expected = golden.read_text("utf-8")
        assert ran.output == expected, (
            f"docs/examples/{name}.py no longer prints docs/examples/{name}.out: mend it, or if the change is meant run "
            f"pytest --update-outputs and read the diff"
        )
        verify.begin(f"examples/{name}")
        return ran

    return run_example


@pytest.fixture
def recorded(verify):
    """Return the results that a framework's example printed when it was recorded, in order, as text.

    Keras and PyTorch are not needed to build the site, so their outputs are stored; tests/frameworks runs the programs
    again where the frameworks are installed.
    """

    def read(name):
        verify.begin(f"examples/{name}")
        text = (report.EXAMPLES / f"{name}.out").read_text("utf-8")
        return re.findall(r"(?<=[=:] )[-+]?\d+(?:\.\d+)?", text)

    return read


@pytest.fixture
def figure(verify):
    """Compute one figure's data and let `verify` count for it."""

    def compute(name):
        module = runpy.run_path(str(report.FIGURES / f"{name}.py"))
        verify.begin(f"figures/{name}")
        return module["data"]()

    return compute


def unproven(config):
    """Return the examples and figures that no test has verified in this run."""
    records = config.stash.get(_proofs, {})
    return sorted(report.subjects() - {name for name, record in records.items() if record["checks"]})


def pytest_runtest_teardown(item, nextitem):
    """Store the report after the last proof when all tests passed so far and every example and figure was proven."""
    if nextitem is not None and Path(__file__).parent in nextitem.path.parents:
        return
    if item.session.testsfailed == 0 and not unproven(item.config):
        report.save(item.config.stash[_proofs])


def pytest_terminal_summary(terminalreporter, config):
    """Name what has no proof when the whole folder was run and nothing else failed."""
    selected = config.getoption("keyword") or any(argument.endswith(".py") or "::" in argument for argument in config.args)
    failed = "failed" in terminalreporter.stats or "error" in terminalreporter.stats
    for name in [] if selected or failed or _proofs not in config.stash else unproven(config):
        terminalreporter.line(f"docs/{name}.py has no proof: verify what it shows by a test in tests/examples.")
