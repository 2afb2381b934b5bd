# What the tool says of mistakes, to whoever writes. Each code has a message, a hint that says what to type, and an explanation
# for docs/diagnostics.md. The codes are listed in src/diagnostics/catalogue.rs.

error = error
warning = warning
help = help
related = first here
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
    .explanation = A file name or key that looks like a language must be one of book.toml (and of the work), or the text would silently appear nowhere.
no-language = the file’s name does not say its language
    .hint = name the file { $name }
    .explanation = The language is a part of the file’s name, before .md, so that the versions of a text lie side by side.

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
    .hint-title = write a title
    .explanation = The value is of the right type and cannot be used all the same.

## Languages

missing-version = the text has no version in { $language }
    .hint = write { $file }
    .hint-work = write { $file }, or leave “{ $tag }” out of “languages” in work.yaml
    .hint-draft = { $file } is a draft: remove its line “draft: true”, or make this text a draft too
    .explanation = A work exists in all the languages it declares: a page that one of them lacks would make readers of that language miss it unseen.
missing-text = there is no text for the language “{ $language }”
    .hint = add a line “{ $language }: …”
    .hint-toml = add “{ $language } = "…"”
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
    .hint-chapter = choose another id for the section: the chapter has this one from its file’s name
    .explanation = An id names one section of a work, in all languages.
missing-section = the section “{ $id }” has no version in { $language }
    .hint = write it in { $file }, with the same id
    .explanation = The versions of a text have the same sections. One that a version lacks, or that has another id there, is not part of both.
skipped-heading-level = the heading is of level { $level }, but the one before it is of level { $last }
    .hint = begin the line with “{ $wanted } ”
    .explanation = A level that is skipped leaves readers of screen readers looking for a section that is not there, and PDF/UA forbids it.
title-in-text = a heading of level 1 stands in the text
    .hint = write the title in the front matter, and begin headings with “##”
    .explanation = The page’s title is the front matter’s; headings of the text are below it.
nested-heading = a heading stands inside a list, a quotation or a note
    .hint = begin the line at the margin, or write the words in bold
    .explanation = A section cannot begin inside another block: it would have no end.

## Links and figures

broken-link = the link “{ $link }” leads nowhere
    .hint = there is no { $file }
    .hint-nearest = did you mean { $nearest }?
    .hint-absolute = write the path from this file, such as ../02-rights.md
    .hint-draft = { $file } is a draft, which only --drafts publishes
    .hint-file = links lead to Markdown files and web addresses; an image is shown with ![…](…)
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
    .explanation = Texts come from many hands. An address such as javascript: would run on the reader’s machine.
link-leaves-project = “{ $link }” leads out of the publication’s content
    .hint = name a file within the folder content
    .explanation = Nothing outside the project is read or linked to by path.
missing-alt-text = the figure “{ $image }” has no alternative text
    .hint = write what it shows between the brackets: ![…]({ $image })
    .explanation = Who cannot see a figure reads or hears its alternative text; PDF/UA and WCAG require it.
missing-image = the publication has no image “{ $image }”
    .hint = check the name and the folder; the path begins at this file
    .hint-relative = copy the image into the publication and name it by a relative path
    .explanation = A figure is a file of the publication: pages ask no other host for anything.
unusable-image = the image cannot be used: { $problem ->
        [format] “.{ $detail }” is none of the formats of figures
        [doctype] it has a document type declaration
        [size] it does not say its size
        [runs] “{ $detail }” runs or embeds something
        [leads] “{ $detail }” leads to another file
       *[damaged] it is no { $detail }, or it is damaged
    }
    .hint = { $problem ->
        [format] save it as SVG, PNG or JPEG
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
raw-html = HTML is shown as the text it is
    .hint = write it in Markdown, or put it between backticks if it is meant to be seen
    .explanation = HTML in a text would appear on the web and nowhere else; it is shown as it was typed.
too-deep = this is nested too deep
    .hint = flatten the structure
    .explanation = No reader follows such nesting; the limit keeps a build from running out of memory.

## Addresses

duplicate-address = two pages have the address { $address }
    .hint = give one of them another address: a line “slug: …” in its front matter
    .hint-work = give one of them another address: “slug” in work.yaml
    .explanation = One page would overwrite the other. Capital letters make no difference: some servers ignore them.
reserved-address = the address { $address } holds the reserved word “{ $word }”
    .hint = choose another address: a line “slug: …” in the front matter
    .hint-work = choose another address: “slug” in work.yaml
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
missing-glyph = no font of the theme has the character “{ $character }” ({ $code })
    .hint = write another character, or add a font that has it to the theme’s folder fonts
    .explanation = The PDF would show an empty box, and PDF/UA forbids it.
unusable-font = the font cannot be read: { $detail }
    .hint = replace the file; fonts are TrueType or OpenType
    .explanation = The file in the theme’s folder fonts is damaged or no font.

## Typesetting

typesetting = the PDF cannot be typeset here: { $detail }
    .hint = simplify this passage; if it is right as it is, please report the message
    .explanation = Typst found something wrong while it made a PDF. The place is the text from which that part came.
