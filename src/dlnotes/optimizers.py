"""Optimizers in order of complexity, all with one contract: ``update(parameters, gradients)`` works in place.

Defaults are those of Keras. What PyTorch or the papers do otherwise is an option or stated with its
conversion; the most frequent difference is where epsilon stands. Everything is checked before the first
parameter changes, the gradients are never changed, and the state belongs to positions in the list, so its
order must stay.

All but `Adam` are written for the reader, with a temporary array where a formula has one. `Adam`, the one
that is used most, is written for speed too: it works in a single temporary array, in which all parameters
stand as one long vector, for with many small arrays the time goes into the calls and not into the numbers.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dlnotes._validation import all_finite, real_number

Floats = NDArray[np.floating[Any]]


def _check(
    parameters: Sequence[Floats], gradients: Sequence[Floats], shapes: Sequence[tuple[int, ...]] = ()
) -> None:
    """Refuse whatever would stop an update half-way; `shapes` are those of the first update."""
    _check_arrays(parameters, gradients, shapes)
    _check_finite(gradients)


def _check_arrays(
    parameters: Sequence[Floats], gradients: Sequence[Floats], shapes: Sequence[tuple[int, ...]]
) -> None:
    if len(parameters) != len(gradients):
        raise ValueError(f"gradients: expected {len(parameters)} arrays, given {len(gradients)}")
    for number, (w, g) in enumerate(zip(parameters, gradients, strict=True)):
        if not isinstance(w, np.ndarray) or w.dtype.kind != "f" or not w.flags.writeable:
            raise TypeError(f"parameters[{number}]: expected a writeable array of floats, given {w!r}")
        if not isinstance(g, np.ndarray) or g.dtype.kind not in "iuf":
            raise TypeError(f"gradients[{number}]: expected an array of real numbers, given {g!r}")
        if g.shape != w.shape:
            raise ValueError(f"gradients[{number}]: expected shape {w.shape}, given {g.shape}")
    if shapes and shapes != [w.shape for w in parameters]:
        raise ValueError("parameters: expected the shapes of the first update; start a new optimizer instead")


def _check_finite(gradients: Sequence[Floats]) -> None:
    for number, g in enumerate(gradients):
        if not all_finite(g):
            raise ValueError(f"gradients[{number}]: expected finite numbers, given nan or infinity")


class SGD:
    """Plain gradient descent: ``w <- w - learning_rate * g``.

    Parameters
    ----------
    learning_rate : float, not negative
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

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: none."""
        return 0

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place."""
        _check(parameters, gradients)
        for w, g in zip(parameters, gradients, strict=True):
            w -= self.learning_rate * g


