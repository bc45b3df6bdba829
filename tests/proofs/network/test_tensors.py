"""What the page about tensors states beyond its programs."""

import warnings
from itertools import product

import numpy as np

from dlnotes import losses


def fits(shape, other):
    """Tell whether NumPy broadcasts two shapes against each other."""
    try:
        np.broadcast_shapes(shape, other)
    except ValueError:
        return False
    return True


def test_the_length_that_is_stretched(fact, verify):
    (stretched,) = [length for length in range(1, 8) if length != 3 and fits((4, length), (4, 3))]
    assert fits((3,), (4, 3)), "a missing axis is stretched"
    assert not fits((4,), (4, 3)), "shapes are compared from the end"
    values = fact("network/broadcasting_rule", stretched=stretched)
    verify("the length of an axis that is stretched", values["stretched"], by_hand=1)


def test_uint8(fact, verify):
    every = np.frombuffer(bytes(range(256)), dtype=np.uint8)
    values = fact("network/uint8_range", smallest=int(every.min()), largest=int(every.max()))
    verify("smallest and largest uint8", [values["smallest"], values["largest"]], closed_form=[0, 2**8 - 1])


def test_float32_counts(fact, verify, claim):
    last = 0
    for start in range(0, 2**24 + 1, 2**20):
        whole = np.arange(start, min(start + 2**20, 2**24 + 1))
        assert (whole.astype(np.float32).astype(np.int64) == whole).all(), f"float32 lacks a number from {start} on"
        last = int(whole[-1])
    lost = int(np.float32(last + 1)) != last + 1
    claim("network/float32_whole_numbers", lost)
    (added,) = [step for step in (1, 2, 4) if np.float32(last) + np.float32(step) == np.float32(last)]
    values = fact("network/float32_counting", last=last, added=added)
    verify("last whole number before the first gap", values["last"], closed_form=2**24)
    verify("what is lost when it is added", values["added"], closed_form=2 ** (24 - 23) / 2)     # half a step there


def test_a_batch_of_one(fact, verify):
    sample = np.array([0.5, -1.0, 2.0, 1.5])
    values = fact("network/batch_of_one", sample=sample, batch=sample[np.newaxis])
    verify("shapes", [*values["sample"].shape, *values["batch"].shape], by_hand=[4, 1, 4])
    verify("sample", values["sample"], by_hand=[0.5, -1, 2, 1.5])
    verify("batch", values["batch"], by_hand=[[0.5, -1, 2, 1.5]])


def test_a_fixed_index_removes_an_axis(claim):
    shapes = [shape for rank in range(1, 5) for shape in product((1, 2, 3), repeat=rank)]
    claim("network/index_removes_axis", all(np.zeros(shape)[0].shape == shape[1:] for shape in shapes))


def test_broadcasting_copies_nothing(claim):
    bias = np.array([10.0, 20.0, 30.0])
    repeated = np.broadcast_to(bias, (4, 3))
    claim("network/broadcast_copies_nothing", repeated.strides == (0, 8) and np.shares_memory(repeated, bias))


def test_a_column_minus_a_row(claim):
    column, row = np.array([[1.0], [10.0], [100.0]]), np.array([2.0, 3.0, 5.0])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        difference = column - row
    pairs = [[p - t for t in (2, 3, 5)] for p in (1, 10, 100)]
    claim("network/column_minus_row", difference.tolist() == pairs)


NAMES = ["mean_squared_error", "sum_squared_error", "half_sum_squared_error", "mean_absolute_error", "huber",
         "binary_crossentropy", "categorical_crossentropy", "hinge", "categorical_hinge"]


def refuses(name, y_true, y_pred):
    """Tell whether a loss answers these two arrays by an error that speaks of their shapes."""
    try:
        getattr(losses, name)(y_true, y_pred)
    except ValueError as error:
        return "shape" in str(error)
    return False


def test_losses_refuse_other_shapes(claim):
    labels = {name for name in vars(losses) if f"{name}_gradient" in vars(losses)} - set(NAMES)
    assert labels == {"sparse_categorical_crossentropy"}, "every loss is tried, but the one that takes class labels"
    one = np.array([[0.0], [1.0]])
    pairs = [(one[:, 0], one), (one, one[:, 0]), (one.T, one)]
    refused = all(refuses(name, *pair) for name in NAMES for pair in pairs)
    labels_differ = not refuses("sparse_categorical_crossentropy", [0, 1], [[0.5, 0.5], [0.25, 0.75]])
    claim("network/losses_refuse_shapes", refused and labels_differ)
