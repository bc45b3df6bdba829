"""Activation functions, each followed by its derivative.

The elementwise derivative of ``f`` is ``f_derivative``, taken at the same input ``x`` (not at the output).
Softmax and its logarithm mix the elements of a row, so they have a Jacobian, ``f_jacobian``, instead.
Where a function has a corner or a jump, at 0, its derivative there is 0 or the slope of the negative side.
"""

import numpy as np
from numpy.typing import ArrayLike

from dlnotes._validation import Array, real_array

_LOWEST = -float(np.finfo(np.float64).max)


def identity(x: ArrayLike) -> Array:
    """Return `x` unchanged: the activation of an output layer that predicts plain numbers.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        A copy.

    Examples
    --------
    >>> print(identity([-1.0, 2.0]))
    [-1.  2.]
    """
    return real_array("x", x).copy()


def identity_derivative(x: ArrayLike) -> Array:
    """Slope of the identity: 1 everywhere (not 0).

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        Ones.

    Examples
    --------
    >>> print(identity_derivative([-1.0, 2.0]))
    [1. 1.]
    """
    return np.ones_like(real_array("x", x))


def step(x: ArrayLike) -> Array:
    """1 where `x` is above 0, else 0: the activation of the perceptron.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        Zeros and ones. At ``x = 0`` it is 0 here; texts that ask for "at least 0" have 1.

    Examples
    --------
    >>> print(step([-1.0, 0.0, 2.0]))
    [0. 0. 1.]
    """
    return np.heaviside(real_array("x", x), 0.0)


def step_derivative(x: ArrayLike) -> Array:
    """Slope of the step: 0 everywhere, which is why nothing can be learned through it.

    At ``x = 0``, where it jumps, there is no derivative; 0 is returned there too.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        Zeros.

    Examples
    --------
    >>> print(step_derivative([-1.0, 2.0]))
    [0. 0.]
    """
    return np.zeros_like(real_array("x", x))


def sigmoid(x: ArrayLike) -> Array:
    """Squash every element of `x` into the interval from 0 to 1.

    ``sigmoid(x) = 1 / (1 + exp(-x))``, computed from ``exp(-|x|)`` so that nothing overflows.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        0.5 at ``x = 0``; 1 from about ``x = 37`` on and 0 below about ``x = -745``, where float64 ends.

    Raises
    ------
    TypeError
        If `x` is not real.

    Examples
    --------
    >>> print(f"{sigmoid(0.0):.2f}")
    0.50
    """
    x = real_array("x", x)
    decay = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, decay) / (1.0 + decay)


def sigmoid_derivative(x: ArrayLike) -> Array:
    """Slope of the sigmoid at every element of `x`.

    ``sigmoid'(x) = y (1 - y)`` with ``y = sigmoid(x)``. The factor ``1 - y`` is computed as ``sigmoid(-x)``:
    the subtraction would lose every digit for large `x`.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers: the input of the sigmoid, not its output.

    Returns
    -------
    ndarray, the shape of `x`
        At most 0.25, reached at ``x = 0``.

    Examples
    --------
    >>> print(f"{sigmoid_derivative(0.0):.2f}")
    0.25
    """
    x = real_array("x", x)
    return sigmoid(x) * sigmoid(-x)


def tanh(x: ArrayLike) -> Array:
    """Squash every element of `x` into the interval from -1 to 1.

    ``tanh(x) = (e^x - e^-x) / (e^x + e^-x) = 2 sigmoid(2x) - 1``.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        0 at ``x = 0``, odd; -1 and 1 beyond about ``|x| = 19``.

    Examples
    --------
    >>> print(f"{tanh(1.0):.4f}")
    0.7616
    """
    return np.tanh(real_array("x", x))


