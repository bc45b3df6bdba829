import {largestSlope, survival} from "./math.js"
import {begin, numbers, select, slider} from "./page.js"

const LEFT = 52, RIGHT = 310, TOP = 14, BOTTOM = 150

begin("vanishing-gradient", (box, words, id) => {
  box.innerHTML += select(id("activation"), words.activation, Object.keys(largestSlope).map(name => [name, words.names[name]]))
    + slider(id("depth"), words.depth, 1, 20, 1, 10) + slider(id("weight"), words.weight, 0.5, 8, 0.5, 1)
    + `<svg viewBox="0 0 320 190" aria-hidden="true"></svg><output aria-live="polite"></output>`
  const draw = () => {
    const [depth, weight] = numbers(box)
    const products = survival(box.querySelector("select").value, weight, depth)
    box.querySelector("svg").innerHTML = chart(products, words)
    box.querySelector("output").textContent = words.result.replace("{}", products.at(-1).toExponential(3))
  }
  box.addEventListener("input", draw)
  draw()
})

// The vertical axis is logarithmic and spans whole tens of decades.
function chart(products, words) {
  const logs = [0, ...products.map(Math.log10)], last = logs.at(-1)
  const [low, high] = last > 0 ? [0, Math.ceil(last / 10) * 10] : [Math.min(-10, Math.floor(last / 10) * 10), 0]
  const x = layer => LEFT + layer / 20 * (RIGHT - LEFT)
  const y = log => BOTTOM - (log - low) / (high - low) * (BOTTOM - TOP)
  const rows = [low, (low + high) / 2, high].map(log => `<path class="grid" d="M${LEFT} ${y(log)}H${RIGHT}"/>
    <text x="${LEFT - 6}" y="${y(log) + 4}" text-anchor="end">1e${log}</text>`)
  const columns = [0, 5, 10, 15, 20].map(n => `<text x="${x(n)}" y="${BOTTOM + 17}" text-anchor="middle">${n}</text>`)
  const dots = logs.map((log, n) => `<circle class="plot-1" cx="${x(n)}" cy="${y(log)}" r="4"/>`)
  return [...rows, ...columns, ...dots].join("") + `<polyline class="line-1" points="${logs.map((log, n) => `${x(n)},${y(log)}`).join(" ")}"/>
    <text x="${(LEFT + RIGHT) / 2}" y="${BOTTOM + 35}" text-anchor="middle">${words.layers}</text>`
}
