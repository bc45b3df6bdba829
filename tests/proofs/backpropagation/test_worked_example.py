"""The proofs of the page backpropagation/worked-example: what its formulas mean, examples, facts and claims."""

from functools import cache, partial

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from oracle import formulas as oracle
from oracle.activations import sigmoid
from oracle.differentiation import derivative, partials
from oracle.network import chain_rule, decimals, half_squared_error
from oracle.network import forward as outputs_of
from press.formula.meanings import Function, Of, Reals, Vector
from press.formula.page import Meaning

SEEDS = 20
RATE = mpf("0.5")
WEIGHTS = decimals("0.30 0.25 0.40 0.35 0.45 0.40 0.70 0.60")
X, TARGETS = decimals("0.1 0.2"), decimals("0.4 0.6")
ERROR = partial(half_squared_error, x=X, targets=TARGETS)

MAZUR_WEIGHTS = decimals("0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55")
MAZUR = {"x": decimals("0.05 0.10"), "targets": decimals("0.01 0.99"), "biases": decimals("0.35 0.60")}
PRINTED_IN_THE_NOTE = "0.08 0.11 0.51998934 0.52747230 0.44498412 0.68047592 0.60944600 0.66384491"

# The meaning of the formulas with letters: any numbers


def sums(w, x, h, b=(0, 0, 0, 0)):
    """Return the four weighted sums."""
    (w1, w2, w3, w4, w5, w6, w7, w8), (x1, x2), (h1, h2), (b1, b2, b3, b4) = w, x, h, b
    return oracle.array((w1 * x1 + w2 * x2 + b1, w3 * x1 + w4 * x2 + b2, w5 * h1 + w6 * h2 + b3, w7 * h1 + w8 * h2 + b4))


def end(w, x):
    """Return the weighted sums of the output layer."""
    return sums(w, x, oracle.entries(oracle.sigmoid, sums(w, x, x)[:2]))[2:]


def error_of(z, t):
    """Return the error of the weighted sums of the output layer."""
    return oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, z))


def deltas(w, x, t, z, b=(0, 0, 0, 0)):
    """Return the derivatives of the error with respect to the four weighted sums, by differences."""
    def of_hidden(first):
        return error_of(sums(w, x, oracle.entries(oracle.sigmoid, first), b)[2:], t)

    return oracle.array([*oracle.gradient(of_hidden, z[:2]), *oracle.gradient(lambda last: error_of(last, t), z[2:])])


def traced(w, x, t, b=None):
    """Return what the package saw in both layers."""
    b1, b2 = (None, None) if b is None else (b[:2], b[2:])
    layers = [Dense(w[:4].reshape(2, 2), b1, "sigmoid"), Dense(w[4:].reshape(2, 2), b2, "sigmoid")]
    return backpropagate(Network(layers), x, t, "half_sum_squared_error").layers


def after_update(w, x, t):
    """Return the weights after an update by the package."""
    layers = [Dense(w[:4].reshape(2, 2), activation="sigmoid"), Dense(w[4:].reshape(2, 2), activation="sigmoid")]
    network = Network(layers)
    SGD(learning_rate=0.5).update(network.parameters, backpropagate(network, x, t, "half_sum_squared_error").gradients)
    return [v for layer in network.layers for v in layer.weights.ravel()]


def all_of(name):
    """Return how the package says one quantity of every neuron, first hidden, then output."""
    return lambda w, x, t, b=None: [v for layer in traced(w, x, t, b) for v in getattr(layer, name).ravel()]


