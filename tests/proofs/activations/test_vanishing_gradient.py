"""Proofs of what the page on the vanishing gradient says beside its examples."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.activations import relu, sigmoid_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import Adam, RMSprop
from oracle import formulas as oracle
from oracle.deep_networks import SEEDS, deltas, drawn, forward, norms, shares, shares_of, slopes, verify_summary
from oracle.differentiation import derivative

NAMES = ("sigmoid", "tanh", "relu")
SCALES = (0.3, 1.0, 3.0)
LARGER = (1.0, 4.0, 8.0, 16.0)
GRID = np.linspace(-4.0, 4.0, 801)  # symmetric about 0


def test_vanishing_norms(example, verify):
    values = example("activations/vanishing_norms").values
    found = {source: np.array([[norms(name, seed)[source][:10] for seed in SEEDS] for name in NAMES])
             for source in ("closed_form", "complex_step")}  # fmt: skip
    parts = {source: runs / runs[:, :, 9:] for source, runs in found.items()}
    verify("layers", values["layers"], by_hand=[1, 4, 7, 10])
    verify("norm of the gradient dE/dz", values["runs"], digits=9, **found)
    verify("gradient norms / layer 10", values["shares"], digits=9, **parts)
    verify("gradient norms / layer 10, median", values["middle"], digits=9,
           **{source: np.median(rows, axis=1) for source, rows in parts.items()})  # fmt: skip
    for name, summary in (("median", np.median), ("lowest", np.min), ("highest", np.max)):
        verify(f"gradient norms, layer 1 / layer 10, {name}", values[name], digits=9,
               **{source: summary(rows[:, :, 0], axis=1) for source, rows in parts.items()})  # fmt: skip


def verify_figure(verify, data, cases):
    """Verify the medians and the ranges of the shares in layers 1 to 10."""
    verify("layer", data["layer"], by_hand=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for column, (name, settings) in cases.items():
        both = [norms(name, seed, **settings) for seed in SEEDS]
        runs = {source: np.array([run[source][:10] for run in both]) for source in ("closed_form", "complex_step")}
        for ending, summary in (("", np.median), (" lowest", np.min), (" highest", np.max)):
            expected = {source: summary(rows / rows[:, 9:], axis=0) for source, rows in runs.items()}
            verify(f"share of layer 10, {column}{ending}", data[f"{column}{ending}"], digits=9, **expected)


def test_vanishing_figure(figure, verify):
    verify_figure(verify, figure("activations/vanishing_gradient"), {name: (name, {}) for name in NAMES})


def test_vanishing_scales_figure(figure, verify):
    cases = {
        column: ("relu", {"initializer": "he", "scale": scale})
        for column, scale in zip(("small", "He", "large"), SCALES, strict=True)
    }
    verify_figure(verify, figure("activations/vanishing_scales"), cases)


def test_vanishing_by_hand(example, verify, claim):
    """The learner's loop, the package and the oracle find the same deltas, for every seed."""
    values = example("activations/vanishing_by_hand").values
    found = norms("sigmoid", 0)
    verify("norm of the gradient dE/dz", values["norms"], digits=9, **found)
    held = []
    for seed in SEEDS:
        x, target, weights = drawn(seed)
        ours = values["deltas"](x, target, weights)
        package = [layer.delta for layer in traced(seed).layers]
        expected = [delta.astype(float) for delta in deltas("sigmoid", seed)]
        held += [np.allclose(ours, expected, rtol=1e-9, atol=0), np.allclose(ours, package, rtol=1e-9, atol=0)]
    claim("activations/vanishing_by_hand_agrees", all(held), seeds=len(SEEDS))


def test_chain_of_three(fact, verify):
    """The chain that the page works out by hand: rounded to four digits, it gives the same."""
    network = Network([Dense([[w]], activation="sigmoid") for w in (0.5, 0.8, 1.0)])
    layers = backpropagate(network, [1.0], [0.0], "half_sum_squared_error").layers
    found = [layer.delta[0] for layer in layers]
    values = fact("activations/vanishing_chain", delta=found, share=found[0] / found[2], weights=[0.5, 0.8, 1.0], x=1.0,
                  target=0.0)

    def error_from(number, z):
        for w in (mpf("0.5"), mpf("0.8"), mpf(1))[number + 1 :]:
            z = w * oracle.sigmoid(z)
        return oracle.sigmoid(z) ** 2 / 2

    sums, a = [], mpf(1)
    for w in (mpf("0.5"), mpf("0.8"), mpf(1)):
        sums.append(w * a)
        a = oracle.sigmoid(sums[-1])
    expected = [derivative(lambda v, k=k: error_from(k, v), z) for k, z in enumerate(sums)]
    verify("deltas of the chain", values["delta"], central_difference=expected)
    verify("share of the last delta that is left", values["share"], central_difference=expected[0] / expected[2])
    verify("weights", values["weights"], by_hand=["0.5", "0.8", 1])
    verify("input and target", [values["x"], values["target"]], by_hand=[1, 0])


