# What the theme says on the pages of the site.
# A label that ends in a colon is followed by a name in its own language: "Side by side: español".

## The frame of every page

skip-to-content = Skip to content
languages-label = Language
breadcrumb-label = You are here
published-by = Published by { $publisher }
all-languages = All languages
licence = Licence:
# Printed at the foot of a page on paper, before its address.
page-address = Address of this page:

## Home

works-title = Texts
works-none = No text has been published yet.

## The title page of a work

start-reading = Start reading
contents-title = Contents
# Unfolds the sections of a chapter.
contents-sections = Sections
intro-title = Introduction
facts-title = About this text
facts-languages = Languages
facts-licence = Licence
facts-fingerprint = Integrity code
facts-fingerprint-meaning = Computed from the text of this edition in all its languages. A PDF that shows the same code holds this text.
downloads-title = Downloads
# Said of a file that carries the languages beside each other.
downloads-parallel = side by side
# Said of a file that carries the text and its endorsements.
downloads-endorsed = with the endorsements registered up to the date it bears
endorsements-title = Endorsements
endorsements-none = No institution has endorsed this edition yet.
endorsements-closed = This edition is not open to endorsement.

## Chapters

toc-title = On this page
# On the page that shows two languages: the same chapter in one of them.
alone = on its own
sequence-label = Chapters
previous = Previous
next = Next

## Menus

menu-label = Main pages
footer-menu-label = About this site

## News

news-newest-first = Newest first
news-all = All news
news-none = There is no news yet.
news-sequence-label = News
news-older = Older
news-newer = Newer
feed-title = News feed

## The glossary

# Followed by a link to the section.
glossary-defined = Defined in:

## The register

register-meaning-title = What an endorsement means
register-meaning = An endorsing institution declares that it will apply one edition of one text within its own remit. Each text says on its own page what this commits an institution to, and what it does not.
register-rules = An institution appears here only under the text and the edition that it has endorsed, and after its endorsement has been verified. A draft in consultation cannot be endorsed unless its page says so.

## Legal facts

legal-title = Facts about the publication
# Instead of a fact that is not known.
legal-gap = Not yet published

## How to cite

citation-title = How to cite

## Nothing at this address

not-found-title = There is no page at this address
not-found-text = The address may be mistyped, or the page may have moved. Published sections keep their address: look for yours from the home page.
not-found-home = Go to the home page
