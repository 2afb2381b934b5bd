# What the tool says of mistakes, to whoever writes. Each code has a message, a hint that says what to type, and an explanation
# for docs/diagnostics.md. The codes are listed in src/diagnostics/catalogue.rs.

error = error
warning = warning
hint = hint
advice = help
related = first here
counterpart = in the other version
built = { $files ->
    [one] One file
   *[other] { $files } files
 } in { $folder }: { $changed } written, { $unchanged } unchanged, { $removed } removed, { $kept } kept that are not the publication’s.
rolled-forward = This file system cannot exchange two folders at once; the old site was moved aside before the new one took its place.
checked = No mistakes found.
summary = { $errors ->
    [0] No errors
    [one] One error
   *[other] { $errors } errors
 }, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
 }{ $hints ->
    [0] {""}
    [one] , one hint
   *[other] , { $hints } hints
 }.
nothing-written = Nothing was written.
without-pdf = This diptych was built without the feature “pdf”: install it with its default features to make PDFs.

## Files

not-utf-8 = the file is not UTF-8: byte { $byte } begins no character here
    .hint = save the file in the encoding UTF-8
    .explanation = Sources are UTF-8. Old editors save Windows-1252 or Latin-1, in which an accented letter is another byte.
byte-order-mark = the file begins with a byte-order mark
    .hint = save the file as “UTF-8”, not as “UTF-8 with BOM”
    .explanation = The three invisible bytes that some editors put before a text would become part of its first line.
file-too-large = the file is larger than { $limit } MiB
    .hint = split the text, or store the image in a smaller size
    .explanation = No file of a publication needs to be this large; the limit keeps a build from running out of memory.
outside-project = this is a link that leads out of the project or nowhere, or no ordinary file
    .hint = put a copy of the file in its place
    .explanation = Nothing outside the project is read: a symbolic link must lead to a file within it. Pipes and devices are not opened.
unusable-file-name = the file’s name is not UTF-8
    .hint = rename the file with letters, digits and hyphens
    .explanation = File names become addresses; one that is not UTF-8 cannot.
unknown-language = “{ $language }” is not a language of the { $of ->
        [work] work
       *[publication] publication
    }
    .hint = the publication’s languages are { $known }; declare another one in book.toml
    .hint-work = the work’s languages are { $known }; add another one under “languages” in work.yaml
    .hint-signed = the work’s languages are { $known }: write that of the text which was signed
    .explanation = A file name or key that looks like a language must be one of book.toml (and of the work), or the text would silently appear nowhere.
no-language = the file’s name does not say its language
    .hint = name the file { $name }
    .explanation = The language is a part of the file’s name, before .md, so that the versions of a text lie side by side.
control-character = the character { $code } cannot stand in a text
    .hint = delete it; it is invisible and came with a text from another program
    .hint-escape = delete what stands for it here, or write a space
    .explanation = Control characters mean nothing in a text: browsers and PDFs drop them or show a box, and the tool keeps some for itself.
direction-mark = the character { $code } turns the direction of the text, and cannot be seen
    .hint = delete it, and mark words in another language as such: [words]{"{"}lang=ar{"}"}
    .explanation = With such marks a text reads otherwise than it is written, for reviewers too. Words of either direction are put in order without them.

## Structured text

malformed-toml = this is not TOML: { $detail }
    .hint = mend the line; values that are texts stand in double quotes
    .explanation = The file cannot be read at all. All mistakes of its syntax that can be told apart are reported at once.
malformed-yaml = { $problem ->
        [repeated] the key “{ $key }” stands here for the second time
        [too-much] this is nested too deep, or its aliases make it too large
       *[syntax] this is not YAML: { $detail }
    }
    .hint = mend the line; put a text that holds “: ” or begins with a special character in double quotes
    .hint-repeated = remove one of the two
    .hint-too-much = write the values out, without aliases, and flatten the structure
    .hint-tab = indent the line with spaces
    .explanation = The YAML cannot be read at all. Duplicate keys, endless aliases and nesting without end are refused too.
conflict-markers = two branches changed the same lines of this file, and git left both
    .hint = keep one of the two texts and remove the lines of <, = and >; of a record of comparisons, run diptych collate again instead
    .explanation = A merge that git cannot make by itself leaves lines such as <<<<<<< HEAD in the file. Somebody has to decide. Two people who compared the same section at the same time may have compared different texts: the section has to be compared once more.
missing-front-matter = the file has no front matter
    .hint = begin the file with three lines: “---”, “title: …”, “---”
    .explanation = A Markdown file begins with front matter, YAML between two lines of three hyphens, which holds the title.
unclosed-front-matter = the front matter is not closed
    .hint = put a line “---” after its last key
    .explanation = Without the closing line the whole text would be read as YAML.
unknown-key = unknown key “{ $key }”
    .hint = remove it; the keys are { $known }
    .hint-nearest = write “{ $nearest }”
    .explanation = A mistyped key would silently have no effect.
missing-key = the key “{ $key }” is missing
    .hint = add a line “{ $key }: …”
    .hint-toml = add a line “{ $key } = …”
    .explanation = The record cannot be used without this key.
wrong-type = this should be { $wanted ->
        [text] a text
        [list] a list
        [map] a map of keys and values
        [truth] true or false
        [date] a date, year-month-day
        [whole] a whole number
        [languages] one text per language
       *[other] { $wanted }
    }, but it is { $found ->
        [nothing] empty
        [truth] true or false
        [number] a number
        [text] a text
        [list] a list
        [map] a map
       *[other] { $found }
    }
    .hint = { $wanted ->
        [text] write one value, in double quotes
        [list] write [a, b], or a line “- a” for each
        [map] write “key: value” lines, indented
        [truth] write true or false, without quotes
        [date] write the date as 2026-11-22
        [whole] write a number such as 10, without quotes
        [languages] write a line for each language, such as “en: …”
       *[other] change the value
    }
    .explanation = The value is of another type than the key takes.
unknown-value = “{ $value }” is none of the values this key takes
    .hint = write one of { $known }
    .hint-nearest = write “{ $nearest }”
    .explanation = The key takes one of a few words.
misplaced-work = a work cannot be the whole of the content
    .hint = move the file into a folder of its own, such as content/guidelines/home/work.yaml
    .explanation = The pages directly in the folder content are the publication’s own; each work has a folder below it.
unquoted-number = the edition’s number is not in quotes
    .hint = write "{ $number }"
    .explanation = Without quotes YAML reads 1.10 as the number 1.1, which is another edition.
malformed-value = “{ $value }” does not have the form this key takes
    .hint-language = write a language tag in lower case, such as en, es or pt-br
    .hint-formats = write a language tag such as es-ES
    .hint-address = write the site’s address with http:// or https://, such as "https://example.org/"
    .hint-output = name a folder within the project, such as "public"; for another one, use --out
    .hint-edition = write digits and dots, such as "1.0"
    .hint-slug = use the letters a to z, digits and hyphens
    .hint-scope = write “whole”, or a list of section ids
    .hint-orcid = write sixteen characters in groups of four, such as 0000-0002-1825-0097
    .hint-name = write a name
    .hint-ror = copy it from ror.org: nine characters that begin with 0
    .hint-wikidata = write Q and digits, such as Q2807
    .hint-org-id = write the list’s code and the number, such as ES-DIR3-L01280796
    .hint-title = write a title
    .hint-fact = write the fact, or remove the key and name it in “gaps”
    .hint-colour = write a colour as # and six hexadecimal digits, such as "#8a1b3d"
    .hint-defined = write the work’s folder below content and the section’s id, such as `guidelines/home#terms`
    .hint-handle = write a handle: letters a to z, digits, “.”, “-” and “_”, at most 39; no name and no address
    .hint-fingerprint = records are written by diptych collate: run it again
    .hint-report = write an e-mail address, or an https address in which “{"{"}subject{"}"}” may stand
    .explanation = The value is of the right type and cannot be used all the same.
fixed-severity = “{ $code }” is always an error
    .hint = remove it here, and mend what it reports
    .explanation = The key “severity” takes the codes of warnings, of hints and of differences between versions. Any other error means that the publication cannot be built as it is.

## The publication’s own pages

misplaced-key = the key “{ $key }” does nothing here
    .hint = remove it: only pages that belong to no work take it
    .hint-menu = add a line “menu: main” or “menu: footer”, or remove this one
    .hint-home = remove it: the home page of a language has no address but that of the language
    .hint-work = remove it: the address of a work is “slug” in its work.yaml
    .explanation = A key that does nothing where it stands looks as though it did.
