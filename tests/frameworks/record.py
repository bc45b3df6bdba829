"""What PyTorch and Keras compute, as plain lists: the source of the JSON files beside this one.

``python tests/frameworks/record.py`` rewrites the files; read the difference before you commit it. Ordinary tests
compare dlnotes with the files, and the tests marked `frameworks` compare the files with what is computed here.
All arrays are float64. ``dlnotes`` is not imported: nothing here may depend on what it is to judge.
"""

import inspect
import json
import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
import torch

# Keras' layers and means fall back to float32 even where every array is float64; its optimizers do not.
TOLERANCE = {"torch": 1e-13, "keras": 2e-6}
HERE = Path(__file__).parent
VERSIONS = {"torch": torch.__version__.split("+")[0], "keras": keras.__version__}

POINTS = [-1000.0, -40.0, -3.0, -1.0, -0.5, -1e-3, 0.25, 0.5, 1.0, 2.0, 5.0, 20.0, 1000.0]
ROWS = [[0.5, -1.25, 3.0], [1000.0, 999.0, 0.0], [-2.0, -2.0, -2.0]]
GRADIENTS = [
    [0.5, -2.0, 1e-3],
    [0.25, -1.0, 1e-3],
    [-0.75, 0.5, -2e-3],
    [1.5, 0.0, 1e-3],
    [-0.5, 3.0, 4e-3],
    [0.125, -0.25, 0.0],
    [0.0, 1.0, -1e-3],
    [2.0, -1.5, 1e-4],
    [-1.0, 0.75, 1e-3],
    [0.5, 0.5, -3e-3],
]
START = [1.0, -2.0, 0.5]
TRUE = [[1.0, 0.0, 2.5], [-0.5, 4.0, 0.0]]
PRED = [[0.5, -0.75, 0.0], [2.0, 3.5, 0.25]]
LOGITS = [[0.5, -1.25, 3.0], [30.0, 0.0, -2.0], [-0.5, 0.25, 0.125]]
LABELS = [2, 1, 0]
ONE_HOT = [[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]
SOFT = [[0.25, 0.25, 0.5], [0.0, 1.0, 0.0], [0.5, 0.375, 0.125]]
BINARY = [[0.0, 1.0, 1.0], [1.0, 0.0, 0.0], [1.0, 1.0, 0.0]]
CHANCES = [[0.25, 0.5, 0.25], [0.125, 0.75, 0.125], [0.0625, 0.4375, 0.5]]
SIGNS = [[1.0, -1.0, 1.0], [-1.0, -1.0, 1.0]]


def tensor(values, grad=False):
    dtype = None if np.asarray(values).dtype.kind == "i" else torch.float64
    return torch.tensor(values, dtype=dtype, requires_grad=grad)


def activations():
    """Value, and slope by automatic differentiation, of each activation."""
    elementwise = [
        ("torch", "identity", lambda x: x * 1, {}),
        ("torch", "sigmoid", torch.sigmoid, {}),
        ("torch", "tanh", torch.tanh, {}),
        ("torch", "relu", torch.relu, {}),
        ("torch", "leaky_relu", torch.nn.functional.leaky_relu, {}),
        ("torch", "leaky_relu", lambda x: torch.nn.functional.leaky_relu(x, 0.3), {"negative_slope": 0.3}),
        ("torch", "prelu", lambda x: torch.nn.functional.prelu(x, tensor([0.25])), {"alpha": 0.25}),
        ("torch", "elu", torch.nn.functional.elu, {}),
        ("torch", "elu", lambda x: torch.nn.functional.elu(x, 0.5), {"alpha": 0.5}),
        ("torch", "softplus", torch.nn.functional.softplus, {}),
        ("torch", "silu", torch.nn.functional.silu, {}),
        ("torch", "gelu", torch.nn.functional.gelu, {}),
        ("torch", "gelu", lambda x: torch.nn.functional.gelu(x, approximate="tanh"), {"approximate": True}),
        ("keras", "identity", lambda x: keras.activations.linear(x) * 1, {}),
        ("keras", "sigmoid", keras.activations.sigmoid, {}),
        ("keras", "tanh", keras.activations.tanh, {}),
        ("keras", "relu", keras.activations.relu, {}),
        ("keras", "leaky_relu", lambda x: keras.layers.LeakyReLU()(x), {"negative_slope": 0.3}),
        ("keras", "leaky_relu", lambda x: keras.activations.leaky_relu(x), {"negative_slope": 0.2}),
        ("keras", "elu", keras.activations.elu, {}),
        ("keras", "elu", lambda x: keras.activations.elu(x, 0.5), {"alpha": 0.5}),
        ("keras", "softplus", keras.activations.softplus, {}),
        ("keras", "silu", keras.activations.silu, {}),
        ("keras", "silu", keras.activations.get("swish"), {}),
        ("keras", "gelu", keras.activations.gelu, {}),
        ("keras", "gelu", lambda x: keras.activations.gelu(x, approximate=True), {"approximate": True}),
    ]
    cases = []
    for framework, name, function, arguments in elementwise:
        x = tensor(POINTS, grad=True)
        y = function(x)
        y.sum().backward()
        cases.append(case(framework, name, arguments=arguments, x=POINTS, y=plain(y), slope=plain(x.grad)))
    zero = tensor([0.0], grad=True)
    for framework, function in (("torch", torch.relu), ("keras", keras.activations.relu)):
        slope = torch.autograd.grad(function(zero).sum(), zero)[0]
        cases.append(case(framework, "relu", arguments={}, x=[0.0], y=[0.0], slope=plain(slope)))
    slope = torch.autograd.grad(torch.nn.functional.leaky_relu(zero).sum(), zero)[0]
    cases.append(case("torch", "leaky_relu", arguments={}, x=[0.0], y=[0.0], slope=plain(slope)))
    for framework, function in (("torch", torch.nn.functional.elu), ("keras", keras.activations.elu)):
        slope = torch.autograd.grad(function(zero, 0.5).sum(), zero)[0]
        cases.append(case(framework, "elu", arguments={"alpha": 0.5}, x=[0.0], y=[0.0], slope=plain(slope)))
    step = torch.heaviside(tensor(POINTS), tensor(0.0))
    cases.append(case("torch", "step", arguments={}, x=POINTS, y=plain(step), slope=[0.0] * len(POINTS)))
    for framework, name, function in (
        ("torch", "softmax", lambda x: torch.softmax(x, dim=-1)),
        ("torch", "log_softmax", lambda x: torch.log_softmax(x, dim=-1)),
        ("keras", "softmax", keras.activations.softmax),
        ("keras", "log_softmax", keras.activations.log_softmax),
    ):
        y = function(tensor(ROWS))
        jacobian = [plain(torch.autograd.functional.jacobian(function, tensor(row))) for row in ROWS]
        cases.append(case(framework, name, arguments={}, x=ROWS, y=plain(y), jacobian=jacobian))
    alpha = tensor([0.25, 0.5, -0.5], grad=True)
    torch.nn.functional.prelu(tensor(ROWS), alpha).sum().backward()
    cases.append(case("torch", "prelu_alpha_gradient", x=ROWS, summed=plain(alpha.grad)))
    return cases


def losses():
    """Value, and gradient by automatic differentiation, of each loss."""
    f, k = torch.nn.functional, keras.losses
    logits = {"from_logits": True}
    rows = [
        ("torch", "mean_squared_error", {}, TRUE, PRED, lambda t, y: f.mse_loss(y, t)),
        ("torch", "sum_squared_error", {}, TRUE, PRED, lambda t, y: f.mse_loss(y, t, reduction="sum")),
        ("torch", "half_sum_squared_error", {}, TRUE, PRED, lambda t, y: f.mse_loss(y, t, reduction="sum") / 2),
        ("torch", "mean_absolute_error", {}, TRUE, PRED, lambda t, y: f.l1_loss(y, t)),
        ("torch", "huber", {}, TRUE, PRED, lambda t, y: f.huber_loss(y, t)),
        ("torch", "huber", {"delta": 0.5}, TRUE, PRED, lambda t, y: f.huber_loss(y, t, delta=0.5)),
        ("torch", "binary_crossentropy", {}, BINARY, CHANCES, lambda t, y: f.binary_cross_entropy(y, t)),
        (
            "torch",
            "binary_crossentropy",
            logits,
            BINARY,
            LOGITS,
            lambda t, y: f.binary_cross_entropy_with_logits(y, t),
        ),
        ("torch", "categorical_crossentropy", logits, SOFT, LOGITS, lambda t, y: f.cross_entropy(y, t)),
        ("torch", "categorical_crossentropy", logits, ONE_HOT, LOGITS, lambda t, y: f.cross_entropy(y, t)),
        ("torch", "sparse_categorical_crossentropy", logits, LABELS, LOGITS, lambda t, y: f.cross_entropy(y, t)),
        (
            "torch",
            "sparse_categorical_crossentropy",
            {},
            LABELS,
            CHANCES,
            lambda t, y: f.nll_loss(torch.log(y), t),
        ),
        ("keras", "mean_squared_error", {}, TRUE, PRED, k.MeanSquaredError()),
        ("keras", "mean_absolute_error", {}, TRUE, PRED, k.MeanAbsoluteError()),
        ("keras", "huber", {}, TRUE, PRED, k.Huber()),
        ("keras", "huber", {"delta": 0.5}, TRUE, PRED, k.Huber(delta=0.5)),
        ("keras", "binary_crossentropy", {}, BINARY, CHANCES, k.BinaryCrossentropy()),
        ("keras", "binary_crossentropy", logits, BINARY, LOGITS, k.BinaryCrossentropy(from_logits=True)),
        ("keras", "categorical_crossentropy", {}, SOFT, CHANCES, k.CategoricalCrossentropy()),
        ("keras", "categorical_crossentropy", logits, SOFT, LOGITS, k.CategoricalCrossentropy(from_logits=True)),
        (
            "keras",
            "sparse_categorical_crossentropy",
            logits,
            LABELS,
            LOGITS,
            k.SparseCategoricalCrossentropy(from_logits=True),
        ),
        ("keras", "sparse_categorical_crossentropy", {}, LABELS, CHANCES, k.SparseCategoricalCrossentropy()),
        ("keras", "hinge", {}, SIGNS, PRED, k.Hinge()),
        ("keras", "categorical_hinge", {}, ONE_HOT, LOGITS, k.CategoricalHinge()),
    ]
    cases = []
    for framework, name, arguments, y_true, y_pred, function in rows:
        y = tensor(y_pred, grad=True)
        value = function(tensor(y_true), y)
        value.backward()
        # Keras divides probabilities by their sum first, which adds 1/N to every element of the gradient.
        normalises = framework == "keras" and name.endswith("categorical_crossentropy") and not arguments
        cases.append(
            case(
                framework,
                name,
                arguments=arguments,
                y_true=y_true,
                y_pred=y_pred,
                value=plain(value),
                gradient=plain(y.grad),
                normalises=normalises,
                tolerance=TOLERANCE[framework],
            )
        )
    return cases


def metrics():
    """Accuracies, with ties and with predictions at the threshold."""
    k = keras.metrics
    labels, chances = [[1.0], [1.0], [0.0], [0.0], [1.0]], [[0.75], [0.5], [0.5], [0.625], [0.25]]
    tied, ties = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.25, 0.25, 0.5]]
    rows = [
        ("binary_accuracy", {}, labels, chances, k.binary_accuracy),
        ("binary_accuracy", {"threshold": 0.25}, labels, chances, lambda t, p: k.binary_accuracy(t, p, threshold=0.25)),
        ("categorical_accuracy", {}, ONE_HOT, LOGITS, k.categorical_accuracy),
        ("categorical_accuracy", {}, tied, ties, k.categorical_accuracy),
        ("sparse_categorical_accuracy", {}, LABELS, LOGITS, k.sparse_categorical_accuracy),
        ("sparse_categorical_accuracy", {}, [0, 1, 2], ties, k.sparse_categorical_accuracy),
    ]
    return [
        case("keras", name, arguments=arguments, y_true=y_true, y_pred=y_pred, tolerance=TOLERANCE["keras"],
             value=float(np.mean(plain(function(tensor(y_true), tensor(y_pred))))))
        for name, arguments, y_true, y_pred, function in rows
    ]


