from dlnotes.activations import sigmoid_derivative

layers, bound = 0, 1.0
while bound >= 1e-9:
    layers += 1
    bound *= sigmoid_derivative(0.0)

print(f"{layers} layers: at most {bound:.2e}")
