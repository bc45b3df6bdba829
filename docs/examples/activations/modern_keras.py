import keras
import numpy as np

x = np.array([-2.0, 0.0])
as_numpy = keras.ops.convert_to_numpy
act = keras.activations
gelu, bent = act.gelu(x), act.gelu(x, approximate=True)
ops_gelu = keras.ops.gelu(x)
swish = act.get("swish")(x)

print(f"activations.gelu(-2) = {as_numpy(gelu)[0]:.6f}")
print(f"with approximate=True: {as_numpy(bent)[0]:.6f}")
print(f"ops.gelu(-2) = {as_numpy(ops_gelu)[0]:.6f}")
print(f"silu(-2) = {as_numpy(act.silu(x))[0]:.6f}   "
      f"swish(-2) = {as_numpy(swish)[0]:.6f}")
print(f"softplus(0) = {as_numpy(act.softplus(x))[1]:.6f}")
print(f"elu(-2) = {as_numpy(act.elu(x))[0]:.6f}   "
      f"alpha 0.5: {as_numpy(act.elu(x, alpha=0.5))[0]:.6f}")
