// Long lists of tick boxes get a field that narrows them as one types. Without this script they scroll.
for (const group of document.querySelectorAll("[data-narrow]")) {
  const list = group.querySelector("[data-options]");
  const labels = [...list.querySelectorAll("label")];
  const field = Object.assign(document.createElement("input"), { type: "search", placeholder: "Type to narrow the list" });
  field.setAttribute("aria-label", `Narrow the list: ${group.querySelector("legend").textContent.trim()}`);
  field.addEventListener("input", () => {
    const words = field.value.trim().toLowerCase();
    for (const label of labels) {
      label.hidden = words !== "" && !label.textContent.toLowerCase().includes(words) && !label.querySelector("input").checked;
    }
  });
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  list.before(field);
  // What is chosen already comes first.
  list.prepend(...labels.filter((label) => label.querySelector("input").checked));
}
