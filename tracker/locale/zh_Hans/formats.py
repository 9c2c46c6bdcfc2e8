"""Numbers as on the pages in the other languages: in groups of three, which Django has not here."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
