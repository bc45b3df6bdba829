import torch

steps = ([0.5, 1e-4], [0.25, 1e-4], [-0.75, -2e-4])
for centered in (False, True):
    w = torch.tensor([1.0, -2.0], dtype=torch.float64)
    w.requires_grad_()
    rule = torch.optim.RMSprop(
        [w], lr=0.01, alpha=0.9, eps=1e-7, centered=centered
    )
    print(f"centered: {centered}")
    for pair in steps:
        w.grad = torch.tensor(pair, dtype=torch.float64)
        rule.step()
        first, second = w.tolist()
        print(f"w1 = {first:.6f}, w2 = {second:.6f}")
