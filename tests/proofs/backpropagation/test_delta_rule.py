"""The proofs of the page backpropagation/delta-rule: examples, figures, facts and claims; formulas/ has its formulas."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from oracle.differentiation import complex_partials, derivative, partials
from oracle.network import decimals, network_gradients

SEEDS = range(20)
HALF = "half_sum_squared_error"
CORNERS, ANSWERS = ((0, 0), (0, 1), (1, 0), (1, 1)), (0, 1, 1, 0)


def half_square(z, t, f=lambda z: z):
    return (f(z) - t) ** 2 / 2


# one neuron


def adaline(rate, steps):
    """Follow the neuron in exact numbers, each step along central differences; return parameters and misses."""
    parameters, path, left = decimals("0.5 1 0"), [], []

    def error(v):
        return (2 * v[0] + v[1] + v[2] - 1) ** 2 / 2

    for _ in range(steps):
        path.append(list(parameters))
        left.append(2 * parameters[0] + parameters[1] + parameters[2] - 1)
        parameters = [p - rate * slope for p, slope in zip(parameters, partials(error, parameters), strict=True)]
    return path, left


def test_widrow_hoff(example, verify):
    values = example("backpropagation/widrow_hoff").values
    path, left = adaline(mpf("0.1"), 4)
    verify("w1, w2, b", values["path"], mpmath=path, absolute=1e-15,
           by_hand=decimals("0.5 1 0 0.3 0.9 -0.1 0.22 0.86 -0.14 0.188 0.844 -0.156"))
    verify("misses: the derivative by the sum", values["misses"], by_hand=[1, mpf("0.4"), mpf("0.16"), mpf("0.064")],
           central_difference=[derivative(lambda y: half_square(y, 1), m + 1) for m in left], absolute=1e-15)
    verify("inputs, target and rate", [values["x"], values["t"], values["rate"]], by_hand=[2, 1, 1, mpf("0.1")])


def test_step_left(example, fact, verify):
    ran = example("backpropagation/widrow_hoff").values
    verify("misses, and so gradients", ran["misses"], closed_form=[mpf("0.4") ** n for n in range(4)],
           by_hand=[1, mpf("0.4"), mpf("0.16"), mpf("0.064")], absolute=1e-15)
    stated = fact("backpropagation/step_left", factor=ran["misses"][1] / ran["misses"][0])
    verify("what is left of the miss", stated["factor"], by_hand=mpf("0.4"), mpmath=adaline(mpf("0.1"), 2)[1][1])


def test_large_rate(fact, verify):
    """Steps of the package at the rate of the exercise, and at the one that ends in one step."""
    def stepped(rate):
        network = Network([Dense([[0.5, 1.0]], [0.0])])
        gradients = backpropagate(network, [2.0, 1.0], [1.0], HALF).gradients
        w, b = network.parameters[0] - rate * gradients[0], network.parameters[1] - rate * gradients[1]
        return (w @ [2.0, 1.0] + b)[0] - 1.0

    values = fact("backpropagation/large_rate", rate=np.float64(0.5), miss=stepped(0.5),
                  perfect=1 / (1 + np.sum(np.square([2.0, 1.0]))))
    verify("rate", values["rate"], by_hand=mpf("0.5"))
    verify("miss", values["miss"], by_hand=-2, mpmath=adaline(mpf("0.5"), 2)[1][1])
    verify("rate that needs one step", values["perfect"], by_hand=mpf(1) / 6)
    assert abs(adaline(mpf(1) / 6, 2)[1][1]) < mpf(10) ** -30


def test_linear_xor(example, verify, claim):
    """The normal equations, solved exactly, say where any linear neuron has to end."""
    values = example("backpropagation/linear_xor").values
    matrix = mpmath.matrix([[*corner, 1] for corner in CORNERS])
    best = mpmath.lu_solve(matrix.T * matrix, matrix.T * mpmath.matrix(ANSWERS))
    reached = list(matrix * best)
    verify("lowest and highest answer", [values["lowest"], values["highest"]], digits=9, by_hand=[mpf("0.5")] * 2,
           closed_form=[min(reached), max(reached)])
    verify("all answers", values["answers"], digits=9, closed_form=reached * 20)
    claim("backpropagation/linear_xor_ends_at_half", bool((abs(values["answers"] - 0.5) < 1e-9).all()),
          seeds=len(values["answers"]))


def test_xor_misses(fact, verify):
    layer = Dense([[0.0, 0.0]], [0.5])
    trace = backpropagate(Network([layer]), np.array(CORNERS), np.reshape(ANSWERS, (4, 1)), "mean_squared_error")
    gaps = trace.y_pred[:, 0] - np.array(ANSWERS)
    values = fact("backpropagation/xor_misses", first=gaps[0], second=gaps[1], mse=trace.loss, starts=len(range(20)))
    verify("first and fourth miss", values["first"], by_hand=mpf("0.5"))
    verify("second and third miss", values["second"], by_hand=mpf("-0.5"))
    verify("mean squared error", values["mse"], by_hand=mpf("0.25"))
    verify("starts", values["starts"], by_hand=20)
    assert gaps[3] == gaps[0]
    assert gaps[2] == gaps[1]


def test_output_deltas(example, verify):
    values = example("backpropagation/output_deltas").values

    def cross(z):
        return -mpmath.log(oracle.sigmoid(z))

    outputs = [mpf(-4), mpmath.tanh(-4), oracle.sigmoid(mpf(-4)), oracle.sigmoid(mpf(-4))]
    verify("y", values["y"], mpmath=outputs)
    ways = [lambda z: half_square(z, 1), lambda z: half_square(z, 1, mpmath.tanh), lambda z: half_square(z, 1, oracle.sigmoid),
            cross]
    s, h = oracle.sigmoid(mpf(-4)), mpmath.tanh(-4)
    verify("delta, a derivative", values["delta"], closed_form=[-5, (h - 1) / mpmath.cosh(4) ** 2, (s - 1) * s * (1 - s), s - 1],
           central_difference=[derivative(way, mpf(-4)) for way in ways])


# hidden layers


def hidden_error(z):
    """The error of the small network, from the weighted sums of its hidden layer."""
    h = [oracle.relu(v) for v in z]
    return ((h[0] + 2 * h[1] - 1) ** 2 + (-h[0] + h[1] + 2) ** 2) / 2


def weights_error(w):
    return hidden_error([w[0] + 2 * w[1], w[2] + 2 * w[3]])


def output_error(w):
    return ((3 * w[0] - 1) ** 2 + (3 * w[2] + 2) ** 2) / 2 + 0 * w[1] + 0 * w[3]


def test_deltas_by_hand(example, verify, claim):
    values = example("backpropagation/deltas_by_hand").values
    verify("z, h, o, t", [values["z"], values["h"], values["o"], values["t"]], by_hand=[3, -1, 3, 0, 3, -3, 1, -2])
    verify("output deltas, derivatives", values["d2"], by_hand=[2, -1],
           central_difference=partials(lambda o: ((o[0] - 1) ** 2 + (o[1] + 2) ** 2) / 2, [mpf(3), mpf(-3)]))
    verify("hidden deltas, derivatives", values["d1"], by_hand=[3, 0],
           central_difference=partials(hidden_error, [mpf(3), mpf(-1)]))
    verify("gradient of W2", np.outer(values["d2"], values["h"]), by_hand=[6, 0, -3, 0],
           central_difference=partials(output_error, decimals("1 2 -1 1")))
    verify("gradient of W1", np.outer(values["d1"], values["x"]), by_hand=[3, 6, 0, 0],
           central_difference=partials(weights_error, decimals("1 1 2 -1.5")))
    verify("weights", [values["W1"], values["W2"]], by_hand=[1, 1, 2, mpf("-1.5"), 1, 2, -1, 1])
    claim("backpropagation/deltas_agree", deltas_agree(values["deltas"]), seeds=len(SEEDS))


def drawn(seed):
    """Return a random network's layers (W, b), a sample and its target."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 6, size=5)
    layers = [(rng.normal(size=(m, n)), rng.normal(size=m)) for n, m in pairwise(sizes)]
    return layers, rng.normal(size=sizes[0]), rng.normal(size=sizes[-1])


