import keras
import numpy as np

square = keras.layers.Lambda(lambda u: u * u)
layer = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([layer, square])
model.build((None, 1))
layer.set_weights([np.array([[3.0]])])
sgd = keras.optimizers.SGD(learning_rate=0.01)
model.compile(sgd, loss=lambda t, y: keras.ops.sum(y))

model.train_on_batch(np.array([[2.0]]), np.array([[0.0]]))
moved = 3.0 - layer.get_weights()[0][0, 0]
print(f"dy/dw = {moved / 0.01:.3f}")
