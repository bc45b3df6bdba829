import torch

torch.set_default_dtype(torch.float64)
x = torch.tensor(2.0, requires_grad=True)
y = 3.0 * x * x + 4.0 * x
y.backward()
print(f"dy/dx = {x.grad:.4f}")

W = torch.tensor([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]])
x = torch.tensor([1.0, 1.0, 1.0], requires_grad=True)
v = torch.tensor([1.0, 10.0])
(W @ x).backward(v)
for number, slope in enumerate(x.grad, start=1):
    print(f"(v J){number} = {slope:.4f}")
