import torch

images = torch.zeros(8, 28, 28, 3)
layer = torch.nn.Conv2d(in_channels=3, out_channels=4, kernel_size=3)
moved = images.permute(0, 3, 1, 2)
print(f"(N, C, H, W) in:  {tuple(moved.shape)}")
print(f"(N, C, H, W) out: {tuple(layer(moved).shape)}")
