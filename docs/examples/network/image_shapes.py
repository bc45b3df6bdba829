import numpy as np

images = np.ones((32, 28, 28))
mean_image = images.mean(axis=0)
brightness = images.mean(axis=(1, 2))
flat = images.reshape(32, -1)

print(f"mean over axis 0:         {mean_image.shape}")
print(f"mean over axes 1 and 2:   {brightness.shape}")
print(f"flattened for a layer:    {flat.shape}")
