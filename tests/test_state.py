"""What an optimizer remembers: for each position apart, at its precision, at the rate of the day, and no refused update."""

import numpy as np
import pytest

from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, AdamW, Momentum, RMSprop
from oracle import optimizers as formulas

AMSGRAD = {"amsgrad": True, "beta_2": 0.5}
# name: the class, its arguments, the formula, and the same constants there
KINDS = {
    "SGD": (SGD, {}, formulas.sgd, {}),
    "Momentum": (Momentum, {}, formulas.momentum, {}),
    "NAG": (NAG, {}, formulas.nag, {}),
    "Adagrad": (Adagrad, {}, formulas.adagrad, {}),
    "RMSprop": (RMSprop, {}, formulas.rmsprop, {}),
    "Adam": (Adam, {}, formulas.adam, {}),
    "AMSGrad": (Adam, AMSGRAD, formulas.adam, {"amsgrad": True, "b2": 0.5}),
    "AdamW": (AdamW, {}, formulas.adam, {"decay": 0.004}),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def made(kind, **arguments):
    optimizer, own, _, _ = KINDS[kind]
    return optimizer(**(own | arguments))


def path(kind, start, gradients, **constants):
    """The weights after all gradients, each followed alone in 50 digits."""
    _, _, formula, own = KINDS[kind]
    start, gradients = np.asarray(start, float), np.asarray(gradients, float)
    out = np.empty(start.shape)
    for place in np.ndindex(start.shape):
        out[place] = list(formula(float(start[place]), [float(g[place]) for g in gradients], **own, **constants))[-1]
    return out


def holder(optimizer):
    return optimizer


@every_kind
def test_parameters_of_equal_shape_have_states_of_their_own(kind):
    rng = np.random.default_rng(1)
    start, gradients = rng.normal(size=(3, 2, 2)), rng.normal(size=(4, 3, 2, 2))
    optimizer, parameters = made(kind), [w.copy() for w in start]
    for g in gradients:
        optimizer.update(parameters, list(g))
    for number, w in enumerate(parameters):
        np.testing.assert_allclose(w, path(kind, start[number], gradients[:, number]), rtol=1e-13)


@every_kind
def test_the_state_belongs_to_the_position_and_not_to_the_array(kind):
    gradients = np.array([[[0.5, -2.0], [1.0, 0.25]], [[4.0, 1.0], [-1.0, 0.5]], [[0.1, 1.0], [0.5, 0.5]]])
    optimizer, parameters = made(kind), [np.array([1.0, -2.0]), np.array([0.5, 3.0])]
    kept = []
    for g in gradients:
        optimizer.update(parameters, list(g))
        kept.append(parameters)                      # alive, so that no new array takes an old one's place
        parameters = [w.copy() for w in parameters]
    np.testing.assert_allclose(parameters[0], path(kind, [1.0, -2.0], gradients[:, 0]), rtol=1e-13)
    np.testing.assert_allclose(parameters[1], path(kind, [0.5, 3.0], gradients[:, 1]), rtol=1e-13)


@every_kind
def test_two_optimizers_share_nothing(kind):
    one, two, w, u = made(kind), made(kind), np.array([1.0]), np.array([1.0])
    one.update([w], [np.array([3.0])])
    two.update([u], [np.array([-0.5])])
    one.update([w], [np.array([0.25])])
    np.testing.assert_allclose(w, path(kind, [1.0], [[3.0], [0.25]]), rtol=1e-13)


BAD = {
    "nan": lambda: [np.array([1.0, np.nan]), np.ones((2, 2))],
    "nan in the second": lambda: [np.array([1.0, 1.0]), np.array([[1.0, 2.0], [np.nan, 1.0]])],
    "infinity": lambda: [np.array([-np.inf, 1.0]), np.ones((2, 2))],
    "shape": lambda: [np.ones(2), np.ones((2, 1))],
    "too few": lambda: [np.ones(2)],
    "complex": lambda: [np.ones(2), np.ones((2, 2)) * 1j],
    "a list": lambda: [np.ones(2), [[1.0, 1.0], [1.0, 1.0]]],
}
GOOD = [
    [np.array([0.5, -2.0]), np.array([[1.0, -0.25], [3.0, 0.125]])],
    [np.array([-1.0, 0.5]), np.array([[-0.5, 2.0], [0.25, 1.0]])],
]


@every_kind
@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("when", [0, 1, 2])
def test_a_refused_update_leaves_no_trace(kind, bad, when):
    """Refused first, between, or last: the path is that of the good updates, and no memory is taken."""
    start = [np.array([1.0, -2.0]), np.array([[0.5, 3.0], [-1.0, 2.0]])]
    optimizer, parameters = made(kind), [w.copy() for w in start]
    for number in range(3):
        if number == when:
            before, held = [w.copy() for w in parameters], optimizer.state_bytes
            for _ in range(3):
                with pytest.raises((ValueError, TypeError)):
                    optimizer.update(parameters, BAD[bad]())
            assert optimizer.state_bytes == held
            assert all((w == b).all() for w, b in zip(parameters, before, strict=True))
        if number < 2:
            optimizer.update(parameters, GOOD[number])
    for place, w in enumerate(parameters):
        np.testing.assert_allclose(w, path(kind, start[place], [g[place] for g in GOOD]), rtol=1e-13)


@every_kind
def test_a_refused_first_update_does_not_fix_the_shapes(kind):
    optimizer, w = made(kind), np.array([1.0, 2.0, 3.0])
    with pytest.raises(ValueError, match=r"expected finite numbers"):
        optimizer.update([np.ones((2, 2)), np.ones(1)], [np.full((2, 2), np.nan), np.ones(1)])
    optimizer.update([w], [np.array([1.0, -1.0, 0.5])])
    np.testing.assert_allclose(w, path(kind, [1.0, 2.0, 3.0], [[1.0, -1.0, 0.5]]), rtol=1e-13)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "SGD"])
