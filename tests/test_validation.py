"""Every argument, in one table: what is refused, and that the message names it."""

import numpy as np
import pytest

from dlnotes import (
    _validation,
    activations,
    datasets,
    gradient_check,
    initializers,
    losses,
    metrics,
    network,
    optimizers,
    training,
)

rng = np.random.default_rng(0)
X, T = [[0.25, 0.75]], [[0.0, 1.0]]
ACTIVATIONS = ["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu"]
VALUES = [
    *[("x", getattr(activations, n + s), {"x": X}) for n in ACTIVATIONS for s in ("", "_derivative")],
    *[("x", getattr(activations, n + s), {"x": X}) for n in ("softmax", "log_softmax") for s in ("", "_jacobian")],
    ("x", activations.prelu_alpha_gradient, {"x": X}),
    *[(a, f, {"x": X, "alpha": 0.5}) for a in ("x", "alpha") for f in (activations.prelu, activations.prelu_derivative)],
    *[
        (argument, getattr(losses, n + s), {"y_true": T, "y_pred": X})
        for argument in ("y_true", "y_pred")
        for n in (
            "mean_squared_error",
            "sum_squared_error",
            "half_sum_squared_error",
            "mean_absolute_error",
            "huber",
            "binary_crossentropy",
            "categorical_crossentropy",
            "hinge",
            "categorical_hinge",
        )
        for s in ("", "_gradient")
    ],
    *[
        ("y_pred", getattr(losses, "sparse_categorical_crossentropy" + s), {"y_true": [1], "y_pred": X})
        for s in ("", "_gradient")
    ],
    *[
        (argument, function, {"y_true": y_true, "y_pred": y_pred})
        for argument in ("y_true", "y_pred")
        for function, y_true, y_pred in (
            (metrics.binary_accuracy, [0.0, 1.0], [0.25, 0.75]),
            (metrics.categorical_accuracy, T, X),
            (metrics.sparse_categorical_accuracy, [1], X),
            (metrics.confusion_matrix, [1, 0], [1, 1]),
        )
    ],
    *[(a, network.weighted_sum, {"x": X, "weights": [1.0, 2.0], "bias": 0.0}) for a in ("x", "weights", "bias")],
    ("weights", network.Perceptron, {"weights": [1.0]}),
    ("x", network.Perceptron([1.0]).learn, {"x": [[1.0]], "y_true": [1.0]}),
    ("y_true", network.Perceptron([1.0]).learn, {"x": [[1.0]], "y_true": [1.0]}),
    ("weights", network.Dense, {"weights": [[1.0]]}),
    ("bias", network.Dense, {"weights": [[1.0]], "bias": [1.0]}),
    ("x", network.Network([network.Dense([[1.0]])]), {"x": [1.0]}),
    ("start", training.gradient_descent, {"gradient": lambda w: w, "start": 1.0, "learning_rate": 0.1, "steps": 1}),
    ("x", gradient_check.central_difference, {"f": np.sum, "x": X}),
    ("x", gradient_check.complex_step, {"f": np.sum, "x": X}),
    ("x", gradient_check.check_gradient, {"f": np.sum, "gradient": np.ones_like, "x": X}),
]
RATE = ("learning_rate", 0.0, np.inf)
MU = ("momentum", 0.0, 1.0)
BETAS = [("beta_1", 0.0, 1.0), ("beta_2", 0.0, 1.0)]
EPSILON = ("epsilon", np.nextafter(0, 1), np.inf)
# callable, valid arguments, and for each number its name, the least value that is taken and the bound that is not
NUMBERS = [
    (optimizers.SGD, {}, [RATE]),
    (optimizers.Momentum, {}, [RATE, MU]),
    (optimizers.NAG, {}, [RATE, MU]),
    (optimizers.Adagrad, {}, [RATE, EPSILON, ("initial_accumulator_value", 0.0, np.inf)]),
    (optimizers.RMSprop, {}, [RATE, EPSILON, ("rho", 0.0, 1.0)]),
    (optimizers.Adam, {}, [RATE, EPSILON, *BETAS]),
    (optimizers.AdamW, {}, [RATE, EPSILON, *BETAS, ("weight_decay", 0.0, np.inf)]),
    (losses.huber, {"y_true": 1.0, "y_pred": 2.0}, [("delta", np.nextafter(0, 1), np.inf)]),
    (losses.huber_gradient, {"y_true": 1.0, "y_pred": 2.0}, [("delta", np.nextafter(0, 1), np.inf)]),
    (metrics.binary_accuracy, {"y_true": [1.0], "y_pred": [2.0]}, [("threshold", -1e300, np.inf)]),
    (network.Perceptron, {"weights": [1.0]}, [("bias", -1e300, np.inf)]),
    (network.Perceptron([1.0]).learn, {"x": [[1.0]], "y_true": [1.0]}, [("learning_rate", np.nextafter(0, 1), np.inf)]),
    (initializers.normal, {"shape": (1, 1), "rng": rng}, [("stddev", 0.0, np.inf)]),
    (
        training.gradient_descent,
        {"gradient": lambda w: w, "start": 1.0, "learning_rate": 0.1, "steps": 1},
        [("learning_rate", np.nextafter(0, 1), np.inf)],
    ),
    (gradient_check.central_difference, {"f": np.sin, "x": 1.0}, [("step", 1e-12, np.inf)]),
    (gradient_check.complex_step, {"f": np.sin, "x": 1.0}, [("step", 1e-300, np.inf)]),
    (
        gradient_check.check_gradient,
        {"f": np.sin, "gradient": np.cos, "x": 1.0},
        [("tolerance", 1e-3, np.inf)],
    ),
    (
        datasets.noisy_line,
        {"samples": 1, "rng": rng},
        [("slope", -1e9, np.inf), ("intercept", -1e9, np.inf), ("noise", 0.0, np.inf)],
    ),
    (datasets.blobs, {"samples": 1, "rng": rng}, [("noise", 0.0, np.inf)]),
]
FIT = {
    "network": network.Network([network.Dense([[1.0]])]),
    "x": [[1.0]],
    "y_true": [[1.0]],
    "loss": "mean_squared_error",
    "optimizer": optimizers.SGD(),
}
WHOLE = [
    (training.iterations_per_epoch, {"samples": 3, "batch_size": 2}, [("samples", 1), ("batch_size", 1)]),
    (training.minibatches, {"x": [1], "y": [1], "batch_size": 1}, [("batch_size", 1)]),
    (training.fit, FIT, [("epochs", 0), ("batch_size", 1)]),
    (
        training.gradient_descent,
        {"gradient": lambda w: w, "start": 1.0, "learning_rate": 0.1, "steps": 1},
        [("steps", 0)],
    ),
    (datasets.noisy_line, {"samples": 1, "rng": rng}, [("samples", 1)]),
    (datasets.blobs, {"samples": 1, "rng": rng}, [("samples", 1), ("classes", 1)]),
]


