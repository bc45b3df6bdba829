"""Training batch by batch against a second one, in which complex steps give the gradients and NumPy's generator the order."""

import numpy as np
import pytest

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD, Momentum
from dlnotes.training import fit, minibatches
from oracle.network import ACTIVATIONS, network_gradients, network_loss, output

OUTPUTS = {
    "binary_crossentropy": "sigmoid",
    "categorical_crossentropy": "softmax",
    "sparse_categorical_crossentropy": "softmax",
    "mean_squared_error": "identity",
    "half_sum_squared_error": "tanh",
    "huber": "sigmoid",
    "mean_absolute_error": "softmax",
    "hinge": "identity",
    "categorical_hinge": "identity",
}


def data(loss, samples, units=3, kind="hard"):
    """Inputs and targets; soft targets are probabilities or smoothed labels."""
    rng = np.random.default_rng(samples + len(loss))
    x, labels = rng.normal(size=(samples, 3)), rng.integers(units, size=samples)
    table = np.eye(units)[labels]
    if loss == "sparse_categorical_crossentropy":
        return x, labels
    if loss == "hinge":
        return x, 2.0 * table - 1.0
    if "error" in loss or loss == "huber":
        return x, rng.normal(size=(samples, units))
    if kind == "smoothed":
        return x, 0.8 * table + 0.2 / units
    if kind == "soft":
        rows = np.exp(rng.normal(size=(samples, units)))
        return x, rows / rows.sum(axis=1, keepdims=True)
    return x, table


def layers(loss, hidden="tanh", bias=True):
    rng = np.random.default_rng(2)
    draw = lambda: rng.normal(size=3) if bias else None  # noqa: E731
    shapes = [(rng.normal(size=(3, 3)) * 0.7, draw(), name) for name in (hidden, hidden)]
    return [*shapes, (rng.normal(size=(3, 3)) * 0.7, draw(), OUTPUTS[loss])]      # square throughout


def network_of(parts):
    return Network([Dense(*part) for part in parts])


def trained(parts, x, y, loss, rate, epochs, batch_size, rng):
    """Plain descent: the layers after it, and for each epoch the mean of the losses of all samples before their update."""
    parts, history = [list(part) for part in parts], []
    for _ in range(epochs):
        order = np.arange(len(x)) if rng is None else rng.permutation(len(x))
        predictions, targets = [], []
        for first in range(0, len(x), batch_size):
            chosen = order[first:first + batch_size]
            predictions.append(output(parts, x[chosen]).real)
            targets.append(y[chosen])
            gradients = iter(network_gradients(parts, x[chosen], y[chosen], loss))
            for part in parts:
                for place in (0, 1):
                    if part[place] is not None:
                        part[place] = part[place] - rate * next(gradients)
        history.append(network_loss([(np.eye(3), None, "identity")], np.concatenate(predictions), np.concatenate(targets), loss))
    return parts, history


def agree(network, parts):
    expected = [p for w, b, _ in parts for p in (w, b) if p is not None]
    assert len(network.parameters) == len(expected)
    for ours, theirs in zip(network.parameters, expected, strict=True):
        assert ours.shape == np.shape(theirs)
        np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("loss", OUTPUTS)
@pytest.mark.parametrize(("samples", "batch_size"), [(7, 3), (3, 3), (4, 1), (1, 1), (1, 5), (4, 9), (5, 4)])
@pytest.mark.parametrize("seed", [None, 5])
def test_training_is_descent_on_batches(loss, samples, batch_size, seed):
    """A last batch that is smaller, of one sample, larger than the data; in order and shuffled."""
    x, y = data(loss, samples)
    generator = lambda: None if seed is None else np.random.default_rng(seed)  # noqa: E731
    network = network_of(layers(loss))
    history = fit(network, x, y, loss, SGD(0.1), 2, batch_size, generator())
    parts, losses = trained(layers(loss), x, y, loss, 0.1, 2, batch_size, generator())
    agree(network, parts)
    np.testing.assert_allclose(history["loss"], losses, rtol=1e-10)


