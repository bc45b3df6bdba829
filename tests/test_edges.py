"""Layers used twice, magnitudes that differ, extremes in the middle, more classes than samples: what one case hides."""

import numpy as np
import pytest

from dlnotes import activations, datasets, initializers, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.gradient_check import central_difference, check_gradient, complex_step
from dlnotes.network import Dense, Network, Perceptron
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, AdamW, Momentum, RMSprop
from dlnotes.training import fit, gradient_descent
from oracle import optimizers as formulas
from oracle.activations import log_softmax, softmax
from oracle.network import network_gradients
from oracle.network import perceptron as train
from oracle.precision import precisely, ulps

OPTIMIZERS = [SGD, Momentum, NAG, Adagrad, RMSprop, Adam, AdamW]


def test_a_layer_that_is_used_twice_learns_from_both_places():
    w, b = np.array([[0.5, -1.0], [2.0, 0.25]]), np.array([0.1, -0.3])
    layer, last = Dense(w, b, "tanh"), Dense([[1.0, -0.5]])
    network, x, y = Network([layer, layer, last]), np.array([[0.3, -0.8], [1.0, 0.2]]), np.array([[0.5], [-0.5]])
    np.testing.assert_allclose(network(x), np.tanh(np.tanh(x @ w.T + b) @ w.T + b) @ [[1.0], [-0.5]], rtol=1e-14)
    expected = network_gradients([(w, b, "tanh"), (w, b, "tanh"), (last.weights, None, "identity")], x, y, "mean_squared_error")
    trace = backpropagate(network, x, y, "mean_squared_error")
    assert len(network.parameters) == len(trace.gradients) == 5
    for g, e in zip(trace.gradients, expected, strict=True):
        np.testing.assert_allclose(g, e, rtol=1e-11)
    SGD(0.5).update(network.parameters, trace.gradients)
    np.testing.assert_allclose(layer.weights, w - 0.5 * (expected[0] + expected[2]), rtol=1e-12)
    np.testing.assert_allclose(layer.bias, b - 0.5 * (expected[1] + expected[3]), rtol=1e-12)


def test_gradients_of_zero_keep_their_places():
    """A dead unit, and a layer without a bias: as many gradients as parameters, in their order."""
    network = Network([Dense([[-1.0]], [-1.0], "relu"), Dense([[2.0]]), Dense([[3.0]], [1.0])])
    trace = backpropagate(network, [[1.0]], [[0.0]], "half_sum_squared_error")
    assert [g.tolist() for g in trace.gradients] == [[[0.0]], [0.0], [[0.0]], [[0.0]], [1.0]]
    optimizer = SGD(0.5)
    fit(network, [[1.0]], [[0.0]], "half_sum_squared_error", optimizer)
    assert [p.tolist() for p in network.parameters] == [[[-1.0]], [-1.0], [[2.0]], [[3.0]], [0.5]]


def test_a_bias_counts_where_all_inputs_are_zero():
    network = Network([Dense([[1.0, 2.0]], [0.5]), Dense([[2.0]], [0.25])])
    assert network([0.0, 0.0]).tolist() == [1.25]
    assert network([[0.0, 0.0], [0.0, 0.0]]).tolist() == [[1.25], [1.25]]


@pytest.mark.parametrize("activation", ["softmax", "log_softmax", "tanh", "relu", "leaky_relu"])
@pytest.mark.parametrize("samples", [1, 2, 3])
def test_hidden_layers_that_mix_their_units(activation, samples):
    rng = np.random.default_rng(samples)
    start = [(rng.normal(size=(3, 3)), rng.normal(size=3), activation) for _ in range(3)]
    x, y = rng.normal(size=(samples, 3)), rng.normal(size=(samples, 3))
    trace = backpropagate(Network([Dense(*part) for part in start]), x, y, "sum_squared_error")
    expected = network_gradients(start, x, y, "sum_squared_error")
    scale = max(np.abs(e).max() for e in expected)
    for g, e in zip(trace.gradients, expected, strict=True):
        np.testing.assert_allclose(g, e, rtol=1e-10, atol=1e-13 * scale)


