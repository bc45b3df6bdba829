"""Proofs of the numbers on the pages about the network: tensors, the perceptron, layers."""

from itertools import product

import mpmath
import pytest
from mpmath import mpf

from oracle.activations import sigmoid, softmax, step
from oracle.differentiation import central_difference, partials
from oracle.network import dense, weighted
from oracle.network import perceptron as train
from oracle.precision import numbers

POINTS = [(0, 0), (0, 1), (1, 0), (1, 1)]
GATES = {
    "and": lambda p, q: p & q,
    "or": lambda p, q: p | q,
    "nand": lambda p, q: 1 - (p & q),
    "xor": lambda p, q: p ^ q,
}
HAND = {"and": ((1, 1), mpf("-1.5")), "or": ((1, 1), mpf("-0.5")), "nand": ((-1, -1), mpf("1.5"))}


def table(gate):
    """Return the points of a gate, each with its answer."""
    return [(p, GATES[gate](*p)) for p in POINTS]


def test_perceptron(example, verify):
    values = example("network/perceptron").values
    bikes = [["0.9", "0.5", "0.8"], ["0.4", "0.9", "0.6"], ["0.8", "0.1", "0.7"]]
    scores = [weighted([mpf("0.5"), mpf("0.2"), mpf("0.3")], map(mpf, bike), 0) for bike in bikes]
    verify("score", values["scores"], mpmath=scores)
    verify("score > threshold", values["above"], exact=[int(score > mpf("0.6")) for score in scores])
    verify("perceptron", values["answers"], exact=[int(score - mpf("0.6") > 0) for score in scores])


def test_weighted_sum(example, verify):
    values = example("network/weighted_sum").values
    expected = weighted(map(mpf, ["0.5", "0.2", "0.3"]), list(map(mpf, ["0.9", "0.5", "0.8"])), mpf("-0.6"))
    for name in ("by_loop", "by_dot", "by_package"):
        verify(name, values[name], mpmath=expected)


def test_perceptron_and(example, verify):
    values = example("network/perceptron_and").values
    history, updates = train(table("and"))
    verify("epoch, point, w1, w2, b of each update", values["updates"], exact=[(e, *x, *w, b) for e, x, w, b in updates])
    verify("epochs", values["epoch"], counting=len(history))
    verify("mistakes in the last epoch", values["mistakes"], counting=history[-1][0])
    verify("updates", len(values["updates"]), counting=sum(mistakes for mistakes, _, _ in history))


def test_perceptron_and_figure(figure, verify):
    data = figure("network/perceptron_and")
    _, updates = train(table("and"))
    verify("updates", data["update"], counting=[number for number, _ in enumerate(updates, start=1)])
    columns = list(zip(*[(*x, *w, b) for _, x, w, b in updates], strict=True))
    for name, expected in zip(("x1", "x2", "w1", "w2", "b"), columns, strict=True):
        verify(name, data[name], exact=list(expected))


@pytest.mark.parametrize("gate", ["and", "or", "nand"])
def test_a_learned_gate_is_right(gate):
    _, w, b = train(table(gate))[0][-1]
    assert [int(weighted(w, x, b) > 0) for x in POINTS] == [answer for _, answer in table(gate)]


def test_perceptron_gates(example, verify):
    values = example("network/perceptron_gates").values
    for gate in ("and", "or", "nand"):
        history, _ = train(table(gate))
        _, w, b = history[-1]
        verify(f"epochs, w1, w2, b of {gate}", values["learned"][gate], exact=[len(history), *w, b])


def test_perceptron_xor(example, verify):
    values = example("network/perceptron_xor").values
    history, _ = train(table("xor"))
    verify("mistakes", values["mistakes"], counting=[mistakes for mistakes, _, _ in history])
    states = [(0, 0, 0), *((*w, b) for _, w, b in history)]
    verify("w1, w2, b after each epoch", values["states"], exact=states)
    again = next(n for n in range(len(states)) if states[n] in states[:n])
    before = states.index(states[again])
    verify("epochs with equal w and b", [values["first"], values["before"]], counting=[again, before])
    assert all(history[n][0] for n in range(again)), "no mistakes before the repetition, and the same ones forever after"
    verify("epochs", len(values["mistakes"]), by_hand=1000)
    verify("epochs without a mistake", values["mistakes"].count(0), counting=sum(not m for m, _, _ in history))