contradictory-key = the versions of this page differ in “{ $key }”
    .hint = write the same value in all of them, or the line in one of them alone
    .explanation = Menus, roles and facts belong to a page in all its languages. One of its versions is enough to say so; none may say otherwise.
repeated-role = two pages have the role “{ $role }”
    .hint = remove the line “role: { $role }” from one of them
    .explanation = The site leads to one page for each role.
malformed-news-name = the name of this file does not begin with a day
    .hint = name it { $wanted }, with the day of the news
    .explanation = Every page of the folder content/news but its index is a piece of news, and has its day from the name of its file: year, month and day, each with all its digits.
missing-fact = { $problem ->
        [all] this page states legal facts, and book.toml has none
       *[some] book.toml says nothing of { $facts }
    }
    .hint = give each of them a text; what is not known yet is named: gaps = [{ $quoted }]
    .hint-all = add a table [legal] to book.toml; docs/formats.md lists its keys
    .explanation = A legal page states every fact or says that it is not published yet: one that was forgotten would be missing unseen.
contradictory-fact = “{ $fact }” is given, and named as a gap too
    .hint = remove it from “gaps”
    .explanation = A fact of [legal] is either known or a gap.

## Languages

missing-version = the text has no version in { $language }
    .hint = write { $file }
    .hint-work = write { $file }, or leave “{ $tag }” out of “languages” in work.yaml
    .hint-draft = { $file } is a draft: remove its line “draft: true”, or make this text a draft too
    .explanation = A work exists in all the languages it declares: a page that one of them lacks would make readers of that language miss it unseen.
missing-text = there is no text for the language “{ $language }”
    .hint = add a line “{ $language }: …”
    .hint-toml = add “{ $language } = "…"”
    .hint-any = write it in one language at least, such as “{ $language }: …”
    .explanation = A text of book.toml or work.yaml must be there in every language of the publication or of the work.

## Ids and structure

missing-id = the heading has no id
    .hint = write it at the end of the line: {"{"}#{ $id }{"}"}
    .explanation = In guidelines every section has an id, the same in all languages: links, endorsements and amendments refer to it for years.
malformed-id = { $problem ->
        [place] the id “{ $id }” does not stand at the end of the line
       *[form] “{ $id }” is not an id
    }
    .hint = write one id of the letters a to z, digits and hyphens, such as {"{"}#right-to-housing{"}"}
    .hint-end = remove what follows it, or move it behind that
    .explanation = An id stands in addresses and in links; it is one word of letters without accents, digits and hyphens.
duplicate-id = the id “{ $id }” is given twice
    .hint = choose another id for one of the two sections
    .hint-facet = choose another id for one of the two
    .hint-chapter = choose another id for the section: the chapter has this one from its file’s name
    .explanation = An id names one section of a work, in all languages.
missing-section = the section “{ $id }” has no version in { $language }
    .hint = write it in { $file }, with the same id
    .explanation = The versions of a text have the same sections. One that a version lacks, or that has another id there, is not part of both.
caption-in-one-language = this caption has no counterpart in { $language }
    .hint = write the caption in { $file } too
    .hint-id = write the caption with the id `{ $id }` in { $file } too
    .explanation = Tables and figures are numbered alike in all languages: a caption that one version lacks would shift the numbers of the others.
skipped-heading-level = the heading is of level { $level }, but the one before it is of level { $last }
    .hint = begin the line with “{ $wanted } ”
    .explanation = A level that is skipped leaves readers of screen readers looking for a section that is not there, and PDF/UA forbids it.
title-in-text = a heading of level 1 stands in the text
    .hint = write the title in the front matter, and begin headings with “##”
    .explanation = The page’s title is the front matter’s; headings of the text are below it.
nested-heading = a heading stands inside a list, a quotation or a note
    .hint = begin the line at the margin, or write the words in bold
    .explanation = A section cannot begin inside another block: it would have no end.
empty-heading = the heading has no text
    .hint = write the section’s title after “{ $marks } ”
    .explanation = A heading without a text of its own is a section without a name: the contents show an empty line, and screen readers say nothing.
heading-in-capitals = the heading is written in capitals
    .hint = write capitals only where the language asks for them, such as “{ $proposal }”
    .explanation = Capitals are slow to read, and some screen readers spell them. A theme can show headings in capitals without a change to the text.

## Parity

different-ids = this section has the id “{ $here }” here and “{ $there }” in { $language }
    .hint = give it the same id in all versions: the one under which it was published, if it was
    .explanation = A section has one id in all languages: links, amendments and the switch between languages find it by that. Sections without a counterpart that stand in the same place of two versions are taken for one.
different-order = the section “{ $id }” stands in another place than in { $language }
    .hint = put it in the same place in all versions
    .explanation = The versions of a text say the same in the same order. A section that was moved in one of them has another number there.
different-level = this heading is of level { $here } here and of level { $there } in { $language }
    .hint = give it as many “#” in all versions
    .explanation = The level of a heading is its place in the structure, and its number: it is the same in all languages.
block-in-one-language = { $block ->
        [numbered-list] this numbered list
        [list] this list
        [item] this item
        [quotation] this quotation
        [note] this note
        [tip] this tip
        [important] this important passage
        [warning] this warning
        [caution] this caution
        [code] this code
        [table] this table
        [figure] this figure
        [caption] this caption
        [definitions] this list of definitions
        [definition] this definition
        [rule] this rule
        [html] this HTML
       *[paragraph] this paragraph
    } has no counterpart in { $language }
    .hint = write it in that version too, or remove it here; if it belongs in this one alone, write <!-- parity: only --> on a line of its own before it
    .hint-split = it seems to be a part of the paragraph beside it there: put the two together, or write <!-- parity: split --> on a line of its own between them
    .explanation = The versions of a section have the same paragraphs, lists, tables and figures in the same order. What one lacks, its readers never learn.
different-blocks = here stands { $here ->
        [numbered-list] a numbered list
        [list] a list
        [quotation] a quotation
        [note] a note
        [tip] a tip
        [important] an important passage
        [warning] a warning
        [caution] a caution
        [code] code
        [table] a table
        [figure] a figure
        [caption] a caption
        [definitions] a list of definitions
        [definition] a definition
        [rule] a rule
        [html] HTML
       *[paragraph] a paragraph
    }, and in { $language } { $there ->
        [numbered-list] a numbered list
        [list] a list
        [quotation] a quotation
        [note] a note
        [tip] a tip
        [important] an important passage
        [warning] a warning
        [caution] a caution
        [code] code
        [table] a table
        [figure] a figure
        [caption] a caption
        [definitions] a list of definitions
        [definition] a definition
        [rule] a rule
        [html] HTML
       *[paragraph] a paragraph
    }
    .hint = give both versions the same kind of block; if the difference is meant, write <!-- parity: blocks --> on a line of its own before it
    .explanation = What is a list in one version is a list in the others: people refer to the third item, or to the note.
different-lists = { $problem ->
        [items] this list has { $here } { $here ->
            [one] item
           *[other] items
        } here and { $there } in { $language }
        [start] this list begins with { $here } here and with { $there } in { $language }
       *[task] this item is ticked in one version and not in { $language }
    }
    .hint = give both lists the same items; if the difference is meant, write <!-- parity: lists --> on a line of its own before the list
    .hint-text = give both lists the same items
    .hint-start = begin both with the same number
    .hint-task = tick it in both or in none
    .explanation = An item that one version lacks is a duty, a right or a step that its readers do not have; people refer to items by their numbers and letters.
different-tables = this table has { $rows } × { $columns } cells here and { $rows-there } × { $columns-there } in { $language }
    .hint = give both tables the same rows and columns; if the difference is meant, write <!-- parity: tables --> on a line of its own before the table
    .explanation = The tables of all versions have the same shape: a row that one lacks is information that its readers do not have. The row of headings is not counted.
different-figures = { $problem ->
        [labels] the drawing of this figure has { $here } { $here ->
            [one] label
           *[other] labels
        } here and { $there } in { $language }
       *[file] this figure is { $here } here and { $there } in { $language }
    }
    .hint-labels = give both drawings the same labels
    .hint = show the same figure; a version of it for one language is a file beside it, as model.es.svg is beside model.svg
    .explanation = A figure shows the same in all languages. Its words are translated in a variant of the file, which is found by the language in its name.
different-notes = { $here ->
        [0] no footnote is referred to here, and { $there } in { $language }
        [one] one footnote is referred to here, and { $there ->
            [0] none
           *[other] { $there }
        } in { $language }
       *[other] { $here } footnotes are referred to here, and { $there ->
            [0] none
           *[other] { $there }
        } in { $language }
    }
    .hint = refer to the same footnotes in the same paragraph; if the difference is meant, write <!-- parity: notes --> on a line of its own before it
    .explanation = A footnote says where something comes from. It stands at the same place in all versions.