def deltas_agree(deltas):
    """Compare the page's function with the package, and with the gradients of the biases by the complex step."""
    held = []
    for seed in SEEDS:
        layers, x, t = drawn(seed)
        for name in ("sigmoid", "tanh", "relu"):
            trace = backpropagate(Network([Dense(W, b, name) for W, b in layers]), x, t, HALF)
            _, slope = activations.ACTIVATIONS[name]
            sums = [layer.weighted_sum for layer in trace.layers]
            ours = deltas([W for W, _ in layers], sums, (trace.y_pred - t) * slope(sums[-1]), slope)
            judge = network_gradients([(W, b, name) for W, b in layers], x, t, HALF)[1::2]
            held += [np.allclose(p, layer.delta, rtol=1e-10, atol=1e-14) for p, layer in zip(ours, trace.layers, strict=True)]
            held += [np.allclose(p, q, rtol=1e-9, atol=1e-14) for p, q in zip(ours, judge, strict=True)]
    return all(held) and len(held) == 20 * 3 * 8


def test_shares(figure, verify):
    values = figure("backpropagation/shares")
    out = partials(lambda o: ((o[0] - 1) ** 2 + (o[1] + 2) ** 2) / 2, [mpf(3), mpf(-3)])
    verify("output deltas, derivatives", values["out"], by_hand=[2, -1], central_difference=out)
    verify("shares", [values["share to 1"], values["share to 2"]], by_hand=[2, 1, 4, -1])
    by_outputs = partials(lambda h: ((h[0] + 2 * h[1] - 1) ** 2 + (-h[0] + h[1] + 2) ** 2) / 2, [mpf(3), mpf(0)])
    verify("collected, derivatives", values["collected"], by_hand=[3, 3], central_difference=by_outputs)
    verify("hidden deltas, derivatives", values["hidden"], by_hand=[3, 0],
           central_difference=partials(hidden_error, [mpf(3), mpf(-1)]))


