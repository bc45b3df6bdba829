r"""A neuron, a layer, a network: weighted sums with activations between them.

Weights have the shape (units, inputs), one row for each unit, so a layer computes $z = W x + b$. A batch $X$
has the shape (N, inputs), one row for each sample; there the same sums read $Z = X W^\top + b$.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from dlnotes._validation import Array, chosen, fits_weights, real_array, real_number, whole_number
from dlnotes.activations import ACTIVATIONS, step
from dlnotes.initializers import INITIALIZERS


def weighted_sum(x: ArrayLike, weights: ArrayLike, bias: ArrayLike = 0.0) -> Array:
    r"""Weigh the inputs, add them up, and add the bias: $z = \sum_i w_i x_i + b$ for every sample and every unit.

    Parameters
    ----------
    x : array_like, shape (inputs,) or (N, inputs)
        One sample, or a batch.
    weights : array_like, shape (inputs,) or (units, inputs)
        One unit, or a layer.
    bias : array_like, a number or shape (units,)
        Added last.

    Returns
    -------
    ndarray, shape (), (units,), (N,) or (N, units)
        The inputs' axis is gone; an axis of units takes its place, if there was one.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Examples
    --------
    >>> print(f"{weighted_sum([1.0, 2.0], [0.5, 0.25], 3.0):.1f}")
    4.0
    """
    x, weights, bias = real_array("x", x), real_array("weights", weights), real_array("bias", bias)
    if weights.ndim not in (1, 2):
        raise ValueError(f"weights: expected shape (inputs,) or (units, inputs), given {weights.shape}")
    fits_weights("x", x, weights)
    if bias.shape not in ((), weights.shape[:-1]):
        raise ValueError(f"bias: expected one for each unit, shape {weights.shape[:-1]}, given {bias.shape}")
    return x @ weights.T + bias


class Perceptron:
    r"""One unit with a step activation: $y = [\sum_i w_i x_i + b > 0]$, a one or a zero.

    Parameters
    ----------
    weights : array_like, shape (inputs,)
        Copied.
    bias : float
        Minus the threshold.

    Examples
    --------
    >>> logical_and = Perceptron([1.0, 1.0], bias=-1.5)
    >>> print(logical_and([[0, 1], [1, 1]]))
    [0. 1.]
    """

    def __init__(self, weights: ArrayLike, bias: float = 0.0) -> None:
        self.weights = real_array("weights", weights, finite=True).copy()
        self.bias = real_number("bias", bias)
        if self.weights.ndim != 1:
            raise ValueError(f"weights: expected shape (inputs,), given {self.weights.shape}")

    def __call__(self, x: ArrayLike) -> Array:
        """Return a zero or a one for every sample of `x`, shape (inputs,) or (N, inputs)."""
        return step(weighted_sum(x, self.weights, self.bias))

    def learn(self, x: ArrayLike, y_true: ArrayLike, learning_rate: float = 1.0) -> int:
        r"""Go once through the samples with Rosenblatt's rule; return how many were classified wrongly.

        $w \leftarrow w + \eta (t - y) x$ and $b \leftarrow b + \eta (t - y)$ after every sample: nothing happens
        where the answer $y$ is right.

        Parameters
        ----------
        x : array_like, shape (N, inputs)
            Samples.
        y_true : array_like, shape (N,)
            Labels, $t \in \{0, 1\}$.
        learning_rate : float, positive
            $\eta$.

        Returns
        -------
        int
            Zero if the line, as it was at the start, separates the samples.

        Raises
        ------
        ValueError
            If the shapes do not fit, a label is neither zero nor one, or a value is not finite. Nothing has been learned then.
        """
        samples, labels = real_array("x", x, finite=True), real_array("y_true", y_true)
        rate = real_number("learning_rate", learning_rate, above=0.0)
        if samples.ndim != 2 or samples.shape[1] != self.weights.size:
            raise ValueError(f"x: expected shape (N, {self.weights.size}), given {samples.shape}")
        if labels.shape != samples.shape[:1] or not np.isin(labels, (0.0, 1.0)).all():
            raise ValueError(f"y_true: expected {len(samples)} labels of 0 or 1, given {y_true!r}")
        mistakes = 0
        for sample, label in zip(samples, labels, strict=True):
            error = float(label - self(sample))
            self.weights += rate * error * sample
            self.bias += rate * error
            mistakes += error != 0.0
        return mistakes


class Dense:
    """A layer in which every unit sees every input: $a = f(W x + b)$.

    Parameters
    ----------
    weights : array_like, shape (units, inputs)
        Copied; one row for each unit.
    bias : array_like, shape (units,), or None
        Copied; None means that the layer has no bias at all.
    activation : str
        $f$: the name of a function in `dlnotes.activations` that needs nothing but $z$.

    Attributes
    ----------
    weights, bias, activation
        As above. The arrays are live: an optimizer changes them in place.

    Examples
    --------
    >>> layer = Dense([[1.0, 1.0], [1.0, -1.0]], bias=[0.0, 0.5], activation="relu")
    >>> print(layer([2.0, 3.0]))
    [5. 0.]
    """

    def __init__(
        self, weights: ArrayLike, bias: ArrayLike | None = None, activation: str = "identity"
    ) -> None:
        self.weights = real_array("weights", weights, finite=True).copy()
        self.bias = None if bias is None else real_array("bias", bias, finite=True).copy()
        chosen("activation", activation, ACTIVATIONS)
        self.activation = activation
        if self.weights.ndim != 2 or 0 in self.weights.shape:
            hint = "; Network.from_sizes draws weights for given sizes" if self.weights.ndim == 0 else ""
            raise ValueError(f"weights: expected shape (units, inputs), given {self.weights.shape}{hint}")
        if self.bias is not None and self.bias.shape != self.weights.shape[:1]:
            raise ValueError(f"bias: expected shape {self.weights.shape[:1]}, given {self.bias.shape}")

    def weighted_sum(self, x: ArrayLike) -> Array:
        """Return $z = W x + b$, shape (units,) or (N, units)."""
        return weighted_sum(x, self.weights, 0.0 if self.bias is None else self.bias)

    def activate(self, z: ArrayLike) -> Array:
        """Return $a = f(z)$, the shape of `z`."""
        function, _ = ACTIVATIONS[self.activation]
        return function(z)

    def __call__(self, x: ArrayLike) -> Array:
        """Return the layer's output for one sample (inputs,) or a batch (N, inputs)."""
        return self.activate(self.weighted_sum(x))

    def __repr__(self) -> str:
        """Return sizes and activation, on one line."""
        units, inputs = self.weights.shape
        return f"Dense({inputs} -> {units}, {self.activation}{'' if self.bias is not None else ', no bias'})"


