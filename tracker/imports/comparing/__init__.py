"""What would become of each ask: against the records, and against what the source said before."""
