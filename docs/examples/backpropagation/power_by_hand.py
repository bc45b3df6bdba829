class Node:
    def __init__(self, val, *inputs):
        self.val, self.inputs, self.slope = val, inputs, 0.0

    def __pow__(self, n):
        rate = n * self.val ** (n - 1)
        return Node(self.val**n, (self, rate))


start = 2.0
x = Node(start)
y = x**3
for source, rate in y.inputs:
    source.slope += rate * 1.0
slope = x.slope
print(f"y = {y.val}, dy/dx = {slope}")
