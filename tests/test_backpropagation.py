"""Backpropagation against numbers worked by hand and against complex steps through a network written anew."""

from itertools import pairwise

import numpy as np
import pytest

from dlnotes import losses
from dlnotes.backpropagation import backpropagate, backward, forward, output_delta
from dlnotes.gradient_check import check_gradient
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit
from oracle.network import ACTIVATIONS, LOSSES, network_gradients, network_loss


def targets(loss, shape, rng):
    labels = rng.integers(shape[-1], size=shape[:-1])
    if loss == "sparse_categorical_crossentropy":
        return labels
    if loss.startswith("categorical"):
        return np.eye(shape[-1])[labels]
    if loss == "hinge":
        return np.where(rng.random(shape) < 0.5, -1.0, 1.0)
    if loss == "binary_crossentropy":
        return (rng.random(shape) < 0.5).astype(float)
    return rng.normal(size=shape)


def outputs(loss):
    """Activations whose output is what the loss takes."""
    if loss == "binary_crossentropy":
        return ["sigmoid", "softmax"]
    if loss.endswith("categorical_crossentropy"):
        return ["softmax"]
    return [name for name in ACTIVATIONS if name != "step"]


def random_network(depth, hidden, output, rng):
    widths = [*[3, 5, 4, 4, 3][:depth], 3]
    layers = [
        Dense(
            0.3 * rng.normal(size=(units, inputs)),
            None if (depth + number) % 2 else rng.normal(size=units),  # some layers have no bias
            output if number == depth - 1 else hidden,
        )
        for number, (inputs, units) in enumerate(pairwise(widths))
    ]
    return Network(layers)


def parts(network):
    """Its layers as the oracle takes them."""
    return [(layer.weights, layer.bias, layer.activation) for layer in network.layers]


def compare(network, x, y_true, loss):
    trace = backpropagate(network, x, y_true, loss)
    np.testing.assert_allclose(trace.loss, network_loss(parts(network), x, y_true, loss), rtol=1e-12)
    expected = network_gradients(parts(network), x, y_true, loss)
    scale = max(1.0, *(np.abs(e).max() for e in expected))
    assert len(trace.gradients) == len(expected)
    for gradient, e in zip(trace.gradients, expected, strict=True):
        np.testing.assert_allclose(gradient, e, rtol=1e-10, atol=1e-13 * scale)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_networks_of_one_to_five_layers(hidden, loss):
    rng = np.random.default_rng([len(hidden), len(loss)])
    for depth in range(1, 6):
        choices = outputs(loss)
        network = random_network(depth, hidden, choices[depth % len(choices)], rng)
        shape = (3,) if depth == 2 else (4, 3)  # a single sample, too
        compare(network, rng.normal(size=shape), targets(loss, shape, rng), loss)


@pytest.mark.parametrize("loss", LOSSES)
def test_every_output_activation(loss):
    rng = np.random.default_rng(len(loss))
    for output in outputs(loss):
        network = random_network(2, "tanh", output, rng)
        for shape in ((3,), (1, 3), (4, 3)):
            compare(network, rng.normal(size=shape), targets(loss, shape, rng), loss)


def test_a_parameter_at_a_time_by_central_differences():
    rng = np.random.default_rng(5)
    network, x, y_true = random_network(3, "sigmoid", "softmax", rng), rng.normal(size=(4, 3)), np.eye(3)[[0, 1, 2, 2]]

    def evaluate(number):
        def run(values):
            network.parameters[number][...] = values
            return backpropagate(network, x, y_true, "categorical_crossentropy")

        return run

    for number, parameter in enumerate(network.parameters):
        run, start = evaluate(number), parameter.copy()
        error = check_gradient(
            lambda w, run=run: run(w).loss, lambda w, run=run, i=number: run(w).gradients[i], start
        )
        assert error < 1e-8
        parameter[...] = start


def worked_example():
    return Network(
        [
            Dense([[0.3, 0.25], [0.4, 0.35]], activation="sigmoid"),
            Dense([[0.45, 0.4], [0.7, 0.6]], activation="sigmoid"),
        ]
    )


