// What colleagues save appears in the rows that nobody here is at work on. A row in which somebody
// stands says so first; one in which something was typed keeps it, and shows both when it is saved.
const EVERY = 10_000;
let timer = 0;
let isSignedOut = false;

async function hearNews() {
  clearTimeout(timer);
  if (!document.hidden && navigator.onLine) await askForNews();
  timer = setTimeout(hearNews, EVERY);
}

async function askForNews() {
  const turns = new Map(allRows().map((row) => [row, jobOf(row).turn]));
  const address = new URL(sheet.dataset.news, location.href);
  for (const row of turns.keys()) address.searchParams.append("row", `${row.id}.${row.dataset.mark}`);
  address.searchParams.set("left", document.getElementById("tally").dataset.left);
  const answer = await ask(address);
  if (answer.status === 401 && !isSignedOut) say("You were signed out. Sign in in another tab; what you typed here stays.");
  isSignedOut = answer.status === 401;
  if (!answer.ok || answer.status === 204) return;
  const taken = takeApart(answer.text).filter((fresh) => {
    const row = document.getElementById(fresh.id);
    // While this was on its way, the row may have been saved here: then it is no news.
    return row && turns.get(row) === jobOf(row).turn && !jobOf(row).isSending && !jobOf(row).unheard && hear(row, fresh);
  });
  if (taken.length) say(`Saved by colleagues: ${taken.map((fresh) => fresh.id).join(", ")}.`);
}

// Whether the row was brought up to date.
function hear(row, fresh) {
  if (isDirty(row)) {
    row.dataset.mark = fresh.dataset.mark;
    if (row.dataset.outcome !== "conflict") tell(row, row.dataset.outcome, "Somebody saved this row meanwhile. When you save yours, you see both and choose.");
    return false;
  }
  if (row.contains(document.activeElement)) {
    row.dataset.mark = fresh.dataset.mark;
    jobOf(row).news = fresh;
    tell(row, "", "Somebody saved this row. It is shown when you leave it.", { button: { words: "Show it now", act: () => showNews(row) } });
    return false;
  }
  take(row, fresh);
  return true;
}

function showNews(row) {
  const { news } = jobOf(row);
  if (news) take(row, news);
  fieldOf(row, "position").focus();
}

document.addEventListener("visibilitychange", () => document.hidden || hearNews());
timer = setTimeout(hearNews, EVERY);
