"""Proofs of what the page on softmax says beside its examples."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations

LOGITS = [2.0, 1.0, -1.0]
SEEDS = range(20)


def softmax(x):
    """Return e^x_i over the sum of all e^x_j in 50 digits."""
    exponentials = [mpmath.exp(mpf(float(xi))) for xi in x]
    return [e / mpmath.fsum(exponentials) for e in exponentials]


def drawn(seed, size=5):
    """Return random logits, all different."""
    return np.random.default_rng(seed).normal(0.0, 3.0, size=size)


def test_softmax_range(fact, verify):
    lower, upper = activations.softmax([0.0, 1000.0])
    values = fact("activations/softmax_range", lower=lower, upper=upper)
    verify("limits of a probability", [values["lower"], values["upper"]], by_hand=[0, 1])


def test_softmax_delta(fact, verify):
    s, jacobian = activations.softmax(LOGITS), activations.softmax_jacobian(LOGITS)
    values = fact("activations/softmax_delta", same=jacobian[0, 0] / s[0] + s[0], different=jacobian[0, 1] / s[0] + s[1])
    verify("dx_i/dx_j", [values["same"], values["different"]], by_hand=[1, 0])


def test_softmax_rows(fact, verify):
    rows = np.round(activations.softmax_jacobian(LOGITS).sum(axis=1), 15)
    values = fact("activations/softmax_rows", row_sum=np.abs(rows).max())
    s = softmax(LOGITS)
    sums = [s[i] * mpmath.fsum((i == j) - s[j] for j in range(3)) for i in range(3)]
    assert max(map(abs, sums)) < mpf("1e-45")
    verify("largest sum of a row", values["row_sum"], by_hand=0)


def test_softmax_temperature_factor(fact, verify):
    logits, temperature = np.array(LOGITS), 0.1
    values = fact("activations/softmax_temperature_factor", factor=(logits / temperature)[0] / logits[0])
    verify("factor on every logit", values["factor"], by_hand=10)


def test_softmax_shifted_exponents(fact, verify):
    logits = np.array([1000.0, 1001.0, -3.0])
    values = fact("activations/softmax_exponents", largest=np.max(logits - logits.max()))
    verify("largest exponent", values["largest"], by_hand=0)


def test_softmax_does_not_overflow(claim):
    """With floating point errors raised, logits of any size give finite shares that sum to 1."""
    with np.errstate(over="raise", invalid="raise"):
        shares = [activations.softmax(logits) for logits in ([1e308, 0.0], [1e5, -1e5], [-1e308, -1e307], [700.0, 710.0])]
    claim("activations/softmax_does_not_overflow", all(np.isfinite(s).all() and abs(s.sum() - 1) < 1e-12 for s in shares))


def test_softmax_is_positive(claim):
    """In 50 digits every probability is positive and below 1, and they sum to 1."""
    found = [softmax(drawn(seed)) for seed in SEEDS]
    held = all(min(s) > 0 and max(s) < 1 and abs(mpmath.fsum(s) - 1) < mpf("1e-45") for s in found)
    claim("activations/softmax_sums_to_one", held, seeds=len(SEEDS))


def test_softmax_shift(claim):
    """Add a number to every logit: numerator and denominator grow by the same factor."""
    held = []
    for seed in SEEDS:
        x, c = drawn(seed), float(np.random.default_rng(seed).normal(0.0, 10.0))
        pairs = zip(activations.softmax(x), softmax(x + c), strict=True)
        held.append(all(abs(ours - theirs) < 1e-13 for ours, theirs in pairs))
    claim("activations/softmax_ignores_a_shift", all(held), seeds=len(SEEDS), ablation=True)


def test_softmax_jacobian_signs(claim):
    """Positive on the diagonal, negative elsewhere, so that one logit moves every output."""
    held = []
    for seed in SEEDS:
        jacobian = activations.softmax_jacobian(drawn(seed))
        off = jacobian[~np.eye(5, dtype=bool)]
        held.append(all(np.diag(jacobian) > 0) and all(off < 0))
    claim("activations/softmax_outputs_compete", all(held), seeds=len(SEEDS))


def test_softmax_keeps_order(claim):
    """At every temperature the probabilities have the order of the logits."""
    held = [
        np.array_equal(np.argsort(x), np.argsort(np.array(softmax(x / t))))
        for x in map(drawn, SEEDS) for t in (0.01, 0.1, 1.0, 10.0, 1000.0)
    ]
    claim("activations/softmax_keeps_order", all(held), seeds=len(SEEDS))


def test_softmax_temperature_limits(claim):
    """A high temperature makes all probabilities equal; a low one leaves 1 for the largest logit, if it is alone."""
    held = []
    for x in map(drawn, SEEDS):
        gap = float(np.sort(x)[-1] - np.sort(x)[-2])
        high, low = activations.softmax(x / 1e6), activations.softmax(x / (gap / 40))
        held.append(np.allclose(high, 0.2, atol=1e-4) and low.max() > 1 - 1e-12)
    assert np.allclose(activations.softmax(np.array([2.0, 2.0, 0.0]) / 0.01), [0.5, 0.5, 0.0])
    claim("activations/softmax_temperature_limits", all(held), seeds=len(SEEDS))


def loss_gradients(c):
    """Return the norms of the gradients of cross-entropy and MSE, logits (c, 0, 0), target the last class, in 50 digits."""
    s = softmax([c, 0.0, 0.0])
    r = [si - ti for si, ti in zip(s, (0, 0, 1), strict=True)]
    mse = [mpmath.fsum(2 * r[i] * s[i] * ((i == j) - s[j]) for i in range(3)) / 3 for j in range(3)]
    return mpmath.norm(r), mpmath.norm(mse)


def test_mse_vanishes_when_confidently_wrong(claim):
    """From a logit of 2 on, the more wrong, the larger the gradient of cross-entropy and the smaller that of MSE."""
    entropy, mse = zip(*(loss_gradients(c) for c in (2.0, 5.0, 10.0, 20.0, 50.0, 100.0)), strict=True)
    held = list(entropy) == sorted(entropy) and list(mse) == sorted(mse)[::-1] and mse[-1] < 1e-40
    claim("activations/mse_vanishes_when_wrong", held and abs(entropy[-1] - mpmath.sqrt(2)) < mpf("1e-40"))


def test_mse_gradient_when_undecided(claim):
    """With equal logits the gradient of MSE is far from 0."""
    claim("activations/mse_does_not_always_fail", loss_gradients(0.0)[1] > mpf("0.1"))


def test_sigmoids_are_separate(claim):
    """Raise one logit: with sigmoids no other output moves, with softmax every other one does."""
    raised = [5.0, *LOGITS[1:]]
    separate = activations.sigmoid(raised)[1:] == activations.sigmoid(LOGITS)[1:]
    shared = activations.softmax(raised)[1:] != activations.softmax(LOGITS)[1:]
    held = all(separate) and all(shared) and abs(activations.sigmoid(LOGITS).sum() - 1) > 0.5
    claim("activations/sigmoids_are_separate", bool(held))


def test_second_softmax_blurs(claim):
    """Shares differ by 1 at most, so after a second pass the largest is at most e times any other."""
    held = []
    for x in map(drawn, SEEDS):
        twice = activations.softmax(activations.softmax(10 * x))
        held.append(twice.max() <= np.e * twice.min() * (1 + 1e-12) and twice.max() < activations.softmax(10 * x).max())
    claim("activations/second_softmax_blurs", all(held), seeds=len(SEEDS), ablation=True)


def test_softmax_sum_is_one_on_every_axis(claim):
    """Along the first axis of a batch, a sample's shares change with the other samples; along the last they do not."""
    batch, other = np.array([LOGITS, [0.0, 3.0, 1.0]]), np.array([LOGITS, [5.0, -3.0, 0.0]])
    along_last = [activations.softmax(x, axis=-1)[0] for x in (batch, other)]
    along_first = [activations.softmax(x, axis=0)[0] for x in (batch, other)]
    held = np.array_equal(*along_last) and not np.isclose(*along_first).any()
    claim("activations/wrong_axis_mixes_samples", bool(held))