def named(row):
    return getattr(row, "__qualname__", None) or (row if isinstance(row, str) else None)


@pytest.mark.parametrize(("argument", "function", "valid"), VALUES, ids=named)
def test_arrays_are_real_numbers(argument, function, valid):
    for wrong in ([[1j, 0j]], "one", [[None, None]], object()):
        with pytest.raises(TypeError, match=rf"^{argument}: expected real numbers, given "):
            function(**(valid | {argument: wrong}))
    with pytest.raises(ValueError, match=rf"^{argument}: expected a rectangular array, given rows of unequal length$"):
        function(**(valid | {argument: [[1.0], [1.0, 2.0]]}))
    if function not in (losses.hinge, losses.hinge_gradient):
        function(**valid)
    assert np.asarray(valid.get(argument)).tolist() == valid.get(argument)


@pytest.mark.parametrize(("function", "valid", "numbers"), NUMBERS, ids=named)
def test_numbers_lie_in_their_intervals(function, valid, numbers):
    for name, least, below in numbers:
        wrong = [np.nan, np.inf, -np.inf, *([below] if below < np.inf else []), *([least - 1.0] if least >= 0 else [])]
        for value in [*wrong, *([0.0] if 0 < least < 1e-300 else []), *([-1e-9] if least == 0.0 else [])]:
            with pytest.raises(ValueError, match=rf"^{name}: expected a finite number ?.*, given "):
                function(**(valid | {name: value}))
        for value in ("0.1", None, 1j, [0.1], np.array(0.1), True):
            with pytest.raises(TypeError, match=rf"^{name}: expected a real number, given "):
                function(**(valid | {name: value}))
        function(**(valid | {name: max(least, 1e-300) if least > 0 else least}))
        function(**(valid | {name: np.float32(0.5)}))


