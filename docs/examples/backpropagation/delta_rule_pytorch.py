import torch

x, t = torch.tensor([1.0, 2.0]), torch.tensor([1.0, -2.0])
W1 = torch.tensor([[1.0, 1.0], [2.0, -1.5]], requires_grad=True)
W2 = torch.tensor([[1.0, 2.0], [-1.0, 1.0]], requires_grad=True)

z = W1 @ x
o = W2 @ torch.relu(z)
z.retain_grad()
o.retain_grad()
(((o - t) ** 2).sum() / 2).backward()
for number, delta in enumerate(o.grad, start=1):
    print(f"output delta {number} = {delta:.4f}")
for number, delta in enumerate(z.grad, start=1):
    print(f"hidden delta {number} = {delta:.4f}")
