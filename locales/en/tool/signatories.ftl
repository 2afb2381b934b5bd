# What `diptych signatories` says and asks. Sentences about mistakes are in diagnostics.ftl.

## Entering institutions and endorsements

signatory-added = Entered in { $path }.
signatory-exists = { $path } is there already: “{ $id }” is an institution of the register. Choose another --id, or use `diptych signatories endorse`.
add-lacks = These flags are missing: { $flags }. Give them, or answer questions at a terminal.
add-needs-id = No id can be made of the name: give one with --id, such as ma-commune-exemple.
id-cannot-be = “{ $id }” cannot be an id: use the letters a to z, digits and hyphens.
no-such-signatory = There is no institution “{ $id }” in the register{ $found ->
    [0] .
   *[other] {""}: did you mean { $nearest }?
 }
endorsement-added = The endorsement is in { $path }.
verification-kept = { $path } says already how and when the institution was verified; that was left as it is.
endorsement-withdrawn = The endorsement is marked as withdrawn in { $path }.
nothing-to-withdraw = { $status ->
    [none] “{ $id }” has not endorsed edition { $edition } of { $work }.
    [pending] The endorsement of edition { $edition } of { $work } by “{ $id }” is pending: nothing has been published. Delete it from the file.
   *[other] The endorsement of edition { $edition } of { $work } by “{ $id }” is { $status } already.
 }
which-to-withdraw = “{ $id }” has endorsed parts of edition { $edition } of { $work } on several days. Say which with --signed: { $days }.

## Lists

listed = { $lines ->
    [0] No line.
    [one] One line{ $specimens ->
        [0] .
       *[other] , a fictitious example.
    }
   *[other] { $lines } lines{ $specimens ->
        [0] .
        [one] , one of them of a fictitious example.
       *[other] , { $specimens } of them of fictitious examples.
    }
 }
list-column = { $column ->
    [id] ID
    [name] NAME
    [type] TYPE
    [country] COUNTRY
    [work] WORK
    [edition] EDITION
    [signed] SIGNED
   *[status] STATUS
 }
list-specimen = fictitious
list-language = The publication has no such language; it has { $known }.
import-no-key = “{ $typed }” is no key of the register. Its keys: { $known }.
import-fate = { $fate ->
    [added] added
    [held] not added
    [unchanged] unchanged
   *[refused] refused
 }
imported = Rows: { $added } added, { $unchanged } unchanged, { $refused } refused{ $held ->
    [0] .
   *[other] {""}; { $held } are well and wait for the others. With --partial they are taken.
 }
files-written = { $files ->
    [one] One file written.
   *[other] { $files } files written.
 }
exported = { $institutions ->
    [one] One institution
   *[other] { $institutions } institutions
 } in { $path }.
form-no-work = There is no work in content/{ $work }; the works are { $known }.
form-no-edition = { $work } has no edition { $edition } that can be endorsed: forms are made for the edition that its work.yaml declares.
form-closed = Edition { $edition } of { $work } cannot be endorsed, so there are no forms for it. Its work.yaml says when it can: “endorsable: true”.
form-language = The work does not exist in that language; it has { $known }.
forms-written = Written: { $paths }

## Questions

ask-begin = Enter an institution: one question after another. Ctrl-C ends it, and nothing is written.
ask-choices = { $choices }
ask-usual = Enter alone: { $usual }
ask-optional = Enter alone: nothing
ask-yes-or-no = Answer y or n.
ask-needed = This has to be answered.
ask-none-of-them = “{ $typed }” is none of these{ $found ->
    [0] .
   *[other] {""}: did you mean { $meant }?
 }
ask-name =
    What does the institution call itself in this language: { $language }?
    Its official name, as it stands in its letter. No translation of your own.
ask-acronym =
    Has it an acronym in this language: { $language }?
ask-type =
    What kind of institution is it?
ask-country =
    In which country has it its seat?
    Two letters of ISO 3166-1, such as ES. For an international body, the country of its seat.
ask-subdivision =
    In which part of that country?
    A code of ISO 3166-2, such as ES-MD.
ask-id =
    Under which id is it entered?
    The name of its file and part of its address for good: the letters a to z, digits and hyphens.
ask-website =
    What is its website?
    The whole address, with https://.
ask-ror =
    Has it an identifier at ror.org?
    Nine characters that begin with 0; it tells institutions of one name apart.
ask-wikidata =
    Has it an entry in Wikidata?
    Q and digits, such as Q2807.
ask-org-id =
    Has it another identifier, of a list of org-id.guide?
    The list’s code and the number, such as ES-DIR3-L01280796.
ask-may-name =
    Has it agreed to be named in public lists?
    Without its consent it is in the register and nobody sees it.
ask-may-logo =
    Has it agreed that its logo is shown?
ask-no-work = No work can be endorsed at present, so that nothing is asked about an endorsement. “endorsable: true” in a work.yaml opens its edition.
ask-work =
    Which work does it endorse?
ask-edition =
    Which edition has it signed?
ask-scope =
    What does its endorsement cover?
    whole, or the ids of sections with spaces between them.
ask-language =
    In which language was the text that it signed?
ask-signed =
    On which day was it signed?
    Year, month, day, such as 2026-05-04.
ask-effective =
    From which day does it bind, if not from the day of the signature?
ask-registered =
    On which day is it entered here?
ask-until =
    What is the last day of its term, if it has one?
ask-body =
    Which body decided it?
    Such as Pleno or City Council. No persons’ names.
ask-office =
    Which office signed?
    Such as Secretaría General. No persons’ names.
ask-resolution =
    What is the number of the resolution?
ask-url =
    Where is the resolution published?
    The whole address, with https://.
ask-reservations =
    Does it make reservations? In this language: { $language }
    What it does not bind itself to, in its own words; they are shown wherever its name is.
ask-method =
    How has it been made sure that the institution itself has signed?
ask-verified =
    On which day was that made sure of?
ask-status =
    How does the endorsement stand?
    One that is pending is not published. One that is active needs a body that decided, and a verification.
ask-write =
    { $path } will be:

    { $text }
    Write it? Enter alone: y