different-links = { $problem ->
        [differs] this link leads to { $here } here and to { $there } in { $language }
        [missing] the link to { $there } that stands here in { $language } is not here
       *[extra] the link to { $here } does not stand here in { $language }
    }
    .hint = link to the same in both versions; if the difference is meant, write <!-- parity: links --> on a line of its own before the paragraph
    .explanation = Links lead to the same in all versions. An address that differs only in its languages (“/en/”, “/es/”) is the same.
different-citations = { $problem ->
        [differs] “{ $here }” is cited here, “{ $there }” in { $language }
        [missing] “{ $there }”, cited here in { $language }, is not cited here
       *[extra] “{ $here }” is not cited here in { $language }
    }
    .hint = cite the same in both versions; if the difference is meant, write <!-- parity: citations --> on a line of its own before the paragraph
    .explanation = All versions rest on the same sources: each citation has its counterpart, with the same numbers in its locator (“p. 12”, «pág. 12»).
different-numbers = { $problem ->
        [differs] “{ $here }” here, “{ $there }” in { $language }
        [missing] “{ $there }” of the version in { $language } is not here
       *[extra] “{ $here }” does not stand here in { $language }
    }
    .hint = make both say the same; if the difference is meant, write <!-- parity: numbers --> on a line of its own before the paragraph
    .hint-text = make both say the same
    .explanation = Numbers, days, times, percentages and amounts are the same in all versions, however each language writes them: “10,000” and «10 000», “three” and «3», “21st century” and «siglo XXI». They are compared paragraph by paragraph, in any order.
different-emphasis = { $here ->
        [0] nothing is
        [one] one passage is
       *[other] { $here } passages are
    } { $setting ->
        [strong] strongly emphasised
        [strike] struck out
        [code] code
       *[emphasis] emphasised
    } here, and { $there ->
        [0] none
        [one] one
       *[other] { $there }
    } in { $language }
    .hint = emphasise the same in both; a word of another language is marked as such, [word]{"{"}lang=en{"}"}; if the difference is meant, write <!-- parity: emphasis --> on a line of its own before the paragraph
    .explanation = Emphasis says what matters. Where one version has lost it, its readers do not know. Words set off because they are of another language do not count, if they are marked as that.
other-language = this text seems to be in { $language } still
    .hint = translate it; if it is a quotation, say so: {"{"}lang=en{"}"} on its last line
    .hint-text = translate it
    .explanation = A text of some length whose words are rather those of another language of the publication has probably not been translated. Names, citations and passages marked with their language do not count.
different-obligation = { $problem ->
        [differs] “{ $here }” here, “{ $there }” in { $language }: is that as binding?
        [missing] “{ $there }” of the version in { $language } has no counterpart here
       *[extra] “{ $here }” has no counterpart in { $language }
    }
    .hint = say with the same strength what must, should and may be done; if both do, write <!-- parity: obligation --> on a line of its own before the paragraph
    .hint-text = say with the same strength what must, should and may be done
    .explanation = Guidelines bind by few words: “shall” and “must”, “should”, “may”. Each has its counterparts in the other language, which the lists in `locales/` name. They are compared sentence by sentence where both versions have as many, otherwise paragraph by paragraph.
different-negation = { $problem ->
        [differs] “{ $here }” here, “{ $there }” in { $language }
        [missing] “{ $there }” of the version in { $language } has no counterpart here
       *[extra] “{ $here }” has no counterpart in { $language }
    }
    .hint = deny the same in both; if both do, write <!-- parity: negation --> on a line of its own before the paragraph
    .hint-text = deny the same in both
    .explanation = A “not” that one version lacks turns its sense round. The words that deny are listed in `locales/`; they are compared sentence by sentence where both versions have as many, otherwise paragraph by paragraph.
unknown-parity-mark = “{ $word }” is no word that a mark of parity takes
    .hint = write one of: { $known }
    .hint-nearest = did you mean “{ $nearest }”?
    .explanation = A comment that begins with “parity:” says what differs on purpose in the block that follows or that it stands in.
needless-parity-mark = “{ $word }” excuses nothing here
    .hint = remove it: the versions agree in this
    .explanation = A mark of parity stays only as long as the versions differ in what it names: one that is left would hide the next difference.

## Facets and procedures

unknown-facet = “{ $facet }” is no facet of this work
    .hint = the work’s facets are { $known }; declare another one under “facets” in its work.yaml
    .hint-nearest = write “{ $nearest }”
    .hint-none = remove it, or declare the facet under “facets” in the work’s work.yaml
    .explanation = What sorts chapters and sections is declared once, with its names in all languages. An attribute of a heading that is no facet would be lost.
unknown-facet-value = “{ $value }” is no value of the facet “{ $facet }”
    .hint = its values are { $known }; declare another one in work.yaml
    .hint-nearest = write “{ $nearest }”
    .explanation = A section with a value that nobody declared would appear on no list.
empty-facet = the facet “{ $facet }” has no value here
    .hint = write one or more of { $known }, or remove the facet: the section then has what the one above it has
    .explanation = A section that says nothing of a facet inherits from its chapter. One that names it and gives no value would be on no list, and a reader could not tell why.
unused-facet-value = no section has the value “{ $value }” of the facet “{ $facet }”
    .hint = give it to a chapter or a section, or remove it from work.yaml
    .explanation = Its page would gather nothing.
different-facets = this section is sorted otherwise than in { $language }
    .hint = write the same facets in all versions
    .explanation = The versions of a section belong on the same lists.
incomplete-procedure = this procedure has no { $lacks ->
        [steps] numbered steps
       *[parts] headings
    }
    .hint = add a definition list with { $known }
    .hint-steps = add a list whose lines begin with “1. ”
    .explanation = Readers know a procedure by who answers for it, what it takes and gives, and its steps. A section that is none needs no “.procedure”.
missing-procedure-part = this procedure does not say “{ $part }”
    .hint = add a line “{ $part }” with the description below it, after a colon
    .explanation = A procedure says who answers for it, what is needed before it, what it leaves and how one knows that it works. Only other agencies may be missing: a task may need none.
unknown-procedure-part = “{ $part }” is no heading of a procedure
    .hint = the headings are { $known }
    .hint-nearest = write “{ $nearest }”
    .explanation = All procedures have the same headings, in the words of the language, so that a reader finds them at a glance.
repeated-procedure-part = this procedure says “{ $part }” for the second time
    .hint = put both under one heading
    .explanation = A reader who has found a heading looks for no other.
procedure-in-one-language = this section is a procedure in one language alone: compare { $language }
    .hint = write “.procedure” in all versions of the heading, or in none
    .explanation = The versions of a text have the same structure.
different-procedures = this procedure has other headings than in { $language }
    .hint = give the versions the same headings in the same order
    .explanation = The versions of a procedure say who answers for it, what it takes and gives, under the same headings.

## Links and figures

broken-link = the link “{ $link }” leads nowhere
    .hint = there is no { $file }
    .hint-nearest = did you mean { $nearest }?
    .hint-absolute = write the path from this file, such as ../02-rights.md
    .hint-draft = { $file } is a draft, which only --drafts publishes
    .hint-no-index = the work has no introduction: write { $file }, or link to one of its chapters, such as { $nearest }
    .hint-file = links lead to Markdown files and web addresses; an image is shown with ![…](…)
    .hint-frozen = the text is frozen, and “outbound” in { $record } does not say what it led to: restore that file from git
    .explanation = A link to another page names its Markdown file, from the folder of the file that holds the link.
broken-anchor = there is no section with the id “{ $id }” { $where ->
        [page] on that page
       *[work] in the work
    }
    .hint = look up the section’s id, at the end of its heading
    .hint-nearest = write #{ $nearest }
    .hint-known = the page’s sections are { $known }
    .hint-none = the page has no sections: link to the page itself, without #
    .hint-elsewhere = it stands in { $file }: write #{ $id } alone
    .hint-frozen = the text is frozen, and “outbound” in { $record } does not say what it led to: restore that file from git
    .explanation = A link to a section names its id: #id anywhere in the same work, file.md#id on that page.
anchor-in-one-language = what “{ $link }” leads to does not exist in { $language }
    .hint = write that section in { $language }, or remove the link
    .explanation = A link lands on the same language; its target must exist there.
empty-link = the link has no { $lacks ->
        [text] text
       *[address] address
    }
    .hint = write the address between the parentheses: [text](address)
    .hint-text = write the text between the brackets: [text](address); only a link to a section is filled in
    .explanation = A link without an address leads nowhere, and one without a text cannot be seen.
