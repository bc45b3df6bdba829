import numpy as np

p = np.array([0.9, 0.4, 0.8, 0.3, 0.6])
loss = -np.log(p).mean()
wrong = np.mean(p < 0.5)
bound = loss / np.log(2)
print(f"loss {loss:.4f}   wrong {wrong:.2f}   bound {bound:.4f}")
