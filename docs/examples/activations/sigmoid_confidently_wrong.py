from dlnotes.activations import sigmoid

starts, target, rate = [-2.0, -5.0, -10.0], 1.0, 1.0
steps = {"squared error": [], "cross-entropy": []}

for loss, needed in steps.items():
    for x in starts:
        count = 0
        while sigmoid(x) < 0.5:
            y = sigmoid(x)
            gradient = y - target
            if loss == "squared error":
                gradient = 2 * (y - target) * y * (1 - y)
            x = x - rate * gradient
            count += 1
        needed.append(count)

squared, entropy = steps.values()
for x, m, c in zip(starts, squared, entropy):
    print(f"x = {x:5.1f}   squared error {m:6,}   cross-entropy {c:2}")