unsafe-link = “{ $link }” is not a kind of address that pages may link to
    .hint = use https, http or mailto, or a relative path
    .hint-scheme = write the address with https://
    .hint-website = write the whole address, such as https://www.example.org/, without a user’s name or spaces
    .explanation = Texts come from many hands. An address such as javascript: would run on the reader’s machine.
link-leaves-project = “{ $link }” leads out of the publication’s content
    .hint = name a file within the folder content
    .explanation = Nothing outside the project is read or linked to by path.
vague-link-text = { $problem ->
        [address] the text of the link is an address
       *[words] “{ $text }” does not say where the link leads
    }
    .hint = write what the reader will find there, such as the page’s title
    .hint-address = write what the reader will find there, or <{ $link }> to show the address itself
    .explanation = Screen readers list the links of a page by their texts: “here” and “more” say nothing, and an address is read out sign by sign.
missing-alt-text = the figure “{ $image }” has no alternative text
    .hint = write what it shows between the brackets: ![…]({ $image })
    .explanation = Who cannot see a figure reads or hears its alternative text; PDF/UA and WCAG require it.
vague-alt-text = the alternative text “{ $alt }” { $problem ->
        [file] is the name of a file
       *[word] does not say what the figure shows
    }
    .hint = write what the figure shows, as you would tell it on the telephone
    .explanation = Who cannot see the figure would hear the name of a file, or that there is an image, and nothing of what it shows.
missing-image = the publication has no image “{ $image }”
    .hint = check the name and the folder; the path begins at this file
    .hint-relative = copy the image into the publication and name it by a relative path
    .hint-register = put the file beside this one, into content/signatories
    .hint-logo = copy it into content, or into the theme’s folder, and name it by its path from there, such as "logo.svg"
    .explanation = A figure is a file of the publication: pages ask no other host for anything.
unusable-image = the image cannot be used: { $problem ->
        [format] “.{ $detail }” is none of the formats of figures
        [name] it is { $detail }, and its name says otherwise
        [empty] the file is empty
        [moves] it moves
        [large] it has { $detail } pixels
        [doctype] it has a document type declaration
        [size] it does not say its size
        [runs] “{ $detail }” runs or embeds something
        [leads] “{ $detail }” leads to another file
        [logo] “{ $detail }” is neither SVG nor PNG
       *[damaged] it is no { $detail }, or it is damaged
    }
    .hint = { $problem ->
        [format] save it as SVG, PNG, JPEG or WebP
        [logo] save it as SVG or PNG
        [name] give the file’s name the ending of its format, and change the links to it
        [moves] save it as a still image
        [large] save it in a smaller size: together, no more than 64 million pixels
        [doctype] remove “<!DOCTYPE …>”
        [size] add viewBox="0 0 width height" to <svg>
        [runs] remove it; a figure is a still image
        [leads] remove it, or embed the other file; a figure shows what its own file holds
       *[damaged] export the image again
    }
    .explanation = The file is damaged, of another format than its name says, or holds something that runs or leads elsewhere.
inline-image = the image does not stand alone in a paragraph
    .hint = put an empty line before and after it, outside headings and tables
    .explanation = A figure is an image alone in its paragraph; an image within a line has no place in a PDF that everyone can read.

## Markdown

undefined-footnote = the footnote “{ $label }” is not defined
    .hint = write its text in this file: [^{ $label }]: …
    .hint-nearest = write [^{ $nearest }], or define it: [^{ $label }]: …
    .explanation = A reference without a definition would appear on the page as it was typed, and the note would be lost.
unused-footnote = nothing refers to the footnote “{ $label }”
    .hint = put [^{ $label }] where it belongs, or remove the note
    .explanation = A note that nothing refers to appears nowhere.
duplicate-footnote = the footnote “{ $label }” is defined twice
    .hint = give one of the two another label
    .explanation = Only one of the two texts would appear.
raw-html = this is raw HTML
    .hint = it is shown as it was typed: write it in Markdown, or put it between backticks if it is meant to be seen
    .hint-removed = this element is removed: leave it away, or write it in Markdown
    .hint-unbalanced = close the element where it was opened, within the same emphasis, link or paragraph
    .hint-unbalanced-block = leave no empty line between an element’s opening and its closing: they would be two blocks
    .explanation = HTML in a text would appear on the web and nowhere else: it is shown as it was typed, or, where `book.toml` allows it, its harmless elements are kept on the web and only its words on paper.
misplaced-caption = this cannot be read as the caption of a table or figure
    .hint = leave one empty line between the table or figure and its caption, and nothing else; to begin a text with a colon, write `\:`
    .hint-row = leave an empty line between the table and its caption
    .hint-nested = move the table or figure and its caption out of the list or quotation
    .hint-blocks = write the caption as one paragraph
    .explanation = A paragraph that begins with `: ` under a table or figure is its caption. Elsewhere it would be a row of the table, a definition or a stray line.
misplaced-language = nothing is said to be in this language
    .hint = put the words in brackets, `[palabras]{"{"}lang=es{"}"}`, or write it as the last line of a block
    .explanation = The mark would be shown as it was typed.
malformed-language = “{ $language }” is not the tag of a language
    .hint = write a tag such as `es`, `pt-BR` or `zh-Hant`
    .explanation = Screen readers, hyphenation and search engines know languages by their tags (BCP 47).
too-deep = this is nested too deep
    .hint = flatten the structure
    .explanation = No reader follows such nesting; the limit keeps a build from running out of memory.
too-many = { $what ->
        [sections] the file has more than { $limit } sections
        [notes] the file has more than { $limit } footnotes
        [links] the file has more than { $limit } links
        [figures] the file has more than { $limit } figures
        [columns] the table has more than { $limit } columns
        [rows] the table has more than { $limit } rows
        [items] the list has more than { $limit } items
        [citations] the file has more than { $limit } citations
        [entries] the bibliography has more than { $limit } entries
        [letters] this text has more than { $limit } letters
       *[blocks] the file has more than { $limit } paragraphs and other blocks
    }
    .hint = { $what ->
        [columns] divide the table, or turn its rows into columns
        [rows] divide the table
        [items] divide the list
        [entries] divide it, and the work with it
        [letters] shorten it
       *[other] divide the file
    }
    .explanation = No reader follows a text of this size on one page; the limit keeps a build from running out of memory.
lost-cells = the row has { $cells } cells and the table has { $columns ->
        [one] one column
       *[other] { $columns } columns
    }: what is beyond is lost
    .hint = write a bar inside a cell as \|, between backticks too, or add a column to the table’s head
    .explanation = A table has as many columns as its head has cells. What a row has beyond them would appear nowhere.
missing-cells = the row has { $cells ->
        [one] one cell
       *[other] { $cells } cells
    } and the table has { $columns } columns
    .hint = write the cells that are missing; one that is to stay empty is a space and a bar
    .hint-text = put an empty line before this line if it is not a row
    .explanation = The row is filled up with empty cells at its end, which may not be where the author left one out.
not-a-table = this is shown as text with bars, not as a table: { $problem ->
        [columns] its head has { $cells ->
            [one] one cell
           *[other] { $cells } cells
        } and the row of hyphens has { $columns }
        [hyphens] the row of hyphens below its head is missing
       *[text] it follows a line of text
    }
    .hint = put an empty line before the table
    .hint-hyphens = write below the head: { $row }
    .hint-columns = write below the head, with a group of hyphens for each of its cells: { $row }
    .explanation = A table begins a paragraph; its second line is a row of hyphens with as many groups as its head has cells.
restarted-list = the list begins again at 1: { $between ->
        [code] the code
        [table] the table
        [quotation] the quotation
        [figure] the figure
       *[paragraph] the paragraph
    } before it has ended the list above
    .hint = indent that by { $indent } spaces, which keeps it within the item above, or begin this list with { $next }
    .explanation = What stands between two items at the margin belongs to no item: it ends the list, and the numbers begin anew.
renumbered-item = the item is written as { $written } and shown as { $shown }
    .hint = write { $shown }; a list counts on from its first number, whatever the others are
    .explanation = Only the first number of a list counts. A text that refers to an item by the number in the source would name another one.
malformed-alert = this is shown as a quotation: { $problem ->
        [title] more follows [!{ $kind }] on its line
       *[kind] [!{ $kind }] is no kind of marked passage
    }
    .hint = write one of { $known }
    .hint-nearest = write [!{ $nearest }]
    .hint-title = begin the text on the next line, after “> ”; the passage’s title is that of its kind
    .explanation = A marked passage is opened by its kind alone on a line. Its title is in the page’s language and cannot be another one.
