// Several rows of the sheet at once: ticking them, and pasting a block of cells into one of them.
// Without this script the page has tick boxes, a choice of all rows, and a page to paste into.
const boxes = () => [...document.querySelectorAll('input[name="row"][form="selection"]')];
const told = document.querySelector("[data-ticks]");
const ticked = new Set();

if (told) {
  const all = Object.assign(document.createElement("input"), { type: "checkbox", id: "tick-all" });
  const label = Object.assign(document.createElement("label"), { className: "tick" });
  const count = Object.assign(document.createElement("output"), { className: "muted" });
  label.append(all, "Tick all of this page");
  told.append(label, count);

  const show = () => {
    const found = boxes();
    ticked.clear();
    found.filter((box) => box.checked).forEach((box) => ticked.add(box.value));
    count.textContent = ticked.size ? `${ticked.size} ticked` : "";
    all.checked = found.length > 0 && ticked.size === found.length;
    all.indeterminate = ticked.size > 0 && !all.checked;
  };
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    show();
  });
  document.addEventListener("change", (event) => event.target.matches('input[name="row"]') && show());
  // A row that was saved comes anew from the server, without its tick.
  new MutationObserver(() => {
    for (const box of boxes()) box.checked = ticked.has(box.value);
    show();
  }).observe(document.querySelector("[data-sheet]"), { childList: true });
  // A tick is no answer: the sheet must not take it for something typed.
  document.addEventListener("input", (event) => event.target.matches('input[name="row"]') && event.stopPropagation(), true);
  show();
}

const COLUMNS = ["position", "category_as_stated", "words", "locator"];
const block = document.querySelector("#paste-block");

function isBlock(text, into) {
  if (text.includes("\t")) return true;
  const cell = /^"(?:[^"]|"")*"$/.test(text); // one cell with several lines
  return text.includes("\n") && !cell && !into.matches("textarea");
}

document.addEventListener("paste", (event) => {
  const row = event.target.closest?.("[data-sheet] tbody[id]");
  const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/[\r\n]+$/, "");
  if (!row || !block || event.target.matches('[name="row"]') || !isBlock(text, event.target)) return;
  event.preventDefault();
  const rows = [...row.closest("[data-sheet]").querySelectorAll("tbody[id]")].map((other) => other.id);
  const name = (event.target.name ?? "").split("-").pop();
  block.elements.block.value = text;
  block.elements.start.value = row.id;
  block.elements.column.value = COLUMNS.includes(name) ? name : "";
  block.elements.rows.value = rows.slice(rows.indexOf(row.id)).join(" ");
  block.requestSubmit();
});
