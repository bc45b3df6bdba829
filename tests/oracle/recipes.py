"""Small networks that are trained, written out a second time by NumPy alone, on the tables of the package read as files."""

import gzip
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from oracle.differentiation import STEP

DATA = Path(__file__).parents[2] / "src" / "dlnotes" / "data"


@cache
def table(name):
    """Return the columns of a table but the last, and the last one."""
    lines = gzip.decompress((DATA / f"{name}.csv.gz").read_bytes()).decode("ascii").splitlines()[1:]
    rows = np.array([[float(value) for value in line.split(",")] for line in lines])
    return rows[:, :-1], rows[:, -1]


def standardized(x, count, least=0.0):
    """Take the mean of the first rows off all rows, and divide by the standard deviation of the first rows."""
    first = x[:count]
    mean = first.sum(axis=0) / count
    spread = np.sqrt(((first - mean) ** 2).sum(axis=0) / count)
    return (x - mean) / np.where(spread < least, least, spread)


def rows_of(labels, classes):
    """Return the one-hot rows of whole numbers."""
    return np.array([[float(label == number) for number in range(classes)] for label in labels])


def drawn(sizes, rng):
    """Return [W, b] of every layer: Glorot's interval, no bias."""
    def limit(n, m):
        return np.sqrt(6 / (n + m))

    pairs = pairwise(sizes)
    return [[rng.uniform(-limit(n, m), limit(n, m), size=(m, n)), np.zeros(m)] for n, m in pairs]


def sigmoid(z):
    return np.where(z.real < 0, np.exp(np.where(z.real < 0, z, 0)), 1) / (1 + np.exp(np.where(z.real < 0, z, -z)))


def softmax(z):
    powers = np.exp(z - z.real.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softplus(z):
    return np.log(1 + np.exp(np.where(z.real > 0, -z, z))) + np.where(z.real > 0, z, 0)


# each output with what carries dE/dy back to dE/dz, given z and y
OUTPUTS = {
    "identity": (lambda z: z, lambda g, z, y: g),
    "relu": (lambda z: np.where(z.real > 0, z, 0), lambda g, z, y: g * (z > 0)),
    "softplus": (softplus, lambda g, z, y: g * sigmoid(z)),
    "sigmoid": (sigmoid, lambda g, z, y: g * y * (1 - y)),
    "softmax": (softmax, lambda g, z, y: y * (g - (g * y).sum(axis=1, keepdims=True))),
}
ENTROPIES = ("binary_crossentropy", "categorical_crossentropy")


def loss(name, t, y):
    """Return the loss of a batch, and its divisor is the number of all elements, for categorical cross-entropy of the rows."""
    if name == "mean_squared_error":
        return ((y - t) ** 2).sum() / y.size
    if name == "categorical_crossentropy":
        return -np.log(np.where(t == 1, y, 1)).sum() / len(y)
    return -(np.log(np.where(t == 1, y, 1 - y))).sum() / y.size


def delta(output, name, t, z, y):
    """Return dE/dz of the last layer; the two cross-entropies cancel the slope of the output that belongs to them."""
    if (output, name) == ("softmax", "categorical_crossentropy"):
        return (y - t) / len(y)
    if (output, name) == ("sigmoid", "binary_crossentropy"):
        return (y - t) / y.size
    by_y = 2 * (y - t) if name == "mean_squared_error" else np.where(t == 1, -1 / y, 1 / (1 - y))
    return OUTPUTS[output][1](by_y / y.size, z, y)


def sums(x, layers):
    """Return what goes into each layer, and the last weighted sum; ReLU stands between the layers."""
    inputs = [x]
    for w, b in layers[:-1]:
        hidden = inputs[-1] @ w.T + b
        inputs.append(np.where(hidden.real > 0, hidden, 0))
    w, b = layers[-1]
    return inputs, inputs[-1] @ w.T + b


def predicted(x, layers, output):
    """Return the outputs."""
    return OUTPUTS[output][0](sums(x, layers)[1])


def gradients(x, t, layers, output, name):
    """Return [dE/dW, dE/db] of every layer."""
    inputs, z = sums(x, layers)
    back, found = delta(output, name, t, z, OUTPUTS[output][0](z)), []
    for number in reversed(range(len(layers))):
        found.insert(0, [back.T @ inputs[number], back.sum(axis=0)])
        back = (back @ layers[number][0]) * (inputs[number] > 0)
    return found


def nudged(x, t, layers, output, name):
    """Return the same by the complex step, without a derivative written down."""
    found = [[np.empty(part.shape) for part in layer] for layer in layers]
    for number, layer in enumerate(layers):
        for kind, part in enumerate(layer):
            for place in np.ndindex(part.shape):
                moved = [[p.astype(complex) for p in one] for one in layers]
                moved[number][kind][place] += 1j * STEP
                found[number][kind][place] = loss(name, t, predicted(x + 0j, moved, output)).imag / STEP
    return found


def trained(x, t, layers, output, name, rate, epochs, size):
    """Go through the rows in order, `size` at a time, against the gradient; the layers are changed and returned."""
    for _ in range(epochs):
        for start in range(0, len(x), size):
            found = gradients(x[start:start + size], t[start:start + size], layers, output, name)
            for layer, slopes in zip(layers, found, strict=True):
                for part, slope in zip(layer, slopes, strict=True):
                    part -= rate * slope
    return layers
