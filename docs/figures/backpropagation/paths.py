"""From the first weight of the worked example to the error: values forward, derivatives backward, rates on the edges."""

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network

SIZE = (4.6, 6.2)
TEXT = {
    "ko": {"forward": "순전파 ↓ 값", "backward": "역전파 ↑ 도함수"},
    "en": {"forward": "forward ↓ values", "backward": "backward ↑ derivatives"},
}
PLACES = {"w1": (0, 5), "z1": (0, 4), "h1": (0, 3), "z3": (-1, 2), "z4": (1, 2), "o1": (-1, 1), "o2": (1, 1), "E": (0, 0)}
EDGES = ["w1 z1", "z1 h1", "h1 z3", "h1 z4", "z3 o1", "z4 o2", "o1 E", "o2 E"]


def data():
    hidden = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
    output = Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")
    trace = backpropagate(Network([hidden, output]), [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
    first, last = trace.layers
    values = [hidden.weights[0, 0], first.weighted_sum[0], first.output[0], *last.weighted_sum, *last.output, trace.loss]
    slopes = [first.weights_gradient[0, 0], first.delta[0], first.output_gradient[0], *last.delta, *last.output_gradient, 1.0]
    rates = [
        first.inputs[0], first.delta[0] / first.output_gradient[0], *output.weights[:, 0],
        *(last.delta / last.output_gradient), *last.output_gradient,
    ]  # fmt: skip
    return {
        "node": list(PLACES), "value": [float(v) for v in values], "slope": [float(v) for v in slopes],
        "edge": [edge.replace(" ", " → ") for edge in EDGES], "rate": [float(v) for v in rates],
    }  # fmt: skip


def draw(ax, data, text):
    arrow = {"arrowstyle": "-|>", "linewidth": 1.5, "shrinkA": 21, "shrinkB": 21}
    for edge, rate in zip(EDGES, data["rate"]):
        (x1, y1), (x2, y2) = (PLACES[name] for name in edge.split())
        for shift, colour, ends in ((-0.1, "C0", (0, 1)), (0.1, "C1", (1, 0))):
            points = ((x1 + shift, y1), (x2 + shift, y2))
            ax.annotate("", points[ends[1]], points[ends[0]], arrowprops={**arrow, "color": colour})
        side = -1 if min(x1, x2) < 0 else 1
        place = ((x1 + x2) / 2 + side * (0.2 if x1 == x2 else 0.3), (y1 + y2) / 2)
        ax.text(*place, f"× {rate:.4f}", ha="right" if side < 0 else "left", va="center", fontsize=10.5)
    for name, value, slope in zip(data["node"], data["value"], data["slope"]):
        x, y = PLACES[name]
        digits = ".4f" if name != "w1" else ".2f"
        box = {"facecolor": "#070809", "edgecolor": "#0a0001", "boxstyle": "round,pad=0.35", "linewidth": 1.5}
        words = f"{name} = {value:{digits}}\n∂E/∂{name} = {slope:.4f}"
        ax.text(x, y, words, ha="center", va="center", fontsize=10.5, color="none", bbox=box)
        ax.text(x, y + 0.1, f"{name} = {value:{digits}}", ha="center", va="center", fontsize=10.5)
        last = f"∂E/∂{name} = {slope:.4f}" if name != "E" else f"∂E/∂E = {slope:g}"
        ax.text(x, y - 0.11, last, ha="center", va="center", fontsize=10.5, color="C1")
    ax.text(-1.8, 4.58, text["forward"], color="C0", fontsize=10.5)
    ax.text(-1.8, 4.32, text["backward"], color="C1", fontsize=10.5)
    ax.set_xlim(-1.8, 1.8)
    ax.set_ylim(-0.35, 5.4)
    ax.axis("off")
