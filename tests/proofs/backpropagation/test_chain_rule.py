"""The proofs of the page backpropagation/chain-rule: what its formulas mean, examples, figures, facts and claims."""

from itertools import product

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network, weighted_sum
from oracle import formulas as oracle
from oracle.differentiation import complex_partials, complex_step, derivative, jacobian, partials
from oracle.network import chain_rule, decimals, forward, half_squared_error
from press.formula.meanings import Function, Matrix, Of, Reals, Running, Vector
from press.formula.page import Meaning
from proofs.backpropagation.test_worked_example import LETTERS

SEEDS = range(20)
HALF = "half_sum_squared_error"
WEIGHTS = decimals("0.30 0.25 0.40 0.35 0.45 0.40 0.70 0.60")
X, TARGETS = decimals("0.1 0.2"), decimals("0.4 0.6")


# nested functions, and a quantity with two paths


def inner(x):
    return mpmath.sin(x) + x


def moves(x, epsilon):
    return inner(x + epsilon) - inner(x)


def two(u, v):
    return mpmath.sin(u * v) + u * u


NESTED = {
    "x": Reals(), "u": Of(inner, "x"), "y": Of(oracle.sigmoid, "u", code=activations.sigmoid),
    "g": Function(inner), "f": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    r"\varepsilon": Reals(0.5, 2), "p": Of(moves, "x", r"\varepsilon"),
}  # fmt: skip
THROUGH = {
    "x": Reals(), "k": Running(), "u": Of(lambda x: oracle.array((inner(x), x * x, mpmath.cos(x))), "x"),
    "E": Of(lambda u: two(u[0], u[1]) * u[2], "u"),
}  # fmt: skip
SQUARES = {"x": Reals(), r"\varepsilon": Reals(0.5, 2), "u": Of(lambda x: 3 * x, "x")}
TWO = {
    "u": Vector(2), "p": Vector(2), "F": Function(two, elementwise=False), "x": Reals(),
}  # fmt: skip
PRODUCT = {
    "x": Reals(), "u": Of(lambda x: oracle.array((x * x, 3 * x)), "x"), "y": Of(lambda u: u[0] * u[1], "u"),
}  # fmt: skip
SUMS = {"a": Reals(), "b": Reals()}
TAPE = {"w": 3, "x": 2, "b": 4, "y": Of(lambda w, x, b: w * x * x + b * x)}

# a layer without biases, and a layer R behind it


def behind(y, R, t):
    return oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, oracle.matvec(R, y)))


def layer(x, W):
    return oracle.entries(oracle.sigmoid, oracle.matvec(W, x))


def traced(W, x, R, t):
    layers = [Dense(np.eye(len(x))), Dense(W, activation="sigmoid"), Dense(R, activation="sigmoid")]
    return backpropagate(Network(layers), x, t, HALF).layers


def rates(W, x):
    return oracle.array(jacobian(lambda v: list(layer(oracle.array(v), W)), list(x))).reshape(W.shape)


LAYER = {
    "W": Matrix(3, 2), "x": Vector(2), "R": Matrix(2, 3), "t": Vector(2, 0, 1), "m": 3, "n": 2,
    "z": Of(lambda W, x: oracle.matvec(W, x), code=lambda W, x: weighted_sum(x, W)),
    "y": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    "E": Of(behind, "y", "R", "t", slopes={
        "x": Of(lambda W, x, R, t: traced(W, x, R, t)[0].output_gradient, "W", "x", "R", "t"),
        "y": Of(lambda W, x, R, t: traced(W, x, R, t)[1].output_gradient, "W", "x", "R", "t"),
    }),
    "v": Of(lambda y, R, t, W, x: oracle.gradient(lambda u: behind(u, R, t), y),
            code=lambda y, R, t, W, x: traced(W, x, R, t)[1].output_gradient),
    "J": Of(rates, "W", "x", code=lambda W, x: activations.sigmoid_derivative(W @ x)[:, np.newaxis] * W),
    "f": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    "i": Running(), "j": Running(),
}  # fmt: skip
AT_ONE = {"x": 3}

