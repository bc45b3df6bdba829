import torch

logits = torch.tensor([2.0, 1.0, -1.0]).double().requires_grad_()
s = torch.softmax(logits, dim=-1)
loss = torch.nn.functional.cross_entropy(logits, torch.tensor(2))
loss.backward()
g = logits.grad

print(f"cat = {s[0]:.6f}   dog = {s[1]:.6f}   horse = {s[2]:.6f}")
print(f"loss if it is a horse = {loss:.5f}")
print(f"gradient: cat = {g[0]:.6f}   dog = {g[1]:.6f}   "
      f"horse = {g[2]:.6f}")
