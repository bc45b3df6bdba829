"""The formulas of the page about the delta rule."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network, weighted_sum
from dlnotes.optimizers import SGD
from oracle import formulas as oracle
from oracle.differentiation import derivative
from oracle.network import decimals
from press.formula.meanings import Function, Matrix, Of, Reals, Running, Vector
from press.formula.page import Meaning

HALF, BCE = "half_sum_squared_error", "binary_crossentropy"
RATE = mpf("0.25")
SIGMOID = Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative)

# one neuron


def linear(w, x, b):
    return oracle.dot(w, x) + b


def half_square(y, t):
    return oracle.half_squared_error([t], [y])


def neuron(w, x, b, t, activation="identity", loss=HALF):
    return backpropagate(Network([Dense([w], [b], activation)]), x, [t], loss).layers[0]


def moved(w, x, b, t, activation="identity"):
    """Return weights and bias after a step of gradient descent."""
    network = Network([Dense([w], [b], activation)])
    SGD(learning_rate=0.25).update(network.parameters, backpropagate(network, x, [t], HALF).gradients)
    return network.layers[0].weights[0], network.layers[0].bias[0]


def slopes_of(f, error, w, x, b):
    """Return the derivatives of a neuron's error by its weights and its bias, by differences."""
    by_weights = oracle.gradient(lambda v: error(f(linear(v, x, b))), w)
    return by_weights, derivative(lambda v: error(f(linear(w, x, v))), b)


def after(w, x, b, t, f=lambda z: z):
    by_weights, by_bias = slopes_of(f, lambda y: half_square(y, t), w, x, b)
    return w - RATE * by_weights, b - RATE * by_bias


PLAIN = {
    "w": Vector(3), "x": Vector(3), "b": Reals(), "t": Reals(), r"\eta": RATE,
    "y": Of(linear, "w", "x", "b", code=lambda w, x, b: weighted_sum(x, w, b)),
    "E": Of(half_square, "y", "t", code=lambda y, t: losses.half_sum_squared_error([t], [y]), slopes={
        "w": Of(lambda w, x, b, t: neuron(w, x, b, t).weights_gradient[0], "w", "x", "b", "t"),
        "b": Of(lambda w, x, b, t: neuron(w, x, b, t).bias_gradient[0], "w", "x", "b", "t"),
        "y": Of(lambda w, x, b, t: neuron(w, x, b, t).output_gradient[0], "w", "x", "b", "t"),
    }),
    "q": Of(
        lambda w, x, b, t: linear(after(w, x, b, t)[0], x, after(w, x, b, t)[1]),
        code=lambda w, x, b, t: weighted_sum(x, *moved(w, x, b, t)),
    ),
    r"w \leftarrow": Of(lambda w, x, b, t: after(w, x, b, t)[0], code=lambda w, x, b, t: moved(w, x, b, t)[0]),
    r"b \leftarrow": Of(lambda w, x, b, t: after(w, x, b, t)[1], code=lambda w, x, b, t: moved(w, x, b, t)[1]),
    "i": Running(),
}  # fmt: skip
BY_HAND = {
    "w": decimals("0.5 1"), "x": [2, 1], "b": 0, "t": 1, r"\eta": mpf("0.1"),
    "y": PLAIN["y"], r"w \leftarrow": decimals("0.3 0.9"), r"b \leftarrow": mpf("-0.1"),
}  # fmt: skip

# the four samples of XOR

CORNERS, ANSWERS = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]


def answers(w, b, x):
    return oracle.array(linear(w, row, b) for row in x)


def xor_trace(w, b):
    return backpropagate(Network([Dense([w], [b])]), CORNERS, np.reshape(ANSWERS, (4, 1)), HALF).layers[0]


XOR = {
    "w": [0, 0], "b": mpf("0.5"), "x": CORNERS, "t": ANSWERS, "s": Running(),
    "y": Of(answers, "w", "b", "x", code=lambda w, b, x: weighted_sum(x, w, b)),
    "E": Of(lambda y, t: oracle.half_squared_error(t, y), slopes={
        "w": Of(lambda w, b: xor_trace(w, b).weights_gradient[0], "w", "b"),
        "b": Of(lambda w, b: xor_trace(w, b).bias_gradient[0], "w", "b"),
    }),
}  # fmt: skip

