"""The proofs of the page backpropagation/index: examples, figures, facts and claims."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from oracle import formulas as oracle
from oracle.differentiation import complex_partials, derivative, partials
from oracle.network import chain_rule, decimals, half_squared_error, network_gradients, network_loss

SEEDS = range(20)
HALF = "half_sum_squared_error"
WEIGHTS = decimals("0.30 0.25 0.40 0.35 0.45 0.40 0.70 0.60")
X, TARGETS = decimals("0.1 0.2"), decimals("0.4 0.6")


def chain_error(w, x=2, t=1, relu=oracle.relu):
    return (w[1] * relu(w[0] * x) - t) ** 2 / 2


def test_one_round(example, verify):
    values = example("backpropagation/one_round").values
    start, slopes = [mpf("0.5"), mpf(3)], partials(chain_error, [mpf("0.5"), mpf(3)])
    verify("z, h, y, E", [values[name] for name in ("z", "h", "y", "E")], by_hand=[1, 1, 3, 2])
    verify("dE/dy, dE/dh, dE/dz", [values[name] for name in ("dE_dy", "dE_dh", "dE_dz")], by_hand=[2, 6, 6],
           central_difference=[derivative(lambda y: (y - 1) ** 2 / 2, 3), derivative(lambda h: (3 * h - 1) ** 2 / 2, 1),
                               derivative(lambda z: (3 * oracle.relu(z) - 1) ** 2 / 2, 1)])
    verify("dE/dw1, dE/dw2", [values["dE_dw1"], values["dE_dw2"]], by_hand=[12, 2], central_difference=slopes)
    stepped = [w - mpf("0.01") * slope for w, slope in zip(start, (12, 2), strict=True)]
    verify("new weights", [values["new_w1"], values["new_w2"]], mpmath=stepped)
    verify("new y", values["new_y"], mpmath=stepped[1] * stepped[0] * 2)
    verify("new E", values["new_E"], mpmath=chain_error(stepped))


def test_five_steps(figure, verify):
    """The package's numbers are those that one finds in the head."""
    values = figure("backpropagation/five_steps")
    stated = ["2", "1", "1", "3", "1", "2", "2", "6", "6", "0.5", "3", "12", "2", "0.38", "2.98"]
    verify("gradient and values", values["value"], by_hand=[mpf(text) for text in stated], central_difference=[
        2, 1, 1, 3, 1, 2, derivative(lambda y: (y - 1) ** 2 / 2, 3), derivative(lambda h: (3 * h - 1) ** 2 / 2, 1),
        derivative(lambda z: (3 * oracle.relu(z) - 1) ** 2 / 2, 1), mpf("0.5"), 3,
        *partials(chain_error, [mpf("0.5"), mpf(3)]), mpf("0.38"), mpf("2.98")])


def drawn(seed):
    """Return a random network's layers (W, b), a sample and its target."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 6, size=4)
    layers = [(rng.normal(size=(m, n)), rng.normal(size=m)) for n, m in pairwise(sizes)]
    return layers, rng.normal(size=sizes[0]), rng.uniform(size=sizes[-1])


def test_backward_by_hand(example, verify, claim):
    ran = example("backpropagation/backward_by_hand").values
    held = []
    for seed in SEEDS:
        layers, x, t = drawn(seed)
        ours = [g for pair in ran["gradients"](layers, x, t) for g in pair]
        package = backpropagate(Network([Dense(W, b, "sigmoid") for W, b in layers]), x, t, HALF).gradients
        judge = network_gradients([(W, b, "sigmoid") for W, b in layers], x, t, HALF)
        held += [np.allclose(p, q, rtol=1e-9, atol=1e-15) for p, q in zip(ours, package, strict=True)]
        held += [np.allclose(p, q, rtol=1e-9, atol=1e-15) for p, q in zip(ours, judge, strict=True)]
    claim("backpropagation/backward_by_hand_agrees", all(held), seeds=len(SEEDS))
    shapes = [part.shape for pair in ran["slopes"] for part in pair]
    verify("shapes", [n for shape in shapes for n in shape], by_hand=[3, 2, 3, 4, 3, 4, 2, 4, 2])


def tanh_error(w):
    """Return the error of the exercise's network for its 6 + 6 weights."""
    h = [np.tanh(w[2 * j] * 0.1 + w[2 * j + 1] * 0.2) for j in range(3)]
    o = [np.tanh(sum(w[6 + 3 * i + j] * h[j] for j in range(3))) for i in range(2)]
    return ((o[0] - 0.4) ** 2 + (o[1] - 0.6) ** 2) / 2