unclosed-fence = the code that begins here is never closed{ $headings ->
        [0] {""}
        [one] , and a heading is part of it
       *[other] , and { $headings } headings are part of it
    }
    .hint = put a line { $fence } after the code
    .explanation = Code ends at a line with as many backticks or tildes as it began with; without one it runs to the end of the file, the list item or the quotation.
unclosed-html = { $opening } is never closed{ $headings ->
        [0] {""}
        [one] , and a heading is part of it
       *[other] , and { $headings } headings are part of it
    }
    .hint = write { $closing } where it ends
    .hint-line = write --> before the next empty line, or begin a line of its own with <!--
    .explanation = A comment and some HTML elements run on to where they are closed, over empty lines and headings, to the end of the file if need be.
unknown-container = “:::” means nothing here
    .hint = for a marked passage, write “> [!NOTE]” and the text on the next lines, each after “> ”
    .explanation = Other tools open a box with three colons. Here they would be shown, or make a definition of what follows.
lost-link = this is no link: its text holds { $holds ->
        [note] a note
       *[language] words marked as another language
    }
    .hint-note = put the note after the link: [text](address)[^1]
    .hint-language = put the marked words before or after the link
    .explanation = The brackets of a link’s text hold no others: all of it would be shown as it was typed, address and all.
merged-terms = two lines above one definition are one term
    .hint = write a definition under each of them, or the whole term on one line
    .explanation = A term and its definition are two lines, the second beginning with `: `. What stands right above the term belongs to it.
misread-citation = the citation { $citation } is read as { $problem ->
        [definition] the address of a link, and its line appears nowhere
       *[link] the text of a link
    }
    .hint = put a space before the parenthesis, or write \@ if a link is meant
    .hint-definition = put a space before the colon, or words before the citation
    .explanation = A citation is a key in brackets; right before a parenthesis or, at the head of a line, before a colon, brackets are a link’s.
no-bibliography = the citation { $citation } refers to a bibliography, which this text’s work does not have
    .hint = name a BibTeX file in the work’s work.yaml, as “bibliography”, or the source in a footnote; write \@ if no citation is meant
    .explanation = A key in brackets after @ is a citation. It is looked up in the bibliography of the work; without one, nothing would be shown.
spaces-at-line-end = the spaces at the end of the line break it, and cannot be seen
    .hint = write \ in their place, or remove them
    .explanation = Two spaces at a line’s end are a line break. Editors remove them unasked, and no reviewer sees them come or go.

## Typography

straight-quotation-marks = the mark " stays as it is typed here
    .hint = write { $open }…{ $close }; marks are only converted in Markdown
    .explanation = In Markdown straight quotation marks become those of the language. In titles and other texts of YAML and TOML nothing converts them.
foreign-quotation-marks = { $problem ->
        [inner] { $mark } is for a quotation within a quotation in { $language }, and this is not within one
       *[foreign] { $mark } is no quotation mark of { $language }
    }
    .hint = write { $open }…{ $close }
    .hint-straight = write { $open }…{ $close }, or "…", which becomes that
    .explanation = Each language has quotation marks of its own, outer and inner ones. The tool follows the Unicode Common Locale Data Repository.

## Terms

ambiguous-term = “{ $term }” stands for two terms
    .hint = keep it for one of them
    .explanation = One term for one notion, in each language: else nobody could tell which notion a text means.
avoided-term = the glossary says not to use “{ $word }”
    .hint = write “{ $term }”, or take the word off the list in content/glossary.yaml
    .explanation = A text that changes its words seems to change its meaning.
term-without-counterpart = “{ $word }” has no counterpart in { $language }
    .hint = use “{ $term }” in the same section of { $file }, or add the form it uses to content/glossary.yaml
    .explanation = Where one language uses a term of the glossary, the others must too: a difference of terms reads as a difference of meaning.

## Concordance

edited-record = this record of a comparison was edited by hand
    .hint = restore the file, or compare the versions and run diptych collate again
    .explanation = A record says that somebody has compared the versions of a section as they were. `diptych collate` writes it and seals what it says; a record that says anything else counts for nothing. Renaming the file, line ends and comments break no seal.
stray-record = { $problem ->
        [moved] the section of this record is now “{ $section }”
        [work] this record lies in the folder of no work
        [language] the work has no version in “{ $language }”
       *[section] there is no section “{ $section }” for this record
    }
    .hint = remove the file if the section is gone
    .hint-moved = git mv { $from } { $to }
    .hint-nearest = git mv { $from } { $to }, if that is the section’s new id; otherwise remove the file
    .hint-language = run diptych collate for this section again: what concerns other languages is kept
    .hint-work = put it into the folder “concordance” beside the work.yaml of its work, or remove it
    .explanation = The file of a record is named after its section. Where the id is gone and a section without a record still reads as was recorded, the record counts for that one; otherwise it counts for nothing.
version-behind = { $problem ->
        [several] the version in { $language } has not followed: others have changed since they were compared
       *[one] the version in { $language } has not followed: the one in { $other } has changed since they were compared
    }
    .hint = bring it into line; when the two say the same: diptych collate { $work } { $section }
    .explanation = Somebody has compared the versions of this section, and one of them has changed since. The site says at the section, in each language, that its versions are under review.
version-changed = { $problem ->
        [both] the versions in { $languages } have all changed since they were compared
       *[alone] this version has changed since it was compared with the authentic ones
    }
    .hint = compare them once more: diptych collate { $work } { $section }
    .explanation = A record says how the versions read when somebody compared them. What has changed since, nobody has compared. A courtesy version never makes the authentic ones stale.
open-query = { $by } asks: { $text }
    .hint = answer it in the text or to whoever asks; then diptych collate { $work } { $section }, or the same with --close
    .explanation = Whoever compares versions and is not sure leaves a question with the section. It stays open until the section is collated or somebody closes it.
collated-by-translator = { $by } has both translated and compared
    .hint = have somebody else compare the versions and record it with --as
    .explanation = Nobody sees their own omissions. A comparison by whoever wrote one of the versions after the other is recorded and counts, and the reviewer should know.
uncollated = { $count ->
        [one] one section of { $all } has never been compared in all its languages
       *[other] { $count } sections of { $all } have never been compared in all their languages
    }: { $named }{ $more ->
        [0] {""}
       *[other] , …
    }
    .hint = diptych status { $work } --list names them; diptych collate { $work } goes through them
    .explanation = Comparing the versions of this work has begun and is not finished. `diptych status` counts what remains, and the site has a page that says the same.

## Amendments

misnamed-amendment = the amendment “{ $id }” lies in the file { $file }
    .hint = write “id: { $proposal }”, or rename the file
    .hint-file = name the file with the letters a to z, digits and hyphens, such as 2026-014.yaml, and give it the same id
    .explanation = An amendment is found by its number for years: in letters, in minutes, in the list of changes of an edition. The file has the same name, and no number is used again.
stray-amendment = this amendment lies in the folder of no work with editions
    .hint = put it into the folder “amendments” beside the work.yaml of its work, which names its edition
    .explanation = An amendment changes the text of one edition of one work.
incomplete-change = { $problem ->
        [lacks] the change lacks “{ $key }”
        [needless] a change of this kind takes no “{ $key }”
        [comment] a comment proposes no text
        [language] the proposed text is not there in each authentic language
        [base] the fingerprint of the present text is not there in each authentic language
       *[fingerprint] this is no fingerprint of a section
    }
    .hint = let the tool fill it in: diptych amend new writes “op”, “target”, “base” and “text” as they have to be
    .hint-needless = remove it: “text” goes with replace and insertions, “id” with insertions, “to” with move, and “approved” with what takes a text
    .hint-comment = remove it, or write another “kind” than comment
    .hint-language = write the text in each of these languages: { $languages }; until a translation is there, “status: received”
    .explanation = Each change says what becomes of one section: “replace”, “insert-before” and “insert-after” take the text in each authentic language, “move” takes “to”, “delete” takes neither. “base” is the fingerprint of the text that was in front of whoever proposes. A comment needs its target alone.
unusable-proposal = { $problem ->
        [none] the proposed text has no heading
        [several] the proposed text has more than one heading
        [before] something stands before the heading of the proposed text
        [opening] the opening of a chapter is proposed with a heading
        [level] the heading is of another level than in the other language
       *[id] the heading of the proposed text has not the id “{ $id }”
    }
    .hint = write one heading, with the id at its end: ## Title {"{"}#{ $id }{"}"}
    .hint-opening = write what stands before the first heading; sections below it are changes of their own
    .hint-level = begin both headings with as many “#”
    .explanation = A change is about one section: a heading and what stands below it up to the next heading. Several sections are several changes of one amendment. The id stays, so that links and earlier editions lead to the same section.
absent-target = { $work } has no section “{ $id }”
    .hint = write the id of a section as it stands in its heading; if the section is gone, give the amendment “status: withdrawn” or move it to another one
    .hint-nearest = write “{ $nearest }”
    .explanation = An amendment names the sections it changes by their ids.
impossible-change = { $problem ->
        [children] “{ $id }” cannot be deleted: “{ $other }” stands below it
        [under] “{ $id }” cannot go to “{ $other }”, which is itself or stands below it
       *[opening] “{ $id }” is the opening of a chapter: it can get another text, and sections after it, and nothing else
    }
    .hint = propose another text for it, or change its sections one by one
    .hint-children = delete or move “{ $other }” in the same amendment
    .hint-under = name a section outside of it
    .explanation = A section moves with all that is below it, and is deleted alone. A chapter is a file: whether there is one is no matter of an amendment.
taken-section-id = { $problem ->
        [amendment] amendment { $other } inserts a section “{ $id }” too
        [retired] the id “{ $id }” belongs to a section that was deleted
        [edition] edition { $edition } has a section “{ $id }”
       *[current] there is a section “{ $id }” already
    }
    .hint = choose another id for the new section, in “id” and in its heading
    .explanation = An id names one section of a work for ever.
rebase-needed = the text of “{ $section }” in { $language } has changed since this was proposed
    .hint = diptych amend rebase { $id }
    .explanation = “base” says how the section read when somebody proposed to change it. It reads otherwise now, and the proposal would undo what has changed since. `diptych amend rebase` brings both together where they are about different paragraphs, and names the place where they are not.
conflicting-amendments = { $problem ->
        [deleted] “{ $section }” is deleted or moved away by one of two amendments, { $other } and { $id }, and the other needs it
       *[same] amendments { $other } and { $id } both change “{ $section }”
    }
    .hint = decide one of them, or make one of both; until then the site names each at the other
    .explanation = Two proposals for the same section are in order while they are considered. They cannot both become part of the text as they are.
impossible-step = { $problem ->
        [undecided] the status is “{ $status }”, and there is no decision
        [decided] there is a decision, and the status is “{ $status }”
        [considered] a body has considered the amendment, and the status is “{ $status }”
        [no-deliberation] the status is “{ $status }”, and no body has considered the amendment
        [level] a body of a wider level has considered the amendment before this one
        [order] this is earlier than what went before it
        [early] this is earlier than the amendment was received
        [modified] the status is “{ $status }”, and no change says what was approved
        [unmodified] a text other than the proposed one was approved, and the status is “{ $status }”
       *[merged] an edition has taken the amendment in, and the status is “{ $status }”
    }
    .hint = write the status that it has reached: received, submitted, deliberation, approved, approved-modified, rejected or withdrawn
    .hint-decision = add “decision” with “date” and “by”
    .hint-deliberation = add to “deliberations” the body, its level and the day
    .hint-order = list deliberations in their order: local, then national, then international, then the decision
    .hint-approved = “approved” beside “text” goes with “status: approved-modified”, and with no other
    .hint-merged = remove “merged”, or write the status that the decision gave it
    .explanation = An amendment is received, submitted, considered locally, nationally and internationally, decided, and merged into an edition; whoever proposed it may withdraw it before. Its file tells each step with its day, and readers see them on its page.

## Proceedings

misplaced-part = this { $part ->
        [panel] panel lies
       *[contribution] contribution lies
    } where nothing shows it
    .hint = move its folder into the folder “panels” of a work whose kind is proceedings
    .hint-contribution = move its folder into that of a panel, beside its panel.yaml
    .explanation = Pages show panels that lie in the folder “panels” of a work, and contributions that lie in a panel.
missing-abstract = this contribution has no abstract
    .hint = write { $file }
    .explanation = An abstract in every language is what all readers of the book have in common.
missing-article = this contribution says in which language its article is, and has none
    .hint = write { $file }, or remove the line: an abstract alone is a contribution too
    .explanation = Readers would look for a text that is not there.
too-many-words = this text has { $words } words, and may have { $most }
    .hint = shorten it; its title, citations and references are not counted
    .explanation = The limit stands in the work’s work.yaml under “submission”. Words are counted as a person would: a compound with hyphens is one, a dash is none, notes, tables and captions count.
missing-expected-section = this article has no section “{ $title }”
    .hint = add it, or give the section that stands for it the id {"{"}#{ $id }{"}"}
    .explanation = The sections that articles are expected to have stand in work.yaml under “submission”. One that has another title is known by its id.
keyword-count = this contribution has { $count ->
        [one] one keyword
       *[other] { $count } keywords
    } in { $language }
    .hint = give it { $limit } at least
    .hint-most = give it { $limit } at most
    .explanation = How many keywords a contribution has stands in work.yaml under “submission”.

## Bibliographies

missing-bibliography = the bibliography { $file } is not there
    .hint = write it, or remove “bibliography” from work.yaml
    .hint-nearest = { $nearest } is there: is it meant?
    .explanation = Citations are looked up in the BibTeX file that a work names.
malformed-bibliography = { $problem ->
        [end] this is not BibTeX: it has no end
        [name] this is not BibTeX: a name is expected here
        [expected] this is not BibTeX: “{ $token }” is expected here
        [unexpected] this is not BibTeX: “{ $token }” is not expected here
        [library] the library that sets citations fails here ({ $detail })
       *[value] this entry cannot be read ({ $detail })
    }
    .hint = mend it: braces come in pairs, and a comma stands after each field
    .hint-end = close it: braces, quotation marks and dollar signs come in pairs
    .hint-internal = the fault lies in the library, not in the text: please report the message together with the bibliography
    .hint-value = mend its fields: braces and dollar signs come in pairs, and \ before a letter is a command
    .explanation = The file is BibTeX. An entry that cannot be read is left out; the others are read if each begins a line of its own.
undefined-string = nothing defines “{ $name }”
    .hint = put the text in braces, or define it: @string{"{"}{ $name } = {"{"}…{"}"}{"}"}
    .explanation = In BibTeX, a word without braces or quotation marks stands for a text that @string gives it. The names of months are defined: jan, feb and so on.
duplicate-reference = the key “{ $key }” is given twice
    .hint = remove one of the two entries, or give it another key
    .hint-string = remove one of the two definitions, or give it another name
    .explanation = A citation names one work.
impossible-field = “{ $value }” is nothing that the field “{ $field }” can hold
    .hint-year = write four digits, such as 2011; days and months go into “date”, such as 2011-10-19
    .hint-late = write the year of publication; { $latest } is the last that this edition can know of
    .hint-date = write a date of the calendar, such as 2011-10-19, 2011-10 or 2011, or two of them: 2011-10-19/2011-10-22
    .hint-month = write a month from 1 to 12, or its English name: oct
    .hint-url = write a whole address that begins with https:// or http://, without spaces
    .hint-doi = write what begins with “10.” and nothing before it, such as 10.1126/science.277.5328.918
    .explanation = A reader could not find the work by it. Most programs take such a value in silence and leave it out.
unknown-command = the entry “{ $key }” has the LaTeX command { $command }, which would be shown as it is typed
    .hint = write the words without it; addresses go into the field “url”
    .explanation = Accents and signs of LaTeX are understood. Commands that change the look of the words are not: the style decides on it.
incomplete-reference = the entry “{ $key }” has no { $field }
    .hint = add it; an entry of the type “{ $kind }” needs it
    .explanation = A reader needs it to find the work. Each type of entry has fields that it cannot do without.
unknown-reference = “{ $key }” is not in the bibliography
    .hint = add an entry with this key
    .hint-nearest = write “{ $nearest }”
    .explanation = A citation names an entry of the work’s bibliography by its key.
uncited-reference = nothing cites “{ $key }”
    .hint = cite it: [@{ $key }], or remove the entry
    .explanation = A list of references holds what the text refers to.
unknown-citation-style = { $problem ->
        [notes] the style “{ $style }” sets citations in notes, or has no list of references
       *[unknown] “{ $style }” is no style of the archive
    }
    .hint = write the name of a CSL style, such as apa, chicago-author-date, ieee or modern-language-association
    .hint-nearest = write “{ $nearest }”
    .hint-notes = choose a style with citations in the text, such as apa, chicago-author-date, ieee or modern-language-association
    .explanation = The styles are those of the Citation Style Language that are built into the tool.

## The register

