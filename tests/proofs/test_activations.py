"""Proofs of the numbers on the pages about activation functions."""

import cmath
from functools import cache, partial

import mpmath
import numpy as np
import pytest
from mpmath import mpf

from oracle.activations import (
    ELEMENTWISE,
    complex_sigmoid,
    complex_softmax,
    leaky_relu,
    sigmoid,
    slope,
    softmax,
    softmax_jacobian,
    tanh,
)
from oracle.differentiation import STEP, central_difference, complex_step, derivative, partials, replaced
from oracle.network import norm
from oracle.precision import numbers, rounded


def sigmoid_slopes(x):
    """Return the derivative at every x by differences in many digits and by the complex step."""
    return {
        "central_difference": [derivative(sigmoid, xi) for xi in x],
        "complex_step": [complex_step(complex_sigmoid, float(xi)) for xi in x],
    }


def test_sigmoid(example, verify):
    ran = example("activations/sigmoid")
    x = numbers(ran.values["x"])
    verify("sigmoid(x)", ran.values["y"], mpmath=[sigmoid(xi) for xi in x])


def test_sigmoid_derivative(example, verify):
    ran = example("activations/sigmoid_derivative")
    x = numbers(ran.values["x"])
    verify("sigmoid(x)", ran.values["y"], mpmath=[sigmoid(xi) for xi in x])
    verify(
        "sigmoid'(x)",
        ran.values["derivative"],
        **sigmoid_slopes(x),
    )


def test_sigmoid_figure(figure, verify):
    data = figure("activations/sigmoid")
    x = numbers(data["x"])
    verify("x", data["x"], closed_form=[-8 + 16 * number / 64 for number in map(float, range(65))])
    verify("σ(x)", data["σ(x)"], mpmath=[sigmoid(xi) for xi in x])
    verify(
        "σ'(x)",
        data["σ′(x)"],
        **sigmoid_slopes(x),
    )


def test_sigmoid_maximum(example, verify):
    values = example("activations/sigmoid_maximum").values
    verify("sigmoid'(x), largest", values["slope_max"], by_hand=mpf(1) / 4, central_difference=derivative(sigmoid, 0))
    verify("x of the largest", values["x_max"], by_hand=0)
    verify("y of the largest", values["y_max"], by_hand=mpf(1) / 2)


def test_sigmoid_saturation(example, verify):
    values = example("activations/sigmoid_saturation").values
    x = numbers(values["x"])
    slopes = sigmoid_slopes(x)
    verify("sigmoid'(x)", values["slope"], **slopes)
    verify("share of the largest", values["share"], mpmath=[4 * slope for slope in slopes["central_difference"]])


def test_sigmoid_gate(example, verify):
    values = example("activations/sigmoid_gate").values
    gates = [sigmoid(z) for z in numbers(values["logits"])]
    verify("gate", values["gate"], mpmath=gates)
    verify("kept memory", values["kept"], mpmath=[mpf("0.8") * gate for gate in gates])


def test_sigmoid_precision(example, verify):
    values = example("activations/sigmoid_precision").values
    verify("sigmoid(-40)", values["mirrored"], mpmath=sigmoid(mpf(-40)))
    verify("1 - sigmoid(40)", values["subtracted"], rounded=rounded(lambda: 1 - sigmoid(mpf(40))))


def test_sigmoid_symmetry(example, verify):
    values = example("activations/sigmoid_symmetry").values
    verify("sigmoid(3)", values["y"], mpmath=sigmoid(mpf(3)))
    verify("sigmoid(-3)", values["mirrored"], mpmath=sigmoid(mpf(-3)))
    verify("sum", values["total"], by_hand=1)


