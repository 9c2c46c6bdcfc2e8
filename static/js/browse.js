// The fields of the days say whether their day was refused; htmx swaps what is said below them, not
// the fields, so that a day half typed stays.
const DAYS = { "#as-of": "#as-of-error", "#id_changed_since": "#id_changed_since_error" };

document.addEventListener("htmx:afterSettle", () => {
  for (const [field, error] of Object.entries(DAYS)) {
    const told = document.querySelector(error).textContent.trim();
    document.querySelector(field).setAttribute("aria-invalid", told !== "");
  }
});
