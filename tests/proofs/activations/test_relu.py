"""Proofs of what the page activations/relu states beside its examples."""

import json
import re
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.activations import leaky_relu, prelu, relu, relu_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

ROOT = Path(__file__).parents[3]
POSITIVE = np.array([5e-324, 1e-300, 1e-3, 0.5, 2.0, 1000.0, 1.7e308])
SIXTEENTHS = np.arange(-64, 65) / 16
SAMPLES = np.array([[0.0], [1.0], [2.0], [3.0]])
TARGETS = 2.0 * SAMPLES + 1.0


def printed(name):
    """Return the numbers that a recorded program of a framework printed."""
    text = (ROOT / "docs" / "examples" / "activations" / f"{name}.out").read_text("utf-8")
    return re.findall(r"(?<=[=:] )[-+]?\d+(?:\.\d+)?", text)


def framework_vectors(framework, name):
    """Return what was recorded of an activation of a framework."""
    cases = json.loads((ROOT / "tests" / "frameworks" / "activations.json").read_text("utf-8"))["cases"]
    return [case for case in cases if case["framework"] == framework and case["name"] == name]


def test_relu_slope(fact, verify, claim):
    """The corner is the largest number on which the slope is still 0."""
    low, high = -1.0, 1.0
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (middle, high) if relu_derivative(middle) == 0 else (low, middle)
    values = fact(
        "activations/relu_slope",
        positive=np.unique(relu_derivative(POSITIVE)), negative=np.unique(relu_derivative(-POSITIVE)), corner=low,
    )
    verify("slope of a positive input", values["positive"], by_hand=1)
    verify("slope of a negative input", values["negative"], by_hand=0)
    verify("where the slope jumps", values["corner"], by_hand=0)
    claim("activations/relu_slope_stays", np.all(relu_derivative(POSITIVE) == 1.0))


def test_relu_lowest(fact, verify, claim):
    outputs = relu(np.concatenate([-POSITIVE, [0.0], POSITIVE]))
    values = fact("activations/relu_lowest", output=outputs.min())
    verify("smallest output", values["output"], by_hand=0)
    claim("activations/relu_never_negative", np.all(outputs >= 0))


def test_relu_subgradients(fact, verify, claim):
    """A slope s is a subgradient at 0 if the line s x stays below the curve on both sides."""
    below = [np.all(s * SIXTEENTHS <= relu(SIXTEENTHS)) for s in SIXTEENTHS]
    slopes = SIXTEENTHS[below]
    values = fact("activations/relu_subgradients", smallest=slopes.min(), largest=slopes.max())
    left, right = (mpmath.diff(lambda t: max(t, mpf(0)), 0, direction=side) for side in (-1, 1))
    verify("smallest subgradient at 0", values["smallest"], by_hand=0, mpmath=left)
    verify("largest subgradient at 0", values["largest"], by_hand=1, mpmath=right)
    claim("activations/relu_subgradients", np.array_equal(below, (SIXTEENTHS >= 0) & (SIXTEENTHS <= 1)))


def test_all_take_zero_at_the_corner(claim):
    """PyTorch's and Keras' slopes were recorded by automatic differentiation."""
    recorded = {
        framework: [case["slope"] for case in framework_vectors(framework, "relu") if case["x"] == [0.0]]
        for framework in ("torch", "keras")
    }
    agreed = recorded == {"torch": [[0.0]], "keras": [[0.0]]}
    claim("activations/all_take_zero_at_the_corner", agreed and relu_derivative(0.0) == relu_derivative(-0.0) == 0)


def neuron_after(bias, activation="relu", learning_rate=0.1, updates=1000):
    """Train one neuron of weight 1 on y = 2x + 1; return the weighted sums and gradients before each update, and w and b."""
    layer = Dense([[1.0]], bias=[bias], activation=activation)
    network, optimizer = Network([layer]), SGD(learning_rate=learning_rate)
    sums, gradients = [], []
    for _ in range(updates):
        sums.append(layer.weighted_sum(SAMPLES)[:, 0])
        trace = backpropagate(network, SAMPLES, TARGETS, loss="mean_squared_error")
        gradients.append([trace.gradients[0][0, 0], trace.gradients[1][0]])
        optimizer.update(network.parameters, trace.gradients)
    return np.array(sums), np.array(gradients), (layer.weights[0, 0], layer.bias[0])