def test_sigmoid_half_slope(example, verify):
    values = example("activations/sigmoid_half_slope").values
    root = mpmath.findroot(lambda x: derivative(sigmoid, x) - mpf(1) / 8, 2)
    verify("x", values["x"], mpmath=root, closed_form=2 * mpmath.log(1 + mpmath.sqrt(2)))
    verify("sigmoid(x)", values["y"], closed_form=(2 + mpmath.sqrt(2)) / 4)
    verify("sigmoid'(x)", values["slope"], by_hand=mpf(1) / 8, central_difference=derivative(sigmoid, root))


def test_sigmoid_keras(recorded, verify):
    verify("sigmoid(x)", recorded("activations/sigmoid_keras"), mpmath=[sigmoid(mpf(x)) for x in (-5, 0, 5)])


def test_sigmoid_pytorch(recorded, verify):
    printed = recorded("activations/sigmoid_pytorch")
    verify("sigmoid(x)", printed[::2], mpmath=[sigmoid(mpf(x)) for x in (-5, 0, 5)])
    verify(
        "sigmoid'(x)",
        printed[1::2],
        **sigmoid_slopes([-5, 0, 5]),
    )


def test_first_number(example, verify):
    values = example("activations/first_number").values
    verify("sigmoid'(0)", values["slope"], by_hand=mpf(1) / 4, complex_step=complex_step(complex_sigmoid, 0.0))


def leaky_slopes(x, alpha):
    """Return the derivative at every x but 0, by the complex step and by central differences in 50 digits."""
    assert 0 not in x
    return {
        "complex_step": [complex_step(lambda z: z if z.real > 0 else float(alpha) * z, float(xi)) for xi in x],
        "central_difference": [central_difference(lambda t: leaky_relu(t, mpf(alpha)), xi) for xi in x],
    }


def test_relu(example, verify):
    values = example("activations/relu").values
    x = numbers(values["x"])
    verify("relu(x)", values["y"], closed_form=[(xi + abs(xi)) / 2 for xi in x])
    verify("relu'(x)", values["derivative"], **leaky_slopes(x, 0))


def test_relu_at_zero(example, verify):
    values = example("activations/relu_at_zero").values
    verify("slope, at 0 by convention", values["slope"], by_hand=[0, 0, 0, 1])
    verify(
        "central difference of relu at 0",
        values["estimate"],
        by_hand=mpf(1) / 2,
        central_difference=central_difference(lambda t: leaky_relu(t, 0), mpf(0)),
    )


def test_relu_product(example, verify):
    values = example("activations/relu_product").values
    verify("product of ten slopes of ReLU", values["through_relu"], by_hand=1)
    verify("product of ten slopes of the sigmoid", values["through_sigmoid"], closed_form=mpf(2) ** -20)


def trained_neuron(bias, alpha, steps):
    """Return (negative samples, w, b) before each of `steps` updates of one neuron and after the last, in 50 digits."""
    w, b, path = mpf(1), mpf(bias), []
    samples = [(mpf(x), mpf(2 * x + 1)) for x in range(4)]
    for _ in range(steps + 1):
        sums = [w * x + b for x, _ in samples]
        path.append((sum(z < 0 for z in sums), w, b))
        slopes = [mpf(1) if z > 0 else alpha for z in sums]
        deltas = [
            (leaky_relu(z, alpha) - y) / 2 * slope for z, slope, (_, y) in zip(sums, slopes, samples, strict=True)
        ]
        w -= mpf("0.1") * sum(delta * x for delta, (x, _) in zip(deltas, samples, strict=True))
        b -= mpf("0.1") * sum(deltas)
    return path


def test_relu_dead(example, verify):
    values = example("activations/relu_dead").values
    for name, bias in (("dead", -4), ("resting", -1.5)):
        path = trained_neuron(bias, mpf(0), 1000)
        negative, w, b = values[name]
        verify(f"{name}: negative samples", negative, counting=path[0][0])
        verify(f"{name}: w, b", [w, b], mpmath=path[-1][1:])
    verify("targets", values["y_true"], counting=[2 * x + 1 for x in range(4)])
    verify("dead: w, b unchanged", values["dead"][1:], by_hand=[1, -4])