def test_worked_example():
    # The numbers of the source notes, eight decimals each, worked there by hand.
    network = worked_example()
    trace = backpropagate(network, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
    hidden, output = trace.layers
    np.testing.assert_allclose(hidden.inputs, [0.1, 0.2])
    np.testing.assert_allclose(hidden.weighted_sum, [0.08, 0.11], rtol=1e-15)
    np.testing.assert_allclose(hidden.output, [0.51998934, 0.52747230], atol=5e-9)
    np.testing.assert_array_equal(output.inputs, hidden.output)
    np.testing.assert_allclose(output.weighted_sum, [0.44498412, 0.68047592], atol=5e-9)
    np.testing.assert_allclose(trace.y_pred, [0.60944600, 0.66384491], atol=5e-9)
    np.testing.assert_array_equal(output.output, trace.y_pred)
    np.testing.assert_allclose(trace.loss, 0.02397190, atol=5e-9)
    np.testing.assert_allclose(output.output_gradient, [0.209446, 0.06384491], atol=5e-9)
    np.testing.assert_allclose(output.weights_gradient[0, 0], 0.02592286, atol=5e-9)
    np.testing.assert_allclose(hidden.output_gradient, output.delta @ [[0.45, 0.4], [0.7, 0.6]], rtol=1e-15)
    assert output.bias_gradient is None
    assert [g.shape for g in trace.gradients] == [(2, 2), (2, 2)]
    SGD(learning_rate=0.5).update(network.parameters, trace.gradients)
    np.testing.assert_allclose(
        network.layers[1].weights, [[0.43703857, 0.38685205], [0.69629578, 0.59624247]], atol=5e-9
    )
    np.testing.assert_allclose(
        network.layers[0].weights, [[0.29959556, 0.24919112], [0.39964496, 0.34928991]], atol=5e-9
    )
    after = backpropagate(network, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
    np.testing.assert_allclose(after.loss, 0.02323634, atol=5e-9)


def test_the_network_is_not_changed_and_the_gradients_are_its_own():
    network = worked_example()
    before = [p.copy() for p in network.parameters]
    trace = backpropagate(network, [0.1, 0.2], [0.4, 0.6], "mean_squared_error")
    for g in trace.gradients:
        g[...] = 1e9
    np.testing.assert_array_equal(network.parameters, before)


@pytest.mark.parametrize("x", [[0.1, 0.2], [[0.1, 0.2]]])
def test_no_two_parts_of_a_trace_share_their_memory(x):
    network = Network.from_sizes([2, 2], np.random.default_rng(0), output_activation="identity")
    (layer,) = backpropagate(network, x, np.ones_like(x), "mean_squared_error").layers
    arrays = [a for name, a in vars(layer).items() if name != "inputs"]
    for number, one in enumerate(arrays):
        assert not any(np.shares_memory(one, other) for other in arrays[:number])


def test_fused_deltas_stay_finite_where_the_output_is_saturated():
    for activation, loss, y_true in (
        ("softmax", "categorical_crossentropy", [1.0, 0.0]),
        ("softmax", "sparse_categorical_crossentropy", 0),
        ("sigmoid", "binary_crossentropy", [1.0, 0.0]),
    ):
        network = Network([Dense([[-1000.0], [1000.0]], activation=activation)])
        trace = backpropagate(network, [1.0], y_true, loss)
        np.testing.assert_array_equal(trace.y_pred, [0.0, 1.0])
        assert trace.loss == (2000.0 if activation == "softmax" else 1000.0)
        expected = [-1.0, 1.0] if activation == "softmax" else [-0.5, 0.5]
        np.testing.assert_array_equal(trace.layers[0].delta, expected)
        assert trace.layers[0].output_gradient[0] == -np.inf if activation == "softmax" else True


def test_fused_delta_equals_the_product_it_replaces():
    rng = np.random.default_rng(8)
    for activation, loss in (("softmax", "categorical_crossentropy"), ("sigmoid", "binary_crossentropy")):
        network = random_network(1, "identity", activation, rng)
        trace = backpropagate(network, rng.normal(size=(2, 3)), np.eye(3)[[0, 2]], loss)
        y, g = trace.y_pred, trace.layers[0].output_gradient
        slopes = y * (1 - y) * g if activation == "sigmoid" else y * (g - (g * y).sum(axis=1, keepdims=True))
        np.testing.assert_allclose(trace.layers[0].delta, slopes, rtol=1e-12, atol=1e-16)


def test_a_batch_is_the_mean_of_its_samples_for_a_mean_loss():
    rng = np.random.default_rng(9)
    network, x, y = random_network(3, "tanh", "identity", rng), rng.normal(size=(5, 3)), rng.normal(size=(5, 3))
    batch = backpropagate(network, x, y, "mean_squared_error")
    samples = [backpropagate(network, a, b, "mean_squared_error") for a, b in zip(x, y, strict=True)]
    np.testing.assert_allclose(batch.loss, np.mean([s.loss for s in samples]), rtol=1e-13)
    for number, gradient in enumerate(batch.gradients):
        np.testing.assert_allclose(gradient, np.mean([s.gradients[number] for s in samples], axis=0), rtol=1e-12)


def test_a_trace_cannot_be_changed():
    trace = backpropagate(worked_example(), [0.1, 0.2], [0.4, 0.6], "mean_squared_error")
    with pytest.raises(AttributeError, match=r"cannot assign"):
        trace.loss = 0.0
    with pytest.raises(AttributeError, match=r"cannot assign"):
        trace.layers[0].delta = 0.0


def test_bad_arguments_are_refused():
    network = worked_example()
    with pytest.raises(ValueError, match=r"^loss: expected one of binary_crossentropy, .*, given 'mse'"):
        backpropagate(network, [0.1, 0.2], [0.4, 0.6], "mse")
    for name in ("one_hot", "np", "mean_squared_error_gradient"):
        with pytest.raises(ValueError, match=r"^loss: expected one of"):
            backpropagate(network, [0.1, 0.2], [0.4, 0.6], name)
    with pytest.raises(ValueError, match=r"^y_true: expected the shape of y_pred, \(1, 2\), given \(2,\)"):
        backpropagate(network, [[0.1, 0.2]], [0.4, 0.6], "mean_squared_error")
    with pytest.raises(ValueError, match=r"^x: expected shape"):
        backpropagate(network, [0.1, 0.2, 0.3], [0.4, 0.6], "mean_squared_error")
    with pytest.raises(ValueError, match=r"^x: expected finite numbers"):
        backpropagate(network, [0.1, np.nan], [0.4, 0.6], "mean_squared_error")


@pytest.mark.parametrize(("activation", "loss", "y_true"), [
    ("sigmoid", "binary_crossentropy", np.eye(3)[[0, 2, 1, 1]]),
    ("softmax", "categorical_crossentropy", np.eye(3)[[0, 2, 1, 1]]),
    ("softmax", "sparse_categorical_crossentropy", np.array([0, 2, 1, 1])),
])  # fmt: skip
def test_a_delta_at_once_is_the_gradient_from_logits_of_its_loss(activation, loss, y_true):
    z = 3.0 * np.random.default_rng(6).normal(size=(4, 3))
    network = Network([Dense(np.eye(3), activation=activation)])
    delta = output_delta(network.layers[0], z, network(z), y_true, loss)
    np.testing.assert_array_equal(delta, getattr(losses, f"{loss}_gradient")(y_true, z, from_logits=True))


def test_training_and_trace_go_through_the_same_loop():
    """What `fit` hands to an optimizer, batch by batch, is what `backpropagate` returns."""

    class Spy:
        def update(self, parameters, gradients):
            self.gradients = gradients

    rng = np.random.default_rng(7)
    for output, loss, y_true in (
        ("softmax", "sparse_categorical_crossentropy", np.array([0, 1, 2, 1])),
        ("tanh", "huber", rng.normal(size=(4, 3))),
        ("log_softmax", "mean_squared_error", rng.normal(size=(4, 3))),
    ):
        network, x, spy = random_network(4, "softmax", output, rng), rng.normal(size=(4, 3)), Spy()
        history = fit(network, x, y_true, loss, spy)
        trace = backpropagate(network, x, y_true, loss)
        np.testing.assert_allclose(history["loss"], [trace.loss], rtol=1e-15)
        for given, own in zip(spy.gradients, trace.gradients, strict=True):
            np.testing.assert_array_equal(given, own)


def test_backward_by_hand():
    # Two layers of one unit, w = 3 and 5, x = 2: z = 6 and 30; delta = 7 comes in, 35 = 5 * 7 arrives below.
    network = Network([Dense([[3.0]], [0.0]), Dense([[5.0]])])
    arriving, (first, second) = backward(network, forward(network, np.array([2.0])), np.array([7.0]))
    assert [a.tolist() for a in arriving] == [[35.0]]
    assert second == (7.0, 7.0 * 6.0, None)
    assert first == (35.0, 35.0 * 2.0, 35.0)
