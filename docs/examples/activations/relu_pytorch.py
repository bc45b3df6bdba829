import torch

x = torch.tensor([-2.0, 0.0, 2.0], requires_grad=True)
y = torch.relu(x)
y.sum().backward()
leaky = torch.nn.LeakyReLU()
slope, leaky_y = leaky.negative_slope, leaky(x)
prelu = torch.nn.PReLU()

print(f"relu(-2) = {y[0]:.1f}   relu(2) = {y[2]:.1f}")
print(f"slope of relu at 0 = {x.grad[1]:.0f}")
print(f"LeakyReLU default slope = {slope}   "
      f"LeakyReLU(-2) = {leaky_y[0]:.2f}")
print(f"PReLU initial alpha = {prelu.weight[0]:.2f}")
