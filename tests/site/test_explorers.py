"""The explorers: their arithmetic is that of dlnotes, and they work by keyboard, on a phone and in both languages."""

import gzip
import re

import numpy as np
import pytest

from complaints import hold
from dlnotes import activations, losses, optimizers
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network, Perceptron, weighted_sum
from dlnotes.training import iterations_per_epoch, minibatches
from press.book import ROOT
from press.wording import EXPLORERS

MODULES = ROOT / "docs" / "explorers"
browser = pytest.mark.browser
PAGES = {
    "activations": "activations/index.html",
    "softmax": "activations/softmax/index.html",
    "vanishing-gradient": "activations/vanishing-gradient/index.html",
    "perceptron": "network/perceptron/index.html",
    "losses": "losses/regression/index.html",
    "graph": "backpropagation/worked-example/index.html",
    "descent": "training/gradient-descent/index.html",
    "batches": "training/batch-sizes/index.html",
    "race": "optimizers/index.html",
}
GATES = ("and", "or", "nand", "xor")
PEAKS = {"sigmoid": 0.0, "tanh": 0.0, "relu": 1.0}      # where each slope is largest
LARGEST = 12 * 1024
SHARED = {"math.js", "page.js"}
WALKS = {"descent", "race"}      # those that also need surfaces.js
ABSOLUTE = np.finfo(float).tiny * 1e-12     # below the smallest normal number digits run out


def opened(desk, name, language):
    """Open the page of an explorer and wait until it is there."""
    page = desk.open(("en/" if language == "en" else "") + PAGES[name])
    page.locator(f"[data-explorer={name}] output").wait_for()
    return page


def pressed(page, name, part, *keys):
    """Press keys on one control of an explorer."""
    page.locator(f"#explorer-{name}-{part}").focus()
    for key in keys:
        page.keyboard.press(key)


def said(page, name):
    """Return what an explorer says now."""
    return page.locator(f"[data-explorer={name}] output").text_content()


@pytest.fixture
def calculate(visit):
    """Evaluate JavaScript with the module of the arithmetic as `m` and the given data as `d`."""
    page = visit().open("index.html")
    return lambda script, data: page.evaluate(f"d => import('/assets/explorers/math.js').then(m => {script})", data)


def same(given, expected):
    """Hold numbers of the browser against those of dlnotes."""
    expected = np.asarray(expected)
    assert expected.size >= 200
    np.testing.assert_allclose(np.array(given, float), expected, rtol=1e-12, atol=ABSOLUTE)


def test_all_modules_are_small():
    modules = sorted(MODULES.iterdir())
    assert {module.name for module in modules} == {f"{name}.js" for name in PAGES} | SHARED | {"surfaces.js"}
    for name in PAGES:
        assert sum(len(gzip.compress((MODULES / module).read_bytes(), mtime=0)) for module in loaded_for(name)) <= LARGEST


def loaded_for(name):
    """Return the modules that the page of an explorer loads."""
    return {f"{name}.js"} | SHARED | ({"surfaces.js"} if name in WALKS else set())


def test_modules_ask_for_nothing_but_modules():
    forbidden = re.compile(r"https?:|\bfetch\b|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\bimport\(|\bsrc\b|url\(")
    imports = re.compile(r'\bfrom "([^"]*)"')
    for module in MODULES.iterdir():
        text = module.read_text("utf-8")
        assert not forbidden.search(text), module.name
        assert set(imports.findall(text)) <= {f"./{name}" for name in SHARED | {"surfaces.js"}}, module.name


