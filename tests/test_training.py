"""Batches that partition the data, descents with a closed form, and training runs of PyTorch and Keras (stored)."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlnotes import optimizers
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD, Adam
from dlnotes.training import fit, gradient_descent, iterations_per_epoch, minibatches


def test_gradient_descent_of_a_parabola_has_a_closed_form():
    path = gradient_descent(lambda w: 2.0 * np.array([1.0, 3.0]) * w, [1.0, -2.0], learning_rate=0.1, steps=20)
    t = np.arange(21)[:, np.newaxis]
    np.testing.assert_allclose(path, np.array([1.0, -2.0]) * np.array([0.8, 0.4]) ** t, rtol=1e-13)
    assert gradient_descent(lambda w: w, 3, learning_rate=0.5, steps=0).tolist() == [3.0]


def test_gradient_descent_owns_its_points():
    start = np.array([1.0, 2.0])

    def rude(w):
        w *= 0.0
        return w + 1.0

    path = gradient_descent(rude, start, learning_rate=0.5, steps=2)
    assert path.tolist() == [[1.0, 2.0], [0.5, 1.5], [0.0, 1.0]]
    path[...] = 0.0
    assert start.tolist() == [1.0, 2.0]


def test_gradient_descent_refuses_bad_arguments():
    def descend(start=1.0, learning_rate=0.1, steps=1, gradient=lambda w: w):
        return gradient_descent(gradient, start, learning_rate, steps)

    for rate in (0.0, -0.1, np.nan, np.inf):
        with pytest.raises(ValueError, match=r"^learning_rate: expected a finite number above 0"):
            descend(learning_rate=rate)
    with pytest.raises(ValueError, match=r"^steps: expected at least 0, given -1"):
        descend(steps=-1)
    with pytest.raises(TypeError, match=r"^steps: expected a whole number, given 1.5"):
        descend(steps=1.5)
    with pytest.raises(ValueError, match=r"^start: expected finite"):
        descend(start=np.nan)
    with pytest.raises(ValueError, match=r"^gradient: expected shape \(2,\), given \(\)"):
        descend(start=[1.0, 2.0], gradient=lambda w: 1.0)


def test_a_descent_that_diverges_is_shown_not_hidden():
    path = gradient_descent(lambda w: 2.0 * w, 1.0, learning_rate=1.5, steps=3)
    assert path.tolist() == [1.0, -2.0, 4.0, -8.0]


@pytest.mark.parametrize(
    ("samples", "batch_size", "kept", "dropped"),
    [(2000, 200, 10, 10), (2050, 200, 11, 10), (1, 1, 1, 1), (5, 8, 1, 0), (60000, 100, 600, 600), (10, 3, 4, 3)],
)
def test_iterations_per_epoch(samples, batch_size, kept, dropped):
    assert iterations_per_epoch(samples, batch_size) == kept
    assert iterations_per_epoch(samples, batch_size, drop_last=True) == dropped


@pytest.mark.parametrize("name", ["samples", "batch_size"])
def test_sizes_below_one_are_refused(name):
    for value in (0, -3):
        with pytest.raises(ValueError, match=rf"^{name}: expected at least 1, given {value}"):
            iterations_per_epoch(**({"samples": 10, "batch_size": 2} | {name: value}))
    for value in (2.0, "2", None, True):
        with pytest.raises(TypeError, match=rf"^{name}: expected a whole number, given {value!r}"):
            iterations_per_epoch(**({"samples": 10, "batch_size": 2} | {name: value}))
    assert iterations_per_epoch(np.int64(10), np.int32(3)) == 4


def test_minibatches_check_at_the_call():
    for y in ([1, 2], 5):
        with pytest.raises(ValueError, match=r"^y: expected as many as x, \(3,\), given"):
            minibatches([1, 2, 3], y, batch_size=1)
    with pytest.raises(ValueError, match=r"^y: expected as many as x"):
        minibatches(3, [1, 2, 3], batch_size=1)
    with pytest.raises(ValueError, match=r"^batch_size: expected at least 1, given 0"):
        minibatches([1, 2, 3], [1, 2, 3], batch_size=0)
    with pytest.raises(ValueError, match=r"^samples: expected at least 1, given 0"):
        minibatches([], [], batch_size=1)


def test_minibatches_in_order():
    batches = list(minibatches(np.arange(10).reshape(5, 2), list("abcde"), 2))
    assert [x.tolist() for x, _ in batches] == [[[0, 1], [2, 3]], [[4, 5], [6, 7]], [[8, 9]]]
    assert [y.tolist() for _, y in batches] == [["a", "b"], ["c", "d"], ["e"]]
    assert len(list(minibatches(np.arange(5), np.arange(5), 2, drop_last=True))) == 2


def test_minibatches_shuffle_anew_and_as_the_generator_says():
    x = np.arange(50)
    rng = np.random.default_rng(0)
    first, second = (np.concatenate([b for b, _ in minibatches(x, x, 8, rng)]) for _ in range(2))
    assert (first != x).any()
    assert (first != second).any()
    again = np.concatenate([b for b, _ in minibatches(x, x, 8, np.random.default_rng(0))])
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(x, np.arange(50))


@given(st.integers(1, 60), st.integers(1, 70), st.booleans(), st.booleans())
def test_batches_partition_the_data(samples, batch_size, shuffle, drop_last):
    x = np.arange(samples) * 10
    rng = np.random.default_rng(samples) if shuffle else None
    batches = list(minibatches(x, x + 1, batch_size, rng, drop_last))
    assert len(batches) == iterations_per_epoch(samples, batch_size, drop_last)
    sizes = [len(a) for a, _ in batches]
    assert all(size == batch_size for size in sizes[:-1] + (sizes[-1:] if drop_last else []))
    assert all((b == a + 1).all() for a, b in batches)
    seen = np.concatenate([np.array([], dtype=int), *(a for a, _ in batches)])
    assert len(np.unique(seen)) == len(seen)
    if not drop_last:
        np.testing.assert_array_equal(np.sort(seen), x)


def line():
    x = np.linspace(-1.0, 1.0, 7)[:, np.newaxis]
    return x, 3.0 * x - 1.0


def test_fit_finds_the_line():
    x, y = line()
    network = Network([Dense([[0.0]], [0.0])])
    history = fit(network, x, y, "mean_squared_error", SGD(0.2), 200, 3, np.random.default_rng(0))
    np.testing.assert_allclose(network.layers[0].weights, [[3.0]], rtol=1e-6)
    np.testing.assert_allclose(network.layers[0].bias, [-1.0], rtol=1e-6)
    assert list(history) == ["loss"]
    assert len(history["loss"]) == 200
    assert history["loss"][-1] < 1e-12 < history["loss"][0]


def test_fit_by_hand():
    # One weight, loss (w x - y)^2, x = 1: batches (y = 2, 2) and (y = 5), rate 1/4, so w moves half the way.
    network = Network([Dense([[0.0]])])
    x, y = [[1.0], [1.0], [1.0]], [[2.0], [2.0], [5.0]]
    history = fit(network, x, y, "mean_squared_error", SGD(0.25), 2, 2, validation_data=([[1.0]], [[4.0]]))
    # epoch 1: loss 4 (2 samples), w = 1; loss 16 (1 sample), w = 3; epoch 2: loss 1, w = 2.5; loss 6.25, w = 3.75
    assert history == {"loss": [(2 * 4 + 16) / 3, (2 * 1 + 6.25) / 3], "val_loss": [1.0, 0.0625]}
    assert network.layers[0].weights[0, 0] == 3.75


def test_fit_shuffles_anew_in_every_epoch_with_the_given_generator():
    x, y = line()
    runs = []
    for seed in (0, 0, 1):
        network = Network([Dense([[0.0]], [0.0])])
        fit(network, x, y, "mean_squared_error", SGD(0.1), 3, 2, np.random.default_rng(seed))
        runs.append(network.layers[0].weights[0, 0])
    assert runs[0] == runs[1] != runs[2]
    network, rng = Network([Dense([[0.0]], [0.0])]), np.random.default_rng(0)
    for _ in range(3):
        fit(network, x, y, "mean_squared_error", SGD(0.1), 1, 2, rng)
    assert network.layers[0].weights[0, 0] == runs[0]


def test_fit_in_order_without_a_generator_and_with_defaults():
    x, y = np.linspace(0, 1, 40)[:, np.newaxis], np.linspace(1, 0, 40)[:, np.newaxis]
    seen = []

    class Spy:
        def update(self, parameters, gradients):
            seen.append(gradients[0].copy())

    network = Network([Dense([[0.0]])])
    assert len(fit(network, x, y, "half_sum_squared_error", Spy())["loss"]) == 1
    expected = [(-y[:32] * x[:32]).sum(), (-y[32:] * x[32:]).sum()]
    np.testing.assert_allclose(np.ravel(seen), expected, rtol=1e-13)


def test_fit_reports_progress_only_if_asked():
    calls = []

    def progress(rounds):
        for number in rounds:
            calls.append(number)
            yield number

    x, y = line()
    fit(Network([Dense([[0.0]])]), x, y, "mean_squared_error", SGD(), epochs=3, progress=progress)
    assert calls == [0, 1, 2]


def test_fit_changes_nothing_when_an_argument_is_bad():
    x, y = line()
    labels = np.array([0, 1, 0, 1, 0, 1, 2])
    network = Network([Dense([[1.0], [2.0]], activation="softmax")])
    bad = [
        ({"y_true": labels, "loss": "sparse_categorical_crossentropy", "batch_size": 2}, "^y_true: expected labels"),
        ({"y_true": labels[:5] % 2, "loss": "sparse_categorical_crossentropy"}, "^y: expected as many as x"),
        ({"loss": "mse"}, "^loss: expected one of"),
        ({"x": np.where(np.arange(7)[:, None] == 6, np.nan, x), "batch_size": 2}, "^x: expected finite"),
        ({"y_true": np.zeros((7, 2)), "batch_size": 0}, "^batch_size: expected at least 1"),
        ({"y_true": np.zeros((7, 2)), "epochs": -1}, "^epochs: expected at least 0"),
        ({"y_true": np.zeros((7, 2)), "validation_data": (x, y)}, "^y_true: expected the shape of y_pred"),
    ]
    for change, message in bad:
        arguments = {"x": x, "y_true": y, "loss": "mean_squared_error", "optimizer": SGD()} | change
        with pytest.raises(ValueError, match=message):
            fit(network, **arguments)
        assert network.layers[0].weights.tolist() == [[1.0], [2.0]]


def test_zero_weights_leave_hidden_units_equal():
    x, y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0.0], [1], [1], [0]])
    network = Network.from_sizes([2, 4, 1], np.random.default_rng(0), "tanh", initializer="zeros")
    fit(network, x, y, "mean_squared_error", Adam(0.1), epochs=50)
    assert (network.layers[0].weights == network.layers[0].weights[0]).all()


def test_xor_is_learned():
    x, y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0.0], [1], [1], [0]])
    network = Network.from_sizes([2, 8, 1], np.random.default_rng(0), "tanh", "sigmoid")
    history = fit(network, x, y, "binary_crossentropy", Adam(0.1), epochs=200)
    assert history["loss"][-1] < 0.01
    np.testing.assert_array_equal(network(x) > 0.5, y == 1)


STORED = json.loads((Path(__file__).parent / "frameworks" / "training.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", STORED, ids=lambda case: f"{case['framework']} {case['name']}")
def test_training_run_of_pytorch_and_keras_step_by_step(case):
    layers = zip(case["weights"], case["biases"], case["activations"], strict=True)
    network = Network([Dense(w, b, activation) for w, b, activation in layers])
    optimizer = getattr(optimizers, case["optimizer"])(**case["arguments"])
    x, y = np.array(case["x"]), np.array(case["y"])
    size = case["batch_size"]
    parts = [slice(i, i + size) for i in range(0, len(x), size)] * case["epochs"]
    for part, loss, parameters in zip(parts, case["losses"], case["parameters"], strict=True):
        history = fit(network, x[part], y[part], case["loss"], optimizer, batch_size=size)
        np.testing.assert_allclose(history["loss"], [loss], rtol=case["tolerance"])
        for ours, theirs in zip(network.parameters, parameters, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=case["tolerance"], atol=case["tolerance"])


@pytest.mark.parametrize(("activation", "loss", "y_true"), [
    ("softmax", "sparse_categorical_crossentropy", [0, 1]),
    ("softmax", "categorical_crossentropy", [[1.0, 0.0], [0.0, 1.0]]),
    ("sigmoid", "binary_crossentropy", [[1.0, 1.0], [0.0, 1.0]]),
])  # fmt: skip
def test_loss_of_an_epoch_is_finite_though_a_probability_is_rounded_to_zero(activation, loss, y_true):
    network = Network([Dense([[-1000.0], [1000.0]], activation=activation)])
    history = fit(network, [[1.0], [1.0]], y_true, loss, SGD(0.0), epochs=2)
    assert history["loss"] == [1000.0 if activation == "softmax" else 250.0] * 2
