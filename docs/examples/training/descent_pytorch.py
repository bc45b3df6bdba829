import torch

torch.set_default_dtype(torch.float64)
for clear in (True, False):
    w = torch.tensor(4.0, requires_grad=True)
    sgd = torch.optim.SGD([w], lr=0.1)
    print(f"zero_grad: {clear}")
    for step in range(1, 4):
        if clear:
            sgd.zero_grad()
        loss = w**2
        loss.backward()
        sgd.step()
        print(f"w{step} = {w.item():.4f}")
