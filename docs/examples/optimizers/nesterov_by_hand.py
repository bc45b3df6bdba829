import numpy as np


def first_form(w, gradient, rate, beta, steps):
    v = np.zeros_like(w)
    for _ in range(steps):
        v = beta * v - rate * gradient(w + beta * v)
        w = w + v
    return w + beta * v


def as_frameworks(w, gradient, rate, beta, steps):
    v = np.zeros_like(w)
    for _ in range(steps):
        g = gradient(w)
        v = beta * v - rate * g
        w = w + beta * v - rate * g
    return w


forms = [first_form, as_frameworks]
ends = [f(np.array([1.0]), np.tanh, 0.1, 0.9, 9)[0] for f in forms]
print(f"first form, point ahead  {ends[0]:.10f}")
print(f"frameworks, weight       {ends[1]:.10f}")