def test_no_line_separates_xor():
    """No weights do it: the second and third inequality add up to w1 + w2 + 2b > 0, the others to <= 0."""
    for w1, w2, b in product(range(-6, 7), repeat=3):
        assert [int(weighted((w1, w2), x, b) > 0) for x in POINTS] != [answer for _, answer in table("xor")]


def test_xor_figure(figure, verify):
    data = figure("network/xor")
    middle = mpf(1) / 2
    verify("x1", data["x1"], by_hand=[*(p for p, _ in POINTS), middle])
    verify("x2", data["x2"], by_hand=[*(q for _, q in POINTS), middle])
    verify("answer", [int(a) for a in data["answer"][:-1]], exact=[answer for _, answer in table("xor")])


def test_perceptron_by_hand(example, verify):
    values = example("network/perceptron_by_hand").values
    for gate, (w, b) in HAND.items():
        verify(f"{gate} by hand", [*values["by_hand"][gate][0], values["by_hand"][gate][1]], by_hand=[*w, b])
        _, w, b = train(table(gate))[0][-1]
        unit = values["learned"][gate]
        verify(f"{gate} learned", [*unit.weights, unit.bias], exact=[*w, b])
        right = [answer for _, answer in table(gate)]
        verify(f"answers of {gate}, both", values["answers"][gate], exact=[right, right])


def test_xor_two_layers(example, verify):
    values = example("network/xor_two_layers").values
    verify("inputs", values["x"], by_hand=POINTS)
    hidden = [[p | q, 1 - (p & q)] for p, q in POINTS]
    verify("or and nand", values["hidden"], exact=hidden)
    verify("xor", values["output"], exact=[p ^ q for p, q in POINTS])


def test_perceptron_slope(example, verify):
    values = example("network/perceptron_slope").values
    z = [p + q - mpf("1.5") for p, q in POINTS]
    verify("z", values["z"], closed_form=z)
    slopes = [central_difference(step, zi) for zi in z]
    verify("step'(z)", values["slope"], central_difference=slopes, by_hand=[0] * 4)


def test_perceptron_three_inputs(example, verify):
    values = example("network/perceptron_three_inputs").values
    z = [ones - mpf("2.5") for ones in range(4)]
    verify("inputs", values["x"], exact=[[int(place < ones) for place in range(3)] for ones in range(4)])
    verify("z", values["z"], closed_form=z)
    verify("y", values["y"], exact=[int(zi > 0) for zi in z])


def test_perceptron_rate(example, verify):
    values = example("network/perceptron_rate").values
    for rate in (1.0, 0.5, 4.0):
        history, _ = train(table("and"), rate=mpf(rate))
        _, w, b = history[-1]
        verify(f"epochs, w1, w2, b at {rate}", values["found"][rate], exact=[len(history), *w, b])


def test_perceptron_product(example, verify):
    values = example("network/perceptron_product").values
    samples = [((p, q, p * q), p ^ q) for p, q in POINTS]
    history, _ = train(samples)
    _, w, b = history[-1]
    verify("epochs", values["epochs"], counting=len(history))
    verify("w1, w2, w3, b", [*values["unit"].weights, values["unit"].bias], exact=[*w, b])
    verify("by hand", values["by_hand"], exact=[int(p + q - 2 * p * q - mpf("0.5") > 0) for p, q in POINTS])


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_perceptron_in_a_framework(recorded, verify, framework):
    printed = recorded(f"network/perceptron_{framework}")
    z = [weighted(HAND["and"][0], x, HAND["and"][1]) for x in POINTS]
    verify("z", printed[::2], mpmath=z)
    verify("y", printed[1::2], exact=[p & q for p, q in POINTS])


def relu(z):
    """Return max(0, z) of each number."""
    return [max(mpf(0), zi) for zi in z]


def test_taxi_fare(example, verify):
    values = example("network/taxi_fare").values
    verify("distance", values["distance"], by_hand=[0, 2, 5])
    verify("fare", values["fare"], mpmath=[mpf("4.8") + mpf("1.2") * km for km in (0, 2, 5)])
    verify("without the base fare", values["without_bias"], mpmath=[mpf("1.2") * km for km in (0, 2, 5)])


DENSE = [[1, mpf("0.5")], [-1, mpf("0.25")], [mpf("0.5"), 1]], [2, 3], [0, mpf("0.5"), mpf("-0.25")]


