from dlnotes.activations import tanh, tanh_derivative

subtracted = 1 - tanh(20.0) ** 2
stable = tanh_derivative(20.0)

print(f"1 - tanh(20)^2      = {subtracted:.8e}")
print(f"tanh_derivative(20) = {stable:.8e}")