def test_vanishing_scales(example, verify):
    values = example("activations/vanishing_scales").values
    verify_summary(verify, values, shares_of(*(("relu", {"initializer": "he", "scale": scale}) for scale in SCALES)))


def traced(seed):
    """Return what the package's backpropagation finds in the sigmoid network of the page."""
    x, target, weights = drawn(seed)
    network = Network([Dense(w, activation="sigmoid") for w in weights[:-1]] + [Dense(weights[-1])])
    return backpropagate(network, x, target, "half_sum_squared_error")


def saturated(scale, seed):
    """Return the share of hidden neurons whose derivative is below a tenth of the largest, 0.25."""
    return float(np.mean([slope < 0.025 for slope in slopes("sigmoid", seed, scale=scale)]))


def test_vanishing_larger(example, verify):
    values = example("activations/vanishing_larger").values
    verify_summary(verify, values, shares_of(*(("sigmoid", {"scale": scale}) for scale in LARGER)))
    verify("saturated neurons, median", values["saturated"],
           closed_form=[np.median([saturated(scale, seed) for seed in SEEDS]) for scale in LARGER])
    verify("saturated neurons, percent", [f"{share:.0%}"[:-1] for share in values["saturated"]],
           counting=[round(100 * float(np.median([saturated(scale, seed) for seed in SEEDS]))) for scale in LARGER])


def test_larger_weights_saturate(claim):
    """Multiply the weights and nothing else: in every network more neurons are saturated each time."""
    rows = [[saturated(scale, seed) for seed in SEEDS] for scale in LARGER]
    held = all(less < more for small, large in pairwise(rows) for less, more in zip(small, large, strict=True))
    claim("activations/larger_weights_saturate", held, seeds=len(SEEDS), ablation=True)


def test_larger_weights_can_restore_the_norm(claim):
    """The median grows with the scale; at 16 times some networks explode while others still lose most."""
    rows = [shares("sigmoid", scale=scale) for scale in LARGER]
    medians = [np.median(row) for row in rows]
    held = medians == sorted(medians) and min(rows[-1]) < 0.2 and max(rows[-1]) > 10 and medians[2] < 0.2 < medians[3]
    claim("activations/larger_weights_restore_but_scatter", held, seeds=len(SEEDS), ablation=True)


def test_slope_one_keeps_more(claim):
    """Change the activation and nothing else: tanh and ReLU keep thousands of times more than the sigmoid, every time."""
    held = all(shares(name)[seed] > 1000 * shares("sigmoid")[seed] for name in ("tanh", "relu") for seed in SEEDS)
    claim("activations/slope_one_keeps_more", held, seeds=len(SEEDS), ablation=True)


def test_relu_kept_less_than_tanh(claim):
    claim("activations/relu_kept_less_with_xavier", all(shares("relu") < shares("tanh")), seeds=len(SEEDS))


def test_xavier_is_too_small_for_relu(claim):
    """Multiply every weight by the square root of 2, Xavier's variance to He's, and nothing else: ReLU passes tanh."""
    xavier, widened = shares("relu"), shares("relu", scale=np.sqrt(2.0))
    held = all(xavier < shares("tanh")) and all(widened > shares("tanh"))
    claim("activations/xavier_is_too_small_for_relu", held, seeds=len(SEEDS), ablation=True)


def test_relu_zeroes_about_half(claim):
    """The share of weighted sums that are not positive, over all hidden neurons of a network with He's weights."""
    found = [np.mean([z <= 0 for z in forward("relu", seed, initializer="he")[:-1]]) for seed in SEEDS]
    claim("activations/relu_zeroes_about_half", 0.45 < np.median(found) < 0.55 and 0.4 < min(found) < max(found) < 0.6,
          seeds=len(SEEDS))


