import numpy as np
from dlnotes.activations import sigmoid, softmax

x = np.array([-2.0, 0.0, 0.5, 3.0])
first = 0.0
second = np.array([softmax([first, xi])[1] for xi in x])
single = sigmoid(x)

print("          softmax([0, x])[1]   sigmoid(x)")
for xi, si, yi in zip(x, second, single):
    print(f"x = {xi:4.1f}   {si:.8f}           {yi:.8f}")
