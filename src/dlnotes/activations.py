r"""Activation functions, each followed by its derivative.

The elementwise derivative of ``f`` is ``f_derivative``, taken at the same input ``x`` (not at the output).
Softmax and its logarithm mix the elements of a row, so they have a Jacobian, ``f_jacobian``, instead.
Where a function has a corner or a jump, its derivative there is the slope of the side of the smaller inputs.
All take real numbers, in an array of any shape or alone, and return float64 of that shape.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from dlnotes._validation import Array, real_array, real_number

_LOWEST = -float(np.finfo(np.float64).max)


def identity(x: ArrayLike) -> Array:
    """Return a copy of `x`: the activation of an output layer that predicts plain numbers.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.

    Returns
    -------
    ndarray, the shape of `x`
        $x$.

    Examples
    --------
    >>> print(identity([-1.0, 2.0]))
    [-1.  2.]
    """
    return real_array("x", x).copy()[()]


def identity_derivative(x: ArrayLike) -> Array:
    """Slope of the identity: $f'(x) = 1$ everywhere."""
    return np.ones_like(real_array("x", x))[()]


def step(x: ArrayLike) -> Array:
    """One where `x` is positive, else zero, so $[x > 0]$: the activation of the perceptron.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.

    Returns
    -------
    ndarray, the shape of `x`
        Zeros and ones. At the jump it is zero; texts that ask whether `x` is "at least" zero have a one there.

    Examples
    --------
    >>> print(step([-1.0, 0.0, 2.0]))
    [0. 0. 1.]
    """
    return np.heaviside(real_array("x", x), 0.0)


def step_derivative(x: ArrayLike) -> Array:
    """Slope of the step: $f'(x) = 0$ everywhere, also at the jump, which is why nothing can be learned through it."""
    return np.zeros_like(real_array("x", x))[()]


def sigmoid(x: ArrayLike) -> Array:
    r"""Squash every element of `x` to between zero and one: $\sigma(x) = \frac{1}{1 + e^{-x}}$.

    Computed from $e^{-\lvert x \rvert}$, so that nothing overflows.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums, or logits.

    Returns
    -------
    ndarray, the shape of `x`
        $\sigma(0) = \frac{1}{2}$; far out exactly one or zero, where float64 has nothing nearer.

    Raises
    ------
    TypeError
        If `x` is not real.

    See Also
    --------
    softmax : The same for several classes.

    Examples
    --------
    >>> print(sigmoid([-1000.0, 0.0, 1000.0]))
    [0.  0.5 1. ]
    """
    x = real_array("x", x)
    decay = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, decay) / (1.0 + decay)


def sigmoid_derivative(x: ArrayLike) -> Array:
    r"""Slope of the sigmoid at its input `x`: $\sigma'(x) = \sigma(x) (1 - \sigma(x))$.

    Computed with $1 - \sigma(x) = \sigma(-x)$: the subtraction would lose every digit for large `x`.
    """
    x = real_array("x", x)
    return sigmoid(x) * sigmoid(-x)


def tanh(x: ArrayLike) -> Array:
    r"""Squash every element of `x` to between minus one and one: $\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}$.

    It is the sigmoid, twice as steep and stretched: $\tanh(x) = 2 \sigma(2x) - 1$.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.

    Returns
    -------
    ndarray, the shape of `x`
        Odd: $\tanh(-x) = -\tanh(x)$; far out exactly plus or minus one, where float64 has nothing nearer.

    Examples
    --------
    >>> print(tanh([-1000.0, 0.0, 1000.0]))
    [-1.  0.  1.]
    """
    return np.tanh(real_array("x", x))


def tanh_derivative(x: ArrayLike) -> Array:
    r"""Slope of tanh at its input `x`: $\tanh'(x) = 1 - \tanh^2(x) = \frac{4 e^{-2x}}{(1 + e^{-2x})^2}$.

    The last form keeps its digits where the difference is one of nearly equal numbers.
    """
    decay = np.exp(-np.abs(real_array("x", x)))
    sech = 2.0 * decay / (1.0 + decay**2)
    return sech**2


def relu(x: ArrayLike) -> Array:
    r"""`x` where it is positive, else zero: $\max(0, x)$.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.

    Returns
    -------
    ndarray, the shape of `x`
        Never negative.

    Examples
    --------
    >>> print(relu([-2.0, 0.0, 3.0]))
    [0. 0. 3.]
    """
    return np.maximum(real_array("x", x), 0.0)


def relu_derivative(x: ArrayLike) -> Array:
    """Slope of ReLU: $[x > 0]$. At the corner, where there is none, it is zero, as in PyTorch and Keras."""
    return (real_array("x", x) > 0.0).astype(np.float64)