def test_a_trace_of_three_equal_layers_says_what_arrives_where():
    rng = np.random.default_rng(0)
    start = [(rng.normal(size=(2, 2)), rng.normal(size=2), "tanh") for _ in range(3)]
    x, y = rng.normal(size=(3, 2)), rng.normal(size=(3, 2))
    layers = backpropagate(Network([Dense(*part) for part in start]), x, y, "mean_squared_error").layers
    for number, layer in enumerate(layers):
        below = x if number == 0 else layers[number - 1].output
        np.testing.assert_array_equal(layer.inputs, below)
        np.testing.assert_allclose(layer.weighted_sum, below @ start[number][0].T + start[number][1], rtol=1e-13)
        np.testing.assert_allclose(layer.output, np.tanh(layer.weighted_sum), rtol=1e-13)
        # What arrives is the gradient by this layer's output: by complex steps through the layers above it.
        above = start[number + 1:] or [(np.eye(2), np.zeros(2), "identity")]
        nudged = [(np.eye(2), np.zeros(2), "identity"), *above]
        for sample in range(3):
            by_bias = network_gradients(nudged, layer.output[sample:sample + 1], y[sample:sample + 1], "mean_squared_error")[1]
            np.testing.assert_allclose(layer.output_gradient[sample], by_bias / 3.0, rtol=1e-10)


@pytest.mark.parametrize("x", [[1e8, 0.5], [0.5, -1e8], [-3e9], [1e6, -1e6, 1e-3]])
def test_the_step_of_a_difference_fits_each_element(x):
    f = lambda v: np.sum(np.where(np.abs(v) > 10, v**2, np.sin(v)))  # noqa: E731
    expected = np.where(np.abs(x) > 10, 2.0 * np.array(x), np.cos(x))
    for place, slope in enumerate(expected):
        alone = lambda v, place=place: np.where(np.abs(v[place]) > 10, v[place] ** 2, np.sin(v[place]))  # noqa: E731
        np.testing.assert_allclose(central_difference(alone, x)[place], slope, rtol=1e-8)
    assert check_gradient(f, lambda v: np.where(np.abs(v) > 10, 2.0 * v, np.cos(v)), x) < 1e-6


def test_the_width_of_a_difference_is_that_of_the_rounded_points():
    """Near 1e16 / 3 a step of 6e-6 times that is rounded to whole numbers: a straight line keeps its slope exactly."""
    for x in (1.0, 1e9 / 3.0, 1e15 / 7.0):
        assert central_difference(lambda v: v - 0.0, x, step=1.1e-16 * 7 if x > 1 else 1e-15) == 1.0


@pytest.mark.parametrize("scale", [1e-9, 1e-3, 1.0, 1e6])
@pytest.mark.parametrize("method", [central_difference, complex_step])
def test_a_wrong_share_is_found_at_every_scale(scale, method):
    f, x = (lambda v: scale * np.sum(v**2)), [1.0, -2.0]
    assert check_gradient(f, lambda v: scale * 2.0 * v, x, method=method) < 1e-8
    for wrong in (1.001, 0.999, -1.0, 2.0, 1e6):
        with pytest.raises(AssertionError, match=r"ratio"):
            check_gradient(f, lambda v, wrong=wrong: scale * 2.0 * v * wrong, x, method=method)
    error = check_gradient(f, lambda v: scale * 2.0 * v * 1.5, x, tolerance=0.6, method=method)
    np.testing.assert_allclose(error, 0.5, rtol=1e-6)           # as a share of what is right, not of what was claimed


@pytest.mark.parametrize("method", [central_difference, complex_step])
def test_signs_and_places_of_a_jacobian_of_higher_rank(method):
    x = np.array([[1.0, -2.0], [0.5, 3.0]])
    weights = np.arange(-6.0, 6.0).reshape(3, 2, 2)
    f = lambda v: weights * v * v  # noqa: E731
    expected = np.zeros((3, 2, 2, 2, 2))
    for place in np.ndindex(3, 2, 2):
        expected[place + place[1:]] = 2.0 * weights[place] * x[place[1:]]
    np.testing.assert_allclose(method(f, x), expected, rtol=1e-8, atol=1e-8)
    assert check_gradient(f, lambda v: expected, x, method=method) < 1e-8
    with pytest.raises(AssertionError, match=r"ratio -1"):
        check_gradient(f, lambda v: -expected, x, method=method)
    with pytest.raises(AssertionError, match=r"ratio"):
        check_gradient(f, lambda v: np.abs(expected), x, method=method)


