import keras
import numpy as np

t = np.array([10.0, 12.0, 15.0, 20.0])
y = np.array([12.0, 11.0, 15.0, 16.0])
losses = {
    "MSE": keras.losses.MeanSquaredError(),
    "MAE": keras.losses.MeanAbsoluteError(),
    "Huber": keras.losses.Huber(delta=3.0),
    "LogCosh": keras.losses.LogCosh(),
}
rmse = keras.metrics.RootMeanSquaredError()
rmse.update_state(t, y)

for name, loss in losses.items():
    print(f"{name} = {float(loss(t, y)):.4f}")
print(f"RMSE = {float(rmse.result()):.4f}")