def tanh_derivative(x: ArrayLike) -> Array:
    """Slope of tanh at every element of `x`.

    ``tanh'(x) = 1 - tanh(x)^2 = sech(x)^2``. The second form keeps its digits where the first is a difference
    of nearly equal numbers.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers: the input of tanh, not its output.

    Returns
    -------
    ndarray, the shape of `x`
        At most 1, reached at ``x = 0``.

    Examples
    --------
    >>> print(f"{tanh_derivative(0.0):.2f}")
    1.00
    """
    decay = np.exp(-np.abs(real_array("x", x)))
    sech = 2.0 * decay / (1.0 + decay**2)
    return sech**2


def relu(x: ArrayLike) -> Array:
    """`x` where it is positive, else 0.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

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
    """Slope of ReLU: 1 where `x` is positive, else 0.

    At the corner, ``x = 0``, there is no derivative; 0 is taken, as in PyTorch and Keras.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        Zeros and ones.

    Examples
    --------
    >>> print(relu_derivative([-2.0, 0.0, 3.0]))
    [0. 0. 1.]
    """
    return (real_array("x", x) > 0.0).astype(np.float64)


def leaky_relu(x: ArrayLike, negative_slope: float = 0.01) -> Array:
    """`x` where it is positive, else ``negative_slope * x``.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.
    negative_slope : float
        Often written alpha. 0.01 here and in PyTorch; Keras' layer has 0.3.

    Returns
    -------
    ndarray, the shape of `x`
        Negative, but small, for negative `x`. Right for a slope above 1 too, where ``max(x, alpha x)`` is
        not.

    Examples
    --------
    >>> print(leaky_relu([-2.0, 3.0]))
    [-0.02  3.  ]
    """
    return prelu(x, negative_slope)


def leaky_relu_derivative(x: ArrayLike, negative_slope: float = 0.01) -> Array:
    """Slope of the leaky ReLU: 1 where `x` is positive, else `negative_slope` (also at the corner, 0).

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.
    negative_slope : float
        Often written alpha.

    Returns
    -------
    ndarray, the shape of `x`
        One of two values.

    Examples
    --------
    >>> print(leaky_relu_derivative([-2.0, 3.0]))
    [0.01 1.  ]
    """
    return prelu_derivative(x, negative_slope)


def prelu(x: ArrayLike, alpha: ArrayLike) -> Array:
    """`x` where it is positive, else ``alpha * x`` with a slope that is learned.

    Parameters
    ----------
    x : array_like, shape (..., C)
        Real numbers.
    alpha : array_like, a number or shape (C,), or any shape that broadcasts to that of `x`
        The slope for negative inputs, one for all or one for each unit.

    Returns
    -------
    ndarray, the shape of `x`
        The leaky ReLU, if `alpha` is a fixed number.

    Raises
    ------
    ValueError
        If `alpha` does not broadcast to the shape of `x`.

    Examples
    --------
    >>> print(prelu([[-2.0, -2.0]], [0.25, 0.5]))
    [[-0.5 -1. ]]
    """
    x, alpha = _slopes(x, alpha)
    return np.where(x > 0.0, x, alpha * x)


def prelu_derivative(x: ArrayLike, alpha: ArrayLike) -> Array:
    """Slope of PReLU by `x`: 1 where `x` is positive, else `alpha` (also at the corner, 0).

    Parameters
    ----------
    x : array_like, shape (..., C)
        Real numbers.
    alpha : array_like, a number or shape (C,), or any shape that broadcasts to that of `x`
        The slope for negative inputs.

    Returns
    -------
    ndarray, the shape of `x`
        The side is told by the sign of the input, not of the output: `alpha` may be negative.

    Examples
    --------
    >>> print(prelu_derivative([-2.0, 3.0], 0.25))
    [0.25 1.  ]
    """
    x, alpha = _slopes(x, alpha)
    return np.where(x > 0.0, 1.0, alpha)


def prelu_alpha_gradient(x: ArrayLike) -> Array:
    """Slope of PReLU by `alpha`, at every element: `x` where it is negative, else 0.

    Multiply by the gradient that arrives and sum over all elements that share one `alpha`.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers: the input of PReLU.

    Returns
    -------
    ndarray, the shape of `x`
        Never positive; it does not depend on `alpha`.

    Examples
    --------
    >>> print(prelu_alpha_gradient([-2.0, 3.0]))
    [-2.  0.]
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
    """Turn the scores along `axis` into positive shares that sum to 1.

    ``softmax(x)_i = e^{x_i} / sum_j e^{x_j}``. The maximum along `axis` is subtracted first, which changes
    nothing but the overflow.

    Parameters
    ----------
    x : array_like, shape (..., K)
        Scores (logits). -infinity is allowed and gets the share 0.
    axis : int
        The axis of the classes: the last, if each row is a sample.

    Returns
    -------
    ndarray, the shape of `x`
        Equal shares 1/K for equal scores; close to one-hot for scores that lie far apart.

    Raises
    ------
    ValueError
        If the maximum along `axis` is not finite, or there are no classes.

    Examples
    --------
    >>> print(softmax([1000.0, 1000.0]))
    [0.5 0.5]
    """
    shifted, lost = _below_peak(x, axis)
    exponentials: Array = np.exp(shifted)
    lost += 1.0
    exponentials *= lost
    exponentials /= exponentials.sum(axis=axis, keepdims=True)  # in place: this runs in every step of a training
    return exponentials


