"""Proofs of what the page activations/relu states beside its examples."""

import json
import re
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.activations import leaky_relu, leaky_relu_derivative, prelu, relu, relu_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import he_normal
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


# the teaching code

GRID = np.arange(-32, 33) / 8
ALPHAS = (-0.5, 0.0, 0.01, 0.25, 1.0, 2.0)


def leaky(x, alpha):
    """Return Leaky ReLU as one expression, without cases."""
    x, alpha = mpf(x), mpf(alpha)
    return ((1 + alpha) * x + (1 - alpha) * abs(x)) / 2


def test_relu_by_hand(example, verify):
    values = example("activations/relu_by_hand").values
    verify("relu(x)", values["relu"](GRID), mpmath=[leaky(x, 0) for x in GRID.tolist()])
    inner = GRID[GRID != 0]
    left_and_right = [mpmath.diff(lambda t: leaky(t, 0), mpf(x)) for x in inner.tolist()]
    signs = [(1 + mpmath.sign(x)) / 2 for x in inner.tolist()]
    verify("relu'(x)", values["relu_derivative"](inner), mpmath=left_and_right, exact=signs)
    assert np.array_equal(values["relu"](GRID), relu(GRID))
    assert np.array_equal(values["relu_derivative"](GRID), relu_derivative(GRID))


def test_leaky_relu_by_hand(example, verify):
    values = example("activations/leaky_relu_by_hand").values
    verify("y", values["y"], by_hand=[2 * -2, 4])
    verify("slope", values["slope"], by_hand=[2, 1])
    inner = GRID[GRID != 0]
    for alpha in ALPHAS:
        verify("leaky_relu(x)", values["leaky_relu"](GRID, alpha), mpmath=[leaky(x, alpha) for x in GRID.tolist()])
        verify(
            "leaky_relu'(x)", values["leaky_relu_derivative"](inner, alpha),
            mpmath=[mpmath.diff(lambda t, a=alpha: leaky(t, a), mpf(x)) for x in inner.tolist()],
            exact=[alpha + (1 - alpha) * (x > 0) for x in inner.tolist()],
        )
        assert np.array_equal(values["leaky_relu"](GRID, alpha), leaky_relu(GRID, alpha))
        assert np.array_equal(values["leaky_relu_derivative"](GRID, alpha), leaky_relu_derivative(GRID, alpha))


def test_relu_in_place(example, verify, claim):
    values = example("activations/relu_in_place").values
    verify("difference", values["difference"], by_hand=[0, 3])
    verify("x after the calls", values["x"], by_hand=[0, 3])
    x = np.array([-2.0, 3.0])
    whole = np.maximum(0, x) - np.maximum(0, -x)
    claim("activations/in_place_relu_destroys", np.array_equal(whole, x) and not np.array_equal(values["difference"], x))


# where ReLU is linear, and which paths are open

SEEDS = 20


def test_fixed_pattern_is_linear(claim):
    """The middle between two inputs has the middle of their outputs, if the same neurons are on; if not, mostly it has not."""
    near, far = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        sizes = [(8, 3), (8, 8), (2, 8)]
        layers = [Dense(rng.normal(size=s), rng.normal(size=s[0]), "relu" if s[0] == 8 else "identity") for s in sizes]
        x, direction = rng.normal(size=3), rng.normal(size=3)
        for step, found in ((1e-6, near), (3.0, far)):
            three = np.array([x - step * direction, x, x + step * direction])
            patterns = np.hstack([layers[0].weighted_sum(three) > 0, layers[1].weighted_sum(layers[0](three)) > 0])
            y = Network(layers)(three)
            is_same = np.all(patterns == patterns[1])
            found.append((is_same, np.allclose(y[0] + y[2], 2 * y[1], rtol=1e-12, atol=1e-12)))
    held = all(same and middle for same, middle in near) and not any(same or middle for same, middle in far)
    claim("activations/fixed_pattern_is_linear", held, seeds=SEEDS)


