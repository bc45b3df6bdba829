import {propagate} from "./math.js"
import {begin, button} from "./page.js"

const START = {x1: 0.1, x2: 0.2, w1: 0.3, w2: 0.25, w3: 0.4, w4: 0.35, w5: 0.45, w6: 0.4, w7: 0.7, w8: 0.6, t1: 0.4, t2: 0.6}
const COLUMNS = {x1: 22, z1: 107, h1: 157, z3: 242, o1: 292, E1: 344, E: 396}
const TOP = 48, BOTTOM = 208
// One column of the graph after the other: first the values from left to right, then the derivatives back.
const FORWARD = ["x1 x2", "z1 z2", "h1 h2", "z3 z4", "o1 o2", "E1 E2", "E"].map(names => names.split(" "))
const BACKWARD = ["E1 E2", "o1 o2", "z3 z4", "w5 w6 w7 w8", "h1 h2", "z1 z2", "w1 w2 w3 w4"].map(names => names.split(" "))
const STEPS = FORWARD.length + BACKWARD.length
const INTO = {z1: ["w1 x1", "w2 x2"], z2: ["w3 x1", "w4 x2"], z3: ["w5 h1", "w6 h2"], z4: ["w7 h1", "w8 h2"]}
const AFTER = {h1: "z1", h2: "z2", o1: "z3", o2: "z4"}
const FED = {z1: "h1", z2: "h2", z3: "o1", z4: "o2"}

const {value, slope, gradient} = propagate(START)
const pretty = name => name.replace(/\d/, "<sub>$&</sub>")
const drawn = name => name.replace(/\d/, '<tspan dy="3" font-size="70%">$&</tspan>')
const by = name => `∂E/∂${pretty(name)}`
const long = x => x.toFixed(8)
const given = name => name in START ? String(START[name]) : long(value[name])

// How the value of a name comes about, with the numbers put in.
function forward(name) {
  if (name in START) return `${pretty(name)} = ${START[name]}`
  const line = (...sides) => [pretty(name), ...sides, long(value[name])].join(" = ")
  if (name in INTO) {
    const terms = write => INTO[name].map(term => term.split(" ").map(write).join(" · ")).join(" + ")
    return line(terms(pretty), terms(given))
  }
  if (name in AFTER) return line(`σ(${pretty(AFTER[name])})`, `σ(${long(value[AFTER[name]])})`)
  if (name === "E") return line(`${pretty("E1")} + ${pretty("E2")}`, `${long(value.E1)} + ${long(value.E2)}`)
  const k = name[1]
  return line(`½(${pretty("t" + k)} − ${pretty("o" + k)})²`, `½(${given("t" + k)} − ${given("o" + k)})²`)
}

// The chain rule's product for the derivative of E with respect to a name.
function backward(name) {
  const line = (...sides) => [by(name), ...sides, long(gradient[name])].join(" = ")
  if (name[0] === "E") return `${by(name)} = 1`
  if (name[0] === "o") return line(`${pretty(name)} − ${pretty("t" + name[1])}`, `${given(name)} − ${given("t" + name[1])}`)
  if (name in FED) {
    const a = FED[name]
    return line(`${by(a)} · ∂${pretty(a)}/∂${pretty(name)}`, `${long(gradient[a])} · ${long(slope[a])}`)
  }
  const uses = Object.entries(INTO).flatMap(([z, terms]) => terms.map(term => [z, ...term.split(" ")]))
  const paths = uses.filter(([, ...factors]) => factors.includes(name)).map(([z, w, v]) => [z, name === w ? v : w])
  return line(
    paths.map(([z, factor]) => `${by(z)} · ${pretty(factor)}`).join(" + "),
    paths.map(([z, factor]) => `${long(gradient[z])} · ${given(factor)}`).join(" + "),
  )
}

const about = name => [...name[0] === "w" ? [] : [forward(name)], ...name[0] === "x" ? [] : [backward(name)]].join("\n")

const at = name => [COLUMNS[name] ?? COLUMNS[{x: "x1", h: "h1", o: "o1", E: "E1"}[name[0]] ?? (name < "z3" ? "z1" : "z3")],
  name === "E" ? (TOP + BOTTOM) / 2 : "13".includes(name[1]) ? TOP : BOTTOM]

const EDGES = Object.entries(INTO).flatMap(([z, terms]) => terms.map(term => [...term.split(" "), z]))
// The weight's sign stands in the middle of a level edge, and nearer to its end on one that crosses another.
function between(from, to) {
  const [a, b] = [at(from), at(to)], t = a[1] === b[1] ? 0.5 : 0.7
  return a.map((c, axis) => c + t * (b[axis] - c))
}

// Values stand below a node and derivatives above it; those of crossing edges where there is room.
function knob(name, [x, y], isNode) {
  const above = isNode ? -20 : y > TOP && y < (TOP + BOTTOM) / 2 ? 25 : -14
  return `<g role="button" tabindex="0" data-part="${name}" aria-label="${name}" transform="translate(${x} ${y})">
  <circle class="reach" r="21"/><circle class="${isNode ? "dot" : "plate"}" r="${isNode ? 15 : 11}"/><text y="5">${drawn(name)}</text>
  <text class="number" y="31"></text><text class="number back" y="${above}"></text></g>`
}

const drawing = () => {
  const pairs = [...EDGES.map(([, from, z]) => [from, z]), ...Object.entries(FED), ["o1", "E1"], ["o2", "E2"], ["E1", "E"], ["E2", "E"]]
  return pairs.map(([from, to]) => `<path class="edge" d="M${at(from)}L${at(to)}"/>`).join("")
    + FORWARD.flat().map(name => knob(name, at(name), true)).join("") + EDGES.map(([w, from, z]) => knob(w, between(from, z), false)).join("")
}

begin("graph", (box, words, id) => {
  box.innerHTML += `<p>${words.hint}</p><svg viewBox="0 8 420 244" class="wide" role="group" aria-label="${words.plane}">${drawing()}</svg>
    <p>${["next", "back", "restart"].map(name => button(id(name), words[name])).join(" ")}</p><output aria-live="polite" class="lines"></output>`
  const output = box.querySelector("output"), parts = [...box.querySelectorAll("g")]
  let done = 0
  const show = (names, text) => {
    const values = new Set(FORWARD.slice(0, done).flat()), gradients = new Set(BACKWARD.slice(0, Math.max(0, done - FORWARD.length)).flat())
    for (const part of parts) {
      const {part: name} = part.dataset, [number, back] = part.querySelectorAll(".number")
      part.classList.toggle("now", names.includes(name))
      number.textContent = values.has(name) ? value[name].toFixed(3) : ""
      back.textContent = gradients.has(name) ? gradient[name].toFixed(3) : ""
    }
    output.innerHTML = text
  }
  const walk = by => () => {
    done = Math.min(STEPS, Math.max(0, done + by))
    const isForward = done <= FORWARD.length
    const names = done ? isForward ? FORWARD[done - 1] : BACKWARD[done - FORWARD.length - 1] : []
    const title = (isForward ? words.forward : words.backward).replace("{}", isForward ? done : done - FORWARD.length)
    show(names, done ? [title, ...names.map(isForward ? forward : backward)].join("\n") : words.start)
  }
  const on = (name, by) => box.querySelector(`#${id(name)}`).addEventListener("click", walk(by))
  on("next", 1)
  on("back", -1)
  on("restart", -STEPS)
  for (const part of parts) {
    const {part: name} = part.dataset
    part.addEventListener("click", () => show([name], about(name)))
    part.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      show([name], about(name))
    })
  }
  walk(0)()
})