# one neuron with an activation function


def bent(f, name, loss=HALF, error=half_square):
    """Return the scope of a neuron with an activation function, given by the oracle and by the package's name."""
    function, slope = activations.ACTIVATIONS[name]
    inputs = ("w", "x", "b", "t")
    return {
        "w": Vector(3), "x": Vector(3), "b": Reals(), "t": Reals(0, 1), r"\eta": RATE, "i": Running(),
        "z": Of(linear, "w", "x", "b", code=lambda w, x, b: weighted_sum(x, w, b)),
        "y": Of(f, "z", code=function),
        "f": Function(f, code=function, code_slope=slope),
        "E": Of(error, "y", "t", slopes={
            "w": Of(lambda w, x, b, t: neuron(w, x, b, t, name, loss).weights_gradient[0], *inputs),
            "z": Of(lambda w, x, b, t: neuron(w, x, b, t, name, loss).delta[0], *inputs),
            "y": Of(lambda w, x, b, t: neuron(w, x, b, t, name, loss).output_gradient[0], *inputs),
        }),
        r"\delta": Of(lambda z, t, w, x, b: derivative(lambda v: error(f(v), t), z),
                      code=lambda z, t, w, x, b: neuron(w, x, b, t, name, loss).delta[0]),
        r"w \leftarrow": Of(lambda w, x, b, t: after(w, x, b, t, f)[0], code=lambda w, x, b, t: moved(w, x, b, t, name)[0]),
    }  # fmt: skip


BENT = bent(oracle.sigmoid, "sigmoid")
STRAIGHT = bent(lambda z: z, "identity")
TANH = bent(mpmath.tanh, "tanh")
CROSS = bent(oracle.sigmoid, "sigmoid", BCE, lambda y, t: -t * mpmath.log(y) - (1 - t) * mpmath.log(1 - y))

# two neighboring layers, and a last layer R behind them

L, NEXT, BEFORE = "^{(l)}", "^{(l+1)}", "^{(l-1)}"


def behind(u, R, t):
    return oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, oracle.matvec(R, oracle.entries(oracle.sigmoid, u))))


def sums(W, a, b):
    return oracle.matvec(W, a) + b


def through(z, V, c, R, t):
    return behind(sums(V, oracle.entries(oracle.sigmoid, z), c), R, t)


def traced(a, W, b, V, c, R, t):
    """Return what the package saw in the three layers."""
    layers = [Dense(np.eye(len(a))), Dense(W, b, "sigmoid"), Dense(V, c, "sigmoid"), Dense(R, activation="sigmoid")]
    return backpropagate(Network(layers), a, t, HALF).layers[1:]


GIVEN = (f"a{BEFORE}", f"W{L}", f"b{L}", f"W{NEXT}", f"b{NEXT}", "R", "t")
LAYERS = {
    "l": 1, "n_l": 3, "n_{l-1}": 2, "n_{l+1}": 4, "i": Running(), "j": Running(), "k": Running(), "x": Vector(2), "N": 5,
    f"a{BEFORE}": Vector(2), f"W{L}": Matrix(3, 2), f"b{L}": Vector(3), f"W{NEXT}": Matrix(4, 3), f"b{NEXT}": Vector(4),
    "a^{(0)}": Vector(2), "R": Matrix(2, 4), "t": Vector(2, 0, 1),
    f"z{L}": Of(sums, f"W{L}", f"a{BEFORE}", f"b{L}", code=lambda W, a, b: weighted_sum(a, W, b)),
    f"a{L}": Of(lambda z: oracle.entries(oracle.sigmoid, z), f"z{L}", code=activations.sigmoid),
    f"z{NEXT}": Of(sums, f"W{NEXT}", f"a{L}", f"b{NEXT}", code=lambda W, a, b: weighted_sum(a, W, b)),
    "E": Of(behind, f"z{NEXT}", "R", "t", slopes={
        f"z{L}": Of(lambda *given: traced(*given)[0].delta, *GIVEN),
        f"a{L}": Of(lambda *given: traced(*given)[0].output_gradient, *GIVEN),
        f"z{NEXT}": Of(lambda *given: traced(*given)[1].delta, *GIVEN),
        f"W{L}": Of(lambda *given: traced(*given)[0].weights_gradient, *GIVEN),
        f"b{L}": Of(lambda *given: traced(*given)[0].bias_gradient, *GIVEN),
    }),
    rf"\delta{L}": Of(
        lambda z, V, c, R, t, *rest: oracle.gradient(lambda v: through(v, V, c, R, t), z),
        f"z{L}", f"W{NEXT}", f"b{NEXT}", "R", "t", f"a{BEFORE}", f"W{L}", f"b{L}",
        code=lambda z, V, c, R, t, a, W, b: traced(a, W, b, V, c, R, t)[0].delta,
    ),
    rf"\delta{NEXT}": Of(
        lambda u, R, t, *rest: oracle.gradient(lambda v: behind(v, R, t), u), f"z{NEXT}", "R", "t", *GIVEN[:-2],
        code=lambda u, R, t, a, W, b, V, c: traced(a, W, b, V, c, R, t)[1].delta,
    ),
    "f": SIGMOID, r"\delta": Vector(3),
}  # fmt: skip
TARGET = {
    **LAYERS,
    "p": Of(lambda a, V, c, R, t: a - oracle.gradient(lambda v: behind(sums(V, v, c), R, t), a),
            f"a{L}", f"W{NEXT}", f"b{NEXT}", "R", "t"),
}  # fmt: skip