def optimizers():
    """The path of three weights under ten gradients, for each optimizer and each convention that differs."""
    t, k = torch.optim, keras.optimizers
    outside = {"epsilon_inside_root": False}
    rows = [
        ("torch", "SGD", lambda p: t.SGD(p, lr=0.01), "SGD", {}),
        ("torch", "SGD momentum", lambda p: t.SGD(p, lr=0.01, momentum=0.9), "Momentum", {}),
        ("torch", "SGD Nesterov", lambda p: t.SGD(p, lr=0.01, momentum=0.9, nesterov=True), "NAG", {}),
        (
            "torch",
            "Adagrad",
            lambda p: t.Adagrad(p),
            "Adagrad",
            {"learning_rate": 0.01, "initial_accumulator_value": 0.0, "epsilon": 1e-10, **outside},
        ),
        (
            "torch",
            "Adagrad, accumulator 0.1, epsilon 0.01",
            lambda p: t.Adagrad(p, initial_accumulator_value=0.1, eps=0.01),
            "Adagrad",
            {"learning_rate": 0.01, "epsilon": 0.01, **outside},
        ),
        (
            "torch",
            "RMSprop",
            lambda p: t.RMSprop(p),
            "RMSprop",
            {"learning_rate": 0.01, "rho": 0.99, "epsilon": 1e-8, **outside},
        ),
        (
            "torch",
            "RMSprop, epsilon 0.01",
            lambda p: t.RMSprop(p, eps=0.01),
            "RMSprop",
            {"learning_rate": 0.01, "rho": 0.99, "epsilon": 0.01, **outside},
        ),
        ("torch", "Adam", lambda p: t.Adam(p), "Adam", {"epsilon": 1e-8, "epsilon_hat": False}),
        ("torch", "Adam, epsilon 0.01", lambda p: t.Adam(p, eps=0.01), "Adam", {"epsilon": 0.01, "epsilon_hat": False}),
        (
            "torch",
            "Adam, AMSGrad",
            lambda p: t.Adam(p, betas=(0.5, 0.6), amsgrad=True),
            "Adam",
            {"beta_1": 0.5, "beta_2": 0.6, "epsilon": 1e-8, "epsilon_hat": False, "amsgrad": True},
        ),
        ("torch", "AdamW", lambda p: t.AdamW(p), "AdamW", {"weight_decay": 0.01, "epsilon": 1e-8, "epsilon_hat": False}),
        (
            "torch",
            "AdamW, AMSGrad",
            lambda p: t.AdamW(p, lr=0.1, weight_decay=0.5, betas=(0.5, 0.6), amsgrad=True),
            "AdamW",
            {
                "learning_rate": 0.1,
                "weight_decay": 0.5,
                "beta_1": 0.5,
                "beta_2": 0.6,
                "epsilon": 1e-8,
                "epsilon_hat": False,
                "amsgrad": True,
            },
        ),
        ("keras", "SGD", lambda: k.SGD(), "SGD", {}),
        ("keras", "SGD momentum", lambda: k.SGD(momentum=0.9), "Momentum", {}),
        ("keras", "SGD Nesterov", lambda: k.SGD(momentum=0.9, nesterov=True), "NAG", {}),
        ("keras", "Adagrad", lambda: k.Adagrad(), "Adagrad", {}),
        ("keras", "Adagrad, epsilon 0.01", lambda: k.Adagrad(epsilon=0.01), "Adagrad", {"epsilon": 0.01}),
        ("keras", "RMSprop", lambda: k.RMSprop(), "RMSprop", {}),
        ("keras", "RMSprop, epsilon 0.01", lambda: k.RMSprop(epsilon=0.01), "RMSprop", {"epsilon": 0.01}),
        ("keras", "Adam", lambda: k.Adam(), "Adam", {}),
        ("keras", "Adam, epsilon 0.01", lambda: k.Adam(epsilon=0.01), "Adam", {"epsilon": 0.01}),
        (
            "keras",
            "Adam, AMSGrad",
            lambda: k.Adam(beta_1=0.5, beta_2=0.6, amsgrad=True),
            "Adam",
            {"beta_1": 0.5, "beta_2": 0.6, "amsgrad": True},
        ),
        ("keras", "AdamW", lambda: k.AdamW(), "AdamW", {}),
        (
            "keras",
            "AdamW, decay 0.5",
            lambda: k.AdamW(learning_rate=0.1, weight_decay=0.5),
            "AdamW",
            {"learning_rate": 0.1, "weight_decay": 0.5},
        ),
    ]
    cases = []
    for framework, name, make, ours, arguments in rows:
        path = (torch_path if framework == "torch" else keras_path)(make)
        dlnotes = {"class": ours, "arguments": arguments}
        cases.append(
            case(framework, name, dlnotes=dlnotes, start=START, gradients=GRADIENTS, path=path, tolerance=1e-13)
        )
    return cases