def test_open_paths_carry_the_gradient(claim):
    """Ten layers of 32 neurons: those that are off have delta 0, those that are on hand a gradient to the first layer."""
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes([32] * 11 + [1], rng, "relu", initializer="he_normal")
        layers = backpropagate(network, rng.normal(size=32), [1.0], "mean_squared_error").layers[:-1]
        off = [layer.weighted_sum <= 0 for layer in layers]
        cut = all(not layer.delta[o].any() and o.any() for layer, o in zip(layers, off, strict=True))
        held.append(cut and layers[0].delta[~off[0]].any())
    claim("activations/open_paths_carry_the_gradient", all(held), seeds=SEEDS)


def test_others_wake_a_sample(claim):
    """After one update the second sample's sum is positive, although it gave no gradient of its own."""
    sums, _, _ = neuron_after(-1.5, updates=2)
    layer = Dense([[1.0]], bias=[-1.5], activation="relu")
    alone = backpropagate(Network([layer]), SAMPLES[1:2], TARGETS[1:2], "mean_squared_error").gradients
    claim("activations/others_wake_a_sample", sums[0][1] < 0 < sums[1][1] and not any(g.any() for g in alone))


def test_relu_first_update(fact, verify):
    """The mean error of the neuron by hand, before and after its first update."""
    layer = Dense([[1.0]], bias=[-1.5], activation="relu")
    network, errors = Network([layer]), []
    for _ in range(2):
        trace = backpropagate(network, SAMPLES, TARGETS, "mean_squared_error")
        errors.append(trace.loss)
        SGD(learning_rate=0.1).update(network.parameters, trace.gradients)
    values = fact("activations/relu_first_update", before=errors[0], after=errors[1])
    for name, w, b in (("before", mpf(1), mpf("-1.5")), ("after", mpf("2.275"), mpf(-1))):
        squares = [(max(mpf(0), w * x + b) - (2 * x + 1)) ** 2 for x in range(4)]
        verify(f"mean error {name} the first update", values[name], mpmath=mpmath.fsum(squares) / 4)


def test_bias_rate(fact, verify):
    """How much the weighted sum moves with the bias: by as much."""
    sums = [Dense([[1.0]], bias=[bias]).weighted_sum(SAMPLES) for bias in (-2.0, 0.0)]
    values = fact("activations/bias_rate", rate=np.unique((sums[1] - sums[0]) / 2))
    verify("rate of the weighted sum in the bias", values["rate"], mpmath=mpmath.diff(lambda b: 3 + b, -1))


def test_relu_growth(fact, verify, claim):
    """Ten layers of 64 neurons with He's weights, and with twice these weights."""
    layers, width, factor = 10, 64, 2
    shares, growth, alone = [], [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes([width] * (layers + 1), rng, "relu", initializer="he_normal")
        network.layers[-1].activation = "relu"
        x = rng.normal(size=(256, width))
        y = network(x)
        shares.append(np.mean(y**2) / np.mean(x**2))
        for layer in network.layers:
            layer.weights *= factor
        growth.append(np.median(network(x)[y > 0] / y[y > 0]))
        again = np.random.default_rng(seed)
        weights = [again.normal(0.0, np.sqrt(2 / width), (width, width)).astype(np.longdouble) for _ in range(layers)]
        x = a = again.normal(size=(256, width)).astype(np.longdouble)
        for w in weights:
            a = (a @ w.T + abs(a @ w.T)) / 2
        alone.append(np.mean(a**2) / np.mean(x**2))
    values = fact(
        "activations/relu_growth", seeds=len(shares), layers=len(network.layers), middle=np.median(shares), lowest=min(shares),
        highest=max(shares), factor=factor, grown=np.median(growth),
    )
    verify("networks", values["seeds"], counting=len(alone))
    verify("layers", values["layers"], counting=len(weights))
    for name, value in (("middle", np.median(alone)), ("lowest", min(alone)), ("highest", max(alone))):
        verify(f"share of the mean square, {name}", values[name], digits=9, closed_form=mpf(str(value)))
    verify("factor", values["factor"], by_hand=2)
    verify("growth of the outputs", values["grown"], by_hand=mpf(2) ** 10)
    claim("activations/growth_by_the_weights", np.ptp(growth) == 0 and growth[0] == 1024, seeds=SEEDS, ablation=True)


# the half that ReLU removes, and its mean

def test_relu_half(fact, verify):
    """Mean squares over a grid that has -u with every u."""
    u = np.arange(-400, 401) / 100
    values = fact("activations/relu_half", share=np.mean(relu(u) ** 2) / np.mean(u**2))
    bell = [mpmath.quad(lambda t, low=low: t**2 * mpmath.npdf(t), [low, 0, mpmath.inf]) for low in (0, -mpmath.inf)]
    verify("share of the mean square that ReLU keeps", values["share"], mpmath=bell[0] / bell[1])


def test_relu_mean(fact, verify):
    """The trapezoidal rule on a fine grid: the bell curve and its slope vanish at both ends."""
    u = np.linspace(-12, 12, 240_001)
    heights = relu(u) * np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi)
    values = fact("activations/relu_mean", mean=round(np.sum(heights) * (u[1] - u[0]), 6))
    verify("mean output for standard normal inputs", values["mean"], digits=5, closed_form=1 / mpmath.sqrt(2 * mpmath.pi))


