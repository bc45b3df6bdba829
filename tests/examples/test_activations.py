"""Proofs of the numbers on the pages about activation functions."""

from mathematics import (
    central_difference,
    complex_sigmoid,
    complex_step,
    numbers,
    sigmoid,
    sigmoid_derivative,
)


def test_sigmoid(example, verify):
    ran = example("activations/sigmoid")
    x = numbers(ran.values["x"])
    verify("sigmoid(x)", ran.values["y"], mpmath=[sigmoid(xi) for xi in x])


def test_sigmoid_derivative(example, verify):
    ran = example("activations/sigmoid_derivative")
    x = numbers(ran.values["x"])
    verify("sigmoid(x)", ran.values["y"], mpmath=[sigmoid(xi) for xi in x])
    verify(
        "sigmoid'(x)",
        ran.values["derivative"],
        mpmath=[sigmoid_derivative(xi) for xi in x],
        complex_step=[complex_step(complex_sigmoid, float(xi)) for xi in x],
        central_difference=[central_difference(sigmoid, xi) for xi in x],
    )


def test_sigmoid_figure(figure, verify):
    data = figure("activations/sigmoid")
    x = numbers(data["x"])
    verify("x", data["x"], closed_form=[-8 + 16 * number / 64 for number in map(float, range(65))])
    verify("σ(x)", data["σ(x)"], mpmath=[sigmoid(xi) for xi in x])
    verify(
        "σ'(x)",
        data["σ′(x)"],
        mpmath=[sigmoid_derivative(xi) for xi in x],
        complex_step=[complex_step(complex_sigmoid, float(xi)) for xi in x],
    )
