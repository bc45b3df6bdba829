import torch
from torch.nn import functional

t = torch.tensor([1.0, 1.0, -1.0, -1.0]).double()
s = torch.tensor([3.0, 0.5, -1.0, 2.0]).double().requires_grad_()
loss = torch.clamp(1 - t * s, min=0).mean()
loss.backward()
print(f"hinge = {loss:.4f}")
for slope in s.grad:
    print(f"slope = {slope:.4f}")

z = torch.tensor([[2.0, 1.5, 0.0]]).double()
margin = functional.multi_margin_loss(z, torch.tensor([1]))
print(f"MultiMarginLoss = {margin:.4f}")

embedding = functional.hinge_embedding_loss(s, t)
print(f"HingeEmbeddingLoss = {embedding:.4f}")
