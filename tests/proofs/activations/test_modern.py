"""The proofs of the page activations/modern: its examples, facts, claims and formulas."""

import json
from functools import cache
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from dlnotes.activations import elu, gelu, gelu_derivative, relu, sigmoid, silu, silu_derivative, softplus, step
from oracle import activations as reference
from oracle import formulas as oracle
from oracle.differentiation import complex_step, derivative, left_derivative
from oracle.precision import numbers
from press.formula import Meaning
from press.formula.meanings import Function, Of, Reals

ROOT = Path(__file__).parents[3]
SEEDS = 20
NAMES = ("gelu", "silu", "softplus", "elu")
GRID = np.linspace(-8.0, 8.0, 321)
COMPLEX = {
    "gelu": lambda z: z * complex(mpmath.erfc(-z / mpmath.sqrt(2))) / 2,
    "silu": lambda z: z / (1 + np.exp(-z)),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "elu": lambda z: z if z.real > 0 else np.exp(z) - 1,
}

SILU = Function(oracle.silu, code=silu, code_slope=silu_derivative)
GELU = Function(oracle.gelu, code=gelu, code_slope=gelu_derivative)
SOFTPLUS = Function(oracle.softplus, code=softplus, code_slope=activations.softplus_derivative)
SIGMOID = Function(oracle.sigmoid, code=sigmoid, slope=oracle.sigmoid_slope, code_slope=activations.sigmoid_derivative)
NORMAL = Function(oracle.normal_share, slope=oracle.normal_density)
ELU = Of(lambda alpha: lambda x: oracle.elu(x, alpha))
ELU_OF_ONE = Function(lambda x: oracle.elu(x, 1), code=elu)
NEAR = Reals(-4, 4, extremes=(0, 1, -1))
BY_HAND = {r"\approx": mpf("4e-4"), r"\operatorname{elu}": ELU_OF_ONE}
SIGMOID_BY_HAND = (
    r"\begin{aligned} \sigma(1) &= \frac{1}{1 + e^{-1}} \approx \frac{1}{1 + 0.36788} \approx 0.7311 \\ "
    r"\sigma(-1) &= 1 - \sigma(1) \approx 1 - 0.7311 = 0.2689 \\ "
    r"\operatorname{silu}(1) &= 1 \cdot \sigma(1) \approx 0.7311 \\ "
    r"\operatorname{silu}(-1) &= -1 \cdot \sigma(-1) \approx -0.2689 \\ "
    r"\operatorname{silu}'(1) &\approx 0.7311 \cdot (1 + 1 \cdot (1 - 0.7311)) \approx 0.9277 \end{aligned}"
)
NORMAL_BY_HAND = (
    r"\begin{aligned} \Phi(-1) &= 1 - \Phi(1) \approx 1 - 0.8413 = 0.1587 \\ "
    r"\operatorname{gelu}(1) &= 1 \cdot \Phi(1) \approx 0.8413 \\ "
    r"\operatorname{gelu}(-1) &= -1 \cdot \Phi(-1) \approx -0.1587 \\ "
    r"\varphi(1) &= \frac{1}{\sqrt{2\pi}} e^{-1/2} \approx 0.39894 \cdot 0.60653 \approx 0.2420 \\ "
    r"\operatorname{gelu}'(1) &= \Phi(1) + 1 \cdot \varphi(1) \approx 0.8413 + 0.2420 = 1.0833 \end{aligned}"
)
OTHERS_BY_HAND = (
    r"\begin{aligned} \operatorname{softplus}(1) &= \ln(1 + e^1) \approx \ln(1 + 2.7183) \approx 1.3133 \\ "
    r"\operatorname{elu}(-1) &= 1 \cdot (e^{-1} - 1) \approx 0.36788 - 1 = -0.63212 \end{aligned}"
)
TANH_FORM = (
    r"\operatorname{gelu}(x) \approx \frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}}\,(x + 0.044715\,x^3)\right)\right)"
)
MEANING = Meaning(
    {
        "x": NEAR, r"\alpha": Reals(-1, 2, extremes=(1, 0)), r"\beta": Reals(0.25, 4), "h": Reals(-1, 1),
        "u": Reals(-3, 3),
        "m": Of(oracle.lowest_of_silu),
        r"\sigma": SIGMOID, r"\Phi": NORMAL, r"\varphi": Function(oracle.normal_density),
        r"\operatorname{silu}": SILU, r"\operatorname{gelu}": GELU, r"\operatorname{softplus}": SOFTPLUS,
        r"\operatorname{elu}": ELU,
    },
    formulas={
        SIGMOID_BY_HAND: BY_HAND, NORMAL_BY_HAND: BY_HAND, OTHERS_BY_HAND: BY_HAND,
        # relatively nowhere near far left, where both are almost 0: the page states the largest difference
        TANH_FORM: {"x": Reals(-1, 4), r"\approx": mpf("1e-3")},
        r"\operatorname{elu}'(x) = \begin{cases} 1, & x > 0 \\ \alpha e^x, & x < 0 \end{cases}": {
            "x": Reals(-4, 4, extremes=(1e-6, -1e-6)),
        },
        "x = 1": {"x": 1}, "x = -1": {"x": -1}, "x = 0": {"x": 0}, r"\alpha = 1": {r"\alpha": 1}, r"\beta = 1": {r"\beta": 1},
    },
    values={
        r"[\,x > 0\,]": Of(oracle.step, "x", code=step),
        r"\ln(1 + e^x)": Of(oracle.softplus, "x", code=softplus),
        r"\ln 2": Of(lambda: oracle.softplus(mpf(0)), code=lambda: softplus(0.0) - relu(0.0)),
        "1 + e^m": Of(lambda m: -m),
        r"\frac{e^m}{1 + e^m}": Of(lambda m: oracle.sigmoid(m), code=sigmoid),
        "-m - 1": Of(lambda m: mpmath.exp(m)),
        "m + 1": Of(lambda m: oracle.silu(m), code=silu),
        r"\frac{1}{\beta} \ln(1 + e^{\beta x})": Of(lambda x, beta: oracle.softplus(beta * x) / beta),
        r"\frac{\ln 2}{\beta}": Of(lambda beta: oracle.softplus(mpf(0)) / beta),
        r"x\,\sigma(x)(1 - \sigma(x))": Of(
            lambda x: mpmath.diff(oracle.silu, x) - oracle.sigmoid(x), code=lambda x: silu_derivative(x) - sigmoid(x),
        ),
        r"\frac{e^x}{1 + e^x}": Of(
            lambda x: mpmath.diff(oracle.softplus, x), code=activations.softplus_derivative,
        ),
    },
)  # fmt: skip


