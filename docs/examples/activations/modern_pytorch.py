import torch
import torch.nn.functional as F

x = torch.tensor([-2.0, 0.0, 21.0], dtype=torch.float64)
gelu, bent = F.gelu(x), F.gelu(x, approximate="tanh")
far = F.softplus(x, threshold=30)

print(f"gelu(-2) = {gelu[0]:.6f}   tanh: {bent[0]:.6f}")
print(f"silu(-2) = {F.silu(x)[0]:.6f}")
print(f"softplus(0) = {F.softplus(x)[1]:.6f}   "
      f"beta 10: {F.softplus(x, beta=10)[1]:.6f}")
print(f"softplus(21) = {F.softplus(x)[2]:.12f}")
print(f"threshold 30: {far[2]:.12f}")
print(f"elu(-2) = {F.elu(x)[0]:.6f}   "
      f"alpha 0.5: {F.elu(x, alpha=0.5)[0]:.6f}")
