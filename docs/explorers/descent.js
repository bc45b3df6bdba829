import {begin, numbers, select, slider} from "./page.js"
import {map, onMap, short, surfaces, walk} from "./surfaces.js"

const OFFERED = ["parabola", "valleys", "ravine", "saddle"]

const far = c => Math.max(-1e4, Math.min(1e4, c))
const onCurve = ({value}, [w]) => [far(160 + 30 * w), far(145 - 11 * value([w]))]

begin("descent", (box, words, id) => {
  box.innerHTML += select(id("surface"), words.surface, OFFERED.map(name => [name, words.names[name]]))
    + slider(id("rate"), words.rate, 0.01, 2.2, 0.01, 0.1) + slider(id("steps"), words.steps, 0, 40, 1, 10)
    + `<svg viewBox="0 0 320 200" aria-hidden="true"></svg><output aria-live="polite"></output>`
  const draw = () => {
    const [rate, steps] = numbers(box), surface = surfaces[box.querySelector("select").value]
    const places = walk(surface, "SGD", rate, steps), last = places.at(-1)
    const [place, ground] = surface.levels ? [onMap, map(surface)] : [w => onCurve(surface, w), curve(surface)]
    const way = places.map(place)
    box.querySelector("svg").innerHTML = `${ground}<polyline class="line-2" points="${way.join(" ")}"/>
      ${way.map(([x, y]) => `<circle class="plot-2" cx="${x}" cy="${y}" r="3"/>`).join("")}
      <circle class="line-1" cx="${way.at(-1)[0]}" cy="${way.at(-1)[1]}" r="7"/>`
    const said = {steps, w: last.map(short).join(", "), loss: short(surface.value(last))}
    box.querySelector("output").textContent = words.result.replace(/\{(\w+)\}/g, (_, key) => said[key])
  }
  box.addEventListener("input", draw)
  draw()
})

function curve(surface) {
  const points = Array.from({length: 101}, (_, i) => onCurve(surface, [i / 10 - 5]))
  const marks = [-4, -2, 0, 2, 4].map(w => `<path class="grid" d="M${160 + 30 * w} 141v8"/><text x="${160 + 30 * w}" y="198" text-anchor="middle">${w}</text>`)
  return `<path class="grid" d="M10 145H310"/>${marks.join("")}<polyline class="line-1" points="${points.join(" ")}"/>`
}
