"""Optimizers against their formulas in mpmath, against PyTorch and Keras (stored), and against their own promises."""

import json
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlnotes import optimizers
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, AdamW, Momentum, RMSprop
from oracle import optimizers as formulas

GRADIENTS = [0.5, -2.0, 1e-3, 30.0, 0.0, -0.25, 0.25, 1.0, -1.0, 4.0, 1e-6, 0.5]
START = 0.75


CASES = {
    "SGD": (SGD, {}, formulas.sgd, {}),
    "SGD, own rate": (SGD, {"learning_rate": 0.3}, formulas.sgd, {"rate": 0.3}),
    "Momentum": (Momentum, {}, formulas.momentum, {}),
    "Momentum, own": (Momentum, {"learning_rate": 0.1, "momentum": 0.5}, formulas.momentum, {"rate": 0.1, "mu": 0.5}),
    "NAG": (NAG, {}, formulas.nag, {}),
    "NAG, own": (NAG, {"learning_rate": 0.1, "momentum": 0.5}, formulas.nag, {"rate": 0.1, "mu": 0.5}),
    "Adagrad": (Adagrad, {}, formulas.adagrad, {}),
    "Adagrad, own": (
        Adagrad,
        {"learning_rate": 0.1, "initial_accumulator_value": 0.0, "epsilon": 1e-3, "epsilon_inside_root": False},
        formulas.adagrad,
        {"rate": 0.1, "first": 0.0, "eps": 1e-3, "inside": False},
    ),
    "RMSprop": (RMSprop, {}, formulas.rmsprop, {}),
    "RMSprop, own": (
        RMSprop,
        {"learning_rate": 0.1, "rho": 0.5, "epsilon": 1e-3, "epsilon_inside_root": False},
        formulas.rmsprop,
        {"rate": 0.1, "rho": 0.5, "eps": 1e-3, "inside": False},
    ),
    "Adam": (Adam, {}, formulas.adam, {}),
    "Adam, own": (
        Adam,
        {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.75, "epsilon": 1e-3, "epsilon_hat": False},
        formulas.adam,
        {"rate": 0.1, "b1": 0.5, "b2": 0.75, "eps": 1e-3, "hat": False},
    ),
    "Adam, epsilon hat": (Adam, {"epsilon": 1e-2}, formulas.adam, {"eps": 1e-2}),
    "Adam, AMSGrad": (
        Adam,
        {"amsgrad": True, "beta_2": 0.5, "epsilon_hat": False},
        formulas.adam,
        {"amsgrad": True, "b2": 0.5, "hat": False},
    ),
    "AdamW": (AdamW, {}, formulas.adam, {"decay": 0.004}),
    "AdamW, own": (
        AdamW,
        {
            "learning_rate": 0.1,
            "weight_decay": 0.5,
            "beta_1": 0.5,
            "beta_2": 0.75,
            "epsilon": 1e-2,
            "amsgrad": True,
            "epsilon_hat": False,
        },
        formulas.adam,
        {"rate": 0.1, "decay": 0.5, "b1": 0.5, "b2": 0.75, "eps": 1e-2, "amsgrad": True, "hat": False},
    ),
}
CLASSES = [SGD, Momentum, NAG, Adagrad, RMSprop, Adam, AdamW]


@pytest.mark.parametrize("case", CASES)
def test_formula(case):
    optimizer, arguments, formula, constants = CASES[case]
    made = optimizer(**arguments)
    w = np.array([START, START])  # two weights in an array, the second with the gradients backwards
    paths = formula(START, GRADIENTS, **constants), formula(START, GRADIENTS[::-1], **constants)
    for g, back, first, second in zip(GRADIENTS, reversed(GRADIENTS), *paths, strict=True):
        made.update([w], [np.array([g, back])])
        np.testing.assert_allclose(w, [float(first), float(second)], rtol=1e-14, atol=1e-15)


@pytest.mark.parametrize("optimizer", CLASSES)
def test_contract(optimizer):
    """In place, returns nothing, leaves gradients alone, keeps dtype and layout, has its own state for each array."""
    rng = np.random.default_rng(0)
    parameters = [rng.normal(size=(3, 2)), rng.normal(size=4), np.array(2.0), rng.normal(size=(2, 2)).astype(np.float32)]
    parameters.append(np.asfortranarray(rng.normal(size=(3, 4)))[::2])  # neither contiguous nor owned
    gradients = [rng.normal(size=p.shape).astype(p.dtype) for p in parameters]
    before, copies = [p.copy() for p in parameters], [g.copy() for g in gradients]
    together = optimizer()
    for _ in range(3):
        assert together.update(parameters, gradients) is None
    for p, b, g, c in zip(parameters, before, gradients, copies, strict=True):
        assert p.dtype == b.dtype
        assert (p != b).all()
        np.testing.assert_array_equal(g, c)
        alone, apart = optimizer(), b.copy()
        for _ in range(3):
            alone.update([apart], [g])
        np.testing.assert_array_equal(p, apart)


@pytest.mark.parametrize("optimizer", CLASSES)
def test_integer_gradients_are_numbers_too(optimizer):
    one, two = np.array([1.0, 2.0]), np.array([1.0, 2.0])
    optimizer().update([one], [np.array([3, -4])])
    optimizer().update([two], [np.array([3.0, -4.0])])
    np.testing.assert_array_equal(one, two)


@pytest.mark.parametrize("optimizer", CLASSES)
def test_nothing_changes_when_an_argument_is_bad(optimizer):
    good = np.array([1.0, 2.0])
    frozen = np.array([1.0])
    frozen.flags.writeable = False
    fine, one = np.array([1.0, 1.0]), np.array([1.0])
    bad = [
        ([good, one], [fine], ValueError, "^gradients: expected 2 arrays, given 1"),
        ([good], [fine, fine], ValueError, "^gradients: expected 1 arrays, given 2"),
        ([good, one], [fine, np.ones(2)], ValueError, r"^gradients\[1\]: expected shape \(1,\), given \(2,\)"),
        ([good, one], [fine, np.array([np.nan])], ValueError, r"^gradients\[1\]: expected finite numbers"),
        ([good, one], [fine, np.array([-np.inf])], ValueError, r"^gradients\[1\]: expected finite numbers"),
        ([good, frozen], [fine, one], TypeError, r"^parameters\[1\]: expected a writeable array of floats"),
        ([good, np.array([1])], [fine, one], TypeError, r"^parameters\[1\]: expected a writeable array of floats"),
        ([good, 1.0], [fine, one], TypeError, r"^parameters\[1\]: expected a writeable array of floats"),
        ([good, one], [fine, [1.0]], TypeError, r"^gradients\[1\]: expected an array of real numbers"),
        ([good, one], [fine, np.array([1j])], TypeError, r"^gradients\[1\]: expected an array of real numbers"),
    ]
    for parameters, gradients, error, message in bad:
        made = optimizer()
        with pytest.raises(error, match=message):
            made.update(parameters, gradients)
        assert good.tolist() == [1.0, 2.0]
        assert one.tolist() == [1.0]
        assert made.state_bytes == 0
        made.update([np.zeros(5)], [np.ones(5)])  # and the optimizer is as good as new


@pytest.mark.parametrize("optimizer", [c for c in CLASSES if c is not SGD])
def test_shapes_are_those_of_the_first_update(optimizer):
    made, w = optimizer(), np.array([1.0, 2.0])
    made.update([w], [np.ones(2)])
    before, held = w.copy(), made.state_bytes
    for parameters in ([w, np.ones(1)], [np.ones(3)], [w.reshape(2, 1)]):
        with pytest.raises(ValueError, match=r"^parameters: expected the shapes of the first update; start a new"):
            made.update(parameters, [np.ones_like(p) for p in parameters])
    np.testing.assert_array_equal(w, before)
    assert made.state_bytes == held


@pytest.mark.parametrize(
    ("optimizer", "arrays"), [(SGD, 0), (Momentum, 1), (NAG, 1), (Adagrad, 1), (RMSprop, 1), (Adam, 2), (AdamW, 2)]
)
@pytest.mark.parametrize(("dtype", "width"), [(np.float64, 8), (np.float32, 4)])
def test_state_bytes(optimizer, arrays, dtype, width):
    made = optimizer()
    assert made.state_bytes == 0
    parameters = [np.ones((3, 2), dtype), np.ones(5, dtype)]
    for _ in range(2):
        made.update(parameters, [np.ones_like(p) for p in parameters])
        assert made.state_bytes == arrays * (6 + 5) * width


@pytest.mark.parametrize("optimizer", CLASSES)
def test_each_parameter_keeps_its_precision(optimizer):
    mixed, double = [np.ones((3, 2)), np.ones(5, np.float32)], [np.ones((3, 2)), np.ones(5)]
    for parameters in (mixed, double):
        made = optimizer()
        for _ in range(3):
            made.update(parameters, [np.full_like(p, 0.25) for p in parameters])
    assert [p.dtype for p in mixed] == [np.float64, np.float32]
    np.testing.assert_array_equal(mixed[0], double[0])
    np.testing.assert_allclose(mixed[1], double[1], rtol=1e-6)


@pytest.mark.parametrize("optimizer", CLASSES)
def test_gradients_whose_square_overflows_are_still_numbers(optimizer):
    w = np.zeros(2)
    with np.errstate(over="ignore"):
        optimizer().update([w], [np.array([1e200, 0.0])])
    assert np.isfinite(w).all()


def test_state_bytes_of_amsgrad():
    for made in (Adam(amsgrad=True), AdamW(amsgrad=True)):
        made.update([np.ones(4)], [np.ones(4)])
        assert made.state_bytes == 3 * 4 * 8


def test_adam_needs_one_temporary_array():
    n = 1_000_000
    w, g, optimizer = np.zeros(n), np.ones(n), Adam()
    optimizer.update([w], [g])
    tracemalloc.start()
    optimizer.update([w], [g])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1.01 * 8 * n


def test_first_step_of_adam_has_the_size_of_the_rate_whatever_the_gradient():
    for g in (1e-3, 1.0, -1e6):
        w = np.array([0.0])
        Adam(learning_rate=0.1, epsilon=1e-12).update([w], [np.array([g])])
        np.testing.assert_allclose(w, [-0.1 * np.sign(g)], rtol=1e-6)


def test_adam_with_equal_gradients_takes_equal_steps():
    w, optimizer = np.array([0.0]), Adam(learning_rate=0.1, epsilon=1e-15)
    for t in range(1, 30):
        optimizer.update([w], [np.array([3.0])])
        np.testing.assert_allclose(w, [-0.1 * t], rtol=1e-12)


def test_effective_rates_after_many_equal_gradients():
    # Adagrad falls as 1/sqrt(t); RMSprop tends to the rate; momentum to rate / (1 - momentum).
    def last_step(optimizer, steps):
        w = np.array([0.0])
        for _ in range(steps):
            before = w.copy()
            optimizer.update([w], [np.array([2.0])])
        return float((before - w)[0])

    for t in (1, 100):
        adagrad = Adagrad(learning_rate=0.5, initial_accumulator_value=0.0, epsilon=1e-20)
        np.testing.assert_allclose(last_step(adagrad, t), 0.5 / np.sqrt(t), rtol=1e-12)
    np.testing.assert_allclose(last_step(RMSprop(learning_rate=0.5, epsilon=1e-20), 1), 0.5 / np.sqrt(0.1), rtol=1e-12)
    np.testing.assert_allclose(last_step(RMSprop(learning_rate=0.5, epsilon=1e-20), 500), 0.5, rtol=1e-12)
    np.testing.assert_allclose(last_step(Momentum(learning_rate=0.5), 500), 2.0 * 0.5 / 0.1, rtol=1e-12)
    np.testing.assert_allclose(last_step(NAG(learning_rate=0.5), 500), 2.0 * 0.5 / 0.1, rtol=1e-12)


def test_nag_is_nesterovs_first_form_seen_from_the_point_ahead():
    def gradient(w):
        return np.array([4.0, 0.5]) * w

    theta, v, rate, mu = np.array([1.0, -2.0]), np.zeros(2), 0.05, 0.8
    ahead, optimizer = theta.copy(), NAG(learning_rate=rate, momentum=mu)
    for _ in range(25):
        v = mu * v - rate * gradient(theta + mu * v)
        theta = theta + v
        optimizer.update([ahead], [gradient(ahead)])
        np.testing.assert_allclose(ahead, theta + mu * v, rtol=1e-12)


def test_a_rate_that_changes_reaches_the_update():
    for optimizer in CLASSES:
        made, w = optimizer(learning_rate=0.1), np.array([1.0])
        made.learning_rate = 0.0
        made.update([w], [np.array([3.0])])
        assert w[0] == 1.0


def test_amsgrad_never_forgets_the_largest_square():
    w, plain = np.array([0.0]), np.array([0.0])
    amsgrad, adam = Adam(amsgrad=True, beta_2=0.5), Adam(beta_2=0.5)
    for g in (100.0, *[1.0] * 20):
        amsgrad.update([w], [np.array([g])])
        adam.update([plain], [np.array([g])])
    assert -w[0] < -plain[0]


@given(st.permutations(range(4)), st.sampled_from(CLASSES), st.integers(1, 4))
def test_reordering_the_parameters_reorders_the_result(order, optimizer, steps):
    rng = np.random.default_rng(steps)
    start = [rng.normal(size=size) for size in (1, 2, 3, (2, 2))]
    gradients = [[rng.normal(size=p.shape) for p in start] for _ in range(steps)]
    one, two = [p.copy() for p in start], [start[i].copy() for i in order]
    first, second = optimizer(), optimizer()
    for g in gradients:
        first.update(one, g)
        second.update(two, [g[i] for i in order])
    for place, i in enumerate(order):
        np.testing.assert_array_equal(two[place], one[i])


@given(st.sampled_from([Adagrad, RMSprop, Adam]), st.integers(-20, 20))
def test_adaptive_steps_do_not_see_the_scale_of_the_gradients(optimizer, power):
    paths = []
    for scale in (1.0, 2.0**power):
        constants = {"initial_accumulator_value": 0.0} if optimizer is Adagrad else {}
        made, w = optimizer(epsilon=1e-30, **constants), np.array([0.0])
        for g in (1.0, -0.5, 2.0):
            made.update([w], [np.array([scale * g])])
        paths.append(w[0])
    np.testing.assert_allclose(paths[0], paths[1], rtol=1e-12)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=6))
def test_momentum_of_zero_is_plain_descent(gs):
    paths = []
    for made in (SGD(0.1), Momentum(0.1, 0.0), NAG(0.1, 0.0)):
        w = np.array([1.0])
        for g in gs:
            made.update([w], [np.array([g])])
        paths.append(w[0])
    np.testing.assert_allclose(paths, paths[0], rtol=1e-15, atol=1e-14)


