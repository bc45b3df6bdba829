"""The formulas of the cheat sheet."""

import mpmath

from dlnotes import activations, losses
from dlnotes.network import Dense, Perceptron, weighted_sum
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, Momentum, RMSprop
from dlnotes.training import iterations_per_epoch
from oracle import formulas as oracle
from oracle import optimizers
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning
from proofs.formulas.backpropagation import index
from proofs.formulas.losses import cross_entropy
from proofs.formulas.network import perceptron
from proofs.reference.api.optimizers import ADAM, MANY, MOMENTS, SCOPE, last, last_step, state, updated

ONE_NEURON = {
    "w": Vector(3), "b": Reals(),
    "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
}  # fmt: skip
RULE = {key: perceptron.MEANING.scope[key] for key in ("n", "w", "x", "b", r"\theta", "y", "t", r"\eta", r"w \leftarrow")}
SOFTMAX = {
    "x": Vector(4, -3, 3),
    "s": Of(lambda x: oracle.softmax(x), code=activations.softmax, slopes={"x": activations.softmax_jacobian}),
}

# the optimizers: u is the velocity, c the one before it, r what is summed up, p what it was before, or the gradient before
ETA, BETA, RHO, EPSILON = r"\eta", r"\beta", r"\rho", r"\epsilon"
STATES = {
    **SCOPE, BETA: Reals(0.05, 0.6), "u": Reals(), "c": Reals(), "r": Reals(0.01, 4),
    r"m \leftarrow": ADAM.scope[r"m \leftarrow"], r"w \leftarrow": ADAM.scope[r"w \leftarrow"],
    r"u \leftarrow": Of(
        lambda eta, beta, u, g: last_step(optimizers.momentum(0, [-u / eta, g], eta, beta)), ETA, BETA, "u", "g",
        code=lambda eta, beta, u, g: state(Momentum(eta, beta), "velocity", -u / eta, g),
    ),
}  # fmt: skip
STEPS = {
    r"w \leftarrow w - \eta g": {r"w \leftarrow": Of(
        lambda w, g, eta: next(optimizers.sgd(w, [g], eta)), "w", "g", ETA, code=lambda w, g, eta: updated(SGD(eta), w, g),
    )},
    r"w \leftarrow w + u": {r"w \leftarrow": Of(
        lambda w, c, u, eta, beta: last(optimizers.momentum(w - c, [-c / eta, (beta * c - u) / eta], eta, beta)),
        "w", "c", "u", ETA, BETA,
        code=lambda w, c, u, eta, beta: updated(Momentum(eta, beta), w, -c / eta, (beta * c - u) / eta),
    )},
    r"w \leftarrow w + \beta u - \eta g": {
        "u": Of(lambda c, eta, beta, g: last_step(optimizers.momentum(0, [-c / eta, g], eta, beta)), "c", ETA, BETA, "g"),
        r"w \leftarrow": Of(
            lambda w, c, eta, beta, g: last(optimizers.nag(w - beta * c - c, [-c / eta, g], eta, beta)),
            "w", "c", ETA, BETA, "g", code=lambda w, c, eta, beta, g: updated(NAG(eta, beta), w, -c / eta, g),
        ),
    },
    r"r \leftarrow r + g^2": {r"r \leftarrow": Of(
        lambda r, g: mpmath.hypot(mpmath.sqrt(r), g) ** 2, "r", "g",
        code=lambda r, g: state(Adagrad(1.0, initial_accumulator_value=r), "accumulator", g),
    )},
    r"r \leftarrow \rho r + (1 - \rho) g^2": {r"r \leftarrow": Of(
        lambda r, rho, g: g * g - rho * (g * g - r), "r", RHO, "g",
        code=lambda r, rho, g: state(RMSprop(1.0, rho), "mean_square", (r / (1 - rho)) ** 0.5, g),
    )},
    r"r \leftarrow \beta_2 r + (1 - \beta_2) g^2": {r"r \leftarrow": Of(
        lambda r, b2, g: g * g - b2 * (g * g - r), "r", r"\beta_2", "g",
        code=lambda r, b2, g: state(Adam(beta_2=b2), "v", (r / (1 - b2)) ** 0.5, g),
    )},
    r"w \leftarrow w - \frac{\eta g}{\sqrt{r + \epsilon}}": {
        "r": Of(lambda p, g: mpmath.hypot(mpmath.sqrt(p), g) ** 2, "p", "g"),
        r"w \leftarrow": Of(
            lambda w, p, g, eta, epsilon: last(optimizers.adagrad(w, [g], eta, p, epsilon)), "w", "p", "g", ETA, EPSILON,
            code=lambda w, p, g, eta, epsilon: updated(Adagrad(eta, p, epsilon), w, g),
        ),
    },
    r"w \leftarrow w - \frac{\eta \hat{m}}{\sqrt{\hat{r}} + \epsilon}": {
        r"\hat{m}": MOMENTS[r"\hat{m}"], r"\hat{r}": MOMENTS[r"\hat{v}"],
    },
}  # fmt: skip

