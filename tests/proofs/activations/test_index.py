"""Proofs of what the page activations/index states beside its examples."""

from fractions import Fraction
from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

SEEDS = 20
HALVES = np.arange(1, 25) / 8        # 0.125 to 3: the inputs on one side of 0


def random_layers(rng, sizes):
    """Return linear layers with random weights and biases."""
    return [Dense(rng.normal(size=(m, n)), rng.normal(size=m)) for n, m in pairwise(sizes)]


def merged(layers):
    """Return the one linear layer that linear layers amount to."""
    weights, bias = np.eye(layers[0].weights.shape[1]), np.zeros(layers[0].weights.shape[1])
    for layer in layers:
        weights, bias = layer.weights @ weights, layer.weights @ bias + layer.bias
    return Dense(weights, bias)


def test_linear_layers_are_one(claim):
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        layers, x = random_layers(rng, [3, 6, 4, 5, 2]), rng.normal(size=(50, 3))
        one = merged(layers)
        held.append(np.allclose(Network(layers)(x), one(x), rtol=1e-10, atol=1e-10))
        layers[1].activation = "relu"
        held.append(not np.allclose(Network(layers)(x), one(x), rtol=1e-10, atol=1e-10))
    claim("activations/linear_layers_are_one", all(held), seeds=SEEDS)


def test_relu_is_no_matrix(claim):
    """Mx + b has the middle of two of its values at the middle of x and -x; the first seed draws the weights of the example."""
    sums, linear = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        W1, W2, x = rng.normal(size=(4, 3)), rng.normal(size=(2, 4)), rng.normal(size=3)
        b1, b2 = rng.normal(size=4), rng.normal(size=2)
        points = np.vstack([x, rng.normal(size=(50, 3))])
        for bend, found in ((activations.relu, sums), (activations.identity, linear)):
            y, opposite, middle = (bend(some @ W1.T + b1) @ W2.T + b2 for some in (points, -points, 0 * points))
            found.append(np.abs(y + opposite - 2 * middle).max())
    claim("activations/relu_is_no_matrix", min(sums) > 1e-3 and max(linear) < 1e-12, seeds=SEEDS)


def test_linear_answers_on_the_square(claim):
    """Whatever the weights: the answers to (0, 0) and (1, 1) sum to the same as those to (0, 1) and (1, 0)."""
    x, _ = logic_gate("xor")
    differences = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        for layers in (random_layers(rng, [2, 1]), random_layers(rng, [2, 5, 5, 1])):
            y = Network(layers)(x)[:, 0]
            differences.append(y[0] + y[3] - y[1] - y[2])
    claim("activations/linear_answers_on_the_square", np.max(np.abs(differences)) < 1e-12, seeds=SEEDS)


def test_xor_sums(fact, verify):
    x, y_true = logic_gate("xor")
    equal = x[:, 0] == x[:, 1]
    values = fact("activations/xor_sums", equal=y_true[equal].sum(), different=y_true[~equal].sum())
    verify("targets of (0, 0) and (1, 1), sum", values["equal"], counting=(0 ^ 0) + (1 ^ 1))
    verify("targets of (0, 1) and (1, 0), sum", values["different"], counting=(0 ^ 1) + (1 ^ 0))


def test_half_is_the_best_linear_answer(claim):
    """No linear answer has a smaller squared error on XOR than 0.5 everywhere, near it or far from it."""
    x, y_true = logic_gate("xor")
    best = np.mean((0.5 - y_true) ** 2)
    errors = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        for scale in (1e-3, 0.1, 1.0, 10.0):
            neuron = Dense(scale * rng.normal(size=(1, 2)), 0.5 + scale * rng.normal(size=1))
            errors.append(np.mean((neuron(x)[:, 0] - y_true) ** 2))
    claim("activations/half_is_the_best_linear_answer", min(errors) > best, seeds=SEEDS)


def test_only_the_step_is_on_or_off(claim):
    x = np.concatenate([-HALVES, HALVES])
    values = {name: len(np.unique(getattr(activations, name)(x))) for name in
              ("identity", "step", "sigmoid", "tanh", "relu", "leaky_relu")}
    others = [count for name, count in values.items() if name != "step"]
    claim("activations/only_the_step_is_on_or_off", values["step"] == 2 and min(others) > 2)


def test_step_outputs(fact, verify):
    values = fact("activations/step_outputs", on=np.unique(activations.step(HALVES)), off=np.unique(activations.step(-HALVES)))
    verify("output of a positive sum", values["on"], by_hand=1)
    verify("output of a negative sum", values["off"], by_hand=0)


def test_leaky_share(fact, verify):
    values = fact("activations/leaky_share", share=activations.leaky_relu(-1.0) / -1.0)
    verify("share that Leaky ReLU leaves of a negative number", values["share"], published="0.01")


