from dlnotes.losses import binary_crossentropy

p = [0.9, 0.5, 0.1, 0.01]
loss = [binary_crossentropy([1.0], [pi]) for pi in p]
squared = [(1.0 - pi) ** 2 for pi in p]

for pi, li, si in zip(p, loss, squared):
    print(f"rain {pi:4.0%}: loss {li:.8f}   square {si:.4f}")
