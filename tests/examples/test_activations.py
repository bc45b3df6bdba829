"""Proofs of the numbers on the pages about activation functions."""

import mpmath
from mathematics import (
    central_difference,
    complex_sigmoid,
    complex_step,
    numbers,
    rounded,
    sigmoid,
    sigmoid_derivative,
)
from mpmath import mpf


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


def test_sigmoid_maximum(example, verify):
    values = example("activations/sigmoid_maximum").values
    verify("sigmoid'(x), largest", values["slope_max"], closed_form=mpf(1) / 4, mpmath=sigmoid_derivative(mpf(0)))
    verify("x of the largest", values["x_max"], closed_form=0)
    verify("y of the largest", values["y_max"], closed_form=mpf(1) / 2)


def test_sigmoid_saturation(example, verify):
    values = example("activations/sigmoid_saturation").values
    x = numbers(values["x"])
    slopes = [sigmoid_derivative(xi) for xi in x]
    steps = [complex_step(complex_sigmoid, float(xi)) for xi in x]
    verify("sigmoid'(x)", values["slope"], mpmath=slopes, complex_step=steps)
    verify("share of the largest", values["share"], mpmath=[4 * slope for slope in slopes])


def test_sigmoid_gate(example, verify):
    values = example("activations/sigmoid_gate").values
    gates = [sigmoid(z) for z in numbers(values["logits"])]
    verify("gate", values["gate"], mpmath=gates)
    verify("kept memory", values["kept"], mpmath=[mpf("0.8") * gate for gate in gates])


def test_sigmoid_precision(example, verify):
    values = example("activations/sigmoid_precision").values
    verify("sigmoid(-40)", values["mirrored"], mpmath=sigmoid(mpf(-40)))
    verify("1 - sigmoid(40)", values["subtracted"], rounded=rounded(lambda: 1 - sigmoid(mpf(40))))


def test_sigmoid_symmetry(example, verify):
    values = example("activations/sigmoid_symmetry").values
    verify("sigmoid(3)", values["y"], mpmath=sigmoid(mpf(3)))
    verify("sigmoid(-3)", values["mirrored"], mpmath=sigmoid(mpf(-3)))
    verify("sum", values["total"], closed_form=1)


def test_sigmoid_half_slope(example, verify):
    values = example("activations/sigmoid_half_slope").values
    root = mpmath.findroot(lambda x: sigmoid_derivative(x) - mpf(1) / 8, 2)
    verify("x", values["x"], mpmath=root, closed_form=2 * mpmath.log(1 + mpmath.sqrt(2)))
    verify("sigmoid(x)", values["y"], closed_form=(2 + mpmath.sqrt(2)) / 4)
    verify("sigmoid'(x)", values["slope"], closed_form=mpf(1) / 8, mpmath=sigmoid_derivative(root))


def test_sigmoid_keras(recorded, verify):
    verify("sigmoid(x)", recorded("activations/sigmoid_keras"), mpmath=[sigmoid(mpf(x)) for x in (-5, 0, 5)])


def test_sigmoid_pytorch(recorded, verify):
    printed = recorded("activations/sigmoid_pytorch")
    verify("sigmoid(x)", printed[::2], mpmath=[sigmoid(mpf(x)) for x in (-5, 0, 5)])
    verify(
        "sigmoid'(x)",
        printed[1::2],
        mpmath=[sigmoid_derivative(mpf(x)) for x in (-5, 0, 5)],
        complex_step=[complex_step(complex_sigmoid, x) for x in (-5, 0, 5)],
    )


def test_first_number(example, verify):
    slope = example("activations/first_number").values["slope"]
    verify("sigmoid'(0)", slope, closed_form=mpf(1) / 4, complex_step=complex_step(complex_sigmoid, 0.0))