def test_other_weight(fact, verify):
    layers = [Dense([[1.0, 1.0], [2.0, -1.5]], activation="relu"), Dense([[1.0, -2.0], [-1.0, 1.0]])]
    hidden, output = backpropagate(Network(layers), [1.0, 2.0], [1.0, -2.0], HALF).layers
    values = fact("backpropagation/other_weight", weight=layers[1].weights[0, 1], deltas=[*output.delta, *hidden.delta])
    verify("weight", values["weight"], by_hand=-2)

    def error(z):
        h = [oracle.relu(v) for v in z]
        return ((h[0] - 2 * h[1] - 1) ** 2 + (-h[0] + h[1] + 2) ** 2) / 2

    verify("deltas, derivatives", values["deltas"], by_hand=[2, -1, 3, 0], central_difference=[
        *partials(lambda o: ((o[0] - 1) ** 2 + (o[1] + 2) ** 2) / 2, [mpf(3), mpf(-3)]), *partials(error, [mpf(3), mpf(-1)])])


def test_five_layers(example, verify, fact):
    """Nudge every weighted sum by a complex step; and again by differences in 50 digits."""
    ran = example("backpropagation/five_layers").values
    rng = np.random.default_rng(0)
    matrices = [rng.normal(size=(m, n)) for n, m in pairwise((3, 4, 5, 4, 3, 2))]
    start = rng.normal(size=3)

    def ending(z, later):
        for matrix in later:
            z = matrix @ (1 / (1 + np.exp(-z)))
        return ((1 / (1 + np.exp(-z)) - np.array([0.2, 0.7])) ** 2).sum() / 2

    def precise(z, later):
        for matrix in later:
            z = [mpmath.fsum(mpf(float(w)) * oracle.sigmoid(v) for w, v in zip(row, z, strict=True)) for row in matrix]
        return sum((oracle.sigmoid(v) - mpf(goal)) ** 2 for v, goal in zip(z, (0.2, 0.7), strict=True)) / 2

    reached, nudged, exact = matrices[0] @ start, [], []
    for place in range(5):
        later = matrices[place + 1 :]
        nudged.append(complex_partials(lambda z, later=later: ending(np.array(z), later), list(reached)))
        exact.append(partials(lambda z, later=later: precise(z, later), [mpf(float(v)) for v in reached]))
        if later:
            reached = later[0] @ (1 / (1 + np.exp(-reached)))
    for place in range(5):
        verify(f"deltas of layer {place + 1}, derivatives", ran["slopes"][place + 1], digits=10,
               complex_step=nudged[place], central_difference=exact[place])
    shown = fact("backpropagation/deep_deltas", last=np.abs(ran["slopes"][5]).max(), first=np.abs(ran["slopes"][1]).max())
    for name, place in (("last", 4), ("first", 0)):
        verify(f"largest delta of the {name} layer, a derivative", shown[name], digits=10,
               complex_step=max(abs(v) for v in nudged[place]), central_difference=max(abs(v) for v in exact[place]))


