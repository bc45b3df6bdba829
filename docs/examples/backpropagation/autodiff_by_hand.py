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


x, w, b = Node(2.0), Node(3.0), Node(4.0)
y = w * x * x + b * x
y.backward()
print(f"y = {y.val}, dy/dx = {x.slope}, dy/dw = {w.slope}")
