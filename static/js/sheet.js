// The sheet of answers: its rows, what was typed in them, and how they say where they stand. What is
// here is used by sheet_saving.js, sheet_keys.js and sheet_news.js. Without any of them each row is
// a form of its own with a button.
const sheet = document.querySelector("[data-sheet]");
const bar = document.querySelector("[data-bar]");
const ROW = "tbody.sheet-row";
const rowOf = (element) => element?.closest?.(ROW) ?? null;
const allRows = () => [...sheet.querySelectorAll(ROW)];
const formOf = (row) => row.querySelector("[data-row-form]");

// What a person fills in: neither hidden fields and buttons, nor the choices of a conflict. A row that
// is not in the page yet has no form whose elements could be asked for.
const isFilledIn = (control) => control.matches("input:not([type=hidden]), select, textarea") && !control.name.startsWith("take-");
const controlsOf = (row) => [...row.querySelectorAll(`[form="${row.id}-form"]`)].filter(isFilledIn);
const fieldOf = (row, name) => {
  const found = controlsOf(row).filter((control) => control.name === name);
  return found.find((control) => control.checked) ?? found[0];
};

function firstValue(select) {
  return ([...select.options].find((option) => option.defaultSelected) ?? select.options[0])?.value;
}

function isChanged(control) {
  if (control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.matches("select")) return control.value !== firstValue(control);
  return control.value !== control.defaultValue;
}

const isDirty = (row) => controlsOf(row).some(isChanged);
const isLeft = (row) => !row.dataset.state && !isDirty(row);
const isInTrouble = (row) => ["error", "conflict", "unsent"].includes(row.dataset.outcome);

// Where a row stands, in words beside it; `aloud` also in the one live region of the page.
function tell(row, outcome, words, { aloud = true, button = null } = {}) {
  const place = row.querySelector("[data-word]");
  row.dataset.outcome = outcome;
  place.textContent = words;
  if (button) {
    const element = Object.assign(document.createElement("button"), { type: "button", className: "link-button", textContent: button.words });
    element.addEventListener("click", button.act);
    place.append(" ", element);
  }
  countTrouble();
  if (aloud) say(`${row.id}: ${words}${outcome === "saved" ? ` ${document.getElementById("tally").dataset.left} left.` : ""}`);
}

function say(words) {
  bar.querySelector("[data-said]").textContent = words.replace(/\s+/g, " ").trim();
}

function countTrouble() {
  const count = allRows().filter(isInTrouble).length;
  bar.querySelector("span[data-trouble]").textContent = count;
  bar.querySelector("[data-jump=trouble]").hidden = count === 0;
}

// The next row that fits, below the given one and then from the top.
function nextRow(row, fits) {
  const rows = allRows();
  const at = rows.indexOf(row);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(fits);
}

function goTo(row, name = "position") {
  const below = row.querySelector("[data-focus]");
  const wrong = [...row.querySelectorAll("[data-error]")].find((place) => place.textContent.trim());
  const found = below ?? (wrong ? fieldOf(row, wrong.dataset.error) : null) ?? fieldOf(row, name) ?? formOf(row).querySelector("button");
  const folded = found.closest("details");
  if (folded) folded.open = true;
  found.focus();
}

for (const button of bar.querySelectorAll("[data-jump]")) {
  button.addEventListener("click", (event) => {
    const isWanted = button.dataset.jump === "empty" ? isLeft : isInTrouble;
    const found = nextRow(lastRow, isWanted);
    event.preventDefault();
    if (found) goTo(found);
    else goToOthers(button);
  });
}

// The first row without an answer of those that are not on this page, which may have their address.
function goToOthers(button) {
  const there = new URL(button.dataset.elsewhere, location.href);
  const isHere = there.pathname + there.search === location.pathname + location.search;
  if (there.hash && isHere) {
    history.replaceState(null, "", there);
    location.reload();
  } else location.assign(there);
}

let lastRow = null;
sheet.addEventListener("focusin", (event) => (lastRow = rowOf(event.target) ?? lastRow));

// The words are in the language that is chosen beside them, for those who hear or spell-check them.
sheet.addEventListener("change", (event) => {
  if (event.target.name !== "language") return;
  for (const name of ["words", "category_as_stated"]) fieldOf(rowOf(event.target), name).lang = event.target.value;
});
