r"""Activation functions, each followed by its derivative.

The elementwise derivative of ``f`` is ``f_derivative``, taken at the same input ``x`` (not at the output).
Softmax and its logarithm mix the elements of a row, so they have a Jacobian, ``f_jacobian``, instead.
Where a function has a corner or a jump, its derivative there is the slope of the side of the smaller inputs.
All take real numbers, in an array of any shape or alone, and return float64 of that shape.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from dlnotes._validation import Array, real_array, real_number

_LOWEST = -float(np.finfo(np.float64).max)
_SMALLEST = -1000.0  # e^x is 0 from here on down, and so is x e^x
_FAR = 60.0  # the same for e^(-x^2/2), and for the tanh form of GELU
_TANH_SCALE, _TANH_CUBE = math.sqrt(8.0 / math.pi), 0.044715  # of the tanh form, twice its sqrt(2 / pi)
_erfc = np.frompyfunc(math.erfc, 1, 1)


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


def elu(x: ArrayLike, alpha: float = 1.0) -> Array:
    r"""`x` where it is positive, else a bend that levels off at $-\alpha$.

    $f(x) = \begin{cases} x, & x > 0 \\ \alpha (e^x - 1), & x \le 0 \end{cases}$

    Computed with ``expm1``: $e^x - 1$ would lose its digits near the corner.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.
    alpha : float
        $\alpha$. PyTorch and Keras have the same default, the only value for which the sides meet without a corner.

    Returns
    -------
    ndarray, the shape of `x`
        Above $-\alpha$, if that is negative; far out exactly there, where float64 has nothing nearer.

    References
    ----------
    Clevert et al., "Fast and accurate deep network learning by exponential linear units" (arXiv 1511.07289).

    Examples
    --------
    >>> print(f"{elu(-1.0):.4f} {elu(2.0):.4f}")
    -0.6321 2.0000
    """
    x, alpha = real_array("x", x), real_number("alpha", alpha)
    return np.where(x > 0.0, x, alpha * np.expm1(np.minimum(x, 0.0)))[()]


def elu_derivative(x: ArrayLike, alpha: float = 1.0) -> Array:
    r"""Slope of ELU: that of the identity where `x` is positive, else $\alpha e^x$, also where the two meet."""
    x, alpha = real_array("x", x), real_number("alpha", alpha)
    return np.where(x > 0.0, 1.0, alpha * np.exp(np.minimum(x, 0.0)))[()]


def softplus(x: ArrayLike) -> Array:
    r"""Return a ReLU without a corner: $\ln(1 + e^x)$.

    Computed as $\max(0, x) + \ln(1 + e^{-\lvert x \rvert})$, so that nothing overflows and small values keep their digits.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.

    Returns
    -------
    ndarray, the shape of `x`
        Above the ReLU everywhere, by $\ln 2$ at the origin and by less elsewhere.

    References
    ----------
    Dugas et al., "Incorporating second-order functional knowledge for better option pricing" (2000).

    Examples
    --------
    >>> print(f"{softplus(0.0):.4f}")
    0.6931
    """
    x = real_array("x", x)
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


def softplus_derivative(x: ArrayLike) -> Array:
    r"""Slope of the softplus: the sigmoid, $\frac{1}{1 + e^{-x}}$."""
    return sigmoid(x)


def silu(x: ArrayLike) -> Array:
    r"""`x` times its own sigmoid, $x \sigma(x) = \frac{x}{1 + e^{-x}}$, also known as swish.

    Where $e^x$ is almost too small for float64, it is multiplied in by halves, $e^{x/2} e^{x/2}$, to keep the digits of `x`.

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.

    Returns
    -------
    ndarray, the shape of `x`
        Not monotonic: it falls below zero for negative inputs, and rises back to it far out.

    See Also
    --------
    gelu : The same with another S-curve.

    References
    ----------
    Elfwing et al. (arXiv 1702.03118); Ramachandran et al., "Searching for activation functions" (arXiv 1710.05941).

    Examples
    --------
    >>> print(f"{silu(1.0):.4f} {silu(-1.0):.4f}")
    0.7311 -0.2689
    """
    x = real_array("x", x)
    return _times_sigmoid(np.maximum(x, _SMALLEST), x)


def silu_derivative(x: ArrayLike) -> Array:
    r"""Slope of SiLU at its input `x`: $\sigma(x) (1 + x \sigma(-x))$."""
    x = real_array("x", x)
    bounded = np.clip(x, _SMALLEST, -_SMALLEST)
    return _times_sigmoid(1.0 + bounded * sigmoid(-bounded), x)


def _times_sigmoid(factor: Array, x: Array) -> Array:
    """Return ``factor * sigmoid(x)``, which keeps the digits of the factor where the sigmoid alone is subnormal."""
    half = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x < -700.0, factor * half * half, factor * sigmoid(x))[()]


def gelu(x: ArrayLike, approximate: bool = False) -> Array:
    r"""`x` times $\Phi(x)$, the share of standard normal numbers that lie below it.

    The exact form is $x \Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right)$. For
    negative `x` the sum would cancel, so there the complement of erf is taken.
    The tanh form is near it:

    $$
    \frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}} (x + 0.044715 x^3)\right)\right)
    $$

    Parameters
    ----------
    x : array_like, any shape
        Weighted sums.
    approximate : bool
        Whether to take the tanh form. False, the exact form, is the default of PyTorch (``"none"``) and of Keras.

    Returns
    -------
    ndarray, the shape of `x`
        Not monotonic: it falls below zero for negative inputs, and rises back to it far out.

    See Also
    --------
    silu : The same with the sigmoid in place of $\Phi$.

    References
    ----------
    Hendrycks and Gimpel, "Gaussian error linear units (GELUs)" (arXiv 1606.08415).

    Examples
    --------
    >>> print(f"{gelu(1.0):.4f} {gelu(-1.0):.4f}")
    0.8413 -0.1587
    """
    x = real_array("x", x)
    if _flag("approximate", approximate):
        return _times_sigmoid(np.maximum(x, -_FAR), _bent(x))
    return _times_normal_share(np.maximum(x, -_FAR), x)


def gelu_derivative(x: ArrayLike, approximate: bool = False) -> Array:
    r"""Slope of GELU at its input `x`: $\Phi(x) + x \varphi(x)$.

    Here $\varphi(x) = \frac{1}{\sqrt{2\pi}} e^{-x^2/2}$ is the slope of $\Phi$, the density of the normal distribution. The
    tanh form is $x \sigma(u(x))$, for $\frac{1}{2} \left(1 + \tanh\left(\frac{u(x)}{2}\right)\right) = \sigma(u(x))$; its slope
    is $\sigma(u(x)) (1 + x \sigma(-u(x)) u'(x))$.
    """
    x = real_array("x", x)
    bounded = np.clip(x, -_FAR, _FAR)
    if _flag("approximate", approximate):
        u = _bent(bounded)
        slope = _TANH_SCALE * (1.0 + 3.0 * _TANH_CUBE * bounded**2)
        return _times_sigmoid(1.0 + bounded * sigmoid(-u) * slope, u)
    return _times_normal_share(np.ones_like(x), x) + _times_normal_density(bounded, bounded)


def _flag(name: str, value: bool) -> bool:
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name}: expected True or False, given {value!r}")
    return bool(value)


def _bent(x: Array) -> Array:
    """Return what the tanh form of GELU takes the sigmoid of: twice what it takes the tanh of."""
    x = np.clip(x, -_FAR, _FAR)
    return _TANH_SCALE * (x + _TANH_CUBE * x**3)


def _square(x: Array) -> tuple[Array, Array]:
    """Return the square as an exact number and a small rest: rounding it alone costs exp(-x**2) its last three digits."""
    near = x.astype(np.float32).astype(np.float64)
    return near * near, (x - near) * (x + near)


def _times_normal_density(factor: Array, x: Array) -> Array:
    """Return ``factor * phi(x)``, by halves as in `silu`."""
    square, rest = _square(x)
    half: Array = np.exp(-square / 4.0) * np.exp(-rest / 4.0)
    return factor * (half / math.sqrt(2.0 * math.pi)) * half


def _times_normal_share(factor: Array, x: Array) -> Array:
    """Return ``factor * Phi(x)`` with all digits in the lower tail, where it is ``erfc(-x / sqrt(2)) / 2``.

    The rounding of ``x / sqrt(2)`` is made good by the difference of the squares; far out, where the share alone is
    subnormal, its asymptotic series is taken.
    """
    a = np.minimum(np.abs(x), _FAR)
    u = a * math.sqrt(0.5)
    (a_square, a_rest), (u_square, u_rest) = _square(a), _square(u)
    beyond = (a_square / 2.0 - u_square) + (a_rest / 2.0 - u_rest)
    tail = 0.5 * np.asarray(_erfc(u), np.float64) * (1.0 - beyond)
    result = factor * np.where(x > 0.0, 1.0 - tail, tail)
    a = np.maximum(a, 37.0)
    series = np.ones_like(a)
    for k in (13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0):
        series = 1.0 - k / a**2 * series
    far: Array = _times_normal_density(np.minimum(factor, 1.0) / a * series, a)
    return np.where(x < -37.0, far, result)[()]


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
    "elu": (elu, elu_derivative),
    "softplus": (softplus, softplus_derivative),
    "silu": (silu, silu_derivative),
    "gelu": (gelu, gelu_derivative),
}
MIXING: dict[str, _Pair] = {
    "softmax": (softmax, softmax_jacobian),
    "log_softmax": (log_softmax, log_softmax_jacobian),
}
ACTIVATIONS = ELEMENTWISE | MIXING
