import keras
import numpy as np

front = keras.layers.Dense(2, use_bias=False)
frozen = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([front, frozen])
model.build((None, 2))
front.set_weights([np.ones((2, 2))])
frozen.set_weights([np.full((2, 1), 2.0)])
frozen.trainable = False

sgd = keras.optimizers.SGD(learning_rate=0.01)
model.compile(sgd, loss=lambda t, y: keras.ops.sum(y))
model.train_on_batch(np.array([[1.0, 3.0]]), np.array([[0.0]]))
moved = 1 - front.get_weights()[0][:, 0]
for number, step in enumerate(moved / 0.01, start=1):
    print(f"slope of weight {number} = {step:.1f}")
print(f"frozen weight = {frozen.get_weights()[0][0, 0]:.1f}")
