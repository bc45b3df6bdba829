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

// Losses of one error, the prediction minus the target; Huber's delta is 1.
export const losses = {
  mean_squared_error: {value: e => e ** 2, slope: e => 2 * e},
  mean_absolute_error: {value: Math.abs, slope: Math.sign},
  huber: {value: e => Math.abs(e) <= 1 ? e ** 2 / 2 : Math.abs(e) - 0.5, slope: e => Math.min(1, Math.max(-1, e))},
}

export const mean = (f, targets, prediction) => targets.reduce((sum, t) => sum + f(prediction - t), 0) / targets.length

// Where the mean loss is least: its slope never falls, so the place where it passes 0 is cut in half again and again.
export function lowest({slope}, targets) {
  let [low, high] = [Math.min(...targets), Math.max(...targets)]
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2
    if (mean(slope, targets, middle) < 0) low = middle
    else high = middle
  }
  return high
}

// The 2-2-2 network of the worked example: each quantity and the derivative of E with respect to it, by their names.
export function propagate({x1, x2, t1, t2, ...w}) {
  const value = {x1, x2, t1, t2, ...w}, slope = {}, gradient = {E: 1, E1: 1, E2: 1}
  const neuron = (z, a, [v, p], [u, q]) => {
    value[z] = value[v] * value[p] + value[u] * value[q]
    value[a] = sigmoid(value[z])
    slope[a] = value[a] * (1 - value[a])
  }
  neuron("z1", "h1", ["w1", "x1"], ["w2", "x2"])
  neuron("z2", "h2", ["w3", "x1"], ["w4", "x2"])
  neuron("z3", "o1", ["w5", "h1"], ["w6", "h2"])
  neuron("z4", "o2", ["w7", "h1"], ["w8", "h2"])
  for (const k of [1, 2]) {
    value[`E${k}`] = (value[`t${k}`] - value[`o${k}`]) ** 2 / 2
    gradient[`o${k}`] = value[`o${k}`] - value[`t${k}`]
    gradient[`z${k + 2}`] = gradient[`o${k}`] * slope[`o${k}`]
  }
  value.E = value.E1 + value.E2
  for (const k of [1, 2]) {
    gradient[`h${k}`] = gradient.z3 * value[`w${k + 4}`] + gradient.z4 * value[`w${k + 6}`]
    gradient[`z${k}`] = gradient[`h${k}`] * slope[`h${k}`]
  }
  for (let n = 1; n <= 8; n++) {
    const from = (n > 4 ? "h" : "x") + (n % 2 ? 1 : 2)
    gradient[`w${n}`] = gradient[`z${Math.ceil(n / 2)}`] * value[from]
  }
  return {value, slope, gradient}
}

// The sizes of the batches of one epoch.
export function batches(samples, size, dropLast) {
  const sizes = []
  for (let left = samples; left > 0; left -= size) if (left >= size || !dropLast) sizes.push(Math.min(left, size))
  return sizes
}