def torch_path(make):
    w = tensor(START, grad=True)
    optimizer, path = make([w]), []
    for g in GRADIENTS:
        w.grad = tensor(g)
        optimizer.step()
        path.append(plain(w))
    return path


def keras_path(make):
    w = keras.Variable(START, dtype="float64")
    optimizer, path = make(), []
    for g in GRADIENTS:
        optimizer.apply([tensor(g)], [w])
        path.append(plain(w.value))
    return path


def training():
    """A network of two layers, trained in step with equal weights."""
    rng = np.random.default_rng(2026)
    weights = [np.round(rng.normal(size=shape), 3).tolist() for shape in ((5, 4), (3, 5))]
    biases = [np.round(rng.normal(size=size), 3).tolist() for size in (5, 3)]
    x = np.round(rng.normal(size=(10, 4)), 3).tolist()
    labels = rng.integers(3, size=10)
    cases = []
    for framework, run in (("torch", torch_run), ("keras", keras_run)):
        for optimizer, arguments in (("SGD", {"learning_rate": 0.1}), ("Adam", {"learning_rate": 0.01})):
            shared = {"epochs": 3, "batch_size": 4, "x": x, "y": np.eye(3)[labels].tolist()}
            result = run(optimizer, arguments, weights, biases, shared)
            epsilon = {"epsilon": 1e-8, "epsilon_hat": False} if (framework, optimizer) == ("torch", "Adam") else {}
            cases.append(
                case(
                    framework,
                    f"{optimizer}, tanh and softmax",
                    optimizer=optimizer,
                    arguments=arguments | epsilon,
                    weights=weights,
                    biases=biases,
                    activations=["tanh", "softmax"],
                    loss="categorical_crossentropy",
                    tolerance=TOLERANCE[framework],
                    **shared,
                    **result,
                )
            )
    return cases