# dead neurons

def test_dead_bias(fact, verify, claim):
    """Try every sixteenth from -8 to 8 as bias of a neuron of weight 1."""
    biases = np.arange(-128, 129) / 16
    dead = []
    for bias in biases:
        network = Network([Dense([[1.0]], bias=[bias], activation="relu")])
        dead.append(not any(g.any() for g in backpropagate(network, SAMPLES, TARGETS, "mean_squared_error").gradients))
    values = fact("activations/relu_dead_bias", largest=biases[dead].max())
    verify("largest bias of a dead neuron", values["largest"], exact=-max(range(4)))
    claim("activations/dead_up_to_this_bias", np.array_equal(dead, biases <= -3))


SINE_X = np.linspace(-1.0, 1.0, 32)[:, np.newaxis]
SINE_Y = np.sin(3.0 * SINE_X)


def sine_alone(seed, phases, alpha=0.0, units=16):
    """Train the network of the sine curve in extended precision, without the package; after each phase: who is off, error."""
    rng, alpha = np.random.default_rng(seed), np.longdouble(alpha)
    inward = rng.normal(0.0, np.sqrt(2.0), (units, 1)).astype(np.longdouble)
    outward = rng.normal(0.0, np.sqrt(2.0 / units), (1, units)).astype(np.longdouble)
    bias, last = np.zeros(units, np.longdouble), np.zeros(1, np.longdouble)
    x, y, found = SINE_X.astype(np.longdouble), SINE_Y.astype(np.longdouble), []
    for rate, updates in phases:
        for update in range(updates + 1):
            z = x @ inward.T + bias
            on = z > 0
            hidden = np.where(on, z, alpha * z)
            error = hidden @ outward.T + last - y
            if update == updates:
                found.append((~on, np.mean(error**2)))
                break
            delta = 2 * error / len(x)
            below = (delta @ outward) * np.where(on, 1, alpha)
            outward, last = outward - rate * delta.T @ hidden, last - rate * delta.sum(0)
            inward, bias = inward - rate * below.T @ x, bias - rate * below.sum(0)
    return found


def sine(seed, phases, activation="relu", units=16):
    """The same with the package."""
    network = Network.from_sizes([1, units, 1], np.random.default_rng(seed), activation, initializer="he_normal")
    found = []
    for rate, updates in phases:
        for _ in range(updates):
            trace = backpropagate(network, SINE_X, SINE_Y, "mean_squared_error")
            SGD(learning_rate=rate).update(network.parameters, trace.gradients)
        error = backpropagate(network, SINE_X, SINE_Y, "mean_squared_error").loss
        found.append((network.layers[0].weighted_sum(SINE_X) <= 0, error))
    return found


def dead_in(off):
    """Count the neurons that are off for every sample."""
    return int(np.all(off, axis=0).sum())


def test_relu_dying(example, verify, claim):
    values = example("activations/relu_dying").values
    rates = [np.longdouble(rate) for rate in (0.1, 0.3, 0.5)]
    alone = [[dead_in(sine_alone(seed, [(rate, 200)])[0][0]) for seed in range(SEEDS)] for rate in rates]
    verify("dead neurons", values["dead"], counting=alone)
    verify("median of the dead", values["middle"], counting=[float(np.median(counts)) for counts in alone])
    verify("fewest dead", values["low"], counting=[min(counts) for counts in alone])
    verify("most dead", values["high"], counting=[max(counts) for counts in alone])
    few, some, many = np.median(values["dead"], axis=1)
    claim("activations/large_rates_kill", few == 0 and 0 < some < 8 < many, seeds=SEEDS, ablation=True)


