"""What the page about the perceptron states beyond its programs."""

from fractions import Fraction
from itertools import pairwise, permutations, product

import numpy as np
from mpmath import mpf

from dlnotes.activations import step, step_derivative
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron
from oracle.differentiation import central_difference

POINTS = [(0, 0), (0, 1), (1, 0), (1, 1)]
GATES = {
    "and": [0, 0, 0, 1],
    "or": [0, 1, 1, 1],
    "nand": [1, 1, 1, 0],
    "xor": [0, 1, 1, 0],
}
BY_HAND = {"and": ((1, 1), -1.5), "or": ((1, 1), -0.5), "nand": ((-1, -1), 1.5)}


def answer(w, b, x):
    """Return 1 if w x + b is above 0, else 0."""
    return int(sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b > 0)


def train(samples, targets, rate=Fraction(1), most=1000):
    """Follow the rule in fractions; return [(mistakes, w, b) of each epoch] and [(w, b) of each update]."""
    w, b, epochs, updates = [Fraction(0)] * len(samples[0]), Fraction(0), [], []
    for _ in range(most):
        before = len(updates)
        for x, t in zip(samples, targets, strict=True):
            error = t - answer(w, b, x)
            if error:
                w = [wi + rate * error * xi for wi, xi in zip(w, x, strict=True)]
                b += rate * error
                updates.append((*w, b))
        epochs.append((len(updates) - before, *w, b))
        if len(updates) == before:
            break
    return epochs, updates


def learned(gate, rate=1.0):
    """Return the perceptron of the package after it has learned a gate, and its mistakes in each epoch."""
    unit, mistakes = Perceptron([0.0, 0.0]), [1]
    while mistakes[-1] and len(mistakes) < 100:
        mistakes.append(unit.learn(*logic_gate(gate), learning_rate=rate))
    return unit, mistakes[1:]


def test_step_values(fact, verify):
    sums = [float(z) for z in np.linspace(-2, 2, 4097)]
    outputs = step(np.array(sums))
    highest = max(z for z, y in zip(sums, outputs, strict=True) if y == outputs[0])
    values = fact("network/step_values", above=float(outputs[-1]), otherwise=float(outputs[0]), border=highest)
    verify("outputs above the border and otherwise", [values["above"], values["otherwise"]], by_hand=[1, 0])
    verify("highest weighted sum that is not above the border", values["border"], by_hand=0)


def test_gate_points(fact, verify):
    x, xor = logic_gate("xor")
    values = fact("network/gate_points", points=x, xor=xor)
    verify("points", values["points"], by_hand=POINTS)
    verify("xor", values["xor"], counting=[p ^ q for p, q in POINTS])


def test_after_right_answers(fact, verify):
    unit, _ = learned("and")
    x, target = logic_gate("and")
    values = fact("network/right_answers", difference=float(np.max(np.abs(target - unit(x)))))
    verify("largest difference of target and output", values["difference"], by_hand=0)


def test_the_point_on_the_line(fact, verify):
    unit, mistakes = learned("and")
    x, _ = logic_gate("and")
    z = float(unit.weights @ x[2] + unit.bias)
    values = fact("network/and_learned", updates=sum(mistakes), z_on_line=z, answer_on_line=float(unit(x[2])))
    _, updates = train(POINTS, GATES["and"])
    w1, _, b = updates[-1]
    verify("updates", values["updates"], counting=len(updates))
    verify("z at (1, 0)", values["z_on_line"], closed_form=float(w1 + b))
    verify("answer at (1, 0)", values["answer_on_line"], by_hand=0)


def test_diagonals_meet(fact, verify):
    (a, b, c, d) = (np.array(point, dtype=float) for point in POINTS)
    share = np.linalg.solve(np.column_stack([d - a, b - c]), b - a)[0]
    values = fact("network/diagonals", meet=a + share * (d - a))
    verify("where the diagonals meet", values["meet"], by_hand=[mpf(1) / 2, mpf(1) / 2])


def test_three_input_and(fact, verify, claim):
    samples = list(product((0, 1), repeat=3))
    biases = [number / 8 for number in range(-40, 1)]
    works = {b: [int(y) for y in Perceptron([1, 1, 1], b)(samples)] == [min(x) for x in samples] for b in biases}
    low, high = max(b for b in biases if not works[b] and b < -2.5), max(b for b in biases if works[b])
    values = fact("network/three_input_and", above=low, at_most=high)
    verify("largest bias that is too small", values["above"], by_hand=-3)
    verify("largest bias that works", values["at_most"], by_hand=-2)
    claim("network/three_input_bias", all(right == (-3 < b <= -2) for b, right in works.items()))


def test_second_bike(claim):
    bikes = [(9, 5, 8), (4, 9, 6), (8, 1, 7)]                                   # in tenths
    scores = [5 * price + 2 * distance + 3 * condition for price, distance, condition in bikes]
    claim("network/second_bike_stays_below", [score > 60 for score in scores] == [True, False, True])


def test_the_wrong_sign_of_the_bias(claim):
    bikes = [[0.9, 0.5, 0.8], [0.4, 0.9, 0.6], [0.8, 0.1, 0.7]]
    right, wrong = (Perceptron([0.5, 0.2, 0.3], bias)(bikes).tolist() for bias in (-0.6, 0.6))
    claim("network/wrong_sign_buys_all", right == [1, 0, 1] and wrong == [1, 1, 1])


def test_the_order_of_additions(claim):
    terms = [0.5 * 0.9, 0.2 * 0.5, 0.3 * 0.8, -0.6]
    sums = {((p + q) + r) + s for p, q, r, s in permutations(terms)}
    claim("network/order_of_additions", 0 < max(sums) - min(sums) < 1e-15)


