from dlnotes.activations import gelu, gelu_derivative
from dlnotes.activations import silu, silu_derivative


def lowest(slope, low=-3.0, high=0.0):
    for _ in range(60):
        middle = (low + high) / 2
        if slope(middle) < 0:
            low = middle
        else:
            high = middle
    return middle


gelu_x, silu_x = lowest(gelu_derivative), lowest(silu_derivative)
gelu_y, silu_y = gelu(gelu_x), silu(silu_x)
print(f"gelu: lowest at {gelu_x:.4f}, value {gelu_y:.4f}")
print(f"silu: lowest at {silu_x:.4f}, value {silu_y:.4f}")