def test_scale_decides(claim):
    """Scale He's weights and nothing else: too small vanishes, too large explodes, in every network."""
    small, he, large = (shares("relu", initializer="he", scale=scale) for scale in SCALES)
    held = max(small) < 1e-4 < 0.1 < min(he) < max(he) < 10 < 1e4 < min(large)
    claim("activations/scale_decides_for_relu", held, seeds=len(SEEDS), ablation=True)


def test_repeated_factor(claim):
    """The powers of one factor tend to 0 or grow without limit, and the longer the further."""
    shrinking = [mpf("0.99") ** n for n in (1, 10, 10_000, 1_000_000)]
    growing = [mpf("1.01") ** n for n in (1, 10, 10_000, 1_000_000)]
    held = shrinking == sorted(shrinking)[::-1] and shrinking[-1] < 1e-300 and growing == sorted(growing) and growing[-1] > 1e300
    claim("activations/repeated_factor", held)


def test_repeated_limits(fact, verify):
    values = fact("activations/repeated", limit=0.5**2000, still=1.0**2000)
    verify("limit of the powers of 0.5, and of 1", [values["limit"], values["still"]], by_hand=[0, 1])


def test_vanishing_all_ones(fact, verify, claim):
    hidden = Dense(np.zeros((32, 32)), activation="sigmoid")
    trace = backpropagate(Network([hidden, Dense(np.ones((32, 32)))]), np.zeros(32), np.zeros(32) - 1.0, "half_sum_squared_error")
    factor = np.linalg.norm(trace.layers[0].delta) / np.linalg.norm(trace.layers[1].delta)
    values = fact("activations/vanishing_all_ones", neurons=len(trace.layers[0].delta), factor=factor,
                  matrix_norm=np.linalg.norm(np.ones((32, 32))))
    verify("neurons", values["neurons"], by_hand=32)
    verify("factor of one layer", values["factor"], by_hand=mpf(32) / 4)
    verify("norm of the matrix", values["matrix_norm"], closed_form=mpmath.sqrt(32 * 32))
    claim("activations/all_ones_grow", factor == 8)


def chain(weights, x):
    """Return the product of w f'(z) along a chain of single sigmoid neurons, in 50 digits."""
    product, a = mpf(1), mpf(float(x))
    for w in weights:
        a = 1 / (1 + mpmath.exp(-w * a))
        product *= w * a * (1 - a)
    return product


def test_one_neuron_keeps_a_quarter(claim):
    """One neuron in each layer and no weight above 1 in size: at most a quarter each; a larger weight can exceed it."""
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        weights = [mpf(float(w)) for w in rng.uniform(-1, 1, size=10)]
        held.append(abs(chain(weights, rng.normal())) <= mpf(4) ** -10)
    assert abs(chain([mpf(8)], 0.0)) == 2
    claim("activations/one_neuron_keeps_a_quarter", all(held), seeds=len(SEEDS))


def test_one_weight_of_four(claim):
    """At a weighted sum of 0 the factor is w / 4; a large weighted sum makes the derivative far smaller."""
    def slope(z):
        return mpmath.exp(-z) / (1 + mpmath.exp(-z)) ** 2

    held = 4 * slope(mpf(0)) == 1 and 8 * slope(mpf(0)) == 2 and slope(mpf(8)) < mpf("0.25") / 100
    claim("activations/large_sums_saturate", held)


def gradients(seed):
    """Return the parameters and the gradients of the sigmoid network of the page."""
    x, target, weights = drawn(seed)
    layers = [Dense(w, activation="sigmoid") for w in weights[:-1]] + [Dense(weights[-1])]
    network = Network(layers)
    return network.parameters, backpropagate(network, x, target, loss="half_sum_squared_error").gradients


def adam_step(seed, **settings):
    """Return the median size of Adam's first steps in layer 1, as a share of the learning rate."""
    parameters, found = gradients(seed)
    before = parameters[0].copy()
    Adam(learning_rate=1.0, **settings).update(parameters, found)
    return float(np.median(np.abs(parameters[0] - before)))


def expected_step(seed, epsilon):
    """Return the same from the formula: g / (|g| + epsilon)."""
    gradient = np.abs(np.outer(deltas("sigmoid", seed)[0], drawn(seed)[0]).astype(float))
    return float(np.median(gradient / (gradient + epsilon)))


PYTORCH = {"epsilon": 1e-8, "epsilon_hat": False}
KERAS = {"epsilon": 1e-7, "epsilon_hat": True}


