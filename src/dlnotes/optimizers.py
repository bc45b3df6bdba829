r"""Optimizers in order of complexity, all with one contract: ``update(parameters, gradients)`` works in place.

`Optimizer` checks, counts and keeps the state; what each of the others adds is its formula, in ``_step``, as the
textbooks write it: $w$ is a parameter, $g$ its gradient, $\eta$ the learning rate. Defaults are those of Keras.
What PyTorch or the papers do otherwise is an option, or stated; most often it is where epsilon stands.
"""

from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from itertools import accumulate, pairwise
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dlnotes._validation import all_finite, real_number

Floats = NDArray[np.floating[Any]]
BLOCK = 8192  # numbers that one call of `_step` works on: with them its arrays stay in the processor's cache


class Optimizer:
    """What all optimizers share: the checks, the state and the loop; a subclass adds its formula.

    The parameters of one precision are worked on as one long vector, cut into blocks, so that neither many small
    arrays nor a large one cost more than their numbers do. Gradients are never changed.

    Parameters
    ----------
    learning_rate : float, not negative
        May be changed between updates.
    initial_state : mapping of str to float
        Names of the state arrays, in the order in which ``_step`` takes them, and what they are filled with.

    Attributes
    ----------
    updates : int
        How many there were; one that was refused does not count.
    """

    _step: Callable[..., None]  # _step(w, g, *state): the formula, in place, for a block of numbers

    def __init__(self, learning_rate: float, initial_state: Mapping[str, float]) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.updates = 0
        self._initial_state = dict(initial_state)
        self._layout: list[tuple[np.dtype[Any], tuple[int, ...]]] = []
        self._groups: list[list[int]] = []  # the positions of the parameters that make up one long vector
        self._vectors: list[list[Floats]] = []  # the state arrays of each group

    @property
    def state(self) -> dict[str, list[Floats]]:
        """The state by name: a live array for each parameter, of its shape; none before the first update."""
        arrays: dict[str, list[Floats]] = {name: [np.empty(0)] * len(self._layout) for name in self._initial_state}
        for group, vectors in zip(self._groups, self._vectors, strict=True):
            for name, vector in zip(arrays, vectors, strict=True):
                for place, piece in zip(group, _pieces(vector, [self._layout[i][1] for i in group]), strict=True):
                    arrays[name][place] = piece
        return arrays

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters, in bytes; 0 before the first update."""
        return sum(vector.nbytes for vectors in self._vectors for vector in vectors)

    def update(self, parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Take one step in place; if anything is refused, nothing has changed.

        Parameters
        ----------
        parameters : sequence of ndarray, floats
            In the same order in every update, for the state belongs to positions.
        gradients : sequence of ndarray
            One for each parameter, and of its shape.

        Raises
        ------
        TypeError
            If a parameter cannot be changed in place, or a gradient is no array of real numbers.
        ValueError
            If shapes do not fit, or a gradient is not finite.
        """
        _check_arrays(parameters, gradients)
        layout = [(w.dtype, w.shape) for w in parameters]
        if self.state_bytes and layout != self._layout:
            raise ValueError("parameters: expected the shapes of the first update; start a new optimizer instead")
        groups = _groups(parameters) if layout != self._layout else self._groups
        joined = [_joined([gradients[i] for i in group], layout[group[0]][0]) for group in groups]
        if not all(map(all_finite, joined)):
            _name_what_is_not_finite(parameters, gradients)
        if layout != self._layout:
            self._layout, self._groups = layout, groups
            self._vectors = [[np.full_like(g, first) for first in self._initial_state.values()] for g in joined]
        self.updates += 1  # once for all parameters, not once for each
        for group, g, state in zip(groups, joined, self._vectors, strict=True):
            self._step_in_blocks([parameters[i] for i in group], g, state)

    def _step_in_blocks(self, parameters: list[Floats], g: Floats, state: list[Floats]) -> None:
        w = _joined(parameters, g.dtype)
        for start in range(0, w.size, BLOCK):
            block = slice(start, start + BLOCK)
            self._step(w[block], g[block], *(array[block] for array in state))
        if not np.may_share_memory(w, parameters[0]):  # it does if there is one parameter, and it lies in one piece
            for parameter, piece in zip(parameters, _pieces(w, [p.shape for p in parameters]), strict=True):
                parameter[...] = piece

    def __repr__(self) -> str:
        """Return the call that makes such an optimizer."""
        names = [p.name for p in signature(type(self)).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _check_arrays(parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
    if len(parameters) != len(gradients):
        raise ValueError(f"gradients: expected {len(parameters)} arrays, given {len(gradients)}")
    for number, (w, g) in enumerate(zip(parameters, gradients, strict=True)):
        if not isinstance(w, np.ndarray) or w.dtype.kind != "f" or not w.flags.writeable:
            raise TypeError(f"parameters[{number}]: expected a writeable array of floats, given {w!r}")
        if not isinstance(g, np.ndarray) or g.dtype.kind not in "iuf":
            raise TypeError(f"gradients[{number}]: expected an array of real numbers, given {g!r}")
        if g.shape != w.shape:
            raise ValueError(f"gradients[{number}]: expected shape {w.shape}, given {g.shape}")


def _name_what_is_not_finite(parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
    for number, (w, g) in enumerate(zip(parameters, gradients, strict=True)):
        if not all_finite(g.astype(w.dtype)):
            raise ValueError(f"gradients[{number}]: expected finite numbers, given nan or infinity")


def _groups(parameters: Sequence[Floats]) -> list[list[int]]:
    """Positions by precision; an array that stands in the list again (a tied weight) waits for a later group."""
    groups: dict[tuple[np.dtype[Any], int], list[int]] = {}
    for number, w in enumerate(parameters):
        before = sum(w is other for other in parameters[:number])
        groups.setdefault((w.dtype, before), []).append(number)
    return list(groups.values())


def _joined(arrays: Sequence[Floats], dtype: np.dtype[Any]) -> Floats:
    """All arrays as one long vector; of a single one, if possible, a view."""
    if len(arrays) == 1:
        return arrays[0].reshape(-1).astype(dtype, copy=False)
    return np.concatenate(arrays, axis=None, dtype=dtype)


def _pieces(vector: Floats, shapes: Sequence[tuple[int, ...]]) -> list[Floats]:
    """Return views of a long vector with these shapes, one behind the other."""
    ends = accumulate(map(prod, shapes), initial=0)
    return [vector[start:end].reshape(shape) for (start, end), shape in zip(pairwise(ends), shapes, strict=True)]


class SGD(Optimizer):
    r"""Plain gradient descent: $w \leftarrow w - \eta g$.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the share of the gradient that is one step.

    See Also
    --------
    Momentum, NAG : What Keras has as ``SGD(momentum=...)``, without and with ``nesterov=True``.

    Examples
    --------
    >>> w = np.array([1.0])
    >>> SGD(learning_rate=0.25).update([w], [np.array([2.0])])
    >>> print(w)
    [0.5]
    """

    def __init__(self, learning_rate: float = 0.01, **unknown: object) -> None:
        if unknown:
            hint = "momentum has its own classes, Momentum and NAG"
            raise TypeError(f"{', '.join(unknown)}: expected learning_rate and nothing else; {hint}")
        super().__init__(learning_rate, {})

    def _step(self, w: Floats, g: Floats) -> None:
        w -= self.learning_rate * g


class Momentum(Optimizer):
    r"""Gradient descent that keeps a share of its last step.

    $$
    \begin{aligned}
    v &\leftarrow \mu v - \eta g \\
    w &\leftarrow w + v
    \end{aligned}
    $$

    The velocity $v$ is 0 at first. With equal gradients the steps grow toward $-\frac{\eta g}{1 - \mu}$. PyTorch
    keeps $-\frac{v}{\eta}$ instead: the same path as long as the rate is not changed.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the share of the gradient that enters a step.
    momentum : float, from 0 to below 1
        $\mu$, the share of the last step that is kept. Keras: ``SGD(momentum=...)``.

    Examples
    --------
    >>> w, optimizer = np.array([0.0]), Momentum(learning_rate=1.0, momentum=0.5)
    >>> for _ in range(2):
    ...     optimizer.update([w], [np.array([1.0])])
    >>> print(w, optimizer.state["velocity"])
    [-2.5] [array([-1.5])]
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.9) -> None:
        super().__init__(learning_rate, {"velocity": 0.0})
        self.momentum = real_number("momentum", momentum, least=0.0, below=1.0)

    def _step(self, w: Floats, g: Floats, velocity: Floats) -> None:
        velocity *= self.momentum
        velocity -= self.learning_rate * g
        w += velocity


class NAG(Optimizer):
    r"""Nesterov's accelerated gradient: momentum whose gradient is taken where the last step would lead.

    $$
    \begin{aligned}
    v &\leftarrow \mu v - \eta g \\
    w &\leftarrow w + \mu v - \eta g
    \end{aligned}
    $$

    Here, as in Keras and PyTorch, $w$ is the point ahead, for that is where gradients are asked for. In the
    first form of the method the parameters are $w - \mu v$, and the gradient is taken at $w$.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the share of the gradient that enters a step.
    momentum : float, from 0 to below 1
        $\mu$, the share of the last step that is kept. Keras: ``SGD(momentum=..., nesterov=True)``.

    Examples
    --------
    >>> w, optimizer = np.array([0.0]), NAG(learning_rate=1.0, momentum=0.5)
    >>> for _ in range(2):
    ...     optimizer.update([w], [np.array([1.0])])
    >>> print(w)
    [-3.25]
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.9) -> None:
        super().__init__(learning_rate, {"velocity": 0.0})
        self.momentum = real_number("momentum", momentum, least=0.0, below=1.0)

    def _step(self, w: Floats, g: Floats, velocity: Floats) -> None:
        velocity *= self.momentum
        velocity -= self.learning_rate * g
        w += self.momentum * velocity - self.learning_rate * g


class Adagrad(Optimizer):
    r"""A rate for each parameter, falling with the squares of all its gradients so far.

    $$
    \begin{aligned}
    s &\leftarrow s + g^2 \\
    w &\leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}
    \end{aligned}
    $$

    With equal gradients, if $s$ is 0 at first, step number $t$ has the size $\frac{\eta}{\sqrt{t}}$, epsilon
    aside: it never stops falling.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the size of the first step if $s$ is 0 at first.
    initial_accumulator_value : float, not negative
        $s$ at first. Keras: 0.1; PyTorch and the paper: 0.
    epsilon : float, positive
        Keeps the division defined. PyTorch: 1e-10.
    epsilon_inside_root : bool
        True as in Keras; False for $\sqrt{s} + \epsilon$, as in PyTorch.

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
        first = real_number("initial_accumulator_value", initial_accumulator_value, least=0.0)
        super().__init__(learning_rate, {"accumulator": first})
        self.initial_accumulator_value = first
        self.epsilon = real_number("epsilon", epsilon, above=0.0)
        self.epsilon_inside_root = epsilon_inside_root

    def _step(self, w: Floats, g: Floats, accumulator: Floats) -> None:
        accumulator += g**2
        w -= self.learning_rate * g / _root(accumulator, self.epsilon, self.epsilon_inside_root)


def _root(squares: Floats, epsilon: float, inside: bool) -> Floats:
    """Root of mean or summed squares, kept off zero."""
    root: Floats = np.sqrt(squares + epsilon) if inside else np.sqrt(squares) + epsilon
    return root


class RMSprop(Optimizer):
    r"""A rate for each parameter, falling with the squares of its recent gradients.

    $$
    \begin{aligned}
    s &\leftarrow \rho s + (1 - \rho) g^2 \\
    w &\leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}
    \end{aligned}
    $$

    With equal gradients the steps tend to the size $\eta$. Since $s$ starts at 0 and is not corrected, the first
    one has the size $\frac{\eta}{\sqrt{1 - \rho}}$, epsilon aside.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the size of a step in the long run.
    rho : float, from 0 to below 1
        $\rho$: how slowly old gradients are forgotten. PyTorch: alpha, 0.99.
    epsilon : float, positive
        Keeps the division defined. PyTorch: 1e-8.
    epsilon_inside_root : bool
        True as in Keras; False for $\sqrt{s} + \epsilon$, as in PyTorch.

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
        super().__init__(learning_rate, {"mean_square": 0.0})
        self.rho = real_number("rho", rho, least=0.0, below=1.0)
        self.epsilon = real_number("epsilon", epsilon, above=0.0)
        self.epsilon_inside_root = epsilon_inside_root

    def _step(self, w: Floats, g: Floats, mean_square: Floats) -> None:
        mean_square *= self.rho
        mean_square += (1.0 - self.rho) * g**2
        w -= self.learning_rate * g / _root(mean_square, self.epsilon, self.epsilon_inside_root)


class Adam(Optimizer):
    r"""Momentum and RMSprop together, both corrected for their start at 0.

    $$
    \begin{aligned}
    m &\leftarrow \beta_1 m + (1 - \beta_1) g \\
    v &\leftarrow \beta_2 v + (1 - \beta_2) g^2 \\
    \hat{m} &= \frac{m}{1 - \beta_1^t} \\
    \hat{v} &= \frac{v}{1 - \beta_2^t} \\
    w &\leftarrow w - \frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon}
    \end{aligned}
    $$

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the size of the first step where the gradient is large against epsilon. It bounds no step: see Notes.
    beta_1, beta_2 : float, from 0 to below 1
        How slowly old gradients and old squares are forgotten.
    epsilon : float, positive
        Keeps the division defined. PyTorch and the paper: 1e-8.
    amsgrad : bool
        Take the largest $v$ so far.
    epsilon_hat : bool
        True as in Keras: $\frac{\epsilon}{\sqrt{1 - \beta_2^t}}$ in the place of $\epsilon$. False as in PyTorch.

    Notes
    -----
    Where all gradients but the newest were 0, the paper bounds a step (without epsilon) by
    $\eta \frac{1 - \beta_1}{\sqrt{1 - \beta_2}}$ if $1 - \beta_1 > \sqrt{1 - \beta_2}$, else by $\eta$. Several
    gradients after a jump lead further. Whatever they are, by the inequality of Cauchy and Schwarz no step passes
    $\eta \frac{1 - \beta_1}{1 - \beta_1^t} \sqrt{\frac{1 - \beta_2^t}{1 - \beta_2} S}$ with
    $S = \sum_{k=0}^{t-1} \frac{\beta_1^{2k}}{\beta_2^k}$.

    References
    ----------
    Kingma and Ba, "Adam: a method for stochastic optimization" (arXiv 1412.6980): Algorithm 1; epsilon hat stands just
    before section 2.1, the bound in it.

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
        super().__init__(learning_rate, {"m": 0.0, "v": 0.0} | ({"largest_v": 0.0} if amsgrad else {}))
        self.beta_1 = real_number("beta_1", beta_1, least=0.0, below=1.0)
        self.beta_2 = real_number("beta_2", beta_2, least=0.0, below=1.0)
        self.epsilon = real_number("epsilon", epsilon, above=0.0)
        self.amsgrad = amsgrad
        self.epsilon_hat = epsilon_hat

    def _step(self, w: Floats, g: Floats, m: Floats, v: Floats, largest_v: Floats | None = None) -> None:
        t = self.updates
        m *= self.beta_1
        m += (1.0 - self.beta_1) * g
        v *= self.beta_2
        v += (1.0 - self.beta_2) * g**2
        if largest_v is not None:
            v = np.maximum(largest_v, v, out=largest_v)
        root = (1.0 - self.beta_2**t) ** 0.5  # the corrections are numbers, so the rate takes them over
        rate = self.learning_rate * root / (1.0 - self.beta_1**t)
        w -= rate * m / (np.sqrt(v) + (self.epsilon if self.epsilon_hat else self.epsilon * root))


class AdamW(Adam):
    r"""Adam, after every weight has been shortened by a fixed share: $w \leftarrow w - \eta \lambda w$.

    No adaptive rate touches the decay. In the paper it is not multiplied by the learning rate; here it is, as in
    Keras and PyTorch.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, as in `Adam`.
    weight_decay : float, not negative
        $\lambda$. Keras: 0.004; PyTorch: 0.01. All parameters decay, biases too.
    beta_1, beta_2, epsilon, amsgrad, epsilon_hat
        As in `Adam`.

    References
    ----------
    Loshchilov and Hutter, "Decoupled weight decay regularization" (arXiv 1711.05101), Algorithm 2.

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
        super().__init__(learning_rate, beta_1, beta_2, epsilon, amsgrad, epsilon_hat)
        self.weight_decay = real_number("weight_decay", weight_decay, least=0.0)

    def _step(self, w: Floats, g: Floats, m: Floats, v: Floats, largest_v: Floats | None = None) -> None:
        w *= 1.0 - self.learning_rate * self.weight_decay
        super()._step(w, g, m, v, largest_v)