class Momentum:
    """Gradient descent that keeps a share of its last step.

    ``v <- momentum * v - learning_rate * g``, then ``w <- w + v``, with v = 0 at first. With equal gradients
    the steps grow towards ``learning_rate / (1 - momentum)`` times the gradient.

    PyTorch keeps ``b = -v / learning_rate`` instead, ``b <- momentum * b + g`` and ``w <- w - learning_rate
    * b``: the same path as long as the rate is not changed.

    Parameters
    ----------
    learning_rate : float, not negative
        The share of the gradient that enters a step.
    momentum : float, from 0 to below 1
        The share of the last step that is kept. (Keras has this class as ``SGD(momentum=...)``, default 0.)

    Examples
    --------
    >>> w, optimizer = np.array([0.0]), Momentum(learning_rate=1.0, momentum=0.5)
    >>> for _ in range(2):
    ...     optimizer.update([w], [np.array([1.0])])
    >>> print(w)
    [-2.5]
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.9) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.momentum = real_number("momentum", momentum, least=0.0, below=1.0)
        self.velocities: list[Floats] = []

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: one array for each."""
        return sum(v.nbytes for v in self.velocities)

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place."""
        _check(parameters, gradients, [s.shape for s in self.velocities])
        self.velocities = self.velocities or [np.zeros_like(w) for w in parameters]
        for w, g, v in zip(parameters, gradients, self.velocities, strict=True):
            v *= self.momentum
            v -= self.learning_rate * g
            w += v


class NAG:
    """Nesterov's accelerated gradient: momentum whose gradient is taken where the last step would lead.

    In its first form: ``v <- momentum * v - learning_rate * gradient(w + momentum * v)``, then ``w <- w +
    v``. Here, as in Keras and PyTorch, the parameters ARE the point ahead, ``w + momentum * v``, for that is
    where gradients are asked for: ``v <- momentum * v - learning_rate * g``, then
    ``w <- w + momentum * v - learning_rate * g``. The path of the first form is ``w - momentum * v``.

    Parameters
    ----------
    learning_rate : float, not negative
        The share of the gradient that enters a step.
    momentum : float, from 0 to below 1
        The share of the last step that is kept. (Keras: ``SGD(momentum=..., nesterov=True)``.)

    Examples
    --------
    >>> w, optimizer = np.array([0.0]), NAG(learning_rate=1.0, momentum=0.5)
    >>> for _ in range(2):
    ...     optimizer.update([w], [np.array([1.0])])
    >>> print(w)
    [-3.25]
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.9) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.momentum = real_number("momentum", momentum, least=0.0, below=1.0)
        self.velocities: list[Floats] = []

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: one array for each."""
        return sum(v.nbytes for v in self.velocities)

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place."""
        _check(parameters, gradients, [s.shape for s in self.velocities])
        self.velocities = self.velocities or [np.zeros_like(w) for w in parameters]
        for w, g, v in zip(parameters, gradients, self.velocities, strict=True):
            v *= self.momentum
            v -= self.learning_rate * g
            w += self.momentum * v - self.learning_rate * g


class Adagrad:
    """A rate for each parameter, falling with the squares of all its gradients so far.

    ``s <- s + g^2``, then ``w <- w - learning_rate * g / sqrt(s + epsilon)``. With equal gradients, and s =
    0 at first, the step number t has the size ``learning_rate / sqrt(t)``: it never stops falling.

    Parameters
    ----------
    learning_rate : float, not negative
        The size of a first step, if s = 0 at first.
    initial_accumulator_value : float, not negative
        s at first: 0.1 in Keras, 0 in the paper and in PyTorch.
    epsilon : float, positive
        Keeps the division defined. (PyTorch: 1e-10.)
    epsilon_inside_root : bool
        True as in Keras; False for ``sqrt(s) + epsilon``, as in PyTorch.

    Examples
    --------
    >>> w, optimizer = np.array([0.0]), Adagrad(learning_rate=1.0, initial_accumulator_value=0.0)
    >>> for _ in range(4):
    ...     optimizer.update([w], [np.array([3.0])])
    >>> print(f"{w[0]:.4f}")  # -(1 + 1/sqrt(2) + 1/sqrt(3) + 1/2)
    -2.7845
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        initial_accumulator_value: float = 0.1,
        epsilon: float = 1e-7,
        epsilon_inside_root: bool = True,
    ) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.initial_accumulator_value = real_number(
            "initial_accumulator_value", initial_accumulator_value, least=0.0
        )
        self.epsilon = real_number("epsilon", epsilon, above=0.0)
        self.epsilon_inside_root = epsilon_inside_root
        self.accumulators: list[Floats] = []

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: one array for each."""
        return sum(s.nbytes for s in self.accumulators)

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place."""
        _check(parameters, gradients, [s.shape for s in self.accumulators])
        first = self.initial_accumulator_value
        self.accumulators = self.accumulators or [np.full_like(w, first) for w in parameters]
        for w, g, s in zip(parameters, gradients, self.accumulators, strict=True):
            s += g**2
            w -= self.learning_rate * g / _root(s, self.epsilon, self.epsilon_inside_root)


def _root(squares: Floats, epsilon: float, inside: bool) -> Floats:
    """Root of mean or summed squares, kept off zero."""
    root: Floats = np.sqrt(squares + epsilon) if inside else np.sqrt(squares) + epsilon
    return root


class RMSprop:
    """A rate for each parameter, falling with the squares of its recent gradients.

    ``s <- rho * s + (1 - rho) * g^2``, then ``w <- w - learning_rate * g / sqrt(s + epsilon)``, with s = 0 at
    first. With equal gradients the step tends to `learning_rate`; since s starts at 0 and is not corrected,
    the first one is ``1 / sqrt(1 - rho)`` times as long.

    Parameters
    ----------
    learning_rate : float, not negative
        The size of a step in the long run.
    rho : float, from 0 to below 1
        How slowly old gradients are forgotten. (PyTorch: 0.99, named alpha.)
    epsilon : float, positive
        Keeps the division defined. (PyTorch: 1e-8.)
    epsilon_inside_root : bool
        True as in Keras; False for ``sqrt(s) + epsilon``, as in PyTorch.

    Examples
    --------
    >>> w = np.array([0.0])
    >>> RMSprop(learning_rate=1.0, rho=0.75).update([w], [np.array([3.0])])
    >>> print(f"{w[0]:.4f}")
    -2.0000
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        rho: float = 0.9,
        epsilon: float = 1e-7,
        epsilon_inside_root: bool = True,
    ) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.rho = real_number("rho", rho, least=0.0, below=1.0)
        self.epsilon = real_number("epsilon", epsilon, above=0.0)
        self.epsilon_inside_root = epsilon_inside_root
        self.mean_squares: list[Floats] = []

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: one array for each."""
        return sum(s.nbytes for s in self.mean_squares)

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place."""
        _check(parameters, gradients, [s.shape for s in self.mean_squares])
        self.mean_squares = self.mean_squares or [np.zeros_like(w) for w in parameters]
        for w, g, s in zip(parameters, gradients, self.mean_squares, strict=True):
            s *= self.rho
            s += (1.0 - self.rho) * g**2
            w -= self.learning_rate * g / _root(s, self.epsilon, self.epsilon_inside_root)


