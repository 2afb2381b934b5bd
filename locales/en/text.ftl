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
# What a table or figure with a caption is called, before the caption and in references to it.
table-number = Table{"\u00A0"}{ $number }
figure-number = Figure{"\u00A0"}{ $number }
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

## Texts that say nothing

# Texts of links that do not say where they lead, separated by semicolons, in lower case.
vague-link-texts = here; click here; read here; see here; this; this link; this page; link; more; more here; read more; read more here; learn more; find out more; more information; further information; info; details; website; web page; download; open
# Words for an image that do not say what it shows.
vague-alt-texts = image; picture; photo; photograph; figure; illustration; graphic; graph; chart; diagram; map; drawing; screenshot; icon; logo; alt text; alternative text
size-megabytes = { $number }{"\u00A0"}MB
size-kilobytes = { $number }{"\u00A0"}kB

## Pages of the site's own

news-title = News
register-title = Endorsing institutions
register-none = No institution has endorsed any text yet.
# For bibliographies. Each part is a sentence of its own.
citation = { $publisher }. { $title }. { $edition }. { $status }, { $date }. { $address }
# The same without what has a field of its own.
citation-note = { $edition }. { $status }, { $date }

## Legal facts

fact-publisher = Publisher
fact-responsible = Responsible for the content
fact-postal-address = Postal address
fact-email = E-mail
fact-registration = Registration
fact-hosting = Hosting provider
fact-data-protection = Contact for data protection
fact-accessibility-contact = Contact for accessibility
