import torch
from torch.nn import functional as f

t = torch.tensor([[1.0, 2.0, 3.0, 0.0], [0.0, 1.0, 2.0, 4.0],
                  [2.0, 0.0, 1.0, 1.0]])
y = torch.tensor([[2.0, 2.0, 1.0, 0.0], [0.0, 4.0, 2.0, 5.0],
                  [1.0, 0.0, 3.0, 3.0]])
e = torch.tensor([1.0, -2.0, 3.0, -5.0])
one, zero = torch.ones(1), torch.zeros(1)
labels, weight = torch.tensor([0, 0, 0, 1]), torch.tensor([1.0, 3.0])
logits = torch.tensor([[2.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
weighted = f.cross_entropy(logits, labels, weight)

print(f"mse_loss = {f.mse_loss(y, t):.4f}")
print(f"reduction 'sum' = {f.mse_loss(y, t, reduction='sum'):.4f}")
print(f"huber_loss = {f.huber_loss(e, e * 0, delta=2.0):.4f}")
print(f"smooth_l1_loss = {f.smooth_l1_loss(e, e * 0, beta=2.0):.4f}")
print(f"log of zero = {f.binary_cross_entropy(zero, one):.4f}")
print(f"weighted cross-entropy = {weighted:.4f}")
