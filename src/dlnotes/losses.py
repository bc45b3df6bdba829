"""Loss functions: one number that says how far predictions are from targets, each followed by its gradient.

Arguments come in the order ``y_true, y_pred``. The gradient of a loss ``f`` with respect to `y_pred` is
``f_gradient`` and has the shape of `y_pred`. What is a mean here (over all elements, or over the samples)
and which factor stands in front is said in the first line of every function, for conventions differ.
The two arrays must have equal shapes: NumPy would broadcast (n, 1) against (n,) to (n, n) without a word.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dlnotes._validation import Array, real_array, real_number, same_shape
from dlnotes.activations import log_softmax, sigmoid, softmax


def _pair(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    true, pred = real_array("y_true", y_true, finite=True), real_array("y_pred", y_pred, finite=True)
    same_shape("y_true", true, "y_pred", pred)
    if pred.size == 0:
        raise ValueError("y_pred: expected at least one value, given an empty array")
    return true, pred


def mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Mean of the squared errors over all elements, in the squared unit of `y_true`.

    ``sum((y_pred - y_true)^2) / n``, without the 1/2 that some texts put in front.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        0 only if every prediction is exact; a single large error dominates.

    Raises
    ------
    ValueError
        If the shapes differ, or a value is not finite.

    Examples
    --------
    >>> print(mean_squared_error([1.0, 2.0], [1.0, 4.0]))
    2.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return float(np.mean((y_pred - y_true) ** 2))


def mean_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of the mean squared error: ``2 (y_pred - y_true) / n``, n the number of elements.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    ndarray, the shape of `y_pred`
        Positive where the prediction is too large.

    Examples
    --------
    >>> print(mean_squared_error_gradient([1.0, 2.0], [1.0, 4.0]))
    [0. 2.]
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return 2.0 * (y_pred - y_true) / y_pred.size


def sum_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Sum of the squared errors over all elements, in the squared unit of `y_true`.

    ``sum((y_pred - y_true)^2)``: it grows with the number of samples, the mean does not.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        n times the mean squared error.

    Examples
    --------
    >>> print(sum_squared_error([1.0, 2.0], [1.0, 4.0]))
    4.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return float(np.sum((y_pred - y_true) ** 2))


def sum_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of the sum of squared errors: ``2 (y_pred - y_true)``.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    ndarray, the shape of `y_pred`
        Positive where the prediction is too large.

    Examples
    --------
    >>> print(sum_squared_error_gradient([1.0, 2.0], [1.0, 4.0]))
    [0. 4.]
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return 2.0 * (y_pred - y_true)


def half_sum_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Half the sum of the squared errors over all elements, in the squared unit of `y_true`.

    ``1/2 sum((y_pred - y_true)^2)``. The 1/2 is there to cancel the 2 of the derivative. It is neither a mean
    nor the mean squared error, though it is often called so; with two elements the numbers happen to agree.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        0 only if every prediction is exact.

    Examples
    --------
    >>> print(half_sum_squared_error([1.0, 2.0, 0.0], [1.0, 4.0, 0.0]))
    2.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return 0.5 * float(np.sum((y_pred - y_true) ** 2))


def half_sum_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of half the sum of squared errors: ``y_pred - y_true``, no factor left.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    ndarray, the shape of `y_pred`
        The plain error.

    Examples
    --------
    >>> print(half_sum_squared_error_gradient([1.0, 2.0, 0.0], [1.0, 4.0, 0.0]))
    [0. 2. 0.]
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return y_pred - y_true


def mean_absolute_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Mean of the absolute errors over all elements, in the unit of `y_true`.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        0 only if every prediction is exact; an error twice as large counts twice, not four times.

    Examples
    --------
    >>> print(mean_absolute_error([1.0, 2.0], [1.0, 4.0]))
    1.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return float(np.mean(np.abs(y_pred - y_true)))


def mean_absolute_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of the mean absolute error: ``sign(y_pred - y_true) / n``.

    The absolute value has a corner at 0; there the gradient is taken to be 0.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    ndarray, the shape of `y_pred`
        -1/n, 0 or 1/n, however large the error is.

    Examples
    --------
    >>> print(mean_absolute_error_gradient([1.0, 2.0], [1.0, 4.0]))
    [0.  0.5]
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return np.sign(y_pred - y_true) / y_pred.size


def huber(y_true: ArrayLike, y_pred: ArrayLike, delta: float = 1.0) -> float:
    """Mean over all elements of a loss that is quadratic for small errors and linear for large ones.

    With the error ``e = y_pred - y_true``: ``e^2 / 2`` if ``|e| <= delta``, else ``delta (|e| - delta / 2)``.
    Value and slope have no jump at `delta`. Written here as ``c (e - c / 2)`` with ``c`` the error clipped to
    ``[-delta, delta]``, which is both branches in one.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.
    delta : float, positive
        The error at which the parabola becomes a straight line.

    Returns
    -------
    float
        Half the mean squared error if no error exceeds `delta`.

    Examples
    --------
    >>> print(huber([0.0, 0.0], [1.0, 3.0]))
    1.5
    """
    y_true, y_pred = _pair(y_true, y_pred)
    delta = real_number("delta", delta, above=0.0)
    error = y_pred - y_true
    clipped = np.clip(error, -delta, delta)
    return float(np.mean(clipped * (error - clipped / 2.0)))


def huber_gradient(y_true: ArrayLike, y_pred: ArrayLike, delta: float = 1.0) -> Array:
    """Gradient of the Huber loss: the error clipped to ``[-delta, delta]`` and divided by n.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.
    delta : float, positive
        The error at which the parabola becomes a straight line.

    Returns
    -------
    ndarray, the shape of `y_pred`
        Never larger than ``delta / n`` in size: an outlier cannot pull harder than that.

    Examples
    --------
    >>> print(huber_gradient([0.0, 0.0], [1.0, 3.0]))
    [0.5 0.5]
    """
    y_true, y_pred = _pair(y_true, y_pred)
    delta = real_number("delta", delta, above=0.0)
    return np.clip(y_pred - y_true, -delta, delta) / y_pred.size


def _binary_pair(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool) -> tuple[Array, Array]:
    true, pred = _pair(y_true, y_pred)
    if true.min() < 0.0 or true.max() > 1.0:
        raise ValueError(f"y_true: expected labels from 0 to 1, given {true.min():g} to {true.max():g}")
    if not from_logits and (pred.min() < 0.0 or pred.max() > 1.0):
        raise ValueError(
            f"y_pred: expected probabilities from 0 to 1, given {pred.min():g} to {pred.max():g};"
            " for logits say from_logits=True"
        )
    return true, pred


def _times_log(weight: Array, log_probability: Array) -> Array:
    """``weight * log_probability`` with ``0 * -inf = 0``: what has no weight costs nothing."""
    return np.multiply(weight, log_probability, out=np.zeros_like(weight), where=weight != 0.0)


def binary_crossentropy(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False) -> float:
    """Mean over all elements of ``-[t log(p) + (1 - t) log(1 - p)]``, in nats.

    With ``from_logits=True`` `y_pred` holds logits ``z`` with ``p = sigmoid(z)``, and the loss is
    ``t log(1 + e^-z) + (1 - t) log(1 + e^z)``: the same number, without the overflow and the log of zero.

    Parameters
    ----------
    y_true : array_like, any shape
        Labels t, 0 or 1 or anything between.
    y_pred : array_like, the shape of `y_true`
        Probabilities p, or logits.
    from_logits : bool
        What `y_pred` holds.

    Returns
    -------
    float
        log 2 = 0.693 for p = 1/2. Infinite if a probability is exactly 0 where the label is 1, or the other
        way round: nothing is clipped (Keras clips p to [1e-7, 1 - 1e-7], PyTorch the log to -100).

    Raises
    ------
    ValueError
        If the shapes differ, a label or a probability lies outside 0 to 1, or a value is not finite.

    Examples
    --------
    >>> print(f"{binary_crossentropy([1, 0], [0.5, 0.5]):.4f}")
    0.6931
    """
    t, p = _binary_pair(y_true, y_pred, from_logits)
    if from_logits:
        return float(np.mean(t * np.logaddexp(0.0, -p) + (1.0 - t) * np.logaddexp(0.0, p)))
    with np.errstate(divide="ignore"):
        return -float(np.mean(_times_log(t, np.log(p)) + _times_log(1.0 - t, np.log1p(-p))))


def binary_crossentropy_gradient(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False) -> Array:
    """Gradient of the binary cross-entropy, divided by n, the number of elements.

    From probabilities: ``-(t / p - (1 - t) / (1 - p)) / n``. From logits: ``(sigmoid(z) - t) / n``, written
    so that nothing cancels when the prediction is nearly right.

    Parameters
    ----------
    y_true : array_like, any shape
        Labels t, 0 or 1 or anything between.
    y_pred : array_like, the shape of `y_true`
        Probabilities p, or logits.
    from_logits : bool
        What `y_pred` holds, and what the gradient is taken by.

    Returns
    -------
    ndarray, the shape of `y_pred`
        Between -1/n and 1/n from logits; unbounded from probabilities.

    Examples
    --------
    >>> print(binary_crossentropy_gradient([1, 0], [0.0, 0.0], from_logits=True))
    [-0.25  0.25]
    """
    t, p = _binary_pair(y_true, y_pred, from_logits)
    if from_logits:
        return ((1.0 - t) * sigmoid(p) - t * sigmoid(-p)) / p.size
    with np.errstate(divide="ignore"):
        towards_one = np.divide(t, p, out=np.zeros_like(p), where=t != 0.0)
        towards_zero = np.divide(1.0 - t, 1.0 - p, out=np.zeros_like(p), where=t != 1.0)
    return (towards_zero - towards_one) / p.size


def _rows(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    return _pair(np.atleast_1d(real_array("y_true", y_true)), np.atleast_1d(real_array("y_pred", y_pred)))


def _categorical_pair(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool) -> tuple[Array, Array]:
    true, pred = _rows(y_true, y_pred)
    _check_probabilities("y_true", true)
    if not from_logits:
        _check_probabilities("y_pred", pred)
    return true, pred


def _check_probabilities(name: str, rows: Array) -> None:
    if rows.min() < 0.0 or np.abs(rows.sum(axis=-1) - 1.0).max() > 1e-3:
        hint = "; for logits say from_logits=True" if name == "y_pred" else ""
        raise ValueError(f"{name}: expected probabilities that sum to 1 over the last axis{hint}")


def categorical_crossentropy(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False) -> float:
    """Mean over the samples of ``-sum_k t_k log(p_k)``, the sum over the classes, in nats.

    With ``from_logits=True`` `y_pred` holds logits ``z`` with ``p = softmax(z)``: the same number, without
    the overflow and the log of zero.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows, or probabilities that sum to 1.
    y_pred : array_like, shape (..., K)
        Probabilities that sum to 1 over the last axis, or logits.
    from_logits : bool
        What `y_pred` holds.

    Returns
    -------
    float
        log K for equal probabilities. Infinite if the true class has probability 0: nothing is clipped and
        nothing is normalised (Keras does both, with 1e-7).

    Raises
    ------
    ValueError
        If the shapes differ, rows are no probabilities, or a value is not finite.

    Examples
    --------
    >>> print(f"{categorical_crossentropy([[0, 1]], [[0.5, 0.5]]):.4f}")
    0.6931
    """
    t, p = _categorical_pair(y_true, y_pred, from_logits)
    with np.errstate(divide="ignore"):
        log_p = log_softmax(p) if from_logits else np.log(p)
    return -float(np.mean(np.sum(_times_log(t, log_p), axis=-1)))


def categorical_crossentropy_gradient(
    y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False
) -> Array:
    """Gradient of the categorical cross-entropy, divided by N, the number of samples.

    From probabilities: ``-(t / p) / N``. From logits: ``(softmax(z) - t) / N``.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows, or probabilities that sum to 1.
    y_pred : array_like, shape (..., K)
        Probabilities that sum to 1 over the last axis, or logits.
    from_logits : bool
        What `y_pred` holds, and what the gradient is taken by.

    Returns
    -------
    ndarray, the shape of `y_pred`
        From logits every row sums to 0.

    Examples
    --------
    >>> print(categorical_crossentropy_gradient([[0, 1]], [[3.0, 3.0]], from_logits=True))
    [[ 0.5 -0.5]]
    """
    t, p = _categorical_pair(y_true, y_pred, from_logits)
    samples = p.size // p.shape[-1]
    if from_logits:
        return (softmax(p) - t) / float(samples)
    with np.errstate(divide="ignore"):
        return -np.divide(t, p, out=np.zeros_like(p), where=t != 0.0) / float(samples)


def _labels(labels: ArrayLike, classes: int) -> NDArray[np.integer[Any]]:
    indices = np.asarray(labels)
    if indices.dtype.kind not in "iu":
        raise TypeError(f"y_true: expected integer labels, given {indices.dtype}")
    if indices.size and (indices.min() < 0 or indices.max() >= classes):
        raise ValueError(
            f"y_true: expected labels from 0 to {classes - 1}, given {indices.min()} to {indices.max()}"
        )
    return indices


def one_hot(labels: ArrayLike, classes: int) -> Array:
    """Rows of zeros with a single 1 at the label.

    Parameters
    ----------
    labels : array_like of integers, any shape
        Class numbers from 0 to ``classes - 1``.
    classes : int
        The number K of classes.

    Returns
    -------
    ndarray, the shape of `labels` with K appended
        Each row sums to 1.

    Raises
    ------
    TypeError
        If the labels are not integers.
    ValueError
        If a label lies outside 0 to ``classes - 1``. (NumPy alone would take -1 for the last class.)

    Examples
    --------
    >>> print(one_hot([2, 0], classes=3))
    [[0. 0. 1.]
     [1. 0. 0.]]
    """
    indices = _labels(labels, classes)
    rows = np.zeros((*indices.shape, classes))
    np.put_along_axis(rows, indices[..., np.newaxis], 1.0, axis=-1)
    return rows


def _label_rows(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool) -> tuple[NDArray[np.integer[Any]], Array]:
    """Return the labels, with an axis of length 1 for the classes, and the rows of `y_pred`."""
    pred = np.atleast_1d(real_array("y_pred", y_pred, finite=True))
    if np.shape(y_true) != pred.shape[:-1]:
        raise ValueError(
            f"y_true: expected one label per row of y_pred, shape {pred.shape[:-1]}, given {np.shape(y_true)}"
        )
    if pred.size == 0:
        raise ValueError("y_pred: expected at least one value, given an empty array")
    if not from_logits:
        _check_probabilities("y_pred", pred)
    return _labels(y_true, pred.shape[-1])[..., np.newaxis], pred


def sparse_categorical_crossentropy(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False) -> float:
    """Mean over the samples of ``-log(p_label)``, in nats: categorical cross-entropy with integer labels.

    Parameters
    ----------
    y_true : array_like of integers, shape (...)
        The number of the true class, from 0 to K - 1.
    y_pred : array_like, shape (..., K)
        Probabilities that sum to 1 over the last axis, or logits.
    from_logits : bool
        What `y_pred` holds.

    Returns
    -------
    float
        The same number as `categorical_crossentropy` of the one-hot labels.

    Raises
    ------
    TypeError
        If the labels are not integers.
    ValueError
        If a label lies outside 0 to K - 1, or the shapes do not fit.

    Examples
    --------
    >>> print(f"{sparse_categorical_crossentropy([1], [[0.5, 0.5]]):.4f}")
    0.6931
    """
    labels, p = _label_rows(y_true, y_pred, from_logits)
    if from_logits:
        return -float(np.mean(np.take_along_axis(log_softmax(p), labels, axis=-1)))
    with np.errstate(divide="ignore"):
        return -float(np.mean(np.log(np.take_along_axis(p, labels, axis=-1))))


def sparse_categorical_crossentropy_gradient(
    y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False
) -> Array:
    """Gradient of the sparse categorical cross-entropy, divided by N, the number of samples.

    Parameters
    ----------
    y_true : array_like of integers, shape (...)
        The number of the true class, from 0 to K - 1.
    y_pred : array_like, shape (..., K)
        Probabilities that sum to 1 over the last axis, or logits.
    from_logits : bool
        What `y_pred` holds, and what the gradient is taken by.

    Returns
    -------
    ndarray, the shape of `y_pred`
        The softmax with 1 taken off at the label, from logits.

    Examples
    --------
    >>> print(sparse_categorical_crossentropy_gradient([1], [[3.0, 3.0]], from_logits=True))
    [[ 0.5 -0.5]]
    """
    labels, p = _label_rows(y_true, y_pred, from_logits)
    return categorical_crossentropy_gradient(one_hot(labels[..., 0], p.shape[-1]), p, from_logits)


def _signed_pair(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    true, pred = _pair(y_true, y_pred)
    if not (np.abs(true) == 1.0).all():
        raise ValueError("y_true: expected labels -1 or +1; labels 0 and 1 become so by 2 * y_true - 1")
    return true, pred


def hinge(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Mean over all elements of ``max(0, 1 - t s)`` with labels t of -1 or +1 and scores s.

    Parameters
    ----------
    y_true : array_like, any shape
        Labels, -1 or +1. (Keras also takes 0 and 1 and converts them.)
    y_pred : array_like, the shape of `y_true`
        Scores, any real numbers.

    Returns
    -------
    float
        0 only if every score has the right sign and a margin ``t s`` of at least 1.

    Raises
    ------
    ValueError
        If the shapes differ, a label is neither -1 nor +1, or a value is not finite.

    Examples
    --------
    >>> print(hinge([1, -1], [0.5, -3.0]))
    0.25
    """
    t, s = _signed_pair(y_true, y_pred)
    return float(np.mean(np.maximum(0.0, 1.0 - t * s)))


