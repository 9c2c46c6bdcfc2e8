// The field of the day says whether its day was refused; htmx swaps what is said below it, not the
// field, so that a day half typed stays.
document.addEventListener("htmx:afterSettle", () => {
  const told = document.querySelector("#as-of-error").textContent.trim();
  document.querySelector("#as-of").setAttribute("aria-invalid", told !== "");
});