TANH = [0.30, 0.25, 0.40, 0.35, 0.2, -0.3, 0.45, 0.40, 0.1, 0.70, 0.60, -0.2]


def test_backward_tanh(example, verify, claim):
    values = example("backpropagation/backward_tanh").values

    def precise(w1):
        w = [mpf(repr(v)) for v in TANH]
        w[0] = w1
        h = [mpmath.tanh(w[2 * j] * mpf("0.1") + w[2 * j + 1] * mpf("0.2")) for j in range(3)]
        o = [mpmath.tanh(sum(w[6 + 3 * i + j] * h[j] for j in range(3))) for i in range(2)]
        return ((o[0] - mpf("0.4")) ** 2 + (o[1] - mpf("0.6")) ** 2) / 2

    found = complex_partials(tanh_error, TANH)
    verify("dE/dw1", values["slope"], digits=12, central_difference=derivative(precise, mpf("0.3")), complex_step=found[0])
    ours = np.concatenate([g.ravel() for g in values["gradients"]([values["W1"], values["W2"]], values["x"], values["t"])])
    claim("backpropagation/tanh_version_is_right", bool(np.allclose(ours, found, rtol=1e-12)))


def test_backward_order(example, verify):
    """A network with the same weights, forward and differentiated by the oracle."""
    values = example("backpropagation/backward_order").values
    rng = np.random.default_rng(0)
    weights = [rng.uniform(-(6 / (n + m)) ** 0.5, (6 / (n + m)) ** 0.5, size=(m, n)) for n, m in ((2, 3), (3, 3), (3, 1))]
    a, slopes = [np.array([1.0, -1.0])], {}
    for number, w in enumerate(weights, start=1):
        z = w @ a[-1]
        a.append(z if number == 3 else np.tanh(z))

    def later(number):
        def error(z):
            for place in range(number, 4):
                out = z if place == 3 else np.tanh(z)
                z = weights[place] @ out if place < 3 else out
            return ((z[0] + 0.5) ** 2) / 2
        return error

    for number in (1, 2, 3):
        reached = list(weights[number - 1] @ a[number - 1])
        slopes[number] = complex_partials(lambda z, number=number: later(number)(np.array(z)), reached)
    found = values["trace"].layers
    closed = {3: np.array([a[3][0] + 0.5])}
    for number in (2, 1):
        closed[number] = weights[number].T @ closed[number + 1] * (1 - a[number] ** 2)
    verify("E", values["trace"].loss, closed_form=(a[3][0] + 0.5) ** 2 / 2, digits=12)
    sums_of_layers = [w @ before for w, before in zip(weights, a, strict=False)]
    verify("weighted sums", np.concatenate([layer.weighted_sum for layer in found]), digits=12,
           closed_form=np.concatenate(sums_of_layers))
    verify("outputs", np.concatenate([layer.output for layer in found]), closed_form=np.concatenate(a[1:]), digits=12)
    one, other = (np.concatenate([source[n] for n in (1, 2, 3)]) for source in (closed, slopes))
    verify("delta = dE/dz", np.concatenate([layer.delta for layer in found]), digits=12, closed_form=one, complex_step=other)


def test_two_errors(example, verify):
    values = example("backpropagation/two_errors").values
    y, t = mpf("0.8"), mpf(1)
    verify("squared error", values["squared"], closed_form=(y - t) ** 2)
    verify("cross-entropy", values["entropy"], mpmath=-mpmath.log(y))
    verify("dE/dy of the squared error", values["squared_slope"], closed_form=2 * (y - t),
           central_difference=derivative(lambda v: (v - t) ** 2, y))
    verify("dE/dy of cross-entropy", values["entropy_slope"], closed_form=-1 / y,
           central_difference=derivative(lambda v: -t * mpmath.log(v) - (1 - t) * mpmath.log(1 - v), y))


def test_three_gradients(example, verify, claim):
    values = example("backpropagation/three_gradients").values
    slopes, expected = partials(lambda w: half_squared_error(w, X, TARGETS), WEIGHTS), chain_rule(WEIGHTS, X, TARGETS)[0]
    verify("dE/dw by backpropagation", values["exact"], central_difference=slopes, closed_form=expected)
    verify("dE/dw by differences", values["nudged"], digits=6, central_difference=slopes, closed_form=expected)
    verify("dE/dw by the complex step", values["imaginary"], central_difference=slopes, closed_form=expected)
    apart = np.max(np.abs(values["exact"] - values["imaginary"])) / np.max(np.abs(values["exact"]))
    rounded = np.max(np.abs(values["exact"] - values["nudged"]))
    claim("backpropagation/three_gradients_agree", bool(apart < 1e-14 and rounded < 1e-10))