def test_extremes_are_looked_for_everywhere():
    """The one that is wrong stands in the middle: neither first nor last, nor in the first class."""
    for labels in ([0, 3, 1], [0, -1, 1]):
        for function in (losses.sparse_categorical_crossentropy, losses.sparse_categorical_crossentropy_gradient):
            with pytest.raises(ValueError, match=r"^y_true: expected labels from 0 to 2"):
                function(labels, np.zeros((3, 3)), from_logits=True)
        with pytest.raises(ValueError, match=r"^labels: expected labels from 0 to 2"):
            losses.one_hot(labels, 3)
    rows, good = [[0.5, 0.5, 0.0], [1.25, -0.25, 0.0], [0.0, 0.5, 0.5]], [[0.5, 0.25, 0.25]] * 3
    for one, two in ((rows, good), (good, rows)):
        with pytest.raises(ValueError, match=r"expected probabilities that sum to 1"):
            losses.categorical_crossentropy(one, two)
    for bad in (np.nan, np.inf):
        gradient = np.array([1.0, bad, 1.0])
        for optimizer in (SGD(), Adam(), AdamW()):
            with pytest.raises(ValueError, match=r"^gradients\[1\]: expected finite"):
                optimizer.update([np.ones(1), np.ones(3), np.ones(1)], [np.ones(1), gradient, np.ones(1)])


@pytest.mark.parametrize("axes", [2, 3])
def test_rows_are_checked_along_the_last_axis(axes):
    """These sum to 1 along every axis but the last, and then along the last only."""
    wrong = np.array([[0.9, 0.2], [0.1, 0.8]])
    right = wrong.T
    for function in (losses.categorical_crossentropy, losses.categorical_crossentropy_gradient):
        one, two = (np.stack([m, m]) if axes == 3 else m for m in (wrong, right))
        function(two, two)
        for pair in ((one, two), (two, one)):
            with pytest.raises(ValueError, match=r"expected probabilities that sum to 1 over the last axis"):
                function(*pair)


def test_logits_are_not_taken_for_probabilities_at_any_rank():
    for shape in ((2,), (3, 2), (2, 3, 2)):
        z = np.full(shape, 3.0)
        with pytest.raises(ValueError, match=r"^y_pred: .*for logits say from_logits=True"):
            losses.categorical_crossentropy(np.broadcast_to([0.0, 1.0], shape), z)
        with pytest.raises(ValueError, match=r"^y_pred: .*for logits say from_logits=True"):
            losses.sparse_categorical_crossentropy(np.zeros(shape[:-1], int), z)
        with pytest.raises(ValueError, match=r"^y_pred: .*for logits say from_logits=True"):
            losses.binary_crossentropy(np.zeros(shape), z)


def test_targets_are_used_as_they_are():
    """Rows that sum to 1.0005 are taken within the tolerance, and not divided by their sum."""
    t, p = [[0.5, 0.5005]], [[0.25, 0.75]]
    expected = -(0.5 * np.log(0.25) + 0.5005 * np.log(0.75))
    np.testing.assert_allclose(losses.categorical_crossentropy(t, p), expected, rtol=1e-15)
    np.testing.assert_allclose(losses.categorical_crossentropy_gradient(t, p), [[-2.0, -0.5005 / 0.75]], rtol=1e-15)


