"""Whose memory it is: results are new and may be written, arguments stay as they were, what is live stays live."""

import numpy as np
import pytest

from dlnotes import activations, datasets, initializers, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.gradient_check import central_difference, check_gradient, complex_step
from dlnotes.network import Dense, Network, Perceptron, weighted_sum
from dlnotes.optimizers import SGD, Adam
from dlnotes.training import fit, gradient_descent, minibatches

ELEMENTWISE = ["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu"]
OF_ROWS = ["softmax", "log_softmax", "softmax_jacobian", "log_softmax_jacobian"]
ACTIVATIONS = {
    **{n + s: getattr(activations, n + s) for n in ELEMENTWISE for s in ("", "_derivative")},
    **{n: getattr(activations, n) for n in [*OF_ROWS, "prelu_alpha_gradient"]},
    "softmax, axis 0": lambda x: activations.softmax(x, axis=0),
    "log_softmax, axis 0": lambda x: activations.log_softmax(x, axis=0),
    "prelu": lambda x: activations.prelu(x, 0.25),
    "prelu_derivative": lambda x: activations.prelu_derivative(x, 0.25),
    "gelu by tanh": lambda x: activations.gelu(x, approximate=True),
    "gelu by tanh, derivative": lambda x: activations.gelu_derivative(x, approximate=True),
    "prelu, alpha 1": lambda x: activations.prelu(x, 1.0),
}
# All positive, all negative, mixed, zero; two and three axes; with what takes the rare paths of the softmax.
POINTS = {
    "positive": [[1.0, 2.0], [0.5, 3.0]],
    "negative": [[-1.0, -2.0], [-0.5, -3.0]],
    "mixed": [[-1.0, 2.0], [0.0, -0.5]],
    "zeros": [[0.0, 0.0], [0.0, 0.0]],
    "three axes": [[[1.0, -2.0], [3.0, 0.5]], [[0.0, 1.0], [-1.0, 2.0]]],
    "far apart": [[1e7, -1e7], [-3000.0, 5.0]],
    "masked": [[-np.inf, 1.0], [2.0, -np.inf]],
}


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_results_of_activations_are_new(name, point):
    if point == "masked" and "softmax" not in name:
        return
    x = np.array(POINTS[point])
    before = x.copy()
    result = ACTIVATIONS[name](x)
    assert np.array_equal(x, before), "the argument was changed"
    assert not np.shares_memory(result, x), "the result shares the memory of the argument"
    assert result.flags.writeable
    result[...] = 7.0
    assert np.array_equal(x, before)
    assert (result == 7.0).all()
    again = ACTIVATIONS[name](before)
    assert not np.shares_memory(again, result), "two calls share their result"
    assert len(np.unique(again)) == 1 or not (again == 7.0).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_argument_that_may_not_be_written_is_taken(name):
    x = np.array(POINTS["mixed"])
    x.flags.writeable = False
    np.testing.assert_array_equal(ACTIVATIONS[name](x), ACTIVATIONS[name](POINTS["mixed"]))
    np.testing.assert_array_equal(ACTIVATIONS[name](x.T), ACTIVATIONS[name](x.T.copy()))


def test_slopes_of_prelu_are_new_too():
    x, alpha = np.array([[-1.0, -2.0], [-3.0, -4.0]]), np.array([0.25, 0.5])
    for function in (activations.prelu, activations.prelu_derivative):
        result = function(x, alpha)
        assert not np.shares_memory(result, alpha)
        result[...] = 9.0
    whole = np.array([[0.25, 0.5], [1.0, 2.0]])
    activations.prelu_derivative(x, whole)[...] = 9.0
    assert x.tolist() == [[-1.0, -2.0], [-3.0, -4.0]]
    assert alpha.tolist() == [0.25, 0.5]
    assert whole.tolist() == [[0.25, 0.5], [1.0, 2.0]]


LOSSES = {
    "mean_squared_error": ([[1.0, -2.0]], [[0.5, 3.0]], {}),
    "sum_squared_error": ([[1.0, -2.0]], [[0.5, 3.0]], {}),
    "half_sum_squared_error": ([[0.0, 0.0]], [[0.5, 3.0]], {}),
    "mean_absolute_error": ([[1.0, -2.0]], [[0.5, 3.0]], {}),
    "huber": ([[1.0, -2.0]], [[0.5, 3.0]], {}),
    "binary_crossentropy": ([[1.0, 0.0]], [[0.5, 0.25]], {}),
    "binary_crossentropy, logits": ([[1.0, 0.0]], [[0.5, 3.0]], {"from_logits": True}),
    "categorical_crossentropy": ([[1.0, 0.0]], [[0.5, 0.5]], {}),
    "categorical_crossentropy, logits": ([[1.0, 0.0]], [[0.5, 3000.0]], {"from_logits": True}),
    "weighted_categorical_crossentropy": ([[1.0, 0.0]], [[0.5, 0.5]], {"class_weight": [1.0, 2.0]}),
    "weighted_categorical_crossentropy, logits": (
        [[1.0, 0.0]], [[0.5, 3.0]], {"class_weight": [1.0, 2.0], "from_logits": True},
    ),
    "kl_divergence": ([[1.0, 0.0]], [[0.5, 0.5]], {}),
    "hinge": ([[1.0, -1.0]], [[0.5, 3.0]], {}),
    "categorical_hinge": ([[1.0, 0.0]], [[0.5, 3.0]], {}),
}