def is_answer(parameters):
    """Tell whether w and b are those of y = 2x + 1."""
    return np.allclose(parameters, [2.0, 1.0], rtol=0, atol=1e-9)


def test_a_dead_neuron_stays_dead(claim):
    """All four sums are negative, so the gradient is 0 at every update; with another bias alone, the neuron learns."""
    sums, gradients, parameters = neuron_after(-4.0)
    dead = np.all(sums < 0) and not gradients.any() and parameters == (1.0, -4.0)
    resting, moving, learned = neuron_after(-1.5)
    claim(
        "activations/a_dead_neuron_stays_dead",
        dead and np.sum(resting[0] < 0) == 2 and moving[0].all() and is_answer(learned), ablation=True,
    )


def test_a_large_rate_kills(claim):
    """From the same start, one large step makes every sum negative for good, and small ones reach the answer."""
    sums, gradients, _ = neuron_after(4.0, learning_rate=3.0)
    killed = np.all(sums[0] > 0) and np.all(sums[1:] < 0) and not gradients[1:].any()
    _, _, learned = neuron_after(4.0)
    claim("activations/a_large_rate_kills", killed and is_answer(learned), ablation=True)


def test_leaky_defaults(fact, verify):
    """The slope of Keras' function is what its recorded outputs tell: y / x on the negative side."""
    pytorch, keras_layer = printed("relu_pytorch")[3], printed("relu_keras")[2]
    slopes = [case["y"][0] / case["x"][0] for case in framework_vectors("keras", "leaky_relu")]
    function = next(slope for slope in slopes if slope != float(keras_layer))
    values = fact(
        "activations/leaky_defaults",
        pytorch=float(pytorch), keras_layer=float(keras_layer), keras_function=function,
        ratio=float(Fraction(keras_layer) / Fraction(pytorch)),
    )
    verify("default of torch.nn.LeakyReLU", values["pytorch"], published="0.01")
    verify("default of keras.layers.LeakyReLU", values["keras_layer"], published="0.3")
    verify("default of keras.activations.leaky_relu", values["keras_function"], published="0.2")
    verify("ratio", values["ratio"], by_hand=mpf("0.3") / mpf("0.01"))


def test_leaky_relu_as_maximum(fact, verify, claim):
    """max(x, alpha x) is the Leaky ReLU up to a slope of 1; beyond it, each side gets what the other should."""
    x, slopes = SIXTEENTHS, SIXTEENTHS
    right = [np.array_equal(np.maximum(x, slope * x), leaky_relu(x, slope)) for slope in slopes]
    values = fact("activations/leaky_relu_as_maximum", limit=slopes[right].max())
    verify("largest slope for which the maximum is right", values["limit"], by_hand=1)
    swapped = [np.array_equal(np.maximum(x, slope * x), np.where(x > 0, slope * x, x)) for slope in slopes[slopes > 1]]
    claim("activations/leaky_relu_as_maximum", np.array_equal(right, slopes <= 1) and all(swapped))


def test_plain_relu(fact, verify):
    same = [np.array_equal(prelu(SIXTEENTHS, slope), relu(SIXTEENTHS)) for slope in SIXTEENTHS]
    values = fact("activations/plain_relu", alpha=SIXTEENTHS[same])
    verify("the one slope for which Leaky ReLU and PReLU are ReLU", values["alpha"], by_hand=[0])


def test_relu_with_negative_inputs(fact, verify):
    z = np.array([1.0] * 7 + [-1.0] * 3)
    values = fact("activations/relu_with_negative_inputs", product=np.prod(relu_derivative(z)))
    verify("product of ten slopes of ReLU, three inputs negative", values["product"], counting=1**7 * 0**3)


def test_two_relus_are_the_identity(claim):
    x = np.concatenate([-POSITIVE, SIXTEENTHS, POSITIVE])
    one_is_zero = np.all((relu(x) == 0) | (relu(-x) == 0))
    claim("activations/two_relus_are_the_identity", one_is_zero and np.array_equal(relu(x) - relu(-x), x))
