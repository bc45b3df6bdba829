// The switch "show proofs": it marks every proven number and every claim, and leads from each to its proof.
const WORDS = {ko: ["증명 표시", "근거"], en: ["Show proofs", "evidence"]}
const [label, evidence] = WORDS[document.documentElement.lang]
const {base} = JSON.parse(document.getElementById("__config").textContent)
const report = new URL(`${base}/reference/verification/`, location.href)
const marks = document.querySelectorAll("data.number, data.rests")

const link = mark => {
  const address = mark.value.includes("#") ? mark.value : `${report}#${mark.value}`
  const anchor = Object.assign(document.createElement("a"), {className: "proof-link", href: address})
  if (mark.matches(".rests")) Object.assign(anchor, {textContent: "∵", title: evidence, ariaLabel: evidence})
  else anchor.append(...mark.childNodes)
  mark.append(anchor)
}

const unlink = mark => {
  const anchor = mark.querySelector(".proof-link")
  if (anchor) anchor.replaceWith(...(mark.matches(".rests") ? [] : anchor.childNodes))
}

const remember = shown => {
  try { localStorage.setItem("dlnotes-proofs", shown) } catch {}      // a browser may refuse to remember
}
const remembered = () => {
  try { return localStorage.getItem("dlnotes-proofs") === "true" } catch { return false }
}

const show = shown => {
  document.documentElement.classList.toggle("proofs", shown)
  button.setAttribute("aria-pressed", shown)
  for (const mark of marks) (shown ? link : unlink)(mark)
}

const button = Object.assign(document.createElement("button"), {type: "button", className: "proof-switch", textContent: `✓ ${label}`})
button.addEventListener("click", () => {
  const shown = button.getAttribute("aria-pressed") !== "true"
  show(shown)
  remember(shown)
})
if (marks.length) {
  document.querySelector("article h1")?.after(button)
  show(remembered())
}
