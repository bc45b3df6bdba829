import numpy as np

t, gradients = 0, [3.0, 3.0, 3.0]
m, v, steps = np.zeros(3), np.zeros(3), []

for i in range(3):
    t, g = t + 1, gradients[i]
    m[i] = 0.9 * m[i] + 0.1 * g
    v[i] = 0.999 * v[i] + 0.001 * g**2
    m_hat, v_hat = m[i] / (1 - 0.9**t), v[i] / (1 - 0.999**t)
    steps.append(m_hat / np.sqrt(v_hat))
    print(f"weight {i}: step {steps[-1]:.4f}")
