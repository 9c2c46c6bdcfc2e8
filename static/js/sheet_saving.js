// Each row is saved when it is left, with the version it was read at. What was typed stays in the
// row until the server has it: an answer never overwrites what was typed since it was asked for.
const LONGEST_WAIT = 60;
const WORDS = {
  401: "Not saved: you were signed out. What you typed is still here. Sign in in another tab, then come back to this one.",
  403: "Not saved: this was refused. What you typed is still here. Try again, or sign in anew in another tab first.",
  404: "Not saved: this recommendation is no longer here. What you typed is still here to be copied.",
};

// Of each row: is it being sent, was it asked to be sent again, and what may have arrived unheard.
const jobs = new WeakMap();
function jobOf(row) {
  if (!jobs.has(row)) jobs.set(row, { isSending: false, isAsked: false, unheard: null, wait: 1, timer: 0, turn: 0, news: null, isRefused: false });
  return jobs.get(row);
}

const isUnsaved = (row) => jobOf(row).isSending || jobOf(row).unheard !== null || isDirty(row);

async function save(row, submitter = null) {
  const job = jobOf(row);
  if (job.isSending) {
    job.isAsked = true;
    return;
  }
  clearTimeout(job.timer);
  job.isSending = true;
  job.isAsked = false;
  // What may have arrived goes once more as it was, so that it cannot be taken for a colleague's.
  const sent = job.unheard ?? new FormData(formOf(row), submitter);
  sent.set("csrfmiddlewaretoken", token());
  tell(row, "saving", "Saving…", { aloud: false });
  const answer = await ask(formOf(row).action, { method: "POST", body: sent });
  job.isSending = false;
  if (!answer.ok) {
    fail(row, sent, answer.status);
    return;
  }
  const wasLeft = job.isAsked || job.unheard !== null || !row.contains(document.activeElement);
  Object.assign(job, { unheard: null, wait: 1, isRefused: false });
  const wentOn = hasChangedSince(row, sent);
  take(row, takeApart(answer.text)[0], sent);
  if (!wentOn || row.dataset.outcome === "conflict") return;
  if (wasLeft) save(row);
  else tell(row, "", "Not saved yet", { aloud: false });
}

const valueIn = (data, name) => data.get(name) ?? "";
function hasChangedSince(row, sent) {
  const now = new FormData(formOf(row));
  return controlsOf(row).some((control) => valueIn(now, control.name) !== valueIn(sent, control.name));
}

// An answer of the server, or one with the status 0 if it cannot be reached.
async function ask(address, options = {}) {
  try {
    const answer = await fetch(address, { credentials: "same-origin", headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(20_000), ...options });
    const text = await answer.text();
    return answer.redirected ? { ok: false, status: 401 } : { ok: answer.ok, status: answer.status, text };
  } catch {
    return { ok: false, status: 0 };
  }
}

// Rows and the count, as the server sends them for a page that is open.
function takeApart(text) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  const tally = holder.content.querySelector("template[data-fresh]")?.content.querySelector("#tally");
  if (tally) takeTally(tally);
  return [...holder.content.querySelectorAll(ROW)];
}

let waitingTally = null;
function takeTally(fresh) {
  const shown = document.getElementById("tally");
  if (shown.contains(document.activeElement)) {
    waitingTally = fresh;
    return;
  }
  waitingTally = null;
  shown.replaceWith(document.importNode(fresh, true));
}
bar.addEventListener("focusout", () => setTimeout(() => waitingTally && takeTally(waitingTally)));

// Let a row become what the server says it is; `sent` is what that answers, null to take it whole.
function take(row, fresh, sent = null) {
  const job = jobOf(row);
  job.turn += 1;
  job.news = null;
  const isKept = ["saved", ""].includes(fresh.dataset.outcome);
  const typed = new FormData(formOf(row));
  takeUnder(row, fresh);
  for (const name of new Set(controlsOf(fresh).map((control) => control.name))) {
    const isSince = sent !== null && valueIn(typed, name) !== valueIn(sent, name);
    takeField(row, fresh, name, { isKept, isSince, typed: valueIn(typed, name) });
  }
  if (isKept) formOf(row).elements.expected.value = fresh.querySelector("[name=expected]").value;
  takeParts(row, fresh);
  const words = fresh.querySelector("[data-word]").textContent;
  tell(row, fresh.dataset.outcome, words.replace(/\s+/g, " ").trim(), { aloud: sent !== null });
}

// A field takes what the server made of it, unless it was typed in since.
function takeField(row, fresh, name, { isKept, isSince, typed }) {
  const theirs = controlsOf(fresh).filter((control) => control.name === name);
  for (const [at, control] of controlsOf(row).filter((control) => control.name === name).entries()) {
    const given = theirs[at];
    if (control.type === "radio") {
      if (isKept) control.defaultChecked = given.defaultChecked;
      control.checked = isSince ? control.value === typed : given.defaultChecked;
    } else if (control.matches("select")) {
      if (isKept) for (const option of control.options) option.defaultSelected = option.value === given.value;
      control.value = isSince ? typed : given.value;
    } else {
      if (isKept) control.defaultValue = given.defaultValue;
      const value = isSince ? typed : given.defaultValue;
      if (control.value !== value) setText(control, value);
    }
    if (control.type === "radio") continue;
    for (const told of ["aria-invalid", "aria-describedby", "lang"]) {
      if (given.hasAttribute(told)) control.setAttribute(told, given.getAttribute(told));
      else control.removeAttribute(told);
    }
  }
}