def test_leaky_relu_recovers(example, verify):
    values = example("activations/leaky_relu_recovers").values
    path = trained_neuron(-4, mpf("0.01"), 1000)
    shown = [path[step] for step in (0, 10, 20, 1000)]
    verify("negative samples", values["negative"], counting=[negative for negative, _, _ in shown])
    verify("w", values["w"], mpmath=[w for _, w, _ in shown])
    verify("b", values["b"], mpmath=[b for _, _, b in shown])


def test_leaky_relu(example, verify):
    values = example("activations/leaky_relu").values
    x = numbers(values["x"])
    verify("leaky_relu(x), 0.01", values["y"], mpmath=[leaky_relu(xi, mpf("0.01")) for xi in x])
    verify("leaky_relu'(x), 0.01", values["derivative"], **leaky_slopes(x, "0.01"))
    verify("leaky_relu(x), 0.3", values["y_wide"], mpmath=[leaky_relu(xi, mpf("0.3")) for xi in x])


def test_relu_figure(figure, verify):
    data = figure("activations/relu")
    x = [mpf(-3) + mpf(place) / 8 for place in range(41)]
    inner = [xi for xi in x if xi != 0]
    place = x.index(0)
    verify("x", data["x"], closed_form=x)
    for name, alpha in (("ReLU", "0"), ("Leaky ReLU", "0.3")):
        slopes = data[f"{name}′(x)"]
        verify(f"{name}(x)", data[f"{name}(x)"], mpmath=[leaky_relu(xi, mpf(alpha)) for xi in x])
        verify(f"{name}'(x)", [*slopes[:place], *slopes[place + 1:]], **leaky_slopes(inner, alpha))
        verify(f"slope of {name} at 0, by convention", slopes[place], by_hand=mpf(alpha))


PRELU_DATA = [(mpf(-2), mpf("-0.2")), (mpf(-1), mpf("-0.1")), (mpf("0.5"), mpf("0.5")), (mpf(2), mpf(2))]


def prelu_error(alpha):
    """Return the mean squared error of PReLU on the page's four samples."""
    return sum((leaky_relu(x, alpha) - y) ** 2 for x, y in PRELU_DATA) / 4


def test_prelu(example, verify):
    values = example("activations/prelu").values
    start = mpf(1) / 4
    verify(
        "dE/dalpha", values["first"], by_hand=mpf(3) / 8, central_difference=central_difference(prelu_error, start)
    )
    verify("alpha", values["alpha"], closed_form=[(2 + 3 * mpf("0.75") ** step) / 20 for step in range(21)])


def test_prelu_alpha_slope(example, verify):
    values = example("activations/prelu_alpha_slope").values
    x = numbers(values["x"])
    verify(
        "derivative by alpha",
        values["derivative"],
        closed_form=[min(xi, 0) for xi in x],
        central_difference=[central_difference(partial(leaky_relu, xi), mpf("0.25")) for xi in x],
    )
    assert values["error"] < 1e-9


def test_relu_difference(example, verify):
    values = example("activations/relu_difference").values
    verify("relu(x) - relu(-x)", values["difference"], closed_form=numbers(values["x"]))


def test_leaky_relu_product(example, verify):
    values = example("activations/leaky_relu_product").values
    negative = sum(z < 0 for z in values["z"])
    verify("product of ten slopes", values["product"], closed_form=mpf("0.01") ** negative)


def test_relu_keras(recorded, verify):
    verify(
        "relu(-2), relu(2), default slope, LeakyReLU(-2), initial alpha",
        recorded("activations/relu_keras"),
        by_hand=[0, 2, mpf("0.3"), mpf("-0.6"), 0],
    )


def test_relu_pytorch(recorded, verify):
    verify(
        "relu(-2), relu(2), slope at 0, default slope, LeakyReLU(-2), initial alpha",
        recorded("activations/relu_pytorch"),
        by_hand=[0, 2, 0, mpf("0.01"), mpf("-0.02"), mpf("0.25")],
    )