def shape(words):
    """Return the structure of words without the words."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    return [shape(word) for word in words] if isinstance(words, list) else sorted(re.findall(r"\{\w*\}", words))


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_say_the_same_things(name):
    assert shape(EXPLORERS[name]["ko"]) == shape(EXPLORERS[name]["en"])


def test_only_pages_with_an_explorer_load_its_module(site):
    found = {}
    for path, page in site.pages.items():
        names = [place["data-explorer"] for place in page.select(".explorer")]
        sources = [script["src"].rpartition("/")[2] for script in page.select("script[type=module]")]
        scripts = [source for source in sources if source != "proofs.js"]
        assert scripts == [f"{name}.js" for name in names], path
        assert all(place.has_attr("hidden") for place in page.select(".explorer")), path
        found |= {path: names} if names else {}
    assert found == {prefix + path: [name] for name, path in PAGES.items() for prefix in ("", "en/")}


@browser
@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "leaky_relu", "step", "identity"])
def test_value_and_slope(calculate, name):
    x = np.concatenate([np.linspace(-20, 20, 401), [-1000, -745, -700, -40, -1e-300, 1e-300, 1e-9, 40, 700, 745, 1000]])
    value, slope = calculate(f"[d.map(m.functions.{name}.value), d.map(m.functions.{name}.slope)]", x.tolist())
    same(value, getattr(activations, name)(x))
    same(slope, getattr(activations, f"{name}_derivative")(x))


@browser
def test_softmax(calculate):
    rng = np.random.default_rng(0)
    rows = np.vstack([
        rng.uniform(-5, 5, (200, 3)) / rng.uniform(0.1, 10, (200, 1)),
        [[1000, 1001, 1002], [-1000, -1001, -1002], [1000, 0, -1000], [0, 0, 0], [700, 0, -40], [1e-300, 0, 1]],
    ])
    same(calculate("d.map(m.softmax)", rows.tolist()), activations.softmax(rows))


@browser
def test_survival(calculate):
    weights, slopes = np.arange(0.5, 8.1, 0.5), [getattr(activations, f"{n}_derivative")(x) for n, x in PEAKS.items()]
    expected = [[np.cumprod(np.full(20, weight * slope)) for weight in weights] for slope in slopes]
    given = calculate("d[0].map(name => d[1].map(w => m.survival(name, w, 20)))", [list(PEAKS), weights.tolist()])
    same(given, expected)
    largest = calculate("m.largestSlope", None)
    grid = np.linspace(-10, 10, 2001)
    assert largest == {name: getattr(activations, f"{name}_derivative")(grid).max() for name in PEAKS}


ERRORS = ("mean_squared_error", "mean_absolute_error", "huber")


@browser
@pytest.mark.parametrize("name", ERRORS)
def test_mean_loss_and_its_slope(calculate, name):
    rng = np.random.default_rng(3)
    targets = np.round(rng.uniform(0, 10, (250, 5)), 1)
    targets[:50, 4] = targets[:50, 0]
    predictions = np.where(np.arange(250) % 5 == 0, targets[:, 0] + 1, rng.uniform(-2, 12, 250))
    pairs = [targets.tolist(), predictions.tolist()]
    drawn = calculate(f"['value', 'slope'].map(k => d[0].map((t, i) => m.mean(m.losses.{name}[k], t, d[1][i])))", pairs)
    loss, gradient = getattr(losses, name), getattr(losses, f"{name}_gradient")
    asked = [(t, np.full(5, y)) for t, y in zip(targets, predictions, strict=True)]
    np.testing.assert_allclose(drawn[0], [loss(t, y) for t, y in asked], rtol=1e-12)
    np.testing.assert_allclose(drawn[1], [gradient(t, y).sum() for t, y in asked], rtol=1e-12, atol=1e-15)


@browser
def test_lowest_place_of_each_loss(calculate):
    targets = np.random.default_rng(4).uniform(0, 10, (200, 5))
    script = "m.lowest(m.losses.{}, t)"
    places = [np.array(calculate(f"d.map(t => {script.format(name)})", targets.tolist())) for name in ERRORS]
    np.testing.assert_allclose(places[0], targets.mean(axis=1), rtol=1e-12)
    np.testing.assert_allclose(places[1], np.median(targets, axis=1), rtol=1e-12)
    for t, place in zip(targets, places[2], strict=True):
        near = [losses.huber(t, np.full(5, place + step)) for step in (-1e-3, 0.0, 1e-3)]
        assert near[1] == min(near)


NAMES = [f"{kind}{number + 1}" for kind, count in (("z", 4), ("h", 2), ("o", 2), ("E", 2), ("w", 8)) for number in range(count)]


def passed(given):
    """Return the values and derivatives of the 2-2-2 network by the explorer's names, as dlnotes computes them."""
    weights = np.array([given[f"w{n}"] for n in range(1, 9)]).reshape(2, 2, 2)
    network = Network([Dense(weights[0], activation="sigmoid"), Dense(weights[1], activation="sigmoid")])
    target = np.array([given["t1"], given["t2"]])
    trace = backpropagate(network, [given["x1"], given["x2"]], target, "half_sum_squared_error")
    hidden, output = trace.layers
    parts = (target - output.output) ** 2 / 2
    passing = [*hidden.weighted_sum, *output.weighted_sum, *hidden.output, *output.output, *parts]
    value = dict(zip(NAMES, passing, strict=False)) | {"E": trace.loss}
    slopes = [*(weights[1].T @ output.delta), *(output.output - target), 1.0, 1.0]
    gradient = [*hidden.delta, *output.delta, *slopes, *hidden.weights_gradient.ravel(), *output.weights_gradient.ravel()]
    return value, dict(zip(NAMES, gradient, strict=True)) | {"E": 1.0}


