from dlnotes.losses import binary_crossentropy, mean_squared_error
from dlnotes.losses import binary_crossentropy_gradient
from dlnotes.losses import mean_squared_error_gradient

y, target = [0.8], [1.0]
squared = mean_squared_error(target, y)
entropy = binary_crossentropy(target, y)
squared_slope = mean_squared_error_gradient(target, y)[0]
entropy_slope = binary_crossentropy_gradient(target, y)[0]

print(f"squared error  {squared:.4f}, dE/dy {squared_slope:.4f}")
print(f"cross-entropy  {entropy:.4f}, dE/dy {entropy_slope:.4f}")
