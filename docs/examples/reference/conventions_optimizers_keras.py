import keras
from keras import optimizers as k

def path(optimizer, start, gradients, rates):
    w = keras.Variable(start, dtype="float64")
    for g, rate in zip(gradients, rates):
        optimizer.learning_rate = rate
        value = w.value * 1 if g is None else w.value * 0 + g
        optimizer.apply([value], [w])
    return float(w)

adagrad = path(k.Adagrad(), 0.0, [0.1], [1.0])
rmsprop = path(k.RMSprop(), 0.0, [1e-6], [1.0])
adam = path(k.Adam(), 0.0, [1e-6], [1.0])
decay = path(k.AdamW(weight_decay=0.5), 1.0, [0.0], [0.1])
nag = path(k.SGD(0.1, 0.9, nesterov=True), 1.0, [None] * 4, [0.1] * 4)
heavy = path(k.SGD(1.0, 0.5), 0.0, [1.0] * 4, [1.0, 1.0, 0.1, 0.1])
print(f"Adagrad = {-adagrad:.4f}")
print(f"RMSprop = {-rmsprop:.4f}")
print(f"Adam = {-adam:.4f}")
print(f"AdamW, gradient 0 = {decay:.4f}")
print(f"Nesterov after 4 = {nag:.6f}")
print(f"momentum, rate changed = {heavy:.4f}")
