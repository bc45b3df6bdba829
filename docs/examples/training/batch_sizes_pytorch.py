import torch
from torch.utils.data import DataLoader, TensorDataset

data = TensorDataset(torch.zeros(100, 1))
loaders = {
    "nothing said": DataLoader(data),
    "batch_size=32": DataLoader(data, batch_size=32, shuffle=True),
    "batch_size=100": DataLoader(data, batch_size=len(data)),
}
for name, loader in loaders.items():
    sizes = [len(x) for (x,) in loader]
    print(f"{name}, updates: {len(sizes)}")
    print(f"{name}, first batch: {sizes[0]}")
    print(f"{name}, last batch: {sizes[-1]}")