@pytest.mark.parametrize("low", [-2500.0, -1e5, -1e9])
def test_shares_of_scores_that_are_all_far_below_zero(low):
    """One row alone, and beside a row of ordinary scores."""
    lower, expected = [low, low - 1.0, low - 2.0], np.exp([0.0, -1.0, -2.0]) / np.exp([0.0, -1.0, -2.0]).sum()
    for x in ([lower], [lower, [0.0, 1.0, 5.0]], [[1e9, 0.0, 0.0], lower]):
        row = x.index(lower)
        np.testing.assert_allclose(activations.softmax(x)[row], expected, rtol=1e-14)
        np.testing.assert_allclose(activations.log_softmax(x)[row], np.log(expected), rtol=1e-14)
        np.testing.assert_allclose(activations.softmax(np.transpose(x), axis=0)[:, row], expected, rtol=1e-14)
        np.testing.assert_allclose(activations.softmax(np.transpose(x), axis=-2)[:, row], expected, rtol=1e-14)


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_a_row_without_a_finite_maximum_is_refused_beside_good_ones(name):
    for bad in ([np.nan, 0.0], [np.inf, 0.0], [-np.inf, -np.inf]):
        with pytest.raises(ValueError, match=r"finite maximum"):
            getattr(activations, name)([[0.0, 1.0], bad])
        with pytest.raises(ValueError, match=r"finite maximum"):
            getattr(activations, name)(np.transpose([[0.0, 1.0], bad]), axis=0)


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_no_samples_are_no_mistake(name):
    assert getattr(activations, name)(np.zeros((0, 3))).shape == (0, 3)
    assert getattr(activations, name)(np.zeros((3, 0)), axis=0).shape == (3, 0)
    assert getattr(activations, f"{name}_jacobian")(np.zeros((0, 3))).shape == (0, 3, 3)


def test_equal_largest_scores_all_count():
    for row, count in (([3.0, 3.0], 2), ([3.0, 3.0, 3.0, -1e6], 3)):
        for x in (row, [row, row], [[row], [row]]):
            np.testing.assert_allclose(np.ravel(activations.log_softmax(x))[0], -np.log(count), rtol=1e-15)


def test_the_first_of_equal_rivals_counts_in_every_row():
    t, s = [[[0, 0, 1], [1, 0, 0]], [[0, 1, 0], [0, 0, 1]]], [[[2, 2, 0], [0, -1, -1]], [[1, 0, 1], [-5, -5, -4.5]]]
    expected = [[[1, 0, -1], [-0.0, 0, 0]], [[1, -1, 0], [1, 0, -1]]]
    np.testing.assert_array_equal(losses.categorical_hinge_gradient(t, s) * 4.0, expected)
    assert losses.categorical_hinge(t, s) == (3.0 + 0.0 + 2.0 + 0.5) / 4.0


def test_slopes_of_prelu_may_be_negative_at_every_rank():
    x = np.array([[[-2.0, 3.0]], [[-1.0, -4.0]]])
    alpha = np.array([[[-0.5, -0.25]], [[-1.0, 0.5]]])
    assert activations.prelu(x, alpha).tolist() == [[[1.0, 3.0]], [[1.0, -2.0]]]
    assert activations.prelu_derivative(x, alpha).tolist() == [[[-0.5, 1.0]], [[-1.0, 0.5]]]


@pytest.mark.parametrize("kind", [Adam, AdamW])
def test_decay_reaches_parameters_of_every_rank_with_amsgrad_too(kind):
    for amsgrad in (False, True):
        options = {"weight_decay": 0.25} if kind is AdamW else {}
        parameters = [np.array(2.0), np.array([2.0]), np.full((1, 2), 2.0), np.full((1, 1, 3), 2.0)]
        optimizer = kind(learning_rate=0.1, amsgrad=amsgrad, epsilon=0.1, **options)
        for g in (4.0, 0.5):
            optimizer.update(parameters, [np.full_like(w, g) for w in parameters])
        path = formulas.adam(2.0, [4.0, 0.5], rate=0.1, eps=0.1, amsgrad=amsgrad, decay=0.25 if options else 0.0)
        for w in parameters:
            np.testing.assert_allclose(w, float(list(path)[-1]) if w.ndim == 0 else parameters[0], rtol=1e-13)


