"""What the page about the perceptron states beyond its programs."""

from fractions import Fraction
from functools import cache
from itertools import pairwise, permutations, product

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.activations import sigmoid, step, step_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network, Perceptron
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
    (x, xor), (_, and_) = logic_gate("xor"), logic_gate("and")
    values = fact("network/gate_points", points=x, xor=xor, and_=and_)
    verify("and", values["and_"], counting=[p & q for p, q in POINTS])
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


def test_a_line_that_touches_samples_can_move(claim):
    """Samples on whole numbers, many of them exactly on the line: half the least positive sum off the bias leaves a margin."""
    held, touched = True, 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        w, x = rng.integers(-3, 4, size=2) + np.array([0.0, 0.5]), rng.integers(-4, 5, size=(60, 2))
        b = -float(w @ x[0])
        z = x @ w + b
        moved_z = z - min(z[z > 0], default=1.0) / 2
        held &= np.array_equal(moved_z > 0, z > 0) and np.min(np.abs(moved_z)) > 0
        touched += np.any(z == 0)
    claim("network/a_touching_line_can_move", held and touched == 20, seeds=20)


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


FOLDED = [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]       # the points of a gate with the input 1 of the bias
SIGNS = [-1, -1, -1, 1]                                      # of AND


def missed(v):
    """Return (point, sign) of every point of AND on which these weights, the bias last, err."""
    return [(p, s) for p, s in zip(FOLDED, SIGNS, strict=True) if (sum(a * c for a, c in zip(v, p, strict=True)) > 0) != (s > 0)]


def moved(v, p, s):
    """Return the weights after the update."""
    return tuple(a + s * c for a, c in zip(v, p, strict=True))


@cache
def mistakes_left(v, choose):
    """Return how many mistakes follow if always the missed point is shown that makes them fewest (min) or most (max)."""
    return 1 + choose(mistakes_left(moved(v, *miss), choose) for miss in missed(v)) if missed(v) else 0


def updates_in_order(orders):
    """Return the number of updates until AND is learned, epoch by epoch in the given orders."""
    v, count = (0, 0, 0), 0
    while missed(v):
        for place in next(orders):
            if (FOLDED[place], SIGNS[place]) in missed(v):
                v, count = moved(v, FOLDED[place], SIGNS[place]), count + 1
    return count


def test_perceptron_learn_by_hand(example, verify):
    values = example("network/perceptron_learn_by_hand").values
    _, last_w1, last_w2, last_b = train(POINTS, GATES["and"])[0][-1]
    verify("w1, w2", values["w"], counting=[int(last_w1), int(last_w2)])
    verify("b", values["b"], counting=int(last_b))
    for gate, start, rate in product(GATES, product((-1.0, 0.0, 0.5), repeat=3), (1.0, 0.25)):
        unit, (x, t) = Perceptron(start[:2], start[2]), logic_gate(gate)
        for _ in range(3):
            unit.learn(x, t, rate)
        w, b = values["learn"](np.array(start[:2]), start[2], np.tile(x, (3, 1)), np.tile(t, 3), rate)
        assert [*w, b] == [*unit.weights, unit.bias]
        exact = [Fraction(v) for v in start]
        for point, target in 3 * list(zip(POINTS, GATES[gate], strict=True)):
            error = Fraction(rate) * (target - answer(exact[:2], exact[2], point))
            exact = [v + error * c for v, c in zip(exact, (*point, 1), strict=True)]
        assert [*w, b] == exact