@pytest.mark.parametrize("loss", ["binary_crossentropy", "categorical_crossentropy"])
@pytest.mark.parametrize("kind", ["soft", "smoothed"])
@pytest.mark.parametrize("output_activation", ["sigmoid", "softmax"])
def test_soft_labels_in_training_and_backpropagation(loss, kind, output_activation):
    if (loss, output_activation) == ("categorical_crossentropy", "sigmoid"):
        return                              # its rows are no probabilities
    x, y = data(loss, 5, kind=kind)
    start = [*layers(loss)[:-1], (*layers(loss)[-1][:2], output_activation)]
    network = network_of(start)
    for inputs, targets in ((x, y), (x[:1], y[:1]), (x[:3], y[:3]), (x[0], y[0])):
        trace = backpropagate(network, inputs, targets, loss)
        np.testing.assert_allclose(trace.loss, network_loss(start, inputs, targets, loss), rtol=1e-12)
        for g, e in zip(trace.gradients, network_gradients(start, inputs, targets, loss), strict=True):
            np.testing.assert_allclose(g, e, rtol=1e-10, atol=1e-13)
    history = fit(network, x, y, loss, SGD(0.2), 2, 2)
    parts, losses = trained(start, x, y, loss, 0.2, 2, 2, None)
    agree(network, parts)
    np.testing.assert_allclose(history["loss"], losses, rtol=1e-10)


