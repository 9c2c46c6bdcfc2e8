// What went wrong gets the focus, so that it is read first. Without this script it is on top.
document.querySelector("[data-focus]")?.focus();

// One tick box for a whole table of them.
for (const form of document.querySelectorAll("[data-tick-all]")) {
  const boxes = form.querySelectorAll('tbody input[type="checkbox"]');
  if (boxes.length < 2) continue;
  const all = Object.assign(document.createElement("input"), { type: "checkbox" });
  all.setAttribute("aria-label", "Tick all");
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  form.querySelector("thead th").append(all);
}