@pytest.mark.parametrize("constant", [1e-2, 1.0])
def test_epsilon_outside_the_root_is_added_and_not_its_square(constant):
    for optimizer, formula, extra in (
        (Adagrad(0.1, 0.0, constant, False), formulas.adagrad, {"first": 0.0}),
        (RMSprop(0.1, 0.0, constant, False), formulas.rmsprop, {"rho": 0.0}),
    ):
        w, gradients = np.array([1.0]), [0.5, 0.0, 0.01]
        for g in gradients:
            optimizer.update([w], [np.array([g])])
        expected = list(formula(1.0, gradients, rate=0.1, eps=constant, inside=False, **extra))[-1]
        np.testing.assert_allclose(w, [float(expected)], rtol=1e-13)


def test_parameters_that_changed_places_are_refused():
    for optimizer in (Adam(), AdamW()):
        one, two = np.ones((2, 3)), np.ones((3, 2))
        optimizer.update([one, two], [one.copy(), two.copy()])
        for parameters in ([two, one], [one.reshape(6), two], [one]):
            with pytest.raises(ValueError, match=r"^parameters: expected the shapes of the first update"):
                optimizer.update(parameters, [np.ones_like(p) for p in parameters])


@pytest.mark.parametrize("rate", [0.25, 1.0, 3.0])
def test_the_perceptron_follows_its_rule_in_order_at_any_rate(rate):
    samples = [((2.0, -1.0), 1), ((0.5, 3.0), 0), ((-1.0, 0.5), 1), ((1.0, 1.0), 0), ((0.0, 0.0), 1)]
    history, _ = train(samples, rate=rate, epochs=6)
    unit = Perceptron([0.0, 0.0])
    for mistakes, w, b in history:
        assert unit.learn([x for x, _ in samples], [t for _, t in samples], rate) == mistakes
        assert unit.weights.tolist() == list(w)
        assert unit.bias == b


def test_a_descent_asks_for_the_slope_at_every_point():
    path = gradient_descent(lambda w: w**2, np.array([0.5, -0.25], np.float32), 0.5, 5)
    x, y = [0.5], [-0.25]
    for _ in range(5):
        x.append(x[-1] - 0.5 * x[-1] ** 2)
        y.append(y[-1] - 0.5 * y[-1] ** 2)
    assert path.dtype == np.float64
    np.testing.assert_allclose(path, np.transpose([x, y]), rtol=1e-15)


def test_weights_of_few_inputs_and_few_units():
    """One draw each for shapes in which the fan-in is 1, or far from the fan-out."""
    for shape in ((1, 1), (5, 1), (1, 5), (2, 400), (400, 2), (260, 270)):
        units, inputs = shape
        he = initializers.he_normal(shape, np.random.default_rng(1))
        np.testing.assert_array_equal(he, np.random.default_rng(1).normal(0.0, np.sqrt(2.0 / inputs), shape))
        glorot = initializers.glorot_uniform(shape, np.random.default_rng(1))
        bound = np.sqrt(6.0 / (units + inputs))
        np.testing.assert_array_equal(glorot, np.random.default_rng(1).uniform(-bound, bound, shape))


def test_more_classes_than_samples_leave_the_centres_where_they_are():
    x, labels = datasets.blobs(3, np.random.default_rng(0), classes=8, noise=0.0)
    assert labels.tolist() == [0, 1, 2]
    angles = 2.0 * np.pi * np.arange(3) / 8.0
    np.testing.assert_allclose(x, 2.0 * np.transpose([np.cos(angles), np.sin(angles)]), rtol=1e-15)


def test_an_epoch_without_updates_and_no_epoch_at_all():
    network = Network([Dense([[1.0]])])
    data = [[1.0]], [[2.0]]
    assert fit(network, *data, "mean_squared_error", SGD(), epochs=0) == {"loss": []}
    history = fit(network, *data, "mean_squared_error", SGD(0.0), 2, validation_data=data)
    assert history == {"loss": [1.0, 1.0], "val_loss": [1.0, 1.0]}
    assert network.layers[0].weights.tolist() == [[1.0]]


