"""Numbers as printed, and the proven quantities that they name.

A number that states a result is *bound*: ``[0.25](=sigmoid_maximum.slope_max)`` names the quantity ``slope_max`` of the
example ``sigmoid_maximum`` of the page's topic, and is compared with it at its printed precision. ``=share[2]`` takes an
element, ``=y.shape`` the shape of an array, ``=y.shape[0]`` the length of an axis, ``=-loss`` the negative; elsewhere the
topic stands in front, as in ``=activations/sigmoid_maximum.slope_max``. A number that states no result is declared: by its
kind, ``[30](=analogy)``, or by a pattern; docs/numbers.yml holds kinds and patterns, each with its reason.
"""

import ast
import math
import re
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from press.text import line_at

TOKEN = re.compile(
    r"(?:(?<![^\s(\[=|,:])[-+−])?"                     # a sign, unless it joins two numbers as in 2-2-2
    r"(?<![A-Za-z0-9_.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?%?"
)
FRACTION = re.compile(r"(\d+)/(\d+)")
ABOUT = re.compile(r"(?:약|about) ", re.I)                # [about 37](=example.variable)
REFERENCE = re.compile(
    r"(?P<minus>-?)(?:(?P<topic>[\w-]+)/)?(?P<idea>\w+)\.(?P<variable>[^\W\d]\w*)"
    r"(?P<index>(?:\[-?\d+(?:,\s*-?\d+)*\])*)(?:\.(?P<measure>shape|size|ndim)(?P<axis>\[-?\d+\])?)?"
)
KINDS = ("examples", "facts", "figures")


class Number(NamedTuple):
    """A number as printed, and the line it stands on."""

    text: str
    line: int


def value(text):
    """Return the Decimal that a printed number stands for; its exponent is the printed precision."""
    number = Decimal(text.replace(",", "").replace("−", "-").rstrip("%"))
    return number.scaleb(-2) if text.endswith("%") else number


def agrees(text, proven, about=False):
    """Tell whether a proven number, rounded to the precision of a printed one, is that one.

    A whole number must be equal, unless the text says that it is about that.
    """
    printed = value(text)
    exponent = printed.as_tuple().exponent
    if exponent >= 0 and not about:
        return printed == proven
    return abs(printed - proven) <= Decimal(5).scaleb(exponent - 1)


def in_text(text):
    """Return every number of a text without Markdown, such as an output."""
    return [Number(match[0], line_at(text, match.start())) for match in TOKEN.finditer(text)]


def stated(text):
    """Return the numbers that a bound text states, as pairs of the printed number and what it must be compared as."""
    fraction = FRACTION.fullmatch(text)
    if fraction:
        return [(None, Decimal(fraction[1]) / Decimal(fraction[2]))]
    return [(match[0], None) for match in TOKEN.finditer(text)]


class UnknownQuantity(LookupError):
    """A name that stands for no proven quantity; its text says why, and what to do."""


class Quantities:
    """The proven quantities of a report, by name."""

    def __init__(self, subjects):
        self.subjects = subjects

    @cached_property
    def topics_of(self):
        """The subjects by their name without kind and topic."""
        found = {}
        for subject in self.subjects:
            found.setdefault(subject.rpartition("/")[2], []).append(subject)
        return found

    def subject(self, topic, idea, here):
        """Return the subject that `idea` names on a page of the topic `here`."""
        wanted = [f"{kind}/{topic or here}/{idea}" for kind in KINDS]
        found = [subject for subject in wanted if subject in self.subjects] or ([] if topic else self.topics_of.get(idea, []))
        if not found:
            raise UnknownQuantity(f"no example, fact or figure is named {idea}")
        return found[0]

    def look_up(self, reference, here):
        """Return (subject, values) of what a reference names; the values are Decimals in reading order."""
        match = REFERENCE.fullmatch(reference)
        if match is None:
            raise UnknownQuantity(f"{reference} is no name of a quantity. Write example.variable, or example.variable[0]")
        subject = self.subject(match["topic"], match["idea"], here)
        known = self.subjects[subject]["quantities"]
        quantity = known.get(match["variable"])
        if quantity is None:
            raise UnknownQuantity(f"{subject} has no {match['variable']}. It has {', '.join(known) or 'no quantities'}")
        if match["measure"]:
            return subject, measured(quantity["shape"], match, reference)
        if quantity["state"] == "computed":
            raise UnknownQuantity(f"{subject} computes {match['variable']}, but its proof does not verify it")
        values = taken(quantity, match["index"], reference)
        return subject, [-number for number in values] if match["minus"] else values