MEANING = Meaning(
    {
        "W": Matrix(2, 3), "x": Vector(3), "b": Vector(2), "X": Matrix(5, 3),
        "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=lambda W, x, b: weighted_sum(x, W, b)),
        "Z": Of(lambda W, X, b: [oracle.matvec(W, x) + b for x in X], code=lambda W, X, b: weighted_sum(X, W, b)),
        "f": Function(oracle.sigmoid, code=activations.sigmoid),
        "a": Of(
            lambda W, x, b: oracle.entries(oracle.sigmoid, oracle.matvec(W, x) + b),
            code=lambda W, x, b: Dense(W, b, "sigmoid")(x),
        ),
    },
    sections={
        "activations": {
            "x": Reals(-8, 8, extremes=(0,)), r"\alpha": Reals(0, 1),
            r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
            "y": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid),
            "i": Running(), "j": Running(),
        },
        "backpropagation": {**index.LAYER, r"\eta": index.RATE, r"W \leftarrow": index.MOVED},
        "losses": {"y": Reals(-3, 3), "t": Reals(-3, 3), "d": Reals(0.5, 2)},
        "cross-entropy": {**cross_entropy.BINARY, "i": Running(), "j": Running()},
        "training": {**SCOPE, "N": Whole(1, 40), "B": Whole(1, 40), "v": Reals(0.1, 4)},
        "optimizers": STATES,
    },
    formulas={
        **STEPS,
        r"\max(0, 1 - t y)": {"t": Choice(-1, 1)}, r"-t\,[\,t y < 1\,]": {"t": Choice(-1, 1)},
        r"y = [\,w \cdot x + b > 0\,]": {
            "w": Choice(-1, 0, 1, shape=(3,)), "x": Choice(-1, 0, 1, shape=(3,)), "b": Choice(-1, 0, 1),
            "y": Of(lambda w, x, b: oracle.fires(w, x, b), code=lambda w, x, b: Perceptron(w, b)(x)),
        },
        r"w \leftarrow w + \eta\,(t - y)\,x": RULE,
        r"\partial z / \partial x_i = w_i": ONE_NEURON,
        "1 - y^2": {"y": Of(lambda x: mpmath.tanh(x), code=activations.tanh)},
        r"s_i = e^{x_i} / \sum_j e^{x_j}": SOFTMAX,
        r"s_i(\delta_{ij} - s_j)": SOFTMAX,
        r"-\sum_i t_i \ln s_i": cross_entropy.HARD,
        "s_j - t_j": cross_entropy.HARD,
    },
    values={
        "(y - t)^2": Of(
            lambda y, t: oracle.half_squared_error([t], [y]) * 2, code=lambda y, t: losses.mean_squared_error([t], [y]),
        ),
        "2(y - t)": Of(
            lambda y, t: mpmath.diff(lambda v: abs(v - t) ** 2, y), code=lambda y, t: losses.mean_squared_error_gradient(t, y),
        ),
        r"\lvert y - t \rvert": Of(
            lambda y, t: mpmath.sqrt((y - t) ** 2), code=lambda y, t: losses.mean_absolute_error([t], [y]),
        ),
        r"\operatorname{sign}(y - t)": Of(
            lambda y, t: (y - t) / abs(y - t), code=lambda y, t: losses.mean_absolute_error_gradient(t, y),
        ),
        r"\max(-d, \min(d, y - t))": Of(
            lambda y, t, d: (abs(y - t + d) - abs(y - t - d)) / 2, code=lambda y, t, d: losses.huber_gradient(t, y, d),
        ),
        r"\max(0, 1 - t y)": Of(lambda y, t: oracle.relu(1 - t * y), code=lambda y, t: losses.hinge([t], [y])),
        r"-t\,[\,t y < 1\,]": Of(
            lambda y, t: -t * oracle.step(1 - t * y), code=lambda y, t: losses.hinge_gradient(t, y),
        ),
        r"\lceil N / B \rceil": Of(
            lambda N, B: oracle.batches(N, B, drop_last=False), code=lambda N, B: iterations_per_epoch(int(N), int(B)),
        ),
        r"v / B": Of(lambda v, B: mpmath.fsum([v / (B * B)] * int(B))),        # the variance of a mean of B
        r"1 / (1 - \beta)": Of(
            lambda beta: -last_step(optimizers.momentum(0, [1] * MANY, 1, beta)),
            code=lambda beta: -updated(Momentum(1.0, beta), 0.0, *[1.0] * MANY)
        ),
        "1 / (1 + e^{-x})": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid),
        "y(1 - y)": Of(lambda x: oracle.sigmoid_slope(x), code=activations.sigmoid_derivative),
        r"2\sigma(2x) - 1": Of(lambda x: mpmath.tanh(x), code=activations.tanh),
        "1 - y^2": Of(lambda x: oracle.tanh_slope(x), code=activations.tanh_derivative),
        r"\max(0, x)": Of(lambda x: oracle.relu(x), code=activations.relu),
        r"[\,x > 0\,]": Of(lambda x: oracle.step(x), code=activations.relu_derivative),
        r"\begin{cases} x, & x > 0 \\ \alpha x, & x \le 0 \end{cases}": Of(
            lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.leaky_relu,
        ),
        r"s_i(\delta_{ij} - s_j)": r"\frac{\partial s_i}{\partial x_j}",
        r"-(t \ln p + (1 - t) \ln(1 - p))": "L",
        "p - t": r"\frac{\partial L}{\partial z}",
        r"-\sum_i t_i \ln s_i": "L",
        "s_j - t_j": r"\frac{\partial L}{\partial z_j}",
    },
)  # fmt: skip