def test_difference_passes(fact, verify):
    """Count the forward passes by differences, and the parameters one layer after the other."""
    network = Network.from_sizes([784, 128, 64, 10], np.random.default_rng(0))
    values = fact("backpropagation/difference_passes", passes=2 * sum(p.size for p in network.parameters))
    verify("forward passes", values["passes"], counting=2 * (784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10))


def test_same_gradient(example, verify):
    values = example("backpropagation/same_gradient").values

    def one(w):
        return (oracle.sigmoid(w[0] / 2 + w[1] / 2) - 1) ** 2 / 2

    slopes = partials(one, decimals("0.45 0.40"))
    o = oracle.sigmoid(mpf("0.425"))
    g = (o - 1) * o * (1 - o) / 2
    verify("gradient", values["gradient"], central_difference=slopes, closed_form=[g, g])
    verify("weights after backpropagation", values["kept"], by_hand=decimals("0.45 0.40"))
    epsilon = mpf("1e-7") / mpmath.sqrt(mpf("0.001"))
    with_adam = [-mpf(rate) * g for rate in ("0.1", "0.5", "1")] + [mpf("0.1") * abs(g) / (abs(g) + epsilon)]
    verify("moves", values["moves"], digits=8, closed_form=with_adam)


def test_backpropagation_leaves_the_weights(claim):
    held = []
    for seed in SEEDS:
        layers, x, t = drawn(seed)
        network = Network([Dense(W, b, "sigmoid") for W, b in layers])
        kept = [p.copy() for p in network.parameters]
        backpropagate(network, x, t, HALF)
        held += [np.array_equal(p, q) for p, q in zip(network.parameters, kept, strict=True)]
    claim("backpropagation/backpropagation_leaves_the_weights", all(held), seeds=len(SEEDS))


# a small task, learned at two rates