@browser
def test_both_passes_of_the_example_network(calculate):
    rng = np.random.default_rng(5)
    inputs = ["x1", "x2", "t1", "t2", *(f"w{n}" for n in range(1, 9))]
    cases = [dict(zip(inputs, rng.uniform(-3, 3, 12).tolist(), strict=True)) for _ in range(50)]
    for given, drawn in zip(cases, calculate("d.map(m.propagate)", cases), strict=True):
        value, gradient = passed(given)
        assert drawn["gradient"].keys() == gradient.keys()
        assert drawn["value"].keys() == given.keys() | value.keys()
        for name, expected in value.items():
            assert drawn["value"][name] == pytest.approx(expected, rel=1e-12, abs=1e-15), name
        for name, expected in gradient.items():
            assert drawn["gradient"][name] == pytest.approx(expected, rel=1e-9, abs=1e-14), name


# The losses of the walks, written again; their gradients by complex step.
GROUNDS = {
    "parabola": (lambda w: w[0] ** 2 / 2, [-4.0]),
    "valleys": (lambda w: w[0] ** 4 / 8 - w[0] ** 2 + w[0] / 2, [3.5]),
    "ravine": (lambda w: w[0] ** 2 / 2 + 10 * w[1] ** 2, [-4.0, 1.0]),
    "saddle": (lambda w: w[0] ** 2 / 2 - w[1] ** 2 / 2 + w[1] ** 4 / 16, [-4.0, 0.01]),
    "plateau": (lambda w: 1 - np.exp(-(w[0] ** 2 + w[1] ** 2) / 4), [-3.0, 1.0]),
}
STEPPERS = ("SGD", "Momentum", "NAG", "Adagrad", "RMSprop", "Adam")


def slope(f, w):
    """Return the gradient of f by complex step."""
    return np.array([f(w + 1e-30j * unit).imag / 1e-30 for unit in np.eye(w.size)])


def walked(ground, name, rate, steps):
    """Return the places that an optimizer of dlnotes visits, the start included."""
    f, start = GROUNDS[ground]
    w, optimizer = np.array(start), getattr(optimizers, name)(learning_rate=rate)
    places = [w.copy()]
    for _ in range(steps):
        optimizer.update([w], [slope(f, w)])
        places.append(w.copy())
    return np.array(places)