LOGITS = [mpf(2), mpf(1), mpf(-1)]


def softmax_slopes(x):
    """Return the rows of the Jacobian by differences in many digits and by the complex step."""
    places = range(len(x))
    plain = [float(xi) for xi in x]
    return {
        "central_difference": softmax_jacobian(x),
        "complex_step": [
            [complex_step(lambda t, i=i, j=j: complex_softmax(replaced(plain, j, t), i), plain[j]) for j in places]
            for i in places
        ],
    }


def test_softmax(example, verify):
    values = example("activations/softmax").values
    verify("softmax(x)", values["s"], mpmath=softmax(LOGITS))
    verify("sum", values["total"], by_hand=1)


def test_softmax_and_sigmoid(example, verify):
    values = example("activations/softmax_and_sigmoid").values
    x = numbers(values["x"])
    verify("softmax([0, x])[1]", values["second"], mpmath=[sigmoid(xi) for xi in x])
    verify("sigmoid(x)", values["single"], mpmath=[softmax([mpf(0), xi])[1] for xi in x])


def test_softmax_shift(example, verify):
    values = example("activations/softmax_shift").values
    verify("softmax([0, 1])", values["small"], closed_form=[sigmoid(mpf(-1)), sigmoid(mpf(1))])
    verify("softmax([1000, 1001])", values["large"], mpmath=softmax([mpf(1000), mpf(1001)]))
    assert all(value != value for value in values["naive"])


def test_softmax_raise_one(example, verify):
    s = example("activations/softmax_raise_one").values["s"]
    verify("softmax(x)", s, mpmath=[softmax([mpf(z), mpf(1), mpf(-1)]) for z in (2, 3, 4)])


def test_softmax_temperature(example, verify):
    s = example("activations/softmax_temperature").values["s"]
    temperatures = [mpf(10), mpf(1), mpf("0.1")]
    verify("softmax(x / T)", s, mpmath=[softmax([z / t for z in LOGITS]) for t in temperatures])


def loss_gradients(x, true):
    """Return the gradients of cross-entropy and MSE by the logits, each in closed form and by differences."""
    t = [mpf(i == true) for i in range(len(x))]
    s = softmax(x)
    jacobian = softmax_jacobian(x)
    losses = {
        "cross-entropy": lambda x: -mpmath.log(softmax(x)[true]),
        "MSE": lambda x: mpmath.fsum((si - ti) ** 2 for si, ti in zip(softmax(x), t, strict=True)) / len(x),
    }
    residual = [si - ti for si, ti in zip(s, t, strict=True)]
    formulas = {
        "cross-entropy": residual,
        "MSE": [2 * mpmath.fsum(r * row[j] for r, row in zip(residual, jacobian, strict=True)) / len(x) for j in range(len(x))],
    }
    return {
        name: {
            "closed_form": formulas[name],
            "central_difference": partials(loss, x),
        }
        for name, loss in losses.items()
    }


def norms(gradients):
    """Return the Euclidean norm of each gradient, source by source."""
    return {
        source: [norm(gradient[source]) for gradient in gradients]
        for source in gradients[0]
    }


def test_softmax_losses(example, verify):
    values = example("activations/softmax_losses").values
    points = [[c, mpf(0), mpf(0)] for c in numbers(values["confidence"])]
    gradients = [loss_gradients(x, 2) for x in points]
    verify("p(true)", values["probability"], closed_form=[1 / (mpmath.exp(x[0]) + 2) for x in points])
    verify("norm of the gradient, cross-entropy", values["cross_entropy"], **norms([g["cross-entropy"] for g in gradients]))
    verify("norm of the gradient, MSE", values["mse"], digits=7, **norms([g["MSE"] for g in gradients]))


