import torch

torch.set_default_dtype(torch.float64)
w = torch.tensor([0.5, 3.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.01)


def error():
    y = w[1] * torch.relu(w[0] * 2.0)
    return (y - 1.0) ** 2 / 2


before = error()
print(f"E = {before:.4f}")
before.backward()
print(f"dE/dw1 = {w.grad[0]:.2f}")
print(f"dE/dw2 = {w.grad[1]:.2f}")
print(f"w1 after backward = {w[0]:.2f}")
optimizer.step()
print(f"w1 after step = {w[0]:.2f}")
print(f"E after step = {error():.4f}")
error().backward()
print(f"dE/dw1, not cleared = {w.grad[0]:.4f}")