MEANING = Meaning(
    {**LETTERS, "g": Function(inner), "f": NESTED["f"], "y": Reals(), "u": Vector(2), "v": Vector(2), "J": Matrix(2, 2)},
    sections={
        "formula": NESTED, "why-multiply": NESTED, "why-add": TWO, "rules": SUMS, "autodiff": TAPE, "jacobian": LAYER,
    },
    formulas={
        r"\frac{\partial E}{\partial x} = \sum_k \frac{\partial E}{\partial u_k} \cdot \frac{\partial u_k}{\partial x}": THROUGH,
        "E": THROUGH, "u_k": THROUGH,
        "u = 3x": SQUARES, "y = u^2": {"u": Reals(), "y": Of(lambda u: u * u)}, "18x": SQUARES,
        r"2u \cdot 3 = 18x": SQUARES,
        r"""\begin{aligned} \frac{(3(x + \varepsilon))^2 - (3x)^2}{\varepsilon}
        &= \frac{18 x \varepsilon + 9 \varepsilon^2}{\varepsilon} \\ &= 18x + 9\varepsilon \end{aligned}""": SQUARES,
        "y = u_1 u_2": PRODUCT, "y": PRODUCT, "u_1 = x^2": PRODUCT, "u_2 = 3x": PRODUCT,
        r"""\begin{aligned} \frac{\partial y}{\partial x} &= u_2 \cdot 2x + u_1 \cdot 3 \\ &= 6x^2 + 3x^2 = 9x^2
        \end{aligned}""": PRODUCT,
        r"f'(g(x)) \, g'(x)": NESTED, "f'(x)": NESTED, "g(x)": NESTED, "3x": SQUARES, "x": NESTED,
        "x^3": NESTED, "x^2 + x": AT_ONE, "2x + 1 = 7": AT_ONE, "(w x)^2": TAPE,
        r"J^\top v": LAYER, "J": LAYER, "v": LAYER, "u": NESTED,
    },
    values={
        "18x": Of(lambda x: derivative(lambda v: (3 * v) ** 2, x)),
        "3x": Of(lambda u: u), "x^3": Of(lambda x: x * abs(x) ** 2),
        "x^2 + x": Of(lambda: mpf(12)), "(w x)^2": Of(lambda: mpf(36)),
    },
)  # fmt: skip


def test_two_paths(example, verify):
    values = example("backpropagation/two_paths").values
    h1, _, o1, o2 = forward(WEIGHTS, X)
    first = (o1 - mpf("0.4")) * o1 * (1 - o1) * mpf("0.45")
    second = (o2 - mpf("0.6")) * o2 * (1 - o2) * mpf("0.7")
    shared = mpf("0.1") * h1 * (1 - h1)
    verify("both paths", values["paths"], closed_form=[first, second])
    verify("what they share", values["shared"], closed_form=shared)
    verify("dE/dw1", values["slope"], closed_form=(first + second) * shared,
           central_difference=partials(lambda w: half_squared_error(w, X, TARGETS), WEIGHTS)[0])


