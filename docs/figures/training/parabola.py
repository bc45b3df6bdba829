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
    lines = {
        "η = 0.05": ("C0", "o-", 2.6), "η = 0.5": ("C1", "o-", -2.4),
        "η = 0.9": ("C2", "o-", 0.1), "η = 1.05": ("C0", "s--", 9.6),
    }  # fmt: skip
    for name, (colour, style, height) in lines.items():
        ax.plot(data["step"], data[name], style, color=colour, markersize=4)
        ax.annotate(name, (10.4, height), color=colour)
    ax.set_xlim(-0.5, 14.5)
    ax.set_xticks(range(0, 11, 2))
    ax.set_ylim(-11.5, 11.5)
    ax.set_xlabel(text["steps"])
    ax.set_ylabel(text["w"])
    ax.grid(True, linewidth=0.6)