def test_perceptron_bound(example, verify):
    values = example("network/perceptron_bound").values
    _, updates = train(POINTS, GATES["and"])
    hand, margin = [mpf(1), mpf(1), mpf("-1.5")], min(abs(mpf(p + q) - mpf("1.5")) for p, q in POINTS)
    norm, radius = mpmath.sqrt(sum(v * v for v in hand)), mpmath.sqrt(max(sum(c * c for c in p) for p in FOLDED))
    rows = []
    for k, v in enumerate(updates, start=1):
        along = sum(a * c for a, c in zip(hand, map(mpf, map(int, v)), strict=True)) / norm
        rows.append((k * margin / norm, along, mpmath.sqrt(sum(int(c) ** 2 for c in v)), mpmath.sqrt(k) * radius))
    verify("k gamma, u v, the length of v, sqrt(k) R", values["rows"], mpmath=rows)
    verify("gamma", values["gamma"], closed_form=1 / mpmath.sqrt(17))
    verify("R", values["R"], closed_form=mpmath.sqrt(3))
    verify("bound", values["bound"], by_hand=51)
    verify("mistakes", values["k"], counting=len(updates))
    verify("k of each row", list(range(1, len(values["rows"]) + 1)), counting=[k for k, _ in enumerate(updates, start=1)])


def test_perceptron_orders(example, verify):
    values = example("network/perceptron_orders").values
    rng = np.random.default_rng(0)
    counts = sorted(updates_in_order(iter(lambda: rng.permutation(4).tolist(), None)) for _ in range(1000))
    verify("fewest", values["fewest"], counting=counts[0])
    verify("most", values["most"], counting=counts[-1])
    verify("median", values["middle"], counting=counts[499])
    assert counts[499] == counts[500]
    verify("runs", values["runs"], counting=len(counts))


def test_every_order_of_and(fact, verify, claim):
    """All fixed orders, and the kindest and the worst choice of the next missed point: found by trying every choice."""
    def package(order):
        unit, count, (x, t) = Perceptron([0.0, 0.0]), 0, logic_gate("and")
        while mistakes := unit.learn(x[list(order)], t[list(order)]):
            count += mistakes
        return count

    orders = list(permutations(range(4)))
    counts = sorted({package(order) for order in orders})
    values = fact("network/and_orders", orders=len(orders), fewest=counts[0], most=counts[-1],
                  kindest=mistakes_left((0, 0, 0), min), worst=mistakes_left((0, 0, 0), max))
    expected = sorted({updates_in_order(iter(lambda order=order: order, None)) for order in orders})
    verify("orders", values["orders"], counting=4 * 3 * 2)
    verify("fewest and most updates in a fixed order", counts, counting=expected)
    verify("fewest", values["fewest"], counting=expected[0])
    verify("most", values["most"], counting=expected[-1])
    verify("kindest choice", values["kindest"], by_hand=5)
    verify("worst choice", values["worst"], by_hand=12)
    claim("network/every_order_within_the_bound", max(values["worst"], *counts) <= 51)


def test_the_bound_is_reached(claim):
    """One-hot inputs, all answers 1, no bias: R = 1, gamma = 1 / sqrt(n), and n mistakes."""
    held = True
    for n in range(1, 12):
        v, mistakes = [0] * n, 0
        while 0 in v:
            place = v.index(0)                  # u v = v[place] = 0 is not above 0: a mistake
            v[place], mistakes = v[place] + 1, mistakes + 1
        held &= mistakes == n == round(1 / (1 / np.sqrt(n)) ** 2)
    claim("network/bound_is_reached", held)


def test_the_rate_matters_from_another_start(fact, verify, claim):
    """The same starts, the same samples; only the learning rate differs."""
    def updates(start, rate):
        w, b, count = [Fraction(v) for v in start[:2]], Fraction(start[2]), 0
        while True:
            before = count
            for x, t in zip(POINTS, GATES["and"], strict=True):
                error = rate * (t - answer(w, b, x))
                w, b = [wi + error * xi for wi, xi in zip(w, x, strict=True)], b + error
                count += error != 0
            if count == before:
                return count

    def package(start, rate):
        unit, count = Perceptron(start[:2], start[2]), 0
        while mistakes := unit.learn(*logic_gate("and"), learning_rate=rate):
            count += mistakes
        return count

    starts = [np.random.default_rng(seed).normal(size=3).tolist() for seed in range(20)]
    slow, fast = [package(s, 0.125) for s in starts], [package(s, 1.0) for s in starts]
    values = fact(
        "network/and_rates", seeds=len(starts), slow_rate=0.125, slow=float(np.median(slow)), fast=float(np.median(fast)),
        slow_range=[min(slow), max(slow)], fast_range=[min(fast), max(fast)],
    )
    exact = {rate: sorted(updates(s, Fraction(rate)) for s in starts) for rate in (0.125, 1.0)}
    for name, rate in (("slow", 0.125), ("fast", 1.0)):
        verify(f"median, {name}", values[name], counting=(exact[rate][9] + exact[rate][10]) / 2)
        verify(f"range, {name}", values[f"{name}_range"], counting=[exact[rate][0], exact[rate][-1]])
    verify("seeds", values["seeds"], counting=len(exact[1.0]))
    verify("lower rate", values["slow_rate"], counting=min(exact))
    claim("network/rate_matters_elsewhere", slow != fast, seeds=20, ablation=True)


