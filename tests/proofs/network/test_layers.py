"""What the page about layers states beyond its programs."""

from fractions import Fraction
from types import SimpleNamespace

import mpmath
import numpy as np

from dlnotes import activations
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network, Perceptron, weighted_sum
from dlnotes.optimizers import SGD
from dlnotes.training import fit
from oracle.activations import sigmoid
from oracle.precision import numbers


def test_output_ranges(fact, verify):
    low, high = activations.sigmoid(np.array([-1000.0, 1000.0])).tolist()
    total = float(activations.softmax([2.0, -1.0, 0.5]).sum())
    values = fact("network/output_ranges", sigmoid_lower=low, sigmoid_upper=high, softmax_sum=total)
    limits = [mpmath.limit(lambda n, sign=sign: sigmoid(sign * n), mpmath.inf) for sign in (-1, 1)]
    verify("where the sigmoid tends to", [values["sigmoid_lower"], values["sigmoid_upper"]], absolute=1e-15, mpmath=limits)
    verify("sum of the softmax", values["softmax_sum"], by_hand=1)


def by_hand(network, x):
    """Return what the layers of a network give at 50 digits, one after the other."""
    a = numbers(x)
    for layer in network.layers:
        z = [mpmath.fdot(numbers(row), a) + mpmath.mpf(b) for row, b in zip(layer.weights, layer.bias.tolist(), strict=True)]
        a = [max(mpmath.mpf(0), zi) for zi in z] if layer.activation == "relu" else [sigmoid(zi) for zi in z]
    return [float(ai) for ai in a]


def test_a_network_repeats_layers(claim):
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes([4, 5, 3, 2], rng, output_activation="sigmoid")
        for layer in network.layers:
            layer.bias += rng.normal(size=layer.bias.shape)
        x = rng.normal(size=4)
        held &= np.allclose(network(x), by_hand(network, x), rtol=1e-12, atol=0)
    claim("network/network_repeats_layers", held, seeds=20)


def mistakes_with_bias(rate_of_bias):
    """Return the mistakes of each of 1,000 epochs on AND, where the bias learns at a rate of its own."""
    x, target = logic_gate("and")
    w, b, mistakes = np.zeros(2), 0.0, []
    for _ in range(1000):
        mistakes.append(0)
        for xi, ti in zip(x, target, strict=True):
            error = float(ti - Perceptron(w, b)(xi))
            w, b = w + error * xi, b + rate_of_bias * error
            mistakes[-1] += error != 0
    return mistakes


def test_and_needs_a_bias(claim):
    without, having = mistakes_with_bias(0.0), mistakes_with_bias(1.0)
    claim("network/and_needs_bias", min(without) > 0 and having[-1] == 0, ablation=True)


def test_the_unit_changes_the_weight(claim):
    per_km, per_meter = Fraction("1.2"), Fraction("1.2") / 1000
    kilometers = [Fraction(0), Fraction(2), Fraction(5)]
    fares = [per_km * km for km in kilometers] == [per_meter * (1000 * km) for km in kilometers]
    computed = weighted_sum([[1000 * float(km)] for km in kilometers], [float(per_meter)], 4.8)
    same = np.allclose(computed, weighted_sum([[float(km)] for km in kilometers], [float(per_km)], 4.8), rtol=1e-12)
    claim("network/unit_changes_weight", fares and same and per_meter < per_km)


def error_of(weights, x):
    """Tell whether a layer with these weights refuses an input."""
    try:
        Dense(weights)(x)
    except ValueError:
        return True
    return False


def test_a_transposed_matrix(claim):
    held = True
    for seed in range(40):
        rng = np.random.default_rng(seed)
        square, oblong, x = rng.normal(size=(3, 3)), rng.normal(size=(2, 3)), rng.normal(size=3)
        silent = not error_of(square.T, x) and not np.allclose(Dense(square)(x), Dense(square.T)(x))
        held &= silent and error_of(oblong.T, x) and not error_of(oblong, x)
    claim("network/transposed_is_silent", held, seeds=40)


def test_the_first_axis_stays(claim):
    network = Network.from_sizes([4, 5, 3, 2], np.random.default_rng(0))
    shapes = []
    for samples in (1, 8, 100):
        a = np.ones((samples, 4))
        for layer in network.layers:
            a = layer(a)
            shapes.append(a.shape)
    claim("network/batch_axis_stays", shapes == [(samples, units) for samples in (1, 8, 100) for units in (5, 3, 2)])


W, BIAS = [["1", "0.5"], ["-1", "0.25"], ["0.5", "1"]], ["0", "0.5", "-0.25"]
BATCH = [(2, 3), (0, -1), (1, 1), (4, 0)]


def sums_of(x):
    """Return the weighted sums of the page's three neurons, exactly."""
    rows = [[Fraction(w) for w in row] for row in W]
    return [sum((w * xi for w, xi in zip(row, x, strict=True)), Fraction(b)) for row, b in zip(rows, BIAS, strict=True)]