LETTERS = {
    "w": Vector(8), "b": Vector(4), "x": Vector(2), "t": Vector(2, 0, 1), r"\eta": 0.5,
    "z": Of(lambda w, x, h: sums(w, x, h), code=lambda w, x, h: all_of("weighted_sum")(w, x, x)),
    "z_1": Of(lambda w, x: w[0] * x[0] + w[1] * x[1]),
    "z_2": Of(lambda w, x: w[2] * x[0] + w[3] * x[1]),
    "h": Of(lambda z_1, z_2: oracle.entries(oracle.sigmoid, (z_1, z_2)), code=lambda z_1, z_2: activations.sigmoid([z_1, z_2])),
    "o": Of(lambda z: oracle.entries(oracle.sigmoid, z[2:]), code=lambda z: activations.sigmoid(z[2:])),
    "E": Of(
        lambda t, o: oracle.half_squared_error(t, o),
        code=losses.half_sum_squared_error,
        slopes={
            "o": losses.half_sum_squared_error_gradient,
            "h": Of(lambda w, x, t: traced(w, x, t)[0].output_gradient),
            "w": Of(all_of("weights_gradient"), "w", "x", "t"),
        },
    ),
    "E_1": Of(lambda t, o: (t[0] - o[0]) ** 2 / 2),
    "E_2": Of(lambda t, o: (t[1] - o[1]) ** 2 / 2),
    r"\delta": Of(lambda w, x, t, z: deltas(w, x, t, z), code=lambda w, x, t, z: all_of("delta")(w, x, t)),
    r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    r"w \leftarrow": Of(
        lambda w, x, t: oracle.array(
            v - RATE * slope
            for v, slope in zip(w, oracle.gradient(lambda u: error_of(end(u, x), t), w), strict=True)
        ),
        code=after_update,
    ),
    "W": Of(lambda w: w[4:].reshape(2, 2)),
}  # fmt: skip

WITH_BIASES = {
    "b": Vector(4),
    "z": Of(lambda w, x, h, b: sums(w, x, h, b)),
    "z_1": Of(lambda w, x, b: w[0] * x[0] + w[1] * x[1] + b[0]),
    "z_2": Of(lambda w, x, b: w[2] * x[0] + w[3] * x[1] + b[1]),
    r"\delta": Of(lambda w, x, t, z, b: deltas(w, x, t, z, b)),
    "E": Of(lambda t, o: oracle.half_squared_error(t, o),
            slopes={"b": Of(all_of("bias_gradient"), "w", "x", "t", "b")}),
}

# The meaning of the formulas with numbers: pen and paper. Every result comes from results that were rounded before.


def rounded(value, places):
    """Return a number rounded as one writes it down."""
    return mpmath.nint(value * mpf(10) ** places) / mpf(10) ** places


class Paper:
    """A calculation by hand; `exact` holds each result before it is rounded, `written` what goes on."""

    def __init__(self, places):
        self.places, self.exact, self.written = places, {}, {}

    def put(self, name, value, places=None):
        """Write down a result and return what was written."""
        self.exact[name], self.written[name] = value, rounded(value, places or self.places)
        return self.written[name]


@cache
def by_hand(weights, x, targets, biases=(0, 0), places=8):
    """Go forward and backward through the network; `places` decimals are kept."""
    paper = Paper(places)
    put, (x1, x2), (t1, t2), (w1, w2, w3, w4, w5, w6, w7, w8), (bh, bo) = paper.put, x, targets, weights, biases
    z1, z2 = put("z1", w1 * x1 + w2 * x2 + bh), put("z2", w3 * x1 + w4 * x2 + bh)
    h1, h2 = put("h1", sigmoid(z1)), put("h2", sigmoid(z2))
    z3, z4 = put("z3", w5 * h1 + w6 * h2 + bo), put("z4", w7 * h1 + w8 * h2 + bo)
    o1, o2 = put("o1", sigmoid(z3)), put("o2", sigmoid(z4))
    put("E", put("E1", (t1 - o1) ** 2 / 2) + put("E2", (t2 - o2) ** 2 / 2))
    slope1, slope2 = put("do1/dz3", o1 * (1 - o1)), put("do2/dz4", o2 * (1 - o2))
    d3, d4 = put("delta3", put("dE/do1", o1 - t1) * slope1), put("delta4", put("dE/do2", o2 - t2) * slope2)
    slopes = {5: put("dE/dw5", d3 * h1), 6: put("dE/dw6", d3 * h2), 7: put("dE/dw7", d4 * h1), 8: put("dE/dw8", d4 * h2)}
    down1, down2 = put("dE/dh1", d3 * w5 + d4 * w7), put("dE/dh2", d3 * w6 + d4 * w8)
    d1, d2 = put("delta1", down1 * put("dh1/dz1", h1 * (1 - h1))), put("delta2", down2 * put("dh2/dz2", h2 * (1 - h2)))
    more = places + 1                                   # times 0.1 or 0.2: nothing need be rounded
    slopes |= {1: put("dE/dw1", d1 * x1, more), 2: put("dE/dw2", d1 * x2, more)}
    slopes |= {3: put("dE/dw3", d2 * x1, more), 4: put("dE/dw4", d2 * x2, more)}
    for number, weight in enumerate(weights, start=1):
        put(f"new w{number}", weight - RATE * slopes[number])
    for number, (bias, delta) in enumerate(zip((bh, bh, bo, bo), (d1, d2, d3, d4), strict=True), start=1):
        put(f"new b{number}", bias - RATE * delta)
    return paper


