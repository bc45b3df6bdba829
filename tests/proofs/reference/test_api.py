"""The API page: every formula in a docstring is executed, and what docstrings say of Keras and PyTorch was recorded."""

import inspect
import json
from pathlib import Path

import pytest

from dlnotes import activations, initializers, optimizers
from press.formula.page import execute_page, spaced
from proofs.reference.docstrings import DOCSTRINGS, meaning, meanings, prose

RECORDED = json.loads((Path(__file__).parents[2] / "frameworks" / "defaults.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("name", DOCSTRINGS)
def test_every_formula_holds(name, executed):
    found = DOCSTRINGS[name]
    results = execute_page(prose(name), meaning(name))
    failures = [f"{found.place}:{found.line + result.found.line - 1}: {result.failure}" for result in results if result.failure]
    assert not failures, "\n".join(failures)
    assert {spaced(result.found.latex) for result in results} == {spaced(latex) for latex, _ in found.formulas}
    executed[name] = {
        spaced(result.found.latex): {
            "comparisons": dict(result.checked.comparisons) if result.checked else {}, "declared": result.declared,
        }
        for result in results
        if result.checked or result.declared
    }


@pytest.mark.parametrize("module", sorted({name.split(".")[1] for name in DOCSTRINGS}))
def test_every_meaning_belongs_to_a_docstring(module):
    inside = {name.removeprefix(f"dlnotes.{module}").removeprefix(".") for name in DOCSTRINGS}
    assert meanings(module).MEANINGS.keys() <= inside


def recorded(framework, name):
    return next(case["defaults"] for case in RECORDED if (case["framework"], case["name"]) == (framework, name))


def test_what_docstrings_say_of_keras(fact, verify):
    v = fact(
        "reference/api_keras",
        leaky_relu=recorded("keras", "leaky_relu")["negative_slope"],
        leaky_relu_layer=recorded("keras", "LeakyReLU")["negative_slope"],
        weight_decay=recorded("keras", "AdamW")["weight_decay"],
    )
    verify("slope of keras.activations.leaky_relu", v["leaky_relu"], published="0.2")
    verify("slope of keras.layers.LeakyReLU", v["leaky_relu_layer"], published="0.3")
    verify("weight decay of keras.optimizers.AdamW", v["weight_decay"], published="0.004")


def test_what_docstrings_say_of_pytorch(fact, verify):
    v = fact(
        "reference/api_torch",
        leaky_relu=recorded("torch", "leaky_relu")["negative_slope"],
        adagrad_epsilon=recorded("torch", "Adagrad")["eps"],
        rmsprop_alpha=recorded("torch", "RMSprop")["alpha"],
        rmsprop_epsilon=recorded("torch", "RMSprop")["eps"],
        adam_epsilon=recorded("torch", "Adam")["eps"],
        weight_decay=recorded("torch", "AdamW")["weight_decay"],
    )
    verify("slope of leaky_relu", v["leaky_relu"], published="0.01")
    verify("epsilon of Adagrad", v["adagrad_epsilon"], published="1e-10")
    verify("alpha of RMSprop", v["rmsprop_alpha"], published="0.99")
    verify("epsilon of RMSprop", v["rmsprop_epsilon"], published="1e-8")
    verify("epsilon of Adam", v["adam_epsilon"], published="1e-8")
    verify("weight decay of AdamW", v["weight_decay"], published="0.01")


def defaults(function):
    return {name: p.default for name, p in inspect.signature(function).parameters.items() if p.default is not p.empty}


@pytest.mark.parametrize("name", ["SGD", "Adagrad", "RMSprop", "Adam", "AdamW"])
def test_the_defaults_of_optimizers_are_those_of_keras(name):
    ours = {key: value for key, value in defaults(getattr(optimizers, name)).items() if not isinstance(value, bool)}
    theirs = recorded("keras", name)
    assert ours == {key: theirs[key] for key in ours}
    assert recorded("keras", "SGD")["momentum"] == 0.0


def test_other_defaults_are_those_of_keras_or_pytorch():
    assert defaults(initializers.normal)["stddev"] == recorded("keras", "RandomNormal")["stddev"]
    assert defaults(activations.leaky_relu) == recorded("torch", "leaky_relu")
    assert recorded("torch", "Adagrad")["initial_accumulator_value"] == 0.0