def test_softmax_and_sigmoids(example, verify):
    values = example("activations/softmax_and_sigmoids").values
    separate = [sigmoid(z) for z in LOGITS]
    verify("softmax", values["shares"], mpmath=softmax(LOGITS))
    verify("sigmoid", values["separate"], mpmath=separate)
    verify("sum of the softmax", values["share_total"], by_hand=1)
    verify("sum of the sigmoids", values["separate_total"], mpmath=mpmath.fsum(separate))


def test_softmax_figure(figure, verify):
    data = figure("activations/softmax")
    verify("logit", data["logit"], by_hand=LOGITS)
    verify("softmax", data["softmax"], mpmath=softmax(LOGITS))
    verify("sigmoid", data["sigmoid"], mpmath=[sigmoid(z) for z in LOGITS])


def test_softmax_twice(example, verify):
    values = example("activations/softmax_twice").values
    once = softmax([mpf(10), mpf(0), mpf(-5)])
    verify("softmax(x)", values["once"], mpmath=once)
    verify("softmax(softmax(x))", values["twice"], mpmath=softmax(once))


def test_softmax_odds(example, verify):
    values = example("activations/softmax_odds").values
    verify("softmax(ln 6, ln 3, ln 1)", values["s"], closed_form=[mpf(count) / 10 for count in (6, 3, 1)])
    verify("softmax of twice the logits", values["doubled"], closed_form=[mpf(count) / 46 for count in (36, 9, 1)])


def test_softmax_uniform(example, verify):
    values = example("activations/softmax_uniform").values
    verify("softmax of equal logits", values["s"], by_hand=[mpf(1) / 4] * 4)
    verify("ds_i/dx_j, derivative", values["derivative"], **softmax_slopes([mpf(7)] * 4))


def test_softmax_keras(recorded, verify):
    printed = recorded("activations/softmax_keras")
    verify("softmax(x)", printed[:3], mpmath=softmax(LOGITS))
    verify("cross-entropy", printed[3], mpmath=-mpmath.log(softmax(LOGITS)[2]))


def test_softmax_pytorch(recorded, verify):
    printed = recorded("activations/softmax_pytorch")
    verify("softmax(x)", printed[:3], mpmath=softmax(LOGITS))
    verify("cross-entropy", printed[3], mpmath=-mpmath.log(softmax(LOGITS)[2]))
    verify("gradient", printed[4:], **loss_gradients(LOGITS, 2)["cross-entropy"])


COMPLEX_ACTIVATIONS = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
    "relu": lambda z: np.where(z.real > 0, z, 0),
}


def drawn(initializer, scale=1.0, size=32, layers=11):
    """Return x, the target and the weights of the pages' deep networks, drawn here by NumPy alone."""
    rng = np.random.default_rng(0)
    x, target = rng.normal(size=size), rng.normal(size=size)
    bound, deviation = np.sqrt(6 / (2 * size)), np.sqrt(2 / size)
    draw = {
        "glorot": lambda: rng.uniform(-bound, bound, size=(size, size)),
        "he": lambda: scale * rng.normal(0.0, deviation, size=(size, size)),
    }[initializer]
    return x, target, [draw() for _ in range(layers)]


def mp_delta_norms(x, target, weights, name):
    """Return the norm of dE/dz of every layer by the chain rule in 50 digits; the last layer is linear."""
    f = ELEMENTWISE[name]
    matrices = [[numbers(row) for row in w] for w in weights]
    a, sums = numbers(x), []
    for matrix in matrices:
        sums.append([mpmath.fdot(row, a) for row in matrix])
        a = [f(z) for z in sums[-1]]
    delta = [z - t for z, t in zip(sums[-1], numbers(target), strict=True)]
    norms = [mpmath.norm(delta)]
    for matrix, z in zip(matrices[:0:-1], sums[-2::-1], strict=True):
        back = [mpmath.fdot(column, delta) for column in zip(*matrix, strict=True)]
        delta = [b * central_difference(f, zi) for b, zi in zip(back, z, strict=True)]
        norms.insert(0, mpmath.norm(delta))
    return norms