def test_dense_by_hand(example, verify, claim):
    values = example("network/dense_by_hand").values
    verify("A", values["A"], mpmath=[[float(max(z, 0)) for z in sums_of(x)] for x in BATCH])
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        weights, bias, x = rng.normal(size=(3, 2)), rng.normal(size=3), rng.normal(size=(4, 2))
        ours = values["dense"](x, weights, bias, values["relu"])
        layer = Network([Dense(weights, bias, "relu")])
        expected = [by_hand(layer, sample) for sample in x]
        held &= np.allclose(ours, expected, rtol=1e-12, atol=1e-14) and np.allclose(ours, layer(x), rtol=1e-13, atol=1e-14)
    claim("network/dense_by_hand_agrees", held, seeds=20)


def test_batch_form(example, verify):
    values = example("network/batch_form").values
    expected = [[float(z) for z in sums_of(x)] for x in BATCH]
    verify("Z", values["Z"], mpmath=expected)
    verify("Z, sample by sample", values["one_by_one"], mpmath=expected)
    verify("shapes", [*values["X"].shape, *values["W"].T.shape, *values["Z"].shape], by_hand=[4, 2, 2, 3, 4, 3])


def sigmoid_of(z):
    return 1 / (1 + np.exp(-z))


def trained(start, epochs, activation, slope):
    """Train all networks at once on XOR by plain gradient descent of rate 1, written out; return their parameters."""
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float), np.array([[0], [1], [1], [0]], float)
    weights, last = (np.array([network.layers[place].weights for network in start]) for place in (0, 1))
    bias, last_bias = np.zeros((len(start), 1, weights.shape[1])), np.zeros((len(start), 1, 1))
    for _ in range(epochs):
        z = x @ weights.swapaxes(1, 2) + bias
        h = activation(z)
        error = (sigmoid_of(h @ last.swapaxes(1, 2) + last_bias) - t) / 4
        back = error * last * slope(z)
        last, last_bias = last - error.swapaxes(1, 2) @ h, last_bias - error.sum(axis=1, keepdims=True)
        weights, bias = weights - back.swapaxes(1, 2) @ x, bias - back.sum(axis=1, keepdims=True)
    h = activation(x @ weights.swapaxes(1, 2) + bias)
    right = ((h @ last.swapaxes(1, 2) + last_bias > 0) == (t > 0.5)).all(axis=(1, 2))
    return weights, right


def relu_and_slope():
    return (lambda z: np.maximum(z, 0)), (lambda z: (z > 0).astype(float))


def drawn_start(units, seed):
    """Return the first weights of a 2-units-1 network, drawn by NumPy as Glorot and Bengio say."""
    rng = np.random.default_rng(seed)
    shapes = [(units, 2), (1, units)]
    weights = [rng.uniform(-np.sqrt(6 / sum(shape)), np.sqrt(6 / sum(shape)), size=shape) for shape in shapes]
    return SimpleNamespace(layers=[SimpleNamespace(weights=w) for w in weights])


def starts(units, seeds, hidden="relu"):
    return [Network.from_sizes([2, units, 1], np.random.default_rng(seed), hidden, "sigmoid") for seed in range(seeds)]


def test_hidden_units(example, verify, claim):
    values = example("network/hidden_units").values
    drawn = {units: [drawn_start(units, seed) for seed in range(20)] for units in (1, 2, 4, 8)}
    counts = {units: int(trained(start, 100, *relu_and_slope())[1].sum()) for units, start in drawn.items()}
    verify("seeds", values["seeds"], by_hand=20)
    verify("neurons", values["sizes"], by_hand=list(counts))
    verify("solved", values["solved"], counting=list(counts.values()))
    many = {units: int(trained(starts(units, 100), 100, *relu_and_slope())[1].sum()) for units in (1, 2, 4, 8)}
    claim("network/more_units_solve_xor", 0 == many[1] < many[2] < many[4] < many[8], seeds=100, ablation=True)
    longer = {units: int(trained(starts(units, 20), 1000, *relu_and_slope())[1].sum()) for units in (1, 2, 4, 8)}
    claim("network/more_epochs_do_not_help", longer == counts, seeds=20, ablation=True)


def test_equal_start(example, verify, claim):
    values = example("network/equal_start").values
    random = starts(2, 20, "tanh")
    same = starts(2, 20, "tanh")
    for network in same:
        for layer in network.layers:
            layer.weights[:] = layer.weights[0, 0]
    alike = []
    for networks in (random, same):
        weights, _ = trained(networks, 50, np.tanh, lambda z: 1 - np.tanh(z) ** 2)
        alike.append(int((np.abs(weights[:, 0] - weights[:, 1]).max(axis=1) < 1e-12).sum()))
    verify("seeds", values["seeds"], by_hand=20)
    verify("alike", values["alike"], counting=alike)
    claim("network/equal_neurons_stay_equal", alike == [0, 20], seeds=20, ablation=True)


def test_last_axis(example, verify):
    values = example("network/last_axis").values
    verify("shapes", [*values["X"].shape, *values["Z"].shape], by_hand=[20, 5, 20, 10])
    verify("parameters", values["parameters"], counting=sum(1 for _ in range(10) for _ in range(5)) + 10)


