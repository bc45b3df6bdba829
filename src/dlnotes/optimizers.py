r"""Optimizers in order of complexity, all with one contract: ``update(parameters, gradients)`` works in place.

`Optimizer` checks, counts and keeps the state; each of the others adds its formula: ``_step`` takes the gradient $g$ and
returns what is added to the parameters $w$. $\eta$ is the learning rate. Defaults are those of Keras, but for the
momentum, of which Keras has none at first. What PyTorch or the papers do otherwise is an option, or stated; most often
it is where epsilon stands.
"""

from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dlnotes._validation import all_finite, chosen, real_number

Floats = NDArray[np.floating[Any]]
BLOCK = 8192  # numbers that one call of `_step` works on: with them its arrays stay in the processor's cache
_Layout = list[tuple[tuple[int, ...], np.dtype[Any]]]  # shape and precision of each parameter


class _Part(NamedTuple):
    """Where a part of a parameter stands: in which array, where in it, and where in the block."""

    number: int
    inside: slice
    block: slice


class Optimizer:
    """What all optimizers share: the checks, the state and the loop; a subclass adds its formula.

    Numbers are worked on in blocks: small parameters of one precision share one, for with many small arrays the time
    goes into the calls; a large one is cut into several, for there it goes into the memory. Gradients are never changed.

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

    # _step(g, *state) is the formula for a block: it changes the state, but not g, and returns what is added to w.
    _step: Callable[..., Floats]
    weight_decay = 0.0  # only AdamW has one

    def __init__(self, learning_rate: float, initial_state: Mapping[str, float]) -> None:
        self.learning_rate = real_number("learning_rate", learning_rate, least=0.0)
        self.updates = 0
        self._initial_state = dict(initial_state)
        self._layout: _Layout = []
        self._cut: list[list[_Part]] = []
        self._state: list[list[Floats]] = []  # the state arrays of each block

    @property
    def state_bytes(self) -> int:
        """Memory held beside the parameters, in bytes; nothing before the first update."""
        return sum(array.nbytes for state in self._state for array in state)

    def state(self, name: str) -> list[Floats]:
        """Return a copy of the state array of this name for each parameter; of none before the first update."""
        place = chosen("name", name, {known: number for number, known in enumerate(self._initial_state)})
        arrays = [np.empty(shape, dtype) for shape, dtype in self._layout]
        for parts, state in zip(self._cut, self._state, strict=True):
            for number, inside, block in parts:
                arrays[number].reshape(-1)[inside] = state[place][block]
        return arrays

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
        _check(parameters, gradients)
        layout = [(w.shape, w.dtype) for w in parameters]
        new = layout != self._layout
        if new and self.state_bytes:
            raise ValueError("parameters: expected the shapes of the first update; start a new optimizer instead")
        cut = _cut(layout) if new else self._cut
        blocks = _gather(cut, gradients, layout)
        if new:
            self._layout, self._cut, self._state = layout, cut, [self._first_state(g) for g in blocks]
        self.updates += 1  # once for all parameters, not once for each
        self._change(parameters, blocks)

    def _change(self, parameters: Sequence[Floats], blocks: Sequence[Floats]) -> None:
        kept = 1.0 - self.learning_rate * self.weight_decay
        flat = [w.ravel() for w in parameters]
        for g, parts, state in zip(blocks, self._cut, self._state, strict=True):
            step = self._step(g, *state)
            for number, inside, block in parts:
                w = flat[number][inside]
                if kept != 1.0:
                    w *= kept
                w += step[block]
        for w, changed in zip(parameters, flat, strict=True):
            if not w.flags.c_contiguous:  # then a copy was changed
                w[...] = changed.reshape(w.shape)

    def _first_state(self, g: Floats) -> list[Floats]:
        return [np.full_like(g, first) for first in self._initial_state.values()]

    def __repr__(self) -> str:
        """Return the call that makes such an optimizer."""
        names = [p.name for p in signature(type(self)).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _check(parameters: Sequence[Floats], gradients: Sequence[Floats]) -> None:
    """Refuse what is no array, or not of the right shape."""
    if len(parameters) != len(gradients):
        raise ValueError(f"gradients: expected {len(parameters)} arrays, given {len(gradients)}")
    for number, (w, g) in enumerate(zip(parameters, gradients, strict=True)):
        if not isinstance(w, np.ndarray) or w.dtype.kind != "f" or not w.flags.writeable:
            raise TypeError(f"parameters[{number}]: expected a writeable array of floats, given {w!r}")
        if not isinstance(g, np.ndarray) or g.dtype.kind not in "iuf":
            raise TypeError(f"gradients[{number}]: expected an array of real numbers, given {g!r}")
        if g.shape != w.shape:
            raise ValueError(f"gradients[{number}]: expected shape {w.shape}, given {g.shape}")


def _cut(layout: _Layout) -> list[list[_Part]]:
    """Cut parameters of these shapes into blocks, each of one precision and none longer than `BLOCK`."""
    blocks: dict[np.dtype[Any], list[list[_Part]]] = {dtype: [[]] for _, dtype in layout}
    for number, (shape, dtype) in enumerate(layout):
        start, size, own = 0, prod(shape), blocks[dtype]
        while start < size:
            filled = own[-1][-1].block.stop if own[-1] else 0
            length = min(size - start, BLOCK - filled)
            own[-1].append(_Part(number, slice(start, start + length), slice(filled, filled + length)))
            start += length
            if filled + length == BLOCK:
                own.append([])
    return [parts for own in blocks.values() for parts in own if parts]


def _gather(cut: list[list[_Part]], gradients: Sequence[Floats], layout: _Layout) -> list[Floats]:
    """Return the gradients of each block, in the precision of its parameters; refuse them if they are not finite."""
    flat = [g.ravel() for g in gradients]
    blocks = []
    for parts in cut:
        _, dtype = layout[parts[0].number]
        pieces = [flat[number][inside] for number, inside, _ in parts]
        g = pieces[0].astype(dtype, copy=False) if len(pieces) == 1 else np.concatenate(pieces, dtype=dtype)
        if not all_finite(g):
            number = next(number for number, _, block in parts if not all_finite(g[block]))
            raise ValueError(f"gradients[{number}]: expected finite numbers, given nan or infinity")
        blocks.append(g)
    return blocks


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

    def _step(self, g: Floats) -> Floats:
        return -self.learning_rate * g


class Momentum(Optimizer):
    r"""Gradient descent that keeps a share of its last step.

    $v \leftarrow \mu v - \eta g$

    $w \leftarrow w + v$

    The velocity $v$ is zero at first. With equal gradients the steps grow toward $-\frac{\eta g}{1 - \mu}$. PyTorch
    keeps $-\frac{v}{\eta}$ instead: the same path as long as the rate is not changed.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the share of the gradient that enters a step.
    momentum : float
        $\mu$, the share of the last step that is kept: $0 \le \mu < 1$. Keras: ``SGD(momentum=...)``.

    Examples
    --------
    >>> w, optimizer = np.array([0.0]), Momentum(learning_rate=1.0, momentum=0.5)
    >>> for _ in range(2):
    ...     optimizer.update([w], [np.array([1.0])])
    >>> print(w, optimizer.state("velocity")[0])
    [-2.5] [-1.5]
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.9) -> None:
        super().__init__(learning_rate, {"velocity": 0.0})
        self.momentum = real_number("momentum", momentum, least=0.0, below=1.0)

    def _step(self, g: Floats, velocity: Floats) -> Floats:
        velocity *= self.momentum
        velocity -= self.learning_rate * g
        return velocity


