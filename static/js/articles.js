// Suggestions for articles as one types: “ref 33” offers Refugee Convention 33. A browser's own list
// only knows the words as they stand; here each typed word may begin a word of the treaty, its code
// or its other names. What the field means is read by the server, with or without this script.
const known = [...document.querySelectorAll("#known-articles option")].map((option) => {
  const names = [option.value, ...(option.dataset.names ?? "").split("|").map((name) => `${name} ${option.dataset.number}`)];
  return { value: option.value, subject: option.textContent, names: names.map((name) => name.toLowerCase().split(/[\s-]+/)) };
});
const offered = Object.assign(document.createElement("datalist"), { id: "fitting-articles" });
document.body.append(offered);

function fits(name, typed) {
  let at = 0;
  for (const word of typed) {
    while (at < name.length && !name[at].startsWith(word)) at += 1;
    if (at === name.length) return false;
    at += 1;
  }
  return true;
}

function suggest(field) {
  const parts = field.value.match(/^(.*[,;]\s*)?(.*)$/);
  const before = parts[1] ?? "";
  const typed = parts[2].toLowerCase().split(/[\s-]+/).filter(Boolean);
  const found = typed.length ? known.filter((one) => one.names.some((name) => fits(name, typed))) : [];
  // The label holds what was typed, so that the browser shows the suggestion.
  offered.replaceChildren(
    ...found.slice(0, 12).map((one) => {
      const option = document.createElement("option");
      option.value = before + one.value;
      option.label = `${field.value} → ${one.value}${one.subject ? `: ${one.subject}` : ""}`;
      return option;
    }),
  );
}

for (const field of document.querySelectorAll("[data-articles]")) {
  field.setAttribute("list", offered.id);
  field.addEventListener("input", () => suggest(field));
  field.addEventListener("focus", () => suggest(field));
}
