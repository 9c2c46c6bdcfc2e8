// The sheet by keyboard. No key does anything while an input method composes characters.
const isComposing = (event) => event.isComposing || event.keyCode === 229;

if (location.hash === "#next") {
  const first = allRows().find(isLeft);
  if (first) goTo(first);
}

sheet.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (!row || event.target.form !== formOf(row) || isComposing(event)) return;
  const isOrder = event.ctrlKey || event.metaKey;
  const isStep = (event.ctrlKey || (event.altKey && !event.target.matches("select"))) && ["ArrowDown", "ArrowUp"].includes(event.key);
  if (isStep) step(event, row, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && (isOrder || event.target.matches("input"))) saveAndGoOn(event, row);
  else if (event.key === "'" && isOrder) carryDown(event, row);
  else if (event.target.name === "position" && !isOrder && !event.altKey) choose(event, row);
});

// The same field in the row above or below.
function step(event, row, way) {
  const other = allRows()[allRows().indexOf(row) + way];
  if (!other) return;
  event.preventDefault();
  const found = fieldOf(other, event.target.name) ?? fieldOf(other, "position");
  const folded = found.closest("details");
  if (folded) folded.open = true;
  found.focus();
}

function saveAndGoOn(event, row) {
  event.preventDefault();
  if (event.target.name?.startsWith("take-")) {
    row.querySelector("button[name=over]").click();
    return;
  }
  const saved = save(row);
  const next = nextRow(row, isLeft);
  if (next) goTo(next);
  else saved.then(() => goOnElsewhere(row));
}

// The other pages, once all of this one is saved and nobody has gone back to a row of it.
function goOnElsewhere(row) {
  const button = bar.querySelector("[data-jump=empty]");
  const isMore = Number(document.getElementById("tally").dataset.left) > 0;
  if (row.dataset.outcome !== "saved" || allRows().some(isUnsaved) || !row.contains(document.activeElement)) return;
  if (button && isMore) goToOthers(button);
  else say(`${row.id} was the last row here without an answer.`);
}

// A position by its letter; of a keyboard that types other letters, by the place of the key.
function choose(event, row) {
  const radios = controlsOf(row).filter((control) => control.name === "position");
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace(/^Key/, "");
  const chosen = radios.find((radio) => radio.getAttribute("aria-keyshortcuts") === letter);
  const isNone = ["Delete", "Backspace"].includes(event.key);
  if (!chosen && !isNone) return;
  event.preventDefault();
  for (const radio of radios) radio.checked = radio === chosen;
  (chosen ?? radios[0]).focus();
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
}

// What stands in the same field of the nearest row above that has anything there.
function above(row, name) {
  const rows = allRows();
  for (let at = rows.indexOf(row) - 1; at >= 0; at -= 1) {
    const field = fieldOf(rows[at], name);
    const value = field.type === "radio" ? (field.checked ? field.value : "") : field.value;
    if (value) return value;
  }
  return "";
}

function carryDown(event, row) {
  const { name, type } = event.target;
  const value = name && above(row, name);
  event.preventDefault();
  if (value) fill(row, name, value, type);
}

function fill(row, name, value) {
  const fields = controlsOf(row).filter((control) => control.name === name);
  if (fields[0].type === "radio") for (const radio of fields) radio.checked = radio.value === value;
  else fields[0].value = value;
  const field = fieldOf(row, name);
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Where the answer stands is mostly where the one above it does: offered on a button, and filled in
// where somebody comes to an empty field of a row that they are answering. They see it, selected.
function offerAbove(row) {
  const locator = fieldOf(row, "locator");
  const value = locator.value ? "" : above(row, "locator");
  const button = row.querySelector("[data-above]");
  button.hidden = !value;
  button.textContent = value && `As above: ${value}`;
}

sheet.addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (!row) return;
  if (event.target.name === "locator" && !event.target.value && isDirty(row) && !row.dataset.state && !row.dataset.offered) {
    row.dataset.offered = "";
    const value = above(row, "locator");
    if (value) fill(row, "locator", value);
    event.target.select();
  }
  offerAbove(row);
});
sheet.addEventListener("input", (event) => event.target.name === "locator" && offerAbove(rowOf(event.target)));
sheet.addEventListener("click", (event) => {
  const button = event.target.closest("[data-above]");
  const row = rowOf(button);
  if (row) fill(row, "locator", above(row, "locator"));
});