def test_zero_biases(fact, verify, claim):
    networks = [Network.from_sizes([4, 3, 2], np.random.default_rng(seed)) for seed in range(20)]
    largest = max(float(np.abs(layer.bias).max()) for network in networks for layer in network.layers)
    values = fact("network/zero_start", bias=largest)
    verify("the largest bias at the start", values["bias"], by_hand=0)
    claim("network/biases_start_at_zero", all(not layer.bias.any() for network in networks for layer in network.layers), seeds=20)


def test_a_zero_bias_learns(claim):
    held = True
    x, target = logic_gate("xor")
    for seed in range(20):
        network = Network.from_sizes([2, 4, 1], np.random.default_rng(seed), "tanh", "sigmoid")
        fit(network, x, target[:, np.newaxis], "binary_crossentropy", SGD(1.0), epochs=10)
        held &= all((np.abs(layer.bias) > 1e-6).any() for layer in network.layers)
    claim("network/zero_biases_learn", held, seeds=20)


def test_identical_rows(claim):
    """Two neurons with equal weights in, equal biases and equal weights out receive equal derivatives."""
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        row, out = rng.normal(size=3), rng.normal()
        network = Network([Dense([row, row], [0.1, 0.1], "tanh"), Dense([[out, out]], [0.0], "sigmoid")])
        found = backpropagate(network, rng.normal(size=(5, 3)), rng.integers(0, 2, size=(5, 1)), "binary_crossentropy")
        held &= np.array_equal(*found.gradients[0])
    claim("network/equal_neurons_equal_gradients", held, seeds=20)


def test_count_parameters(example, verify, claim):
    values = example("network/count_parameters").values
    verify("parameters of 4-6-2", values["small"], counting=4 * 6 + 6 + 6 * 2 + 2)
    verify("parameters of 64-32-10", values["large"], counting=64 * 32 + 32 + 32 * 10 + 10)
    held = True
    for sizes in ([1, 1], [4, 5, 3, 2], [2, 8, 8, 1]):
        parameters = Network.from_sizes(sizes, np.random.default_rng(0)).parameters
        held &= values["count_parameters"](sizes) == sum(part.size for part in parameters)
    claim("network/count_parameters_agrees", held)


def test_bias_column(example, verify, claim):
    values = example("network/bias_column").values
    samples = BATCH[:3]
    verify("right", values["right"], mpmath=[[float(z) for z in sums_of(x)] for x in samples])
    shifted = [
        [float(z - Fraction(own) + Fraction(given)) for z, own in zip(sums_of(x), BIAS, strict=True)]
        for x, given in zip(samples, BIAS, strict=True)
    ]
    verify("wrong", values["wrong"], mpmath=shifted)
    verify("shape of the column", values["column"].shape, by_hand=[3, 1])
    claim("network/column_bias_is_silent", not np.allclose(values["right"], values["wrong"]))


def test_narrow_layers_back(fact, verify):
    weights = np.ones((3, 5))
    back = weights.T @ np.ones(3)
    values = fact("network/narrow_layer", weights=weights, back=back)
    verify("shapes of W and of what goes back", [*values["weights"].shape, *values["back"].shape], by_hand=[3, 5, 5])
    verify("W", values["weights"], by_hand=[[1] * 5] * 3)
    verify("what goes back", values["back"], by_hand=[3] * 5)


def test_one_neuron_cannot_solve_xor(claim):
    """One hidden neuron makes the network's answer monotone in one weighted sum, and so a line."""
    held = True
    for seed in range(200):
        rng = np.random.default_rng(seed)
        network = Network([Dense(rng.normal(size=(1, 2)), rng.normal(size=1), "relu"),
                           Dense(rng.normal(size=(1, 1)), rng.normal(size=1), "sigmoid")])
        held &= (network([[0, 0], [0, 1], [1, 0], [1, 1]])[:, 0] > 0.5).tolist() != [False, True, True, False]
    claim("network/one_neuron_is_too_few", held, seeds=200)


def test_weight_slope_by_hand(fact, verify):
    values = fact("network/weight_slope_by_hand", moved=0.5 + 0.1)
    verify("x2 after the move", values["moved"], mpmath=mpmath.mpf("0.5") + mpmath.mpf("0.1"))


def test_linear_shape(fact, verify):
    values = fact("network/linear_shape", weights=Dense(np.ones((5, 3))).weights)
    verify("a weight for each of five neurons and three inputs", values["weights"], by_hand=[[1] * 3] * 5)


def test_and_table(fact, verify):
    x, target = logic_gate("and")
    _, xor = logic_gate("xor")
    values = fact("network/and_table", points=x, target=target, xor=xor)
    points = [(0, 0), (0, 1), (1, 0), (1, 1)]
    verify("points", values["points"], counting=points)
    verify("AND", values["target"], counting=[p & q for p, q in points])
    verify("XOR", values["xor"], counting=[p ^ q for p, q in points])


def test_the_sum_at_the_origin(fact, verify):
    rng = np.random.default_rng(0)
    values = fact("network/origin_sum", z=max(abs(float(weighted_sum([0.0, 0.0], rng.normal(size=2)))) for _ in range(20)))
    verify("the sum at the origin without a bias", values["z"], by_hand=0)
