"""Metrics: counts made by hand and by plain Python, what Keras documents, and labels of the wrong kind, which are refused."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dlnotes import metrics
from dlnotes.losses import one_hot

SCORES = [[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0.1, 0.1, 0.8], [0.3, 0.4, 0.3], [0.9, 0.0, 0.1]]      # says 1, 0, 2, 1, 0
LABELS = [1, 0, 1, 1, 2]                                                                            # three are right
ROWS = [[0, 1, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]]
# Labels are class numbers below 4, scores are drawn from few values so that there are ties.
pairs = st.integers(1, 12).flatmap(lambda n: st.tuples(
    arrays(np.int64, n, elements=st.integers(0, 3)),
    arrays(np.float64, (n, 4), elements=st.sampled_from([-2.0, 0.0, 0.5, 1.0, 3.0])),
))  # fmt: skip
vectors = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20)


def first_largest(row):
    """The place of the largest element, by a loop: a later one of the same size does not count."""
    place = 0
    for k, value in enumerate(row):
        if value > row[place]:
            place = k
    return place


def test_binary_accuracy_by_hand():
    assert metrics.binary_accuracy([1, 1, 0, 0], [0.98, 1.0, 0.0, 0.6]) == 0.75     # the example of Keras
    assert metrics.binary_accuracy([1, 0, 1], [0.4, 0.3, 0.9]) == pytest.approx(2 / 3)
    assert metrics.binary_accuracy([[1], [0], [1], [0]], [[0.9], [0.9], [0.1], [0.1]]) == 0.5
    assert metrics.binary_accuracy([True, False], [0.9, 0.1]) == 1.0
    assert metrics.binary_accuracy([1, 0], [0.1, 0.9]) == 0.0


def test_a_prediction_at_the_threshold_says_zero():
    assert metrics.binary_accuracy([0], [0.5]) == 1.0
    assert metrics.binary_accuracy([1], [0.5]) == 0.0
    assert metrics.binary_accuracy([1], [np.nextafter(0.5, 1.0)]) == 1.0
    assert metrics.binary_accuracy([1, 1], [0.0, 1e-300], threshold=0.0) == 0.5
    assert metrics.binary_accuracy([1, 0, 1], [0.6, 0.6, 0.8], threshold=0.7) == pytest.approx(2 / 3)


def test_categorical_accuracy_by_hand():
    assert metrics.categorical_accuracy(ROWS, SCORES) == 0.6
    assert metrics.sparse_categorical_accuracy(LABELS, SCORES) == 0.6
    assert metrics.categorical_accuracy([[0, 0, 1], [0, 1, 0]], [[0.1, 0.9, 0.8], [0.05, 0.95, 0.0]]) == 0.5   # of Keras
    assert metrics.sparse_categorical_accuracy([2, 1], [[0.1, 0.9, 0.8], [0.05, 0.95, 0.0]]) == 0.5            # of Keras
    assert metrics.categorical_accuracy([0, 1], [0.2, 0.8]) == 1.0                  # a single sample is a row
    assert metrics.sparse_categorical_accuracy(1, [0.2, 0.8]) == 1.0
    assert metrics.sparse_categorical_accuracy([[0, 1]], [[[2.0, 1.0], [2.0, 1.0]]]) == 0.5


def test_of_equal_predictions_the_first_counts():
    assert metrics.sparse_categorical_accuracy([0, 1, 2], np.zeros((3, 3))) == pytest.approx(1 / 3)
    assert metrics.sparse_categorical_accuracy([0], [[0.4, 0.4, 0.2]]) == 1.0
    assert metrics.categorical_accuracy([[0, 1, 0]], [[0.4, 0.4, 0.2]]) == 0.0


def test_confusion_matrix_by_hand():
    # Three of class 0 (one taken for 2), two of class 1 (both right), three of class 2 (two taken for 0).
    true, pred = [0, 0, 0, 1, 1, 2, 2, 2], [0, 2, 0, 1, 1, 0, 2, 0]
    assert metrics.confusion_matrix(true, pred).tolist() == [[2, 0, 1], [0, 2, 0], [2, 0, 1]]
    assert metrics.confusion_matrix([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2]).tolist() == [[2, 0, 0], [0, 0, 1], [1, 0, 2]]
    assert metrics.confusion_matrix([0, 1, 0, 1], [1, 1, 1, 0]).tolist() == [[0, 2], [1, 1]]        # tn fp, fn tp
    assert metrics.confusion_matrix([0], [0], classes=3).tolist() == [[1, 0, 0], [0, 0, 0], [0, 0, 0]]
    assert metrics.confusion_matrix([0, 0], [0, 3]).shape == (4, 4)
    assert metrics.confusion_matrix([3, 0], [0, 0]).shape == (4, 4)
    assert metrics.confusion_matrix(np.array([200], np.uint8), np.array([1], np.int8))[200, 1] == 1
    assert metrics.confusion_matrix([0], [0]).dtype == np.int64


@given(pairs)
def test_both_accuracies_count_the_largest(pair):
    labels, scores = pair
    counted = sum(first_largest(row) == label for row, label in zip(scores.tolist(), labels.tolist(), strict=True))
    expected = counted / len(labels)
    assert metrics.sparse_categorical_accuracy(labels, scores) == pytest.approx(expected)
    assert metrics.categorical_accuracy(one_hot(labels, 4), scores) == pytest.approx(expected)


@given(pairs)
def test_accuracy_looks_at_the_order_alone(pair):
    labels, scores = pair
    before = metrics.sparse_categorical_accuracy(labels, scores)
    assert metrics.sparse_categorical_accuracy(labels, np.exp(scores) * 2.0) == before
    assert metrics.sparse_categorical_accuracy(labels, scores * 2.0) == before
    order = np.random.default_rng(0).permutation(len(labels))
    assert metrics.sparse_categorical_accuracy(labels[order], scores[order]) == pytest.approx(before)


@given(st.lists(st.tuples(st.booleans(), st.floats(0.0, 1.0)), min_size=1, max_size=20), st.floats(0.0, 1.0))
def test_binary_accuracy_counts(samples, threshold):
    true, pred = [int(t) for t, _ in samples], [p for _, p in samples]
    right = sum((p > threshold) == bool(t) for t, p in zip(true, pred, strict=True))
    assert metrics.binary_accuracy(true, pred, threshold) == pytest.approx(right / len(samples))
    column = metrics.binary_accuracy([[t] for t in true], [[p] for p in pred], threshold)
    assert column == metrics.binary_accuracy(true, pred, threshold)


@given(vectors)
def test_confusion_matrix_counts_every_pair(samples):
    true, pred = [t for t, _ in samples], [p for _, p in samples]
    matrix = metrics.confusion_matrix(true, pred, classes=4)
    assert matrix.tolist() == [[samples.count((i, j)) for j in range(4)] for i in range(4)]
    assert matrix.sum(axis=1).tolist() == [true.count(i) for i in range(4)]
    np.testing.assert_array_equal(metrics.confusion_matrix(pred, true, classes=4), matrix.T)
    shown = one_hot(pred, 4)
    assert matrix.trace() / len(samples) == pytest.approx(metrics.sparse_categorical_accuracy(true, shown))
    smaller = metrics.confusion_matrix(true, pred)
    k = max(*true, *pred) + 1
    assert smaller.shape == (k, k)
    np.testing.assert_array_equal(smaller, matrix[:k, :k])


@pytest.mark.parametrize(("function", "true", "pred"), [
    (metrics.binary_accuracy, [1, 0], [0.9, 0.8]),
    (metrics.categorical_accuracy, ROWS, SCORES),
    (metrics.sparse_categorical_accuracy, LABELS, SCORES),
])  # fmt: skip
def test_an_accuracy_is_a_number_and_leaves_its_arguments_alone(function, true, pred):
    true, pred = np.array(true), np.array(pred)
    before = true.copy(), pred.copy()
    assert type(function(true, pred)) is float
    np.testing.assert_array_equal(true, before[0])
    np.testing.assert_array_equal(pred, before[1])
    for wrong in (np.nan, np.inf):
        pred.flat[0] = wrong
        with pytest.raises(ValueError, match=r"^y_pred: expected finite numbers, given nan or infinity$"):
            function(true, pred)


EMPTY = "y_pred: expected at least one value, given an empty array"
COLUMN = "; drop the last axis by y_true[..., 0]"
REFUSED = [
    # binary: one prediction for each sample, labels 0 and 1, equal shapes
    ("binary_accuracy", ROWS, SCORES, ValueError,
     "y_pred: expected one prediction per sample, shape (N,) or (N, 1), given (5, 3); rows of probabilities belong to "
     "categorical_accuracy"),
    ("binary_accuracy", [[0, 1]], [[0.2, 0.8]], ValueError, "y_pred: expected one prediction per sample"),
    ("binary_accuracy", 1, 0.7, ValueError, "y_pred: expected one prediction per sample, shape (N,) or (N, 1), given ()"),
    ("binary_accuracy", [[[1]]], [[[0.7]]], ValueError, "given (1, 1, 1)"),
    ("binary_accuracy", LABELS, SCORES, ValueError, "y_true: expected the shape of y_pred, (5, 3), given (5,)"),
    ("binary_accuracy", [1, 0], [[0.9], [0.1]], ValueError, "y_true: expected the shape of y_pred, (2, 1), given (2,)"),
    ("binary_accuracy", [1, -1], [0.9, 0.1], ValueError,
     "y_true: expected labels 0 or 1; labels -1 and +1 become so by (y_true + 1) / 2"),
    ("binary_accuracy", [1, 2], [0.9, 0.1], ValueError, "y_true: expected labels 0 or 1"),
    ("binary_accuracy", [0.9, 0.1], [0.9, 0.1], ValueError, "y_true: expected labels 0 or 1"),
    ("binary_accuracy", [], [], ValueError, EMPTY),
    # categorical: one-hot rows of two or more classes
    ("categorical_accuracy", LABELS, SCORES, ValueError,
     "y_true: expected one-hot rows, shape (5, 3), given (5,); class numbers belong to sparse_categorical_accuracy"),
    ("categorical_accuracy", [[0.2, 0.8]], [[0.2, 0.8]], ValueError,
     "y_true: expected one-hot rows, a single 1 and zeros in each"),
    ("categorical_accuracy", [[1, 1]], [[0.2, 0.8]], ValueError, "y_true: expected one-hot rows, a single 1"),
    ("categorical_accuracy", [[0, 0]], [[0.2, 0.8]], ValueError, "y_true: expected one-hot rows, a single 1"),
    ("categorical_accuracy", [[2, -1]], [[0.2, 0.8]], ValueError, "y_true: expected one-hot rows, a single 1"),
    ("categorical_accuracy", [[1], [0]], [[0.3], [0.4]], ValueError,
     "y_pred: expected rows of two or more classes, given shape (2, 1); single probabilities belong to binary_accuracy"),
    ("categorical_accuracy", [1, 0], [[0.3], [0.4]], ValueError, "y_pred: expected rows of two or more classes"),
    ("categorical_accuracy", ROWS[:2], SCORES, ValueError, "y_true: expected the shape of y_pred, (5, 3), given (2, 3)"),
    ("categorical_accuracy", 1, 1.0, ValueError, "y_pred: expected rows of two or more classes, given shape ()"),
    ("categorical_accuracy", [], [], ValueError, EMPTY),
    # sparse: class numbers
    ("sparse_categorical_accuracy", ROWS, SCORES, ValueError,
     "y_true: expected one label per row of y_pred, shape (5,), given (5, 3); one-hot rows belong to categorical_accuracy"),
    ("sparse_categorical_accuracy", [[1], [0]], SCORES[:2], ValueError,
     "y_true: expected one label per row of y_pred, shape (2,), given (2, 1)" + COLUMN),
    ("sparse_categorical_accuracy", [1.0, 0.0], SCORES[:2], TypeError, "y_true: expected integer labels, given float64"),
    ("sparse_categorical_accuracy", [True, False], SCORES[:2], TypeError, "y_true: expected integer labels, given bool"),
    ("sparse_categorical_accuracy", [1, 3], SCORES[:2], ValueError, "y_true: expected labels from 0 to 2, given 1 to 3"),
    ("sparse_categorical_accuracy", [-1, 1], SCORES[:2], ValueError, "y_true: expected labels from 0 to 2, given -1 to 1"),
    ("sparse_categorical_accuracy", [0, 0], [[0.3], [0.4]], ValueError,
     "y_pred: expected rows of two or more classes, given shape (2, 1); single probabilities belong to binary_accuracy"),
    ("sparse_categorical_accuracy", [0, 1], [0.3, 0.7], ValueError, "y_true: expected one label per row of y_pred, shape ()"),
    ("sparse_categorical_accuracy", [], np.empty((0, 3)), ValueError, EMPTY),
    # confusion matrix: two vectors of class numbers
    ("confusion_matrix", ROWS, ROWS, ValueError,
     "y_true: expected one label per sample, shape (N,), given (5, 3); rows become labels by y_true.argmax(axis=-1)"),
    ("confusion_matrix", LABELS, SCORES, ValueError,
     "y_pred: expected one label per sample, shape (N,), given (5, 3); rows become labels by y_pred.argmax(axis=-1)"),
    ("confusion_matrix", [[1], [0]], [1, 0], ValueError,
     "y_true: expected one label per sample, shape (N,), given (2, 1)" + COLUMN),
    ("confusion_matrix", 1, 1, ValueError, "y_true: expected one label per sample, shape (N,), given ()"),
    ("confusion_matrix", [1, 0], [0.9, 0.2], TypeError, "y_pred: expected integer labels, given float64"),
    ("confusion_matrix", [np.nan], [0], TypeError, "y_true: expected integer labels, given float64"),
    ("confusion_matrix", [1, 0], [True, False], TypeError,
     "y_pred: expected integer labels, given bool; write y_pred.astype(int)"),
    ("confusion_matrix", [1, 0, 1], [1, 0], ValueError, "y_pred: expected the shape of y_true, (3,), given (2,)"),
    ("confusion_matrix", [0, -1], [0, 1], ValueError, "y_true: expected labels from 0 to 1, given -1 to 0"),
    ("confusion_matrix", [0, 1], [-1, 1], ValueError, "y_pred: expected labels from 0 to 1, given -1 to 1"),
    ("confusion_matrix", [-2], [-1], ValueError, "y_true: expected labels from 0 to 0, given -2 to -2"),
    ("confusion_matrix", [], [], ValueError, "y_true: expected at least one label, given an empty array"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "y_true", "y_pred", "error", "message"), REFUSED)
def test_labels_of_the_wrong_kind_are_refused(name, y_true, y_pred, error, message):
    with pytest.raises(error, match="^" + re.escape(message) if ":" in message else re.escape(message)):
        getattr(metrics, name)(y_true, y_pred)


def test_a_message_ends_where_no_hint_helps():
    for call in (lambda: metrics.binary_accuracy(1, 0.7), lambda: metrics.confusion_matrix(1, 1)):
        with pytest.raises(ValueError, match=r"given \(\)$"):
            call()
    with pytest.raises(ValueError, match=r"given shape \(\)$"):
        metrics.categorical_accuracy(1, 1.0)
    with pytest.raises(ValueError, match=r"given \(2,\)$"):
        metrics.sparse_categorical_accuracy([0, 1], SCORES)
    with pytest.raises(TypeError, match=r"given float64$"):
        metrics.confusion_matrix([0.0], [0])


def test_classes_must_hold_all_labels():
    with pytest.raises(ValueError, match=r"^y_true: expected labels from 0 to 1, given 0 to 2$"):
        metrics.confusion_matrix([0, 2], [0, 1], classes=2)
    with pytest.raises(ValueError, match=r"^y_pred: expected labels from 0 to 1, given 0 to 2$"):
        metrics.confusion_matrix([0, 1], [0, 2], classes=2)
    for value in (0, -1):
        with pytest.raises(ValueError, match=rf"^classes: expected at least 1, given {value}$"):
            metrics.confusion_matrix([0], [0], classes=value)
    for value in (1.0, "1", True):
        with pytest.raises(TypeError, match=r"^classes: expected a whole number, given "):
            metrics.confusion_matrix([0], [0], classes=value)
    assert metrics.confusion_matrix([0, 0], [0, 0], classes=1).tolist() == [[2]]


STORED = json.loads((Path(__file__).parent / "frameworks" / "metrics.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", STORED, ids=lambda case: case["name"])
def test_keras(case):
    value = getattr(metrics, case["name"])(case["y_true"], case["y_pred"], **case["arguments"])
    np.testing.assert_allclose(value, case["value"], rtol=case["tolerance"])


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint64, np.int64], ids=lambda dtype: dtype.__name__)
def test_class_numbers_of_any_whole_type(dtype):
    labels = np.array(LABELS, dtype)
    assert metrics.sparse_categorical_accuracy(labels, SCORES) == 0.6
    assert metrics.confusion_matrix(labels, labels).tolist() == [[1, 0, 0], [0, 3, 0], [0, 0, 1]]
    if dtype is np.uint8:
        assert metrics.confusion_matrix(np.array([255], dtype), labels[:1])[255, 1] == 1