# the same for a batch of three samples, one in each row


def batch_sums(A, W, b):
    return np.array([sums(W, row, b) for row in A], dtype=object)


def batch_outputs(Z):
    return np.array([oracle.entries(oracle.sigmoid, row) for row in Z], dtype=object)


def batch_error(U, R, T):
    return sum(behind(u, R, t) for u, t in zip(U, T, strict=True))


def batch_deltas(Z, V, c, R, T):
    return np.array([oracle.gradient(lambda v, t=t: through(v, V, c, R, t), z) for z, t in zip(Z, T, strict=True)], dtype=object)


def batch_next_deltas(U, R, T):
    return np.array([oracle.gradient(lambda v, t=t: behind(v, R, t), u) for u, t in zip(U, T, strict=True)], dtype=object)


BATCH_GIVEN = (f"A{BEFORE}", f"W{L}", f"b{L}", f"W{NEXT}", f"b{NEXT}", "R", "T")


def batch_traced(A, W, b, V, c, R, T):
    layers = [Dense(np.eye(A.shape[1])), Dense(W, b, "sigmoid"), Dense(V, c, "sigmoid"), Dense(R, activation="sigmoid")]
    return backpropagate(Network(layers), A, T, HALF).layers[1:]


BATCH = {
    **{key: LAYERS[key] for key in ("l", "n_l", "n_{l-1}", "i", "j", f"W{L}", f"b{L}", f"W{NEXT}", f"b{NEXT}", "R", "f")},
    "N": 3, "s": Running(), f"A{BEFORE}": Matrix(3, 2), "T": Matrix(3, 2), "D": Matrix(3, 2),
    f"Z{L}": Of(batch_sums, f"A{BEFORE}", f"W{L}", f"b{L}", code=lambda A, W, b: weighted_sum(A, W, b)),
    f"A{L}": Of(batch_outputs, f"Z{L}", code=activations.sigmoid),
    f"Z{NEXT}": Of(batch_sums, f"A{L}", f"W{NEXT}", f"b{NEXT}", code=lambda A, W, b: weighted_sum(A, W, b)),
    "E": Of(batch_error, f"Z{NEXT}", "R", "T", slopes={
        f"W{L}": Of(lambda *given: batch_traced(*given)[0].weights_gradient, *BATCH_GIVEN),
        f"b{L}": Of(lambda *given: batch_traced(*given)[0].bias_gradient, *BATCH_GIVEN),
    }),
    f"D{L}": Of(
        lambda Z, V, c, R, T, *rest: batch_deltas(Z, V, c, R, T),
        f"Z{L}", f"W{NEXT}", f"b{NEXT}", "R", "T", f"A{BEFORE}", f"W{L}", f"b{L}",
        code=lambda Z, V, c, R, T, A, W, b: batch_traced(A, W, b, V, c, R, T)[0].delta,
    ),
    f"D{NEXT}": Of(
        lambda U, R, T, *rest: batch_next_deltas(U, R, T), f"Z{NEXT}", "R", "T", *BATCH_GIVEN[:-2],
        code=lambda U, R, T, A, W, b, V, c: batch_traced(A, W, b, V, c, R, T)[1].delta,
    ),
}  # fmt: skip

