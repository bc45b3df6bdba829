"""Metrics: how many predictions are right. A loss is what training makes small; an accuracy is what a reader asks for.

Arguments come in the order ``y_true, y_pred``, as for the losses. An accuracy is a share, from zero to one. It has steps
and no useful gradient, so it cannot be trained on. Which function fits depends on the labels: zeros and ones, one-hot rows,
or class numbers. Each refuses the others, for a comparison of the wrong kind would still give a number.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dlnotes._validation import Array, class_numbers, real_array, real_number, same_shape, whole_number

Counts = NDArray[np.int64]


def binary_accuracy(y_true: ArrayLike, y_pred: ArrayLike, threshold: float = 0.5) -> float:
    """Share of the samples whose prediction lies on the right side of the threshold.

    A prediction above the threshold says one, and any other says zero, a prediction at the threshold too.

    Parameters
    ----------
    y_true : array_like, shape (N,) or one column
        Labels, zero or one.
    y_pred : array_like, the shape of `y_true`
        Probabilities of the label one. (Keras takes rows of many too, and counts each element.)
    threshold : float
        Zero, if `y_pred` holds logits.

    Returns
    -------
    float
        From zero to one.

    Raises
    ------
    ValueError
        If the shapes differ or have more columns, a label is neither of the two, or a value is not finite.

    See Also
    --------
    categorical_accuracy : For rows of probabilities.

    Examples
    --------
    >>> print(binary_accuracy([1, 1, 0, 0], [0.9, 0.5, 0.2, 0.1]))
    0.75
    """
    true, pred = _pair(y_true, y_pred)
    if pred.ndim not in (1, 2) or pred.shape[1:] not in ((), (1,)):
        hint = "; rows of probabilities belong to categorical_accuracy" if pred.ndim == 2 else ""
        raise ValueError(f"y_pred: expected one prediction per sample, shape (N,) or (N, 1), given {pred.shape}{hint}")
    if not ((true == 0.0) | (true == 1.0)).all():
        raise ValueError("y_true: expected labels 0 or 1; labels -1 and +1 become so by (y_true + 1) / 2")
    return float(np.mean((pred > real_number("threshold", threshold)) == (true == 1.0)))


def categorical_accuracy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Share of the samples whose largest prediction stands at the one of the one-hot row.

    Of several largest predictions the first counts, so equal predictions for all classes choose the first class.

    Parameters
    ----------
    y_true : array_like, shape (..., K)
        One-hot rows: a single one, at the true class, and zeros. (Keras takes the largest element of any row.)
    y_pred : array_like, the shape of `y_true`
        Probabilities or logits, for the largest stands at the same place in both. There must be two classes or more.

    Returns
    -------
    float
        From zero to one.

    Raises
    ------
    ValueError
        If the shapes differ, a row of `y_true` is not one-hot, or a value is not finite.

    See Also
    --------
    sparse_categorical_accuracy : The same for class numbers.

    Examples
    --------
    >>> print(categorical_accuracy([[0, 1, 0], [1, 0, 0]], [[0.1, 0.7, 0.2], [0.2, 0.2, 0.6]]))
    0.5
    """
    true, pred = real_array("y_true", y_true, finite=True), _rows(y_pred)
    if true.shape == pred.shape[:-1]:
        hint = "class numbers belong to sparse_categorical_accuracy"
        raise ValueError(f"y_true: expected one-hot rows, shape {pred.shape}, given {true.shape}; {hint}")
    same_shape("y_true", true, "y_pred", pred)
    if not (((true == 0.0) | (true == 1.0)).all() and (true.sum(axis=-1) == 1.0).all()):
        raise ValueError("y_true: expected one-hot rows, a single 1 and zeros in each")
    return float(np.mean(pred.argmax(axis=-1) == true.argmax(axis=-1)))