def listed(values, pattern, numbers):
    """Return the values of some numbered names as an array."""
    return oracle.array(values[pattern.format(number)] for number in numbers)


def with_numbers(paper):
    """Return what the letters stand for in a calculation by hand.

    The error is the straight line whose slopes are those that the calculation found; that they are the true ones to the
    places written is held by the claim paper_is_near_enough.
    """
    exact, written = paper.exact, paper.written
    dw, dh = listed(exact, "dE/dw{}", range(1, 9)), listed(exact, "dE/dh{}", (1, 2))
    do, db = listed(exact, "dE/do{}", (1, 2)), listed(exact, "delta{}", range(1, 5))
    do_dz, dh_dz = oracle.array([exact["do1/dz3"], exact["do2/dz4"]]), oracle.array([exact["dh1/dz1"], exact["dh2/dz2"]])
    return {
        "z": listed(exact, "z{}", range(1, 5)), r"\delta": db,
        "w": oracle.array([mpf(0)] * 8), "b": oracle.array([mpf(0)] * 4),
        "o": Of(lambda z: listed(exact, "o{}", (1, 2)) + do_dz * (z[2:] - listed(exact, "z{}", (3, 4)))),
        "z_1": exact["z1"], "z_2": exact["z2"],
        "h": Of(lambda z_1, z_2: listed(exact, "h{}", (1, 2)) + dh_dz * oracle.array((z_1 - exact["z1"], z_2 - exact["z2"]))),
        "E": Of(lambda w, b, o, h: (
            exact["E"] + oracle.dot(dw, w) + oracle.dot(db, b)
            + oracle.dot(do, o - listed(exact, "o{}", (1, 2))) + oracle.dot(dh, h - listed(exact, "h{}", (1, 2)))
        )),
        "E_1": exact["E1"], "E_2": exact["E2"],
        r"w \leftarrow": listed(exact, "new w{}", range(1, 9)),
        r"b \leftarrow": listed(exact, "new b{}", range(1, 5)),
        "t": oracle.array([written["o1"] - written["dE/do1"], written["o2"] - written["dE/do2"]]),
    }  # fmt: skip


FIRST = by_hand(tuple(WEIGHTS), tuple(X), tuple(TARGETS))
NEW = tuple(rounded(w - RATE * slope, 8) for w, slope in zip(WEIGHTS, chain_rule(WEIGHTS, X, TARGETS)[0], strict=True))
SECOND = by_hand(NEW, tuple(X), tuple(TARGETS))
SECOND_NETWORK = by_hand(tuple(MAZUR_WEIGHTS), *(tuple(MAZUR[name]) for name in ("x", "targets", "biases")), places=9)
MISTAKE = {r"\not": True}
ONE = {"o": Reals(0.05, 0.95), "t": Reals(0, 1)}

