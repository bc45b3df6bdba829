import {begin, button, numbers, select, slider} from "./page.js"
import {map, onMap, optimizers, short, surfaces, walk} from "./surfaces.js"

const OFFERED = ["ravine", "saddle", "plateau"]
const LANES = [["SGD", 0.02], ["Momentum", 0.01], ["Adam", 0.2]]
const RATES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]
const LAST = 100

begin("race", (box, words, id) => {
  const lane = ([name, rate], i) => select(id(`optimizer-${i}`), words.optimizer.replace("{}", i + 1), Object.keys(optimizers).map(n => [n, n]), name)
    + select(id(`rate-${i}`), words.rate.replace("{}", i + 1), RATES.map(r => [r, r]), rate)
  box.innerHTML += select(id("surface"), words.surface, OFFERED.map(name => [name, words.names[name]]))
    + LANES.map(lane).join("") + slider(id("steps"), words.steps, 0, LAST, 1, 20)
    + `<p>${["play", "step", "restart"].map(name => button(id(name), words[name])).join(" ")}</p>
    <svg viewBox="0 0 320 200" aria-hidden="true"></svg><output aria-live="polite" class="lines"></output>`
  const [surface, ...chosen] = box.querySelectorAll("select"), steps = box.querySelector("input")
  const draw = () => {
    const [count] = numbers(box), ground = surfaces[surface.value]
    const ways = LANES.map((_, i) => walk(ground, chosen[2 * i].value, Number(chosen[2 * i + 1].value), count))
    box.querySelector("svg").innerHTML = map(ground) + ways.map(drawn).join("")
    box.querySelector("output").innerHTML = ways.map((way, i) => {
      const said = {name: chosen[2 * i].value, w: way.at(-1).map(short).join(", "), loss: short(ground.value(way.at(-1)))}
      return `<span class="key-${i + 1}">${words.result.replace(/\{(\w+)\}/g, (_, key) => said[key])}</span>`
    }).join("\n")
  }
  let clock
  const stop = () => { clearInterval(clock); clock = undefined }
  const to = count => { steps.value = count; draw() }
  const on = (name, act) => box.querySelector(`#${id(name)}`).addEventListener("click", act)
  on("step", () => { stop(); to(steps.valueAsNumber + 1) })
  on("restart", () => { stop(); to(0) })
  on("play", () => {
    if (clock) return stop()
    if (steps.valueAsNumber === LAST) to(0)
    clock = setInterval(() => {
      to(steps.valueAsNumber + 1)
      if (steps.valueAsNumber === LAST) stop()
    }, 100)
  })
  box.addEventListener("input", event => { if (event.isTrusted) stop(); draw() })
  draw()
})

function drawn(way, i) {
  const points = way.map(onMap), [x, y] = points.at(-1)
  return `<polyline class="line-${i + 1}" points="${points.join(" ")}"/><circle class="plot-${i + 1}" cx="${x}" cy="${y}" r="5"/>`
}
