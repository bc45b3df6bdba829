r"""Backpropagation: the gradient of a loss with respect to every weight, from the last layer to the first.

A layer computes $z = W x + b$ and $a = f(z)$. On the way back, $\frac{\partial E}{\partial a}$ arrives at it, and

$\delta = \frac{\partial E}{\partial a} \odot f'(z)$

$\frac{\partial E}{\partial W} = \delta x^\top$

$\frac{\partial E}{\partial b} = \delta$

$\frac{\partial E}{\partial x} = W^\top \delta$

Here $\delta$ is short for $\frac{\partial E}{\partial z}$, and the last line arrives at the layer before. Softmax mixes
the units of a row: there the Jacobian takes the place of $f'(z)$. For a batch, with one row for each sample, the
gradients of the parameters also sum over the samples.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dlnotes._validation import Array, chosen, fits_weights, real_array
from dlnotes.activations import ACTIVATIONS, MIXING
from dlnotes.losses import DELTAS, LOSSES
from dlnotes.network import Dense, Network

Pass = tuple[Array, Array, Array]  # of one layer, forward: x, z and a
Gradients = tuple[Array, Array, Array | None]  # of one layer, backward: delta, dE/dW and dE/db


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
        return in_order([(layer.delta, layer.weights_gradient, layer.bias_gradient) for layer in self.layers])


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
    _, loss_gradient = chosen("loss", loss, LOSSES)
    passes = forward(network, samples)
    last, (_, z, y_pred) = network.layers[-1], passes[-1]
    value = output_loss(last, z, y_pred, y_true, loss)  # checks y_true
    delta = output_delta(last, z, y_pred, y_true, loss)
    arriving, gradients = backward(network, passes, delta)
    arriving.append(loss_gradient(y_true, y_pred))
    parts = zip(passes, arriving, gradients, strict=True)
    return Trace(y_pred, value, [LayerTrace(*seen, arrived, *back) for seen, arrived, back in parts])


def forward(network: Network, x: Array) -> list[Pass]:
    """Return $x$, $z = W x + b$ and $a = f(z)$ of every layer for the input `x`, which has been checked."""
    passes = []
    for layer in network.layers:
        z = x @ layer.weights.T
        if layer.bias is not None:
            z += layer.bias
        passes.append((x, z, layer.activate(z)))
        x = passes[-1][2]
    return passes


def backward(network: Network, passes: list[Pass], delta: Array) -> tuple[list[Array], list[Gradients]]:
    r"""Carry $\delta$ of the last layer back to the first, in one loop over the layers.

    Parameters
    ----------
    network : Network
        As it was when `forward` went through it.
    passes : list of tuple
        What `forward` returned.
    delta : ndarray
        The gradient with respect to the weighted sums of the last layer: `output_delta`.

    Returns
    -------
    list of ndarray
        What arrived at each layer but the last, from the first on: $W^\top \delta$ of the layer behind it.
    list of tuple
        $\delta$, $\frac{\partial E}{\partial W}$ and $\frac{\partial E}{\partial b}$ of every layer, from the first to the last.
    """
    arriving: list[Array] = []
    gradients: list[Gradients] = []
    for number, layer in reversed(list(enumerate(network.layers))):
        x, z, _ = passes[number]
        if gradients:  # delta of the last layer is given
            delta = _through_activation(layer.activation, z, arriving[-1])
        gradients.append((delta, *_parameter_gradients(layer, x, delta)))
        if number > 0:
            arriving.append(delta @ layer.weights)  # W^T delta arrives at the layer before
    return arriving[::-1], gradients[::-1]


def _parameter_gradients(layer: Dense, x: Array, delta: Array) -> tuple[Array, Array | None]:
    """Return ``dE/dW = delta x^T`` and ``dE/db = delta``; for a batch, the sums over its samples."""
    if delta.ndim == 1:
        return np.outer(delta, x), None if layer.bias is None else delta.copy()
    return delta.T @ x, None if layer.bias is None else delta.sum(axis=0)


def _through_activation(name: str, z: Array, gradient: Array) -> Array:
    """Return delta, ``dE/dz`` from ``dE/da``: times the slope, or times the Jacobian where units are mixed."""
    _, slope = ACTIVATIONS[name]
    if name in MIXING:
        delta: Array = np.einsum("...i,...ij->...j", gradient, slope(z))
        return delta
    return gradient * slope(z)


def output_delta(layer: Dense, z: Array, y_pred: Array, y_true: ArrayLike, loss: str) -> Array:
    """Return delta of the last layer: at once where it and the loss cancel, so that saturation gives no zero times infinity."""
    if (layer.activation, loss) in DELTAS:
        return DELTAS[layer.activation, loss](np.asarray(y_true), z, y_pred)
    _, gradient = LOSSES[loss]
    return _through_activation(layer.activation, z, gradient(y_true, y_pred))


def output_loss(layer: Dense, z: Array, y_pred: Array, y_true: ArrayLike, loss: str) -> float:
    """Return the loss of the last layer's output: from its logits, where the loss takes them."""
    value, _ = LOSSES[loss]
    if (layer.activation, loss) in DELTAS:
        return value(y_true, z, from_logits=True)
    return value(y_true, y_pred)


def in_order(gradients: list[Gradients]) -> list[Array]:
    """Return the gradients of all parameters, in the order of ``network.parameters``."""
    return [g for _, weights, bias in gradients for g in (weights, bias) if g is not None]
