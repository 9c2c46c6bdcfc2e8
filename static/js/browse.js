// The fields of the days say whether their day was refused; htmx swaps what is said below them, not
// the fields, so that a day half typed stays.
document.addEventListener("htmx:afterSettle", () => {
  for (const [field, said] of [["#as-of", "#as-of-error"], ["#id_changed_since", "#id_changed_since_error"]]) {
    const told = document.querySelector(said).textContent.trim();
    document.querySelector(field).setAttribute("aria-invalid", told !== "");
  }
});
