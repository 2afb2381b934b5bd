# What the theme says in PDF editions.

## The title page

pdf-with-endorsements = With the endorsements of this edition

## Endorsements

pdf-endorsing = What endorsing means

## The colophon

pdf-colophon = About this edition
pdf-publisher = Published by
pdf-edition = Edition and status
pdf-adoption = Adoption
pdf-adoption-none = None. The text is in consultation, and no body has adopted it.
pdf-adoption-unrecorded = Adopted. The record of the adoption has not been entered.
pdf-supersedes = Supersedes
pdf-supersedes-nothing = No earlier edition.
pdf-corrigenda = Corrigenda
pdf-corrigenda-none = None. Nothing in this edition has been corrected.
pdf-versions = Languages
# The names of languages are each in its own: “English, español”.
pdf-authentic = Authentic versions: { $languages }.
pdf-courtesy = Translations for information: { $languages }.
pdf-difference = Where versions differ
pdf-difference-equal = No authentic version prevails over another. Where they differ, the meaning that best reconciles them is to be preferred, in the light of the object and purpose of the text.
pdf-difference-authentic = A translation for information never prevails over an authentic version.
pdf-collated = Versions compared by
pdf-collated-nobody = Not recorded yet. No reviser has entered a comparison of the versions, section by section.
pdf-address = Permanent address
pdf-citation = How to cite
pdf-licence = Licence
pdf-integrity = Integrity code
pdf-integrity-text = Computed from the text of this edition in all its languages; endorsements do not change it. To verify it, compare it with the code shown at the permanent address: if the two agree, this is the text that was published, word for word.
pdf-format = Format
pdf-format-text = This file can be read with assistive technology (PDF/UA-1) and is fit for archives (PDF/A-2a).