class NAG(Optimizer):
    r"""Nesterov's accelerated gradient: momentum whose gradient is taken where the last step would lead.

    $v \leftarrow \mu v - \eta g$

    $w \leftarrow w + \mu v - \eta g$

    Here, as in Keras and PyTorch, $w$ is the point ahead, for that is where gradients are asked for. In the
    first form of the method the parameters are $w - \mu v$, and the gradient is taken at $w$.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the share of the gradient that enters a step.
    momentum : float
        $\mu$, the share of the last step that is kept: $0 \le \mu < 1$. Keras: ``SGD(momentum=..., nesterov=True)``.

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

    def _step(self, g: Floats, velocity: Floats) -> Floats:
        velocity *= self.momentum
        velocity -= self.learning_rate * g
        return self.momentum * velocity - self.learning_rate * g


class Adagrad(Optimizer):
    r"""A rate for each parameter, falling with the squares of all its gradients so far.

    $s \leftarrow s + g^2$

    $w \leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}$

    With equal gradients, if $s$ is zero at first, step number $t$ has the size $\frac{\eta}{\sqrt{t}}$, epsilon
    aside: it never stops falling.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the size of the first step if $s$ is zero at first.
    initial_accumulator_value : float, not negative
        $s$ at first. PyTorch and the paper start at zero.
    epsilon : float, positive
        Keeps the division defined. PyTorch: [1e-10](=reference/api_torch.adagrad_epsilon).
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

    def _step(self, g: Floats, accumulator: Floats) -> Floats:
        accumulator += g**2
        return -self.learning_rate * g / _root(accumulator, self.epsilon, self.epsilon_inside_root)


