import numpy as np
from dlnotes.optimizers import Adagrad, Adam, RMSprop

def first_step(optimizer, g):
    w = np.array([0.0])
    optimizer.update([w], [np.array([g])])
    return -w[0]

rate, g, tiny, least = 1.0, 0.1, 1e-6, 1e-8
adagrad = first_step(Adagrad(rate), g)
from_zero = first_step(Adagrad(rate, 0.0, 1e-10, False), g)
inside = first_step(RMSprop(rate), tiny)
outside = first_step(RMSprop(rate, epsilon_inside_root=False), tiny)
pytorch = first_step(RMSprop(rate, 0.99, least, False), tiny)
hat = first_step(Adam(rate), tiny)
scikit = first_step(Adam(rate, epsilon=least), tiny)
paper = first_step(Adam(rate, epsilon=least, epsilon_hat=False), tiny)

print(f"Adagrad: Keras {adagrad:.4f}, PyTorch {from_zero:.4f}")
print(f"RMSprop: Keras {inside:.4f}, PyTorch {pytorch:.4f}")
print(f"Keras, but epsilon outside the root {outside:.4f}")
print(f"Adam: Keras {hat:.4f}, PyTorch and paper {paper:.4f}")
print(f"Adam: scikit-learn {scikit:.4f}")