def test_dense(example, verify):
    values = example("network/dense").values
    verify("z", values["z"], mpmath=dense(*DENSE))
    verify("a", values["a"], mpmath=relu(dense(*DENSE)))
    verify("shape of W", values["weights"].shape, counting=[len(DENSE[0]), len(DENSE[0][0])])
    lengths = [len(DENSE[1]), len(DENSE[0]), len(relu(dense(*DENSE)))]
    verify("lengths of x, z, a", [len(values[name]) for name in "xza"], counting=lengths)


def test_three_layers(example, verify):
    values = example("network/three_layers").values
    sizes, a, expected = [4, 5, 3, 2], numbers(values["x"]), [numbers(values["x"])]
    for layer, units, inputs, last in zip(values["network"].layers, sizes[1:], sizes, (False, False, True), strict=False):
        verify("shape of W, lengths of b and a", [*layer.weights.shape, *layer.bias.shape], by_hand=[units, inputs, units])
        z = dense([numbers(row) for row in layer.weights], a, numbers(layer.bias))
        a = softmax(z) if last else relu(z)
        expected += [z, a]
    verify("x, then z and a of each layer", [list(v) for v in values["values"]], mpmath=expected)
    verify("sum of the outputs", values["a"].sum(), by_hand=1)


def test_layers_figure(figure, verify):
    data = figure("network/layers")
    verify("units", data["units"], by_hand=[4, 5, 3, 2])
    verify("inputs", [int(text) for text in data["inputs"][1:]], by_hand=[4, 5, 3])
    verify("weights", data["weights"], exact=[0, 5 * 4, 3 * 5, 2 * 3])


def test_output_layer(example, verify):
    outputs = example("network/output_layer").values["outputs"]
    z = [mpf(2), mpf(-1), mpf("0.5")]
    expected = {"identity": z, "sigmoid": [sigmoid(zi) for zi in z], "softmax": softmax(z)}
    for name, a in expected.items():
        verify(name, outputs[name], mpmath=a)
        verify(f"sum of {name}", outputs[name].sum(), mpmath=sum(a))


def test_and_without_bias(example, verify):
    runs = example("network/and_without_bias").values["runs"]
    for name, bias in (("without", False), ("with", True)):
        history, _ = train(table("and"), bias=bias)
        mistakes, *state = runs[name]
        counted = [m for m, _, _ in history] + [0] * (1000 - len(history))
        verify(f"mistakes in each epoch, {name} a bias", mistakes, counting=counted)
        verify(f"w1, w2, b {name} a bias", state, exact=[*history[-1][1], history[-1][2]])
        verify("fewest mistakes", min(mistakes), counting=min(counted))


def test_no_line_through_the_origin_is_and():
    """No weights do it: w1 <= 0 and w2 <= 0 leave no way to w1 + w2 > 0."""
    for w in product(range(-9, 10), repeat=2):
        assert [int(weighted(w, x, 0) > 0) for x in POINTS] != [answer for _, answer in table("and")]


def test_weight_as_slope(example, verify):
    values = example("network/weight_as_slope").values
    w, x, b = [mpf("0.5"), mpf("-0.2"), mpf("0.3")], [mpf("0.9"), mpf("0.5"), mpf("0.8")], mpf("-0.6")

    slopes = partials(lambda x: weighted(w, x, b), x)
    verify("w", values["w"], by_hand=w)
    verify("dz/dx, derivative by differences", values["by_difference"], digits=9, central_difference=slopes, by_hand=w)
    verify("dz/dx, derivative by the complex step", values["by_complex_step"], central_difference=slopes, by_hand=w)


def test_transposed(example, verify):
    values = example("network/transposed").values
    w, x = [[1, 2], [3, 4]], [1, 10]
    verify("W x", values["right"], exact=dense(w, x, [0, 0]))
    verify("x W", values["wrong"], exact=dense(list(zip(*w, strict=True)), x, [0, 0]))


def test_layers_batch(example, verify):
    shapes = example("network/layers_batch").values["shapes"]
    verify("shapes", shapes, by_hand=[(8, 4), (8, 5), (8, 3), (8, 2)])


