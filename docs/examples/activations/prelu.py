import numpy as np
from dlnotes.activations import prelu, prelu_alpha_gradient
from dlnotes.training import gradient_descent

x = np.array([-2.0, -1.0, 0.5, 2.0])
target = 0.1
y_true = prelu(x, target)


def gradient(alpha):
    error = prelu(x, alpha) - y_true
    return np.mean(2 * error * prelu_alpha_gradient(x))


first = gradient(0.25)
alpha = gradient_descent(gradient, 0.25, learning_rate=0.1, steps=20)
print(f"dE/dalpha at 0.25 = {first:.4f}")
for step in (0, 1, 2, 5, 20):
    print(f"step {step:2}: alpha = {alpha[step]:.6f}")