def test_relu_resting(fact, verify):
    """At the small rate: the share of all pairs of neuron and sample with a sum that is not positive, in the median start."""
    shares = [np.mean(sine(seed, [(0.1, 200)])[0][0]) for seed in range(SEEDS)]
    values = fact("activations/relu_resting", share=np.median(shares))
    alone = [np.mean(sine_alone(seed, [(np.longdouble(0.1), 200)])[0][0]) for seed in range(SEEDS)]
    verify("share of sums that are not positive", values["share"], counting=float(np.median(alone)))


def test_relu_versus_leaky(fact, verify):
    errors = {name: np.median([sine(seed, [(0.1, 200)], name)[0][1] for seed in range(SEEDS)]) for name in ("relu", "leaky_relu")}
    values = fact("activations/relu_versus_leaky", relu=errors["relu"], leaky=errors["leaky_relu"])
    for name, alpha in (("relu", "0"), ("leaky", "0.01")):
        alone = [sine_alone(seed, [(np.longdouble("0.1"), 200)], np.longdouble(alpha))[0][1] for seed in range(SEEDS)]
        verify(f"median error with {name}", values[name], digits=9, closed_form=mpf(str(np.median(alone))))


RESCUE = (("0.5", 200), ("0.1", 300))


def rescued(run, *arguments):
    """Return (off before, off before and after, worst error at the end) over all starts."""
    before, both, errors = 0, 0, []
    for seed in range(SEEDS):
        (first, _), (second, error) = run(seed, *arguments)
        dead, still = np.all(first, axis=0), np.all(second, axis=0)
        before, both = before + int(dead.sum()), both + int((dead & still).sum())
        errors.append(error)
    return before, both, max(errors)


def test_dead_stay_dead(fact, verify, claim):
    """A large rate, then a small one: ReLU and Leaky ReLU from the same starts."""
    phases = [(float(rate), updates) for rate, updates in RESCUE]
    dead, still, worst = rescued(sine, phases, "relu")
    off, leaky_still, leaky_worst = rescued(sine, phases, "leaky_relu")
    values = fact(
        "activations/relu_rescue", more=phases[1][1], dead=dead, worst=worst, leaky_off=off,
        leaky_back=off - leaky_still, leaky_worst=leaky_worst,
    )
    alone = [(np.longdouble(rate), updates) for rate, updates in RESCUE]
    own = rescued(sine_alone, alone)
    own_leaky = rescued(sine_alone, alone, np.longdouble("0.01"))
    verify("updates after the change", values["more"], counting=sum(1 for _ in range(RESCUE[1][1])))
    verify("dead before", values["dead"], counting=own[0])
    verify("worst error", values["worst"], digits=6, closed_form=mpf(str(own[2])))
    verify("off before, with a leak", values["leaky_off"], counting=own_leaky[0])
    verify("back again, with a leak", values["leaky_back"], counting=own_leaky[0] - own_leaky[1])
    verify("worst error, with a leak", values["leaky_worst"], digits=6, closed_form=mpf(str(own_leaky[2])))
    held = still == dead and leaky_still >= off - 2 and leaky_worst < 0.7 * worst
    claim("activations/dead_stay_dead", held, seeds=SEEDS, ablation=True)


def revived(seed, is_frozen):
    """Tell whether a neuron of the second hidden layer was off for every sample and later on for some."""
    network = Network.from_sizes([1, 8, 8, 1], np.random.default_rng(seed), "relu", initializer="he_normal")
    was_off, came_back = np.zeros(8, bool), False
    for _ in range(500):
        trace = backpropagate(network, SINE_X, SINE_Y, "mean_squared_error")
        off = np.all(trace.layers[1].weighted_sum <= 0, axis=0)
        came_back = came_back or bool(np.any(was_off & ~off))
        was_off = was_off | off
        first, bias, *others = trace.gradients
        frozen = [np.zeros_like(first), np.zeros_like(bias)] if is_frozen else [first, bias]
        SGD(learning_rate=0.1).update(network.parameters, [*frozen, *others])
    return came_back


