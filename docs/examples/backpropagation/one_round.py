x, target, learning_rate = 2.0, 1.0, 0.01
w1, w2 = 0.5, 3.0

z = w1 * x
h = max(0.0, z)
y = w2 * h
E = (y - target) ** 2 / 2

dE_dy = y - target
dE_dw2 = dE_dy * h
dE_dh = dE_dy * w2
dE_dz = dE_dh * (z > 0)
dE_dw1 = dE_dz * x

new_w1 = w1 - learning_rate * dE_dw1
new_w2 = w2 - learning_rate * dE_dw2
new_y = new_w2 * max(0.0, new_w1 * x)
new_E = (new_y - target) ** 2 / 2

print(f"z = {z}, h = {h}, y = {y}, E = {E}")
print(f"dE/dw1 = {dE_dw1}, dE/dw2 = {dE_dw2}")
print(f"new w1 = {new_w1:.2f}, new w2 = {new_w2:.2f}")
print(f"new y = {new_y:.4f}, new E = {new_E:.4f}")
