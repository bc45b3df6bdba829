"""What a newcomer tries first: the message names the right argument and says what to write instead."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

import dlnotes
from dlnotes import activations, datasets, initializers, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, AdamW, Momentum, RMSprop
from dlnotes.training import fit, minibatches

NETWORK = Network([Dense([[1.0], [2.0]], activation="softmax")])
DATA = {"x": [[1.0], [2.0]], "y_true": [0, 1], "loss": "sparse_categorical_crossentropy", "optimizer": SGD()}
GENERATOR = "rng: expected a generator such as np.random.default_rng(0), given 0"
REFUSED = [
    (lambda: activations.leaky_relu(1.0, "0.1"), TypeError, "negative_slope: expected a real number, given '0.1'"),
    (lambda: activations.elu(1.0, "0.1"), TypeError, "alpha: expected a real number, given '0.1'"),
    (lambda: activations.elu_derivative(1.0, np.nan), ValueError, "alpha: expected a finite number"),
    (lambda: activations.gelu(1.0, "none"), TypeError, "approximate: expected True or False, given 'none'"),
    (lambda: activations.gelu_derivative(1.0, "tanh"), TypeError, "approximate: expected True or False, given 'tanh'"),
    (lambda: activations.leaky_relu_derivative(1.0, "0.1"), TypeError, "negative_slope: expected a real number, given '0.1'"),
    (lambda: activations.softmax([[1.0, 2.0]], axis=5), ValueError, "axis: expected an axis of x, from -2 to 1, given 5"),
    (lambda: activations.log_softmax([1.0], axis=-2), ValueError, "axis: expected an axis of x, from -1 to 0, given -2"),
    (lambda: losses.one_hot([1.0], 2), TypeError, "labels: expected integer labels, given float64"),
    (lambda: losses.one_hot([2], 2), ValueError, "labels: expected labels from 0 to 1, given 2 to 2"),
    (lambda: losses.one_hot([0], 2.0), TypeError, "classes: expected a whole number, given 2.0"),
    (
        lambda: losses.sparse_categorical_crossentropy([[0], [1]], [[0.5, 0.5], [0.5, 0.5]]),
        ValueError,
        "y_true: expected one label per row of y_pred, shape (2,), given (2, 1); drop the last axis by y_true[..., 0]",
    ),
    (
        lambda: Dense(10),
        ValueError,
        "weights: expected shape (units, inputs), given (); Network.from_sizes draws weights for given sizes",
    ),
    (lambda: Dense([[1.0]], activation="linear"), ValueError, "given 'linear'; say 'identity'"),
    (lambda: Dense([[1.0]], activation=np.tanh), TypeError, "activation: expected a name, one of elu, gelu, identity, "),
    (lambda: backpropagate(NETWORK, [1.0], [1.0, 0.0], "mse"), ValueError, "given 'mse'; say 'mean_squared_error'"),
    (lambda: Network.from_sizes([2, 1], 0), TypeError, GENERATOR),
    (
        lambda: Network.from_sizes([2, 1], np.random.default_rng(0), initializer="xavier"),
        ValueError,
        "initializer: expected one of glorot_uniform, he_normal, normal, zeros, given 'xavier'; say 'glorot_uniform'",
    ),
    (lambda: initializers.normal((1, 1), 0), TypeError, GENERATOR),
    (lambda: initializers.glorot_uniform((1, 1), 0), TypeError, GENERATOR),
    (lambda: initializers.he_normal((1, 1), None), TypeError, GENERATOR.replace("given 0", "given None")),
    (lambda: datasets.blobs(3, 0), TypeError, GENERATOR),
    (lambda: datasets.noisy_line(3, 0), TypeError, GENERATOR),
    (lambda: minibatches([1, 2], [1, 2], 1, rng=0), TypeError, GENERATOR),
    (lambda: fit(NETWORK, **DATA, rng=0), TypeError, GENERATOR),
    (
        lambda: fit(NETWORK, **(DATA | {"optimizer": "sgd"})),
        TypeError,
        "optimizer: expected an object with a method update, such as SGD(), given 'sgd'",
    ),
    (lambda: fit(NETWORK, **(DATA | {"optimizer": SGD})), TypeError, "optimizer: expected an object with a method update"),
    (lambda: fit(NETWORK, **(DATA | {"optimizer": None})), TypeError, "optimizer: expected an object with a method update"),
    (
        lambda: SGD(momentum=0.9),
        TypeError,
        "momentum: expected learning_rate and nothing else; momentum has its own classes, Momentum and NAG",
    ),
    (
        lambda: Network([Dense(np.ones((2, 3))), Dense(np.ones((4, 2))), Dense(np.ones((1, 5)))]),
        ValueError,
        "layers: expected 4 inputs of layer 3, given 5",
    ),
]


@pytest.mark.parametrize(("call", "error", "message"), REFUSED, ids=lambda value: value if isinstance(value, str) else None)
def test_what_is_refused_comes_with_a_hint(call, error, message):
    with pytest.raises(error, match=re.escape(message)):
        call()


def test_a_hint_is_given_only_where_it_helps():
    with pytest.raises(ValueError, match=r"given 'mse'$"):
        Dense([[1.0]], activation="mse")
    with pytest.raises(ValueError, match=r"given \(1,\)$"):
        Dense([1.0])
    with pytest.raises(ValueError, match=r"given \(1, 3\)$"):
        losses.sparse_categorical_crossentropy([[0, 1, 1]], [[0.5, 0.5]])


@pytest.mark.parametrize("made", [
    SGD(0.5), Momentum(0.5, 0.25), NAG(0.5, 0.25), Adagrad(epsilon=1e-3), RMSprop(rho=0.5), Adam(amsgrad=True), AdamW(0.5, 0.25),
])  # fmt: skip
def test_repr_of_an_optimizer_makes_it_again(made):
    again = eval(repr(made))
    assert type(again) is type(made)
    assert repr(again) == repr(made)
    made.learning_rate = 0.125
    assert repr(made).startswith(f"{type(made).__name__}(learning_rate=0.125")


def test_repr_of_a_network_is_one_line():
    network = Network([Dense(np.ones((3, 2)), activation="relu"), Dense(np.ones((1, 3)), [0.0])])
    assert repr(network.layers[0]) == "Dense(2 -> 3, relu, no bias)"
    assert repr(network) == "Network([Dense(2 -> 3, relu, no bias), Dense(3 -> 1, identity)])"
    assert repr(SGD()) == "SGD(learning_rate=0.01)"


def test_version_is_that_of_the_project():
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert dlnotes.__version__ == project["version"]


NAMES = ["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("x", [-1.5, 2, np.float32(0.5), np.array(1.0)])
def test_a_number_in_a_number_out(name, x):
    for ending in ("", "_derivative"):
        assert type(getattr(activations, name + ending)(x)) is np.float64


def test_a_number_in_a_number_out_of_prelu():
    for function in (activations.prelu, activations.prelu_derivative):
        assert type(function(-1.5, 0.25)) is np.float64
    assert type(activations.prelu_alpha_gradient(-1.5)) is np.float64


def test_float32_becomes_float64_except_in_an_optimizer():
    x = np.ones((2, 2), np.float32)
    assert activations.softmax(x).dtype == Dense(x)(x).dtype == losses.huber_gradient(x, x).dtype == np.float64
    Adam().update([x], [np.ones((2, 2))])
    assert x.dtype == np.float32


def test_tables_hold_every_function_under_its_own_name():
    pairs = activations.ACTIVATIONS | losses.LOSSES
    for name, (function, derivative) in pairs.items():
        assert function.__name__ == name
        assert derivative.__name__ in {f"{name}_derivative", f"{name}_jacobian", f"{name}_gradient"}
    for name, initializer in initializers.INITIALIZERS.items():
        assert initializer.__name__ == name
    endings = ("_derivative", "_jacobian", "_gradient")
    written = {name.removesuffix(e) for m in (activations, losses) for name in vars(m) for e in endings if name.endswith(e)}
    assert written - set(pairs) == {"prelu", "prelu_alpha", "weighted_categorical_crossentropy"}    # they take a third array
    assert set(activations.MIXING) | set(activations.ELEMENTWISE) == set(activations.ACTIVATIONS)
    for (activation, loss), delta in losses.DELTAS.items():
        assert activation in activations.ACTIVATIONS
        assert delta.__name__ == f"{loss}_delta"


def test_no_private_name_crosses_modules():
    sources = {path.stem: path.read_text("utf-8") for path in Path(dlnotes.__file__).parent.glob("*.py")}
    for name, source in sources.items():
        imported = re.findall(r"^from dlnotes\.\w+ import (.*)$", source, re.M)
        assert not [item for line in imported for item in line.split(", ") if item.startswith("_")], name
