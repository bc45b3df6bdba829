"""Proofs of the numbers that the definitions of the glossary state."""

import numpy as np
from mpmath import mpf

from dlnotes.activations import leaky_relu, sigmoid_derivative, softmax, step, step_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import blobs, logic_gate
from dlnotes.gradient_check import central_difference
from dlnotes.initializers import he_normal
from dlnotes.losses import hinge, one_hot
from dlnotes.network import Dense, Network, Perceptron
from dlnotes.optimizers import Adam, AdamW
from dlnotes.training import iterations_per_epoch
from oracle.differentiation import derivative


def border(answer, low, high):
    """Return the float at which an answer turns from no to yes, by halving."""
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (low, middle) if answer(middle) else (middle, high)
    return high


def test_floats(fact, verify):
    numbers = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
    with np.errstate(invalid="ignore"):
        undefined = numbers[np.isnan(np.divide(numbers, numbers))]
    values = fact("reference/floats", one=np.nextafter(1.0, 2.0) - np.finfo(float).eps, underflowed=1e-200 * 1e-200,
                  undefined=undefined)
    verify("the number before machine epsilon", values["one"], by_hand=1)
    verify("1e-400 as a float", values["underflowed"], by_hand=0)
    verify("what gives nan when divided by itself", values["undefined"], by_hand=[0])


def test_labels(fact, verify):
    row = one_hot([1], 3)
    _, labels = blobs(12, np.random.default_rng(0), classes=4)
    values = fact("reference/labels", hot=row.max(), cold=row.min(), first=labels.min(), below_classes=4 - labels.max())
    verify("the entry of the class", values["hot"], by_hand=1)
    verify("the other entries", values["cold"], by_hand=0)
    verify("first class number", values["first"], by_hand=0)
    verify("classes minus last class number", values["below_classes"], by_hand=1)


def test_standardized(fact, verify):
    x = np.array([1.0, 3.0, 3.0, 1.0])
    standardized = (x - x.mean()) / x.std()
    values = fact("reference/standardized", mean=standardized.mean(), deviation=standardized.std(), variance=standardized.var())
    verify("mean", values["mean"], exact=sum([-1, 1, 1, -1]))
    verify("standard deviation", values["deviation"], exact=sum([1, 1, 1, 1]) // 4)
    verify("variance", values["variance"], exact=sum([1, 1, 1, 1]) // 4)


def test_decay(fact, verify):
    w = np.array([0.0])
    AdamW(learning_rate=0.1, weight_decay=0.5).update([w], [np.array([0.0])])
    values = fact("reference/decay", rest=w)
    verify("what decay leaves as it is", values["rest"], by_hand=[0])


def test_perceptron(fact, verify):
    answers = Perceptron([1.0, 1.0], bias=-1.5)(logic_gate("and")[0])
    x, target = logic_gate("xor")
    values = fact("reference/perceptron", low=answers.min(), high=answers.max(), differ=target.ravel()[x[:, 0] != x[:, 1]])
    verify("answer below the threshold", values["low"], by_hand=0)
    verify("answer above it", values["high"], by_hand=1)
    verify("XOR where the inputs differ", values["differ"], exact=[0 ^ 1, 1 ^ 0])


class Even:
    """A generator whose normal numbers are two, one on each side: their variance is exactly what was asked for."""

    def normal(self, mean, spread, size):
        return mean + spread * np.resize([1.0, -1.0], size)


def test_initialization(fact, verify, claim):
    values = fact("reference/initialization", he=8 * np.var(he_normal((4, 8), Even())), start=np.zeros((3, 2)).max())
    verify("variance of He weights times the inputs", values["he"], by_hand=2)
    verify("weights that start at 0", values["start"], by_hand=0)
    equal = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        network = Network([Dense(np.zeros((3, 2)), np.zeros(3), "sigmoid"), Dense(np.zeros((1, 3)), np.zeros(1))])
        for _ in range(5):
            gradients = backpropagate(network, rng.normal(size=(4, 2)), rng.normal(size=(4, 1)), "mean_squared_error").gradients
            for parameter, gradient in zip(network.parameters, gradients, strict=True):
                parameter -= 0.1 * gradient
        equal.append(np.ptp(network.layers[0].weights, axis=0).max() == 0)
    claim("reference/zero_start_keeps_neurons_equal", all(equal), seeds=20)


def test_functions(fact, verify):
    outputs = step(np.array([-2.0, 3.0]))
    values = fact("reference/functions", leaky=-leaky_relu(-1.0), saturated=sigmoid_derivative(800.0),
                  total=softmax([1.0, 2.0]).sum(), step_low=outputs.min(), step_high=outputs.max(),
                  step_slope=step_derivative(np.array([-2.0, 3.0])).max())
    verify("slope of Leaky ReLU", values["leaky"], by_hand=0.01)
    verify("slope of a saturated sigmoid", values["saturated"], by_hand=0)
    verify("sum of the outputs of softmax", values["total"], by_hand=1)
    verify("step of a negative number", values["step_low"], by_hand=0)
    verify("step of a positive number", values["step_high"], by_hand=1)
    verify("slope of the step, away from the jump", values["step_slope"], by_hand=0,
           central_difference=derivative(lambda x: mpf(x > 0), mpf(3)))


def test_factors(fact, verify):
    values = fact("reference/factors", border=border(lambda f: f**64 >= f, 0.5, 2.0), rest=0.9**10_000)
    verify("where powers turn from vanishing to exploding", values["border"], digits=12, by_hand=1)
    verify("a power of a factor below it", values["rest"], by_hand=0)


def test_margin(fact, verify):
    values = fact("reference/margin", free=border(lambda s: hinge([1.0], [s]) == 0.0, -3.0, 3.0))
    verify("smallest margin that costs nothing", values["free"], by_hand=1)


def test_difference(fact, verify):
    x, h = 3.0, 0.5
    values = fact("reference/difference", width=((x + h) - (x - h)) / h)
    verify("width in units of h", values["width"], by_hand=2)


def test_leftover(fact, verify):
    values = fact("reference/leftover", more=iterations_per_epoch(2050, 200) - iterations_per_epoch(2050, 200, drop_last=True))
    verify("iterations more", values["more"], counting=len(range(0, 2050, 200)) - len(range(200, 2051, 200)))


def test_saddle(fact, verify):
    values = fact("reference/saddle", slope=central_difference(lambda p: p[0] ** 2 - p[1] ** 2, np.zeros(2)))
    verify("gradient at a saddle", values["slope"], by_hand=[0, 0], exact=[2 * 0, -2 * 0])


def test_moving_average(fact, verify):
    w, optimizer = np.array([1.0]), Adam(beta_1=0.5)
    optimizer.update([w], [np.array([4.0])])
    start = (optimizer.state("m")[0] - 0.5 * 4.0) / 0.5
    values = fact("reference/moving_average", start=start)
    verify("where the moving average starts", values["start"], by_hand=[0])
