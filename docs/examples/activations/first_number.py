from dlnotes.activations import sigmoid_derivative

slope = sigmoid_derivative(0.0)
print(f"the sigmoid's slope at 0 is {slope:.2f}")