def sparse_categorical_accuracy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Share of the samples whose largest prediction stands at the class number.

    Of several largest predictions the first counts, so equal predictions for all classes choose the first class.

    Parameters
    ----------
    y_true : array_like of integers, shape (...)
        The number of the true class, counted from zero.
    y_pred : array_like, shape (..., K)
        Probabilities or logits, for the largest stands at the same place in both. There must be two classes or more.

    Returns
    -------
    float
        The same number as `categorical_accuracy` of the one-hot labels.

    Raises
    ------
    TypeError
        If the labels are not integers.
    ValueError
        If a label is no class number, the shapes do not fit, or a value is not finite.

    See Also
    --------
    categorical_accuracy : The same for one-hot rows.

    Examples
    --------
    >>> print(sparse_categorical_accuracy([1, 0], [[0.1, 0.7, 0.2], [0.2, 0.2, 0.6]]))
    0.5
    """
    pred = _rows(y_pred)
    given, wanted = real_array("y_true", y_true).shape, pred.shape[:-1]
    if given != wanted:
        hints = {
            pred.shape: "; one-hot rows belong to categorical_accuracy",
            (*wanted, 1): "; drop the last axis by y_true[..., 0]",
        }
        raise ValueError(
            f"y_true: expected one label per row of y_pred, shape {wanted}, given {given}{hints.get(given, '')}"
        )
    return float(np.mean(pred.argmax(axis=-1) == class_numbers("y_true", y_true, pred.shape[-1])))


def confusion_matrix(y_true: ArrayLike, y_pred: ArrayLike, classes: int | None = None) -> Counts:
    """Count of the samples for each pair of a true class, which is the row, and a predicted class, which is the column.

    Parameters
    ----------
    y_true, y_pred : array_like of integers, shape (N,)
        True and predicted class numbers, counted from zero. Rows of probabilities become class numbers by ``argmax``,
        single probabilities by a comparison with a threshold and ``astype(int)``.
    classes : int, positive
        The number of classes, K. Without it, K is as large as the largest class number of the two requires.

    Returns
    -------
    ndarray of integers, shape (K, K)
        The diagonal holds what is right. (Other texts put the true classes into the columns.)

    Raises
    ------
    TypeError
        If the labels are not integers.
    ValueError
        If a label is no class number, or the shapes differ or are no single row.

    Examples
    --------
    >>> print(confusion_matrix([0, 0, 1, 2], [0, 1, 1, 1]))
    [[1 1 0]
     [0 1 0]
     [0 1 0]]
    """
    true, pred = _one_per_sample("y_true", y_true), _one_per_sample("y_pred", y_pred)
    same_shape("y_pred", pred, "y_true", true)
    count = 1 + int(max(true.max(), pred.max(), 0)) if classes is None else whole_number("classes", classes, least=1)
    matrix = np.zeros((count, count), dtype=np.int64)
    np.add.at(matrix, (class_numbers("y_true", true, count), class_numbers("y_pred", pred, count)), 1)
    return matrix


def _pair(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    """Return both as arrays of equal shape, which is not empty."""
    true, pred = real_array("y_true", y_true, finite=True), _filled(y_pred)
    same_shape("y_true", true, "y_pred", pred)
    return true, pred


def _filled(y_pred: ArrayLike) -> Array:
    """Return the predictions, of which there must be some."""
    pred = real_array("y_pred", y_pred, finite=True)
    if pred.size == 0:
        raise ValueError("y_pred: expected at least one value, given an empty array")
    return pred


def _rows(y_pred: ArrayLike) -> Array:
    """Return the predictions as rows of two or more classes: of a single class, every prediction would be right."""
    pred = _filled(y_pred)
    if pred.ndim == 0 or pred.shape[-1] < 2:
        hint = "; single probabilities belong to binary_accuracy" if pred.ndim else ""
        raise ValueError(f"y_pred: expected rows of two or more classes, given shape {pred.shape}{hint}")
    return pred


def _one_per_sample(name: str, labels: ArrayLike) -> NDArray[np.integer[Any]]:
    """Return a vector of integers: of rows, the ones and zeros would be counted as labels."""
    shape = real_array(name, labels).shape
    if shape == (0,):
        raise ValueError(f"{name}: expected at least one label, given an empty array")
    if len(shape) != 1:
        hint = "; drop the last axis by {}[..., 0]" if shape[1:] == (1,) else "; rows become labels by {}.argmax(axis=-1)"
        raise ValueError(
            f"{name}: expected one label per sample, shape (N,), given {shape}{hint.format(name) if shape else ''}"
        )
    vector = np.asarray(labels)
    if vector.dtype.kind not in "iu":
        hint = f"; write {name}.astype(int)" if vector.dtype.kind == "b" else ""
        raise TypeError(f"{name}: expected integer labels, given {vector.dtype}{hint}")
    return vector
