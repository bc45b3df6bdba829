import {batches} from "./math.js"
import {begin, numbers, slider} from "./page.js"

begin("batches", (box, words, id) => {
  box.innerHTML += slider(id("samples"), words.samples, 1, 200, 1, 50) + slider(id("size"), words.size, 1, 200, 1, 16)
    + slider(id("epochs"), words.epochs, 1, 5, 1, 3)
    + `<p><label for="${id("drop")}">${words.drop}</label><input type="checkbox" id="${id("drop")}"></p>
    <svg viewBox="0 0 320 130" aria-hidden="true"></svg><output aria-live="polite"></output>`
  const drop = box.querySelector("[type=checkbox]")
  const draw = () => {
    const [samples, size, epochs] = numbers(box), sizes = batches(samples, size, drop.checked)
    box.querySelector("svg").innerHTML = Array.from({length: epochs}, (_, row) => blocks(sizes, samples, 4 + 25 * row)).join("")
    const said = {iterations: sizes.length, updates: sizes.length * epochs, epochs, last: sizes.at(-1) ?? 0}
    box.querySelector("output").textContent = words.result.replace(/\{(\w+)\}/g, (_, key) => said[key])
  }
  box.addEventListener("input", draw)
  draw()
})

// One epoch as a row: a block for each batch, and an outline for all samples, so that what is dropped stays empty.
function blocks(sizes, samples, y) {
  const wide = 300 / samples
  let x = 10
  const drawn = sizes.map((size, i) => {
    const block = `<rect class="plot-${i % 2 + 1}" x="${x}" y="${y}" width="${Math.max(0.5, size * wide - 0.6)}" height="18"/>`
    x += size * wide
    return block
  })
  return `<path class="grid" d="M10 ${y}h300v18h-300z"/>${drawn.join("")}`
}
