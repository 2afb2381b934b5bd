# What the theme says in PDF editions.

## Endorsements

pdf-endorsing = What endorsing means

## The colophon

pdf-colophon = About this edition
pdf-publisher = Published by
pdf-edition = Edition and status
pdf-versions = Languages
# The names of languages are each in its own: “English, español”.
pdf-authentic = Authentic versions: { $languages }.
pdf-courtesy = Translations for information: { $languages }.
pdf-address = Permanent address
pdf-citation = How to cite
pdf-citation-text = { $publisher }, { $title }, edition { $number } ({ $date }), { $address }
pdf-licence = Licence
pdf-integrity = Integrity code
pdf-integrity-text = This code is computed from the text of the edition in all its languages; endorsements do not change it. Compare it with the code shown at the permanent address: if the two agree, this is the text that was published, word for word.
pdf-format = Format
pdf-format-text = This file can be read with assistive technology (PDF/UA-1) and is fit for archives (PDF/A-2a).
