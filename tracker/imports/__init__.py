"""
Files that other people made, into records: one reader for each source, then the same way for all.

    file -> reader -> asks -> checked -> difference -> staged rows -> confirmed

A reader (`reports`, `matrices`, `uprinfo`, `uhri`, `own`, `mapped`, `submissions`) knows a format
and no record; it gives `asks`. `checking` finds what their words mean here, `difference` compares
with what is recorded, `staging` puts rows into the database for a person to read. Nothing is
written to the records before that person confirms (`tracker.actions.imports`).
"""