def hinge_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of the hinge loss: ``-t / n`` where the margin ``t s`` is below 1, else 0.

    At a margin of exactly 1, the corner, the gradient is taken to be 0.

    Parameters
    ----------
    y_true : array_like, any shape
        Labels, -1 or +1.
    y_pred : array_like, the shape of `y_true`
        Scores, any real numbers.

    Returns
    -------
    ndarray, the shape of `y_pred`
        -1/n, 0 or 1/n.

    Examples
    --------
    >>> print(hinge_gradient([1, -1], [0.5, -3.0]))
    [-0.5  0. ]
    """
    t, s = _signed_pair(y_true, y_pred)
    return np.where(t * s < 1.0, -t, 0.0) / s.size


def _margins(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array, Array]:
    """Return the one-hot targets, the one-hot strongest rivals and ``1 + rival - true`` for every sample."""
    t, s = _rows(y_true, y_pred)
    if s.shape[-1] < 2:
        raise ValueError(f"y_pred: expected at least 2 classes on the last axis, given {s.shape[-1]}")
    if not ((t == 0.0) | (t == 1.0)).all() or not (t.sum(axis=-1) == 1.0).all():
        raise ValueError("y_true: expected one-hot rows, a single 1 among zeros")
    rivals = np.where(t == 1.0, -np.inf, s)
    rival = one_hot(rivals.argmax(axis=-1), s.shape[-1])
    return t, rival, 1.0 + rivals.max(axis=-1) - np.sum(t * s, axis=-1)


def categorical_hinge(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Mean over the samples of ``max(0, 1 + max_{j != true} s_j - s_true)``.

    The largest score of the OTHER classes competes. Keras takes the maximum of ``(1 - t) * s`` instead, in
    which the true class takes part with a 0: the same only if some other score is not negative.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows.
    y_pred : array_like, shape (..., K)
        Scores, any real numbers.

    Returns
    -------
    float
        0 only if the true class leads by at least 1 in every sample.

    Raises
    ------
    ValueError
        If the shapes differ, rows are not one-hot, or there is only one class.

    Examples
    --------
    >>> print(categorical_hinge([[0, 1, 0]], [[2.0, 1.5, 0.0]]))
    1.5
    """
    _, _, margin = _margins(y_true, y_pred)
    return float(np.mean(np.maximum(0.0, margin)))


def categorical_hinge_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of the categorical hinge: -1/N at the true class, +1/N at its rival, if they are close.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows.
    y_pred : array_like, shape (..., K)
        Scores, any real numbers.

    Returns
    -------
    ndarray, the shape of `y_pred`
        Rows of zeros where the true class leads by 1 or more; of several equal rivals the first counts.

    Examples
    --------
    >>> print(categorical_hinge_gradient([[0, 1, 0]], [[2.0, 1.5, 0.0]]))
    [[ 1. -1.  0.]]
    """
    t, rival, margin = _margins(y_true, y_pred)
    return np.where(margin[..., np.newaxis] > 0.0, rival - t, 0.0) / margin.size
