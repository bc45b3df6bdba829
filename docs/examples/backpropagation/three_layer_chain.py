w, a, target = [0.5, -2.0, 3.0], [1.0], 0.0

for weight in w:
    a.append(weight * a[-1])
arrives, gradient = a[-1] - target, [0.0, 0.0, 0.0]
for number in (2, 1, 0):
    gradient[number] = arrives * a[number]
    arrives = arrives * w[number]

print(f"outputs   {a[1:]}")
print(f"gradients {gradient}")
