// What every explorer needs of its page.
export function begin(name, start) {
  for (const root of document.querySelectorAll(`[data-explorer="${name}"]`)) {
    const words = JSON.parse(root.dataset.words)
    const id = part => `explorer-${name}-${part}`
    root.innerHTML = `<fieldset><legend>${words.title}</legend></fieldset>`
    start(root.firstChild, words, id)
    root.hidden = false
  }
}

export const slider = (id, label, min, max, step, value) =>
  `<p><label for="${id}">${label}</label>
  <input type="range" id="${id}" min="${min}" max="${max}" step="${step}" value="${value}"><span aria-hidden="true"></span></p>`

export const select = (id, label, options, chosen) =>
  `<p><label for="${id}">${label}</label>
  <select id="${id}">${options.map(([value, text]) => `<option value="${value}"${value === chosen ? " selected" : ""}>${text}</option>`).join("")}</select></p>`

// The sliders' numbers, also written beside them.
export const numbers = box => [...box.querySelectorAll("input[type=range]")].map(input => {
  input.nextSibling.textContent = input.value
  return input.valueAsNumber
})

// Where a pointer is in a drawing, in the drawing's own units.
export const pointed = (svg, {clientX, clientY}) => new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse())

export const button = (id, label) => `<button type="button" id="${id}">${label}</button>`
