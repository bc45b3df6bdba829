"""Backpropagation: the gradient of a loss by every weight, layer by layer from the last to the first.

For each layer, with ``z = W x + b`` and ``a = f(z)``: ``delta = dE/dz`` is the gradient that arrives at the
output, ``dE/da``, taken through the activation. Then ``dE/dW = delta x^T``, ``dE/db = delta``, and
``W^T delta`` is the gradient that arrives at the layer before. For a batch the products also sum over
the samples.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from dlnotes import activations, losses
from dlnotes._validation import Array, function_named, real_array
from dlnotes.network import Dense, Network, _check_inputs

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
    samples = real_array("x", x, finite=True)
    _check_inputs(samples, network.layers[0].weights)
    passes = _forward(network, samples)
    last, (_, z, y_pred) = network.layers[-1], passes[-1]
    value = _loss(last, z, y_pred, y_true, loss)  # checks y_true
    deltas = _deltas(network, passes, _output_delta(last, z, y_pred, y_true, loss))
    arriving = [d @ layer.weights for d, layer in zip(deltas[1:], network.layers[1:], strict=True)]
    arriving.append(getattr(losses, f"{loss}_gradient")(y_true, y_pred))
    parts = zip(network.layers, passes, arriving, deltas, strict=True)
    return Trace(y_pred, value, [LayerTrace(*p, g, d, *_layer_gradients(la, p[0], d)) for la, p, g, d in parts])


def _forward(network: Network, x: Array) -> list[tuple[Array, Array, Array]]:
    """Return inputs, weighted sum and output of every layer; `x` has been checked, and the layers fit each other."""
    passes: list[tuple[Array, Array, Array]] = []
    for layer in network.layers:
        z = x @ layer.weights.T
        if layer.bias is not None:
            z += layer.bias
        passes.append((x, z, layer.activate(z)))
        x = passes[-1][2]
    return passes


def _loss_named(loss: str) -> Any:
    """Return the function of `losses` with this name; whatever has a gradient is a loss."""
    names = [n for n in vars(losses) if f"{n}_gradient" in vars(losses)]
    return function_named("loss", loss, losses, names)


def _loss(layer: Dense, z: Array, y_pred: Array, y_true: ArrayLike, loss: str) -> float:
    """Return the loss of the last layer's output, from its logits where that is more than the same."""
    function = _loss_named(loss)
    fused = (layer.activation, loss) in _FUSED
    return float(function(y_true, z, from_logits=True) if fused else function(y_true, y_pred))


def _output_delta(layer: Dense, z: Array, y_pred: Array, y_true: ArrayLike, loss: str) -> Array:
    """Return ``dE/dz`` of the last layer."""
    if (layer.activation, loss) not in _FUSED:
        gradient = getattr(losses, f"{loss}_gradient")(y_true, y_pred)
        return _through_activation(layer.activation, z, y_pred, gradient)
    terms = y_pred.size if loss == "binary_crossentropy" else y_pred.size // y_pred.shape[-1]
    t, delta = np.asarray(y_true), y_pred.copy()
    if loss.startswith("sparse"):
        delta[t if delta.ndim == 1 else (np.arange(len(delta)), t)] -= 1.0  # the one-hot row of a label is 1 there
    else:
        delta -= t
    delta /= float(terms)
    return delta


def _deltas(network: Network, passes: list[tuple[Array, Array, Array]], delta: Array) -> list[Array]:
    """Return ``dE/dz`` of every layer, carried back from that of the last."""
    deltas = [delta]
    for number in range(len(network.layers) - 2, -1, -1):
        arriving = deltas[0] @ network.layers[number + 1].weights
        _, z, output = passes[number]
        deltas.insert(0, _through_activation(network.layers[number].activation, z, output, arriving))
    return deltas


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


def _layer_gradients(layer: Dense, inputs: Array, delta: Array) -> tuple[Array, Array | None]:
    """Return ``dE/dW`` and ``dE/db``; for a batch, the sums over its samples."""
    if delta.ndim == 1:
        return np.outer(delta, inputs), None if layer.bias is None else delta.copy()
    return delta.T @ inputs, None if layer.bias is None else delta.sum(axis=0)


def _gradients(network: Network, x: Array, y_true: ArrayLike, loss: str) -> tuple[list[Array], Array, Array]:
    """Return what training needs and nothing more: the gradients, and the logits and outputs of the last layer.

    The arguments are not checked: `fit` has done so for all batches at once.
    """
    passes = _forward(network, x)
    _, z, y_pred = passes[-1]
    deltas = _deltas(network, passes, _output_delta(network.layers[-1], z, y_pred, y_true, loss))
    parts = zip(network.layers, passes, deltas, strict=True)
    pairs = [_layer_gradients(layer, inputs, delta) for layer, (inputs, _, _), delta in parts]
    return [g for pair in pairs for g in pair if g is not None], z, y_pred
