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
editions-title = Editions
editions-changes = What changed
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
# Beside the forms for endorsing.
forms-title = How to endorse
forms-resolve = The competent body of the institution adopts a resolution that names the text and the edition. The model can be adapted.
forms-fill-in = The institution fills in the form and has it signed.
forms-send = It sends both with an official letter; the form says where to. Once it has been verified that they come from the institution, it is listed.

## The ways into a work

facet-meaning = Each section of this text is marked. Choose a mark to see the sections that bear it, with their numbers.
facet-gathered-title = Sections
facet-gathered-none = No section.
facet-left-out-title = Chapters left out
facet-whole = The whole text, in its order

## Proceedings

panels-title = Panels
panel-coordinators = Coordinated by
panel-papers = Papers
panel-papers-none = No paper has been published yet.
panel-conclusions = Conclusions
panel-conclusions-none = The conclusions of this panel have not been published yet.
paper-abstract = Abstract
paper-article = Article
paper-abstract-only = abstract
paper-keywords = Keywords
paper-specimen = This paper and its authors are made up to show the format of the book.
panel-specimen = This panel and its coordinators are made up to show the format of the book.
authors-meaning = Everyone who has written a paper of this book, with the papers.
submission-meaning = What is asked of whoever offers a contribution. The same rules are checked by the tool that makes this book.
submission-sections = Expected sections
submission-sections-meaning = An article has these sections, under these titles or others.
submission-counting = Words are counted as a person would: notes, tables and captions count; titles, citations and the list of references do not.

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

# What an institution is that was made up to show how the register works; within eyeshot of every such name.
specimen = fictitious example
with-reservations = with reservations
# Followed by a date.
signed-on = Signed:
# The endorsement covers some sections only.
partly = in part
# Followed by a date: the last day on which something happened in the register.
register-as-at = Register as at:
register-texts = By text
register-countries-title = By country
register-types = By type of institution
# A link to the list of those who have endorsed a text.
register-see = Who has endorsed this edition
# The same where only specimens or endorsements that have ended are on the list.
register-see-others = The list of this edition
# Titles of the parts of a list.
roll-active = Endorsements in force
roll-ended = Endorsements that have ended
roll-specimens = Fictitious examples
roll-specimens-meaning = These institutions do not exist. They show what the register looks like, and are counted nowhere.
roll-too-long = The list is long: choose a text, a country or a type above.
filter-title = Choose among the institutions
filter-name = Name
filter-text = Text
filter-country = Country
filter-type = Type
filter-all = All
# The script sets the number in the place of the sign.
filter-shown = Institutions shown: #
filter-none = No institution on the list matches.
charts-title = In numbers
chart-table = The numbers as a table
chart-country = Country
chart-institutions = Institutions
chart-period = Signed in
chart-signed = Endorsements
chart-total = Total by then
# The way through the pages of a list; its entries are numbers.
pager-label = Pages of the list
pager-previous = Previous page
pager-next = Next page
open-data-title = Open data
open-data-meaning = The whole register for reuse, with fictitious examples marked as such.
badge-title = For institutions that have endorsed this edition
badge-meaning = The badge leads to this list, where everybody can see who has endorsed the edition. Copy this into your page:

## An institution

signatory-about = The institution
signatory-acronym = Acronym
signatory-former = Formerly
# Followed by a date: the last day of a former name.
signatory-until = until
signatory-type = Type
signatory-country = Country
signatory-subdivision = Region
signatory-identifiers = Identifiers
signatory-website = Website
signatory-verified-by = Verified by
signatory-succeeds = Succeeds
signatory-succeeded = Succeeded by
signatory-succeeded-unlisted = another institution, which is not in this register
signatory-specimen = This institution does not exist: it is a fictitious example that shows what the register looks like.
endorsement-status = Status
endorsement-scope = Covers
endorsement-whole = the whole text
endorsement-language = Signed in
endorsement-signed = Signed
endorsement-effective = Effective from
endorsement-registered = Registered
endorsement-until = Valid until
endorsement-authority = Decided by
endorsement-reservations = Reservations
endorsement-reference = Reference of the withdrawal

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

## Status of the language versions

standing-version = Language
standing-done = Done
standing-sections = Sections
standing-collated = Checked against each other
standing-review = Under review
standing-new = Not checked yet
standing-questions = With questions
standing-under-review = Sections under review
facts-standing = Language versions

## Amendments

amendments-open = Open
amendments-decided = Decided
amendments-none = None.
amendments-as-table = As a table of comments
amendments-as-list = As a list
amendments-feed = Feed of amendments
amendments-all = All amendments
amendments-column-number = Number
amendments-column-section = Section
amendments-column-type = Type
amendments-column-comment = Comment
amendments-column-proposal = Proposal
amendments-column-decision = Decision
amendment-others = Open about the same sections
amendment-reasons = Reasons
amendment-way = From the proposal to the decision
amendment-record = record
amendment-facts = About this amendment
amendment-base = Proposed to
amendment-proposer = Proposed by
amendment-sections = Sections
# After it the languages: “English · español”.
amendment-marks = What would change, in
facts-amendments = Amendments