def test_hidden_codes(example, verify, fact):
    """Train the same networks again without dlnotes: tanh, sigmoid and the chain rule written out."""
    ran = example("backpropagation/hidden_codes").values
    x, t = np.array(CORNERS, dtype=float), np.array(ANSWERS, dtype=float)[:, np.newaxis]
    found, right = set(), 0
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        front = rng.uniform(-1.0, 1.0, size=(4, 2))
        back = rng.uniform(-np.sqrt(6 / 5), np.sqrt(6 / 5), size=(1, 4))
        p, q = np.zeros(4), np.zeros(1)
        for _ in range(500):
            h = np.tanh(x @ front.T + p)
            miss = (1 / (1 + np.exp(-(h @ back.T + q))) - t) / 4
            carried = (miss @ back) / np.cosh(x @ front.T + p) ** 2
            back, q = back - miss.T @ h, q - miss.sum(axis=0)
            front, p = front - carried.T @ x, p - carried.sum(axis=0)
        h = np.tanh(x @ front.T + p)
        right += bool((((h @ back.T + q) > 0) == (t > 0.5)).all())
        found.add(tuple(sorted(tuple(int(v > 0) for v in column) for column in h.T)))
    verify("networks that solve XOR", ran["solved"], counting=right)
    verify("different hidden layers", len(ran["codes"]), counting=len(found))
    shown = fact("backpropagation/xor_codes", networks=len(SEEDS), solved=ran["solved"], codes=len(ran["codes"]))
    verify("networks", shown["networks"], by_hand=20)
    verify("solved", shown["solved"], counting=right)
    verify("codes", shown["codes"], counting=len(found))


# batches and signs


def test_batch_deltas(example, verify, fact):
    values = example("backpropagation/batch_deltas").values
    layers = [(layer.weights, layer.bias, layer.activation) for layer in values["network"].layers]
    whole = network_gradients(layers, values["X"], values["T"], HALF)
    averaged = network_gradients(layers, values["X"], values["T"], "mean_squared_error")
    verify("half the sum over the mean: two gradients", values["ratio"], digits=10, by_hand=5,
           complex_step=whole[0].flat[0] / averaged[0].flat[0])
    for place, layer in enumerate(values["batch"].layers):
        assert np.allclose(layer.delta.T @ layer.inputs, whole[2 * place], rtol=1e-9)
        assert np.allclose(layer.delta.sum(axis=0), whole[2 * place + 1], rtol=1e-9)
    shapes = [n for layer in values["batch"].layers for part in (layer.delta, layer.inputs) for n in part.shape]
    verify("shapes of D and A", shapes, by_hand=[5, 4, 5, 3, 5, 2, 5, 4])
    stated = fact("backpropagation/batch_facts", samples=values["X"].shape[0], outputs=values["T"].shape[1],
                  ratio=round(values["ratio"], 9))
    verify("samples", stated["samples"], by_hand=5)
    verify("outputs", stated["outputs"], by_hand=2)
    verify("ratio", stated["ratio"], by_hand=5)


def test_batch_deltas_by_hand(example, verify):
    values = example("backpropagation/batch_deltas_by_hand").values
    rng = np.random.default_rng(0)
    front, back = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
    rows, goals = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))

    def error(z):
        return ((np.tanh(np.reshape(z, (5, 4))) @ back.T - goals) ** 2).sum() / 2

    gaps = np.tanh(rows @ front.T) @ back.T - goals
    closed = [[sum(back[k, j] * gaps[s, k] for k in range(2)) / np.cosh(rows[s] @ front[j]) ** 2 for j in range(4)]
              for s in range(5)]
    verify("hidden deltas, derivatives", values["D1"], digits=10, closed_form=closed,
           complex_step=complex_partials(error, list((rows @ front.T).ravel())))
    verify("shapes", [*values["D1"].shape, *(values["D1"].T @ values["X"]).shape], by_hand=[5, 4, 4, 3])


def test_both_signs(example, verify):
    values = example("backpropagation/both_signs").values
    outputs = [left + 1 for left in adaline(mpf("0.1"), 4)[1]]
    verify("y - t with minus", values["minus"], by_hand=[2, mpf("1.4"), mpf("1.16"), mpf("1.064")], mpmath=outputs)
    verify("t - y with plus", values["plus"], mpmath=outputs)
    verify("mixed: uphill", values["mixed"], by_hand=[2, mpf("2.6"), mpf("3.56"), mpf("5.096")],
           mpmath=[left + 1 for left in adaline(mpf("-0.1"), 4)[1]])


# exercises, questions, libraries


def one_path(w):
    return (2 * mpmath.tanh(-w) - 1) ** 2 / 2


def test_find_delta_mistake(example, verify):
    values = example("backpropagation/find_delta_mistake").values
    h = mpmath.tanh(mpf("-0.5"))
    verify("the wrong number", values["found"], mpmath=2 * (2 * h - 1) * h * (1 - h) * -1)


def test_tanh_slope(fact, verify):
    layers = [Dense([[0.5]], activation="tanh"), Dense([[2.0]])]
    right = backpropagate(Network(layers), [-1.0], [1.0], HALF).gradients[0][0, 0]
    values = fact("backpropagation/tanh_slope", right=right)
    h = mpmath.tanh(mpf("-0.5"))
    verify("dE/dw", values["right"], central_difference=derivative(one_path, mpf("0.5")),
           closed_form=-2 * (2 * h - 1) * (1 - h * h))


def test_delta_facts(fact, verify):
    values = fact("backpropagation/delta_facts", zero=activations.relu_derivative(-1.0), one=activations.identity_derivative(3.0),
                  two=np.float64(2.0), minus_one=np.float64(-1.0), sum=np.float64(-4.0))
    for name, stated in (("zero", 0), ("one", 1), ("two", 2), ("minus_one", -1), ("sum", -4)):
        verify(name, values[name], by_hand=stated)


def test_delta_rule_pytorch(recorded, verify):
    out = recorded("backpropagation/delta_rule_pytorch")
    verify("deltas, derivatives", out, by_hand=[2, -1, 3, 0], central_difference=[
        *partials(lambda o: ((o[0] - 1) ** 2 + (o[1] + 2) ** 2) / 2, [mpf(3), mpf(-3)]),
        *partials(hidden_error, [mpf(3), mpf(-1)])])


def test_delta_rule_keras(recorded, verify):
    out = recorded("backpropagation/delta_rule_keras")
    verify("deltas, derivatives", out, by_hand=[2, -1, 3, 0], central_difference=[
        *partials(lambda o: ((o[0] - 1) ** 2 + (o[1] + 2) ** 2) / 2, [mpf(3), mpf(-3)]),
        *partials(hidden_error, [mpf(3), mpf(-1)])])