def test_three_points_of_xor(claim):
    """Without (0, 0) a line does it, and no line gets all four: every triple of XOR is separable."""
    held = True
    for left_out in range(4):
        kept = [place for place in range(4) if place != left_out]
        unit, (x, t) = Perceptron([0.0, 0.0]), logic_gate("xor")
        rounds = next((n for n in range(100) if not unit.learn(x[kept], t[kept])), None)
        held &= rounds is not None and unit(x[kept]).tolist() == [GATES["xor"][place] for place in kept]
        held &= unit(x).tolist() != GATES["xor"]
    claim("network/three_points_of_xor", held)


def test_a_positive_factor_changes_no_answer(claim):
    held = True
    for w1, w2, b, c in product(range(-3, 4), range(-3, 4), range(-3, 4), (0.001, 0.5, 2, 1000)):
        held &= Perceptron([c * w1, c * w2], c * b)(POINTS).tolist() == [answer((w1, w2), b, x) for x in POINTS]
    claim("network/positive_factor", held)


def test_the_line_that_is_found_may_touch_a_point(fact, verify, claim):
    unit, _ = learned("and")
    x, _ = logic_gate("and")
    distances = [float(np.min(np.abs(x @ w + b)) / np.linalg.norm(w)) for w, b in
                 ((unit.weights, unit.bias), (np.array([1.0, 1.0]), -1.5))]
    values = fact("network/and_distances", learned=distances[0], by_hand=distances[1])
    verify("nearest point of the learned line", values["learned"], by_hand=0)
    verify("nearest point of the line set by hand", values["by_hand"], closed_form=mpf("0.5") / mpmath.sqrt(2))
    claim("network/line_touches_a_point", distances[0] == 0 < distances[1])


def test_logistic_regression_has_the_same_line(claim):
    """The output of a sigmoid is above 1/2 exactly where the perceptron with the same weights answers 1."""
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        w, b, x = rng.normal(size=2), rng.normal(), rng.normal(size=(500, 2))
        held &= np.array_equal(sigmoid(x @ w + b) > 0.5, Perceptron(w, b)(x) == 1)
    claim("network/logistic_line", held, seeds=20)


def test_equal_weights(claim):
    """One neuron may start with equal weights; two hidden neurons with equal weights stay equal, others do not."""
    unit, _ = learned("and")
    one = unit.weights[0] != unit.weights[1]
    stay, part = [], []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        row, other = rng.normal(size=2), rng.normal(size=2)
        for second, found in ((row, stay), (other, part)):
            network = Network([Dense([row, second], [0.0, 0.0], "sigmoid"), Dense([[1.0, 1.0]], [0.0], "sigmoid")])
            x, target = logic_gate("xor")
            for _ in range(50):
                gradients = backpropagate(network, x, target[:, np.newaxis], loss="half_sum_squared_error").gradients
                for parameter, gradient in zip(network.parameters, gradients, strict=True):
                    parameter -= gradient
            found.append(np.array_equal(*network.layers[0].weights))
    claim("network/equal_weights", one and all(stay) and not any(part), seeds=20, ablation=True)


