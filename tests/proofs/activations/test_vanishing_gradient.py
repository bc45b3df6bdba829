"""Proofs of what the page on the vanishing gradient says beside its examples."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import Adam
from oracle.deep_networks import SEEDS, deltas, drawn, forward, norms, shares, shares_of, slopes, verify_summary

NAMES = ("sigmoid", "tanh", "relu")
SCALES = (0.3, 1.0, 3.0)
LARGER = (1.0, 4.0, 8.0, 16.0)


def test_vanishing_norms(example, verify):
    values = example("activations/vanishing_norms").values
    found = [[norms(name, seed) for seed in SEEDS] for name in NAMES]
    sources = {source: [[run[source] for run in row] for row in found] for source in ("closed_form", "complex_step")}
    verify("norm of the gradient dE/dz", values["runs"], digits=10, **sources)
    verify_summary(verify, values, shares_of(*((name, {}) for name in NAMES)))


def test_vanishing_scales(example, verify):
    values = example("activations/vanishing_scales").values
    verify_summary(verify, values, shares_of(*(("relu", {"initializer": "he", "scale": scale}) for scale in SCALES)))


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


def test_vanishing_all_ones(fact, verify):
    hidden = Dense(np.zeros((32, 32)), activation="sigmoid")
    trace = backpropagate(Network([hidden, Dense(np.ones((32, 32)))]), np.zeros(32), np.zeros(32), "half_sum_squared_error")
    factor = np.linalg.norm(trace.layers[0].delta) / np.linalg.norm(trace.layers[1].delta)
    values = fact("activations/vanishing_all_ones", neurons=len(trace.layers[0].delta), factor=factor)
    verify("neurons", values["neurons"], by_hand=32)
    verify("factor of one layer", values["factor"], by_hand=mpf(32) / 4)


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