def complex_delta_norms(x, target, weights, name):
    """Return the same norms from the complex step: every weighted sum is nudged, no derivative is written down."""
    f, norms = COMPLEX_ACTIVATIONS[name], []
    for layer in range(len(weights)):
        nudge = 1j * STEP * np.eye(len(x))
        a = np.tile(x.astype(complex), (len(x), 1))
        for number, w in enumerate(weights):
            z = a @ w.T + (nudge if number == layer else 0)
            a = f(z)
        error = np.sum((z - target) ** 2, axis=1) / 2
        norms.append(float(np.linalg.norm(error.imag / STEP)))
    return norms


@cache
def delta_norms(name, initializer="glorot", scale=1.0):
    """Return the norms from both sources."""
    network = drawn(initializer, scale)
    return {"mpmath": mp_delta_norms(*network, name), "complex_step": complex_delta_norms(*network, name)}


def of_layers(norms, choose):
    """Return what `choose` takes from the norms of each source."""
    return {source: choose(values) for source, values in norms.items()}


def assert_drawn(network, weights):
    """The weights that the example drew are the ones that the proof uses."""
    assert all(np.array_equal(layer.weights, w) for layer, w in zip(network.layers, weights, strict=True))


def test_vanishing_bound(example, verify):
    values = example("activations/vanishing_bound").values
    verify("layers", values["layers"], by_hand=range_list(1, 10))
    verify("0.25^n", values["bound"], closed_form=[mpf(2) ** (-2 * n) for n in range(1, 11)])


def range_list(first, last):
    """Return the whole numbers from the first to the last."""
    return list(range(first, last + 1))


def test_vanishing_weights(example, verify):
    values = example("activations/vanishing_weights").values
    factors = [mpf(1) / 4, mpf(1), mpf(2)]
    verify("factor of one layer", values["factor"], by_hand=factors)
    verify("product of ten layers", values["product"], closed_form=[factor**10 for factor in factors])


def test_vanishing_depth(example, verify):
    values = example("activations/vanishing_depth").values
    layers = next(n for n in range(100) if mpf(4) ** -n < mpf(10) ** -9)
    verify("layers", values["layers"], counting=layers)
    verify("0.25^n", values["bound"], closed_form=mpf(2) ** (-2 * layers))


def test_vanishing_doubling(example, verify):
    values = example("activations/vanishing_doubling").values
    verify("ratio of the norms", values["ratio"], closed_form=2**10)


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_vanishing_frameworks(recorded, verify, framework):
    norms = of_layers(delta_norms("sigmoid"), lambda n: [n[layer - 1] for layer in (1, 4, 7, 10)])
    verify("norm of the gradient dE/dz", recorded(f"activations/vanishing_{framework}"), **norms)


def tanh_slopes(x):
    """Return the derivative at every x by differences in many digits and by the complex step."""
    return {
        "central_difference": [derivative(tanh, xi) for xi in x],
        "complex_step": [complex_step(cmath.tanh, float(xi)) for xi in x],
    }


def test_tanh(example, verify):
    values = example("activations/tanh").values
    x = numbers(values["x"])
    verify("tanh(x)", values["y"], mpmath=[tanh(xi) for xi in x])
    verify("tanh'(x)", values["derivative"], **tanh_slopes(x))


def test_tanh_sigmoid(example, verify):
    values = example("activations/tanh_sigmoid").values
    x = numbers(values["x"])
    verify("tanh(x)", values["direct"], mpmath=[tanh(xi) for xi in x])
    verify("2 sigmoid(2x) - 1", values["from_sigmoid"], mpmath=[2 * sigmoid(2 * xi) - 1 for xi in x])
    grid = numbers(values["grid"][::100])
    assert max(abs(tanh(xi) - (2 * sigmoid(2 * xi) - 1)) for xi in grid) < mpf("1e-45")
    assert values["largest"] < 1e-15


