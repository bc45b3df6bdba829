r"""Backpropagation: the gradient of a loss with respect to every weight, from the last layer to the first.

A layer computes $z = W x + b$ and $a = f(z)$. On the way back, $\frac{\partial E}{\partial a}$ arrives at it, and

$$
\begin{aligned}
\delta &= \frac{\partial E}{\partial a} \odot f'(z) \\
\frac{\partial E}{\partial W} &= \delta x^\top \\
\frac{\partial E}{\partial b} &= \delta \\
\frac{\partial E}{\partial x} &= W^\top \delta
\end{aligned}
$$

Here $\delta$ is short for $\frac{\partial E}{\partial z}$, and the last line arrives at the layer before. Softmax mixes
the units of a row: there the Jacobian takes the place of $f'(z)$. For a batch, with one row for each sample, the
gradients of the parameters also sum over the samples.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dlnotes._validation import Array, chosen, fits_weights, real_array
from dlnotes.activations import ACTIVATIONS, MIXING
from dlnotes.losses import LOSSES
from dlnotes.network import Dense, Network

# Output activations that the loss can take over, by from_logits=True: it then starts from z, and a saturated output
# does not give 0 times infinity.
FUSED = {
    ("sigmoid", "binary_crossentropy"),
    ("softmax", "categorical_crossentropy"),
    ("softmax", "sparse_categorical_crossentropy"),
}


class Pass(NamedTuple):
    """What one layer saw and computed on the way forward: $x$, $z = W x + b$ and $a = f(z)$."""

    inputs: Array
    weighted_sum: Array
    output: Array


@dataclass(frozen=True)
class LayerTrace:
    r"""What one layer saw and computed; for a batch every array but the two gradients has N as its first axis.

    Attributes
    ----------
    inputs, weighted_sum, output
        $x$, $z = W x + b$ and $a = f(z)$.
    output_gradient, delta
        $\frac{\partial E}{\partial a}$, which arrives, and $\delta = \frac{\partial E}{\partial z}$.
    weights_gradient, bias_gradient
        $\frac{\partial E}{\partial W}$ and $\frac{\partial E}{\partial b}$; None if the layer has no bias.
    """

    inputs: Array
    weighted_sum: Array
    output: Array
    output_gradient: Array
    delta: Array
    weights_gradient: Array
    bias_gradient: Array | None


@dataclass(frozen=True)
class Trace:
    """Everything that one pass forward and backward computed.

    Attributes
    ----------
    y_pred : ndarray
        The network's output.
    loss : float
        Its loss.
    layers : list of LayerTrace
        From the input to the output.
    """

    y_pred: Array
    loss: float
    layers: list[LayerTrace]

    @property
    def gradients(self) -> list[Array]:
        """The gradients in the order of ``network.parameters``."""
        return parameter_gradients(self.layers)


def backpropagate(network: Network, x: ArrayLike, y_true: ArrayLike, loss: str) -> Trace:
    """Return the loss of a network on a sample or a batch, and its gradient with respect to every parameter.

    The network is not changed: all deltas are computed with the weights that produced the output.

    Parameters
    ----------
    network : Network
        The layers, from the input to the output.
    x : array_like, shape (inputs,) or (N, inputs)
        One sample, or a batch.
    y_true : array_like, the shape of the output (or, for sparse labels, one axis less)
        Targets.
    loss : str
        The name of a function in `dlnotes.losses`.

    Returns
    -------
    Trace
        With ``y_pred``, ``loss``, ``layers`` and ``gradients``.

    Raises
    ------
    ValueError
        If the loss is unknown, the shapes do not fit, or a value is not finite.

    Examples
    --------
    >>> network = Network([Dense([[2.0, 1.0]])])
    >>> trace = backpropagate(network, [1.0, 3.0], [4.0], loss="half_sum_squared_error")
    >>> print(trace.loss, trace.gradients[0])
    0.5 [[1. 3.]]
    """
    samples = real_array("x", x, finite=True)
    fits_weights("x", samples, network.layers[0].weights)
    body, value, gradient = fused(network, loss)
    passes = forward(body, samples)
    _, z, output = passes[-1]
    layers = backward(body, passes, gradient(y_true, output))
    y_pred = output
    if body is not network:  # the trace shows the output and its gradient, not the logits that the loss took
        y_pred = network.layers[-1].activate(z)
        layers[-1] = replace(layers[-1], output=y_pred, output_gradient=LOSSES[loss][1](y_true, y_pred))
    return Trace(y_pred, value(y_true, output), layers)


def fused(network: Network, loss: str) -> tuple[Network, Callable[..., float], Callable[..., Array]]:
    """Return a network, a loss and its gradient, where the loss has taken over the last activation if it can.

    Then the network shares its weights with the given one and ends in logits; else it is the given one.
    """
    value, gradient = chosen("loss", loss, LOSSES)
    last = copy(network.layers[-1])
    if (last.activation, loss) not in FUSED:
        return network, value, gradient
    last.activation = "identity"
    body = Network([*network.layers[:-1], last])
    return body, partial(value, from_logits=True), partial(gradient, from_logits=True)


def forward(network: Network, x: Array) -> list[Pass]:
    """Return what every layer saw and computed for `x`, which has been checked."""
    passes = []
    for layer in network.layers:
        z = x @ layer.weights.T
        if layer.bias is not None:
            z += layer.bias
        passes.append(Pass(x, z, layer.activate(z)))
        x = passes[-1].output
    return passes


def backward(network: Network, passes: list[Pass], gradient: Array) -> list[LayerTrace]:
    """Carry the gradient with respect to the output back through all layers; return the trace of each."""
    layers: list[LayerTrace] = []
    for number in reversed(range(len(passes))):
        layer, (x, z, output) = network.layers[number], passes[number]
        delta = _through_activation(layer.activation, z, gradient)
        layers.insert(0, LayerTrace(x, z, output, gradient, delta, *_layer_gradients(layer, x, delta)))
        if number > 0:
            gradient = delta @ layer.weights  # W^T delta arrives at the layer before
    return layers


def _through_activation(name: str, z: Array, gradient: Array) -> Array:
    """Return delta, ``dE/dz`` from ``dE/da``: times the slope, or times the Jacobian where units are mixed."""
    _, slope = ACTIVATIONS[name]
    if name in MIXING:
        delta: Array = np.einsum("...i,...ij->...j", gradient, slope(z))
        return delta
    return gradient * slope(z)


def _layer_gradients(layer: Dense, x: Array, delta: Array) -> tuple[Array, Array | None]:
    """Return ``dE/dW`` and ``dE/db``; for a batch, the sums over its samples."""
    if delta.ndim == 1:
        return np.outer(delta, x), None if layer.bias is None else delta.copy()
    return delta.T @ x, None if layer.bias is None else delta.sum(axis=0)


def parameter_gradients(layers: list[LayerTrace]) -> list[Array]:
    """Return the gradients of all parameters, in the order of ``network.parameters``."""
    return [g for layer in layers for g in (layer.weights_gradient, layer.bias_gradient) if g is not None]
