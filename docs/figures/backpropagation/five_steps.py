"""One round of learning with numbers: forward, error, backward, update, and again."""

from itertools import pairwise

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

SIZE = (4.7, 4.3)
TEXT = {
    "ko": {"steps": ("① 순전파", "② 오차", "③ 역전파", "④ 업데이트", "⑤ 반복"), "target": "정답 {:g}"},
    "en": {"steps": ("① forward", "② error", "③ backward", "④ update", "⑤ repeat"), "target": "target {:g}"},
}
PLACES = {"x": 0.0, "z": 1.15, "h": 2.15, "y": 3.3, "E": 4.3}
TOP, BOTTOM, UPDATE = 2.0, 0.85, -0.35


def data():
    network = Network([Dense([[0.5]], activation="relu"), Dense([[3.0]])])
    trace = backpropagate(network, [2.0], [1.0], "half_sum_squared_error")
    first, last = trace.layers
    old = [p[0, 0] for p in network.parameters]
    SGD(learning_rate=0.01).update(network.parameters, trace.gradients)
    new = [p[0, 0] for p in network.parameters]
    columns = {
        "x": first.inputs[0], "z": first.weighted_sum[0], "h": first.output[0], "y": last.output[0], "target": 1.0,
        "E": trace.loss, "∂E/∂y": last.delta[0], "∂E/∂h": first.output_gradient[0], "∂E/∂z": first.delta[0],
        "w1": old[0], "w2": old[1], "∂E/∂w1": trace.gradients[0][0, 0], "∂E/∂w2": trace.gradients[1][0, 0],
        "w1 →": new[0], "w2 →": new[1],
    }  # fmt: skip
    return {"quantity": list(columns), "value": [float(value) for value in columns.values()]}


def draw(ax, data, text):
    value = dict(zip(data["quantity"], data["value"]))
    arrow = {"arrowstyle": "-|>", "linewidth": 1.6, "shrinkA": 15, "shrinkB": 15}
    names = list(PLACES)
    for start, end in pairwise(names):
        ax.annotate("", (PLACES[end], TOP), (PLACES[start], TOP), arrowprops={**arrow, "color": "C0"})
        if start != "x":
            ax.annotate("", (PLACES[start], BOTTOM), (PLACES[end], BOTTOM), arrowprops={**arrow, "color": "C1"})
    for name, x in PLACES.items():
        node(ax, (x, TOP), f"{name}\n{value[name]:g}", "C0")
    for name in ("y", "h", "z"):
        node(ax, (PLACES[name], BOTTOM), f"∂E/∂{name}\n{value[f'∂E/∂{name}']:g}", "C1")
    ax.text(PLACES["E"], TOP - 0.5, text["target"].format(value["target"]), ha="center", va="center", fontsize=10.5)
    for weight, left, right in (("w1", "x", "z"), ("w2", "h", "y")):
        x = (PLACES[left] + PLACES[right]) / 2
        ax.text(x, TOP + 0.33, f"{weight} = {value[weight]:g}", ha="center", fontsize=10.5)
        ax.annotate("", (x, UPDATE + 0.3), (x, BOTTOM), arrowprops={**arrow, "color": "C2", "shrinkA": 20, "shrinkB": 2})
        slope = value[f"∂E/∂{weight}"]
        ax.text(x - 0.06, 0.27, f"∂E/∂{weight} = {slope:g}", ha="center", va="center", fontsize=10.5, color="C1", bbox=PAPER)
        change = f"{weight}: {value[weight]:g} → {value[f'{weight} →']:g}"
        ax.text(x, UPDATE + 0.08, change, ha="center", fontsize=10.5, color="C2")
    ax.text((PLACES["z"] + PLACES["h"]) / 2, TOP + 0.33, "ReLU", ha="center", fontsize=10.5)
    forward, error, backward, update, repeat = text["steps"]
    titles = (
        (forward, 0.0, TOP + 0.75, "C0"), (error, 3.55, TOP + 0.75, "C0"), (backward, -0.3, BOTTOM + 0.32, "C1"),
        (update, -0.3, UPDATE - 0.25, "C2"), (repeat, 3.55, UPDATE - 0.25, "#0a0001"),
    )  # fmt: skip
    for words, x, y, colour in titles:
        ax.text(x, y, words, fontsize=12, color=colour, fontweight="bold")
    ax.annotate("", (4.62, TOP), (4.4, UPDATE - 0.05), arrowprops={
        **arrow, "color": "#0a0001", "linestyle": "dashed", "connectionstyle": "arc3,rad=0.28", "shrinkA": 2, "shrinkB": 2})
    ax.set_xlim(-0.45, 5.1)
    ax.set_ylim(-0.8, 3.05)
    ax.axis("off")


PAPER = {"facecolor": "#070809", "edgecolor": "none", "pad": 1}


def node(ax, place, words, colour):
    ax.text(*place, words, ha="center", va="center", fontsize=10.5,
            bbox={"facecolor": "#070809", "edgecolor": colour, "boxstyle": "round,pad=0.35", "linewidth": 1.6})