def leaky_relu(x: ArrayLike, negative_slope: float = 0.01) -> Array:
    r"""`x` where it is positive, else a small share of it.

    $f(x) = \begin{cases} x, & x > 0 \\ \alpha x, & x \le 0 \end{cases}$

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.
    negative_slope : float
        $\alpha$. PyTorch: [0.01](=reference/api_torch.leaky_relu). Keras: [0.2](=reference/api_keras.leaky_relu) for
        the function and for ``activation="leaky_relu"``, [0.3](=reference/api_keras.leaky_relu_layer) for the layer
        ``LeakyReLU``.

    Returns
    -------
    ndarray, the shape of `x`
        The same as $\max(x, \alpha x)$ only where $\alpha \le 1$.

    See Also
    --------
    prelu : The same with slopes that are learned.

    Examples
    --------
    >>> print(leaky_relu([-2.0, 3.0]))
    [-0.02  3.  ]
    """
    return prelu(x, real_number("negative_slope", negative_slope))


def leaky_relu_derivative(x: ArrayLike, negative_slope: float = 0.01) -> Array:
    r"""Slope of the leaky ReLU: one where `x` is positive, else `negative_slope`, so $[x > 0] + \alpha [x \le 0]$."""
    return prelu_derivative(x, real_number("negative_slope", negative_slope))


def prelu(x: ArrayLike, alpha: ArrayLike) -> Array:
    r"""`x` where it is positive, else $\alpha x$ with a slope that is learned.

    Parameters
    ----------
    x : array_like, shape (..., C)
        Weighted sums.
    alpha : array_like, a number or shape (C,), or any shape that broadcasts to that of `x`
        $\alpha$, the slope for negative inputs: one for all, or one for each unit.

    Returns
    -------
    ndarray, the shape of `x`
        $\max(0, x) + \alpha \min(0, x)$.

    Raises
    ------
    ValueError
        If `alpha` does not broadcast to the shape of `x`.

    References
    ----------
    He et al., "Delving deep into rectifiers" (arXiv 1502.01852), equation 1.

    Examples
    --------
    >>> print(prelu([[-2.0, -2.0]], [0.25, 0.5]))
    [[-0.5 -1. ]]
    """
    x, alpha = _slopes(x, alpha)
    return np.where(x > 0.0, x, alpha * x)[()]


def prelu_derivative(x: ArrayLike, alpha: ArrayLike) -> Array:
    r"""Slope of PReLU with respect to `x`: one where it is positive, else `alpha`, so $[x > 0] + \alpha [x \le 0]$.

    The side is told by the sign of the input, not of the output: `alpha` may be negative.
    """
    x, alpha = _slopes(x, alpha)
    return np.where(x > 0.0, 1.0, alpha)[()]


def prelu_alpha_gradient(x: ArrayLike) -> Array:
    r"""Slope of PReLU with respect to `alpha`, at every element: $\min(0, x)$.

    Multiply by the gradient that arrives, and sum over all elements that share one `alpha`.
    """
    return np.minimum(real_array("x", x), 0.0)


def _slopes(x: ArrayLike, alpha: ArrayLike) -> tuple[Array, Array]:
    inputs, slopes = real_array("x", x), real_array("alpha", alpha, finite=True)
    try:
        return inputs, np.broadcast_to(slopes, inputs.shape)
    except ValueError:
        expected = f"a shape that broadcasts to {inputs.shape} of x"
        raise ValueError(f"alpha: expected {expected}, given {slopes.shape}") from None


def _below_peak(x: ArrayLike, axis: int) -> tuple[Array, Array]:
    """Return ``x - max(x)`` along `axis`, and what its rounding lost.

    The lost part matters: rounding 700.3 - 0.1 alone costs exp(-700.2) its last two or three digits. It is
    ``(x - kept) + ((kept - shifted) - peak)``, put together in place: this runs in every step of a training.
    """
    x = real_array("x", x)
    if x.ndim and not -x.ndim <= axis < x.ndim:
        raise ValueError(f"axis: expected an axis of x, from {-x.ndim} to {x.ndim - 1}, given {axis!r}")
    if x.ndim == 0 or x.shape[axis] == 0:
        raise ValueError(f"x: expected at least one class along axis {axis}, given shape {x.shape}")
    peak = x.max(axis=axis, keepdims=True).repeat(x.shape[axis], axis=axis)
    if not np.vdot(x, x) < 1e12:  # rarely: something is not finite, or so large that a difference might not be
        if not np.isfinite(peak).all():
            raise ValueError("x: expected numbers with a finite maximum, given nan, +infinity or only -infinity")
        x = np.maximum(x, np.where(peak > 0.0, -2000.0, _LOWEST))  # below this floor all is 0 after exp
    shifted = x - peak
    kept = shifted + peak
    lost = x - kept
    kept -= shifted
    kept -= peak
    lost += kept
    return shifted, lost


