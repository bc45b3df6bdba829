import keras
import numpy as np

images = np.zeros((8, 28, 28, 3), dtype="float32")
layer = keras.layers.Conv2D(filters=4, kernel_size=3)
print(f"default: {keras.config.image_data_format()}")
print(f"(N, H, W, C) in:  {images.shape}")
print(f"(N, H, W, C) out: {tuple(layer(images).shape)}")