def test_only_mistakes_change_anything(claim):
    held = True
    for w1, w2, b in product(range(-2, 3), repeat=3):
        for point, target in product(POINTS, (0, 1)):
            unit = Perceptron([w1, w2], b)
            mistakes = unit.learn([point], [target])
            wrong = answer((w1, w2), b, point) != target
            held &= mistakes == wrong == ([*unit.weights, unit.bias] != [w1, w2, b])
    unit = Perceptron([0.0, 0.0])
    held &= unit.learn([(1, 1)] * 3, [1, 1, 1]) == 1            # each sample once: one mistake, then right twice
    claim("network/learn_changes_only_on_mistakes", held)


def test_every_update_of_and_moves_the_line(claim):
    _, updates = train(POINTS, GATES["and"])
    same = [all(p * v == q * u for p, q in zip(new, old, strict=True) for u, v in zip(new, old, strict=True))
            for old, new in pairwise(updates)]
    claim("network/and_updates_move_line", len(updates) > 1 and not any(same))


def test_the_last_epoch_confirms(claim):
    held = True
    for gate in ("and", "or", "nand"):
        epochs, _ = train(POINTS, GATES[gate])
        held &= epochs[-1][0] == 0 < epochs[-2][0] and epochs[-1][1:] == epochs[-2][1:] and 2 < len(epochs) < 10
        held &= learned(gate)[1] == [mistakes for mistakes, *_ in epochs]
    claim("network/last_epoch_confirms", held)


def mistakes_and_bound(seed):
    """Return how often a perceptron erred on separable samples, with the last input 1 as its bias, and Novikoff's bound."""
    rng = np.random.default_rng(seed)
    separator = rng.normal(size=3)
    separator /= np.linalg.norm(separator)
    x = np.column_stack([rng.uniform(-1, 1, size=(400, 2)), np.ones(400)])
    x = x[np.abs(x @ separator) > 0.1]
    targets = (x @ separator > 0).astype(float)
    bound = (np.max(np.linalg.norm(x, axis=1)) / np.min(np.abs(x @ separator))) ** 2
    unit, mistakes = Perceptron([0.0, 0.0]), 0
    while mistakes <= bound and (new := unit.learn(x[:, :2], targets)):
        mistakes += new
    return mistakes, bound


def test_the_rule_stops_on_separable_samples(claim):
    runs = [mistakes_and_bound(seed) for seed in range(40)]
    claim("network/perceptron_converges", all(mistakes <= bound for mistakes, bound in runs), seeds=40)


def test_xor_repeats_forever(claim):
    epochs, _ = train(POINTS, GATES["xor"], most=10)
    repeated = epochs[2][1:] == epochs[1][1:] and epochs[2][0] > 0
    unit = Perceptron([float(w) for w in epochs[1][1:3]], float(epochs[1][3]))
    before = [*unit.weights, unit.bias]
    mistakes = unit.learn(*logic_gate("xor"))           # from w, b and the samples alone the same epoch follows
    claim("network/xor_repeats", repeated and mistakes == epochs[2][0] and [*unit.weights, unit.bias] == before)


def test_many_lines_separate(claim):
    held = True
    for gate, (w, b) in BY_HAND.items():
        unit, _ = learned(gate)
        x, target = logic_gate(gate)
        differ = np.linalg.matrix_rank([[*w, b], [*unit.weights, unit.bias]]) == 2
        held &= differ and unit(x).tolist() == Perceptron(w, b)(x).tolist() == target.tolist()
    claim("network/many_lines_separate", held)


def test_two_layers_solve_xor(claim):
    def xor(p, q):
        hidden = [Perceptron(*BY_HAND[gate])([p, q]) for gate in ("or", "nand")]
        return int(Perceptron(*BY_HAND["and"])(hidden))

    claim("network/two_layers_solve_xor", [xor(*point) for point in POINTS] == GATES["xor"])


def test_the_slope_of_the_step(claim):
    z = [sign * mpf(10) ** exponent for sign in (-1, 1) for exponent in range(-9, 10)]
    flat = all(central_difference(lambda v: mpf(v > 0), zi) == 0 for zi in z)
    claim("network/step_slope_is_zero", flat and not step_derivative(np.array([float(zi) for zi in z])).any())


def test_the_learning_rate_cancels(claim):
    held = True
    for gate, rate in product(("and", "or", "nand"), (Fraction(1, 1000), Fraction(1, 3), Fraction(1, 2), Fraction(7))):
        epochs, slow = train(POINTS, GATES[gate])[0], train(POINTS, GATES[gate], rate)[0]
        held &= [(m, *(rate * v for v in state)) for m, *state in epochs] == slow
    for gate, rate in product(("and", "or", "nand"), (1 / 8, 1 / 2, 4.0)):     # powers of 2, which float64 multiplies exactly
        (unit, mistakes), (slow, slow_mistakes) = learned(gate), learned(gate, rate)
        held &= mistakes == slow_mistakes and [*slow.weights, slow.bias] == [rate * v for v in (*unit.weights, unit.bias)]
    claim("network/rate_cancels", held)


def test_the_product_separates_xor(claim):
    x, target = logic_gate("xor")
    lifted = np.column_stack([x, x[:, 0] * x[:, 1]])
    unit = Perceptron([0.0, 0.0, 0.0])
    epochs = next(n for n in range(1, 100) if unit.learn(lifted, target) == 0)
    claim("network/product_separates_xor", epochs > 1 and unit(lifted).tolist() == GATES["xor"])