@pytest.mark.parametrize("kind", ["soft", "smoothed"])
@pytest.mark.parametrize(("loss", "activation"), [("binary_crossentropy", "sigmoid"), ("categorical_crossentropy", "softmax")])
def test_the_delta_of_soft_labels_is_output_minus_target(loss, activation, kind):
    """Against the derivative by the weighted sum: a bias is added to it, so its gradient is the sum of the deltas."""
    x, y = data(loss, 4, kind=kind)
    network = Network([Dense(np.eye(3), [0.1, -0.2, 0.3], activation)])
    trace = backpropagate(network, x, y, loss)
    for number in range(4):
        alone = [(np.eye(3), np.array([0.1, -0.2, 0.3]), activation)]
        slope = network_gradients(alone, x[number:number + 1], y[number:number + 1], loss)[1] / 4.0
        np.testing.assert_allclose(trace.layers[0].delta[number], slope, rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize("hidden", [name for name in ACTIVATIONS if name != "step"])
@pytest.mark.parametrize("samples", [1, 2, 3])
def test_square_networks_of_every_activation(hidden, samples):
    """Units, inputs and samples of equal number, weights far from symmetric."""
    x, y = data("mean_squared_error", samples)
    start = layers("mean_squared_error", hidden)
    trace = backpropagate(network_of(start), x, y, "mean_squared_error")
    expected = network_gradients(start, x, y, "mean_squared_error")
    for g, e in zip(trace.gradients, expected, strict=True):
        assert g.shape == e.shape
        np.testing.assert_allclose(g, e, rtol=1e-10, atol=1e-13)
    network = network_of(start)
    fit(network, x, y, "mean_squared_error", SGD(1.0), batch_size=samples)
    agree(network, trained(start, x, y, "mean_squared_error", 1.0, 1, samples, None)[0])


def test_a_batch_keeps_its_axis():
    network = Network([Dense(np.ones((2, 2)), [1.0, 2.0]), Dense(np.ones((1, 2)), [3.0])])
    trace = backpropagate(network, [[1.0, 2.0]], [[1.0]], "mean_squared_error")
    assert [g.shape for g in trace.gradients] == [(2, 2), (2,), (1, 2), (1,)]
    assert [layer.delta.shape for layer in trace.layers] == [(1, 2), (1, 1)]
    single = backpropagate(network, [1.0, 2.0], [1.0], "mean_squared_error")
    assert [g.shape for g in single.gradients] == [(2, 2), (2,), (1, 2), (1,)]
    assert [layer.delta.shape for layer in single.layers] == [(2,), (1,)]
    for one, two in zip(trace.gradients, single.gradients, strict=True):
        np.testing.assert_array_equal(one, two)


@pytest.mark.parametrize("samples", [1, 2, 5, 30])
@pytest.mark.parametrize("batch_size", [1, 4, 30, 50])
def test_a_shuffle_is_the_permutation_of_the_generator(samples, batch_size):
    rng, again = np.random.default_rng(9), np.random.default_rng(9)
    x = np.arange(samples) * 10
    for _ in range(3):
        order = again.permutation(samples)
        batches = list(minibatches(x, -x, batch_size, rng))
        assert np.concatenate([a for a, _ in batches]).tolist() == (order * 10).tolist()
        assert np.concatenate([b for _, b in batches]).tolist() == (order * -10).tolist()
    assert rng.integers(2**60) == again.integers(2**60), "the generator was asked for more or for less"


def test_training_asks_the_generator_for_one_permutation_per_epoch():
    rng, again, seen = np.random.default_rng(3), np.random.default_rng(3), []

    class Spy:
        """With one weight of 0 and the half squared error, the gradient of a batch is minus the sum of x y."""

        def update(self, parameters, gradients):
            seen.append(-float(gradients[0][0, 0]))

    x = 2.0 ** np.arange(6)[:, np.newaxis]      # a sum tells which samples are in it
    fit(Network([Dense([[0.0]])]), x, np.ones((6, 1)), "half_sum_squared_error", Spy(), 3, 4, rng)
    orders = [again.permutation(6) for _ in range(3)]
    expected = [(2.0 ** order[part]).sum() for order in orders for part in (slice(0, 4), slice(4, 6))]
    assert seen == expected
    assert rng.integers(2**60) == again.integers(2**60)


def test_a_dropped_batch_costs_no_sample_of_the_next_epoch():
    rng, again = np.random.default_rng(1), np.random.default_rng(1)
    for _ in range(2):
        order = again.permutation(7)
        batches = [a.tolist() for a, _ in minibatches(np.arange(7), np.arange(7), 3, rng, drop_last=True)]
        assert batches == [order[:3].tolist(), order[3:6].tolist()]


def test_the_optimizer_keeps_its_state_from_epoch_to_epoch_and_fit_to_fit():
    x, y = np.array([[1.0]]), np.array([[2.0]])
    network, optimizer = Network([Dense([[0.0]])]), Momentum(0.125, 0.5)
    fit(network, x, y, "half_sum_squared_error", optimizer, 2)
    fit(network, x, y, "half_sum_squared_error", optimizer, 1)
    w, v = 0.0, 0.0
    for _ in range(3):
        v = 0.5 * v - 0.125 * (w - 2.0)
        w += v
    assert network.layers[0].weights[0, 0] == w


def test_validation_follows_each_epoch_and_teaches_nothing():
    x, y, other = np.array([[1.0], [2.0]]), np.array([[1.0], [0.0]]), (np.array([[3.0]]), np.array([[1.0]]))
    runs = []
    for validation in (None, other):
        network = Network([Dense([[1.0]], [0.0])])
        history = fit(network, x, y, "mean_squared_error", SGD(0.1), 3, 1, np.random.default_rng(0), validation)
        runs.append((history, [p.tolist() for p in network.parameters]))
    assert runs[0][0]["loss"] == runs[1][0]["loss"]
    assert runs[0][1] == runs[1][1]
    for epochs in (1, 2, 3):
        network = Network([Dense([[1.0]], [0.0])])
        fit(network, x, y, "mean_squared_error", SGD(0.1), epochs, 1, np.random.default_rng(0))
        error = network.layers[0].weights[0, 0] * 3.0 + network.layers[0].bias[0] - 1.0
        np.testing.assert_allclose(runs[1][0]["val_loss"][epochs - 1], error**2, rtol=1e-14)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.int16, np.int64], ids=lambda dtype: dtype.__name__)
@pytest.mark.parametrize("drop_last", [False, True])
def test_a_batch_size_in_few_bits_counts_on(dtype, drop_last):
    """100 times 2 is more than an int8 holds, 100 times 3 more than a uint8."""
    x = np.arange(450)
    sizes = [len(a) for a, _ in minibatches(x, x, dtype(100), drop_last=drop_last)]
    assert sizes == [100, 100, 100, 100, 50][:4 if drop_last else 5]
