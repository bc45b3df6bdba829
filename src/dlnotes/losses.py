r"""Loss functions: one number that says how far predictions are from targets, each followed by its gradient.

Arguments come in the order ``y_true, y_pred``; in formulas they are $t$ and $y$, or $t$ and the probabilities $p$,
the logits $z$ or the scores $s$. The gradient of a loss ``f`` with respect to `y_pred` is ``f_gradient``; it takes
the arguments of ``f`` and has the shape of `y_pred`. What is a mean here, over the $n$ elements or over the $N$
samples, and which factor stands in front, is said in the first line of every function, for conventions differ.
The two arrays must have equal shapes: NumPy would broadcast a column against a vector to a square without a word.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dlnotes._validation import Array, class_numbers, real_array, real_number, same_shape, whole_number
from dlnotes.activations import log_softmax, sigmoid, softmax


def _pair(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    true, pred = real_array("y_true", y_true, finite=True), real_array("y_pred", y_pred, finite=True)
    same_shape("y_true", true, "y_pred", pred)
    if pred.size == 0:
        raise ValueError("y_pred: expected at least one value, given an empty array")
    return true, pred


def mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""Mean of the squared errors over all elements: $\frac{1}{n} \sum_i (y_i - t_i)^2$.

    In the squared unit of `y_true`, and without the half that some texts put in front.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        Zero only if every prediction is exact; a single large error dominates.

    Raises
    ------
    ValueError
        If the shapes differ, or a value is not finite.

    See Also
    --------
    sum_squared_error, half_sum_squared_error : The same errors with another factor.

    Examples
    --------
    >>> print(mean_squared_error([1.0, 2.0], [1.0, 4.0]))
    2.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return float(np.mean((y_pred - y_true) ** 2))


def mean_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    r"""Gradient of the mean squared error: $\frac{2}{n} (y_i - t_i)$."""
    y_true, y_pred = _pair(y_true, y_pred)
    return 2.0 * (y_pred - y_true) / y_pred.size


def sum_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""Sum of the squared errors over all elements: $\sum_i (y_i - t_i)^2$.

    It grows with the number of samples, the mean does not.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        $n$ times the mean squared error.

    Raises
    ------
    ValueError
        If the shapes differ, or a value is not finite.

    Examples
    --------
    >>> print(sum_squared_error([1.0, 2.0], [1.0, 4.0]))
    4.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return float(np.sum((y_pred - y_true) ** 2))


def sum_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of the sum of squared errors: $2 (y_i - t_i)$."""
    y_true, y_pred = _pair(y_true, y_pred)
    return 2.0 * (y_pred - y_true)


def half_sum_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""Half the sum of the squared errors over all elements: $\frac{1}{2} \sum_i (y_i - t_i)^2$.

    The half is there to cancel the two of the derivative. It is neither a mean nor the mean squared error, though it
    is often called so; with two elements the numbers happen to agree.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        Zero only if every prediction is exact.

    Raises
    ------
    ValueError
        If the shapes differ, or a value is not finite.

    Examples
    --------
    >>> print(half_sum_squared_error([1.0, 2.0, 0.0], [1.0, 4.0, 0.0]))
    2.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return 0.5 * float(np.sum((y_pred - y_true) ** 2))


def half_sum_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Gradient of half the sum of squared errors: $y_i - t_i$, with no factor left."""
    y_true, y_pred = _pair(y_true, y_pred)
    return y_pred - y_true


def mean_absolute_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""Mean of the absolute errors over all elements: $\frac{1}{n} \sum_i \lvert y_i - t_i \rvert$.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.

    Returns
    -------
    float
        In the unit of `y_true`. An error twice as large counts twice, not four times.

    Raises
    ------
    ValueError
        If the shapes differ, or a value is not finite.

    Examples
    --------
    >>> print(mean_absolute_error([1.0, 2.0], [1.0, 4.0]))
    1.0
    """
    y_true, y_pred = _pair(y_true, y_pred)
    return float(np.mean(np.abs(y_pred - y_true)))


def mean_absolute_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    r"""Gradient of the mean absolute error: $\frac{1}{n} ([y_i > t_i] - [y_i < t_i])$, so zero at the corner."""
    y_true, y_pred = _pair(y_true, y_pred)
    return np.sign(y_pred - y_true) / y_pred.size


