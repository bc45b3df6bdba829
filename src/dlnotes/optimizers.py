"""Optimizers, in order of complexity. All change the parameters in place by ``update(parameters, gradients)``."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dlnotes._validation import real_number

Floats = NDArray[np.floating[Any]]


def _checked(parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
    """Refuse whatever would stop an update half-way."""
    if len(parameters) != len(gradients):
        raise ValueError(f"gradients: expected {len(parameters)} arrays, given {len(gradients)}")
    for number, (parameter, gradient) in enumerate(zip(parameters, gradients, strict=True)):
        if parameter.dtype.kind != "f":
            raise TypeError(f"parameters[{number}]: expected an array of floats, given {parameter.dtype}")
        if not parameter.flags.writeable:
            raise ValueError(f"parameters[{number}]: expected a writeable array, given a read-only one")
        if gradient.shape != parameter.shape:
            raise ValueError(f"gradients[{number}]: expected {parameter.shape}, given {gradient.shape}")
        if not np.isfinite(gradient).all():
            raise ValueError(f"gradients[{number}]: expected finite numbers, given nan or infinity")


class SGD:
    """Plain gradient descent: ``w <- w - learning_rate * g``.

    Parameters
    ----------
    learning_rate : float
        The share of the gradient that is one step.

    Examples
    --------
    >>> w = np.array([1.0])
    >>> SGD(learning_rate=0.25).update([w], [np.array([2.0])])
    >>> print(w)
    [0.5]
    """

    def __init__(self, learning_rate: float = 0.01) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step, in place; the gradients are not changed."""
        _checked(parameters, gradients)
        for w, g in zip(parameters, gradients, strict=True):
            w -= self.learning_rate * g