def test_paths_figure(figure, verify):
    values = figure("backpropagation/paths")
    w1, w5, w7 = WEIGHTS[0], WEIGHTS[4], WEIGHTS[6]
    h1, h2, o1, o2 = forward(WEIGHTS, X)
    z1, z3, z4 = mpf("0.08"), w5 * h1 + WEIGHTS[5] * h2, w7 * h1 + WEIGHTS[7] * h2
    error = half_squared_error(WEIGHTS, X, TARGETS)
    verify("values", values["value"], closed_form=[w1, z1, h1, z3, z4, o1, o2, error])

    def last(z):
        return sum((oracle.sigmoid(a) - t) ** 2 for a, t in zip(z, TARGETS, strict=True)) / 2

    def hidden(h):
        return last([w5 * h + WEIGHTS[5] * h2, w7 * h + WEIGHTS[7] * h2])

    def outputs(o):
        return sum((a - t) ** 2 for a, t in zip(o, TARGETS, strict=True)) / 2

    dz, do = partials(last, [z3, z4]), partials(outputs, [o1, o2])
    slopes = [derivative(lambda w: hidden(oracle.sigmoid(w * X[0] + WEIGHTS[1] * X[1])), w1),
              derivative(lambda z: hidden(oracle.sigmoid(z)), z1), derivative(hidden, h1), *dz, *do, 1]
    weights, (d1, _, d3, d4) = chain_rule(WEIGHTS, X, TARGETS)
    closed = [weights[0], d1, d3 * w5 + d4 * w7, d3, d4, o1 - TARGETS[0], o2 - TARGETS[1], 1]
    verify("∂E/∂node", values["slope"], digits=12, central_difference=slopes, closed_form=closed)
    local = [X[0], derivative(oracle.sigmoid, z1), w5, w7, derivative(oracle.sigmoid, z3), derivative(oracle.sigmoid, z4), *do]
    direct = [X[0], h1 * (1 - h1), w5, w7, o1 * (1 - o1), o2 * (1 - o2), o1 - TARGETS[0], o2 - TARGETS[1]]
    verify("rate, a derivative", values["rate"], digits=12, central_difference=local, closed_form=direct)


def test_autodiff_by_hand(example, verify):
    values = example("backpropagation/autodiff_by_hand").values
    verify("y", values["y"].val, by_hand=20)

    def poly(v):
        x, w, b = v
        return w * x * x + b * x

    verify("dy/dx and dy/dw", [values["x"].slope, values["w"].slope], by_hand=[16, 4],
           central_difference=partials(poly, [mpf(2), mpf(3), mpf(4)])[:2])


def test_autodiff_network(example, verify, fact, claim):
    values = example("backpropagation/autodiff_network").values
    expected, _ = chain_rule(WEIGHTS, X, TARGETS)
    verify("dE/dw1..w8", values["slopes"], closed_form=expected,
           central_difference=partials(lambda w: half_squared_error(w, X, TARGETS), WEIGHTS))
    count = fact("backpropagation/autodiff_runs", weights=len(values["slopes"]))
    verify("weights", count["weights"], by_hand=8)
    node, sigmoid = values["Node"], values["sigmoid"]
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        w, x, t = rng.normal(size=8), rng.normal(size=2), rng.uniform(size=2)
        node.tape.clear()
        leaves = [node(v) for v in w]
        inputs = [node(v) for v in x]
        h = [sigmoid(leaves[2 * i] * inputs[0] + leaves[2 * i + 1] * inputs[1]) for i in (0, 1)]
        gaps = [sigmoid(leaves[4 + 2 * i] * h[0] + leaves[5 + 2 * i] * h[1]) + node(-t[i]) for i in (0, 1)]
        (node(0.5) * (gaps[0] * gaps[0] + gaps[1] * gaps[1])).backward()
        found = [leaf.slope for leaf in leaves]
        layers = [Dense(part, activation="sigmoid") for part in w.reshape(2, 2, 2)]
        package = np.ravel(backpropagate(Network(layers), x, t, HALF).gradients)
        judge = complex_partials(lambda v, x=x, t=t: half_squared_error(v, x, t, f=lambda z: 1 / (1 + np.exp(-z))), list(w))
        held += [np.allclose(found, package, rtol=1e-10), np.allclose(found, judge, rtol=1e-10)]
    claim("backpropagation/autodiff_agrees", all(held), seeds=len(SEEDS))


