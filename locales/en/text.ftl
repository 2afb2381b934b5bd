# What the tool itself says on pages, inside and around the texts.

## Blocks

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
notes = Notes
note-label = Note { $number }
note-back = Back to note { $number } in the text
# The accessible name of a table that can be scrolled sideways.
table-region = Table { $number }
task-done = Done
task-open = To do

## References

# A cross reference whose text is filled in: “3.2 Mediation”, with a no-break space.
reference = { $number }{"\u00A0"}{ $title }
# The accessible name of an unnumbered section's permanent link.
section-link = Link to “{ $title }”
clause-guideline = Guideline { $number }
clause-paragraph = Paragraph { $number }
clause-article = Article { $number }
clause-recommendation = Recommendation { $number }
# Followed by a language’s name in itself.
side-by-side = Side by side:
# The title of a page that shows a chapter in two languages.
parallel-title = { $title } ({ $languages })

## The state of a text

status-in-consultation = Consultation draft
status-adopted = Adopted
status-superseded = Replaced by a later edition
status-withdrawn = Withdrawn
edition = Edition { $number }
authentic = This is the authentic text.
equally-authentic = This version is authentic, on equal terms with the other authentic versions.
authentic-among = Equally authentic: { $languages }. The other versions are translations for information.
courtesy = This is a translation for information; it is not authentic.

## The front door and the files

enter = Read in English
# $languages are names in their own language: “English”, “English · español”.
download-text = { $languages } (PDF)
download-endorsed = { $languages }, with endorsements (PDF)