class Adam:
    """Momentum and RMSprop together, both corrected for their start at 0.

    ``m <- beta_1 m + (1 - beta_1) g`` and ``v <- beta_2 v + (1 - beta_2) g^2``; at update number t,
    ``m_hat = m / (1 - beta_1^t)`` and ``v_hat = v / (1 - beta_2^t)``; then
    ``w <- w - learning_rate * m_hat / (sqrt(v_hat) + epsilon)``. So the first step has the size
    `learning_rate` whatever the size of the gradient.

    Parameters
    ----------
    learning_rate : float, not negative
        The size of the first step, and about the largest of any.
    beta_1, beta_2 : float, from 0 to below 1
        How slowly old gradients and old squares are forgotten.
    epsilon : float, positive
        Keeps the division defined. (PyTorch and the paper: 1e-8.)
    amsgrad : bool
        Divide by the root of the largest v so far.
    epsilon_hat : bool
        True as in Keras: epsilon is added to ``sqrt(v)`` before the correction, so the formula above holds
        with ``epsilon / sqrt(1 - beta_2^t)``. False as in PyTorch.

    Notes
    -----
    Source: Kingma and Ba, "Adam: a method for stochastic optimization" (arXiv 1412.6980), Algorithm 1; the form
    with epsilon hat is the one just before its section 2.1.

    Examples
    --------
    >>> w = np.array([0.0, 0.0])
    >>> Adam(learning_rate=0.1).update([w], [np.array([5.0, -0.02])])
    >>> print(f"{w[0]:.3f} {w[1]:.3f}")
    -0.100 0.100
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
        amsgrad: bool = False,
        epsilon_hat: bool = True,
    ) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.beta_1 = real_number("beta_1", beta_1, least=0.0, below=1.0)
        self.beta_2 = real_number("beta_2", beta_2, least=0.0, below=1.0)
        self.epsilon = real_number("epsilon", epsilon, above=0.0)
        self.amsgrad = amsgrad
        self.epsilon_hat = epsilon_hat
        self.updates = 0
        self.shapes: list[tuple[int, ...]] = []
        self.gradient_sum: Floats = np.zeros(0)
        self.square_sum = self.largest = self.gradient_sum

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: two numbers for each, three with AMSGrad."""
        return self.gradient_sum.nbytes + self.square_sum.nbytes + self.largest.nbytes * self.amsgrad

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place, with one temporary array as long as all parameters together."""
        _check_arrays(parameters, gradients, self.shapes)
        dtype = self.gradient_sum.dtype if self.updates else np.result_type(*parameters)
        joined = np.concatenate(gradients, axis=None, dtype=dtype)
        if not all_finite(joined):
            _check_finite(gradients)
        if self.updates == 0:
            self.shapes = [w.shape for w in parameters]
            self.gradient_sum, self.square_sum = np.zeros_like(joined), np.zeros_like(joined)
            self.largest = np.zeros_like(joined) if self.amsgrad else self.square_sum
        self.updates += 1  # once for all parameters, not once for each
        self._turn_into_step(joined)
        end = 0
        for w in parameters:
            start, end = end, end + w.size
            w -= joined[start:end].reshape(w.shape)

    def _turn_into_step(self, work: Floats) -> None:
        """Take a gradient in and give the step out, in the same memory.

        m and v are kept as plain sums: their factors ``1 - beta``, like the corrections, are numbers, so they
        wait for the end. There ``m_hat`` turns out to be the mean of all gradients so far, with the weights
        1, beta_1, beta_1^2, ... from the newest to the oldest, and ``v_hat`` that of their squares.
        """
        self.gradient_sum *= self.beta_1
        self.gradient_sum += work
        work *= work
        self.square_sum *= self.beta_2
        self.square_sum += work
        if self.amsgrad:
            np.maximum(self.largest, self.square_sum, out=self.largest)
        weights = (1.0 - self.beta_1**self.updates) / (1.0 - self.beta_1)
        root_weights = ((1.0 - self.beta_2**self.updates) / (1.0 - self.beta_2)) ** 0.5
        np.sqrt(self.largest, out=work)
        work += self.epsilon / (1.0 - self.beta_2) ** 0.5 if self.epsilon_hat else self.epsilon * root_weights
        np.divide(self.gradient_sum, work, out=work)
        work *= self.learning_rate * root_weights / weights


class AdamW:
    """Adam, after every weight has been shortened by a fixed share, which no adaptive rate touches.

    ``w <- w - learning_rate * weight_decay * w``, then the update of `Adam`. In the paper the decay is not
    multiplied by the learning rate; here it is, as in Keras and PyTorch.

    Parameters
    ----------
    learning_rate : float, not negative
        As in `Adam`.
    weight_decay : float, not negative
        0.004 as in Keras; 0.01 in PyTorch. All parameters decay, biases too.
    beta_1, beta_2, epsilon, amsgrad, epsilon_hat
        As in `Adam`.

    Attributes
    ----------
    adam : Adam
        What does the rest, and holds the state and the learning rate.

    Examples
    --------
    >>> w = np.array([1.0])
    >>> AdamW(learning_rate=0.1, weight_decay=0.5).update([w], [np.array([0.0])])
    >>> print(w)
    [0.95]
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        weight_decay: float = 0.004,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
        amsgrad: bool = False,
        epsilon_hat: bool = True,
    ) -> None:
        self.adam = Adam(learning_rate, beta_1, beta_2, epsilon, amsgrad, epsilon_hat)
        self.weight_decay = real_number("weight_decay", weight_decay, least=0.0)

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters: that of Adam."""
        return self.adam.state_bytes

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place."""
        _check(parameters, gradients, self.adam.shapes)
        for w in parameters:
            w *= 1.0 - self.adam.learning_rate * self.weight_decay
        self.adam.update(parameters, gradients)