@browser
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_step_of_every_optimizer(visit, ground):
    page = visit().open("index.html")
    script = """d => import('/assets/explorers/surfaces.js').then(({surfaces, walk}) => d[1].map(([name, rate]) =>
      walk(surfaces[d[0]], name, rate, 100).map(w => [...w, surfaces[d[0]].value(w)])))"""
    runs = [(name, rate) for name in STEPPERS for rate in (0.001, 0.02, 0.05)]
    for (name, rate), drawn in zip(runs, page.evaluate(script, [ground, runs]), strict=True):
        expected = walked(ground, name, rate, 100)
        np.testing.assert_allclose(np.array(drawn)[:, :-1], expected, rtol=1e-7, atol=1e-9, err_msg=f"{name} {rate}")
        heights = [GROUNDS[ground][0](w) for w in expected]
        np.testing.assert_allclose(np.array(drawn)[:, -1], heights, rtol=1e-7, atol=1e-9, err_msg=f"{name} {rate}")


@browser
def test_contours_lie_on_their_level(visit):
    page = visit().open("index.html")
    script = """name => import('/assets/explorers/surfaces.js').then(({surfaces, contours}) =>
      [surfaces[name].levels, contours(surfaces[name], p => p)])"""
    for ground in ("ravine", "saddle", "plateau"):
        levels, path = page.evaluate(script, ground)
        points = np.array(re.findall(r"(-?[\d.]+),(-?[\d.]+)", path), float)
        assert len(points) > 200
        distance = np.abs(GROUNDS[ground][0](points.T)[:, None] - levels)
        # The coordinates are rounded to 0.05, and a line is straight within a cell of 0.25.
        steepness = np.array([np.abs(slope(GROUNDS[ground][0], point)).sum() for point in points])
        assert np.all(distance.min(axis=1) <= 0.05 * steepness + 0.3), ground


@browser
def test_batches_are_those_of_dlnotes(calculate):
    cases = [(n, size, drop) for n in (1, 7, 50, 64, 200) for size in (1, 7, 16, 50, 64, 200) for drop in (False, True)]
    for (n, size, drop), drawn in zip(cases, calculate("d.map(c => m.batches(...c))", cases), strict=True):
        assert len(drawn) == iterations_per_epoch(n, size, drop)
        x = np.arange(n, dtype=float)[:, None]
        if drawn:
            assert drawn == [len(batch) for batch, _ in minibatches(x, x, size, drop_last=drop)]


LEARN = """d.map(([points, targets, epochs]) => {
  let unit = {w: [0, 0], b: 0}
  const steps = []
  for (let n = 0; n < epochs * points.length; n++) {
    unit = m.learn(unit, points[n % points.length], targets[n % points.length])
    steps.push([...unit.w, unit.b, Math.abs(unit.error)])
  }
  return steps
})"""


@browser
def test_perceptron_learns_step_by_step(calculate):
    rng = np.random.default_rng(1)
    tasks = [logic_gate(gate) for gate in GATES]
    tasks += [(rng.integers(-4, 13, (4, 2)) / 8, rng.integers(0, 2, 4)) for _ in range(30)]
    expected = []
    for x, target in tasks:
        unit, steps = Perceptron([0.0, 0.0]), []
        for n in range(12 * len(x)):
            one = slice(n % len(x), n % len(x) + 1)
            mistakes = unit.learn(x[one], target[one])
            steps.append([*unit.weights, unit.bias, mistakes])
        expected.append(steps)
    given = calculate(LEARN, [[x.tolist(), target.tolist(), 12] for x, target in tasks])
    assert np.array_equal(given, expected)