def revived_alone(seed):
    """The same in extended precision, without the package."""
    rng = np.random.default_rng(seed)
    weights = [rng.normal(0.0, np.sqrt(2.0 / n), (m, n)).astype(np.longdouble) for m, n in ((8, 1), (8, 8), (1, 8))]
    biases, rate = [np.zeros(m, np.longdouble) for m in (8, 8, 1)], np.longdouble("0.1")
    x, y = SINE_X.astype(np.longdouble), SINE_Y.astype(np.longdouble)
    was_off, came_back = np.zeros(8, bool), False
    for _ in range(500):
        z1 = x @ weights[0].T + biases[0]
        a1 = z1 * (z1 > 0)
        z2 = a1 @ weights[1].T + biases[1]
        a2 = z2 * (z2 > 0)
        off = np.all(z2 <= 0, axis=0)
        came_back, was_off = came_back or bool(np.any(was_off & ~off)), was_off | off
        d3 = 2 * (a2 @ weights[2].T + biases[2] - y) / len(x)
        d2 = (d3 @ weights[2]) * (z2 > 0)
        d1 = (d2 @ weights[1]) * (z1 > 0)
        pairs = [(d1, x), (d2, a1), (d3, a2)]
        weights = [w - rate * d.T @ a for w, (d, a) in zip(weights, pairs, strict=True)]
        biases = [b - rate * d.sum(0) for b, (d, _) in zip(biases, pairs, strict=True)]
    return came_back


def test_layers_below_revive(fact, verify, claim):
    """From the same starts with the first layer frozen, and nothing else changed, no neuron comes back."""
    moving = [revived(seed, is_frozen=False) for seed in range(SEEDS)]
    frozen = [revived(seed, is_frozen=True) for seed in range(SEEDS)]
    values = fact("activations/relu_revival", seeds=len(moving), seeds_with=sum(moving))
    alone = [revived_alone(seed) for seed in range(SEEDS)]
    verify("networks", values["seeds"], counting=len(alone))
    verify("networks in which a neuron came back", values["seeds_with"], counting=sum(alone))
    claim("activations/layers_below_revive", sum(moving) > SEEDS / 2 and not any(frozen), seeds=SEEDS, ablation=True)


def test_relu_hits(fact, verify):
    """How often a weighted sum of two hidden layers is exactly 0, for random inputs and He's weights."""
    exact, sums = 0, 0
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes([4, 16, 16, 1], rng, "relu", initializer="he_normal")
        x = rng.normal(size=(16, 4))
        hidden = [layer.weighted_sum for layer in backpropagate(network, x, np.ones((16, 1)), "mean_squared_error").layers[:2]]
        exact, sums = exact + sum(int(np.sum(z == 0)) for z in hidden), sums + sum(z.size for z in hidden)
    values = fact("activations/relu_hits", seeds=SEEDS, exact=exact, sums=sums)
    verify("networks", values["seeds"], counting=len(range(SEEDS)))
    verify("weighted sums", values["sums"], counting=20 * 16 * (16 + 16))
    verify("weighted sums that are exactly 0", values["exact"], by_hand=0)


def test_prelu_start(fact, verify):
    """The outputs and targets of the two negative inputs before the first step."""
    x = np.array([-2.0, -1.0])
    values = fact("activations/prelu_start", outputs=prelu(x, 0.25), targets=prelu(x, 0.1))
    verify("outputs", values["outputs"], exact=[float(Fraction(1, 4) * number) for number in (-2, -1)])
    verify("targets", values["targets"], exact=[number / 10 for number in (-2, -1)])


def test_relu_weights(fact, verify):
    """He's weights from a generator whose draws come in pairs, one on each side."""
    class Even:
        def normal(self, mean, spread, size):
            return mean + spread * np.resize([1.0, -1.0], size)

    values = fact("activations/relu_weights", mean=he_normal((4, 6), Even()).mean())
    verify("mean of the weights", values["mean"], by_hand=0)