def test_vanishing_adam(fact, verify):
    found = np.array([[adam_step(seed, **settings) for seed in SEEDS] for settings in (PYTORCH, KERAS)])
    values = fact("activations/vanishing_adam", median=np.median(found, axis=1), lowest=found.min(axis=1),
                  highest=found.max(axis=1), epsilon=[settings["epsilon"] for settings in (PYTORCH, KERAS)])
    expected = np.array([[expected_step(seed, epsilon) for seed in SEEDS] for epsilon in (1e-8, 1e-7 / np.sqrt(0.001))])
    for name, summary in (("median", np.median), ("lowest", np.min), ("highest", np.max)):
        verify(f"first step / learning rate, {name}", values[name], digits=6, closed_form=summary(expected, axis=1))


def test_adam_rescales_until_epsilon(claim):
    """Change epsilon and nothing else: without a noticeable one the step is the whole rate, with a large one nothing."""
    held = []
    for seed in SEEDS:
        steps = [adam_step(seed, epsilon=epsilon, epsilon_hat=False) for epsilon in (1e-14, 1e-8, 1e-6, 1e-2)]
        held.append(steps[0] > 0.999 and steps == sorted(steps)[::-1] and steps[-1] < 1e-3)
    claim("activations/adam_rescales_until_epsilon", all(held), seeds=len(SEEDS), ablation=True)


def test_last_layers_dominate(claim):
    """In the sigmoid network, the output layer and layer 10 hold nearly all of the gradient's squared norm."""
    held = []
    for seed in SEEDS:
        squares = [float(np.sum(gradient**2)) for gradient in gradients(seed)[1]]
        held.append(sum(squares[-2:]) > 0.98 * sum(squares))
    claim("activations/last_layers_dominate", all(held), seeds=len(SEEDS))


def loss_after(rate, seed, steps=20):
    """Return the loss of the sigmoid network before and after some steps of gradient descent."""
    x, target, weights = drawn(seed)
    network = Network([Dense(w, activation="sigmoid") for w in weights[:-1]] + [Dense(weights[-1])])
    first = backpropagate(network, x, target, "half_sum_squared_error").loss
    for _ in range(steps):
        found = backpropagate(network, x, target, "half_sum_squared_error").gradients
        for w, g in zip(network.parameters, found, strict=True):
            w -= rate * g
    return first, backpropagate(network, x, target, "half_sum_squared_error").loss


def test_a_large_rate_overshoots(claim):
    """Multiply the rate by 100 and nothing else: the loss, which had nearly vanished, stays above half of its start."""
    held = []
    for seed in SEEDS:
        first, moderate = loss_after(0.05, seed)
        held.append(moderate < 1e-6 * first and not loss_after(5.0, seed)[1] < first / 2)
    claim("activations/large_rate_overshoots", all(held), seeds=len(SEEDS), ablation=True)


def test_small_gradient_is_no_small_loss(claim):
    """The loss is far from 0 in every sigmoid network whose first layer hardly receives a gradient."""
    held = []
    for seed in SEEDS:
        x, target, weights = drawn(seed)
        network = Network([Dense(w, activation="sigmoid") for w in weights[:-1]] + [Dense(weights[-1])])
        trace = backpropagate(network, x, target, "half_sum_squared_error")
        held.append(trace.loss > 1 and np.linalg.norm(trace.layers[0].delta) < 1e-4)
    claim("activations/small_gradient_large_loss", all(held), seeds=len(SEEDS))


def test_doubled_weights_keep_the_signs(claim):
    """Multiply every weight of a ReLU network without biases by 2: no weighted sum changes its sign."""
    pairs = [(forward("relu", seed, initializer="he"), forward("relu", seed, initializer="he", scale=2.0)) for seed in SEEDS]
    held = all(np.array_equal(np.sign(a), np.sign(b)) for once, twice in pairs for a, b in zip(once, twice, strict=True))
    claim("activations/doubled_weights_keep_signs", held, seeds=len(SEEDS), ablation=True)


def rmsprop_step(seed, epsilon):
    """Return the median size of RMSprop's first steps in layer 1, as a share of that of a large gradient."""
    parameters, found = gradients(seed)
    before = parameters[0].copy()
    RMSprop(learning_rate=np.sqrt(0.1), epsilon=epsilon, epsilon_inside_root=False).update(parameters, found)
    return float(np.median(np.abs(parameters[0] - before)))


