import keras
import numpy as np

layer = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([layer])
model.build((None, 1))
layer.set_weights([np.array([[4.0]])])
sgd = keras.optimizers.SGD(learning_rate=0.1)
model.compile(sgd, loss="mean_squared_error")

for step in range(1, 4):
    model.train_on_batch(np.array([[1.0]]), np.array([[0.0]]))
    print(f"w{step} = {layer.get_weights()[0][0, 0]:.4f}")