def slopes_of(name, x):
    """Return the derivative by differences in many digits and by the complex step."""
    return {
        "central_difference": [reference.slope(name, xi) for xi in x],
        "complex_step": [complex_step(COMPLEX[name], float(xi)) for xi in x],
    }


def test_modern(example, verify):
    values = example("activations/modern").values
    x = numbers(values["x"])
    assert tuple(values["names"]) == NAMES
    verify("f(x)", values["y"], mpmath=[[getattr(reference, name)(xi) for xi in x] for name in NAMES])
    inner = [xi for xi in x if xi != 0]
    for number, name in enumerate(NAMES):
        left, middle, right = values["slope"][number][:2], values["slope"][number][2], values["slope"][number][3:]
        verify(f"{name}'", [*left, *right], **slopes_of(name, inner))
        verify(f"slope of {name} at 0", middle, mpmath=left_derivative(getattr(reference, name), 0))


def test_modern_by_hand(example, verify):
    """As written it loses digits far out, and overflows; on this grid it does neither by much."""
    values = example("activations/modern_by_hand").values
    forms = {"gelu": reference.gelu_tanh, "silu": reference.silu, "softplus": reference.softplus, "elu": reference.elu}
    ours = {"gelu": lambda x: gelu(x, approximate=True), "silu": silu, "softplus": softplus, "elu": elu}
    for name, f in forms.items():
        verify(name, values[name](GRID), absolute=1e-15, mpmath=[f(x) for x in GRID.tolist()])
        np.testing.assert_allclose(values[name](GRID), ours[name](GRID), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(values["elu"](GRID, 0.3), elu(GRID, 0.3), rtol=1e-12, atol=1e-15)


def test_modern_figure(figure, verify):
    data = figure("activations/modern")
    x = [mpf(-4) + mpf(place) / 8 for place in range(49)]
    verify("x", data["x"], closed_form=x)
    verify("relu", data["relu"], mpmath=[reference.relu(xi) for xi in x])
    place, inner = x.index(0), [xi for xi in x if xi != 0]
    for name in NAMES:
        slopes = data[f"{name}′"]
        verify(name, data[name], mpmath=[getattr(reference, name)(xi) for xi in x])
        verify(f"{name}'", [*slopes[:place], *slopes[place + 1:]], **slopes_of(name, inner))
        verify(f"slope of {name} at 0", slopes[place], mpmath=left_derivative(getattr(reference, name), 0))


# the shares

def test_modern_switch(fact, verify):
    values = fact("activations/modern_switch", off=step(-2.0), on=step(2.0))
    verify("share of ReLU on the left", values["off"], by_hand=0)
    verify("share of ReLU on the right", values["on"], by_hand=1)


def test_modern_origin(fact, verify):
    """The only whole number at which both S-curves give the same share."""
    x = next(x for x in range(-3, 4) if gelu_derivative(float(x)) == silu_derivative(float(x)))
    values = fact("activations/modern_origin", x=x, share=sigmoid(float(x)))
    verify("input", values["x"], by_hand=0)
    verify("share", values["share"], closed_form=mpmath.ncdf(0), mpmath=reference.sigmoid(0))


def test_modern_shares(fact, verify, claim):
    """What GELU and SiLU return, divided by the input."""
    x = 3.0
    far = np.array([-1000.0, 1000.0])
    values = fact(
        "activations/modern_shares", x=x, normal=gelu(x) / x, normal_below=gelu(-x) / -x, sigmoid=silu(x) / x,
        sigmoid_below=silu(-x) / -x, lowest=(gelu(far) / far)[0] + 0.0, highest=(gelu(far) / far)[1],
    )
    verify("input", values["x"], by_hand=3)
    verify("share of GELU", values["normal"], mpmath=mpmath.ncdf(3))
    verify("share of GELU, below", values["normal_below"], mpmath=mpmath.ncdf(-3))
    verify("share of SiLU", values["sigmoid"], mpmath=1 / (1 + mpmath.exp(-3)))
    verify("share of SiLU, below", values["sigmoid_below"], mpmath=1 / (1 + mpmath.exp(3)))
    verify("lowest share", values["lowest"], by_hand=0)
    verify("highest share", values["highest"], by_hand=1)


def test_modern_bell(fact, verify):
    """The trapezoidal rule on the slope of the share, which is what is left of GELU's slope."""
    x = np.linspace(-12.0, 12.0, 4801)
    share = np.where(x == 0.0, 0.5, gelu(x) / np.where(x == 0.0, 1.0, x))
    height = np.where(x == 0.0, 1 / np.sqrt(2 * np.pi), (gelu_derivative(x) - share) / np.where(x == 0.0, 1.0, x))
    width = x[1] - x[0]
    mean = np.sum(x * height) * width
    variance = np.sum((x - mean) ** 2 * height) * width
    values = fact("activations/modern_bell", mean=round(mean, 9) + 0.0, variance=round(variance, 9))
    verify("mean", values["mean"], by_hand=0, mpmath=mpmath.quad(lambda t: t * mpmath.npdf(t), [-mpmath.inf, 0, mpmath.inf]))
    verify("variance", values["variance"], mpmath=mpmath.quad(lambda t: t**2 * mpmath.npdf(t), [-mpmath.inf, 0, mpmath.inf]))


def test_modern_far_slopes(fact, verify):
    x = -5.0
    values = fact("activations/modern_far_slopes", x=x, gelu=gelu_derivative(x), silu=silu_derivative(x))
    verify("input", values["x"], by_hand=-5)
    for name in ("gelu", "silu"):
        verify(f"{name}'", values[name], **slopes_of(name, [mpf(-5)]))


def test_modern_far_out(claim):
    """No warning is printed, and the tails are right to the last digits, where the formulas as they stand give 0 or nan."""
    x = np.array([-1000.0, -40.0, -38.0, -20.0, 800.0, 1e200])
    with np.errstate(all="raise", under="ignore"):
        values = [getattr(activations, name)(x) for name in NAMES]
    tail = [abs(v / float(reference.gelu(t)) - 1) < 1e-14 for t, v in ((-20.0, values[0][3]), (-37.0, gelu(-37.0)))]
    claim("activations/modern_far_out", np.isfinite(values).all() and all(tail) and gelu(-38.0) < 0)


def test_numpy_has_no_normal_share(claim):
    claim("activations/numpy_has_no_normal_share", not any(hasattr(np, name) for name in ("erf", "erfc", "ndtr", "ncdf")))


# softplus, ELU

def test_modern_gap(fact, verify):
    values = fact("activations/modern_gap", power=np.exp(-np.abs(GRID)).max())
    verify("largest power", values["power"], closed_form=mpmath.exp(0))


def test_softplus_overflow(fact, verify):
    """The first whole number whose power of e is out of range."""
    with np.errstate(over="ignore"):
        first = next(x for x in range(1000) if np.isinf(np.exp(float(x))))
    values = fact("activations/softplus_overflow", first=first)
    largest = mpmath.log(mpf(2) ** 1024)
    verify("first input that overflows", values["first"], exact=int(mpmath.ceil(largest)))


def test_modern_elu(fact, verify, claim):
    values = fact("activations/modern_elu", floor=elu(-1000.0))
    verify("where ELU levels off", values["floor"], by_hand=-1)
    steps = [abs(elu(1e-9, alpha) - elu(-1e-9, alpha)) for alpha in (0.0, 0.5, 1.0, 3.0)]
    claim("activations/elu_never_jumps", max(steps) < 1e-8 and all(elu(0.0, alpha) == 0 for alpha in (0.5, 3.0)))


def recorded_cases(name):
    return [
        case for case in json.loads((ROOT / "tests" / "frameworks" / "activations.json").read_text("utf-8"))["cases"]
        if case["name"] == name
    ]  # fmt: skip


def test_elu_corner_convention(claim):
    """PyTorch's and Keras' slopes at 0 were recorded by automatic differentiation, with an alpha of 0.5."""
    cases = {case["framework"]: case["slope"] for case in recorded_cases("elu") if case["x"] == [0.0]}
    claim("activations/elu_corner_convention",
          cases == {"torch": [0.5], "keras": [0.5]} and activations.elu_derivative(0.0, 0.5) == 0.5)


def test_modern_defaults(fact, verify):
    """The defaults of alpha are what the recorded outputs tell: ELU levels off at minus alpha."""
    floors = {case["framework"]: -case["y"][0] for case in recorded_cases("elu") if not case["arguments"]}
    values = fact("activations/modern_defaults", keras_alpha=floors["keras"], torch_alpha=floors["torch"])
    verify("default alpha of Keras", values["keras_alpha"], published="1.0")
    verify("default alpha of PyTorch", values["torch_alpha"], published="1.0")


def test_modern_frameworks(recorded, verify, claim):
    exact, bent = mpf(-2) * mpmath.ncdf(-2), reference.gelu_tanh(-2)
    keras = recorded("activations/modern_keras")
    verify("GELU", keras[0], mpmath=exact)
    verify("GELU, tanh form", keras[1], mpmath=bent)
    verify("GELU of keras.ops", keras[2], mpmath=bent)
    verify("SiLU and swish", keras[3:5], mpmath=[reference.silu(-2)] * 2)
    verify("softplus", keras[5], closed_form=mpmath.log(2))
    verify("ELU", keras[6:8], mpmath=[reference.elu(-2), reference.elu(-2, 0.5)])
    claim("activations/keras_has_two_defaults", keras[1] == keras[2] != keras[0])
    torch = recorded("activations/modern_pytorch")
    verify("GELU, both forms", torch[:2], mpmath=[exact, bent])
    verify("SiLU", torch[2], mpmath=reference.silu(-2))
    verify("softplus, beta 1 and 10", torch[3:5], closed_form=[mpmath.log(2), mpmath.log(2) / 10])
    verify("softplus above the threshold", torch[5], by_hand=21)
    verify("softplus below the threshold", torch[6], mpmath=reference.softplus(21))
    verify("ELU", torch[7:9], mpmath=[reference.elu(-2), reference.elu(-2, 0.5)])


def test_gelu_refuses_text(claim):
    refused = []
    for text in ("none", "tanh"):
        try:
            gelu(1.0, text)
        except TypeError as error:
            refused.append("approximate" in str(error))
    claim("activations/gelu_refuses_text", refused == [True, True] and bool("none"))


# the two forms, the dips

def test_gelu_forms(fact, verify, claim):
    """On a grid of thousandths; then by the root of the derivative of the difference."""
    x = np.arange(0, 6001) / 1000
    gap = np.abs(gelu(x) - gelu(x, approximate=True))
    values = fact("activations/gelu_forms", largest=gap.max(), place=x[gap.argmax()])
    difference = lambda t: t * mpmath.ncdf(t) - reference.gelu_tanh(t)  # noqa: E731
    near = max(range(61), key=lambda tenth: abs(difference(mpf(tenth) / 10)))
    place = mpmath.findroot(lambda t: mpmath.diff(difference, t), (mpf(near - 1) / 10, mpf(near + 1) / 10), solver="anderson")
    verify("largest difference", values["largest"], digits=5, mpmath=abs(difference(place)))
    verify("where it is", values["place"], digits=3, mpmath=place)
    far = np.concatenate([np.arange(-8000, 8001) / 1000, [-100.0, 100.0]])
    gaps = np.abs(gelu(far) - gelu(far, approximate=True))
    claim("activations/gelu_forms_differ_most_there", {-values["place"], values["place"]} >= set(far[gaps > gaps.max() - 1e-12]))


def test_modern_dips(example, verify, claim):
    values = example("activations/modern_dips").values
    of_gelu = mpmath.findroot(lambda t: mpmath.diff(oracle.gelu, t), -0.75)
    of_silu = mpmath.findroot(lambda t: mpmath.diff(oracle.silu, t), -1.28)
    verify("where gelu is lowest", values["gelu_x"], digits=14, mpmath=of_gelu)
    verify("lowest value of gelu", values["gelu_y"], mpmath=oracle.gelu(of_gelu))
    verify("where silu is lowest", values["silu_x"], digits=14, mpmath=of_silu, closed_form=oracle.lowest_of_silu())
    verify("lowest value of silu", values["silu_y"], mpmath=oracle.silu(of_silu), closed_form=oracle.lowest_of_silu() + 1)
    x = np.concatenate([-np.geomspace(1e-9, 800.0, 4001), np.geomspace(1e-9, 800.0, 4001)])
    claim("activations/dips_are_lowest", gelu(x).min() >= values["gelu_y"] and silu(x).min() >= values["silu_y"])
    x = np.linspace(-30.0, 30.0, 6001)
    sides = [
        np.all((slope(x) > 0) == (x > values[f"{name}_x"])) and np.all(slope(x) != 0)
        for name, slope in (("gelu", gelu_derivative), ("silu", silu_derivative))
    ]
    claim("activations/dips_fall_and_rise", all(sides))
    claim("activations/relu_never_falls", np.all(np.diff(relu(x)) >= 0) and np.all(activations.relu_derivative(x) >= 0))


# against ReLU

def trained(name, updates, rate="0.05", units=16, kind=np.longdouble):
    """Train the networks of all seeds side by side, without the package; return the loss of each."""
    root = kind(2) ** kind("0.5")
    erf = np.vectorize(lambda v: float(mpmath.fp.erf(float(v))), otypes=[kind])

    def gated(z):
        if name == "relu":
            return np.maximum(z, 0), (z > 0).astype(kind)
        if name == "silu":
            share = 1 / (1 + np.exp(-z))
            return z * share, share + z * share * (1 - share)
        share = (1 + erf(z / root)) / 2
        return z * share, share + z * np.exp(-z * z / 2) / (root * kind(np.pi) ** kind("0.5"))

    drawn = [np.random.default_rng(seed) for seed in range(SEEDS)]
    pairs = [(rng.normal(0.0, np.sqrt(2.0), (units, 1)), rng.normal(0.0, np.sqrt(2.0 / units), (1, units))) for rng in drawn]
    inward = np.stack([w.T for w, _ in pairs]).astype(kind)
    outward = np.stack([v.T for _, v in pairs]).astype(kind)
    bias, last = np.zeros((SEEDS, 1, units), kind), np.zeros((SEEDS, 1, 1), kind)
    x = np.linspace(-1.0, 1.0, 32)[:, np.newaxis].astype(kind)
    y = np.sin(3.0 * x.astype(float)).astype(kind)
    for update in range(updates + 1):
        hidden, slope = gated(x * inward + bias)
        error = hidden @ outward + last - y
        if update == updates:
            return np.mean(error**2, axis=(1, 2))
        delta = 2 * error / 32
        below = delta @ np.swapaxes(outward, 1, 2) * slope
        outward = outward - kind(rate) * np.swapaxes(hidden, 1, 2) @ delta
        last = last - kind(rate) * delta.sum(1, keepdims=True)
        inward = inward - kind(rate) * np.swapaxes(x * np.ones_like(below[:, :, :1]), 1, 2) @ below
        bias = bias - kind(rate) * below.sum(1, keepdims=True)
    return None


def trained_with_package(name, updates, rate=0.05, units=16):
    """The same with the functions of the package, in double precision."""
    f, slope_of = activations.ELEMENTWISE[name]
    pairs = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        pairs.append((rng.normal(0.0, np.sqrt(2.0), (units, 1)), rng.normal(0.0, np.sqrt(2.0 / units), (1, units))))
    w, v = np.stack([w.T for w, _ in pairs]), np.stack([v.T for _, v in pairs])
    b, c = np.zeros((SEEDS, 1, units)), np.zeros((SEEDS, 1, 1))
    x = np.linspace(-1.0, 1.0, 32)[:, np.newaxis]
    for _ in range(updates):
        z = x * w + b
        delta = (f(z) @ v + c - np.sin(3.0 * x)) / 16
        below = delta @ np.swapaxes(v, 1, 2) * slope_of(z)
        v, c = v - rate * np.swapaxes(f(z), 1, 2) @ delta, c - rate * delta.sum(1, keepdims=True)
        w, b = w - rate * (x * below).sum(1, keepdims=True), b - rate * below.sum(1, keepdims=True)
    return np.mean((f(x * w + b) @ v + c - np.sin(3.0 * x)) ** 2, axis=(1, 2))


@cache
def early():
    return np.array([trained(name, 200) for name in ("relu", "silu", "gelu")])


def test_modern_against_relu(example, verify):
    values = example("activations/modern_against_relu").values
    alone = early().astype(object)
    as_mpf = lambda array: [mpf(str(value)) for value in array]  # noqa: E731
    for row, expected in zip(values["loss"], alone, strict=True):
        verify("loss of every start", row, digits=9, closed_form=as_mpf(expected))
    verify("median", values["middle"], digits=9, closed_form=as_mpf(np.median(early(), axis=1)))
    verify("smallest", values["low"], digits=9, closed_form=as_mpf(early().min(axis=1)))
    verify("largest", values["high"], digits=9, closed_form=as_mpf(early().max(axis=1)))


def test_modern_ahead(fact, verify, claim):
    relu_loss, silu_loss = (trained_with_package(name, 200) for name in ("relu", "silu"))
    values = fact("activations/modern_ahead", relu_first=int(np.sum(relu_loss < silu_loss)))
    verify("starts in which ReLU is ahead", values["relu_first"], counting=int(np.sum(early()[0] < early()[1])))
    claim("activations/relu_is_ahead_early", np.all(relu_loss < silu_loss), seeds=SEEDS, ablation=True)


def test_modern_long(fact, verify, claim):
    """So late, rounding has grown a little: the medians are compared to four digits."""
    updates = 4000
    relu_loss, silu_loss = (trained_with_package(name, updates) for name in ("relu", "silu"))
    values = fact(
        "activations/modern_long", updates=updates, relu=np.median(relu_loss), silu=np.median(silu_loss),
        silu_ahead=int(np.sum(silu_loss < relu_loss)),
    )
    alone_relu, alone_silu = (trained(name, updates, kind=np.float64) for name in ("relu", "silu"))
    verify("updates", values["updates"], by_hand=4000)
    verify("median with ReLU", values["relu"], digits=4, closed_form=mpf(str(np.median(alone_relu))))
    verify("median with SiLU", values["silu"], digits=4, closed_form=mpf(str(np.median(alone_silu))))
    verify("starts in which SiLU is ahead", values["silu_ahead"], counting=int(np.sum(alone_silu < alone_relu)))
    ahead = np.sum(silu_loss < relu_loss)
    claim("activations/nobody_is_ahead_late", 5 <= ahead <= 15, seeds=SEEDS, ablation=True)


# exercises

def test_softplus_stable(example, verify):
    values = example("activations/softplus_stable").values
    verify("softplus(x)", values["y"], mpmath=[reference.softplus(x) for x in numbers(values["x"])])
    np.testing.assert_allclose(values["softplus"](GRID), softplus(GRID), rtol=1e-15)


def test_silu_slope_mistake(example, verify):
    values = example("activations/silu_slope_mistake").values
    x = numbers(values["x"])
    verify("share", values["slope"], mpmath=[reference.sigmoid(xi) for xi in x])
    verify("measured", values["measured"], digits=8, mpmath=[derivative(reference.silu, xi) for xi in x])
