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
# What a table or figure with a caption is called, before the caption and in references to it.
table-number = Table{"\u00A0"}{ $number }
figure-number = Figure{"\u00A0"}{ $number }
# The accessible name of an unnumbered section's permanent link.
section-link = Link to “{ $title }”
clause-guideline = Guideline { $number }
clause-paragraph = Paragraph { $number }
clause-article = Article { $number }
clause-section = Section { $number }
clause-section = Section { $number }
clause-recommendation = Recommendation { $number }
# Followed by a language’s name in itself.
side-by-side = Side by side:
# The title of a page that shows a chapter in two languages.
parallel-title = { $title } ({ $languages })

## Procedures

# The headings of a procedure, as authors write them and readers see them.
procedure-responsible = Responsible
procedure-inputs = Inputs
procedure-outputs = Outputs
procedure-indicators = Indicators
procedure-agencies = Other agencies

## How sections are sorted

# $name is that of a facet, such as “Level” or “For”; names of values follow.
facet-label = { $name }:
# Where a section has all values of a facet.
facet-all = all
facet-value-title = { $facet }: { $value }
facet-sections =
    { $count ->
        [0] no sections
        [one] { $number } section
       *[other] { $number } sections
    }
facet-gathers =
    { $count ->
        [0] No section of the text is so marked.
        [one] This page gathers { $number } section of the text.
       *[other] This page gathers { $number } sections of the text.
    }
facet-leaves-out =
    { $count ->
        [one] It leaves out { $number } section, which is marked otherwise.
       *[other] It leaves out { $number } sections, which are marked otherwise.
    }
# Below the sections of a chapter that are shown.
facet-left-here =
    { $count ->
        [one] { $number } section of this chapter is left out.
       *[other] { $number } sections of this chapter are left out.
    }

## Proceedings

references-title = References
# A link from an entry of a list of references to a place that cites it.
citation-back = Back to citation { $number } in the text
authors-title = Authors
submission-title = Rules of submission
papers =
    { $count ->
        [0] No papers
        [one] { $number } paper
       *[other] { $number } papers
    }
example-papers =
    { $count ->
        [one] { $number } fictitious example
       *[other] { $number } fictitious examples
    }
# $language is the name of a language in itself.
article-elsewhere = This article does not exist in the language of this page. It is shown in another: { $language }.
article-translated = Written in { $language }.
rule-abstract-words = An abstract has at most { $number } words.
rule-article-words = An article has at most { $number } words.
rule-keywords-least = A contribution has at least { $number } keywords in each language.
rule-keywords-most = A contribution has at most { $number } keywords in each language.

## The state of a text

status-in-consultation = Consultation draft
status-adopted = Adopted
status-superseded = Replaced by a later edition
status-withdrawn = Withdrawn
status-specimen = Fictitious example · { $status }
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
download-offprint = Offprint, { $languages } (PDF)
download-form = Endorsement form (PDF)
download-resolution = Model resolution (PDF)

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
# A contribution to a book.
citation-paper = { $authors }. { $title }. In: { $book }. { $publisher }. { $edition }. { $status }, { $date }. { $address }

## Legal facts

fact-publisher = Publisher
fact-responsible = Responsible for the content
fact-postal-address = Postal address
fact-email = E-mail
fact-registration = Registration
fact-hosting = Hosting provider
fact-data-protection = Contact for data protection
fact-accessibility-contact = Contact for accessibility

## The register

# $number is $count as readers write it.
register-institutions =
    { $count ->
        [0] no endorsement in force
        [one] { $number } institution
       *[other] { $number } institutions
    }
register-countries =
    { $count ->
        [one] { $number } country
       *[other] { $number } countries
    }
register-endorsements =
    { $count ->
        [one] { $number } endorsement in force
       *[other] { $number } endorsements in force
    }
register-specimen-count =
    { $count ->
        [one] { $number } fictitious example
       *[other] { $number } fictitious examples
    }
# A link from a work's title page to the rest of the list.
register-more =
    { $count ->
        [one] { $number } more entry in the register
       *[other] { $number } more entries in the register
    }
