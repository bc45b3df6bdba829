"""The deep networks of the pages, written out a second time by NumPy alone.

One source carries the chain rule back in long double; the other nudges every weighted sum by a complex step, so that
no derivative is written down.
"""

from functools import cache

import numpy as np

from oracle.differentiation import STEP

SEEDS = range(20)


def sigmoid(z):
    """Return 1 / (1 + e^-z) of real or complex numbers."""
    return 1 / (1 + np.exp(-z))


ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "tanh": (lambda z: 2 * sigmoid(2 * z) - 1, lambda z: 1 / np.cosh(z) ** 2),
    "relu": (lambda z: np.where(z.real > 0, z, 0), lambda z: np.where(z > 0, z / z, 0 * z)),
}


@cache
def drawn(seed, initializer="glorot", scale=1.0):
    """Return x, the target and the weights of ten hidden layers and an output layer, 32 neurons each."""
    rng = np.random.default_rng(seed)
    x, target = rng.normal(size=32), rng.normal(size=32)
    if initializer == "glorot":
        return x, target, [scale * rng.uniform(-np.sqrt(6 / 64), np.sqrt(6 / 64), size=(32, 32)) for _ in range(11)]
    return x, target, [scale * rng.normal(0.0, np.sqrt(2 / 32), size=(32, 32)) for _ in range(11)]


@cache
def forward(name, seed, initializer="glorot", scale=1.0, factor=1.0, shift=0.0):
    """Return the weighted sums of every layer in long double; a hidden output is factor f(z) + shift."""
    x, _, weights = drawn(seed, initializer, scale)
    a, sums = x.astype(np.longdouble), []
    for w in weights:
        sums.append(w.astype(np.longdouble) @ a)
        a = factor * ACTIVATIONS[name][0](sums[-1]) + shift
    return sums


def slopes(name, seed, initializer="glorot", scale=1.0, factor=1.0, shift=0.0):
    """Return the derivative of every hidden neuron's activation, layer by layer."""
    return [factor * ACTIVATIONS[name][1](z) for z in forward(name, seed, initializer, scale, factor, shift)[:-1]]


@cache
def deltas(name, seed, initializer="glorot", scale=1.0, factor=1.0, shift=0.0):
    """Return dE/dz of every layer by the chain rule; E is half the sum of the squared errors."""
    _, target, weights = drawn(seed, initializer, scale)
    found = [forward(name, seed, initializer, scale, factor, shift)[-1] - target]
    for w, slope in zip(weights[:0:-1], slopes(name, seed, initializer, scale, factor, shift)[::-1], strict=True):
        found.insert(0, (w.T.astype(np.longdouble) @ found[0]) * slope)
    return found


def complex_norms(name, seed, initializer="glorot", scale=1.0, factor=1.0, shift=0.0):
    """Return the norm of dE/dz of every layer by the complex step."""
    (x, target, weights), f, norms = drawn(seed, initializer, scale), ACTIVATIONS[name][0], []
    for nudged in range(len(weights)):
        a = np.tile(x.astype(complex), (len(x), 1))
        for number, w in enumerate(weights):
            z = a @ w.T + (1j * STEP * np.eye(len(x)) if number == nudged else 0)
            a = factor * f(z) + shift
        norms.append(float(np.linalg.norm((np.sum((z - target) ** 2, axis=1) / 2).imag / STEP)))
    return norms


@cache
def norms(*network, **settings):
    """Return the norm of dE/dz of every layer from both sources."""
    by_chain_rule = [float(np.sqrt(np.sum(delta**2))) for delta in deltas(*network, **settings)]
    return {"closed_form": by_chain_rule, "complex_step": complex_norms(*network, **settings)}


def share(*network, **settings):
    """Return how much of the gradient in layer 10 arrives in layer 1."""
    found = norms(*network, **settings)["closed_form"]
    return found[0] / found[9]


def shares(name, **settings):
    """Return that share for every seed."""
    return np.array([share(name, seed, **settings) for seed in SEEDS])


def shares_of(*cases):
    """Return the shares of several networks, a row for each, from both sources; a case is a name with settings."""
    rows = [[norms(name, seed, **settings) for seed in SEEDS] for name, settings in cases]
    return {
        source: [[found[source][0] / found[source][9] for found in row] for row in rows]
        for source in ("closed_form", "complex_step")
    }


def verify_summary(verify, values, sources):
    """Verify the shares of every seed, and their medians and ranges."""
    verify("gradient norms, layer 1 / layer 10, every seed", values["shares"], digits=9, **sources)
    for name, summary in (("median", np.median), ("lowest", np.min), ("highest", np.max)):
        expected = {source: summary(np.array(rows), axis=1) for source, rows in sources.items()}
        verify(f"gradient norms, layer 1 / layer 10, {name}", values[name], digits=9, **expected)
