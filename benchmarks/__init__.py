"""How fast the tracker is, beside what else one could use and beside what the machine can do."""