def measured(shape, match, reference):
    """Return the shape of an array, the length of one axis, the size or the number of axes."""
    if match["index"]:
        raise UnknownQuantity(f"{reference} asks for the {match['measure']} of a part: bind a variable that holds the part")
    values = {"shape": shape, "size": [math.prod(shape)], "ndim": [len(shape)]}[match["measure"]]
    quantity = {"values": [str(number) for number in values], "shape": [len(values)]}
    return taken(quantity, match["axis"] or "", reference)


def taken(quantity, index, reference):
    """Return the values of a quantity at an index, all of them where there is none."""
    values, shape = quantity["values"], quantity["shape"]
    if values is None:
        raise UnknownQuantity(f"{reference} names too many numbers: bind a smaller quantity")
    start, stop = 0, len(values)
    places = [int(place) for part in re.findall(r"\[(.*?)\]", index) for place in part.split(",")]
    if len(places) > len(shape):
        raise UnknownQuantity(f"{reference} has more indices than the {len(shape)} axes of the array")
    for place, length in zip(places, shape, strict=False):
        if not -length <= place < length:
            raise UnknownQuantity(f"{reference} is outside the array of shape {tuple(shape)}")
        step = (stop - start) // length
        start += step * (place % length)
        stop = start + step
    return [Decimal(number) for number in values[start:stop]]


def disagreement(text, proven):
    """Return what a bound text says wrongly of the proven values, or None."""
    printed = stated(text)
    if len(printed) != len(proven):
        return f"{text} states {len(printed)} numbers, but the quantity has {len(proven)}"
    for (number, fraction), known in zip(printed, proven, strict=True):
        about = bool(ABOUT.match(text))
        right = abs(fraction - known) <= Decimal("1e-12") if number is None else agrees(number, known, about)
        if not right:
            return f"{text if number is None else number} is printed, but the proven value is {known.normalize():.10g}"
    return None


def literals(source):
    """Return the numeric literals of a program: its inputs."""
    numbers = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {Decimal(repr(number)) for number in numbers if type(number) in (int, float)}


def signed(numbers):
    """Return `numbers` with either sign: -2.0 in a source is the literal 2.0 behind a minus."""
    return {sign * number for number in numbers for sign in (1, -1)}


def inputs(source):
    """Return the names of a program that hold nothing but what was typed there, and its literal keyword arguments."""
    names, keywords = set(), {}
    tree = ast.parse(source)
    stored = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and is_typed(node.value, names):
            for target in node.targets:
                names |= {name.id for name in ast.walk(target) if isinstance(name, ast.Name) and stored.count(name.id) == 1}
        if isinstance(node, ast.keyword) and is_typed(node.value, set()) and node.arg:
            keywords.setdefault(node.arg, set()).add(ast.unparse(node.value))
    return names, {name: ast.literal_eval(texts.pop()) for name, texts in keywords.items() if len(texts) == 1}


def is_typed(node, names):
    """Tell whether an expression holds only literals, typed names, and arrays made of them."""
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, float)
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.Call):
        made = re.fullmatch(r"np\.(array|linspace|arange|full|zeros|ones|eye|logspace)|range", ast.unparse(node.func))
        return bool(made) and all(is_typed(part, names) for part in node.args)
    if isinstance(node, (ast.List, ast.Tuple)):
        return bool(node.elts) and all(is_typed(part, names) for part in node.elts)
    if isinstance(node, ast.UnaryOp):
        return is_typed(node.operand, names)
    return isinstance(node, ast.BinOp) and is_typed(node.left, set()) and is_typed(node.right, set())
