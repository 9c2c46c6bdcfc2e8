// These pages keep nothing in the reader's browser. htmx would note the address of each answer in
// the session's storage; it finds its way without.
Storage.prototype.setItem = () => {};
