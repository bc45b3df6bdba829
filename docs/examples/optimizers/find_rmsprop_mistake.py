rho, s, m = 0.9, 0.0, 0.0
under_root = []

for g in (3.0, 3.0, 3.0):
    s = rho * s + (1 - rho) * g**2
    m = rho * m + (1 - rho) * g**2
    under_root.append(s - m**2)
    print(f"under the root {s - m**2:.4f}")
