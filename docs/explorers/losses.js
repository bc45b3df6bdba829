import {losses, lowest, mean} from "./math.js"
import {begin, numbers, pointed, slider} from "./page.js"

const TARGETS = [1, 2, 3, 4, 5], OUTLIER = 10
const RIGHT = 10, TOP = 12      // how far the axes go
const LINE = {mean_squared_error: 1, mean_absolute_error: 2, huber: 3}

const px = x => 30 + 28 * x
const py = y => 160 - 12 * y

begin("losses", (box, words, id) => {
  box.innerHTML += slider(id("prediction"), words.prediction, 0, RIGHT, 0.1, 5)
    + `<p><label for="${id("outlier")}">${words.outlier}</label><input type="checkbox" id="${id("outlier")}"></p>
    <svg viewBox="0 0 320 205" class="sideways" aria-hidden="true"></svg>
    <output aria-live="polite" class="panels">${Object.keys(losses).map(name => panel(name, words)).join("")}</output>`
  const [prediction, outlier] = box.querySelectorAll("input"), svg = box.querySelector("svg")
  const draw = () => {
    const [y] = numbers(box)
    const targets = outlier.checked ? [...TARGETS.slice(0, -1), OUTLIER] : TARGETS
    svg.innerHTML = chart(y, targets, words)
    for (const part of box.querySelectorAll("[data-name]")) {
      const {value, slope} = losses[part.dataset.name]
      const said = [mean(value, targets, y), mean(slope, targets, y), lowest({slope}, targets)]
      part.querySelectorAll("b").forEach((cell, i) => { cell.textContent = said[i].toFixed(4) })
    }
  }
  const drag = event => {
    if (!event.buttons) return
    prediction.value = (pointed(svg, event).x - px(0)) / 28
    draw()
  }
  svg.addEventListener("pointerdown", drag)
  svg.addEventListener("pointermove", drag)
  box.addEventListener("input", draw)
  draw()
})

// Each loss as a curve over the prediction, its lowest place as a ring, and what it is at the prediction as a dot.
function chart(y, targets, words) {
  const columns = [0, 2, 4, 6, 8, 10].map(n => `<text x="${px(n)}" y="${py(0) + 27}" text-anchor="middle">${n}</text>`)
  const rows = [0, 4, 8, 12].map(n => `<path class="grid" d="M${px(0)} ${py(n)}H${px(RIGHT)}"/><text x="24" y="${py(n) + 5}" text-anchor="end">${n}</text>`)
  const dots = targets.map(t => `<path class="target" d="M${px(t)} ${py(0) - 6}v12"/>`)
  const curves = Object.entries(LINE).map(([name, number]) => {
    const height = x => mean(losses[name].value, targets, x), low = lowest(losses[name], targets)
    const seen = Array.from({length: 101}, (_, i) => i / 10).filter(x => height(x) <= TOP)
    return `<polyline class="line-${number}" points="${seen.map(x => `${px(x)},${py(height(x))}`).join(" ")}"/>
      <circle class="line-${number}" cx="${px(low)}" cy="${py(height(low))}" r="6"/>
      ${height(y) <= TOP ? `<circle class="plot-${number}" cx="${px(y)}" cy="${py(height(y))}" r="4"/>` : ""}`
  })
  return [...rows, ...columns, ...dots, `<path class="grid" d="M${px(y)} ${py(0)}V${py(TOP)}"/>`, ...curves].join("")
    + `<text x="${px(5)}" y="${py(0) + 43}" text-anchor="middle">${words.prediction}</text>`
}

function panel(name, words) {
  const rows = ["value", "slope", "lowest"].map(row => `<span>${words[row]} <b></b></span>`)
  return `<span data-name="${name}"><strong class="key-${LINE[name]}">${words.names[name]}</strong>${rows.join("")}</span> `
}