def huber(y_true: ArrayLike, y_pred: ArrayLike, delta: float = 1.0) -> float:
    r"""Mean over all elements of a loss that is quadratic for small errors and linear for large ones.

    With the size of the error $a = \lvert y - t \rvert$ and the threshold $d$, `delta`, each element adds

    $h(a) = \begin{cases} \frac{1}{2} a^2, & a \le d \\ d a - \frac{1}{2} d^2, & a > d \end{cases}$

    which has no jump at the threshold, and neither has its slope. Written here as $c (e - \frac{c}{2})$ with the error
    $e$ and $c$, the error clipped to the interval from $-d$ to $d$: both branches in one.

    Parameters
    ----------
    y_true, y_pred : array_like, equal shapes of any kind
        Targets and predictions.
    delta : float, positive
        $d$, the error at which the parabola becomes a straight line.

    Returns
    -------
    float
        Half the mean squared error if no error exceeds `delta`.

    Raises
    ------
    ValueError
        If the shapes differ, a value is not finite, or `delta` is not positive.

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
    r"""Gradient of the Huber loss, the clipped error over $n$: $\frac{1}{n} \max(-d, \min(d, y_i - t_i))$."""
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
    r"""Mean over all elements of $-(t \ln p + (1 - t) \ln(1 - p))$, in nats.

    With ``from_logits=True`` `y_pred` holds logits $z$ with $p = \sigma(z)$, and the elements are
    $t \ln(1 + e^{-z}) + (1 - t) \ln(1 + e^z)$: the same number, without the overflow and the log of zero.

    Parameters
    ----------
    y_true : array_like, any shape
        Labels $t$: zeros, ones or anything between, $0 \le t \le 1$.
    y_pred : array_like, the shape of `y_true`
        Probabilities $p$, or logits $z$.
    from_logits : bool
        What `y_pred` holds.

    Returns
    -------
    float
        $\ln 2$ if all probabilities are a half. Infinite if a wrong answer was given as certain: nothing is clipped.
        (Keras clips the probabilities, PyTorch their logarithms.)

    Raises
    ------
    ValueError
        If the shapes differ, a label or a probability is negative or above one, or a value is not finite.

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
    r"""Gradient of the binary cross-entropy: $\frac{1}{n} (\frac{1 - t_i}{1 - p_i} - \frac{t_i}{p_i})$.

    From logits $\frac{1}{n} (\sigma(z_i) - t_i)$.
    """
    t, p = _binary_pair(y_true, y_pred, from_logits)
    if from_logits:
        return binary_crossentropy_delta(t, p, sigmoid(p))
    with np.errstate(divide="ignore"):
        toward_one = np.divide(t, p, out=np.zeros_like(p), where=t != 0.0)
        toward_zero = np.divide(1.0 - t, 1.0 - p, out=np.zeros_like(p), where=t != 1.0)
    return (toward_zero - toward_one) / p.size


def binary_crossentropy_delta(y_true: Array, z: Array, y_pred: Array) -> Array:
    r"""Gradient with respect to the logits `z` whose sigmoid is `y_pred`: $\frac{1}{n} (p_i - t_i)$. Nothing is checked.

    Written so that nothing cancels when the prediction is nearly right: $\frac{1}{n} ((1 - t_i) p_i - t_i \sigma(-z_i))$.
    """
    return ((1.0 - y_true) * y_pred - y_true * sigmoid(-z)) / y_pred.size


