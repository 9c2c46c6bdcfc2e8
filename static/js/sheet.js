// The sheet of answers by keyboard. Each row saves by itself with or without this script.
const sheet = document.querySelector("[data-sheet]");
const rowOf = (element) => element?.closest("tbody.sheet-row");
const formOf = (row) => row.querySelector("td.save form");
const firstField = (row) => row?.querySelector("td select, td textarea, td input:not([type=hidden])");
let savedByKey = false;

function neighbour(row, way) {
  let next = row[way];
  while (next && !next.matches("tbody.sheet-row")) next = next[way];
  return next;
}

sheet.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (!row) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.target.matches("td input, td select"))) {
    event.preventDefault();
    savedByKey = true;
    formOf(row).requestSubmit();
  } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const other = neighbour(row, event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling");
    if (!other) return;
    event.preventDefault();
    firstField(other).focus();
  }
});

// A button that stands outside its form, as “Save mine over it” does, says so itself.
document.addEventListener("htmx:configRequest", (event) => {
  const button = event.detail.triggeringEvent?.submitter;
  if (button?.name) event.detail.parameters[button.name] = button.value;
});

// After a save the focus goes to the next row; after a refusal to what is wrong in this one.
document.addEventListener("htmx:afterSettle", (event) => {
  const row = document.getElementById(event.detail.elt?.id ?? "");
  if (!row?.matches("tbody.sheet-row")) return;
  const wrong = row.querySelector("[data-focus]") ?? row.querySelector('[aria-invalid="true"]');
  const below = savedByKey ? neighbour(row, "nextElementSibling") : null;
  const next = wrong ?? firstField(below) ?? row.querySelector("td.save button");
  savedByKey = false;
  next?.focus();
});

// Whoever types must not lose it: warn before leaving, and say so when the server is out of reach.
const changed = new Set();
sheet.addEventListener("input", (event) => {
  const row = rowOf(event.target);
  row.dataset.changed = "";
  changed.add(row.id);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const row = rowOf(event.detail.elt);
  if (!row) return;
  if (event.detail.successful) {
    if (event.detail.xhr.getResponseHeader("HX-Trigger-After-Settle")) changed.delete(row.id);
  } else {
    complain(row, event.detail.xhr.status);
  }
});
window.addEventListener("beforeunload", (event) => changed.size && event.preventDefault());
sheet.addEventListener("submit", (event) => !window.htmx && changed.delete(rowOf(event.target)?.id));

const WORDS = {
  0: "The server cannot be reached. What you typed is still here: try again when you are connected.",
  401: "You were signed out. What you typed is still here. Sign in in another tab, come back and save again.",
  403: "This was refused, perhaps because you signed in anew since. What you typed is still here: save again.",
  404: "This recommendation is no longer here. What you typed is still here to be copied.",
};

function complain(row, status) {
  const state = row.querySelector(".row-state");
  state.setAttribute("role", "alert");
  state.textContent = WORDS[status] ?? "The server had an error. What you typed is still here: save again.";
  state.classList.add("error");
  signedOut = status === 401;
  if (status === 403) renewToken();
}

// Signing in gives a new token; the rows of this page take it over when one comes back to them.
let signedOut = false;
window.addEventListener("focus", () => signedOut && renewToken());

async function renewToken() {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector(".sheet [name=csrfmiddlewaretoken]")?.value;
  if (!token) return;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  signedOut = false;
}