def test_step_slope(fact, verify):
    slope = np.unique(activations.step_derivative(np.concatenate([-HALVES, HALVES])))
    values = fact("activations/step_slope", slope=slope)
    verify("slope of the step beside the jump", values["slope"], mpmath=mpmath.diff(lambda t: mpf(t > 0), mpf("0.125")))


def test_step_stops_gradients(claim, monkeypatch):
    """The weights in front of a step get the gradient 0; a slope of 1 in its place, and nothing else changed, moves them."""
    still, moving = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, y_true = rng.normal(size=(8, 2)), rng.normal(size=(8, 1))
        hidden, output = random_layers(rng, [2, 4, 1])
        hidden.activation = "step"
        weights, bias, behind, _ = backpropagate(Network([hidden, output]), x, y_true, "mean_squared_error").gradients
        still.append(not weights.any() and not bias.any() and behind.any())
        with monkeypatch.context() as patch:
            patch.setitem(activations.ACTIVATIONS, "step", (activations.step, np.ones_like))
            weights, bias, _, _ = backpropagate(Network([hidden, output]), x, y_true, "mean_squared_error").gradients
            moving.append(weights.any() and bias.any())
    claim("activations/step_stops_gradients", all(still) and all(moving), seeds=SEEDS, ablation=True)


def test_slopes_fade(claim):
    """Away from 0 the slopes of sigmoid and tanh fall on both sides; those of ReLU and Leaky ReLU stay on the positive one."""
    x = np.concatenate([[0.0], HALVES])
    fading = [
        np.diff(getattr(activations, f"{name}_derivative")(side * x)).max() < 0
        for name in ("sigmoid", "tanh") for side in (1, -1)
    ]
    staying = [np.ptp(getattr(activations, f"{name}_derivative")(HALVES)) == 0 for name in ("relu", "leaky_relu")]
    claim("activations/slopes_fade", all(fading) and all(staying))


def xor_network(x):
    """Return the outputs of the page's XOR network, its weights written here a second time."""
    hidden = Dense([[1.0, 1.0], [1.0, 1.0]], bias=[0.0, -1.0], activation="relu")
    return Network([hidden, Dense([[1.0, -2.0]])])(x)[:, 0]


def test_xor_relu_peak(fact, verify, claim):
    sums = np.arange(-64, 257) / 64
    outputs = xor_network(np.column_stack([sums / 2, sums / 2]))
    values = fact("activations/xor_relu_peak", total=sums[np.argmax(outputs)])
    verify("sum of the inputs where the output is largest", values["total"], by_hand=1)
    elsewhere = xor_network(np.column_stack([sums - 0.25, np.full(sums.size, 0.25)]))
    falling = np.diff(outputs[sums >= 1]).max() < 0
    claim("activations/xor_relu_peak", falling and np.array_equal(outputs, elsewhere) and np.sum(outputs == outputs.max()) == 1)


BY_HAND = {
    "identity": lambda z: z,
    "step": lambda z: mpf(1) if z > 0 else mpf(0),
    "sigmoid": lambda z: 1 / (1 + mpmath.exp(-z)),
    "tanh": lambda z: (mpmath.exp(z) - mpmath.exp(-z)) / (mpmath.exp(z) + mpmath.exp(-z)),
    "relu": lambda z: (z + abs(z)) / 2,
    "leaky_relu": lambda z: z if z > 0 else z / 100,
}


def test_activations_by_hand(example, verify):
    """On a grid, with 0 in it, each line gives what mpmath gives and what the package gives."""
    written = example("activations/activations_by_hand").values["functions"]
    grid = np.arange(-32, 33) / 4
    assert list(written) == list(BY_HAND)
    for name, exact in BY_HAND.items():
        verify(name, written[name](grid), mpmath=[exact(mpf(z)) for z in grid.tolist()])
        verify(f"{name}, as printed", [written[name](z) for z in (-2.0, 2.0)], mpmath=[exact(mpf(-2)), exact(mpf(2))])
        assert np.allclose(written[name](grid), getattr(activations, name)(grid), rtol=1e-14, atol=0), name


def test_width_by_hand(example, fact, verify, claim):
    """A chord over a piece of length 1/n lies at most (1/n)^2 / 4 above the parabola, in the middle of the piece."""
    values = example("activations/width_by_hand").values
    sizes = (1, 4, 16, 64)
    verify("ends of the inputs", [values["x"][0], values["x"][-1]], by_hand=[values["low"], values["high"]])
    verify("largest error", values["errors"], closed_form=[mpf(1) / (4 * n**2) for n in sizes])
    ratios = np.divide(values["errors"][1:], values["errors"][:-1])
    ratio = fact("activations/width_ratio", error=ratios[0])
    verify("error with four times the neurons, as a share", ratio["error"], by_hand=mpf(1) / 16)
    claim("activations/width_error", np.allclose(ratios, 1 / 16, rtol=1e-9))