# Titles of lists.
register-of-edition = Endorsements: { $title }, { $edition }
register-of-country = Endorsing institutions: { $country }
register-of-type = Endorsing institutions: { $type }
register-page = { $title } – page { $number } of { $total }
# How an endorsement stands, and how it has ended.
state-active = In force
state-merged = Ended
state-expired = Expired
state-withdrawn = Withdrawn
ended-withdrawn = Withdrawn on { $date }
ended-expired = Expired: its term ended on { $date }
ended-expired-undated = Expired
ended-merged = Ended: the institution’s tasks have passed to { $name }
ended-merged-unlisted = Ended: the institution’s tasks have passed to another institution
# What search engines show of an institution.
signatory-summary = { $type }, { $country }
signatory-verified = { $method }, { $date }
verification-official-letter = Official letter
verification-domain-email = Message from the institution’s own domain
verification-pull-request-by-domain-owner = Change proposed by the owner of the institution’s domain
verification-official-gazette = Official gazette
badge-endorses = Endorses
# The badge in one sentence, for those who do not see it.
badge-text = Endorses: { $title }, { $edition }
chart-countries-title = Institutions by country
chart-countries-described = Bar chart. Countries: { $number }. Most institutions: { $first }, { $most }. The table below has all the numbers.
chart-others = Other countries
chart-time-title = Endorsements in force, by date of signature
chart-time-described = Column chart of the running total. Endorsements in force: { $number }. First signed on { $from }, last on { $until }. The table below has all the numbers.

## Types of institutions

type-local-government = Local government
type-regional-government = Regional government
type-ministry = Ministry
type-parliament = Parliament
type-police = Police
type-court = Court
type-prosecution = Prosecution service
type-ombudsman = Ombudsman institution
type-health-service = Health service
type-school = School
type-university = University
type-association = Association
type-ngo = Non-governmental organisation
type-professional-body = Professional body
type-company = Company
type-network = Network
type-international = International organisation
type-other = Other institution

## Versions under review

# The same words in each version, whoever has changed.
review = The language versions are under review here.
review-stands = The language versions are under review here; edition { $edition } stands.
review-unchecked =
    { $count ->
        [one] One section of this page has not been checked against the other languages yet.
       *[other] { $number } sections of this page have not been checked against the other languages yet.
    }
review-unchecked-page = This page has not been checked against the other languages yet.
review-status = Status of the language versions
review-report = Report a difference
# The subject of a message.
review-subject = Difference between versions: { $work } – { $section } ({ $languages })
standing-title = Status of the language versions
standing-description = How many sections somebody has checked against each other in all languages, and which have changed since.
standing-own-pages = Pages of this site
standing-percent = { $number } %
standing-of = { $collated } of { $sections } sections are checked against each other.
standing-not-begun = Nobody has checked the language versions against each other yet.
# In the colophon of PDFs.
collated-by = { $collated } of { $sections } sections; in the role of: { $roles }.
role-translator = translator
role-reviser = reviser
role-editor = editor
role-lawyer = lawyer
role-secretariat = secretariat
role-committee = committee

## Editions

edition-replaced = This is edition { $edition }. It has been replaced by edition { $by }.
edition-withdrawn = This is edition { $edition }. It was withdrawn on { $date }. { $reason }
edition-is-current = This is the permanent text of edition { $edition }, which is the current text.
edition-frozen = This is the permanent text of edition { $edition }. It is in force; a later text is being prepared.
edition-draft = This is a draft. Edition { $edition } is in force.
edition-in-force = Read edition { $edition }
edition-collated = All its authentic versions had been checked against each other when it was fixed.
edition-consultation = In consultation from { $opens } to { $closes }
edition-not-adopted = None. The text is in consultation from { $opens } to { $closes }, and no body has adopted it.
edition-uncollated = Its authentic versions had not all been checked against each other when it was fixed.
edition-corrected = Edition { $number }, corrigendum { $corrigendum }
edition-dated = Edition { $number }, { $date }
edition-adopted = Adopted by { $body } on { $date }.
edition-record = Record: { $record }
edition-now = Read the current text
edition-later = Read the text that is being prepared
# At a section of an older edition.
edition-section-now = Current text: { $target }
edition-section-gone = No longer in the text since edition { $target }
corrigendum = Corrigendum { $number }, { $date }, { $by }: for “{ $old }” read “{ $new }”.
corrigenda = { $count ->
        [one] one corrigendum
       *[other] { $number } corrigenda
    }