def test_other_parameters_are_refused_and_leave_no_trace(kind):
    optimizer, w = made(kind), np.array([1.0, 2.0])
    optimizer.update([w], [np.array([1.0, -1.0])])
    for others in ([np.ones(3)], [np.ones((1, 2))], [w, np.ones(2)], []):
        with pytest.raises(ValueError, match=r"expected the shapes of the first update"):
            optimizer.update(others, [np.ones_like(other) for other in others])
        assert all((other == 1.0).all() for other in others if other is not w)
    optimizer.update([w], [np.array([0.5, 0.5])])
    np.testing.assert_allclose(w, path(kind, [1.0, 2.0], [[1.0, -1.0], [0.5, 0.5]]), rtol=1e-13)


@every_kind
@pytest.mark.parametrize("types", [(np.float32, np.float64), (np.float64, np.float32), (np.float32, np.float64, np.float32)])
@pytest.mark.parametrize("wide_gradients", [False, True])
def test_the_precision_of_one_parameter_does_not_reach_another(kind, types, wide_gradients):
    start, gradients = [0.3, -1.7], [[0.1, -0.7], [1.3, 0.01], [-0.9, 0.3]]
    parameters = [np.array(start, dtype) for dtype in types]
    optimizer = made(kind)
    for g in gradients:
        optimizer.update(parameters, [np.array(g, float if wide_gradients else dtype) for dtype in types])
    for w, dtype in zip(parameters, types, strict=True):
        assert w.dtype == dtype
        seen = np.array(gradients, float if wide_gradients else dtype)
        expected = path(kind, np.array(start, dtype), seen)
        np.testing.assert_allclose(w, expected, rtol=1e-13 if dtype == np.float64 else 1e-6)


@every_kind
def test_a_rate_that_changes_between_updates_changes_the_next_step_only(kind):
    rates, gradients = [0.1, 0.01, 0.0, 0.5], [[3.0, 0.5], [-1.0, 2.0], [0.5, 0.5], [0.25, -1.0]]
    optimizer, w = made(kind), np.array([1.0, -2.0])
    for rate, g in zip(rates, gradients, strict=True):
        holder(optimizer).learning_rate = rate
        optimizer.update([w], [np.array(g)])
    np.testing.assert_allclose(w, path(kind, [1.0, -2.0], gradients, rate=rates), rtol=1e-13)


