"""Proofs of what the page on softmax says beside its examples."""

import runpy

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, losses
from oracle.activations import complex_softmax
from oracle.activations import softmax as exact_softmax
from oracle.activations import softmax_jacobian as exact_jacobian
from oracle.differentiation import complex_step, partials, replaced
from press.report import ROOT

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
    largest = np.max(logits - logits.max())
    values = fact("activations/softmax_exponents", largest=largest, exponential=np.exp(largest))
    verify("largest exponent", values["largest"], by_hand=0)
    verify("its exponential", values["exponential"], by_hand=1)


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


def defined_in(name, function):
    """Return a function that an example defines."""
    return runpy.run_path(str(ROOT / "docs" / "examples" / "activations" / f"{name}.py"))[function]


def test_softmax_by_hand(example, verify, claim):
    values = example("activations/softmax_by_hand").values
    verify("softmax(x)", values["s"], mpmath=softmax(LOGITS))
    verify("softmax of large logits", values["large"], mpmath=softmax([1000, 1001]))
    points = [scale * drawn(seed) for seed in SEEDS for scale in (0.1, 1.0, 5.0)]
    held = [
        np.allclose(ours, activations.softmax(x), rtol=1e-12, atol=0)
        and all(abs(a / b - 1) < 1e-11 for a, b in zip(ours, softmax(x), strict=True))
        for x in points for ours in [values["softmax"](x)]
    ]
    claim("activations/softmax_by_hand_agrees", all(held), seeds=len(SEEDS))


def test_subtraction_rounds_logits(claim):
    """The largest relative error of the two lines, and of the package, where the largest logit is about 700."""
    by_hand, worst = defined_in("softmax_by_hand", "softmax"), {"by hand": 0, "package": 0}
    for seed in SEEDS:
        x = np.append(drawn(seed) / 10, 700.3)
        for name, f in (("by hand", by_hand), ("package", activations.softmax)):
            worst[name] = max(worst[name], *(abs(a / b - 1) for a, b in zip(map(float, f(x)), softmax(x), strict=True)))
    refuses = False
    try:
        activations.softmax([0.0, float("nan")])
    except ValueError:
        refuses = True
    held = worst["by hand"] > 1e-14 and worst["package"] < 1e-15 and refuses
    claim("activations/subtraction_rounds_logits", bool(held), seeds=len(SEEDS))


def test_softmax_jacobian_by_hand(example, verify, claim):
    values = example("activations/softmax_jacobian_by_hand").values
    step = [
        [complex_step(lambda t, i=i, j=j: complex_softmax(replaced(LOGITS, j, t), i), LOGITS[j]) for j in range(3)]
        for i in range(3)
    ]
    verify("ds_i/dx_j, derivative", values["derivative"], central_difference=exact_jacobian(LOGITS), complex_step=step)
    held = [
        np.allclose(values["softmax_jacobian"](x), activations.softmax_jacobian(x), rtol=1e-9, atol=1e-15)
        and np.allclose(values["softmax_jacobian"](x), np.array(exact_jacobian(x), dtype=float), rtol=1e-9, atol=1e-15)
        for x in map(drawn, SEEDS)
    ]
    claim("activations/softmax_jacobian_by_hand_agrees", all(held), seeds=len(SEEDS))


def test_softmax_gradient(example, verify):
    """The program's measured slopes are right to the digits that it prints; the derived ones to all."""
    values = example("activations/softmax_gradient").values
    slopes = partials(lambda x: -mpmath.log(exact_softmax(x)[2]), [mpf(z) for z in LOGITS])
    exact = [s - t for s, t in zip(softmax(LOGITS), (0, 0, 1), strict=True)]
    verify("dL/dx, s - t", values["derived"], central_difference=slopes, closed_form=exact)
    verify("dL/dx, measured", values["measured"], digits=8, central_difference=slopes, closed_form=exact)


def test_softmax_cross_entropy_by_hand(example, verify, claim):
    values = example("activations/softmax_cross_entropy_by_hand").values
    verify("loss", values["usual"], mpmath=-mpmath.log(softmax(LOGITS)[2]))
    verify("loss of large logits", values["extreme"], mpmath=-mpmath.log(softmax([0, 1000])[0]))
    held = []
    for seed in SEEDS:
        x = drawn(seed)
        package = losses.categorical_crossentropy([[0, 0, 1, 0, 0]], [x], from_logits=True)
        ours = values["cross_entropy"](x, 2)
        held.append(abs(ours + mpmath.log(softmax(x)[2])) < 1e-12 and np.isclose(package, ours))
    with np.errstate(divide="ignore"):
        naive = -np.log(activations.softmax([0.0, 1000.0]))[0]
    finite = naive == np.inf and values["extreme"] == 1000.0
    claim("activations/loss_from_logits_stays_finite", all(held) and finite, seeds=len(SEEDS))


