import numpy as np
from dlnotes.losses import categorical_crossentropy

classes = [2, 4, 10, 1000]
targets = [np.eye(k)[:1] for k in classes]
nats = [categorical_crossentropy(t, t * 0 + t.mean()) for t in targets]
bits = [x / np.log(2) for x in nats]

for k, x, b in zip(classes, nats, bits):
    print(f"{k:4} classes: {x:.6f} nats {b:.6f} bits")