@browser
def test_the_line_is_where_the_weighted_sum_is_zero(calculate):
    rng = np.random.default_rng(2)
    box = [[-0.5, -0.5], [1.5, -0.5], [1.5, 1.5], [-0.5, 1.5]]
    units = np.vstack([rng.integers(-8, 9, (250, 3)) / 8, [[0, 0, 0], [0, 0, 1], [1, 0, -0.5], [1, 1, -3]]])
    script = "d[1].map(([a, c, b]) => m.cut(d[0], x => m.weightedSum({w: [a, c], b}, x)))"
    for (*w, b), drawn in zip(units, calculate(script, [box, units.tolist()]), strict=True):
        positive = [corner for corner in box if weighted_sum(corner, w, b) > 0]
        assert [corner for corner in drawn["part"] if corner in positive and corner not in drawn["line"]] == positive
        assert positive or not drawn["part"]
        assert len(drawn["line"]) == (2 if 0 < len(positive) < 4 else 0)
        for x in drawn["line"]:
            assert abs(weighted_sum(x, w, b)) < 1e-12
            assert np.max(np.abs(np.array(x) - 0.5)) == pytest.approx(1.0)


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_softmax_by_keyboard(visit, language):
    page = opened(visit(), "softmax", language)

    def expected(logits, temperature):
        shares = activations.softmax(np.array(logits) / temperature)
        return ", ".join(f"{name} {s:.4f}" for name, s in zip(EXPLORERS["softmax"][language]["classes"], shares, strict=True))

    assert said(page, "softmax") == expected([2.0, 1.0, -1.0], 1.0)
    pressed(page, "softmax", 0, *["ArrowRight"] * 7)
    assert said(page, "softmax") == expected([2.7, 1.0, -1.0], 1.0)
    pressed(page, "softmax", 2, "End")
    pressed(page, "softmax", "t", *["ArrowUp"] * 5)
    assert said(page, "softmax") == expected([2.7, 1.0, 5.0], 1.5)
    widths = page.locator("[data-explorer=softmax] rect").evaluate_all("bars => bars.map(bar => +bar.getAttribute('width'))")
    np.testing.assert_allclose(widths, 240 * activations.softmax(np.array([2.7, 1.0, 5.0]) / 1.5), rtol=1e-12)


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_activations_by_keyboard(visit, language):
    page = opened(visit(), "activations", language)
    for keys, x in (((), 1.0), (["ArrowLeft"] * 23, -1.3), (["Home"], -5.0), (["ArrowRight"] * 50, 0.0)):
        pressed(page, "activations", "x", *keys)
        for name in EXPLORERS["activations"][language]["names"]:
            shown = page.locator(f"[data-explorer=activations] [data-name={name}] b").all_text_contents()
            value, slope = getattr(activations, name)(x), getattr(activations, f"{name}_derivative")(x)
            assert shown == [f"{value:.4f}", f"{slope:.4f}"], (name, x)


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_vanishing_gradient_by_keyboard(visit, language):
    page = opened(visit(), "vanishing-gradient", language)

    def holds(name, weight, depth):
        left = (weight * getattr(activations, f"{name}_derivative")(PEAKS[name])) ** depth
        before, after = EXPLORERS["vanishing-gradient"][language]["result"].split("{}")
        text = said(page, "vanishing-gradient")
        assert text.startswith(before)
        assert float(text.removeprefix(before).removesuffix(after)) == float(f"{left:.3e}")
        assert page.locator("[data-explorer=vanishing-gradient] circle").count() == depth + 1

    holds("sigmoid", 1.0, 10)
    pressed(page, "vanishing-gradient", "depth", "End")
    holds("sigmoid", 1.0, 20)
    pressed(page, "vanishing-gradient", "weight", "ArrowRight", "ArrowRight")
    holds("sigmoid", 2.0, 20)
    pressed(page, "vanishing-gradient", "activation", "ArrowDown")
    holds("tanh", 2.0, 20)
    pressed(page, "vanishing-gradient", "weight", "Home")
    pressed(page, "vanishing-gradient", "activation", "ArrowDown")
    holds("relu", 0.5, 20)


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_losses_by_keyboard(visit, language):
    page = opened(visit(), "losses", language)

    def holds(prediction, targets):
        for name in ERRORS:
            shown = page.locator(f"[data-explorer=losses] [data-name={name}] b").all_text_contents()
            y = np.full(5, prediction)
            expected = [getattr(losses, name)(targets, y), getattr(losses, f"{name}_gradient")(targets, y).sum()]
            assert [float(number) for number in shown[:2]] == pytest.approx(expected, abs=5.1e-5), (name, prediction)
        means, medians = (page.locator(f"[data-name={name}] b").nth(2).text_content() for name in ERRORS[:2])
        assert [means, medians] == [f"{targets.mean():.4f}", f"{np.median(targets):.4f}"]

    targets = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    holds(5.0, targets)
    pressed(page, "losses", "prediction", *["ArrowLeft"] * 13)
    holds(3.7, targets)
    pressed(page, "losses", "outlier", " ")
    targets[-1] = 10
    holds(3.7, targets)
    pressed(page, "losses", "prediction", "End")
    holds(10.0, targets)