def test_parameters(example, verify):
    values = example("network/parameters").values
    pairs = [(sum(1 for _ in product(range(units), range(inputs))), units) for inputs, units in ((64, 32), (32, 10))]
    verify("number of the last layer", values["number"], counting=len(pairs))
    verify("weights and biases of each layer", values["counts"], counting=pairs)
    verify("parameters", values["total"], counting=sum(map(sum, pairs)), closed_form=64 * 32 + 32 + 32 * 10 + 10)


def test_boundary(example, verify):
    values = example("network/boundary").values
    for bias in (0, -3, 3):
        verify(f"border for b = {bias}", values["borders"][bias], closed_form=-mpf(bias) / 2)
        verify(f"answers for b = {bias}", values["answers"][bias], exact=[int(2 * x + bias > 0) for x in range(-2, 4)])


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_dense_in_a_framework(recorded, verify, framework):
    rows, columns, *a = recorded(f"network/dense_{framework}")
    shape = [len(DENSE[0]), len(DENSE[0][0])]
    verify("rows, columns", [rows, columns], counting=shape[::-1] if framework == "keras" else shape)
    verify("a", a, mpmath=relu(dense(*DENSE)))


MATRIX = [[1, 2, 3], [4, 5, 6]]


def test_tensors(example, verify):
    tensors = example("network/tensors").values["tensors"]
    expected = [(), (3,), (2, 3), (32, 28, 28), (32, 28, 28, 3)]
    dtypes = ["float64"] * 3 + ["uint8"] * 2
    for (name, tensor), shape, dtype in zip(tensors.items(), expected, dtypes, strict=True):
        verify(f"rank of {name}", tensor.ndim, counting=len(shape))
        verify(f"elements of {name}", tensor.size, counting=sum(1 for _ in product(*map(range, shape))))
        assert tensor.dtype == dtype
        assert tensor.shape == shape
        if shape:
            verify(f"shape of {name}", tensor.shape, by_hand=shape)


def test_seat(example, verify):
    values = example("network/seat").values
    order = {place: number for number, place in enumerate(product(range(2), range(3), range(4)))}
    verify("seats[1, 2, 3]", values["seat"], counting=order[1, 2, 3])
    ranks = [values[name].ndim for name in ("section", "row", "seat")]
    verify("ranks", ranks, by_hand=[2, 1, 0])
    verify("shapes", [*values["section"].shape, *values["row"].shape], by_hand=[3, 4, 4])


def test_axis_sum(example, verify):
    sums = example("network/axis_sum").values["sums"]
    down, across = [sum(column) for column in zip(*MATRIX, strict=True)], [sum(row) for row in MATRIX]
    for name, expected in (("axis=0", down), ("axis=1", across)):
        verify(f"sum over {name}", sums[name], exact=expected)
        verify(f"length of the sum over {name}", sums[name].shape, counting=[len(expected)])
    verify("sum of all", sums["all"], exact=sum(down))
    assert sums["all"].shape == ()


BATCH = [[1, 0], [0, 1], [1, 1], [2, 1]], [[1, 2], [3, -1], [0, 1]], [10, 20, 30]


def batch(x, w, b):
    """Return x W^T + b, sample by sample."""
    return [dense(w, sample, b) for sample in x]


def test_broadcast_bias(example, verify):
    values = example("network/broadcast_bias").values
    z = batch(*BATCH)
    verify("Z", values["Z"], exact=z)
    verify("Z by the loop", values["by_loop"], exact=z)
    verify("shapes of b and Z", [*values["b"].shape, *values["Z"].shape], counting=[len(BATCH[2]), len(z), len(z[0])])


def test_broadcasting_figure(figure, verify):
    data = figure("network/broadcasting")
    x, w, b = BATCH
    places = list(product(range(1, 5), range(1, 4)))
    verify("row", data["row"], counting=[row for row, _ in places])
    verify("column", data["column"], counting=[column for _, column in places])
    verify("X W^T", data["XWᵀ"], exact=batch(x, w, [0, 0, 0]))
    verify("b", data["b"], by_hand=[b[column - 1] for _, column in places])
    verify("Z", data["Z"], exact=batch(x, w, b))


def test_column_trap(example, verify):
    values = example("network/column_trap").values
    pairs = list(product((1, 2, 3), repeat=2))
    verify("differences", values["difference"], exact=[p - t for p, t in pairs])
    verify("shape of the differences", values["difference"].shape, by_hand=[3, 3])
    verify("mean of the squares, wrong", values["wrong"], closed_form=mpf(sum((p - t) ** 2 for p, t in pairs)) / len(pairs))
    verify("mean of the squares, right", values["right"], by_hand=0)


