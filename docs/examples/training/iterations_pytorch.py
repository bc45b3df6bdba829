import torch
from torch.utils.data import DataLoader, TensorDataset

data = TensorDataset(torch.zeros(2050, 1))
kept = sum(1 for _ in DataLoader(data, batch_size=200))
loader = DataLoader(data, batch_size=200, drop_last=True)
dropped = sum(1 for _ in loader)

print(f"drop_last=False (the default): {kept} iterations")
print(f"drop_last=True: {dropped} iterations")