def softmax_jacobian(x: ArrayLike) -> Array:
    """Differentiate every softmax output by every input: ``J_ij = s_i (delta_ij - s_j)``.

    Every row sums to 0, since the outputs always sum to 1. The diagonal ``s_i (1 - s_i)`` is computed as what
    makes it so: ``1 - s_i`` would lose its digits when one class is nearly certain.

    Parameters
    ----------
    x : array_like, shape (..., K)
        Scores; the classes are on the last axis.

    Returns
    -------
    ndarray, shape (..., K, K)
        Symmetric; positive on the diagonal, negative elsewhere.

    Examples
    --------
    >>> print(softmax_jacobian([0.0, 0.0]))
    [[ 0.25 -0.25]
     [-0.25  0.25]]
    """
    s = softmax(x)
    jacobian = -s[..., :, np.newaxis] * s[..., np.newaxis, :]
    diagonal = np.einsum("...ii->...i", jacobian)  # a view
    diagonal[...] = 0.0
    diagonal[...] = -jacobian.sum(axis=-1)
    return jacobian


def log_softmax(x: ArrayLike, axis: int = -1) -> Array:
    """Logarithm of the softmax, in nats, without ever taking the log of a rounded zero.

    ``log_softmax(x)_i = x_i - max(x) - log(1 + r)`` with ``r`` the sum of ``e^{x_j - max(x)}`` over all but
    the maximum itself: so a nearly certain class keeps its digits.

    Parameters
    ----------
    x : array_like, shape (..., K)
        Scores (logits). -infinity is allowed and stays.
    axis : int
        The axis of the classes: the last, if each row is a sample.

    Returns
    -------
    ndarray, the shape of `x`
        Never positive; ``-log(K)`` for equal scores.

    Raises
    ------
    ValueError
        If the maximum along `axis` is not finite, or there are no classes.

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
    """Differentiate every log-softmax output by every input: ``J_ij = delta_ij - s_j``.

    Parameters
    ----------
    x : array_like, shape (..., K)
        Scores; the classes are on the last axis.

    Returns
    -------
    ndarray, shape (..., K, K)
        Every row sums to 0.

    Examples
    --------
    >>> print(log_softmax_jacobian([0.0, 0.0]))
    [[ 0.5 -0.5]
     [-0.5  0.5]]
    """
    s = softmax(x)
    jacobian = -np.repeat(s[..., np.newaxis, :], s.shape[-1], axis=-2)
    diagonal = np.einsum("...ii->...i", jacobian)  # a view
    diagonal[...] = 0.0
    diagonal[...] = -jacobian.sum(axis=-1)
    return jacobian
