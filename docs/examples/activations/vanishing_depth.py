from dlnotes.activations import sigmoid_derivative

layers, bound, limit = 0, 1.0, 1e-9
while bound >= limit:
    layers += 1
    bound *= sigmoid_derivative(0.0)

print(f"{layers} layers: at most {bound:.2e}")
