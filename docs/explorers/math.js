// The arithmetic of the explorers, as dlnotes computes it.
export const sigmoid = x => {
  const decay = Math.exp(-Math.abs(x))
  return (x >= 0 ? 1 : decay) / (1 + decay)
}

const sechSquared = x => {
  const decay = Math.exp(-Math.abs(x))
  return (2 * decay / (1 + decay ** 2)) ** 2
}

export const functions = {
  sigmoid: {value: sigmoid, slope: x => sigmoid(x) * sigmoid(-x)},
  tanh: {value: Math.tanh, slope: sechSquared},
  relu: {value: x => Math.max(x, 0), slope: x => x > 0 ? 1 : 0},
  leaky_relu: {value: x => x > 0 ? x : 0.01 * x, slope: x => x > 0 ? 1 : 0.01},
  step: {value: x => x > 0 ? 1 : 0, slope: () => 0},
  identity: {value: x => x, slope: () => 1},
}

export function softmax(logits) {
  const peak = Math.max(...logits)
  const exponentials = logits.map(x => Math.exp(x - peak))
  const total = exponentials.reduce((sum, e) => sum + e)
  return exponentials.map(e => e / total)
}

export const largestSlope = {sigmoid: 0.25, tanh: 1, relu: 1}

// The most that can be left of a gradient after 1, 2, ... layers of one neuron each.
export function survival(name, weight, depth) {
  const products = []
  for (let left = 1; products.length < depth;) products.push(left *= weight * largestSlope[name])
  return products
}

export const weightedSum = ({w, b}, x) => w[0] * x[0] + w[1] * x[1] + b

export const answer = (unit, x) => functions.step.value(weightedSum(unit, x))

// Rosenblatt's rule for one sample; the learning rate is 1.
export function learn(unit, x, target) {
  const error = target - answer(unit, x)
  return {w: unit.w.map((weight, i) => weight + error * x[i]), b: unit.b + error, error}
}

// The part of a polygon where f is positive, and where f = 0 cuts its sides.
export function cut(corners, f) {
  const part = [], line = []
  corners.forEach((p, i) => {
    const q = corners[(i + 1) % corners.length], here = f(p), there = f(q)
    if (here > 0) part.push(p)
    if (here > 0 === there > 0) return
    const t = here / (here - there)
    const crossing = p.map((c, axis) => c + t * (q[axis] - c))
    part.push(crossing)
    line.push(crossing)
  })
  return {part, line}
}
