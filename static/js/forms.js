// What went wrong gets the focus, so that it is read first. Without this script it is on top.
document.querySelector("[data-focus]")?.focus();

// What was typed is not lost by leaving the page, unless the person says so.
for (const form of document.querySelectorAll("[data-guard]")) {
  let unsaved = Boolean(document.querySelector("[data-focus]")); // a save that did not succeed
  form.addEventListener("input", () => (unsaved = true));
  form.addEventListener("submit", () => (unsaved = false));
  window.addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
}

// One tick box for a whole table of them; buttons say how many are ticked.
for (const form of document.querySelectorAll("[data-tick-all]")) {
  const boxes = [...form.querySelectorAll('tbody input[type="checkbox"]')];
  const all = Object.assign(document.createElement("input"), { type: "checkbox" });
  const show = () => {
    const count = boxes.filter((box) => box.checked).length;
    for (const told of form.querySelectorAll("[data-ticked]")) told.textContent = ` (${count})`;
    all.checked = count === boxes.length;
  };
  form.addEventListener("change", (event) => {
    if (event.target === all) boxes.forEach((box) => (box.checked = all.checked));
    show();
  });
  show();
  if (boxes.length < 2) continue;
  all.setAttribute("aria-label", "Tick all");
  form.querySelector("thead th").append(all);
}