@browser
def test_a_finger_moves_the_prediction(visit):
    page = opened(visit(viewport={"width": 360, "height": 740}, has_touch=True), "losses", "en")
    drawing = page.locator("[data-explorer=losses] svg")
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * (30 + 28 * 2) / 320, box["y"] + box["height"] / 2)
    assert page.locator("#explorer-losses-prediction").input_value() == "2"


NUMBER = re.compile(r"= (-?[\d.]+)$", re.M)
WORKED = {"x1": 0.1, "x2": 0.2, "t1": 0.4, "t2": 0.6} | dict(
    zip([f"w{n}" for n in range(1, 9)], [0.3, 0.25, 0.4, 0.35, 0.45, 0.4, 0.7, 0.6], strict=True))


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_graph_step_by_step(visit, language):
    page, words = opened(visit(), "graph", language), EXPLORERS["graph"][language]
    value, gradient = passed(WORKED)
    value |= WORKED
    way = [(part, value, "forward") for part in ("x1 x2", "z1 z2", "h1 h2", "z3 z4", "o1 o2", "E1 E2", "E")]
    way += [(part, gradient, "backward")
            for part in ("E1 E2", "o1 o2", "z3 z4", "w5 w6 w7 w8", "h1 h2", "z1 z2", "w1 w2 w3 w4")]
    assert said(page, "graph") == words["start"]
    for step, (part, expected, direction) in enumerate(way):
        pressed(page, "graph", "next", "Enter")
        text = said(page, "graph")
        assert text.startswith(words[direction].format(step % 7 + 1) + "\n")
        numbers = [float(number) for number in NUMBER.findall(text)]
        assert numbers == pytest.approx([expected[name] for name in part.split()], abs=5.1e-9), part
    pressed(page, "graph", "back", "Enter")
    assert said(page, "graph").startswith(words["backward"].format(6))
    pressed(page, "graph", "restart", "Enter")
    assert said(page, "graph") == words["start"]


@browser
def test_graph_answers_for_each_node_and_weight(visit):
    page = opened(visit(viewport={"width": 360, "height": 740}, has_touch=True), "graph", "en")
    value, gradient = passed(WORKED)
    value |= WORKED
    parts = page.locator("[data-explorer=graph] g")
    assert parts.count() == 13 + 8
    for part in parts.all():
        name = part.get_attribute("data-part")
        part.scroll_into_view_if_needed()
        part.tap()
        expected = [] if name[0] == "w" else [value[name]]
        expected += [] if name[0] == "x" else [gradient[name]]
        numbers = [float(number) for number in NUMBER.findall(said(page, "graph"))]
        assert numbers == pytest.approx(expected, abs=5.1e-9), name
    parts.first.focus()
    page.keyboard.press("Enter")
    assert said(page, "graph") == "x1 = 0.1"


def filled(explorer, language, **values):
    """Return what an explorer says of some values."""
    return EXPLORERS[explorer][language]["result"].format(**values)


def rounded(x):
    """Return a number as the explorers write it."""
    return f"{float(f'{x:.4f}') + 0.0:.15g}"