# At a section: what became of it from edition to edition, separated by semicolons.
history = History
history-introduced = In the text since edition { $edition }
history-changed = changed in edition { $edition }
history-moved = moved in edition { $edition }
history-removed = not in edition { $edition }
# Where a section was.
section-retired = The section “{ $title }” is no longer in the text since edition { $edition }.
section-retired-in = Read it in edition { $edition }
changes-title = Changes from edition { $from } to edition { $to }
changes-description = What changed in { $title }, with its marks, in all its languages.

## Marked changes

redline-title = Marked changes: { $title }
redline-working = the text as it is
redline-edition = edition { $number }
redline-amended = edition { $number } with amendment { $id }
redline-revision = revision { $name }
redline-inserted = inserted
redline-deleted = deleted
# Read out after a change: where it ends.
redline-end = end of change
redline-none = Nothing has changed.
redline-same = No changes in this version
redline-absent = This version does not have the section.
redline-section-changed = changed
redline-section-inserted = new section
redline-section-deleted = deleted section
redline-moved-from = moved: it stood after “{ $title }”
redline-moved-from-start = moved: it stood at the beginning
redline-was-number = it was number { $number }
redline-level = its heading has another level
redline-facets = sorted otherwise: { $old } → { $new }
redline-altered = another form
redline-figure = Figure:
redline-count-changed = { $number } changed
redline-count-inserted = { $number } new
redline-count-deleted = { $number } deleted
redline-count-moved = { $number } moved
redline-more = Further sections with changes: { $number }
redline-more-passages = Further passages: { $number }

## Amendments

amendment-new-title = New section
amendment-new-text = The proposed text.
amendments-title = Amendments
amendments-table-title = Amendments: table of comments
# $work is a work’s title.
amendments-description = What is proposed to change in “{ $work }”, who has considered it, and what was decided.
amendments-counted = { $open } open, { $decided } decided.
amendments-open-here =
    { $count ->
        [one] A proposed amendment to this section is open:
       *[other] { $number } proposed amendments to this section are open:
    }
amendment-name = Amendment { $id }
amendment-specimen = Fictitious example
amendment-status-received = received
amendment-status-submitted = submitted
amendment-status-deliberation = under consideration
amendment-status-approved = approved
amendment-status-approved-modified = approved with changes
amendment-status-rejected = rejected
amendment-status-withdrawn = withdrawn
amendment-merged-status = { $status }, part of edition { $edition }
amendment-kind-substantive = change of substance
amendment-kind-editorial = editorial change
amendment-kind-translation = correction of a language version
amendment-kind-comment = comment
amendment-via-letter = Received by letter
amendment-via-email = Received by e-mail
amendment-via-form = Received by form
amendment-via-pull-request = Received as a pull request
amendment-via-meeting = Received at a meeting
amendment-level-local = Considered locally
amendment-level-national = Considered nationally
amendment-level-international = Considered internationally
amendment-outcome-supported = supported
amendment-outcome-supported-with-changes = supported with changes
amendment-outcome-not-supported = not supported
# $section and $other are numbers and titles of sections, $title that of a new one.
amendment-replaces = Another text for “{ $section }”
amendment-inserts-before = A new section, “{ $title }”, before “{ $section }”
amendment-inserts-after = A new section, “{ $title }”, after “{ $section }”
amendment-deletes = “{ $section }” deleted
amendment-moves-before = “{ $section }” moved before “{ $other }”
amendment-moves-after = “{ $section }” moved after “{ $other }”
amendment-comments = On “{ $section }”
amendment-approved-text = As approved
amendment-proposed-text = As proposed
amendment-gone-on = The text has gone on since; this is the proposed text alone, without marks.
amendment-no-text = There is no proposed text in this language yet.
amendment-propose = Propose a change
# Subject and text of a letter that a reader sends. $folder and $id are what the tool calls work and section.
amendment-subject = Amendment: { $folder }, { $section }
amendment-letter =
    We propose to change this section:

    { $section }
    { $work }, edition { $edition }
    { $address }

    Proposed text:


    Reasons:


    Body that proposes it:
