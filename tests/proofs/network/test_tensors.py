"""What the page about tensors states beyond its programs."""

import re
import warnings
from itertools import product

import mpmath
import numpy as np
import pytest

from dlnotes import losses
from dlnotes.network import weighted_sum
from press.report import ROOT


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
         "binary_crossentropy", "categorical_crossentropy", "weighted_categorical_crossentropy", "kl_divergence", "hinge",
         "categorical_hinge"]


def refuses(name, y_true, y_pred):
    """Tell whether a loss answers these two arrays by an error that speaks of their shapes."""
    try:
        getattr(losses, name)(y_true, y_pred, *([[1.0]] if name.startswith("weighted") else []))
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


def test_image_axes(example, verify, claim):
    values = example("network/image_axes").values
    place = (5 * 28 + 7) * 3 + 2
    verify("blue at row 5, column 7", values["blue"], counting=place)
    verify("after the transposition", values["first"][0, 2, 5, 7], counting=place)
    verify("after the change of shape", values["mixed"][0, 2, 5, 7], counting=(2 * 28 + 5) * 28 + 7)
    shapes = [*values["last"].shape, *values["first"].shape, *values["mixed"].shape]
    verify("shapes", shapes, by_hand=[2, 28, 28, 3, 2, 3, 28, 28, 2, 3, 28, 28])
    pixels = [(n, h, w, c) for n in range(2) for h in range(28) for w in range(28) for c in range(3)]
    moved = all(values["first"][n, c, h, w] == values["last"][n, h, w, c] for n, h, w, c in pixels)
    same = sum(values["mixed"][n, c, h, w] == values["last"][n, h, w, c] for n, h, w, c in pixels)
    claim("network/reshape_mixes_images", moved and same < len(pixels) // 10)


A, B = [[1, 2], [3, 4]], [[5, 0], [-1, 2]]


def test_element_wise(example, verify):
    values = example("network/element_wise").values
    pairs = [zip(*rows, strict=True) for rows in zip(A, B, strict=True)]
    verify("A * B", values["by_element"], counting=[[p * q for p, q in row] for row in pairs])
    columns = list(zip(*B, strict=True))
    verify("A @ B", values["by_matrix"], counting=[[sum(map(int.__mul__, row, column)) for column in columns] for row in A])


def test_the_order_of_a_matrix_product(claim):
    a, b = np.array(A), np.array(B)
    claim("network/order_matters", (a @ b).tolist() != (b @ a).tolist() and (a * b).tolist() == (b * a).tolist())


COUNTED = [[0, 1, 2], [3, 4, 5]]


def test_reshape_or_transpose(example, verify):
    values = example("network/reshape_or_transpose").values
    flat = [number for row in COUNTED for number in row]
    verify("reshaped", values["reshaped"], counting=[flat[place:place + 2] for place in (0, 2, 4)])
    verify("turned", values["turned"], counting=list(zip(*COUNTED, strict=True)))
    verify("shapes", [*values["guessed"].shape, *values["v"].T.shape], counting=[3, len(flat) // 3, 3])


def test_reshape_keeps_the_order(claim):
    rng = np.random.default_rng(0)
    held = True
    for _ in range(20):
        rows, columns = rng.integers(2, 6, size=2)
        a = rng.normal(size=(rows, columns))
        order = [a[i, j] for i in range(rows) for j in range(columns)]
        turned = a.reshape(columns, rows)
        held &= [turned[i, j] for i in range(columns) for j in range(rows)] == order
        held &= all(a.T[j, i] == a[i, j] for i in range(rows) for j in range(columns))
    claim("network/reshape_keeps_order", held, seeds=20)


def test_views(example, verify):
    values = example("network/views").values
    changed = [[0, 1, 50], [3, 4, 5]]
    verify("A", values["A"], counting=changed)
    verify("row", values["row"], counting=[number for row in changed for number in row])
    verify("copied", values["copied"], counting=[number for column in zip(*COUNTED, strict=True) for number in column])


def test_a_view_shares_its_memory(claim):
    a = np.arange(6).reshape(2, 3)
    shared = [np.shares_memory(a, part) for part in (a.T, a.reshape(-1), a[0], a[:, 1:])]
    copied = [np.shares_memory(a, part) for part in (a.T.reshape(-1), a.copy())]
    claim("network/views_share", all(shared) and not any(copied))


def test_views_in_pytorch(recorded, verify):
    printed = recorded("network/views_pytorch")
    verify("elements", printed, counting=[number for column in zip(*COUNTED, strict=True) for number in column])


def test_squeeze(example, verify):
    values = example("network/squeeze").values
    verify("shape of the last y", values["y"].shape, by_hand=[1, 1])
    verify("with axis=1", values["named"].shape, by_hand=[1])
    verify("axes left", values["all_axes"].ndim, by_hand=0)


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_image_axes_in_a_framework(recorded, verify, framework):
    recorded(f"network/image_axes_{framework}")
    text = (ROOT / "docs" / "examples" / "network" / f"image_axes_{framework}.out").read_text("utf-8")
    shapes = [int(number) for shape in re.findall(r"\(([\d, ]+)\)", text) for number in shape.split(",")]
    side = sum(1 for start in range(28) if start + 3 <= 28)
    expected = [8, 28, 28, 3, 8, side, side, 4] if framework == "keras" else [8, 3, 28, 28, 8, 4, side, side]
    verify("shapes before and after the layer", shapes, counting=expected)


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_dtypes_in_a_framework(recorded, verify, framework):
    verify("y", recorded(f"network/dtype_mix_{framework}"), counting=[1 + 2] * 3)


def by_counting(first, second):
    """Return the shape of two arrays added, each index tried: a length is the number of indices that both sides answer."""
    rank = max(len(first), len(second))
    padded = [[1] * (rank - len(shape)) + list(shape) for shape in (first, second)]
    lengths = []
    for pair in zip(*padded, strict=True):
        longest = max(pair)
        if any(length not in (1, longest) for length in pair):
            return None
        lengths.append(longest)
    return tuple(lengths)


def test_broadcasting_by_hand(example, verify, claim):
    values = example("network/broadcasting_by_hand").values
    broadcast, held = values["broadcast"], True
    shapes = [shape for rank in range(4) for shape in product((1, 2, 3), repeat=rank)]
    for first, second in product(shapes, repeat=2):
        try:
            found = broadcast(first, second)
        except ValueError:
            found = None
        numpy_says = np.broadcast_shapes(first, second) if fits(first, second) else None
        held &= found == numpy_says == by_counting(first, second)
    for samples, inputs, units in product((1, 4), (2, 3), (1, 3)):
        z = weighted_sum(np.ones((samples, inputs)), np.ones((units, inputs)), np.ones(units))
        held &= broadcast((samples, units), (units,)) == z.shape
    claim("network/broadcasting_by_hand_agrees", held)
    found = [broadcast(*pair) for pair in values["pairs"][:2]]
    verify("shapes", [list(shape) for shape in found], by_hand=[[4, 3], [9, 9]])
    verify("the two that do not fit", [*values["first"], *values["second"]], by_hand=[1, 2, 2, 3, 2])


def test_the_package_refuses_other_biases(claim):
    def refused(bias):
        try:
            weighted_sum(np.ones((4, 2)), np.ones((3, 2)), bias)
        except ValueError:
            return True
        return False

    claim("network/bias_needs_its_shape", refused(np.ones((4, 1))) and refused(np.ones(1)) and not refused(np.ones(3)))


def test_standardize(example, verify, claim):
    values = example("network/standardize").values
    columns = []
    for column in ([150, 160, 170, 180], [1, 3, 5, 7]):
        mean = mpmath.fsum(column) / 4
        spread = mpmath.sqrt(mpmath.fsum((v - mean) ** 2 for v in column) / 4)
        columns.append([(v - mean) / spread for v in column])
    verify("S", values["S"], mpmath=list(zip(*columns, strict=True)))
    verify("mean of a column", values["mean"], mpmath=mpmath.chop(mpmath.fsum(columns[0]) / 4))
    verify("standard deviation of a column", values["deviation"], mpmath=mpmath.sqrt(mpmath.fsum(v * v for v in columns[0]) / 4))
    claim("network/standardize_is_right", bool(np.allclose(values["standardize"](np.arange(6.0).reshape(3, 2)).mean(axis=0), 0)))


def test_row_share(example, verify, claim):
    values = example("network/row_share").values
    rows = [[1, 3], [6, 2]]
    sums = [sum(row) for row in rows]
    verify("A", values["A"], counting=rows)
    wrong = [[mpmath.mpf(v) / s for v, s in zip(row, sums, strict=True)] for row in rows]
    right = [[mpmath.mpf(v) / s for v in row] for row, s in zip(rows, sums, strict=True)]
    verify("wrong", values["wrong"], closed_form=wrong)
    verify("right", values["right"], closed_form=right)
    verify("sums", values["sums"], counting=sums)
    verify("sum of a row", values["total"], by_hand=1)
    claim("network/row_share_is_silent", [row.sum() != 1 for row in values["wrong"]] == [True, True])


def test_dense_after_images(fact, verify):
    values = fact("network/flat_image", pixels=np.zeros((32, 28, 28)).reshape(32, -1).shape[1])
    verify("pixels of an image in one row", values["pixels"], counting=28 * 28)


def test_rank_of_a_matrix(fact, verify):
    doubled = np.array([[1, 2], [2, 4]])
    values = fact("network/two_ranks", axes=doubled.ndim, independent_rows=int(np.linalg.matrix_rank(doubled)))
    verify("axes", values["axes"], by_hand=2)
    determinant = 1 * 4 - 2 * 2
    verify("independent rows", values["independent_rows"], closed_form=1 if determinant == 0 else 2)


def test_bytes(fact, verify):
    sizes = {name: np.dtype(name).itemsize for name in ("float32", "float64")}
    values = fact("network/bytes_of_a_number", single=sizes["float32"], double=sizes["float64"])
    verify("bytes of a number", [values["single"], values["double"]], closed_form=[(1 + 8 + 23) // 8, (1 + 11 + 52) // 8])


def test_places_of_a_window(fact, verify):
    window = 3
    places = len(np.lib.stride_tricks.sliding_window_view(np.zeros(28), window))
    values = fact("network/window_places", window=window, places=places)
    verify("places of the window", values["places"], counting=sum(1 for start in range(28) if start + 3 <= 28))
    verify("pixels of the window", values["window"], by_hand=3)


def test_lists_are_joined(claim):
    first, second = [1, 2], [3, 4]
    joined, repeated = first + second, first * 2
    added, doubled = np.array(first) + np.array(second), np.array(first) * 2
    lists = joined == [1, 2, 3, 4] and repeated == [1, 2, 1, 2]
    claim("network/lists_join", lists and added.tolist() == [1 + 3, 2 + 4] and doubled.tolist() == [1 * 2, 2 * 2])


def test_three_products(claim):
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        a, b = rng.integers(-9, 9, size=(2, 4, 3)), rng.integers(-9, 9, size=(2, 3, 5))
        sums = [[[sum(int(p) * int(q) for p, q in zip(row, column, strict=True)) for column in y.T] for row in x]
                for x, y in zip(a, b, strict=True)]
        of_two = all(product(a[0], b[0]).tolist() == sums[0] for product in (np.matmul, np.dot, lambda x, y: x @ y))
        held &= of_two and (a @ b).tolist() == np.matmul(a, b).tolist() == sums and np.dot(a, b).shape == (2, 4, 2, 5)
    claim("network/three_products", held, seeds=20)