@pytest.mark.parametrize(("function", "valid", "numbers"), WHOLE, ids=named)
def test_whole_numbers_have_a_least_value(function, valid, numbers):
    for name, least in numbers:
        for value in (least - 1, -7):
            with pytest.raises(ValueError, match=rf"^{name}: expected at least {least}, given {value}$"):
                function(**(valid | {name: value}))
        for value in (1.0, "1", None, True, np.bool_(True)):
            with pytest.raises(TypeError, match=rf"^{name}: expected a whole number, given "):
                function(**(valid | {name: value}))
        function(**(valid | {name: least}))
        function(**(valid | {name: np.int64(max(1, least))}))


def test_what_a_gradient_returns_is_checked_too():
    message = "^gradient: expected real numbers, given complex128$"
    with pytest.raises(TypeError, match=message):
        training.gradient_descent(lambda w: w + 1j, 1.0, 0.1, 1)
    with pytest.raises(TypeError, match=message):
        gradient_check.check_gradient(np.sin, lambda x: x + 1j, 1.0)


def test_messages_in_full():
    """What was given and what is expected, word by word."""

    def message(function, *arguments, **options):
        with pytest.raises((TypeError, ValueError)) as caught:
            function(*arguments, **options)
        return str(caught.value)

    number, whole, array = _validation.real_number, _validation.whole_number, _validation.real_array
    assert message(number, "a", -1, least=0.0) == "a: expected a finite number at least 0, given -1"
    assert message(number, "a", 2.0, least=0, below=1) == "a: expected a finite number at least 0 and below 1, given 2.0"
    assert message(number, "a", 0.0, above=0) == "a: expected a finite number above 0, given 0.0"
    assert message(number, "a", "b") == "a: expected a real number, given 'b'"
    assert message(whole, "a", 1.5, least=0) == "a: expected a whole number, given 1.5"
    assert message(whole, "a", True, least=0) == "a: expected a whole number, given True"
    assert message(whole, "a", 0, least=1) == "a: expected at least 1, given 0"
    assert message(array, "a", [1j]) == "a: expected real numbers, given complex128"
    assert message(array, "a", [np.inf], finite=True) == "a: expected finite numbers, given nan or infinity"
    shapes = message(_validation.same_shape, "a", np.ones(2), "b", np.ones((2, 1)))
    assert shapes == "a: expected the shape of b, (2, 1), given (2,)"
    unknown = message(_validation.chosen, "a", "cosh", {"sin": np.sin, "cos": np.cos})
    assert unknown == "a: expected one of cos, sin, given 'cosh'"
    assert _validation.chosen("a", "sin", {"sin": np.sin, "cos": np.cos}) is np.sin


def test_numbers_come_back_as_pythons_own():
    assert type(_validation.real_number("a", np.float32(0.5))) is float
    assert type(_validation.whole_number("a", np.int8(5), least=0)) is int
    assert _validation.real_array("a", [1, 2]).dtype == np.float64
    x = np.array([1.0])
    assert _validation.real_array("a", x) is x