@pytest.mark.parametrize("name", LOSSES)
def test_losses_leave_their_arguments_alone_and_give_new_gradients(name):
    true, pred, options = LOSSES[name]
    y_true, y_pred = np.array(true), np.array(pred)
    for array in (y_true, y_pred):
        array.flags.writeable = False
    getattr(losses, name.split(",")[0])(y_true, y_pred, **options)
    gradient = getattr(losses, f"{name.split(',')[0]}_gradient")(y_true, y_pred, **options)
    assert gradient.flags.writeable
    assert not np.shares_memory(gradient, y_pred)
    assert not np.shares_memory(gradient, y_true)


def test_sparse_labels_are_left_alone():
    labels, z = np.array([1, 0]), np.array([[1.0, 2.0], [3.0, 0.0]])
    losses.sparse_categorical_crossentropy_gradient(labels, z, from_logits=True)[...] = 5.0
    losses.one_hot(labels, 2)[...] = 5.0
    assert labels.tolist() == [1, 0]
    assert z.tolist() == [[1.0, 2.0], [3.0, 0.0]]
    assert losses.one_hot(labels, 2).tolist() == [[0.0, 1.0], [1.0, 0.0]]


def test_layers_own_their_floats():
    weights, bias = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0.5, -0.5])
    one, two = Dense(weights, bias), Dense(weights, bias)
    one.weights += 10.0
    one.bias += 10.0
    assert weights.tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert bias.tolist() == [0.5, -0.5]
    assert two([1.0, 0.0]).tolist() == [1.5, 2.5]
    weights[...], bias[...] = 0.0, 0.0
    assert two([1.0, 0.0]).tolist() == [1.5, 2.5]


def test_perceptrons_own_their_floats():
    weights = np.array([1.0, 2.0])
    one, two = Perceptron(weights), Perceptron(weights)
    one.learn([[1.0, 1.0]], [0])
    assert weights.tolist() == two.weights.tolist() == [1.0, 2.0]
    weights[...] = -5.0
    assert two([1.0, 1.0]) == 1.0


def test_a_perceptron_learns_in_its_own_array():
    perceptron = Perceptron([1.0, 2.0])
    live = perceptron.weights
    perceptron.learn([[1.0, 1.0]], [0])
    assert live is perceptron.weights
    assert live.tolist() == [0.0, 1.0]


def test_a_network_owns_its_list_of_layers():
    layers = [Dense([[2.0]]), Dense([[3.0]])]
    network = Network(layers)
    layers.append(Dense([[100.0]]))
    layers[0] = Dense([[100.0]])
    assert network([1.0]).tolist() == [6.0]


def test_parameters_are_live_and_stay_live():
    network = Network([Dense([[1.0]], [0.5]), Dense([[2.0]])])
    first, second = network.parameters, network.parameters
    first[0][...] = 3.0
    second[2][...] = 5.0
    assert network([1.0]).tolist() == [17.5]
    assert all(a is b for a, b in zip(first, second, strict=True))
    first.clear()
    assert len(network.parameters) == 3


def test_layers_of_equal_shape_are_drawn_one_by_one():
    network, rng = Network.from_sizes([3, 3, 3, 3], np.random.default_rng(4), initializer="normal"), np.random.default_rng(4)
    for layer in network.layers:
        np.testing.assert_array_equal(layer.weights, rng.normal(0.0, 0.05, size=(3, 3)))
    network.layers[0].bias += 1.0
    network.layers[0].weights += 1.0
    assert not network.layers[1].bias.any()
    assert not network.layers[2].bias.any()
    arrays = network.parameters
    assert not any(np.shares_memory(a, b) for i, a in enumerate(arrays) for b in arrays[:i])


@pytest.mark.parametrize("activation", [*ELEMENTWISE, "softmax", "log_softmax"])
def test_outputs_of_a_network_are_new(activation):
    network, x = Network([Dense(np.eye(2), [0.0, 0.0], activation)]), np.array([[1.0, 2.0], [3.0, 0.5]])
    first = network(x)
    expected = first.copy()
    first[...] = 9.0
    network.layers[0](x)[...] = 9.0
    network.layers[0].activate(x)[...] = 9.0
    weighted_sum(x, np.eye(2))[...] = 9.0
    assert x.tolist() == [[1.0, 2.0], [3.0, 0.5]]
    np.testing.assert_array_equal(network(x), expected)