misnamed-signatory = the file is called “{ $file }”, and the institution’s id is “{ $id }”
    .hint = rename the file to { $id }.yaml, or write “id: { $file }”
    .explanation = An institution is known by its id for good: its page, its endorsements and its successors are found by it.
unknown-region = “{ $region }” is none of the codes of ISO 3166
    .hint-country = write the two letters of ISO 3166-1, such as ES; for an international body, those of its seat
    .hint-meant = write { $meant }
    .hint-subdivision = write a code of ISO 3166-2 that begins with { $country }-, or remove the line
    .hint-other-country = the institution is in { $country }: write one of its codes, or correct the country
    .explanation = Lists, counts and maps go by country. Codes that are written in several ways would make several countries of one.
wrong-check-digits = the check digits of “{ $identifier }” do not fit it
    .hint = copy it again from ror.org
    .hint-orcid = copy it again from orcid.org
    .explanation = The last two digits of the identifier are calculated from the others. A slip of the pen would name another organisation, or none.
personal-data = “{ $value }” looks like personal data
    .hint-mail = remove it; write the institution’s website, where its address can be found
    .hint-telephone = remove it; write the institution’s website, where its number can be found
    .hint-signature = remove it; the register says who decided and where that is published, and shows no signatures
    .explanation = The register is public, and so is its history: what has once been in it cannot be taken back. Comments are read too.
unauthorised-name = “{ $id }” has not agreed to be named, and is not listed
    .hint = once it has agreed, write “authorisation: {"{"}name: true{"}"}”
    .explanation = An institution stands in public lists only with its consent.
unknown-work = there is no work in content/{ $work }
    .hint = write the folder of a work: { $known }
    .hint-nearest = write “{ $nearest }”
    .explanation = An endorsement belongs to one work, named by its folder below content.
unknown-edition = { $work } has no edition { $edition }
    .hint = its editions are { $known }
    .hint-none = the work has no editions: add “edition” to its work.yaml
    .explanation = An endorsement stands under exactly the edition that was signed.
unknown-section = { $work } has no section “{ $id }”
    .hint = write the ids of sections as they stand in the headings
    .hint-nearest = write “{ $nearest }”
    .explanation = An endorsement of a part names the sections it covers.
not-endorsable = edition { $edition } of { $work } cannot be endorsed
    .hint = leave the endorsement “pending” until the edition can be, or write “endorsable: true” in its work.yaml
    .explanation = A work says in its work.yaml whether the edition it declares may be endorsed. Superseded and withdrawn editions are not.
repeated-endorsement = edition { $edition } of { $work } is endorsed twice
    .hint = remove one; to end it, give the earlier one “status: withdrawn” or “status: expired”
    .explanation = One institution stands once below one edition, unless it has endorsed different parts at different times.
unverified-endorsement = nothing shows that the institution has endorsed { $work }
    .hint-verification = add “verification” with the method and the date, or write “status: pending”
    .hint-authority = add “authority” with the body that decided, or write “status: pending”
    .explanation = Nobody is listed who did not sign. An endorsement is published once it is known who decided it and how that was made sure of.
contradictory-status = the status is “{ $status }”, and the rest of the endorsement says otherwise
    .hint-withdrawal = add “withdrawal” with its date
    .hint-withdrawn = write “status: withdrawn”, or remove “withdrawal”
    .hint-until = add “until” with the last day of its term
    .explanation = How an endorsement stands is shown below the text; dates have to bear it out.
impossible-date = { $date } cannot be right
    .hint-registered = it was signed on { $other }: it cannot have been entered before
    .hint-until = it was signed on { $other }: its term cannot have ended before
    .hint-withdrawal = it was signed on { $other }: it cannot have been withdrawn before
    .hint-effective = it binds from { $other }: its term cannot end before
    .hint-verification = it was signed on { $other }: it cannot have been verified before
    .hint-edition = this edition is of { $other }: it cannot have been signed before
    .hint-future = today is { $other }, and this is said to have happened
    .hint-consultation = the consultation opens on { $other }: it cannot close before
    .hint-corrigendum = the edition is of { $other }: nothing in it can have been corrected before
    .explanation = Dates are the register’s evidence; two that exclude each other make it worthless.
ended-term = the endorsement’s term ended on { $date }
    .hint = ask the institution; then write a new date, or “status: expired”
    .explanation = Found by `check` on the day it runs, or with --as-of. Lists show an endorsement as expired from the register’s first later entry on.
duplicate-signatory = the { $shared ->
        [identifier] identifier “{ $value }” is that of
       *[name] name “{ $value }” is that of
    } “{ $other }” too
    .hint = join the two files; keep the older id, and put the other one into retired.yaml
    .explanation = Each institution is in the register once. Names are compared without case, accents and punctuation, former names too.
likely-duplicate = the { $shared ->
        [domain] website is on “{ $value }”, as that of
       *[acronym] acronym “{ $value }” is that of
    } “{ $other }” too
    .hint = join the two files if this is one institution
    .explanation = Two bodies of one city may share a domain; two entries of one body must not both be there. “severity” in book.toml takes this code.
mixed-scripts = “{ $word }” mixes letters of different scripts
    .hint = type it anew in one script
    .explanation = A Cyrillic а looks like a Latin a. A name that mixes them is found by no search and may be made to look like another one.
imitated-name = “{ $name }” looks like a name of “{ $other }”, and is spelt with other characters
    .hint = type it anew; if both are right, tell them apart by what they add to the name
    .explanation = A name that cannot be told from another’s on the page would borrow its standing.
reused-id = the id “{ $id }” was another institution’s
    .hint = choose another id
    .explanation = Ids are never used again: links and citations of the old one would lead to the new one. retired.yaml keeps those that are used up.
unknown-signatory = there is no institution “{ $id }”
    .hint = remove the line: retired.yaml says that this id is used up
    .hint-proposer = write the id of an institution of the register, or only its name, under “name”
    .hint-nearest = write “{ $nearest }”
    .explanation = Successors, and institutions that propose amendments, are named by their ids.
circular-succession = the successors of “{ $id }” lead back to it
    .hint = name as successor only the institution that took over the tasks
    .explanation = Of two institutions at most one can have taken over from the other.
unconfirmed-successor = “{ $id }” has not confirmed the endorsement of “{ $other }”
    .hint = write “status: pending” until it has signed itself, then its own date and resolution
    .explanation = An endorsement is not inherited. The same day and the same resolution under two names are one signature.

## Lists of institutions

unreadable-list = the list cannot be read: { $problem ->
        [quote] a quotation mark is not closed here, or something follows it
        [cells] the row has { $found } cells, and there are { $wanted } headings
        [repeated] “{ $column }” stands there twice
        [same-key] “{ $column }” leads to the same key as another column
        [empty] there is nothing in it
        [list] it is no list of objects
        [object] this is no object
        [words] “{ $column }” is a list of something other than words
       *[json] this is not JSON: { $detail }
    }
    .hint = { $problem ->
        [quote] double a quotation mark that belongs to the text, and put the whole cell in quotation marks
        [cells] put a cell that holds the separator in quotation marks, and give each row as many cells as there are headings
        [repeated] rename or remove one of the two
        [same-key] pass over one of the two: --map "{ $column }="
        [empty] begin it with a line of headings; `diptych signatories export` writes one
        [words] write a list of section ids
       *[other] write a list of objects as `diptych signatories export --format json` does
    }
    .explanation = A list is CSV in UTF-8 with a line of headings, or a JSON list of objects.
unmapped-column = the column “{ $column }” leads to no key of the register
    .hint = say what it is, such as --map "{ $column }=names.en", or pass it over: --map "{ $column }="
    .hint-nearest = say that it is { $nearest }: --map "{ $column }={ $nearest }", or pass it over: --map "{ $column }="
    .explanation = What a heading means is not guessed, and no column is left out without somebody’s saying so.
missing-column = the list has no column “{ $column }”
    .hint = remove it from the mapping, or write one of its headings: { $known }
    .hint-nearest = write “{ $nearest }”
    .explanation = A mapping that names a column which is not there would silently leave out what it was to bring.
no-id = no id can be made for this row
    .hint = give it an id, a country and a name in Latin letters, or an id alone
    .explanation = Without an id, one is made of the country and the name, such as es-ayuntamiento-de-ejemplo.
contradictory-row = “{ $key }” of “{ $id }” is “{ $value }” here, and in { $where ->
        [row] an earlier row
       *[register] the register
    } { $said ->
        [0] nothing is said of it
       *[other] it is “{ $other }”
    }
    .hint = { $where ->
        [row] make the two rows agree, or give them different ids
       *[register] correct the list; if it is the register that errs, edit the institution’s file
    }
    .explanation = An import adds institutions and endorsements. It changes nothing that the register says, because one of the two is wrong.
