// What the optimizers walk on, and how they step, as in dlnotes with its own defaults but for the learning rate.
import {cut} from "./math.js"

export const REACH = {x: [-5, 5], y: [-3, 3]}

// Losses of one weight or two, with their gradients and the place where a walk begins.
export const surfaces = {
  parabola: {value: ([w]) => w ** 2 / 2, gradient: ([w]) => [w], start: [-4]},
  valleys: {value: ([w]) => w ** 4 / 8 - w ** 2 + w / 2, gradient: ([w]) => [w ** 3 / 2 - 2 * w + 0.5], start: [3.5]},
  ravine: {value: ([a, b]) => (a ** 2 + 20 * b ** 2) / 2, gradient: ([a, b]) => [a, 20 * b], start: [-4, 1], levels: [0.5, 2, 5, 10, 20, 40]},
  saddle: {value: ([a, b]) => a ** 2 / 2 - b ** 2 / 2 + b ** 4 / 16, gradient: ([a, b]) => [a, b ** 3 / 4 - b], start: [-4, 0.01],
    levels: [-0.8, -0.4, 0, 0.5, 2, 5, 10]},
  plateau: {value: ([a, b]) => 1 - Math.exp(-(a ** 2 + b ** 2) / 4), gradient: ([a, b]) => [a, b].map(w => w / 2 * Math.exp(-(a ** 2 + b ** 2) / 4)),
    start: [-3, 1], levels: [0.1, 0.3, 0.5, 0.7, 0.9, 0.98]},
}

const MOMENTUM = 0.9, EPSILON = 1e-7

// Each begins with its state for one weight; the step is what is added to it.
export const optimizers = {
  SGD: () => (g, rate) => -rate * g,
  Momentum: () => {
    let v = 0
    return (g, rate) => v = MOMENTUM * v - rate * g
  },
  NAG: () => {
    let v = 0
    return (g, rate) => MOMENTUM * (v = MOMENTUM * v - rate * g) - rate * g
  },
  Adagrad: () => {
    let s = 0.1
    return (g, rate) => -rate * g / Math.sqrt((s += g ** 2) + EPSILON)
  },
  RMSprop: () => {
    let s = 0
    return (g, rate) => -rate * g / Math.sqrt((s = 0.9 * s + 0.1 * g ** 2) + EPSILON)
  },
  Adam: () => {
    let m = 0, v = 0, t = 0
    return (g, rate) => {
      m = 0.9 * m + 0.1 * g
      v = 0.999 * v + 0.001 * g ** 2
      const correction = Math.sqrt(1 - 0.999 ** ++t)
      return -rate * correction / (1 - 0.9 ** t) * m / (Math.sqrt(v) + EPSILON)
    }
  },
}

// Every place on the way, the start included.
export function walk({gradient, start}, optimizer, rate, steps) {
  const moves = start.map(() => optimizers[optimizer]()), places = [start]
  for (let n = 0; n < steps; n++) {
    const here = places[n], g = gradient(here)
    places.push(here.map((w, i) => w + moves[i](g[i], rate)))
  }
  return places
}

// Lines of equal loss, cut out of triangles small enough to look round.
export function contours({value, levels}, place) {
  const size = 0.25, lines = []
  for (let x = REACH.x[0]; x < REACH.x[1]; x += size) {
    for (let y = REACH.y[0]; y < REACH.y[1]; y += size) {
      const [a, b, c, d] = [[x, y], [x + size, y], [x + size, y + size], [x, y + size]]
      for (const corners of [[a, b, c], [a, c, d]]) {
        const heights = new Map(corners.map(corner => [corner, value(corner)]))
        for (const level of levels) {
          const {line} = cut(corners, p => heights.get(p) - level)
          if (line.length) lines.push(`M${line.map(p => place(p).map(c => c.toFixed(1))).join("L")}`)
        }
      }
    }
  }
  return lines.join("")
}

// Where a place of the map is in the drawing; what has run away stays far outside.
export const onMap = ([x, y]) => [160 + 30 * x, 100 - 30 * y].map(c => Math.max(-1e4, Math.min(1e4, c)))

export const map = surface => `<path class="grid" d="${contours(surface, onMap)}M160 0V200M10 100H310"/>`

export const short = x => String(Number(Math.abs(x) < 1e4 ? x.toFixed(4) : x.toPrecision(4)))
