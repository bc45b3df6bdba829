from dlnotes.losses import mean_squared_error

won = [300e6, 450e6, 520e6]
guess = [310e6, 430e6, 540e6]
in_won = mean_squared_error(won, guess)
millions = [v / 1e6 for v in won], [v / 1e6 for v in guess]
in_millions = mean_squared_error(*millions)
root = in_millions ** 0.5
print(f"in won      {in_won:.3e}")
print(f"in millions {in_millions:.6f}   root {root:.6f}")
