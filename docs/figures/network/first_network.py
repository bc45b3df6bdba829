"""A network with two inputs, two hidden neurons and one output, with the values that (1, 1) takes through it."""

from dlnotes.network import Dense, Network

SIZE = (5.2, 3.4)
TEXT = {
    "ko": {"layers": ("입력층", "은닉층", "출력층"), "bias": "편향 {:.0f}"},
    "en": {"layers": ("input", "hidden", "output"), "bias": "bias {:.0f}"},
}
PLACES = {"x1": (0.0, 1.0), "x2": (0.0, 0.0), "h1": (1.5, 1.0), "h2": (1.5, 0.0), "y": (3.0, 0.5)}
EDGES = {"w1": "x1 h1", "w2": "x2 h1", "w3": "x1 h2", "w4": "x2 h2", "w5": "h1 y", "w6": "h2 y"}


def data():
    hidden = Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu")
    output = Dense([[1, -2]], bias=[0])
    x = [1.0, 1.0]
    names = [*EDGES, "b1", "b2", "b3", "x1", "x2", "h1", "h2", "y"]
    weights = [*hidden.weights.flat, *output.weights.flat, *hidden.bias, *output.bias]
    values = [*weights, *x, *hidden(x), *Network([hidden, output])(x)]
    return {"quantity": names, "value": [float(value) for value in values]}


def draw(ax, data, text):
    values = dict(zip(data["quantity"], data["value"]))
    for name, edge in EDGES.items():
        (x0, y0), (x1, y1) = (PLACES[node] for node in edge.split())
        ax.plot([x0, x1], [y0, y1], color="C0", linewidth=1.2, zorder=1)
        share = 0.5 if y0 == y1 or x0 > 0 else 0.3
        ax.text(x0 + share * (x1 - x0), y0 + share * (y1 - y0), f"{values[name]:.0f}", ha="center", va="center",
                bbox={"facecolor": "#070809", "edgecolor": "none", "pad": 1.5})
    for node, (x, y) in PLACES.items():
        ax.scatter(x, y, s=1300, facecolor="#070809", edgecolor="#0a0001", linewidth=2, zorder=2)
        ax.text(x, y, f"{node}\n{values[node]:.0f}", fontsize=12, ha="center", va="center", zorder=3)
    for node, name in (("h1", "b1"), ("h2", "b2"), ("y", "b3")):
        x, y = PLACES[node]
        ax.text(x, y - 0.31, text["bias"].format(values[name]), fontsize=12, ha="center", color="C1")
    for x, name in zip((0.0, 1.5, 3.0), text["layers"]):
        ax.text(x, 1.36, name, ha="center", fontsize=13)
    ax.set(xlim=(-0.4, 3.4), ylim=(-0.4, 1.5))
    ax.axis("off")
