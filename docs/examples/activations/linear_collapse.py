from dlnotes.network import Dense, Network

two = Network([Dense([[2.0]], bias=[1.0]), Dense([[3.0]], bias=[-2.0])])
one = Dense([[6.0]], bias=[1.0])
x = [5.0]
from_two, from_one = two(x)[0], one(x)[0]

print(f"two layers: {from_two:.0f}   one layer: {from_one:.0f}")
