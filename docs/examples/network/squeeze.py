import numpy as np

for samples in (3, 1):
    y = np.zeros((samples, 1))
    named, all_axes = y.squeeze(axis=1), y.squeeze()
    print(f"{y.shape}   axis=1: {named.shape}   all: {all_axes.shape}")