MEANING = Meaning(
    LETTERS,
    sections={
        "forward-by-hand": with_numbers(FIRST), "error-by-hand": with_numbers(FIRST), "output-by-hand": with_numbers(FIRST),
        "hidden-by-hand": with_numbers(FIRST), "updates-by-hand": with_numbers(FIRST), "second-by-hand": with_numbers(SECOND),
        "biases": WITH_BIASES, "mazur": with_numbers(SECOND_NETWORK),
    },
    formulas={
        "f(x)": {"x": Reals(), "f": Function(oracle.sigmoid)},
        "1 - f(x)": {"x": Reals(), "f": Function(oracle.sigmoid, code=activations.sigmoid)},
        r"0.1 - 0.5 \cdot 0.00080888 = 0.29959556": MISTAKE,
        r"\frac{o - t}{o(1-o)} \cdot o(1-o) = o - t": ONE,
        r"\frac{o - t}{o(1-o)}": ONE,
        r"\sigma(z) = \frac{1}{1 + e^{-z}}": {"z": Reals(-9, 9)},
    },
    values={
        "1 - f(x)": Of(lambda x: oracle.sigmoid(-x), code=lambda x: activations.sigmoid(-x)),
        "o_1(1 - o_1)": Of(lambda z: oracle.sigmoid_slope(z[2])),
        "h_1(1 - h_1)": Of(lambda z_1: oracle.sigmoid_slope(z_1)),
        r"\frac{o - t}{o(1-o)}": Of(lambda o, t: derivative(lambda v: -t * mpmath.log(v) - (1 - t) * mpmath.log(1 - v), o)),
        "-(t - o)": "o - t",
        "o - t": Of(lambda o, t: oracle.gradient(lambda outputs: oracle.half_squared_error(t, outputs), o),
                    code=lambda o, t: losses.half_sum_squared_error_gradient(t, o)),
    },
)  # fmt: skip

# Paths of gradient descent, by the package and by the chain rule


