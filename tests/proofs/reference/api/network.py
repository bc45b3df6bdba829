"""What the formulas in the docstrings of dlnotes.network mean."""

from dlnotes import activations
from dlnotes.network import Dense, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Vector
from press.formula.page import Meaning
from proofs.formulas.network import perceptron

SCOPE = {
    "W": Matrix(3, 2), "X": Matrix(4, 2), "x": Vector(2), "b": Vector(3),
    "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=lambda W, x, b: Dense(W, b).weighted_sum(x)),
    "Z": Of(lambda W, X, b: [oracle.matvec(W, x) + b for x in X], code=lambda W, X, b: Dense(W, b).weighted_sum(X)),
    "f": Function(oracle.sigmoid, code=activations.sigmoid),
    "a": Of(
        lambda W, x, b: oracle.entries(oracle.sigmoid, oracle.matvec(W, x) + b),
        code=lambda W, x, b: Dense(W, b, "sigmoid")(x),
    ),
}  # fmt: skip
UNIT = {key: perceptron.MEANING.scope[key] for key in ("n", "w", "x", r"\theta", "b", "y")}
RULE = ("t", r"\eta", r"w \leftarrow", r"b \leftarrow")

MEANINGS = {
    "weighted_sum": Meaning({
        "w": Vector(3), "x": Vector(3), "b": Reals(),
        "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
    }),
    "Perceptron": Meaning(UNIT),
    "Perceptron.learn": Meaning({**UNIT, **{key: perceptron.MEANING.scope[key] for key in RULE}, "t": Choice(0, 1)}),
    "Dense.activate": Meaning({
        **SCOPE,
        "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=lambda z: Dense([[1.0]], activation="sigmoid").activate(z)),
    }),
}  # fmt: skip