@pytest.mark.parametrize("row", [[700.3, 0.1, -3.3], [-700.3, 0.1, -33.7], [36.9, 0.3, 0.2]], ids=str)
def test_no_axis_loses_digits(row):
    for x, axis in ((np.transpose([row, row]), 0), (np.array([row, row])[:, :, np.newaxis], 1), (np.array(row), 0)):
        for function, reference in ((activations.softmax, softmax), (activations.log_softmax, log_softmax)):
            line = np.moveaxis(function(x, axis=axis), axis, -1).reshape(-1, 3)[0]
            assert ulps(line, precisely(reference, row)) <= 2.5


def test_results_have_double_precision_whatever_the_rank():
    for shape in ((), (3,), (2, 3), (2, 1, 3)):
        x = np.full(shape, 0.5, np.float32)
        for name in ("identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu"):
            assert np.asarray(getattr(activations, name)(x)).dtype == np.float64
        if shape:
            assert activations.softmax(x).dtype == activations.log_softmax(x).dtype == np.float64
    assert losses.one_hot([1, 0], 2).dtype == np.float64
    assert losses.one_hot([259, 256, 0], 260).argmax(axis=1).tolist() == [259, 256, 0]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(("w", "g"), [
    ((3,), (1,)), ((2, 2), ()), ((2, 2), (1, 1)), ((2,), (2, 1)), ((2, 1), (2,)), ((1, 2), (2,)), ((1,), ()), ((), (1,)),
    ((2, 3), (3, 2)), ((2, 2), (4,)),
], ids=str)  # fmt: skip
def test_a_gradient_has_exactly_the_shape_of_its_parameter(optimizer, w, g):
    parameter = np.ones(w)
    with pytest.raises(ValueError, match=r"^gradients\[0\]: expected shape"):
        optimizer().update([parameter], [np.ones(g)])
    assert (parameter == 1.0).all()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_layout_in_memory_does_not_matter(optimizer):
    """In rows or in columns, the parameter, the gradient, or both."""
    rng = np.random.default_rng(0)
    start, gradients = rng.normal(size=(3, 2)), rng.normal(size=(3, 3, 2))
    plain = start.copy()
    made = optimizer()
    for g in gradients:
        made.update([plain], [g])
    for of_parameter, of_gradient in (("F", "C"), ("C", "F"), ("F", "F")):
        w, again = np.array(start, order=of_parameter), optimizer()
        for g in gradients:
            again.update([w], [np.array(g, order=of_gradient)])
        np.testing.assert_array_equal(w, plain)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_finite_numbers_whose_sum_is_not_are_taken(optimizer):
    w = np.zeros(3)
    with np.errstate(over="ignore"):
        optimizer().update([w], [np.array([1.5e308, 1.5e308, -1.0])])
    assert np.isfinite(w).all()
    assert losses.mean_absolute_error([1.5e308, 1.5e308, 0.0], [1.5e308, 1.5e308, 0.0]) == 0.0


def test_a_gradient_of_zero_does_not_start_adam_anew():
    for betas in ((0.0, 0.5), (0.5, 0.5)):
        w, gradients = np.array([1.0]), [4.0, 0.0, 0.0, 0.5]
        optimizer = Adam(0.1, *betas)
        for g in gradients:
            optimizer.update([w], [np.array([g])])
        expected = list(formulas.adam(1.0, gradients, rate=0.1, b1=betas[0], b2=betas[1]))[-1]
        np.testing.assert_allclose(w, [float(expected)], rtol=1e-13)


@pytest.mark.parametrize("validated", [False, True])
def test_the_order_of_an_epoch_is_the_generators_with_validation_too(validated):
    x = 2.0 ** np.arange(8)[:, np.newaxis]
    rng, again, seen = np.random.default_rng(11), np.random.default_rng(11), []

    class Spy:
        def update(self, parameters, gradients):
            seen.append(-float(gradients[0][0, 0]))

    data = (x, np.ones((8, 1)))
    validation = data if validated else None
    fit(Network([Dense([[0.0]])]), *data, "half_sum_squared_error", Spy(), 2, 2, rng, validation)
    orders = [again.permutation(8) for _ in range(2)]
    assert seen == [(2.0 ** order[first:first + 2]).sum() for order in orders for first in range(0, 8, 2)]
