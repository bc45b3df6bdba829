import torch

w, optimizers = {}, {}
for name, nesterov in (("momentum", False), ("NAG", True)):
    w[name] = torch.tensor([1.0]).double().requires_grad_()
    optimizers[name] = torch.optim.SGD(
        [w[name]], lr=0.1, momentum=0.9, nesterov=nesterov
    )

for step in range(1, 12):
    for name, optimizer in optimizers.items():
        if step == 11:
            optimizer.param_groups[0]["lr"] = 0.01
        optimizer.zero_grad()
        (w[name] ** 2).sum().backward()
        optimizer.step()
    cells = "  ".join(f"{n} = {w[n].item():.5f}" for n in w)
    print(cells)
