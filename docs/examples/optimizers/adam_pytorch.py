import torch

w = torch.tensor([1.0, -2.0], dtype=torch.float64)
w.requires_grad_()
rule = torch.optim.Adam([w], lr=0.01, eps=1e-7)
for pair in ([0.5, 1e-6], [0.25, 1e-6], [-0.75, -2e-6]):
    w.grad = torch.tensor(pair, dtype=torch.float64)
    rule.step()
    first, second = w.tolist()
    print(f"w1 = {first:.5f}, w2 = {second:.5f}")

for name in ("Adam", "AdamW"):
    w = torch.ones(2, dtype=torch.float64, requires_grad=True)
    rule = getattr(torch.optim, name)([w], lr=0.001, weight_decay=0.5)
    for t in range(1000):
        pair = [10.0 * (-1) ** t, 0.1 * (-1) ** t]
        w.grad = torch.tensor(pair, dtype=torch.float64)
        rule.step()
    first, second = w.tolist()
    print(f"{name}: w1 = {first:.4f}, w2 = {second:.4f}")
