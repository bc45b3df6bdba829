import {functions} from "./math.js"
import {begin, numbers, slider} from "./page.js"

const REACH = 5
const HEIGHT = {sigmoid: 1.5, tanh: 1.5, step: 1.5}

const px = x => 60 + 60 * x / REACH
const py = (name, y) => 45 - 45 * y / (HEIGHT[name] ?? REACH)

begin("activations", (box, words, id) => {
  box.innerHTML += slider(id("x"), "x", -REACH, REACH, 0.1, 1)
    + `<output aria-live="polite" class="panels">${Object.keys(functions).map(name => panel(name, words)).join("")}</output>`
  const draw = () => {
    const [x] = numbers(box)
    for (const part of box.querySelectorAll("[data-name]")) show(part, x)
  }
  box.addEventListener("input", draw)
  draw()
})

function show(part, x) {
  const {name} = part.dataset, value = functions[name].value(x), slope = functions[name].slope(x)
  const circle = part.querySelector("circle")
  circle.setAttribute("cx", px(x))
  circle.setAttribute("cy", py(name, value))
  part.querySelector(".line-2").setAttribute("d", path(name, [-10, 10].map(step => [x + step, value + step * slope])))
  part.querySelectorAll("b").forEach((cell, i) => { cell.textContent = [value, slope][i].toFixed(4) })
}

function panel(name, words) {
  const curve = Array.from({length: 101}, (_, i) => i / 10 - REACH).map(x => [x, functions[name].value(x)])
  return `<span data-name="${name}"><svg viewBox="0 0 120 90" aria-hidden="true">
    <path class="grid" d="M0 45h120M60 0v90M56 ${py(name, 1)}h8"/><text x="52" y="${py(name, 1) + 4}" text-anchor="end">1</text>
    <path class="line-2"/><path class="line-1" d="${path(name, curve, 0.5)}"/><circle class="plot-2" r="4.5"/></svg>
    <strong>${words.names[name]}</strong><span>${words.value} <b></b></span><span>${words.slope} <b></b></span></span> `
}

// A path that does not join points across a jump.
function path(name, points, jump = Infinity) {
  const joined = (y, i) => i > 0 && Math.abs(y - points[i - 1][1]) < jump
  return points.map(([x, y], i) => `${joined(y, i) ? "L" : "M"}${px(x)} ${py(name, y)}`).join("")
}
