"""Networks: weighted sums in numbers of any kind, the 2-2-2 network of the pages, the rule of the perceptron.

And whole networks in NumPy's complex arrays, differentiated by the complex step; corners are decided by the real part.
"""

import mpmath
import numpy as np
from mpmath import mpf

from oracle.activations import sigmoid
from oracle.differentiation import STEP


def weighted(w, x, b):
    """Return w1 x1 + ... + wn xn + b, term by term."""
    return sum((wi * xi for wi, xi in zip(w, x, strict=True)), b)


def dense(w, x, b):
    """Return W x + b, row by row."""
    return [weighted(row, x, bias) for row, bias in zip(w, b, strict=True)]


def perceptron(samples, rate=1, bias=True, epochs=1000):
    """Follow the perceptron rule in exact numbers until an epoch has no mistake.

    Return (mistakes, w, b) of each epoch and (epoch, missed point, w, b) of each update.
    """
    w, b, history, updates = (0,) * len(samples[0][0]), 0, [], []
    for epoch in range(1, epochs + 1):
        before = len(updates)
        for x, target in samples:
            error = target - (weighted(w, x, b) > 0)
            if error:
                w = tuple(wi + rate * error * xi for wi, xi in zip(w, x, strict=True))
                b += rate * error * bias
                updates.append((epoch, x, w, b))
        history.append((len(updates) - before, w, b))
        if len(updates) == before:
            break
    return history, updates


def forward(weights, x, biases=(0, 0), f=sigmoid):
    """Return h1, h2, o1, o2 of a 2-2-2 network for the weights w1..w8, in scalars of any kind."""
    w1, w2, w3, w4, w5, w6, w7, w8 = weights
    h1, h2 = f(w1 * x[0] + w2 * x[1] + biases[0]), f(w3 * x[0] + w4 * x[1] + biases[0])
    return h1, h2, f(w5 * h1 + w6 * h2 + biases[1]), f(w7 * h1 + w8 * h2 + biases[1])


def half_squared_error(weights, x, targets, biases=(0, 0), f=sigmoid):
    """Return half the sum of the squared errors of that network."""
    _, _, o1, o2 = forward(weights, x, biases, f)
    return ((o1 - targets[0]) ** 2 + (o2 - targets[1]) ** 2) / 2


def chain_rule(weights, x, targets, biases=(0, 0)):
    """Return dE/dw1..dE/dw8 and dE/db of h1, h2, o1, o2, every path written out.

    A closed form, for proofs that have a second source, and for ten thousand steps; a test differentiates it anew.
    """
    h1, h2, o1, o2 = forward(weights, x, biases)
    _, _, _, _, w5, w6, w7, w8 = weights
    d1, d2 = (o1 - targets[0]) * o1 * (1 - o1), (o2 - targets[1]) * o2 * (1 - o2)
    e1, e2 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
    return [e1 * x[0], e1 * x[1], e2 * x[0], e2 * x[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2], [e1, e2, d1, d2]


def decimals(text):
    """Return the decimal fractions of a text as mpmath numbers, exactly as written."""
    return [mpf(number) for number in text.split()]


ACTIVATIONS = {
    "identity": lambda z: z,
    "step": lambda z: (z.real > 0) + 0j,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.where(z.real > 0, z, 0),
    "leaky_relu": lambda z: np.where(z.real > 0, z, 0.01 * z),
    "elu": lambda z: np.where(z.real > 0, z, np.exp(z) - 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "silu": lambda z: z / (1 + np.exp(-z)),
    "gelu": lambda z: z * (1 + np.vectorize(lambda v: complex(mpmath.erf(mpmath.mpc(v))), [complex])(z / np.sqrt(2))) / 2,
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True),
    "log_softmax": lambda z: z - np.log(np.exp(z).sum(axis=-1, keepdims=True)),
}


def _positive(value):
    return np.where(value.real > 0, value, 0)


def _huber(error):
    return np.where(abs(error.real) <= 1, error**2 / 2, np.where(error.real > 0, error, -error) - 0.5)


def _sparse(t, y):
    return -np.log(y[np.arange(len(t)), t] if np.ndim(t) else y[t]).sum() / max(1, np.size(t))


def _crammer_singer(t, y):
    total = 0
    for true, row in zip(np.atleast_2d(t), np.atleast_2d(y), strict=True):
        label = int(true.argmax())
        rival = max((j for j in range(len(row)) if j != label), key=lambda j: row[j].real)
        total = total + _positive(1 + row[rival] - row[label])
    return total / len(np.atleast_2d(t))


LOSSES = {
    "mean_squared_error": lambda t, y: ((y - t) ** 2).sum() / y.size,
    "sum_squared_error": lambda t, y: ((y - t) ** 2).sum(),
    "half_sum_squared_error": lambda t, y: ((y - t) ** 2).sum() / 2,
    "mean_absolute_error": lambda t, y: np.where((y - t).real > 0, y - t, t - y).sum() / y.size,
    "huber": lambda t, y: _huber(y - t).sum() / y.size,
    "binary_crossentropy": lambda t, y: -(t * np.log(y) + (1 - t) * np.log(1 - y)).sum() / y.size,
    "categorical_crossentropy": lambda t, y: -(t * np.log(y)).sum() / (y.size / y.shape[-1]),
    "sparse_categorical_crossentropy": _sparse,
    "hinge": lambda t, y: _positive(1 - t * y).sum() / y.size,
    "categorical_hinge": _crammer_singer,
}


def output(layers, x):
    """Return the output of layers (W, b or None, name of the activation) for a sample or a batch."""
    for w, b, name in layers:
        x = ACTIVATIONS[name](x @ np.transpose(w) + (0 if b is None else b))
    return x


def network_loss(layers, x, y_true, loss):
    """Return the loss of a network."""
    layers = [(np.asarray(w, complex), b, name) for w, b, name in layers]
    return float(LOSSES[loss](y_true, output(layers, np.asarray(x))).real)


def network_gradients(layers, x, y_true, loss):
    """Return its gradient by each W and, where there is one, each b, in order."""
    gradients, plain = [], [[w, b, name] for w, b, name in layers]
    for number, layer in enumerate(plain):
        for part in (0, 1):
            if layer[part] is None:
                continue
            gradient = np.empty(np.shape(layer[part]))
            for place in np.ndindex(gradient.shape):
                beside = [list(one) for one in plain]
                beside[number][part] = np.array(layer[part], dtype=complex)
                beside[number][part][place] += 1j * STEP
                gradient[place] = LOSSES[loss](y_true, output(beside, np.asarray(x) + 0j)).imag / STEP
            gradients.append(gradient)
    return gradients


def norm(values):
    """Return the Euclidean norm."""
    return mpmath.sqrt(mpmath.fsum(value**2 for value in values))