def followed(rate, seed, updates=10):
    """Return the losses along gradient descent, written out in NumPy."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(32, 2))
    target = np.sin(x[:, :1] + x[:, 1:])
    W1 = rng.uniform(-(6 / 10) ** 0.5, (6 / 10) ** 0.5, size=(8, 2))
    W2 = rng.uniform(-(6 / 9) ** 0.5, (6 / 9) ** 0.5, size=(1, 8))
    b1, b2, found = np.zeros(8), np.zeros(1), []
    for _ in range(updates + 1):
        h = np.tanh(x @ W1.T + b1)
        error = h @ W2.T + b2 - target
        found.append(np.mean(error**2))
        last = 2 * error / 32
        first = last @ W2 * (1 - h**2)
        W2, b2 = W2 - rate * last.T @ h, b2 - rate * last.sum(axis=0)
        W1, b1 = W1 - rate * first.T @ x, b1 - rate * first.sum(axis=0)
    return found


def test_rates(figure, fact, verify, claim):
    values = figure("backpropagation/rates")
    runs = {rate: np.array([followed(rate, seed) for seed in SEEDS]) for rate in (0.1, 1.0)}
    verify("updates", values["updates"], by_hand=list(range(11)))
    for rate, expected in runs.items():
        for ending, summary in (("", np.median), (" lowest", np.min), (" highest", np.max)):
            column = f"η = {rate:g}{ending}"
            verify(f"loss, {column}", values[column], digits=5, closed_form=summary(expected, axis=0))
    held = [small[-1] < small[0] and large[-1] > large[0] for small, large in zip(runs[0.1], runs[1.0], strict=True)]
    claim("backpropagation/rate_decides", all(held), seeds=len(SEEDS), ablation=True)
    ends = [values["η = 0.1"][-1], values["η = 1"][-1]]
    start = values["η = 0.1"][0]
    stated = fact("backpropagation/rates_runs", networks=20, rates=[0.1, 1.0], start=start, end=ends, updates=10)
    verify("networks", stated["networks"], by_hand=20)
    verify("rates", stated["rates"], by_hand=decimals("0.1 1"))
    verify("median at the start", stated["start"], closed_form=np.median(runs[0.1][:, 0]), digits=9)
    verify("medians at the end", stated["end"], closed_form=[np.median(run[:, -1]) for run in runs.values()], digits=5)
    verify("updates", stated["updates"], by_hand=10)


def chained(w1, w2, target=1.0, x=2.0):
    return Network([Dense([[w1]], activation="relu"), Dense([[w2]])]), [x], [target]


def test_dead_round(fact, verify, claim):
    network, x, t = chained(0.5, 3.0)
    optimizer = SGD(learning_rate=0.05)
    optimizer.update(network.parameters, backpropagate(network, x, t, HALF).gradients)
    trace = backpropagate(network, x, t, HALF)
    slopes = [float(abs(g[0, 0])) for g in trace.gradients]
    values = fact("backpropagation/dead_round", rate=optimizer.learning_rate, w1=network.layers[0].weights[0, 0],
                  h=trace.layers[0].output[0], E=trace.loss, gradient=slopes)
    after = [mpf("0.5") - mpf("0.05") * 12, 3 - mpf("0.05") * 2]
    verify("learning rate", values["rate"], by_hand="0.05")
    verify("w1 after a large step", values["w1"], absolute=1e-15, by_hand=mpf("-0.1"))
    verify("h", values["h"], by_hand=0)
    verify("E", values["E"], by_hand=mpf("0.5"), mpmath=chain_error(after))
    verify("gradient", values["gradient"], by_hand=[0, 0], central_difference=partials(chain_error, after))
    for _ in range(100):
        optimizer.update(network.parameters, backpropagate(network, x, t, HALF).gradients)
    claim("backpropagation/dead_round_stays", backpropagate(network, x, t, HALF).loss == 0.5 and all(s == 0 for s in slopes))


def test_on_target(fact, verify):
    network, x, t = chained(0.5, 3.0, target=3.0)
    trace = backpropagate(network, x, t, HALF)
    values = fact("backpropagation/on_target", target=t[0], y=trace.y_pred[0], gradient=[g[0, 0] for g in trace.gradients])
    verify("target", values["target"], by_hand=3)
    verify("y", values["y"], by_hand=3)
    verify("gradient", values["gradient"], by_hand=[0, 0],
           central_difference=partials(lambda w: chain_error(w, t=3), [mpf("0.5"), mpf(3)]), absolute=1e-20)


def test_stored_numbers(example, fact, verify, claim):
    values = example("backpropagation/stored_numbers").values
    verify("parameters", values["parameters"], counting=784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10)
    verify("inputs kept", values["kept"], counting=[n * (784 + 128 + 64) for n in (1, 64, 512)])
    stated = fact("backpropagation/stored_batch", samples=[1, 64, 512])
    verify("samples", stated["samples"], by_hand=[1, 64, 512])

    def kept(samples):
        network = Network.from_sizes([5, 4, 3], np.random.default_rng(0))
        trace = backpropagate(network, np.ones((samples, 5)), np.zeros((samples, 3)), "mean_squared_error")
        return sum(layer.inputs.size + layer.weighted_sum.size for layer in trace.layers), sum(g.size for g in trace.gradients)

    counts = [kept(samples) for samples in (1, 2, 4, 8)]
    grows = all(b[0] == 2 * a[0] and b[1] == a[1] for a, b in pairwise(counts))
    claim("backpropagation/memory_grows_with_the_batch", grows, ablation=True)


def learned(units, seed):
    """Train the network for XOR, written out in NumPy; return whether all four answers are right."""
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])
    rng = np.random.default_rng(seed)
    W1 = rng.uniform(-(6 / (2 + units)) ** 0.5, (6 / (2 + units)) ** 0.5, size=(units, 2))
    W2 = rng.uniform(-(6 / (units + 1)) ** 0.5, (6 / (units + 1)) ** 0.5, size=(1, units))
    b1, b2 = np.zeros(units), np.zeros(1)
    for _ in range(500):
        h = np.tanh(x @ W1.T + b1)
        last = (1 / (1 + np.exp(-(h @ W2.T + b2))) - t) / 4
        first = last @ W2 * (1 - h**2)
        W2, b2 = W2 - last.T @ h, b2 - last.sum(axis=0)
        W1, b1 = W1 - first.T @ x, b1 - first.sum(axis=0)
    y = 1 / (1 + np.exp(-(np.tanh(x @ W1.T + b1) @ W2.T + b2)))
    return bool(np.all((y > 0.5) == (t > 0.5)))


def test_xor_trained(example, verify, fact):
    values = example("backpropagation/xor_trained").values
    verify("networks that learn XOR", values["counts"], counting=[sum(learned(n, seed) for seed in SEEDS) for n in (2, 4)])
    stated = fact("backpropagation/xor_starts", starts=20)
    verify("starts", stated["starts"], by_hand=20)


def test_three_layer_chain(example, verify):
    values = example("backpropagation/three_layer_chain").values
    w = [mpf("0.5"), mpf(-2), mpf(3)]
    verify("outputs", values["a"], by_hand=[1, mpf("0.5"), -1, -3])
    verify("gradient", values["gradient"], by_hand=[18, mpf("-4.5"), 3],
           central_difference=partials(lambda v: (v[0] * v[1] * v[2]) ** 2 / 2, w))
    verify("weights", values["w"], by_hand=w)
    verify("target", values["target"], by_hand=0)


def test_find_backward_mistake(example, verify):
    """With the rows of W2 in the place of its columns: w5 d3 + w6 d4 instead of w5 d3 + w7 d4."""
    values = example("backpropagation/find_backward_mistake").values
    h1 = oracle.sigmoid(WEIGHTS[0] * X[0] + WEIGHTS[1] * X[1])
    _, (_, _, d3, d4) = chain_rule(WEIGHTS, X, TARGETS)
    wrong = (WEIGHTS[4] * d3 + WEIGHTS[5] * d4) * h1 * (1 - h1) * X[0]

    def crossed(w1):
        h = oracle.sigmoid(w1 * X[0] + WEIGHTS[1] * X[1])
        return (WEIGHTS[4] * d3 + WEIGHTS[5] * d4) * h

    verify("wrong dE/dw1", values["dE_dW1"][0, 0], closed_form=wrong, central_difference=derivative(crossed, WEIGHTS[0]))


def test_five_steps_pytorch(recorded, verify):
    out = recorded("backpropagation/five_steps_pytorch")
    after = [mpf("0.38"), mpf("2.98")]
    second = partials(chain_error, after)
    closed = (after[1] * after[0] * 2 - 1) * after[1] * 2
    stated = [2, 12, 2, mpf("0.5"), mpf("0.38"), chain_error(after)]
    verify("E, dE/dw, w1 and E after the step, dE/dw1 not cleared", out, by_hand=[*stated, 12 + closed],
           central_difference=[*stated, 12 + second[0]])


def test_five_steps_keras(recorded, verify):
    out = recorded("backpropagation/five_steps_keras")
    verify("squared error and weights", out, by_hand=[4, mpf("0.38"), mpf("2.98"), 2 * chain_error([mpf("0.38"), mpf("2.98")])])


def test_gradients_scale_with_the_loss(claim):
    """Half the rate with twice the loss moves every weight as far."""
    held = []
    for seed in SEEDS:
        layers, x, t = drawn(seed)
        moves = []
        for loss, rate in ((HALF, 0.5), ("sum_squared_error", 0.25)):
            network = Network([Dense(W, b, "sigmoid") for W, b in layers])
            SGD(rate).update(network.parameters, backpropagate(network, x, t, loss).gradients)
            moves.append(np.concatenate([p.ravel() for p in network.parameters]))
        held.append(np.allclose(*moves, rtol=1e-13))
    claim("backpropagation/gradients_scale_with_the_loss", all(held), seeds=len(SEEDS), ablation=True)


def test_bias_mean_is_too_small(claim):
    """Against the complex step: sums are right for weights and biases, a mean of the deltas is too small by the batch size."""
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        W, b, x, t = rng.normal(size=(2, 3)), rng.normal(size=2), rng.normal(size=(5, 3)), rng.uniform(size=(5, 2))
        dW, db = network_gradients([(W, b, "sigmoid")], x, t, HALF)
        delta = backpropagate(Network([Dense(W, b, "sigmoid")]), x, t, HALF).layers[0].delta
        held += [np.allclose(delta.T @ x, dW), np.allclose(delta.sum(axis=0), db), np.allclose(5 * delta.mean(axis=0), db)]
    claim("backpropagation/bias_mean_is_too_small", all(held), seeds=len(SEEDS), ablation=True)


def test_losses_agree():
    """The oracle and the package see the same loss, so that the figures compare like with like."""
    layers, x, t = drawn(3)
    found = backpropagate(Network([Dense(W, b, "sigmoid") for W, b in layers]), x, t, HALF).loss
    assert abs(found - network_loss([(W, b, "sigmoid") for W, b in layers], x, t, HALF)) < 1e-12