# the small network by hand

SMALL = {
    r"\delta": {1: [3, 0], 2: [2, -1]},
    r"\delta^{(1)}": Of(lambda: hidden_by_hand(), code=lambda: small()[0].delta),
    r"\delta^{(2)}": Of(lambda: oracle.gradient(lambda o: oracle.half_squared_error([1, -2], o), oracle.array([3, -3])),
                        code=lambda: small()[1].delta),
}  # fmt: skip


def hidden_by_hand():
    weights = oracle.array([[1, 2], [-1, 1]]).reshape(2, 2)
    return oracle.gradient(lambda z: oracle.half_squared_error([1, -2], oracle.matvec(weights, oracle.entries(oracle.relu, z))),
                           oracle.array([3, -1]))


def small():
    layers = [Dense([[1.0, 1.0], [2.0, -1.5]], activation="relu"), Dense([[1.0, 2.0], [-1.0, 1.0]])]
    return backpropagate(Network(layers), [1.0, 2.0], [1.0, -2.0], HALF).layers


TWO_TERMS = {
    "v": Reals(), "w": Reals(), "a": Reals(), "t": Reals(),
    "z": Of(lambda v, w, a: v * a + w * a * a),
    "E": Of(lambda z, t: half_square(oracle.sigmoid(z), t), "z", "t"),
    r"\delta": Of(lambda z, t: derivative(lambda u: half_square(oracle.sigmoid(u), t), z), "z", "t"),
}  # fmt: skip

MEANING = Meaning(
    {**BENT, "v": Reals(), "a": Reals(), "N": 5, "l": 1},
    sections={
        "widrow-hoff": PLAIN, "by-hand": BY_HAND, "one-step": PLAIN, "xor": XOR, "hidden": LAYERS, "hidden-by-hand": SMALL,
        "no-target": TARGET, "matrices": LAYERS, "batches": BATCH,
    },
    formulas={
        r"\delta = y - t": STRAIGHT, r"\delta = (y - t) (1 - y^2)": TANH,
        r"\delta = \frac{y - t}{y (1 - y)} \cdot y (1 - y) = y - t": CROSS,
        "f'(z) = a (1 - a)": {"a": Of(oracle.sigmoid, "z", code=activations.sigmoid)},
        "1 - a^2": {"a": Of(mpmath.tanh, "z")}, "1 - h^2": {"h": Of(mpmath.tanh, "z")},
        "a (1 - a)": {"a": Of(oracle.sigmoid, "z")}, r"h = \tanh(z)": {"h": Of(mpmath.tanh, "z")}, "h": {"h": Reals()},
        "z = v a + w a^2": TWO_TERMS, r"\frac{\partial E}{\partial a}": TWO_TERMS,
        r"""\frac{\partial E}{\partial a} = \frac{\partial E}{\partial z} \cdot \frac{\partial z}{\partial a}
        = \delta (v + 2 w a)""": TWO_TERMS,
        r"\delta x^\top": {r"\delta": Vector(3), "x": Vector(2)}, r"x \delta^\top": {r"\delta": Vector(3), "x": Vector(2)},
    },
    values={
        "1 - a^2": Of(lambda z: derivative(mpmath.tanh, z)), "1 - h^2": Of(lambda z: derivative(mpmath.tanh, z)),
        "a (1 - a)": Of(lambda z: derivative(oracle.sigmoid, z)),
        "(y - t) \\, y (1 - y)": Of(lambda z, t: derivative(lambda v: half_square(oracle.sigmoid(v), t), z)),
        "(y - t)^2": Of(lambda y, t: 2 * half_square(y, t)),
        "2 (y - t)": Of(lambda y, t: derivative(lambda v: (v - t) ** 2, y)),
        r"\frac{2}{10}": Of(lambda: mpf("0.2")),
    },
)  # fmt: skip