def test_width_slopes(fact, verify):
    """The slopes of four chords of the parabola, and how much each differs from the one before."""
    heights = np.linspace(0, 1, 5) ** 2
    slopes = np.diff(heights) * 4
    values = fact("activations/width_slopes", slopes=slopes, change=np.unique(np.diff(slopes)))
    verify("slopes", values["slopes"], exact=[mpf((k + 1) ** 2 - k**2) / 4 for k in range(4)])
    verify("change of slope", values["change"], by_hand=mpf(1) / 2)


def triangle_pieces(layers):
    """Count the pieces of a triangle folded again and again, in fractions: where it turns, and the inputs that lead there."""
    turns = {Fraction(1, 2)}
    for _ in range(layers - 1):
        turns = {Fraction(1, 2)} | {half for turn in turns for half in (turn / 2, 1 - turn / 2)}
    return len(turns) + 1


def test_depth_by_hand(example, verify):
    values = example("activations/depth_by_hand").values
    verify("number of the last layer", values["layer"], by_hand=10)
    verify("pieces", values["pieces"], counting=[triangle_pieces(layers) for layers in range(1, 11)])


def bends(x, y):
    """Count the places where a curve on a fine grid changes its slope; a bend between two grid points touches two steps."""
    slopes = np.diff(y) / np.diff(x)
    changes = np.flatnonzero(np.abs(np.diff(slopes)) > 1e-7 * np.abs(slopes).max())
    return int(np.sum(np.diff(changes) > 1) + (changes.size > 0))


def test_one_bend_per_neuron(fact, verify, claim):
    """One hidden layer of 20 random ReLU neurons bends at most 20 times, and not much less often."""
    deep = 2 * 10
    values = fact("activations/depth_neurons", deep=deep, pieces_of_one_layer=deep + 1, one_layer=2**10 - 1)
    verify("neurons of ten layers of two", values["deep"], counting=sum(2 for _ in range(10)))
    verify("pieces between 20 bends", values["pieces_of_one_layer"], counting=len(np.split(np.zeros(40), range(1, 21))))
    verify("bends between 1024 pieces", values["one_layer"], counting=triangle_pieces(10) - 1)
    x = np.linspace(-4, 4, 20001)
    found = []
    for seed in range(SEEDS):
        hidden, output = random_layers(np.random.default_rng(seed), [1, deep, 1])
        hidden.activation = "relu"
        found.append(bends(x, Network([hidden, output])(x[:, np.newaxis])[:, 0]))
    claim("activations/one_bend_per_neuron", max(found) <= deep and min(found) > deep // 2, seeds=SEEDS)


def test_xor_hidden(fact, verify, claim):
    """The hidden neurons' plane: on one line before ReLU, a triangle after it."""
    x, y_true = logic_gate("xor")
    hidden = Dense([[1.0, 1.0], [1.0, 1.0]], bias=[0.0, -1.0], activation="relu")
    values = fact("activations/xor_hidden", sums=hidden.weighted_sum(x), outputs=hidden(x), targets=y_true[[0, 1, 3]])
    pairs = [(p, q) for p in (0, 1) for q in (0, 1)]
    verify("weighted sums", values["sums"], counting=[(p + q, p + q - 1) for p, q in pairs])
    verify("outputs", values["outputs"], counting=[(p + q, p & q) for p, q in pairs])
    verify("targets along the line", values["targets"], counting=[0 ^ 0, 0 ^ 1, 1 ^ 1])

    def area(points):
        return np.linalg.det(np.column_stack([points[[0, 1, 3]], np.ones(3)]))

    separated = Dense([[1.0, -2.0]])(hidden(x))[:, 0] == y_true
    on_a_line = area(hidden.weighted_sum(x)) == 0 and abs(area(hidden(x))) > 0.5
    claim("activations/hidden_points_on_a_line", on_a_line and np.all(separated))


def test_output_reach(fact, verify):
    far = np.array([-800.0, 800.0])
    values = fact(
        "activations/output_reach",
        tanh=activations.tanh(far), sigmoid=activations.sigmoid(far), softmax_sum=activations.softmax([-3.0, 0.5, 2.0]).sum(),
    )
    verify("limits of tanh", values["tanh"], by_hand=[-1, 1])
    verify("limits of the sigmoid", values["sigmoid"], by_hand=[0, 1])
    verify("sum of the outputs of softmax", values["softmax_sum"], by_hand=1)


def test_merge_by_hand(example, verify, claim):
    values = example("activations/merge_by_hand").values
    verify("W", values["W"], by_hand=[[3 * 1 + 1 * 0, 3 * 2 + 1 * 1]])
    verify("b", values["b"], by_hand=[3 * 1 + 1 * -1 + 2])
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        two = random_layers(rng, [3, 5, 2])
        weights, bias = values["merge"](two[0].weights, two[0].bias, two[1].weights, two[1].bias)
        x = rng.normal(size=(10, 3))
        assert np.allclose(Dense(weights, bias)(x), Network(two)(x), rtol=1e-12, atol=1e-12)


def trained(seed, sizes, bend, slope, epochs, rate):
    """Return the answers to XOR after training in extended precision, without the package: forward and backward."""
    rng, x = np.random.default_rng(seed), np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.longdouble)
    target = np.array([[0], [1], [1], [0]], np.longdouble)
    weights = [rng.uniform(-1, 1, (m, n)) * np.sqrt(6 / (m + n)) for n, m in pairwise(sizes)]
    weights, biases = [w.astype(np.longdouble) for w in weights], [np.zeros(m, np.longdouble) for m in sizes[1:]]

    def forward():
        seen, sums = [x], []
        for w, b in zip(weights, biases, strict=True):
            sums.append(seen[-1] @ w.T + b)
            seen.append(bend(sums[-1]) if len(sums) < len(weights) else sums[-1])
        return seen, sums

    for _ in range(epochs):
        seen, sums = forward()
        delta = 2 * (seen[-1] - target) / len(x)
        for number in reversed(range(len(weights))):
            below = delta @ weights[number]
            weights[number] = weights[number] - rate * delta.T @ seen[number]
            biases[number] = biases[number] - rate * delta.sum(0)
            delta = below * slope(sums[number - 1]) if number else delta
    return forward()[0][-1][:, 0]


