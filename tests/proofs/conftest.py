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

from press import numbers, report
from press.sources import SOURCES

mpmath.mp.dps = 50

DOCS = report.ROOT / "docs"
SMALLEST = mpmath.mpf("1e-307")     # below it float64 has fewer digits, so differences that small are allowed
DERIVATIVE = re.compile(r"'|∂|derivative|gradient|^dE/")

_proofs = pytest.StashKey()
_claims = pytest.StashKey()
_formulas = pytest.StashKey()


class Verification:
    """What one test has confirmed, by subject."""

    def __init__(self, request, records):
        self.request, self.records, self.subject = request, records, None

    def begin(self, subject, values, typed=()):
        """Let the following checks count for `subject`, whose quantities are `values`; `typed` ones are inputs."""
        self.subject, self.values = subject, Values(values)
        source = inspect.getsource(self.request.node.function)
        test = self.request.node.nodeid.replace("\\", "/")
        record = {"checks": [], "confirmed": [], "test": test, "proof": source, "quantities": quantities(values, typed)}
        self.records.setdefault(subject, record)
        return self.values

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
            assert source in SOURCES, f"{source} is no known source: {list(SOURCES)}"
            tolerance = SOURCES[source].tolerance if digits is None else 10.0**-digits
            self.compare(quantity, flat(actual), flat(expected), source, tolerance, absolute)
        self.values.verified(flat(actual), self.records[self.subject]["quantities"])

    def compare(self, quantity, actual, expected, source, tolerance, absolute):
        """Compare with one source, printing both numbers where they differ."""
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


class Values(dict):
    """The quantities of a subject; those that a proof takes and verifies are proven by their names."""

    def __init__(self, values):
        super().__init__(values)
        self.taken = set()

    def __getitem__(self, name):
        self.taken.add(name)
        return super().__getitem__(name)

    def verified(self, confirmed, record):
        """Remember which quantities, taken by the proof, hold nothing but confirmed numbers."""
        known = {number for number in confirmed if not isinstance(number, str)} | {str(number) for number in confirmed}
        for name in self.taken & record.keys():
            record[name]["left"] = [number for number in record[name]["left"] if number not in known]
            if record[name]["state"] == "computed" and not record[name]["left"]:
                record[name]["state"] = "verified"


MOST_VALUES = 300       # a larger array is plotted or summed up; no sentence states one of its numbers


def quantities(values, typed):
    """Return the numeric quantities of a program by name, with their shapes; nothing is verified yet."""
    found = {}
    for name, value in values.items():
        with contextlib.suppress(ValueError, TypeError):
            array = np.asarray(value, dtype=object) if isinstance(value, list) else np.asarray(value)
            numeric = array.size and all(isinstance(number, (int, float, str, np.number)) for number in array.ravel().tolist())
            if not name.startswith("_") and numeric and not isinstance(value, (str, bool)):
                flat_values = array.ravel().tolist()
                texts = [number if isinstance(number, str) else repr(np.asarray(number).item()) for number in flat_values]
                is_finite = all(re.fullmatch(r"[-+]?[\d.]+(?:e[-+]?\d+)?", text) for text in texts)
                found[name] = {
                    "shape": list(array.shape),
                    "values": texts if len(texts) <= MOST_VALUES and is_finite else None,
                    "state": "input" if name in typed else "computed",
                    "left": flat_values,
                }
    return found


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
        path = DOCS / "examples" / f"{name}.py"
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
        names, keywords = numbers.inputs(path.read_text("utf-8"))
        values = {**keywords, **ran.values}
        typed = names | {name for name in keywords if name not in ran.values}
        ran.values = verify.begin(f"examples/{name}", values, typed)
        return ran

    return run_example


@pytest.fixture
def recorded(verify):
    """Return the results that a framework's example printed when it was recorded, in order, as text.

    Keras and PyTorch are not needed to build the site, so their outputs are stored; tests/frameworks runs the programs
    again where the frameworks are installed.
    """

    def read(name):
        text = (DOCS / "examples" / f"{name}.out").read_text("utf-8")
        return verify.begin(f"examples/{name}", {"out": re.findall(r"(?<=[=:] )[-+]?\d+(?:\.\d+)?", text)})["out"]

    return read


@pytest.fixture
def figure(verify):
    """Compute one figure's data and let `verify` count for it."""

    def compute(name):
        module = runpy.run_path(str(DOCS / "figures" / f"{name}.py"))
        return verify.begin(f"figures/{name}", module["data"]())

    return compute


@pytest.fixture
def fact(verify):
    """State quantities that no program prints, such as a bound or a count, and let `verify` count for them."""

    def state(name, **values):
        return verify.begin(f"facts/{name}", values)

    return state


@pytest.fixture
def claim(request):
    """Hold a claim that a page makes, and remember what it was held by.

    A claim about anything random is held over at least 20 seeds; one that says "because" by an ablation: that one thing
    is changed and nothing else.
    """
    claims = request.config.stash.setdefault(_claims, {})

    def hold(name, held, seeds=None, ablation=False):
        assert held, f"the claim {name} does not hold"
        assert seeds is None or seeds >= 20, f"the claim {name} is about something random: {seeds} seeds are too few"
        test = request.node.nodeid.replace("\\", "/")
        source = inspect.getsource(request.node.function)
        claims[name] = {"test": test, "proof": source, "seeds": seeds, "ablation": ablation}

    return hold


@pytest.fixture
def executed(request):
    """The formulas that were executed, by page."""
    return request.config.stash.setdefault(_formulas, {})


def unproven(config):
    """Return the examples and figures that no test has verified in this run."""
    records = config.stash.get(_proofs, {})
    return sorted(report.subjects() - {name for name, record in records.items() if record["checks"]})


def pytest_runtest_teardown(item, nextitem):
    """Store the report after the last proof when all tests passed so far and every example and figure was proven."""
    if nextitem is not None and Path(__file__).parent in nextitem.path.parents:
        return
    if item.session.testsfailed == 0 and not unproven(item.config):
        report.save(content(item.config))


def content(config):
    """Return what the report stores."""
    subjects = config.stash[_proofs]
    for record in subjects.values():
        for quantity in record["quantities"].values():
            quantity.pop("left", None)
    return {"subjects": subjects, "claims": config.stash.get(_claims, {}), "formulas": config.stash.get(_formulas, {})}


def pytest_terminal_summary(terminalreporter, config):
    """Name what has no proof when the whole folder was run and nothing else failed."""
    selected = config.getoption("keyword") or any(argument.endswith(".py") or "::" in argument for argument in config.args)
    failed = "failed" in terminalreporter.stats or "error" in terminalreporter.stats
    for name in [] if selected or failed or _proofs not in config.stash else unproven(config):
        terminalreporter.line(f"docs/{name}.py has no proof: verify what it shows by a test in tests/proofs.")