def batches(shared):
    x, y, size = tensor(shared["x"]), tensor(shared["y"]), shared["batch_size"]
    return [(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)] * shared["epochs"]


def torch_run(name, arguments, weights, biases, shared):
    w1, b1, w2, b2 = (tensor(a, grad=True) for pair in zip(weights, biases, strict=True) for a in pair)
    parameters = [w1, b1, w2, b2]
    optimizer = getattr(torch.optim, name)(parameters, lr=arguments["learning_rate"])
    losses_, path = [], []
    for x, y in batches(shared):
        optimizer.zero_grad()
        hidden = torch.tanh(torch.nn.functional.linear(x, w1, b1))
        loss = torch.nn.functional.cross_entropy(torch.nn.functional.linear(hidden, w2, b2), y)
        loss.backward()
        optimizer.step()
        losses_.append(plain(loss))
        path.append([plain(p) for p in parameters])
    return {"losses": losses_, "parameters": path}


def keras_run(name, arguments, weights, biases, shared):
    dense = keras.layers.Dense
    model = keras.Sequential(
        [keras.Input((4,), dtype="float64"), dense(5, "tanh", dtype="float64"), dense(3, "softmax", dtype="float64")]
    )
    model.set_weights([np.transpose(a) for pair in zip(weights, biases, strict=True) for a in pair])
    optimizer = getattr(keras.optimizers, name)(**arguments)
    loss = keras.losses.CategoricalCrossentropy()
    losses_, path = [], []
    for x, y in batches(shared):
        value = loss(y, model(x, training=True))
        model.zero_grad()
        value.backward()
        variables = model.trainable_variables
        with torch.no_grad():
            optimizer.apply([v.value.grad for v in variables], variables)
        losses_.append(plain(value))
        path.append([np.transpose(w).tolist() for w in model.get_weights()])
    return {"losses": losses_, "parameters": path}