def state(ground, name, rate, steps):
    """Return the weights and the loss after some steps, as the explorers write them."""
    last = walked(ground, name, rate, steps)[-1]
    return {"w": ", ".join(rounded(w) for w in last), "loss": rounded(GROUNDS[ground][0](last))}


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_descent_by_keyboard(visit, language):
    page = opened(visit(), "descent", language)
    assert said(page, "descent") == filled("descent", language, steps=10, **state("parabola", "SGD", 0.1, 10))
    pressed(page, "descent", "steps", "ArrowLeft")
    pressed(page, "descent", "rate", *["ArrowRight"] * 5)
    assert said(page, "descent") == filled("descent", language, steps=9, **state("parabola", "SGD", 0.15, 9))
    pressed(page, "descent", "surface", "ArrowDown", "ArrowDown")
    pressed(page, "descent", "rate", *["ArrowLeft"] * 7)
    assert said(page, "descent") == filled("descent", language, steps=9, **state("ravine", "SGD", 0.08, 9))


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_race_by_keyboard(visit, language):
    page = opened(visit(), "race", language)
    lanes = [["SGD", 0.02], ["Momentum", 0.01], ["Adam", 0.2]]

    def holds(ground, steps):
        lines = [filled("race", language, name=name, **state(ground, name, rate, steps)) for name, rate in lanes]
        assert said(page, "race").split("\n") == lines

    holds("ravine", 20)
    pressed(page, "race", "step", "Enter", "Enter")
    holds("ravine", 22)
    pressed(page, "race", "optimizer-1", "ArrowDown")
    pressed(page, "race", "rate-1", "ArrowUp")
    lanes[1] = ["NAG", 0.005]
    holds("ravine", 22)
    pressed(page, "race", "restart", "Enter")
    pressed(page, "race", "surface", "ArrowDown")
    holds("saddle", 0)
    pressed(page, "race", "play", "Enter")
    page.wait_for_function("document.querySelector('#explorer-race-steps').valueAsNumber >= 3")
    pressed(page, "race", "play", "Enter")
    holds("saddle", int(page.locator("#explorer-race-steps").input_value()))


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_batches_by_keyboard(visit, language):
    page = opened(visit(), "batches", language)
    assert said(page, "batches") == filled("batches", language, iterations=4, epochs=3, updates=12, last=2)
    pressed(page, "batches", "drop", " ")
    assert said(page, "batches") == filled("batches", language, iterations=3, epochs=3, updates=9, last=16)
    pressed(page, "batches", "size", "End")
    assert said(page, "batches") == filled("batches", language, iterations=0, epochs=3, updates=0, last=0)


def perceptron_says(language, unit, x, target, **progress):
    """Return what the explorer must say of a unit."""
    words = EXPLORERS["perceptron"][language]
    count = int(np.sum(unit(x) != target))
    state = words["after"].format(**progress) if progress else words["untrained"]
    weights = words["unit"].format(w1=f"{unit.weights[0]:g}", w2=f"{unit.weights[1]:g}", b=f"{unit.bias:g}")
    return f"{state} {weights} {words['errors'].format(count=count) if count else words['right']}"


@browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_perceptron_by_keyboard(visit, language):
    page = opened(visit(), "perceptron", language)
    for number, gate in enumerate(GATES):
        pressed(page, "perceptron", "gate", *["ArrowDown"] * (number > 0))
        (x, target), unit = logic_gate(gate), Perceptron([0.0, 0.0])
        assert said(page, "perceptron") == perceptron_says(language, unit, x, target)
        for epoch in range(1, 8):
            pressed(page, "perceptron", "epoch", "Enter")
            mistakes = unit.learn(x, target)
            assert said(page, "perceptron") == perceptron_says(language, unit, x, target, epoch=epoch, mistakes=mistakes)