def network():
    """Return the network of the page."""
    first = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
    return Network([first, Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")])


def measured(steps):
    """Return the package's errors before each of some updates and after the last."""
    net, errors = network(), []
    for _ in range(steps + 1):
        trace = backpropagate(net, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
        errors.append(trace.loss)
        SGD(learning_rate=0.5).update(net.parameters, trace.gradients)
    return errors


def followed(steps, rate=RATE):
    """Return the errors along the path of gradient descent, in 50 digits."""
    weights, errors = WEIGHTS, [ERROR(WEIGHTS)]
    for _ in range(steps):
        slopes, _ = chain_rule(weights, X, TARGETS)
        weights = [w - rate * slope for w, slope in zip(weights, slopes, strict=True)]
        errors.append(ERROR(weights))
    return errors


def test_path(fact, verify):
    errors = measured(500)
    first = next(step for step, error in enumerate(errors) if f"{error:.8f}" == "0.00000000")
    values = fact("backpropagation/path", steps=[1, 100, first, 1000], errors=[errors[1], errors[100], errors[first]],
                  goal=0.001, last=10_000)
    expected = followed(500)
    zero = next(number for number, value in enumerate(expected) if value < mpf("5e-9"))
    verify("updates until the error is printed as 0", values["steps"], counting=[1, 100, zero, 10**3])
    verify("errors there", values["errors"], absolute=1e-17, mpmath=[expected[1], expected[100], expected[zero]])
    verify("goal", values["goal"], by_hand="0.001")
    verify("all updates", values["last"], by_hand=10_000)


def test_first_order(fact, verify):
    net = network()
    before = backpropagate(net, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
    predicted = 0.5 * sum(float((g**2).sum()) for g in before.gradients)
    values = fact("backpropagation/first_order", predicted=predicted, measured=measured(1)[0] - measured(1)[1])
    slopes = partials(ERROR, WEIGHTS)
    verify("predicted fall", values["predicted"], mpmath=RATE * sum(slope**2 for slope in slopes))
    verify("measured fall", values["measured"], digits=8, mpmath=followed(1)[0] - followed(1)[1])


def test_by_hand(example, verify, claim):
    values = example("backpropagation/by_hand").values
    expected = followed(1)
    verify("E before and after", [values["before"], values["after"]], mpmath=expected)
    stepped = [w - RATE * slope for w, slope in zip(WEIGHTS, chain_rule(WEIGHTS, X, TARGETS)[0], strict=True)]
    verify("w1..w4 after the step", values["W1"], mpmath=stepped[:4])
    verify("w5..w8 after the step", values["W2"], mpmath=stepped[4:])
    agree = True
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        inputs, units, outs = rng.integers(1, 6, size=3)
        W1, W2 = rng.normal(size=(units, inputs)), rng.normal(size=(outs, units))
        x, t, rate = rng.normal(size=inputs), rng.uniform(size=outs), rng.uniform(0.01, 2.0)
        net = Network([Dense(W1, activation="sigmoid"), Dense(W2, activation="sigmoid")])
        trace = backpropagate(net, x, t, "half_sum_squared_error")
        SGD(learning_rate=rate).update(net.parameters, trace.gradients)
        new_W1, new_W2, error = values["step"](x, t, W1, W2, rate)
        ours, theirs = [*new_W1.flat, *new_W2.flat, error], [*(v for p in net.parameters for v in p.flat), trace.loss]
        agree &= bool(np.allclose(ours, theirs, rtol=1e-12, atol=1e-15))
    claim("backpropagation/ten_lines_do_what_the_package_does", agree, seeds=SEEDS)


def test_gradient_check(example, verify):
    values = example("backpropagation/gradient_check").values
    verify("dE/dw1..w8", values["slopes"], digits=7, central_difference=partials(ERROR, WEIGHTS),
           closed_form=chain_rule(WEIGHTS, X, TARGETS)[0])


def test_find_the_mistake(example, verify):
    values = example("backpropagation/find_the_mistake").values
    h1, h2, _, _ = outputs_of(WEIGHTS, X)
    ratios = [1 / (h1 * (1 - h1))] * 2 + [1 / (h2 * (1 - h2))] * 2
    verify("how many times too large", [f"{ratio:.3f}" for ratio in values["ratio"].flat], closed_form=ratios)
    verify("ratio", values["ratio"], digits=4, closed_form=ratios)


def mixed_step(weights, x, targets, biases=(0, 0)):
    """Return the weights after a step whose hidden layer uses the output weights that were just updated."""
    slopes, _ = chain_rule(weights, x, targets, biases)
    stepped = [w - RATE * slope for w, slope in zip(weights, slopes, strict=True)]
    h1, h2, o1, o2 = outputs_of(weights, x, biases)
    d1, d2 = ((o - t) * o * (1 - o) for o, t in zip((o1, o2), targets, strict=True))
    _, _, _, _, w5, w6, w7, w8 = stepped
    e = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
    return [*(w - RATE * a * v for w, (a, v) in zip(weights, ((a, v) for a in e for v in x), strict=False)), *stepped[4:]]


def right_step(weights, **task):
    """Return the weights after a step along the gradient."""
    return [w - RATE * slope for w, slope in zip(weights, chain_rule(weights, **task)[0], strict=True)]


def test_new_weights_give_another_gradient(claim):
    right, mixed = right_step(WEIGHTS, x=X, targets=TARGETS), mixed_step(WEIGHTS, X, TARGETS)
    claim("backpropagation/new_weights_give_another_gradient",
          all(abs(a - b) > mpf("1e-6") for a, b in zip(right[:4], mixed[:4], strict=True)), ablation=True)
    claim("backpropagation/error_falls_with_a_wrong_gradient", ERROR(mixed) < ERROR(WEIGHTS))


def test_wrong_sign(claim):
    up = [w + RATE * slope for w, slope in zip(WEIGHTS, chain_rule(WEIGHTS, X, TARGETS)[0], strict=True)]
    claim("backpropagation/wrong_sign_raises_the_error", ERROR(up) > ERROR(WEIGHTS), ablation=True)


def test_one_beats_half(claim):
    claim("backpropagation/one_beats_half", followed(1, rate=mpf(1))[1] < followed(1)[1], ablation=True)


def test_targets(fact, verify):
    """The numbers of the note leave the first target open: E1 knows only its distance to the output."""
    _, _, o1, _ = (float(v) for v in outputs_of(WEIGHTS, X))
    below, above = o1 - (2 * 0.02193381) ** 0.5, o1 + (2 * 0.02193381) ** 0.5
    values = fact("backpropagation/targets", below=below, above=above)
    exact, distance = outputs_of(WEIGHTS, X)[2], mpmath.sqrt(2 * mpf("0.02193381"))
    verify("targets that give E1", [values["below"], values["above"]], closed_form=[exact - distance, exact + distance])


def test_paper_is_near_enough(claim):
    """Held for every result of the first pass, backward pass and second pass; a unit is 1 in the eighth decimal."""
    worst = 0
    for weights, paper in ((WEIGHTS, FIRST), (right_step(WEIGHTS, x=X, targets=TARGETS), SECOND)):
        precise = by_hand(tuple(weights), tuple(X), tuple(TARGETS), places=45)
        differences = [abs(rounded(precise.exact[name], 8) - rounded(value, 8)) for name, value in paper.exact.items()]
        worst = max(worst, *differences)
    claim("backpropagation/paper_is_near_enough", worst <= mpf("1.000001e-8"))


def mazur_error(weights, biases_too=False):
    """Return the second network's error, or that after its biases made a step too."""
    if not biases_too:
        return half_squared_error(weights, **MAZUR)
    _, slopes = chain_rule(MAZUR_WEIGHTS, **MAZUR)
    starts = [MAZUR["biases"][0]] * 2 + [MAZUR["biases"][1]] * 2
    bh1, bh2, bo1, bo2 = [b - RATE * slope for b, slope in zip(starts, slopes, strict=True)]
    w1, w2, w3, w4, w5, w6, w7, w8 = weights
    x1, x2 = MAZUR["x"]
    h1, h2 = sigmoid(w1 * x1 + w2 * x2 + bh1), sigmoid(w3 * x1 + w4 * x2 + bh2)
    found = sigmoid(w5 * h1 + w6 * h2 + bo1), sigmoid(w7 * h1 + w8 * h2 + bo2)
    return sum((o - t) ** 2 for o, t in zip(found, MAZUR["targets"], strict=True)) / 2


def test_second_network(claim):
    right, mixed = right_step(MAZUR_WEIGHTS, **MAZUR), mixed_step(MAZUR_WEIGHTS, **MAZUR)
    claim("backpropagation/biases_help_here", mazur_error(right, biases_too=True) < mazur_error(right), ablation=True)
    printed = mpf("0.291027924")
    held = abs(mazur_error(mixed) - printed) <= mpf("5e-10") < mpf("1e-7") < abs(mazur_error(right) - printed)
    claim("backpropagation/printed_number_uses_new_weights", held, ablation=True)
    task = [tuple(MAZUR[name]) for name in ("x", "targets", "biases")]
    first = by_hand(tuple(MAZUR_WEIGHTS), *task, places=8)
    second = by_hand(tuple(rounded(first.exact[f"new w{number}"], 8) for number in range(1, 9)), *task, places=8)
    claim("backpropagation/rounding_is_smaller", abs(second.written["E"] - mazur_error(right)) < mpf("5e-8"))


def test_mazur_many_steps(fact, verify):
    """What the article prints after 10,000 steps, from both calculations."""
    right, mixed = (many(mix) for mix in (False, True))
    values = fact("backpropagation/mazur_many", steps=10_000, old=right, new=mixed)
    verify("steps", values["steps"], by_hand=10_000)
    verify("outputs, old weights", values["old"], digits=7, mpmath=many_precisely(mix=False))
    verify("outputs, new weights", [f"{v:.9f}" for v in values["new"]], published=["0.015912196", "0.984065734"])
    verify("outputs, new weights, precisely", values["new"], digits=7, mpmath=many_precisely(mix=True))


def many(mix):
    """Return the outputs of the second network after 10,000 steps, by the package's sigmoid."""
    W1, W2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
    x, t = np.array([0.05, 0.10]), np.array([0.01, 0.99])
    for _ in range(10_000):
        h = activations.sigmoid(W1 @ x + 0.35)
        o = activations.sigmoid(W2 @ h + 0.60)
        delta = (o - t) * o * (1 - o)
        new = W2 - 0.5 * np.outer(delta, h)
        W1, W2 = W1 - 0.5 * np.outer((new if mix else W2).T @ delta * h * (1 - h), x), new
    return activations.sigmoid(W2 @ activations.sigmoid(W1 @ x + 0.35) + 0.60).tolist()


def many_precisely(mix):
    """Return the same in 20 digits, by the oracle."""
    with mpmath.workdps(20):
        weights = MAZUR_WEIGHTS
        for _ in range(10_000):
            weights = mixed_step(weights, **MAZUR) if mix else right_step(weights, **MAZUR)
        return list(outputs_of(weights, MAZUR["x"], MAZUR["biases"])[2:])


def test_twins_stay_twins(claim):
    """Two hidden neurons that start with equal weights, in and out, stay equal."""
    held = True
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        a, b, c, d = rng.normal(size=4)
        net = Network([Dense([[a, b], [a, b]], activation="sigmoid"), Dense([[c, c], [d, d]], activation="sigmoid")])
        for _ in range(200):
            trace = backpropagate(net, rng.normal(size=2), rng.uniform(size=2), "half_sum_squared_error")
            SGD(learning_rate=0.5).update(net.parameters, trace.gradients)
        W1, W2 = net.layers[0].weights, net.layers[1].weights
        held &= np.array_equal(W1[0], W1[1]) and np.array_equal(W2[:, 0], W2[:, 1])
    claim("backpropagation/twins_stay_twins", held, seeds=SEEDS)


def test_note_forward_pass_is_right(claim):
    names = ("z1", "z2", "h1", "h2", "z3", "z4", "o1", "o2")
    precise = by_hand(tuple(WEIGHTS), tuple(X), tuple(TARGETS), places=45)
    printed = decimals(PRINTED_IN_THE_NOTE)
    held = all(abs(precise.exact[name] - number) <= mpf("5e-9") for name, number in zip(names, printed, strict=True))
    claim("backpropagation/note_forward_pass_is_right", held)


def test_bias(fact, verify):
    low, high = (Dense([[0.45, 0.40]], [bias]).weighted_sum([0.5, 0.5])[0] for bias in (0.0, 1.0))
    values = fact("backpropagation/bias", slope=float(high - low))
    verify("slope", values["slope"], closed_form=derivative(lambda b: mpf("0.45") / 2 + mpf("0.40") / 2 + b, 0))


def test_rates(fact, verify):
    values = fact("backpropagation/rates", product=0.25 * 0.2)
    verify("product", values["product"], by_hand="0.05")


def test_mazur_first(fact, verify):
    W1, W2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
    net = Network([Dense(W1, [0.35, 0.35], "sigmoid"), Dense(W2, [0.60, 0.60], "sigmoid")])
    gradient = backpropagate(net, [0.05, 0.10], [0.01, 0.99], "half_sum_squared_error").gradients[2]
    values = fact("backpropagation/mazur_first", w5=0.40 - 0.5 * gradient[0, 0])
    verify("w5 after the step", values["w5"], mpmath=right_step(MAZUR_WEIGHTS, **MAZUR)[4])


def test_typo(fact, verify):
    values = fact("backpropagation/typo", result=0.1 - 0.5 * 0.00080888)
    verify("result", values["result"], by_hand="0.09959556")
