import torch

w, optimizers = {}, {}
for name, start in (("start at 0.1", 0.1), ("start at 0", 0.0)):
    w[name] = torch.tensor([1.0]).double().requires_grad_()
    optimizers[name] = torch.optim.Adagrad(
        [w[name]], lr=0.5, initial_accumulator_value=start, eps=1e-06
    )

for _ in range(10):
    for name, optimizer in optimizers.items():
        optimizer.zero_grad()
        (w[name] ** 2).sum().backward()
        optimizer.step()
    print("  ".join(f"{n} = {w[n].item():.5f}" for n in w))
