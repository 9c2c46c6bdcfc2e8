// Approvals by keyboard; the buttons and links of the page do the same without this script.
const approve = document.querySelector("[data-approve]");
const note = document.querySelector("[data-return]");
const field = note?.querySelector("textarea");

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return; // an input method composes characters
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const inNote = note?.contains(event.target);
    if (!inNote && field?.value.trim()) return field.focus(); // a note is begun: nothing is approved
    const form = inNote ? note : approve;
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  } else if (event.altKey && !event.ctrlKey && event.code === "KeyR" && field) {
    event.preventDefault();
    field.focus();
  } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const link = document.querySelector(`.place [rel=${event.key === "ArrowDown" ? "next" : "prev"}]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  }
});
