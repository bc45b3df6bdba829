"""Backpropagation: the gradient of a loss by every weight, layer by layer from the last to the first.

For each layer, with ``z = W x + b`` and ``a = f(z)``: ``delta = dE/dz`` is the gradient that arrives at the
output, ``dE/da``, taken through the activation. Then ``dE/dW = delta x^T``, ``dE/db = delta``, and
``W^T delta`` is the gradient that arrives at the layer before. For a batch the products also sum over
the samples.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dlnotes import activations, losses
from dlnotes._validation import Array, function_named, real_array
from dlnotes.network import Dense, Network

# Pairs of activation and loss whose derivatives cancel: dE/dz is computed from z at once, so that a saturated
# output does not give 0 * infinity.
_FUSED = {
    ("sigmoid", "binary_crossentropy"),
    ("softmax", "categorical_crossentropy"),
    ("softmax", "sparse_categorical_crossentropy"),
}


@dataclass(frozen=True)
class LayerTrace:
    """What one layer saw and computed; for a batch every array but the two gradients has N as its first axis.

    Attributes
    ----------
    inputs, weighted_sum, output
        ``x``, ``z = W x + b`` and ``a = f(z)``.
    output_gradient, delta
        ``dE/da`` and ``dE/dz``.
    weights_gradient, bias_gradient
        ``dE/dW`` and ``dE/db``; None if the layer has no bias.
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
        pairs = ((layer.weights_gradient, layer.bias_gradient) for layer in self.layers)
        return [g for pair in pairs for g in pair if g is not None]


def backpropagate(network: Network, x: ArrayLike, y_true: ArrayLike, loss: str) -> Trace:
    """Return the loss of a network on a sample or a batch, and its gradient by every parameter.

    The network is not changed: all deltas are computed with the weights that produced the output.

    Parameters
    ----------
    network : Network
        Whose parameters the gradients are taken by.
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
    forward = _forward(network, real_array("x", x, finite=True))
    value, gradient, delta = _output_layer(network.layers[-1], *forward[-1][1:], y_true, loss)
    traces: list[LayerTrace] = []
    for layer, (inputs, z, output) in zip(reversed(network.layers), reversed(forward), strict=True):
        if traces:
            delta = _through_activation(layer.activation, z, output, gradient)
        traces.insert(0, _layer_trace(layer, inputs, z, output, gradient, delta))
        gradient = delta @ layer.weights
    return Trace(forward[-1][2], value, traces)


def _forward(network: Network, x: Array) -> list[tuple[Array, Array, Array]]:
    """Return inputs, weighted sum and output of every layer."""
    passes: list[tuple[Array, Array, Array]] = []
    for layer in network.layers:
        z = layer.weighted_sum(x)
        passes.append((x, z, layer.activate(z)))
        x = passes[-1][2]
    return passes


def _output_layer(
    layer: Dense, z: Array, y_pred: Array, y_true: ArrayLike, loss: str
) -> tuple[float, Array, Array]:
    """Return the loss, ``dE/da`` and ``dE/dz`` of the last layer."""
    names = [n for n in vars(losses) if f"{n}_gradient" in vars(losses)]
    value = function_named("loss", loss, losses, names)
    value_gradient = getattr(losses, f"{loss}_gradient")
    gradient = value_gradient(y_true, y_pred)
    if (layer.activation, loss) in _FUSED:
        delta = value_gradient(y_true, z, from_logits=True)
        return value(y_true, z, from_logits=True), gradient, delta
    return value(y_true, y_pred), gradient, _through_activation(layer.activation, z, y_pred, gradient)


def _through_activation(name: str, z: Array, output: Array, gradient: Array) -> Array:
    """``dE/dz`` from ``dE/da``: times the slope, or times the Jacobian where the units of a row are mixed."""
    shared: Array
    if name == "softmax":
        shared = (gradient * output).sum(axis=-1, keepdims=True)
        return output * (gradient - shared)
    if name == "log_softmax":
        shared = gradient.sum(axis=-1, keepdims=True)
        return gradient - activations.softmax(z) * shared
    slope: Array = getattr(activations, f"{name}_derivative")(z)
    return gradient * slope


def _layer_trace(
    layer: Dense, inputs: Array, z: Array, output: Array, gradient: Array, delta: Array
) -> LayerTrace:
    rows = np.atleast_2d(delta)
    weights_gradient = rows.T @ np.atleast_2d(inputs)
    bias_gradient = None if layer.bias is None else rows.sum(axis=0)
    return LayerTrace(inputs, z, output, gradient, delta, weights_gradient, bias_gradient)