def test_tanh_maximum(example, verify):
    values = example("activations/tanh_maximum").values
    verify("tanh'(x), sigmoid'(x), largest", values["largest"], by_hand=[1, mpf(1) / 4],
           central_difference=[derivative(tanh, 0), derivative(sigmoid, 0)])
    verify(
        "tanh'(3), sigmoid'(3)",
        values["at_three"],
        central_difference=[derivative(tanh, 3), derivative(sigmoid, 3)],
        complex_step=[complex_step(cmath.tanh, 3.0), complex_step(complex_sigmoid, 3.0)],
    )


def test_tanh_figure(figure, verify):
    data = figure("activations/tanh")
    x = [mpf(-5) + mpf(place) / 8 for place in range(81)]
    verify("x", data["x"], closed_form=x)
    verify("tanh(x)", data["tanh(x)"], mpmath=[tanh(xi) for xi in x])
    verify("tanh'(x)", data["tanh′(x)"], **tanh_slopes(x))
    verify(
        "sigmoid'(x)",
        data["σ′(x)"],
        **sigmoid_slopes(x),
    )


def test_tanh_precision(example, verify):
    values = example("activations/tanh_precision").values
    verify("1 - tanh(20)^2", values["subtracted"], rounded=rounded(lambda: 1 - mpmath.tanh(20) ** 2))
    verify("tanh'(20)", values["stable"], **tanh_slopes([mpf(20)]))


def test_tanh_from_output(example, verify):
    values = example("activations/tanh_from_output").values
    verify("x", values["x"], closed_form=mpmath.log(3) / 2)
    verify("tanh(x)", values["y"], by_hand=mpf(1) / 2)
    verify("tanh'(x)", values["slope"], by_hand=mpf(3) / 4, central_difference=derivative(tanh, mpmath.log(3) / 2))


def test_tanh_half_slope(example, verify):
    values = example("activations/tanh_half_slope").values
    root = mpmath.findroot(lambda x: derivative(tanh, x) - mpf(1) / 2, 1)
    verify("x and 2x", [values["x"], values["sigmoid_x"]], mpmath=[root, 2 * root])
    verify("tanh'(x)", values["tanh_slope"], by_hand=mpf(1) / 2, central_difference=derivative(tanh, root))
    verify("sigmoid'(2x)", values["sigmoid_slope"], by_hand=mpf(1) / 8, central_difference=derivative(sigmoid, 2 * root))


def test_tanh_keras(recorded, verify):
    verify("tanh(x)", recorded("activations/tanh_keras"), mpmath=[tanh(mpf(x)) for x in (-3, 0, 3)])


def test_tanh_pytorch(recorded, verify):
    printed = recorded("activations/tanh_pytorch")
    x = [mpf(-3), mpf(0), mpf(3)]
    verify("tanh(x)", printed[::2], mpmath=[tanh(xi) for xi in x])
    verify("tanh'(x)", printed[1::2], **tanh_slopes(x))


COMPLEX_ELEMENTWISE = {
    "identity": lambda z: z,
    "step": lambda z: complex(z.real > 0),
    "sigmoid": complex_sigmoid,
    "tanh": cmath.tanh,
    "relu": lambda z: z if z.real > 0 else 0j,
    "leaky_relu": lambda z: z if z.real > 0 else 0.01 * z,
}
OVERVIEW = {name: ELEMENTWISE[name] for name in COMPLEX_ELEMENTWISE}


def all_slopes(name, x):
    """Return the derivative at every x but 0 by differences in many digits and by the complex step."""
    assert 0 not in x
    return {
        "central_difference": [slope(name, xi) for xi in x],
        "complex_step": [complex_step(COMPLEX_ELEMENTWISE[name], float(xi)) for xi in x],
    }


def test_activation(example, verify):
    values = example("activations/activation").values
    z = mpf("0.5") * 2 - mpf("1.5") - mpf("0.1")
    verify("z", values["z"], closed_form=z)
    verify("f(z)", list(values["outputs"].values()), mpmath=[f(z) for f in OVERVIEW.values()])