def _rows(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    return _pair(np.atleast_1d(real_array("y_true", y_true)), np.atleast_1d(real_array("y_pred", y_pred)))


def _categorical_pair(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool) -> tuple[Array, Array]:
    true, pred = _rows(y_true, y_pred)
    _check_probabilities("y_true", true)
    if not from_logits:
        _check_probabilities("y_pred", pred)
    return true, pred


def _check_probabilities(name: str, rows: Array) -> None:
    if rows.min() < 0.0 or np.abs(rows @ np.ones(rows.shape[-1]) - 1.0).max() > 1e-3:
        hint = "; for logits say from_logits=True" if name == "y_pred" else ""
        raise ValueError(f"{name}: expected probabilities that sum to 1 over the last axis{hint}")


def categorical_crossentropy(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False) -> float:
    r"""Mean over the samples of $-\sum_k t_k \ln p_k$, the sum over the classes, in nats.

    With ``from_logits=True`` `y_pred` holds logits $z$, and $p$ is their softmax: the same number, without the
    overflow and the log of zero.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows, or probabilities: $\sum_k t_k = 1$.
    y_pred : array_like, shape (..., K)
        Probabilities, $\sum_k p_k = 1$, or logits.
    from_logits : bool
        What `y_pred` holds.

    Returns
    -------
    float
        $\ln K$ for equal probabilities. Infinite if the true class has no probability at all: nothing is clipped and
        nothing is normalized. (Keras does both.)

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
    r"""Gradient of the categorical cross-entropy: $-\frac{1}{N} \frac{t_k}{p_k}$, or from logits $\frac{1}{N} (p_k - t_k)$."""
    t, p = _categorical_pair(y_true, y_pred, from_logits)
    if from_logits:
        return categorical_crossentropy_delta(t, p, softmax(p))
    with np.errstate(divide="ignore"):
        return -np.divide(t, p, out=np.zeros_like(p), where=t != 0.0) / float(p.size // p.shape[-1])


def categorical_crossentropy_delta(y_true: NDArray[Any], z: Array, y_pred: Array) -> Array:
    r"""Gradient with respect to the logits `z` whose softmax is `y_pred`: $\frac{1}{N} (p_k - t_k)$. Nothing is checked."""
    delta: Array = (y_pred - y_true) / float(y_pred.size // y_pred.shape[-1])
    return delta


def one_hot(labels: ArrayLike, classes: int) -> Array:
    r"""Rows of zeros with a single one at the label.

    Parameters
    ----------
    labels : array_like of integers, any shape
        Class numbers, $0 \le c < K$.
    classes : int
        The number of classes, $K$.

    Returns
    -------
    ndarray, the shape of `labels` with K appended
        A row for each label.

    Raises
    ------
    TypeError
        If the labels are not integers.
    ValueError
        If a label is no class number. (NumPy alone would count a negative one from the last class on.)

    Examples
    --------
    >>> print(one_hot([2, 0], classes=3))
    [[0. 0. 1.]
     [1. 0. 0.]]
    """
    indices = class_numbers("labels", labels, whole_number("classes", classes, least=1))
    rows: Array = (indices[..., np.newaxis] == np.arange(classes)).astype(np.float64)
    return rows


def _label_rows(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool) -> tuple[NDArray[np.integer[Any]], Array]:
    """Return the labels, with an axis of length 1 for the classes, and the rows of `y_pred`."""
    pred = np.atleast_1d(real_array("y_pred", y_pred, finite=True))
    if np.shape(y_true) != pred.shape[:-1]:
        wanted = f"one label per row of y_pred, shape {pred.shape[:-1]}"
        hint = "; drop the last axis by y_true[..., 0]" if np.shape(y_true) == (*pred.shape[:-1], 1) else ""
        raise ValueError(f"y_true: expected {wanted}, given {np.shape(y_true)}{hint}")
    if pred.size == 0:
        raise ValueError("y_pred: expected at least one value, given an empty array")
    if not from_logits:
        _check_probabilities("y_pred", pred)
    return class_numbers("y_true", y_true, pred.shape[-1])[..., np.newaxis], pred


def sparse_categorical_crossentropy(y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False) -> float:
    r"""Mean over the samples of $-\ln p_c$ for the true class $c$, in nats: categorical cross-entropy with integer labels.

    Parameters
    ----------
    y_true : array_like of integers, shape (...)
        The number of the true class, $0 \le c < K$.
    y_pred : array_like, shape (..., K)
        Probabilities, $\sum_k p_k = 1$, or logits.
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
        If a label is no class number, or the shapes do not fit.

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
    """Gradient of the sparse categorical cross-entropy: that of the categorical one, for the one-hot labels."""
    labels, p = _label_rows(y_true, y_pred, from_logits)
    if from_logits:
        return sparse_categorical_crossentropy_delta(labels[..., 0], p, softmax(p))
    return categorical_crossentropy_gradient(one_hot(labels[..., 0], p.shape[-1]), p)


def sparse_categorical_crossentropy_delta(y_true: NDArray[np.integer[Any]], z: Array, y_pred: Array) -> Array:
    """Gradient with respect to the logits `z` whose softmax is `y_pred`, for labels. Nothing is checked."""
    return categorical_crossentropy_delta(y_true[..., np.newaxis] == np.arange(z.shape[-1]), z, y_pred)


def weighted_categorical_crossentropy(
    y_true: ArrayLike, y_pred: ArrayLike, class_weight: ArrayLike, from_logits: bool = False
) -> float:
    r"""Mean over the samples of $-\sum_k w_k t_k \ln p_k$, with a weight $w_k$ for each class, in nats.

    The mean divides by the number of samples, as Keras does with `class_weight`. PyTorch divides by the sum of the
    weights that the labels have picked.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows, or probabilities: $\sum_k t_k = 1$.
    y_pred : array_like, shape (..., K)
        Probabilities, $\sum_k p_k = 1$, or logits.
    class_weight : array_like, shape (K,)
        What a mistake in each class costs, the $w_k$, not negative. With ones it is the categorical cross-entropy.
    from_logits : bool
        What `y_pred` holds.

    Returns
    -------
    float
        The loss of a set in which the samples of class $k$ occur $w_k$ times, with the mean over the original ones.

    Raises
    ------
    ValueError
        If the shapes differ, rows are no probabilities, a weight is negative, or a value is not finite.

    Examples
    --------
    >>> print(f"{weighted_categorical_crossentropy([[0, 1]], [[0.5, 0.5]], [1, 3]):.4f}")
    2.0794
    """
    t, p = _categorical_pair(y_true, y_pred, from_logits)
    with np.errstate(divide="ignore"):
        log_p = log_softmax(p) if from_logits else np.log(p)
    return -float(np.mean(np.sum(_times_log(_class_weight(class_weight, t) * t, log_p), axis=-1)))


def weighted_categorical_crossentropy_gradient(
    y_true: ArrayLike, y_pred: ArrayLike, class_weight: ArrayLike, from_logits: bool = False
) -> Array:
    r"""Gradient of the weighted cross-entropy: $-\frac{1}{N} \frac{w_k t_k}{p_k}$.

    From logits $\frac{1}{N} (p_k \sum_j w_j t_j - w_k t_k)$: for a one-hot row the weight of the true class, times
    $p_k - t_k$.
    """
    t, p = _categorical_pair(y_true, y_pred, from_logits)
    weighted = _class_weight(class_weight, t) * t
    samples = float(p.size // p.shape[-1])
    if from_logits:
        delta: Array = (softmax(p) * weighted.sum(axis=-1, keepdims=True) - weighted) / samples
        return delta
    with np.errstate(divide="ignore"):
        return -np.divide(weighted, p, out=np.zeros_like(p), where=weighted != 0.0) / samples


def _class_weight(class_weight: ArrayLike, rows: Array) -> Array:
    weight = real_array("class_weight", class_weight, finite=True)
    if weight.shape != rows.shape[-1:]:
        raise ValueError(f"class_weight: expected one weight per class, shape {rows.shape[-1:]}, given {weight.shape}")
    if weight.min() < 0.0:
        raise ValueError(f"class_weight: expected no negative weight, given {weight.min():g}")
    return weight


def kl_divergence(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""Mean over the samples of $\sum_k t_k \ln \frac{t_k}{p_k}$, in nats: cross-entropy minus the entropy of the targets.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        The true probabilities, $\sum_k t_k = 1$.
    y_pred : array_like, shape (..., K)
        The predicted probabilities, $\sum_k p_k = 1$.

    Returns
    -------
    float
        Zero if both agree, else positive, but for rounding. For one-hot targets it is the categorical cross-entropy.

    Raises
    ------
    ValueError
        If the shapes differ, rows are no probabilities, or a value is not finite.

    Examples
    --------
    >>> print(f"{kl_divergence([[0.5, 0.5]], [[0.25, 0.75]]):.4f}")
    0.1438
    """
    t, p = _categorical_pair(y_true, y_pred, from_logits=False)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_ratio = np.log(t) - np.log(p)
    return float(np.mean(np.sum(_times_log(t, log_ratio), axis=-1)))


def kl_divergence_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    r"""Gradient of the KL divergence: $-\frac{1}{N} \frac{t_k}{p_k}$, that of the cross-entropy, for the entropy is fixed."""
    return categorical_crossentropy_gradient(y_true, y_pred)


def smooth_labels(y_true: ArrayLike, amount: float) -> Array:
    r"""Targets that keep some doubt: $(1 - a) t_k + \frac{a}{K}$, label smoothing.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows, or probabilities: $\sum_k t_k = 1$.
    amount : float, a share
        $a$, the part of a row that is spread evenly over all classes, the true one included.

    Returns
    -------
    ndarray, the shape of `y_true`
        Rows that still sum to one. With an amount of one they are all equal.

    Raises
    ------
    ValueError
        If rows are no probabilities, or the amount lies outside its range.

    References
    ----------
    Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception architecture for computer vision" (2016),
    section 7.

    Examples
    --------
    >>> print(smooth_labels([[0, 1]], amount=0.5))
    [[0.25 0.75]]
    """
    rows = np.atleast_1d(real_array("y_true", y_true, finite=True))
    if rows.size == 0:
        raise ValueError("y_true: expected at least one value, given an empty array")
    _check_probabilities("y_true", rows)
    amount = real_number("amount", amount, least=0.0)
    if amount > 1.0:
        raise ValueError(f"amount: expected a number from 0 to 1, given {amount:g}")
    smoothed: Array = (1.0 - amount) * rows + amount / rows.shape[-1]
    return smoothed


def _signed_pair(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    true, pred = _pair(y_true, y_pred)
    if not (np.abs(true) == 1.0).all():
        raise ValueError("y_true: expected labels -1 or +1; labels 0 and 1 become so by 2 * y_true - 1")
    return true, pred


def hinge(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""Mean over all elements of $\max(0, 1 - t s)$ with labels $t \in \{-1, 1\}$ and scores $s$.

    Parameters
    ----------
    y_true : array_like, any shape
        Labels, minus one or one. (Keras also takes zeros and ones, and converts them.)
    y_pred : array_like, the shape of `y_true`
        Scores, any real numbers.

    Returns
    -------
    float
        Zero only if $t s \ge 1$ for every score: it has the right sign and a margin.

    Raises
    ------
    ValueError
        If the shapes differ, a label is neither of the two, or a value is not finite.

    Examples
    --------
    >>> print(hinge([1, -1], [0.5, -3.0]))
    0.25
    """
    t, s = _signed_pair(y_true, y_pred)
    return float(np.mean(np.maximum(0.0, 1.0 - t * s)))


def hinge_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    r"""Gradient of the hinge loss: $-\frac{1}{n} t_i [t_i s_i < 1]$, so zero at the corner."""
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
    r"""Mean over the samples of $\max(0, 1 + s_j - s_c)$, with the true class $c$ and its strongest rival $j$.

    The largest score of the OTHER classes competes. Keras takes the maximum of $(1 - t_k) s_k$ instead, in which the
    true class takes part with a zero: the same only if some other score is not negative.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows.
    y_pred : array_like, shape (..., K)
        Scores, any real numbers.

    Returns
    -------
    float
        Zero only if the true class leads in every sample, and by a margin: $s_c \ge s_j + 1$.

    Raises
    ------
    ValueError
        If the shapes differ, rows are not one-hot, or there is only one class.

    References
    ----------
    Crammer and Singer, "On the algorithmic implementation of multiclass kernel-based vector machines" (2001).

    Examples
    --------
    >>> print(categorical_hinge([[0, 1, 0]], [[2.0, 1.5, 0.0]]))
    1.5
    """
    _, _, margin = _margins(y_true, y_pred)
    return float(np.mean(np.maximum(0.0, margin)))


def categorical_hinge_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    r"""Gradient of the categorical hinge: $\frac{1}{N} ([k = j] - t_k)$ where $s_c < s_j + 1$, else zero.

    Of several equal rivals the first counts.
    """
    t, rival, margin = _margins(y_true, y_pred)
    return np.where(margin[..., np.newaxis] > 0.0, rival - t, 0.0) / margin.size


LOSSES: dict[str, tuple[Callable[..., float], Callable[..., Array]]] = {
    "mean_squared_error": (mean_squared_error, mean_squared_error_gradient),
    "sum_squared_error": (sum_squared_error, sum_squared_error_gradient),
    "half_sum_squared_error": (half_sum_squared_error, half_sum_squared_error_gradient),
    "mean_absolute_error": (mean_absolute_error, mean_absolute_error_gradient),
    "huber": (huber, huber_gradient),
    "binary_crossentropy": (binary_crossentropy, binary_crossentropy_gradient),
    "categorical_crossentropy": (categorical_crossentropy, categorical_crossentropy_gradient),
    "sparse_categorical_crossentropy": (sparse_categorical_crossentropy, sparse_categorical_crossentropy_gradient),
    "kl_divergence": (kl_divergence, kl_divergence_gradient),
    "hinge": (hinge, hinge_gradient),
    "categorical_hinge": (categorical_hinge, categorical_hinge_gradient),
}
# Pairs of output activation and loss whose derivatives cancel: what is left is the gradient with respect to the logits.
DELTAS: dict[tuple[str, str], Callable[[NDArray[Any], Array, Array], Array]] = {
    ("sigmoid", "binary_crossentropy"): binary_crossentropy_delta,
    ("softmax", "categorical_crossentropy"): categorical_crossentropy_delta,
    ("softmax", "sparse_categorical_crossentropy"): sparse_categorical_crossentropy_delta,
}
