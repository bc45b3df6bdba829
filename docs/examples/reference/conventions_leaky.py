from dlnotes.activations import leaky_relu

x = -10.0
ours = leaky_relu(x)
pytorch = leaky_relu(x, negative_slope=0.01)
keras_function = leaky_relu(x, negative_slope=0.2)
keras_layer = leaky_relu(x, negative_slope=0.3)

print(f"dlnotes        = {ours:.1f}")
print(f"PyTorch        = {pytorch:.1f}")
print(f"Keras function = {keras_function:.1f}")
print(f"Keras layer    = {keras_layer:.1f}")