@browser
def test_points_move_and_change_their_target_by_keyboard(visit):
    page = opened(visit(), "perceptron", "en")
    x, target = (np.array(column, float) for column in logic_gate("and"))
    points = page.locator("[data-explorer=perceptron] g")
    points.nth(1).focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "Enter", "ArrowDown"):
        page.keyboard.press(key)
    x[1], target[1] = [-0.125, 1.125], 1
    assert points.nth(1).get_attribute("aria-label").startswith("Point (-0.125, 1.125), target 1")
    unit, seen = Perceptron([0.0, 0.0]), EXPLORERS["perceptron"]["en"]
    for n in range(3):
        output = int(unit(x[n]))
        mistakes = unit.learn(x[n:n + 1], target[n:n + 1])
        pressed(page, "perceptron", "step", "Enter")
        where = f"({x[n, 0]:g}, {x[n, 1]:g})"
        assert said(page, "perceptron").startswith(seen["seen"].format(x=where, target=int(target[n]), output=output))
        assert output != target[n] if mistakes else output == target[n]
    pressed(page, "perceptron", "restart", "Enter")
    assert said(page, "perceptron") == perceptron_says("en", Perceptron([0.0, 0.0]), x, target)
    pressed(page, "perceptron", "epoch", "Enter")
    unit = Perceptron([0.0, 0.0])
    mistakes = unit.learn(x, target)
    assert said(page, "perceptron") == perceptron_says("en", unit, x, target, epoch=1, mistakes=mistakes)


@browser
def test_points_are_dragged_and_stay_inside(visit):
    page = opened(visit(viewport={"width": 320, "height": 740}), "perceptron", "en")
    point = page.locator("[data-explorer=perceptron] g").nth(3)
    point.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 150)")
    label = lambda: point.get_attribute("aria-label").removesuffix(", wrong")      # noqa: E731
    box = point.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    assert label() == "Point (1, 1), target 0"
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y, steps=4)
    page.mouse.up()
    assert label() == "Point (1.5, 1), target 0"


@browser
def test_a_finger_drags_a_point(visit):
    page = opened(visit(viewport={"width": 360, "height": 740}, has_touch=True), "perceptron", "en")
    point = page.locator("[data-explorer=perceptron] g").nth(3)
    page.locator("[data-explorer=perceptron] svg").evaluate("e => e.scrollIntoView({block: 'center'})")
    box, before = point.bounding_box(), page.evaluate("scrollY")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    send = lambda kind, *points: touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})     # noqa: E731
    send("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        send("touchMove", {"x": x, "y": y + 8 * step})
    send("touchEnd")
    assert page.evaluate("scrollY") == before
    moved = re.match(r"Point \(1, (\S+)\)", point.get_attribute("aria-label"))
    assert float(moved[1]) < 0.75


@browser
@pytest.mark.parametrize("name", PAGES)
def test_controls_are_large_enough_and_named(visit, name):
    page = opened(visit(viewport={"width": 320, "height": 740}), name, "ko")
    place = page.locator(f"[data-explorer={name}]")
    controls = place.locator("input, select, button, .reach").all()
    assert controls
    for control in controls:
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    assert place.locator("input, select").count() == place.locator("label").count()
    for control in place.locator("input, select, button, g").all():
        page.keyboard.press("Tab")
        control.focus()
        outline = control.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth")
        assert re.fullmatch(r"solid[1-9].*", outline), outline


@browser
def test_without_javascript_nothing_is_seen_of_an_explorer(site, visit):
    plain = visit(java_script_enabled=False)
    for path in (path for path, page in site.pages.items() if page.select(".explorer")):
        page = plain.open(path)
        assert page.locator(".explorer").evaluate_all("places => places.map(e => e.getBoundingClientRect().height)") == [0]
        assert page.locator("article svg.figure").first.is_visible()


@browser
@pytest.mark.parametrize("name", PAGES)
def test_an_explorer_loads_its_modules_and_nothing_else(visit, address, name):
    desk = visit()
    page = opened(desk, name, "en")
    loaded = {url.rpartition("/")[2] for url in desk.requests if "/assets/explorers/" in url}
    assert loaded == loaded_for(name)
    page.wait_for_load_state("networkidle")
    before = len(desk.requests)
    controls = page.locator(f"[data-explorer={name}]").locator("input, select, button")
    for control in controls.all():
        control.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert desk.requests[before:] == []
    assert desk.troubles == []
    hold([f"{url} is on another host" for url in desk.requests if not url.startswith((address, "data:"))])