class Network:
    """Layers in a row, each one's output the next one's input.

    Parameters
    ----------
    layers : sequence of Dense
        From the input to the output.

    Attributes
    ----------
    layers : list of Dense

    Examples
    --------
    >>> network = Network([Dense([[1.0, 1.0]], activation="relu"), Dense([[2.0]], bias=[1.0])])
    >>> print(network([3.0, 4.0]))
    [15.]
    """

    def __init__(self, layers: Sequence[Dense]) -> None:
        self.layers = list(layers)
        if not self.layers:
            raise ValueError("layers: expected at least one layer, given none")
        for number, (below, above) in enumerate(pairwise(self.layers), start=2):
            units, inputs = below.weights.shape[0], above.weights.shape[1]
            if units != inputs:
                raise ValueError(f"layers: expected {units} inputs of layer {number}, given {inputs}")

    @classmethod
    def from_sizes(
        cls,
        sizes: Sequence[int],
        rng: np.random.Generator,
        hidden_activation: str = "relu",
        output_activation: str = "identity",
        initializer: str = "glorot_uniform",
    ) -> "Network":
        """Return a network with random weights and zero biases.

        Parameters
        ----------
        sizes : sequence of int
            The number of inputs, then the units of each layer.
        rng : numpy.random.Generator
            Where the weights come from.
        hidden_activation, output_activation : str
            The name of a function in `dlnotes.activations`, for all layers but the last, and for the last.
        initializer : str
            The name of a function in `dlnotes.initializers`.

        Returns
        -------
        Network
            One layer less than there are sizes.

        Raises
        ------
        ValueError
            If there are fewer than two sizes, or a name is unknown.
        TypeError
            If a size is not whole, or `rng` is a seed.

        Examples
        --------
        >>> print(Network.from_sizes([64, 32, 10], np.random.default_rng(0)))
        Network([Dense(64 -> 32, relu), Dense(32 -> 10, identity)])
        """
        widths = [whole_number("sizes", size, least=1) for size in sizes]
        if len(widths) < 2:
            raise ValueError(f"sizes: expected the inputs and at least one layer, given {list(sizes)}")
        names = [hidden_activation] * (len(widths) - 2) + [output_activation]
        initial = chosen("initializer", initializer, INITIALIZERS)
        shapes = zip(widths[1:], widths[:-1], names, strict=True)
        return cls([Dense(initial((units, n), rng), np.zeros(units), name) for units, n, name in shapes])

    @property
    def parameters(self) -> list[Array]:
        """The live arrays in order: weights and, if there is one, bias of each layer."""
        return [p for layer in self.layers for p in (layer.weights, layer.bias) if p is not None]

    def __call__(self, x: ArrayLike) -> Array:
        """Return the output for one sample (inputs,) or a batch (N, inputs)."""
        output = real_array("x", x, finite=True)
        for layer in self.layers:
            output = layer(output)
        return output

    def __repr__(self) -> str:
        """Return the layers, on one line."""
        return f"Network({self.layers!r})"