def test_control_flow_is_fine(example, verify, claim):
    """The tape records what was executed: loops and branches leave no trace on it."""
    values = example("backpropagation/autodiff_by_hand").values
    verify("y", values["y"].val, by_hand=20)
    held = []
    for start in (-1.5, 0.5, 2.0):
        x = values["Node"](start)
        y = x
        for turn in range(4):
            y = y * x if start > 0 or turn == 0 else y + x
        y.backward()
        held.append(abs(x.slope - (5 * start**4 if start > 0 else 2 * start + 3)) < 1e-12)
    claim("backpropagation/control_flow_is_fine", all(held))


def test_node_rules(example, verify):
    values = example("backpropagation/node_rules").values
    a, b, up = mpf(2), mpf(5), mpf(3)
    for name, f, stated in (("added", lambda v: up * (v[0] + v[1]), (3, 3)), ("multiplied", lambda v: up * v[0] * v[1], (15, 6)),
                            ("largest", lambda v: up * max(v), (0, 3))):
        verify(f"{name}: gradient handed back", list(values[name]), by_hand=list(stated), central_difference=partials(f, [a, b]),
               absolute=1e-20)
    verify("used twice", values["used_twice"], by_hand=7)
    verify("a, b and what arrives", [values["a"], values["b"], values["arrives"]], by_hand=[2, 5, 3])


def test_count_paths(example, verify, fact):
    """Count the paths by walking them, the edges one layer after the other."""
    values = example("backpropagation/count_paths").values
    walked = [sum(1 for _ in product(range(10), repeat=layers)) for layers in (1, 2, 4)]
    verify("paths", values["paths"], counting=[*walked, walked[2] ** 2])
    edges = [sum(n * m for n, m in zip((1, *[10] * layers), (*[10] * layers, 1), strict=True)) for layers in (1, 2, 4, 8)]
    verify("edges", values["edges"], counting=edges)
    stated = fact("backpropagation/count_paths_step", width=values["paths"][0], added=values["edges"][1] - values["edges"][0])
    verify("paths of one layer", stated["width"], counting=walked[0])
    verify("edges of a further layer", stated["added"], counting=edges[1] - edges[0])


def test_which_end_first(example, verify):
    """Multiply matrices of ones entry by entry on a small scale, and scale up."""
    values = example("backpropagation/which_end_first").values
    n = 1000
    rows = sum(1 for _ in range(n) for _ in range(n))
    verify("from the error", values["from_end"], counting=2 * rows)
    verify("from the input", values["from_front"], counting=rows * n + rows)
    verify("shapes", [values["first"], values["middle"], values["last"]], by_hand=[1000, 1000, 1000, 1000, 1, 1000])


def test_vjp_by_hand(example, verify):
    values = example("backpropagation/vjp_by_hand").values
    rng = np.random.default_rng(0)
    W, x, v = rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=3)

    def weighed(point):
        return sum(c * np.tanh(sum(w * p for w, p in zip(row, point, strict=True))) for c, row in zip(v, W, strict=True))

    def precise(point):
        return sum(mpf(float(c)) * mpmath.tanh(sum(mpf(float(w)) * p for w, p in zip(row, point, strict=True)))
                   for c, row in zip(v, W, strict=True))

    point = [mpf(float(p)) for p in x]
    expected = {"complex_step": complex_partials(weighed, list(x)), "central_difference": partials(precise, point)}
    verify("v J, a derivative", values["by_matrix"], digits=12, **expected)
    verify("W^T (v f'), a derivative", values["by_product"], digits=12, **expected)
    verify("shapes", [*values["jacobian"].shape, *values["v"].shape, *values["by_product"].shape], by_hand=[3, 4, 3, 4])


def test_find_chain_mistake(example, verify, fact):
    values = example("backpropagation/find_chain_mistake").values
    right = fact("backpropagation/square_plus", x=values["x"].val, slope=float(np.polyval(np.polyder([1.0, 1.0, 0.0]), 3.0)))
    verify("x", right["x"], by_hand=3)
    verify("derivative of x^2 + x", right["slope"], by_hand=7, central_difference=derivative(lambda x: x * x + x, 3))