STORED = json.loads((Path(__file__).parent / "frameworks" / "optimizers.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", STORED, ids=lambda case: f"{case['framework']} {case['name']}")
def test_ten_steps_of_pytorch_and_keras(case):
    optimizer = getattr(optimizers, case["dlnotes"]["class"])(**case["dlnotes"]["arguments"])
    w = np.array(case["start"])
    for g, expected in zip(case["gradients"], case["path"], strict=True):
        optimizer.update([w], [np.array(g)])
        np.testing.assert_allclose(w, expected, rtol=case["tolerance"], atol=case["tolerance"])


def plain_adam(w, gradients, rate, beta_1, beta_2, epsilon):
    """Algorithm 1 of the paper, for arrays."""
    m = v = np.zeros_like(w)
    for t, g in enumerate(gradients, start=1):
        m, v = beta_1 * m + (1 - beta_1) * g, beta_2 * v + (1 - beta_2) * g * g
        w = w - rate * (m / (1 - beta_1**t)) / (np.sqrt(v / (1 - beta_2**t)) + epsilon)
    return w


@pytest.mark.parametrize("sizes", [[optimizers.BLOCK], [3 * optimizers.BLOCK + 5], [7, 2 * optimizers.BLOCK, 11, 1, 3]])
def test_blocks_are_not_seen_from_outside(sizes):
    rng = np.random.default_rng(4)
    start = [rng.normal(size=size) for size in sizes]
    steps = [[rng.normal(size=size) for size in sizes] for _ in range(3)]
    w, made = [p.copy() for p in start], Adam(0.1, epsilon_hat=False)
    for gradients in steps:
        made.update(w, gradients)
    for number, (changed, before) in enumerate(zip(w, start, strict=True)):
        expected = plain_adam(before, [g[number] for g in steps], 0.1, 0.9, 0.999, 1e-7)
        np.testing.assert_allclose(changed, expected, rtol=1e-12, atol=1e-13)
    assert made.state_bytes == 2 * 8 * sum(sizes)
    newest = 0.0
    for gradients in steps:
        newest = 0.9 * newest + 0.1 * gradients[-1]
    np.testing.assert_allclose(made.state("m")[-1], newest, rtol=1e-12, atol=1e-15)


def test_adam_with_betas_of_zero_is_the_sign_of_the_gradient():
    for made in (Adam(0.25, 0.0, 0.0, epsilon=1e-300), AdamW(0.25, 0.0, 0.0, 0.0, epsilon=1e-300)):
        w = np.array([1.0, 2.0, 3.0])
        for g in ([5.0, -1e-3, 2.0], [1.0, 1.0, -7.0]):
            made.update([w], [np.array(g)])
        np.testing.assert_array_equal(w, [0.5, 2.0, 3.0])


def test_a_refused_update_does_not_count():
    for optimizer in CLASSES:
        one, two = optimizer(), optimizer()
        w, same = np.array([1.0, -2.0]), np.array([1.0, -2.0])
        for refused in ([np.array([1.0, np.nan])], [np.array([1.0])], []):
            for made in (one,):
                with pytest.raises(ValueError, match=r"^gradients"):
                    made.update([w], refused)
        assert (one.updates, one.state_bytes) == (0, 0)
        for g in ([3.0, 1.0], [-1.0, 0.5]):
            one.update([w], [np.array(g)])
            two.update([same], [np.array(g)])
            with pytest.raises(ValueError, match=r"^gradients\[0\]: expected finite numbers"):
                one.update([w], [np.array([np.inf, 0.0])])
        assert one.updates == two.updates == 2
        np.testing.assert_array_equal(w, same)


def test_a_gradient_too_large_for_the_precision_of_its_parameter_is_refused():
    for optimizer in CLASSES:
        made, w = optimizer(), [np.ones(2), np.ones(2, np.float32)]
        with np.errstate(over="ignore"), pytest.raises(ValueError, match=r"^gradients\[1\]: expected finite numbers"):
            made.update(w, [np.ones(2), np.array([1.0, 1e300])])
        assert made.state_bytes == made.updates == 0
        np.testing.assert_array_equal(w, [[1.0, 1.0]] * 2)


def test_an_array_that_stands_twice_is_updated_twice():
    tied, apart = np.array([1.0, 2.0]), np.array([1.0, 2.0])
    SGD(0.5).update([tied, tied], [np.array([1.0, 0.0]), np.array([1.0, 4.0])])
    SGD(0.5).update([apart], [np.array([2.0, 4.0])])
    np.testing.assert_array_equal(tied, apart)


def test_precision_is_that_of_the_first_update_too():
    made = Momentum()
    made.update([np.ones(2)], [np.ones(2)])
    with pytest.raises(ValueError, match=r"^parameters: expected the shapes of the first update"):
        made.update([np.ones(2, np.float32)], [np.ones(2)])


def test_state_by_name():
    parameters = [np.ones((2, 3)), np.ones(4, np.float32), np.array(1.0)]
    gradients = [np.arange(6.0).reshape(2, 3), np.arange(4.0), np.array(-2.0)]
    made = Momentum(learning_rate=0.5)
    assert made.state("velocity") == []
    made.update(parameters, gradients)
    for array, p, g in zip(made.state("velocity"), parameters, gradients, strict=True):
        assert (array.shape, array.dtype) == (p.shape, p.dtype)
        np.testing.assert_array_equal(array, -0.5 * g)
    made.state("velocity")[0][...] = 7.0
    np.testing.assert_array_equal(made.state("velocity")[0], -0.5 * gradients[0])
    with pytest.raises(ValueError, match="expected one of velocity, given 'speed'"):
        made.state("speed")


def adam_bound(t, rate=0.1, beta_1=0.9, beta_2=0.999):
    sum_of_ratios = sum((beta_1**2 / beta_2) ** k for k in range(t))
    return rate * (1 - beta_1) / (1 - beta_1**t) * ((1 - beta_2**t) / (1 - beta_2) * sum_of_ratios) ** 0.5


def last_step_of_adam(gradients):
    made, w = Adam(0.1, epsilon=1e-300), np.array([0.0])
    for g in gradients:
        before = w[0]
        made.update([w], [np.array([g])])
    return abs(w[0] - before)


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=40))
def test_no_step_of_adam_passes_the_bound_of_its_docstring(gradients):
    assert last_step_of_adam([*gradients, 1.0]) <= adam_bound(len(gradients) + 1) * (1 + 1e-9)


def test_the_bound_of_adam_is_reached_and_passes_the_rate():
    ratios = [(0.9 / 0.999) ** k for k in range(60)]
    np.testing.assert_allclose(last_step_of_adam(ratios[::-1]), adam_bound(60), rtol=1e-12)
    after_zeros = last_step_of_adam([0.0] * 5000 + [1.0])
    np.testing.assert_allclose(after_zeros, 0.1 * 0.1 / 0.001**0.5, rtol=1e-2)  # the paper's case, section 2.1
    assert last_step_of_adam([1e-9] * 5000 + [1.0] * 12) > 2.0 * after_zeros


@pytest.mark.parametrize("optimizer", CLASSES)
def test_a_gradient_that_is_its_parameter_is_read_before_that_changes(optimizer):
    for size in (3, 2 * optimizers.BLOCK):
        one, two = optimizer(0.5), optimizer(0.5)
        w, same = np.linspace(1.0, 2.0, size), np.linspace(1.0, 2.0, size)
        one.update([w], [w])
        two.update([same], [same.copy()])
        np.testing.assert_array_equal(w, same)