def test_rmsprop_rescales_until_epsilon(claim):
    """Change epsilon and nothing else: without a noticeable one the step is that of any gradient, with a large one nothing."""
    held = []
    for seed in SEEDS:
        steps = [rmsprop_step(seed, epsilon) for epsilon in (1e-14, 1e-8, 1e-6, 1e-2)]
        held.append(steps[0] > 0.999 and steps == sorted(steps)[::-1] and steps[-1] < 1e-3)
    claim("activations/rmsprop_rescales_until_epsilon", all(held), seeds=len(SEEDS), ablation=True)


def test_a_larger_rate_keeps_the_ratio(claim):
    """Multiply the rate by 1000: the steps of layer 1 and of layer 10 grow alike."""
    held = []
    for seed in SEEDS:
        ratios = []
        for rate in (0.01, 10.0):
            parameters, found = gradients(seed)
            steps = [np.linalg.norm((p - rate * g) - p) for p, g in zip(parameters, found, strict=True)]
            ratios.append(steps[0] / steps[9])
        held.append(abs(ratios[0] / ratios[1] - 1) < 1e-6 and ratios[0] < 1e-4)
    claim("activations/rate_keeps_the_ratio", all(held), seeds=len(SEEDS))


def shortcut_share(seed, shortcut):
    """Return what arrives in layer 1, as a share of layer 10; with a shortcut, layers 2 to 10 add their input to their output."""
    x, target, weights = drawn(seed)
    a, sums = x, []
    for number, w in enumerate(weights[:-1]):
        sums.append(w @ a)
        a = 1 / (1 + np.exp(-sums[-1])) + (a if shortcut and number else 0)
    arriving = weights[-1].T @ (weights[-1] @ a - target)
    found = []
    for w, z in zip(weights[:-1][::-1], sums[::-1], strict=True):
        delta = arriving * np.exp(-z) / (1 + np.exp(-z)) ** 2
        found.insert(0, float(np.linalg.norm(delta)))
        arriving = w.T @ delta + (arriving if shortcut else 0)
    return found[0] / found[9]


def test_shortcuts_keep_the_gradient(fact, verify, claim):
    """Add the input of each layer to its output and change nothing else: the sigmoid no longer loses the gradient."""
    plain, added = ([shortcut_share(seed, shortcut) for seed in SEEDS] for shortcut in (False, True))
    assert np.allclose(plain, shares("sigmoid"))
    values = fact("activations/vanishing_shortcut", median=np.median(added), lowest=min(added), highest=max(added))
    expected = [shortcut_by_complex_step(seed) for seed in SEEDS]
    for name, summary in (("median", np.median), ("lowest", np.min), ("highest", np.max)):
        verify(f"share with shortcuts, {name}", values[name], digits=9, complex_step=summary(expected))
    claim("activations/shortcuts_keep_the_gradient", max(plain) < 1e-5 and min(added) > 0.1, seeds=len(SEEDS), ablation=True)


def shortcut_by_complex_step(seed):
    """Return the same share by nudging the weighted sums: no derivative is written down."""
    x, target, weights = drawn(seed)
    found = []
    for nudged in (0, 9):
        a = np.tile(x.astype(complex), (32, 1))
        for number, w in enumerate(weights[:-1]):
            z = a @ w.T + (1e-100j * np.eye(32) if number == nudged else 0)
            a = 1 / (1 + np.exp(-z)) + (a if number else 0)
        found.append(np.linalg.norm((np.sum((a @ weights[-1].T - target) ** 2, axis=1) / 2).imag / 1e-100))
    return float(found[0] / found[1])


def test_predictions(fact, verify):
    """What the variance argument predicts for nine layers, and what half of the squares is by integration."""
    spread = float(np.sqrt(np.mean(relu(GRID) ** 2) / np.mean(GRID**2)))
    values = fact("activations/vanishing_predicted", sigmoid=sigmoid_derivative(0.0) ** 9, relu=spread**9, layers=9)
    verify("sigmoid, nine layers", values["sigmoid"], closed_form=mpf(4) ** -9)
    verify("ReLU with Xavier, nine layers", values["relu"], digits=9, closed_form=mpmath.sqrt(oracle.half_of_squares()) ** 9)
    verify("layers between 1 and 10", values["layers"], by_hand=9)