def test_found_mistake(example, verify):
    values = example("backpropagation/find_chain_mistake").values
    verify("wrong dy/dx: one factor of x * x", values["found"], by_hand=3, central_difference=derivative(lambda x: 3 * x, 3))


def test_power_by_hand(example, verify):
    values = example("backpropagation/power_by_hand").values
    verify("start", values["start"], by_hand=2)
    verify("x^3", values["y"].val, by_hand=8)
    verify("derivative of x^3", values["slope"], by_hand=12, central_difference=derivative(lambda x: x**3, 2))


def test_chain_facts(fact, verify):
    w5 = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid"), Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")
    first, last = backpropagate(Network(list(w5)), [0.1, 0.2], [0.4, 0.6], HALF).layers
    alone = last.delta[0] * 0.45 * first.delta[0] / first.output_gradient[0] * 0.1
    values = fact("backpropagation/chain_facts", zero=activations.relu_derivative(-1.0), one=activations.identity_derivative(3.0),
                  one_path=alone, right_place=activations.sigmoid_derivative(3.0) * 3,
                  wrong_place=activations.sigmoid_derivative(1.0) * 3)
    h1, _, o1, _ = forward(WEIGHTS, X)
    path = (o1 - TARGETS[0]) * o1 * (1 - o1) * WEIGHTS[4] * h1 * (1 - h1) * X[0]
    verify("zero", values["zero"], by_hand=0)
    verify("one", values["one"], by_hand=1)
    verify("dE/dw1 over one path", values["one_path"], closed_form=path, central_difference=derivative(
        lambda w: (oracle.sigmoid(WEIGHTS[4] * oracle.sigmoid(w * X[0] + WEIGHTS[1] * X[1])
                                  + WEIGHTS[5] * forward(WEIGHTS, X)[1]) - TARGETS[0]) ** 2 / 2, WEIGHTS[0]))
    verify("derivative of the sigmoid of 3x at 1", values["right_place"],
           central_difference=derivative(lambda x: oracle.sigmoid(3 * x), 1),
           complex_step=complex_step(lambda x: 1 / (1 + np.exp(-3 * x)), 1.0))
    verify("wrong derivative", values["wrong_place"], closed_form=3 * oracle.sigmoid_slope(mpf(1)),
           central_difference=derivative(lambda x: 3 * oracle.sigmoid(x), 1))


def test_path_rates(fact, verify):
    values = fact("backpropagation/path_rates", shared=np.float64(3.0), first=np.array([2.0, 5.0]), second=np.array([-1.0, 4.0]))
    verify("shared rate", values["shared"], by_hand=3)
    verify("first path", values["first"], by_hand=[2, 5])
    verify("second path", values["second"], by_hand=[-1, 4])


def test_jacobian_size(fact, verify):
    dense = Dense(np.zeros((128, 784)))
    outputs, inputs = dense.weights.shape
    values = fact("backpropagation/jacobian_size", inputs=inputs, outputs=outputs, numbers=dense.weights.size)
    verify("inputs", values["inputs"], by_hand=784)
    verify("outputs", values["outputs"], by_hand=128)
    verify("numbers", values["numbers"], counting=128 * 784)


def test_chain_rule_pytorch(recorded, verify):
    out = recorded("backpropagation/chain_rule_pytorch")
    verify("dy/dx and v J", out, by_hand=[16, 1, -8, 30], central_difference=[
        derivative(lambda x: 3 * x * x + 4 * x, 2), *partials(lambda x: x[0] + 2 * x[1] + 10 * (3 * x[2] - x[1]), [mpf(1)] * 3)])


def test_chain_rule_keras(recorded, verify):
    out = recorded("backpropagation/chain_rule_keras")
    verify("dy/dw", out, by_hand=24, central_difference=derivative(lambda w: (2 * w) ** 2, 3))