def test_activations_table(example, verify):
    values = example("activations/activations_table").values
    x = numbers(values["x"])
    for name, f in OVERVIEW.items():
        verify(name, values["values"][name], mpmath=[f(xi) for xi in x])
        verify(f"{name}'", values["slopes"][name], **all_slopes(name, x))


def test_activations_figure(figure, verify):
    data = figure("activations/all")
    x = [mpf(-3) + mpf(place) / 8 for place in range(49)]
    place = x.index(0)
    inner = [xi for xi in x if xi != 0]
    verify("x", data["x"], closed_form=x)
    for name, f in OVERVIEW.items():
        slopes = data[f"{name}′"]
        verify(name, data[name], mpmath=[f(xi) for xi in x])
        verify(f"{name}'", [*slopes[:place], *slopes[place + 1:]], **all_slopes(name, inner))
        verify(f"slope of {name} at 0, that of the left side", slopes[place], mpmath=slope(name, 0))


def test_two_linear_layers(example, verify):
    values = example("activations/two_linear_layers").values
    first, second = ([numbers(row) for row in values[name]] for name in ("W1", "W2"))
    x = numbers(values["x"])
    b1, b2 = numbers(values["b1"]), numbers(values["b2"])
    hidden = [mpmath.fdot(row, x) + b for row, b in zip(first, b1, strict=True)]
    bent = [max(z, mpf(0)) for z in hidden]
    answer = [mpmath.fdot(row, hidden) + b for row, b in zip(second, b2, strict=True)]
    verify("two linear layers", values["two_layers"], mpmath=answer)
    verify("one layer", values["one_layer"], mpmath=answer)
    verify("ReLU in between", values["with_relu"],
           mpmath=[mpmath.fdot(row, bent) + b for row, b in zip(second, b2, strict=True)])
    assert values["difference"] < 1e-14


XOR = {(0, 0): 0, (0, 1): 1, (1, 0): 1, (1, 1): 0}


def test_xor_linear(example, verify):
    values = example("activations/xor_linear").values
    matrix = mpmath.matrix([[a, b, 1] for a, b in XOR])
    best = mpmath.lu_solve(matrix.T * matrix, matrix.T * mpmath.matrix(list(XOR.values())))
    verify("inputs", values["x"], by_hand=list(XOR))
    verify("targets", values["y_true"], by_hand=list(XOR.values()))
    verify("best linear answer", values["y"], by_hand=[mpf(1) / 2] * 4, mpmath=list(matrix * best))
    verify("mean squared error", values["error"], by_hand=mpf(1) / 4)


def xor_output(a, b, f):
    """Return relu or identity of x1 + x2, minus twice that of x1 + x2 - 1."""
    return f(a + b) - 2 * f(a + b - 1)


def test_xor_relu(example, verify):
    values = example("activations/xor_relu").values
    verify("inputs", values["x"], by_hand=[list(pair) for pair in XOR])
    verify("with ReLU", values["with_relu"], by_hand=list(XOR.values()))
    verify("without", values["without"], exact=[xor_output(a, b, lambda z: z) for a, b in XOR])


def test_linear_collapse(example, verify):
    values = example("activations/linear_collapse").values
    verify("both", [values["from_two"], values["from_one"]], exact=[3 * (2 * 5 + 1) - 2, 6 * 5 + 1])


def test_xor_relu_elsewhere(example, verify):
    values = example("activations/xor_relu_elsewhere").values
    verify("middle", values["middle"], closed_form=xor_output(mpf(1) / 2, mpf(1) / 2, lambda z: max(z, 0)))
    verify("far", values["far"], closed_form=xor_output(2, 2, lambda z: max(z, 0)))


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_xor_frameworks(recorded, verify, framework):
    verify("XOR", recorded(f"activations/xor_{framework}"), by_hand=list(XOR.values()))