def test_deep_but_linear(example, verify):
    values = example("activations/deep_but_linear").values
    verify("answers", values["y"], by_hand=[mpf(1) / 2] * 4)
    verify("error", values["error"], by_hand=mpf(1) / 4)
    assert values["sizes"] == [2, 8, 8, 1]


def test_bending_solves_xor(fact, verify, claim):
    """The network of the exercise from 20 starts, with tanh and without: nothing else is changed."""
    x, y_true = logic_gate("xor")
    ends = {}
    for name in ("tanh", "identity"):
        for seed in range(SEEDS):
            network = Network.from_sizes([2, 8, 8, 1], np.random.default_rng(seed), name)
            fit(network, x, y_true[:, np.newaxis], "mean_squared_error", SGD(learning_rate=0.1), epochs=2000, batch_size=4)
            ends.setdefault(name, []).append(np.abs(network(x)[:, 0] - y_true).max())
    learned = {name: sum(distance < 0.005 for distance in distances) for name, distances in ends.items()}
    values = fact("activations/deep_and_bent", runs=len(ends["tanh"]), learned=learned["tanh"])
    answers = [trained(seed, [2, 8, 8, 1], np.tanh, lambda z: 1 - np.tanh(z) ** 2, 2000, 0.1) for seed in range(20)]
    right = [max(abs(y - t) for y, t in zip(answer, (0, 1, 1, 0), strict=True)) < 0.005 for answer in answers]
    verify("runs", values["runs"], counting=len(answers))
    verify("runs that end at the right answers", values["learned"], counting=sum(right))
    none_without = learned["identity"] == 0 and np.allclose(ends["identity"], 0.5)
    claim("activations/bending_solves_xor", learned["tanh"] == SEEDS and none_without, seeds=SEEDS, ablation=True)


def test_narrow_layer_loses(claim):
    """Three inputs, three outputs: through one linear neuron the outputs have rank 1, without it rank 3."""
    through, without = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(50, 3))
        for sizes, ranks in (([3, 1, 3], through), ([3, 3], without)):
            layers = random_layers(rng, sizes)
            outputs = Network(layers)(x)
            ranks.append(np.linalg.matrix_rank(outputs - outputs.mean(axis=0)))
    claim("activations/narrow_layer_loses", set(through) == {1} and set(without) == {3}, seeds=SEEDS)


def test_square_layer(fact, verify, claim):
    """Along a line the answers of a layer of squares have no third differences: they are a polynomial of degree 2."""
    line = np.arange(-8, 9) / 2
    degrees = []
    for seed in range(SEEDS):
        first, second = random_layers(np.random.default_rng(seed), [1, 50, 1])
        y = second(first(line[:, np.newaxis]) ** 2)[:, 0]
        degrees.append(next(order for order in range(1, 9) if np.abs(np.diff(y, order + 1)).max() < 1e-9 * np.abs(y).max()))
    values = fact("activations/square_layer", degree=max(degrees))
    verify("degree of a sum of squares of lines", values["degree"], by_hand=2)
    claim("activations/squares_stay_squares", set(degrees) == {2}, seeds=SEEDS)
