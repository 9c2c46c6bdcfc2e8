"""A file as somebody chose it: what it is, that it does no harm, and its cells or its text."""