def case(framework, name, **content):
    return {"framework": framework, "name": name, **content}


def plain(value):
    return value.detach().cpu().numpy().tolist()


def defaults():
    """The values that Keras and PyTorch take for what is left out, under the names that they give it."""
    parameters, functional = [tensor(START, grad=True)], torch.nn.functional
    rows = [
        ("torch", "leaky_relu", {"negative_slope": default(functional.leaky_relu, "negative_slope")}),
        *(("torch", name, shown(getattr(torch.optim, name)(parameters).defaults)) for name in OPTIMIZERS),
        ("keras", "leaky_relu", {"negative_slope": default(keras.activations.leaky_relu, "negative_slope")}),
        ("keras", "LeakyReLU", {"negative_slope": keras.layers.LeakyReLU().negative_slope}),
        ("keras", "RandomNormal", {"stddev": keras.initializers.RandomNormal().stddev}),
        *(("keras", name, shown(inspect_defaults(getattr(keras.optimizers, name)))) for name in OPTIMIZERS),
    ]
    return [case(framework, name, defaults=values) for framework, name, values in rows]


OPTIMIZERS = ("SGD", "Adagrad", "RMSprop", "Adam", "AdamW")


def default(function, name):
    return inspect.signature(function).parameters[name].default


def inspect_defaults(cls):
    return {name: parameter.default for name, parameter in inspect.signature(cls).parameters.items()}


def shown(values):
    """Return those defaults that are numbers, or pairs of them."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in sorted(values.items())
        if isinstance(value, (int, float, tuple)) and not isinstance(value, bool)
    }


TOPICS = {
    "activations": activations, "defaults": defaults, "losses": losses, "metrics": metrics, "optimizers": optimizers,
    "training": training,
}


def record(topic):
    """The content of ``<topic>.json``."""
    before = keras.config.floatx()
    keras.config.set_floatx("float64")
    try:
        return {"versions": VERSIONS, "cases": TOPICS[topic]()}
    finally:
        keras.config.set_floatx(before)


def as_text(content):
    """One case a line, so that a difference can be read."""
    lines = ",\n".join(json.dumps(case) for case in content["cases"])
    return f'{{"versions": {json.dumps(content["versions"])}, "cases": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    for topic in TOPICS:
        (HERE / f"{topic}.json").write_text(as_text(record(topic)), encoding="utf-8")