function setText(control, value) {
  const [start, end] = [control.selectionStart, control.selectionEnd];
  control.value = value;
  if (control === document.activeElement) control.setSelectionRange(start, end);
}

// What stands below a row: why it is corrected, or two versions. Whoever was in it is not lost.
function takeUnder(row, fresh) {
  const shown = row.querySelector("tr.under");
  const given = fresh.querySelector("tr.under");
  if (shown?.outerHTML === given?.outerHTML) return;
  const wasIn = shown?.contains(document.activeElement);
  const name = document.activeElement?.name;
  shown?.remove();
  if (given) row.append(document.importNode(given, true));
  if (wasIn) (fieldOf(row, name) ?? row.querySelector("[data-focus]") ?? fieldOf(row, "position")).focus();
}

function takeParts(row, fresh) {
  for (const place of row.querySelectorAll("[data-error]")) {
    place.textContent = fresh.querySelector(`[data-error="${place.dataset.error}"]`)?.textContent ?? "";
  }
  for (const part of ['[data-part="state"]', "details summary", "[data-notes]"]) {
    const shown = row.querySelector(part);
    const given = fresh.querySelector(part).innerHTML;
    if (shown.innerHTML !== given) shown.innerHTML = given;
  }
  if (fresh.querySelector("details").open) row.querySelector("details").open = true;
  Object.assign(row.dataset, { state: fresh.dataset.state, mark: fresh.dataset.mark });
}

// Nothing was heard: the row says so, and tries again by itself where that can help.
function fail(row, sent, status) {
  const job = jobOf(row);
  const canHelp = status === 0 || status === 429 || status >= 500;
  const isFirst = row.dataset.outcome !== "unsent" && job.wait === 1;
  job.unheard = canHelp ? sent : null;
  const button = { words: "Try again now", act: () => save(row) };
  if (!canHelp) {
    if (status === 403 && !job.isRefused) {
      job.isRefused = true; // once more by itself, with a new token; after that the person decides
      renewToken().then((isRenewed) => isRenewed && save(row));
    }
    tell(row, "unsent", WORDS[status] ?? "Not saved: the server did not understand this. What you typed is still here.", { button });
    return;
  }
  job.wait = Math.min(job.wait * 2, LONGEST_WAIT);
  const why = status === 0 ? "the server cannot be reached" : "the server had an error";
  tell(row, "unsent", `Not saved: ${why}. What you typed is still here, and is sent again in ${job.wait} seconds.`, { aloud: isFirst, button });
  job.timer = setTimeout(() => save(row), job.wait * 1000);
}

window.addEventListener("online", () => allRows().filter((row) => jobOf(row).unheard).forEach((row) => save(row)));

// Signing in gives a new token; this page takes it over when one comes back to it.
const token = () => sheet.querySelector("[name=csrfmiddlewaretoken]").value;
const unsent = () => allRows().filter((row) => row.dataset.outcome === "unsent");
window.addEventListener("focus", async () => {
  if (unsent().length && (await renewToken())) unsent().forEach((row) => save(row));
});

// Whether the page could be asked for a token.
async function renewToken() {
  const answer = await ask(location.href, { headers: {} });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(answer.text, "text/html");
  const fresh = page.querySelector("[data-sheet] [name=csrfmiddlewaretoken]")?.value;
  if (!fresh) return false;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh;
  return true;
}

// When a row is left, it is saved; the focus may come back to it before that is sure.
sheet.addEventListener("focusout", (event) => {
  const row = rowOf(event.target);
  if (row && !row.contains(event.relatedTarget)) setTimeout(() => row.contains(document.activeElement) || leave(row));
});

function leave(row) {
  const job = jobOf(row);
  if (isDirty(row)) {
    if (row.dataset.outcome !== "conflict") save(row);
  } else if (job.news) {
    take(row, job.news);
  } else if (["error", "conflict"].includes(row.dataset.outcome) && !job.isSending) {
    takeBack(row);
  }
}

// The row as the server has it, and nothing of what was typed.
async function takeBack(row) {
  const answer = await ask(formOf(row).action);
  if (!answer.ok) return;
  clearTimeout(jobOf(row).timer);
  jobOf(row).unheard = null;
  take(row, takeApart(answer.text)[0]);
}

sheet.addEventListener("submit", (event) => {
  const row = rowOf(event.target);
  if (!row) return;
  event.preventDefault();
  save(row, event.submitter);
});

sheet.addEventListener("click", (event) => {
  if (!event.target.closest("[data-discard]")) return;
  event.preventDefault();
  takeBack(rowOf(event.target)).then(() => fieldOf(rowOf(event.target) ?? lastRow, "position")?.focus());
});

sheet.addEventListener("input", (event) => {
  const row = rowOf(event.target);
  if (row && ["saved", ""].includes(row.dataset.outcome)) tell(row, "", isDirty(row) ? "Not saved yet" : "", { aloud: false });
});

// Other forms of the page wait until all rows are saved; whoever leaves before is asked.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || rowOf(form) || !allRows().some(isUnsaved)) return;
  event.preventDefault();
  allRows().filter((row) => isDirty(row) && row.dataset.outcome !== "conflict").forEach((row) => save(row));
  while (allRows().some((row) => jobOf(row).isSending)) await new Promise((done) => setTimeout(done, 50));
  const left = allRows().filter(isUnsaved);
  if (!left.length) form.requestSubmit(event.submitter);
  else {
    goTo(left[0]);
    say(`${left[0].id} is not saved yet. Put that right first.`);
  }
});

window.addEventListener("beforeunload", (event) => allRows().some(isUnsaved) && event.preventDefault());
