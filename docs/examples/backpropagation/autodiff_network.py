import numpy as np


class Node:
    tape = []

    def __init__(self, val, *inputs):
        self.val, self.inputs, self.slope = val, inputs, 0.0
        Node.tape.append(self)

    def __add__(self, b):
        return Node(self.val + b.val, (self, 1.0), (b, 1.0))

    def __mul__(self, b):
        return Node(self.val * b.val, (self, b.val), (b, self.val))

    def backward(self):
        self.slope = 1.0
        for node in reversed(Node.tape):
            for source, rate in node.inputs:
                source.slope += rate * node.slope


def sigmoid(z):
    y = 1 / (1 + np.exp(-z.val))
    return Node(y, (z, y * (1 - y)))


values = (0.30, 0.25, 0.40, 0.35, 0.45, 0.40, 0.70, 0.60)
w = [Node(v) for v in values]
w1, w2, w3, w4, w5, w6, w7, w8 = w
x1, x2, half = Node(0.1), Node(0.2), Node(0.5)
h1, h2 = sigmoid(w1 * x1 + w2 * x2), sigmoid(w3 * x1 + w4 * x2)
e1 = sigmoid(w5 * h1 + w6 * h2) + Node(-0.4)
e2 = sigmoid(w7 * h1 + w8 * h2) + Node(-0.6)
E = half * (e1 * e1 + e2 * e2)
E.backward()
slopes = [node.slope for node in w]
for number, slope in enumerate(slopes, start=1):
    print(f"dE/dw{number}  {slope:.8f}")