def _root(squares: Floats, epsilon: float, inside: bool) -> Floats:
    """Root of mean or summed squares, kept off zero."""
    root: Floats = np.sqrt(squares + epsilon) if inside else np.sqrt(squares) + epsilon
    return root


class RMSprop(Optimizer):
    r"""A rate for each parameter, falling with the squares of its recent gradients.

    $s \leftarrow \rho s + (1 - \rho) g^2$

    $w \leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}$

    With equal gradients the steps tend to the size $\eta$. Since $s$ starts at zero and is not corrected, the first
    one has the size $\frac{\eta}{\sqrt{1 - \rho}}$, epsilon aside.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the size of a step in the long run.
    rho : float
        $\rho$: how slowly old gradients are forgotten, $0 \le \rho < 1$. PyTorch: alpha,
        [0.99](=reference/api_torch.rmsprop_alpha).
    epsilon : float, positive
        Keeps the division defined. PyTorch: [1e-8](=reference/api_torch.rmsprop_epsilon).
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

    def _step(self, g: Floats, mean_square: Floats) -> Floats:
        mean_square *= self.rho
        mean_square += (1.0 - self.rho) * g**2
        return -self.learning_rate * g / _root(mean_square, self.epsilon, self.epsilon_inside_root)


class Adam(Optimizer):
    r"""Momentum and RMSprop together, both corrected for their start at zero.

    $m \leftarrow \beta_1 m + (1 - \beta_1) g$

    $v \leftarrow \beta_2 v + (1 - \beta_2) g^2$

    $\hat{m} = \frac{m}{1 - \beta_1^t}$

    $\hat{v} = \frac{v}{1 - \beta_2^t}$

    $w \leftarrow w - \frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon}$

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, the size of the first step where the gradient is large against epsilon. It bounds no step: see Notes.
    beta_1, beta_2 : float
        How slowly old gradients and old squares are forgotten: $0 \le \beta_1 < 1$ and $0 \le \beta_2 < 1$.
    epsilon : float, positive
        Keeps the division defined. PyTorch and the paper: [1e-8](=reference/api_torch.adam_epsilon).
    amsgrad : bool
        Take the largest $v$ so far.
    epsilon_hat : bool
        True as in Keras: $\frac{\epsilon}{\sqrt{1 - \beta_2^t}}$ in the place of $\epsilon$. False as in PyTorch.

    Notes
    -----
    Epsilon aside, the paper bounds a step by $\eta \frac{1 - \beta_1}{\sqrt{1 - \beta_2}}$ if
    $1 - \beta_1 > \sqrt{1 - \beta_2}$, else by $\eta$. That holds for a first gradient after many that were zero, and
    several of them lead further. Whatever the gradients are, by the inequality of Cauchy and Schwarz no step passes
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

    def _step(self, g: Floats, m: Floats, v: Floats, largest_v: Floats | None = None) -> Floats:
        t = self.updates
        m *= self.beta_1
        m += (1.0 - self.beta_1) * g
        v *= self.beta_2
        v += (1.0 - self.beta_2) * g**2
        if largest_v is not None:
            v = np.maximum(largest_v, v, out=largest_v)
        correction = (1.0 - self.beta_2**t) ** 0.5
        rate = self.learning_rate * correction / (1.0 - self.beta_1**t)  # takes both corrections over: one number
        root = np.sqrt(v)
        root += self.epsilon if self.epsilon_hat else self.epsilon * correction
        step: Floats = m / root
        step *= -rate
        return step


class AdamW(Adam):
    r"""Adam, after every weight has been shortened by a fixed share: $w \leftarrow w - \eta \lambda w$.

    No adaptive rate touches the decay. In the paper it is not multiplied by the learning rate; here it is, as in
    Keras and PyTorch.

    Parameters
    ----------
    learning_rate : float, not negative
        $\eta$, as in `Adam`.
    weight_decay : float, not negative
        $\lambda$. Keras: [0.004](=reference/api_keras.weight_decay); PyTorch: [0.01](=reference/api_torch.weight_decay).
        All parameters decay, biases too.
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