def test_dtypes(example, verify):
    values = example("network/dtypes").values
    verify("pixels", [int(pixel) for pixel in values["pixels"]], by_hand=[100, 250])
    verify("largest uint8", int(values["largest"]), closed_form=2**8 - 1)
    verify("uint8 sums", [int(pixel) for pixel in values["wrapped"]], exact=[(100 + 10) % 256, (250 + 10) % 256])
    verify("float64 sums", values["right"], exact=[100 + 10, 250 + 10])
    verify("2^24 in float32", float(values["big"]), closed_form=2**24)
    with mpmath.workprec(24):
        assert mpf(2**24) + 1 == 2**24, "the tie goes to the even neighbor"
    verify("2^24 + 1 in float32", float(values["same"]), closed_form=2**24)


def test_image_shapes(example, verify):
    values = example("network/image_shapes").values
    verify("shape of the mean image", values["mean_image"].shape, by_hand=[28, 28])
    verify("shape of the brightness", values["brightness"].shape, by_hand=[32])
    verify("shape of the flat images", values["flat"].shape, counting=[32, sum(1 for _ in product(range(28), range(28)))])


def test_times_table(example, verify):
    values = example("network/times_table").values
    table = [[p * q for q in range(1, 10)] for p in range(1, 10)]
    verify("table", values["table"], exact=table)
    verify("sum", values["table"].sum(), exact=sum(map(sum, table)), closed_form=45**2)
    verify("shapes", [*values["column"].shape, *values["row"].shape, *values["table"].shape], by_hand=[9, 1, 9, 9, 9])


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_tensors_in_a_framework(recorded, verify, framework):
    rank, *sums = recorded(f"network/tensors_{framework}")
    verify("rank", rank, by_hand=2)
    verify("sums", sums, exact=[*(sum(column) for column in zip(*MATRIX, strict=True)), *(sum(row) for row in MATRIX)])
    verify("shape", [len(MATRIX), len(MATRIX[0])], by_hand=[2, 3])


FIRST = ([[1, 1], [1, 1]], [0, -1]), ([[1, -2]], [0])


def first(x, f=relu):
    """Return h1, h2 and y of the first network."""
    (w1, b1), (w2, b2) = FIRST
    h = f(dense(w1, x, b1))
    return [*h, *dense(w2, h, b2)]


def test_first_network(example, verify):
    values = example("network/first_network").values
    verify("inputs", values["x"], by_hand=POINTS)
    verify("h", values["hidden"](values["x"]), exact=[first(x)[:2] for x in POINTS])
    verify("y", values["y"], exact=[p ^ q for p, q in POINTS])
    verify("without ReLU", values["y_flat"], exact=[2 - p - q for p, q in POINTS])
    assert [first(x)[2] for x in POINTS] == [p ^ q for p, q in POINTS]
    assert [first(x, f=list)[2] for x in POINTS] == [2 - p - q for p, q in POINTS]


def test_first_network_figure(figure, verify):
    data = figure("network/first_network")
    (w1, b1), (w2, b2) = FIRST
    weights = [*w1[0], *w1[1], *w2[0], *b1, *b2]
    assert data["quantity"] == [*(f"w{i}" for i in range(1, 7)), "b1", "b2", "b3", "x1", "x2", "h1", "h2", "y"]
    verify("weights, biases, and values", data["value"], exact=[*weights, 1, 1, *first((1, 1))])


def test_first_network_point(example, verify):
    values = example("network/first_network_point").values
    verify("h and y", [*values["h"], *values["y"]], mpmath=first((3, mpf("0.5"))))


def test_first_network_parameters(example, verify):
    values = example("network/first_network_parameters").values
    sizes = values["sizes"]
    counted = [sum(len(row) for row in w) for w, _ in FIRST], [len(b) for _, b in FIRST]
    expected = [number for pair in zip(*counted, strict=True) for number in pair]
    verify("weights and biases of each layer", sizes, counting=expected)
    verify("parameters", values["total"], counting=sum(expected))


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_first_network_in_a_framework(recorded, verify, framework):
    verify("y", recorded(f"network/first_network_{framework}"), exact=[p ^ q for p, q in POINTS])
