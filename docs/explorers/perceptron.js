import {answer, cut, learn, weightedSum} from "./math.js"
import {begin, button, pointed, select} from "./page.js"

const GATES = {AND: [0, 0, 0, 1], OR: [0, 1, 1, 1], NAND: [1, 1, 1, 0], XOR: [0, 1, 1, 0]}
const LOW = -0.5, HIGH = 1.5, SIZE = 300
// Eighths are exact in binary, so a point on the line is on the line, without rounding.
const GRID = 1 / 8
const MOVES = {ArrowLeft: [-GRID, 0], ArrowRight: [GRID, 0], ArrowDown: [0, -GRID], ArrowUp: [0, GRID]}
const CORNERS = [[LOW, LOW], [HIGH, LOW], [HIGH, HIGH], [LOW, HIGH]]

const place = ([x, y]) => [(x - LOW) / (HIGH - LOW) * SIZE, (HIGH - y) / (HIGH - LOW) * SIZE]
const inside = c => Math.min(HIGH, Math.max(LOW, Math.round(c / GRID) * GRID))
const short = number => String(Number(number.toFixed(4)))
const named = x => `(${x.map(short).join(", ")})`
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key])

const fresh = () => ({unit: {w: [0, 0], b: 0}, next: 0, epoch: 0, mistakes: 0, seen: null})
const chosen = gate => ({...fresh(), points: GATES[gate].map((target, i) => ({x: [i >> 1, i & 1], target}))})
const wrong = (unit, {x, target}) => answer(unit, x) !== target

function step(state) {
  const {x, target} = state.points[state.next]
  state.seen = {x: named(x), target, output: answer(state.unit, x)}
  const {error, ...unit} = learn(state.unit, x, target)
  state.mistakes = (state.next ? state.mistakes : 0) + Math.abs(error)
  state.unit = unit
  state.next = (state.next + 1) % state.points.length
  state.epoch += state.next ? 0 : 1
}

function epoch(state) {
  do step(state)
  while (state.next)
  state.seen = null
}

const point = () => `<g role="button" tabindex="0"><circle class="reach" r="20"/><circle class="dot" r="12"/>
  <text y="5" text-anchor="middle"></text></g>`

begin("perceptron", (box, words, id) => {
  box.innerHTML += select(id("gate"), words.gate, Object.keys(GATES).map(gate => [gate, gate]))
    + `<p id="${id("hint")}">${words.hint}</p>
    <svg viewBox="-10 -10 320 320" role="application" aria-label="${words.plane}" aria-describedby="${id("hint")}">
    <path class="grid" d="${[0, 1].map(c => `M${place([c, LOW])}V0M${place([LOW, c])}H${SIZE}`).join("")}"/>
    <polygon class="side"/><polyline class="line-1"/>${CORNERS.map(point).join("")}</svg>
    <p>${["step", "epoch", "restart"].map(name => button(id(name), words[name])).join(" ")}</p><output aria-live="polite"></output>`
  const gate = box.querySelector("select"), svg = box.querySelector("svg"), handles = [...svg.querySelectorAll("g")]
  let state = chosen("AND")
  const draw = () => show(box, handles, state, words)
  const act = change => () => { change(); draw() }
  const on = (name, change) => box.querySelector(`#${id(name)}`).addEventListener("click", act(change))
  on("step", () => step(state))
  on("epoch", () => epoch(state))
  on("restart", () => Object.assign(state, fresh()))
  gate.addEventListener("change", act(() => { state = chosen(gate.value) }))
  handles.forEach((handle, i) => operate(handle, svg, () => state.points[i], draw))
  draw()
})

function show(box, handles, {unit, points, next, epoch, mistakes, seen}, words) {
  const {part, line} = cut(CORNERS, x => weightedSum(unit, x))
  box.querySelector("polygon").setAttribute("points", part.map(place).join(" "))
  box.querySelector("polyline").setAttribute("points", line.map(place).join(" "))
  handles.forEach((handle, i) => {
    const {x, target} = points[i], isWrong = wrong(unit, points[i])
    handle.setAttribute("transform", `translate(${place(x)})`)
    handle.setAttribute("class", `class-${target}${isWrong ? " wrong" : ""}`)
    handle.setAttribute("aria-label", filled(words.point, {x: named(x), target}) + (isWrong ? words.wrong : ""))
    handle.lastChild.textContent = target
  })
  const count = points.filter(one => wrong(unit, one)).length
  const values = {w1: short(unit.w[0]), w2: short(unit.w[1]), b: short(unit.b), epoch: epoch + (next ? 1 : 0), next, mistakes, count}
  const progress = next ? words.during : epoch ? words.after : words.untrained
  const lines = [progress, words.unit, count ? words.errors : words.right]
  if (seen) lines.unshift(filled(words.seen, seen))
  box.querySelector("output").textContent = lines.map(text => filled(text, values)).join(" ")
}

// Arrow keys and dragging move a point; Enter, the space bar and a click change its class.
function operate(handle, svg, point, draw) {
  const toggle = () => { point().target = 1 - point().target; draw() }
  const move = x => { point().x = x.map(inside); draw() }
  let dragged = false
  handle.addEventListener("keydown", event => {
    const by = MOVES[event.key]
    if (by) move(point().x.map((c, axis) => c + by[axis]))
    else if (event.key === "Enter" || event.key === " ") toggle()
    else return
    event.preventDefault()
  })
  handle.addEventListener("pointerdown", event => { handle.setPointerCapture(event.pointerId); dragged = false })
  handle.addEventListener("pointermove", event => {
    if (!handle.hasPointerCapture(event.pointerId)) return
    const {x, y} = pointed(svg, event)
    const to = [LOW + x / SIZE * (HIGH - LOW), HIGH - y / SIZE * (HIGH - LOW)].map(inside)
    if (String(to) === String(point().x)) return
    dragged = true
    move(to)
  })
  handle.addEventListener("click", () => { if (!dragged) toggle() })
}
