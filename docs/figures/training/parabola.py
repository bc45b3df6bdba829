"""A weight on the parabola w² under four learning rates: it creeps, reaches, oscillates, and runs away."""

from dlnotes.training import gradient_descent

TEXT = {
    "ko": {"steps": "스텝", "w": "가중치 w"},
    "en": {"steps": "steps", "w": "weight w"},
}
RATES = (0.05, 0.5, 0.9, 1.05)


def data():
    columns = {"step": list(range(11))}
    for rate in RATES:
        columns[f"η = {rate:g}"] = gradient_descent(lambda w: 2 * w, 4.0, rate, 10).tolist()
    return columns


def draw(ax, data, text):
    places = {"η = 0.05": (5.0, 2.9), "η = 0.5": (0.5, 0.7), "η = 0.9": (3.0, -3.6), "η = 1.05": (3.0, 6.6)}
    for number, (name, place) in enumerate(places.items()):
        ax.plot(data["step"], data[name], "o-", color=f"C{number}", markersize=4)
        ax.annotate(name, place, color=f"C{number}")
    ax.set_ylim(-11.5, 11.5)
    ax.set_xlabel(text["steps"])
    ax.set_ylabel(text["w"])
    ax.grid(True, linewidth=0.6)