def test_softmax_batch(example, verify, claim):
    """Divide e by the row sums as a vector: entry (i, j) is divided by the sum of row j."""
    values = example("activations/softmax_batch").values
    e = [[mpmath.exp(mpf(float(x))) for x in row] for row in values["batch"]]
    sums = [mpmath.fsum(row) for row in e]
    verify("sums of the rows, wrong", values["wrong_sums"],
           mpmath=[mpmath.fsum(a / b for a, b in zip(row, sums, strict=True)) for row in e])
    verify("sums of the rows", values["right_sums"], by_hand=[1, 1, 1])
    rows = [np.allclose(values["right"][n], activations.softmax(row)) for n, row in enumerate(values["batch"])]
    claim("activations/keepdims_divides_rows", all(rows) and not np.isclose(values["wrong_sums"], 1).any())


def test_softmax_differences(example, verify):
    values = example("activations/softmax_differences").values
    verify("softmax", values["s"], mpmath=[softmax(row) for row in ([1, 2, 3], [101, 102, 103], [10, 20, 30])])
    verify("what was added", values["added"], by_hand=100)
    verify("factor", values["factor"], by_hand=10)


def test_scores_that_cancel(fact, verify):
    values = fact("activations/scores_that_cancel", total=np.sum(LOGITS[1:]))
    verify("sum of the two scores", values["total"], by_hand=0)


def test_softmax_ratio(fact, verify):
    """The exponent, and the ratio of two probabilities, at a very high temperature."""
    difference, temperature = LOGITS[0] - LOGITS[2], 1e18
    s = activations.softmax(np.array(LOGITS) / temperature)
    values = fact("activations/softmax_ratio", exponent=np.round(difference / temperature, 12), hot=s[0] / s[2])
    verify("exponent", values["exponent"], by_hand=0)
    verify("ratio", values["hot"], by_hand=1, mpmath=mpmath.limit(lambda t: mpmath.exp(3 / t), mpmath.inf))


def test_one_hot_total(fact, verify):
    values = fact("activations/softmax_one_hot", total=losses.one_hot([2], 3).sum())
    verify("sum of a one-hot vector", values["total"], by_hand=1)


def test_softmax_alone(fact, verify, claim):
    x = np.array([[3.7, -1.0, 0.2]])
    shares = activations.softmax(x, axis=0)
    values = fact("activations/softmax_alone", length=x.shape[0], share=shares.mean())
    verify("samples", values["length"], by_hand=1)
    verify("every probability", values["share"], by_hand=1)
    claim("activations/softmax_of_one_is_one", bool(np.all(shares == 1)))


def test_softmax_rounds_to_zero(fact, verify, claim):
    """Halve the distance below the largest logit at which a probability becomes 0."""
    low, high = 700.0, 800.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (low, middle) if activations.softmax([0.0, -middle])[1] == 0 else (middle, high)
    values = fact("activations/softmax_rounds_to_zero", value=activations.softmax([0.0, -high])[1], distance=high)
    verify("the probability", values["value"], by_hand=0)
    verify("where half of the smallest number lies", values["distance"], digits=10, closed_form=1075 * mpmath.log(2))
    s = [activations.softmax([0.0, -distance])[1] for distance in (744.0, 745.0, 746.0, 800.0, 1e6)]
    claim("activations/small_shares_round_to_zero", min(s[:2]) > 0 and max(s[2:]) == 0)


def test_naive_softmax_overflows(claim):
    with np.errstate(over="ignore"):
        claim("activations/naive_softmax_overflows", bool(np.isinf(np.exp(1000.0))))


def test_second_softmax_has_a_floor(claim):
    """With three classes no logits bring the loss of a second pass below ln(e + 2) - 1, and large ones come near."""
    floor = mpmath.log(mpmath.e + 2) - 1

    def loss(logits):
        return -np.log(activations.softmax(activations.softmax(logits))[0])

    found = [loss(scale * drawn(seed, 3)) for seed in SEEDS for scale in (1, 10, 100)]
    held = min(found) > floor - 1e-12 and abs(loss([100.0, 0.0, 0.0]) - floor) < 1e-12
    claim("activations/second_softmax_has_a_floor", held, seeds=len(SEEDS))