def softmax(x: ArrayLike, axis: int = -1) -> Array:
    r"""Turn the scores along `axis` into positive shares of a whole: $s_i = \frac{e^{x_i}}{\sum_j e^{x_j}}$.

    The maximum along `axis` is subtracted first, which changes nothing but the overflow.

    Parameters
    ----------
    x : array_like, shape (..., K)
        Scores (logits). -infinity is allowed and gets no share.
    axis : int
        The axis of the classes: the last, if each row is a sample.

    Returns
    -------
    ndarray, the shape of `x`
        $\sum_i s_i = 1$ along `axis`; equal shares for equal scores, close to one-hot for scores that lie far apart.

    Raises
    ------
    ValueError
        If the maximum along `axis` is not finite, there are no classes, or there is no such axis.

    Examples
    --------
    >>> print(softmax([1000.0, 1000.0, -np.inf]))
    [0.5 0.5 0. ]
    """
    shifted, lost = _below_peak(x, axis)
    exponentials: Array = np.exp(shifted)
    lost += 1.0
    exponentials *= lost
    exponentials /= exponentials.sum(axis=axis, keepdims=True)  # in place: this runs in every step of a training
    return exponentials


def softmax_jacobian(x: ArrayLike) -> Array:
    r"""Jacobian of softmax over the last axis, shape (..., K, K): $\frac{\partial s_i}{\partial x_j} = s_i (\delta_{ij} - s_j)$.

    Every row sums to zero. The diagonal is computed from that,
    $\frac{\partial s_i}{\partial x_i} = -\sum_{j \ne i} \frac{\partial s_i}{\partial x_j}$, for $1 - s_i$ loses its
    digits when a class is nearly certain.
    """
    s = softmax(x)
    jacobian = -s[..., :, np.newaxis] * s[..., np.newaxis, :]
    return _with_rows_that_sum_to_zero(jacobian)


def _with_rows_that_sum_to_zero(jacobian: Array) -> Array:
    """Return a Jacobian whose diagonal makes each row sum to 0, as those of shares must."""
    diagonal = np.einsum("...ii->...i", jacobian)  # a view
    diagonal[...] = 0.0
    diagonal[...] = -jacobian.sum(axis=-1)
    return jacobian


def log_softmax(x: ArrayLike, axis: int = -1) -> Array:
    r"""Logarithm of the softmax, in nats, without ever taking the log of a rounded zero.

    It is $\ln s_i = x_i - x_m - \ln(1 + r)$ with the largest score $x_m = \max_j x_j$ and, of all others,
    $r = \sum_{j \ne m} e^{x_j - x_m}$: so a nearly certain class keeps its digits.

    Parameters
    ----------
    x : array_like, shape (..., K)
        Scores (logits). -infinity is allowed and stays.
    axis : int
        The axis of the classes: the last, if each row is a sample.

    Returns
    -------
    ndarray, the shape of `x`
        Never positive; $-\ln K$ for equal scores.

    Raises
    ------
    ValueError
        As for `softmax`.

    Examples
    --------
    >>> print(f"{log_softmax([0.0, 0.0])[0]:.4f}")
    -0.6931
    """
    x = real_array("x", x)
    shifted, lost = _below_peak(x, axis)
    others = np.exp(shifted) * (1.0 + lost)
    first = np.expand_dims(shifted.argmax(axis=axis), axis)
    np.put_along_axis(others, first, 0.0, axis=axis)
    log_sum: Array = np.log1p(others.sum(axis=axis, keepdims=True))
    with np.errstate(over="ignore"):
        distance: Array = x - np.take_along_axis(x, first, axis)
    return distance - log_sum


def log_softmax_jacobian(x: ArrayLike) -> Array:
    r"""Jacobian of the log-softmax $l_i = \ln s_i$ over the last axis, shape (..., K, K).

    $\frac{\partial l_i}{\partial x_j} = \delta_{ij} - s_j$
    """
    s = softmax(x)
    jacobian = -np.repeat(s[..., np.newaxis, :], s.shape[-1], axis=-2)
    return _with_rows_that_sum_to_zero(jacobian)


# What a layer can name. Each function stands with its derivative, or, where the units of a row are mixed, with its
# Jacobian. PReLU is not among them, for its slopes are parameters.
_Pair = tuple[Callable[[ArrayLike], Array], Callable[[ArrayLike], Array]]
ELEMENTWISE: dict[str, _Pair] = {
    "identity": (identity, identity_derivative),
    "step": (step, step_derivative),
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (tanh, tanh_derivative),
    "relu": (relu, relu_derivative),
    "leaky_relu": (leaky_relu, leaky_relu_derivative),
}
MIXING: dict[str, _Pair] = {
    "softmax": (softmax, softmax_jacobian),
    "log_softmax": (log_softmax, log_softmax_jacobian),
}
ACTIVATIONS = ELEMENTWISE | MIXING