def test_predictions_are_near(claim):
    """The medians of the measurements lie within a factor of three of what the argument predicts."""
    pairs = [(np.median(shares("sigmoid")), 0.25**9), (np.median(shares("relu")), 0.5**4.5)]
    held = all(1 / 3 < found / predicted < 3 for found, predicted in pairs)
    claim("activations/variance_argument_predicts", held, seeds=len(SEEDS))


def test_xavier_is_too_small_for_the_sigmoid(claim):
    """Near 0 the sigmoid passes a quarter on: weights four times as large keep more, but still lose most."""
    held = all(shares("sigmoid", scale=4.0) > 1000 * shares("sigmoid")) and max(shares("sigmoid", scale=4.0)) < 0.1
    claim("activations/xavier_is_too_small_for_sigmoid", held, seeds=len(SEEDS), ablation=True)


def test_vanishing_clip(example, verify):
    values = example("activations/vanishing_clip").values
    verify("entries before", values["gradients"], by_hand=[30, 40])
    verify("entries after", values["clipped"], by_hand=[3, 4])
    verify("entries within the limit", values["untouched"], by_hand=[30, 40])
    verify("limit", values["limit"], by_hand=5)


def test_vanishing_mistake(example, verify, claim):
    """With square matrices the missing transposition raises no error, and gives wrong numbers for every seed."""
    values = example("activations/vanishing_mistake").values
    rng = np.random.default_rng(0)
    W, target, a = rng.normal(size=(3, 3)), *rng.normal(size=(2, 3))

    def error(v):
        return oracle.half_squared_error(oracle.array(map(mpf, target)), oracle.matvec(W, v))

    slope = [float(v) for v in oracle.gradient(error, oracle.array(map(mpf, a)))]
    distances = [float(np.max(np.abs(found - slope))) for found in (W @ (W @ a - target), W.T @ (W @ a - target))]
    verify("right", values["right"], digits=9, central_difference=slope)
    off = [np.max(np.abs(values[name] - values["numeric"])) for name in ("wrong", "right")]
    verify("off by", [round(float(v), 4) for v in off], closed_form=[round(v, 4) for v in distances])
    held = []
    for seed in SEEDS:
        W, delta = np.random.default_rng(seed).normal(size=(3, 3)), np.random.default_rng(seed + 100).normal(size=3)
        held.append((W @ delta).shape == (W.T @ delta).shape and not np.allclose(W @ delta, W.T @ delta, atol=0.01))
    claim("activations/missing_transpose_is_silent", all(held), seeds=len(SEEDS))


def test_not_lost_to_rounding(claim):
    """In single precision the gradient of layer 1 is small, but no entry is 0, and all have their digits."""
    held = []
    for seed in SEEDS:
        delta = traced(seed).layers[0].delta
        held.append(np.all(delta.astype(np.float32) != 0) and np.allclose(delta.astype(np.float32), delta, rtol=1e-6, atol=0))
    claim("activations/not_lost_to_rounding", all(held), seeds=len(SEEDS))


def test_clipping_keeps_the_shares(claim):
    """Clipping multiplies all layers by one number: what has vanished remains as small a share."""
    held = []
    for seed in SEEDS:
        found = gradients(seed)[1]
        norm = np.sqrt(sum(np.sum(g**2) for g in found))
        clipped = [g * min(1, 0.1 / norm) for g in found]
        ratio = np.linalg.norm(clipped[0]) / np.linalg.norm(clipped[9])
        held.append(norm > 0.1 and np.isclose(ratio, np.linalg.norm(found[0]) / np.linalg.norm(found[9]), rtol=1e-12, atol=0))
    claim("activations/clipping_keeps_the_shares", all(held), seeds=len(SEEDS))


def test_relu_paths(claim):
    """In ReLU networks with He's weights about half of the neurons pass nothing back, yet layer 1 receives a gradient."""
    held = []
    for seed in SEEDS:
        off = [np.mean(z <= 0) for z in forward("relu", seed, initializer="he")[:-1]]
        held.append(min(off) > 0 and np.linalg.norm(deltas("relu", seed, initializer="he")[0]) > 0.1)
    claim("activations/other_paths_remain", all(held), seeds=len(SEEDS))


def test_matching_initialization_keeps_the_gradient(claim):
    """Tanh with Xavier's weights and ReLU with He's keep the norm within a factor of ten, in every network."""
    found = [*shares("tanh"), *shares("relu", initializer="he")]
    claim("activations/matching_initialization_keeps", 0.1 < min(found) < max(found) < 10, seeds=len(SEEDS))
