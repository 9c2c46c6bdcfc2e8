// Suggestions as one types: “ref 33” offers Refugee Convention 33, “nor” Norway. A browser's own list
// only knows the words as they stand; here each typed word may begin a word of the thing, its code
// or its other names. What the field means is read by the server, with or without this script.
const SEPARATED = { articles: /^(.*[,;]\s*)?(.*)$/, organisations: /^(.*;\s*)?(.*)$/ };

function knownIn(list) {
  return [...document.querySelectorAll(`#known-${list} option`)].map((option) => {
    const { names = "", number = "" } = option.dataset;
    const called = [option.value, ...names.split("|").map((name) => `${name} ${number}`)];
    return { value: option.value, subject: option.textContent, names: called.map((name) => name.toLowerCase().split(/[\s-]+/)) };
  });
}

function fits(name, typed) {
  let at = 0;
  for (const word of typed) {
    while (at < name.length && !name[at].startsWith(word)) at += 1;
    if (at === name.length) return false;
    at += 1;
  }
  return true;
}

for (const [list, separated] of Object.entries(SEPARATED)) {
  const known = knownIn(list);
  const offered = Object.assign(document.createElement("datalist"), { id: `fitting-${list}` });
  document.body.append(offered);

  const suggest = (field) => {
    const parts = field.value.match(separated);
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
  };

  for (const field of document.querySelectorAll(`[data-${list}]`)) {
    field.setAttribute("list", offered.id);
    field.addEventListener("input", () => suggest(field));
    field.addEventListener("focus", () => suggest(field));
  }
}