uneditable-file = nothing can be added to this file without changing its layout
    .hint = write its endorsements as lines below “endorsements:”, each beginning with “  - work: ”
    .explanation = Files are edited in place, and every byte that is not concerned stays. Where that cannot be made sure of, a person has to do it.

## Editions

unrecorded-edition = edition { $edition } of { $work } is incomplete: { $file } is missing
    .hint = restore the folder of the edition from git; if a `diptych edition cut` was interrupted, run it again
    .explanation = The folder content/<work>/editions/<number> holds a frozen text: `diptych edition cut` makes it whole, with its record in edition.yaml and its own work.yaml. A folder without one of them is no edition, and its texts are left out.
changed-edition = { $problem ->
        [gone] { $file } is missing: it belongs to the frozen edition { $edition }
        [added] { $file } does not belong to the frozen edition { $edition }
       *[changed] { $file } is part of the frozen edition { $edition }, and has been changed
    }
    .hint = restore the file from git; what was wrong on the day of the edition is put right by a corrigendum: diptych edition corrigendum
    .hint-gone = restore the file from git
    .hint-added = remove the file; the text of an edition never grows
    .explanation = Institutions endorse an edition as it was. Its files never change; the record in edition.yaml holds a hash of each. A mistake in them is put right by a corrigendum, which is shown at its place, on the web and in the PDF.
edition-text = edition { $edition } is frozen, and { $count ->
        [0] the current text has its sections in another order
        [one] one section of the current text is no longer as in it
       *[other] { $count } sections of the current text are no longer as in it
    }
    .hint = give the text that comes after it a number, a status and a date of its own in work.yaml; what differs: { $sections }
    .hint-order = give the text that comes after it a number, a status and a date of its own in work.yaml
    .explanation = As soon as an edition is frozen, its number stands for exactly that text. A text that says anything else is the next edition, at least a draft of it.
edition-state = { $problem ->
        [folder] the record of edition { $edition } lies in the folder of edition { $other }
        [superseded] that edition { $edition } has been superseded is not recorded: it follows from a later edition
        [adopted] nothing says who adopted edition { $edition }
        [withdrawn] nothing says when and why edition { $edition } was withdrawn
        [not-withdrawn] edition { $edition } has a date of withdrawal and is not withdrawn
        [earlier] edition { $edition } is dated before edition { $other }
       *[behind] work.yaml says that the current text is edition { $edition }, but edition { $other } has been frozen since
    }
    .hint-folder = give the folder back its name; the number of an edition never changes
    .hint-superseded = write “adopted” or “in-consultation”, whichever it was
    .hint-adopted = add “adoption” with the body and the date
    .hint-withdrawn = add “withdrawal” with the date and the reason
    .hint-not-withdrawn = write “status: withdrawn”, or remove “withdrawal”
    .hint-earlier = put the date right: editions follow each other by their numbers, and 1.9 comes before 1.10
    .hint-behind = give the current text the number of the frozen edition, or a later one
    .explanation = An edition is in consultation, then adopted, and stays what it was until a later one supersedes it or a body withdraws it. Each of these steps has its date and whoever decided it.
lost-section = section “{ $id }” of edition { $edition } is no longer in the text, and nothing says what became of it
    .hint = give the section its id back; if it was deleted, add it to { $file } with its id, its title and the first edition without it (“since”)
    .explanation = People cite sections by their addresses. One that was deleted leaves a note at its place, which retired.yaml describes; one that was renamed keeps its id.
reused-section = the id “{ $id }” belongs to a section that was deleted
    .hint = choose another id; if it is the same section again, remove it from retired.yaml
    .explanation = Ids are never used again: whoever follows an old reference would read another text and not know it.
misplaced-corrigendum = { $problem ->
        [number] this is corrigendum { $number }, and the next one has the number { $expected }
        [ambiguous] these words stand in section “{ $section }” more than once
       *[absent] these words do not stand in section “{ $section }” of the edition
    }
    .hint = copy them from the frozen text, without its markup
    .hint-ambiguous = copy more of the sentence, so that one place alone is meant
    .hint-number = rename the file to { $expected }.yaml
    .explanation = A corrigendum names the words of the edition that are wrong, and what they should be. Corrigenda of an edition are counted from 1.

## Addresses

duplicate-address = two pages have the address { $address }
    .hint = give one of them another address: a line “slug: …” in its front matter
    .hint-work = give one of them another address: “slug” in work.yaml
    .hint-facet = give one of them another address: “slug” of the facet or the value in work.yaml
    .hint-part = give one of them another address: “slug” in panel.yaml or contribution.yaml
    .hint-news = give one of them another address: “slug” in the front matter of the page, or of a news/index
    .hint-glossary = give one of them another address: “slug” in content/glossary.yaml
    .explanation = One page would overwrite the other. Capital letters make no difference: some servers ignore them.
reserved-address = the address { $address } holds the reserved word “{ $word }”
    .hint = choose another address: a line “slug: …” in the front matter
    .hint-work = choose another address: “slug” in work.yaml
    .hint-facet = choose another address: “slug” of the facet or the value in work.yaml
    .hint-part = choose another address: “slug” in panel.yaml or contribution.yaml
    .hint-glossary = choose another address: “slug” in content/glossary.yaml
    .hint-signatory = give the institution another id, and its file the same name
    .explanation = The site keeps a few words for pages of its own.

## Interface texts, templates and fonts

malformed-message = this is not Fluent: { $detail }
    .hint = write “key = text”, with further lines indented
    .explanation = The message cannot be read; the file’s other messages can.
missing-message = { $problem ->
        [all] there are no interface texts in the language “{ $language }”
       *[one] the message “{ $key }” is missing in the language “{ $language }”
    }
    .hint-all = translate the tool’s own texts, locales/en/*.ftl, into locales/{ $language }/
    .hint = write “{ $key } = …” in locales/{ $language }/
    .explanation = A template or the tool asks for a text that one of the publication’s languages lacks.
unknown-variable = the message “{ $key }” needs “${ $variable }”, which is not given where it is used
    .hint = use the variables that are given: { $known }
    .hint-none = write it without variables; none are given
    .explanation = The message would appear with a hole in it.
unused-message = nothing uses the message “{ $key }”
    .hint = remove it
    .hint-nearest = remove it, or write “{ $nearest }” if that is meant
    .explanation = A text that nothing shows is translated in vain, or its key is mistyped.
missing-template = the theme has no { $template }
    .hint = add the file to the theme’s folder templates
    .hint-nearest = write “{ $nearest }”, or add the file to the theme’s folder templates
    .explanation = A template extends or includes another one that is in neither the theme nor the built-in one.
malformed-template = the template cannot be used: { $detail }
    .hint = mend the template; docs/theming.md lists what it may ask for
    .explanation = The template has an error in its syntax, or asks for something that is not there.
missing-glyph = no font of the theme has the { $several ->
        [yes] characters “{ $character }”
       *[no] character “{ $character }” ({ $code })
    }
    .hint = { $several ->
        [yes] write others, or add a font that has them to the theme’s folder fonts
       *[no] write another character, or add a font that has it to the theme’s folder fonts
    }
    .explanation = The PDF would show an empty box, and PDF/UA forbids it.
unusable-font = the font cannot be read: { $detail }
    .hint = replace the file; fonts are TrueType or OpenType
    .explanation = The file in the theme’s folder fonts is damaged or no font.
missing-font = the theme has no font “{ $family }”
    .hint = add its .ttf files, and the same as .woff2, to { $folder }
    .hint-nearest = write “{ $nearest }”
    .hint-web = save it for pages as { $file } too: only the .ttf file is there
    .explanation = Pages and PDFs use no fonts but the theme’s. PDFs need .ttf or .otf files, pages .woff2 files with the same names.
low-contrast = the accent { $colour } is hard to read on { $paper ->
        [dark] dark
       *[light] light
    } paper ({ $ground }): their contrast is { $ratio } : 1
    .hint = write a { $paper ->
        [dark] lighter
       *[light] darker
    } colour, such as "{ $near }": text needs 4.5 : 1
    .explanation = Numbers, links and the state of a text are in the accent. WCAG 2.2 (1.4.3) asks for a contrast of 4.5 : 1, so that people who see less well can read them.

## Typesetting

typesetting = the PDF cannot be typeset here: { $detail }
    .hint = simplify this passage; if it is right as it is, please report the message
    .hint-internal = the fault lies in the typesetter, not in the text: please report the message together with the sources
    .explanation = Typst found something wrong while it made a PDF. The place is the text from which that part came.