def test_perceptron_broken(example, verify):
    values = example("network/perceptron_broken").values
    w, b, wrong = [0, 0], 0, []
    for _ in range(6):
        misses = [(x, t) for x, t in zip(POINTS, GATES["and"], strict=True) if answer(w, b, x) != t]
        assert len(misses) == 1, "one mistake an epoch, so that the updates within an epoch do not matter"
        x, _ = misses[0]
        direction = 1 if answer(w, b, x) else -1                                # the wrong way
        w, b = [wi + direction * xi for wi, xi in zip(w, x, strict=True)], b + direction
        wrong.append(len(misses))
    verify("mistakes", values["wrong"], counting=wrong)
    verify("w", values["w"], counting=w)
    verify("b", values["b"], counting=b)


def test_the_wrong_sign_runs_away(claim):
    """The same program with t - y stops; with y - t the weights grow with every epoch."""
    right, _ = train(POINTS, GATES["and"])
    w, b, lengths = np.zeros(2), 0.0, []
    for _ in range(50):
        for x, t in zip(np.array(POINTS), GATES["and"], strict=True):
            y = float(w @ x + b > 0)
            w, b = w + (y - t) * x, b + (y - t)
        lengths.append(np.hypot(np.hypot(*w), b))
    claim("network/wrong_way", right[-1][0] == 0 and all(p < q for p, q in pairwise(lengths)), ablation=True)


def test_directions_of_an_update(fact, verify, claim):
    """What the package's update adds to the bias after each kind of mistake, and how far z moves at least."""
    def bias_after(start, target):
        unit = Perceptron([0.0, 0.0], start)
        unit.learn([(0, 0)], [target])
        return unit.bias - start

    values = fact("network/update_directions", missed=bias_after(0.0, 1), false_alarm=bias_after(0.5, 0),
                  least=min(float(np.dot(p, p)) + 1 for p in POINTS))
    verify("after a missed 1", values["missed"], counting=1 - 0)
    verify("after a false 1", values["false_alarm"], counting=0 - 1)
    verify("least x x + 1", values["least"], counting=min(p * p + q * q for p, q in POINTS) + 1)
    _, updates = train(POINTS, GATES["and"])
    samples = list(zip(POINTS, GATES["and"], strict=True))
    right = [{(x, t) for x, t in samples if answer(u[:2], u[2], x) == t} for u in updates]
    spoiled = any(before - after for before, after in pairwise(right))
    again = any(answer(w, b, x) != t for w, b, (x, t) in (((-1, -1), -9, ((1, 1), 1)),)
                for w, b in [([wi + xi for wi, xi in zip(w, x, strict=True)], b + 1)])
    claim("network/updates_can_spoil", spoiled and again)


def test_folded_samples(fact, verify):
    """The samples with the input of the bias, from the example of the bound."""
    x, t = logic_gate("and")
    folded = np.column_stack([x, np.ones(4)])
    hand = np.array([1.0, 1.0, -1.5])
    u = hand / np.linalg.norm(hand)
    signs = 2 * t - 1
    values = fact("network/folded", last=float(folded[:, -1].max()), sign_one=signs[3], sign_zero=signs[0],
                  length=round(float(u @ u), 12), longest=folded[np.argmax(np.linalg.norm(folded, axis=1))],
                  nearest=float(np.min(np.abs(folded @ hand))),
                  bound=float(np.max(np.sum(folded**2, axis=1)) * (hand @ hand) / np.min(np.abs(folded @ hand)) ** 2))
    verify("last input", values["last"], by_hand=1)
    verify("bound", values["bound"], closed_form=3 * 17)
    verify("sign of 1", values["sign_one"], by_hand=1)
    verify("sign of 0", values["sign_zero"], by_hand=-1)
    verify("length of u", values["length"], by_hand=1)
    verify("longest sample", values["longest"], counting=list(max(FOLDED, key=sum)))
    verify("nearest weighted sum", values["nearest"], closed_form=min(abs(mpf(p + q) - mpf("1.5")) for p, q in POINTS))