@pytest.mark.parametrize(("activation", "loss", "y_true"), [
    ("sigmoid", "binary_crossentropy", [[0.25, 0.75], [1.0, 0.0]]),
    ("softmax", "categorical_crossentropy", [[0.25, 0.75], [1.0, 0.0]]),
    ("softmax", "sparse_categorical_crossentropy", [0, 1]),
    ("identity", "half_sum_squared_error", [[0.25, 0.75], [1.0, 0.0]]),
])  # fmt: skip
def test_backpropagation_leaves_everything_alone(activation, loss, y_true):
    x, t = np.array([[1.0, 2.0], [3.0, 0.5]]), np.array(y_true)
    network = Network([Dense(np.eye(2), [0.0, 0.0]), Dense(np.eye(2), [0.5, 0.0], activation)])
    before = [a.copy() for a in (x, t, *network.parameters)]
    prediction = network(x)
    trace = backpropagate(network, x, t, loss)
    np.testing.assert_array_equal(trace.y_pred, prediction)
    np.testing.assert_array_equal(trace.layers[-1].output, prediction)
    np.testing.assert_array_equal(trace.layers[0].weighted_sum, x)
    for g in trace.gradients:
        assert g.flags.writeable
        g[...] = 1e9
    for now, then in zip((x, t, *network.parameters), before, strict=True):
        np.testing.assert_array_equal(now, then)


@pytest.mark.parametrize("rng", [None, 3])
def test_training_leaves_the_data_alone(rng):
    x, y = np.array([[1.0, 2.0], [3.0, 0.5], [0.0, 1.0]]), np.array([[1.0], [2.0], [3.0]])
    before = x.copy(), y.copy()
    generator = None if rng is None else np.random.default_rng(rng)
    network = Network([Dense([[1.0, 1.0]], [0.0])])
    fit(network, x, y, "mean_squared_error", SGD(), 2, 2, generator, validation_data=(x, y))
    for a, b in minibatches(x, y, 2, np.random.default_rng(0)):
        a[...], b[...] = 0.0, 0.0           # shuffled batches are the caller's own
    np.testing.assert_array_equal(x, before[0])
    np.testing.assert_array_equal(y, before[1])


def test_training_changes_the_live_arrays_and_histories_are_apart():
    network, x, y = Network([Dense([[0.0]], [0.0])]), [[1.0]], [[2.0]]
    live = network.parameters
    first = fit(network, x, y, "mean_squared_error", SGD(0.25), 1)
    second = fit(network, x, y, "mean_squared_error", SGD(0.25), 1)
    assert [p.tolist() for p in live] == [[[1.0]], [1.0]]
    assert first == {"loss": [4.0]}
    assert second == {"loss": [0.0]}
    assert all(a is b for a, b in zip(live, network.parameters, strict=True))


def test_data_sets_are_new_each_time():
    for made in (lambda: datasets.logic_gate("xor"), lambda: datasets.blobs(4, np.random.default_rng(0)),
                 lambda: datasets.noisy_line(4, np.random.default_rng(0))):
        first, again = made(), made()
        expected = [a.copy() for a in again]
        for array in first:
            assert array.flags.writeable
            array[...] = 7
        for array, e in zip(made(), expected, strict=True):
            np.testing.assert_array_equal(array, e)


def test_initial_weights_are_new_each_time():
    for name in ("zeros", "normal", "glorot_uniform", "he_normal"):
        first = getattr(initializers, name)((2, 2), np.random.default_rng(0))
        expected = first.copy()
        first[...] = 7.0
        np.testing.assert_array_equal(getattr(initializers, name)((2, 2), np.random.default_rng(0)), expected)
    normal = initializers.normal((3, 3), np.random.default_rng(0))
    np.testing.assert_array_equal(normal, np.random.default_rng(0).normal(0.0, 0.05, (3, 3)))
    glorot = initializers.glorot_uniform((3, 3), np.random.default_rng(0))
    np.testing.assert_array_equal(glorot, np.random.default_rng(0).uniform(-1.0, 1.0, (3, 3)))


def test_judges_leave_the_point_alone():
    x = np.array([1.0, 2.0])

    def greedy(values):
        result = values * 3.0
        values[...] = 0.0
        return result

    for method in (central_difference, complex_step):
        np.testing.assert_allclose(method(greedy, x), 3.0 * np.eye(2), rtol=1e-9)
    check_gradient(lambda v: np.sum(v**2), greedy_gradient, x)
    assert x.tolist() == [1.0, 2.0]


def greedy_gradient(values):
    result = 2.0 * values
    values[...] = 0.0
    return result


def test_a_descent_keeps_its_points_apart():
    start, asked = np.array([1.0, -1.0]), []

    def gradient(w):
        asked.append(w)
        return w

    path = gradient_descent(gradient, start, learning_rate=0.5, steps=3)
    assert path.tolist() == [[1.0, -1.0], [0.5, -0.5], [0.25, -0.25], [0.125, -0.125]]
    assert start.tolist() == [1.0, -1.0]
    asked[0][...] = 9.0
    assert path[0].tolist() == [1.0, -1.0]


def test_an_optimizer_does_not_keep_the_parameters():
    """A network that is copied and trained on must not move the one it was copied from."""
    optimizer, w = Adam(0.1), np.array([1.0])
    optimizer.update([w], [np.array([1.0])])
    frozen, other = w.copy(), w.copy()
    optimizer.update([other], [np.array([1.0])])
    assert (w == frozen).all()
    assert (other != frozen).all()