def test_a_momentum_that_changes_reaches_the_next_step():
    for optimizer in (Momentum(0.1, 0.9), NAG(0.1, 0.9)):
        w, v, nesterov = np.array([1.0]), 0.0, isinstance(optimizer, NAG)
        expected = 1.0
        for mu, g in ((0.9, 2.0), (0.5, 1.0), (0.0, 1.0), (0.25, -1.0)):
            optimizer.momentum = mu
            optimizer.update([w], [np.array([g])])
            v = mu * v - 0.1 * g
            expected += mu * v - 0.1 * g if nesterov else v
        np.testing.assert_allclose(w, [expected], rtol=1e-13)


@pytest.mark.parametrize("hat", [True, False])
@pytest.mark.parametrize("amsgrad", [True, False])
@pytest.mark.parametrize("betas", [(0.0, 0.0), (0.0, 0.9), (0.9, 0.0), (0.5, 0.5), (0.99, 0.1)])
def test_adam_at_the_ends_of_its_betas(betas, amsgrad, hat):
    gradients = [4.0, 0.5, -0.25, 0.5, 1e-3]
    w, decayed = np.array([0.75]), np.array([0.75])
    options = {"learning_rate": 0.1, "beta_1": betas[0], "beta_2": betas[1], "epsilon": 1e-3}
    options |= {"amsgrad": amsgrad, "epsilon_hat": hat}
    constants = {"rate": 0.1, "b1": betas[0], "b2": betas[1], "eps": 1e-3, "amsgrad": amsgrad, "hat": hat}
    adam, adamw = Adam(**options), AdamW(weight_decay=0.25, **options)
    paths = formulas.adam(0.75, gradients, **constants), formulas.adam(0.75, gradients, decay=0.25, **constants)
    for g, plain, shortened in zip(gradients, *paths, strict=True):
        adam.update([w], [np.array([g])])
        adamw.update([decayed], [np.array([g])])
        np.testing.assert_allclose([w[0], decayed[0]], [float(plain), float(shortened)], rtol=1e-13)


@pytest.mark.parametrize("beta_2", [0.0, 0.3, 0.9])
def test_amsgrad_keeps_the_largest_moment_of_each_weight_while_the_moments_fall(beta_2):
    gradients = np.array([[8.0, 0.1], [0.5, 5.0], [0.25, 0.1], [0.0, 0.0], [1.0, 0.1], [6.0, 0.2]])
    optimizer, w = Adam(0.1, beta_2=beta_2, amsgrad=True), np.zeros(2)
    for g in gradients:
        optimizer.update([w], [g])
    expected = [list(formulas.adam(0.0, g.tolist(), rate=0.1, b2=beta_2, amsgrad=True))[-1] for g in gradients.T]
    np.testing.assert_allclose(w, np.array(expected, float), rtol=1e-12)


@every_kind
def test_gradients_are_read_only_in_effect(kind):
    """One array or several, of any layout and memory that may not be written: never changed, never kept."""
    w, g = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([[0.5, 1.0], [-2.0, 0.25]])
    g.flags.writeable = False
    optimizer = made(kind)
    optimizer.update([w], [g.T])
    reused = np.array([[1.0, 1.0], [2.0, -1.0]])
    optimizer.update([w], [reused])
    reused[...] = 1e9                               # a caller may use its buffer again
    optimizer.update([w], [g])
    expected = path(kind, [[1.0, -2.0], [0.5, 3.0]], [g.T, [[1.0, 1.0], [2.0, -1.0]], g])
    np.testing.assert_allclose(w, expected, rtol=1e-13)
    assert g.tolist() == [[0.5, 1.0], [-2.0, 0.25]]


@every_kind
def test_parameters_without_elements_and_of_no_axes(kind):
    parameters = [np.zeros((0, 3)), np.array(2.0), np.array([1.0])]
    optimizer = made(kind)
    for g in (0.5, -1.0):
        optimizer.update(parameters, [np.zeros((0, 3)), np.array(g), np.array([2 * g])])
    np.testing.assert_allclose(parameters[1], path(kind, 2.0, [0.5, -1.0]), rtol=1e-13)
    np.testing.assert_allclose(parameters[2], path(kind, [1.0], [[1.0], [-2.0]]), rtol=1e-13)
