import {softmax} from "./math.js"
import {begin, numbers, slider} from "./page.js"

const START = [2, 1, -1]

begin("softmax", (box, words, id) => {
  box.innerHTML += words.classes.map((name, i) => slider(id(i), words.logit.replace("{}", name), -5, 5, 0.1, START[i])).join("")
    + slider(id("t"), words.temperature, 0.1, 10, 0.1, 1)
    + `<svg viewBox="0 0 320 108" aria-hidden="true">${words.classes.map(row).join("")}</svg><output aria-live="polite"></output>`
  const bars = box.querySelectorAll("rect")
  const draw = () => {
    const [t, ...logits] = numbers(box).reverse()
    const shares = softmax(logits.reverse().map(x => x / t))
    shares.forEach((share, i) => bars[i].setAttribute("width", 240 * share))
    box.querySelector("output").textContent = words.classes.map((name, i) => `${name} ${shares[i].toFixed(4)}`).join(", ")
  }
  box.addEventListener("input", draw)
  draw()
})

function row(name, i) {
  const y = 8 + 34 * i
  return `<text x="64" y="${y + 17}" text-anchor="end">${name}</text>
    <path class="grid" d="M70 ${y}h240v24h-240z"/><rect class="plot-${i + 1}" x="70" y="${y}" height="24"/>`
}
