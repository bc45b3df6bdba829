import torch

torch.set_default_dtype(torch.float64)
x, target = torch.tensor([0.1, 0.2]), torch.tensor([0.4, 0.6])
W1 = torch.tensor([[0.30, 0.25], [0.40, 0.35]], requires_grad=True)
W2 = torch.tensor([[0.45, 0.40], [0.70, 0.60]], requires_grad=True)
optimizer = torch.optim.SGD([W1, W2], lr=0.5)


def error():
    o = torch.sigmoid(W2 @ torch.sigmoid(W1 @ x))
    return ((o - target) ** 2).sum() / 2


before = error()
before.backward()
print(f"E before = {before:.8f}")
print(f"dE/dw5 = {W2.grad[0, 0]:.8f}")
print(f"dE/dw1 = {W1.grad[0, 0]:.8f}")
optimizer.step()
print(f"new w5 = {W2[0, 0]:.8f}")
print(f"new w1 = {W1[0, 0]:.8f}")
print(f"E after = {error():.8f}")
