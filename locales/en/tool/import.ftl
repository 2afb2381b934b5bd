# What `diptych import` says. Sentences about mistakes in a publication are in diagnostics.ftl.

## What it did

import-made = { $files ->
    [one] One file
   *[other] { $files } files
 } in { $folder }.
import-would = { $files ->
    [one] One file
   *[other] { $files } files
 } would be written to { $folder }; nothing was.
import-findings = { $findings ->
    [0] Nothing is left to decide.
    [one] One thing is left to look at.
   *[other] { $findings } things are left to look at.
 }
import-check = { $errors ->
    [0] Of the new work, diptych check reports no errors
    [one] Of the new work, diptych check reports one error
   *[other] Of the new work, diptych check reports { $errors } errors
 }{ $warnings ->
    [0] , no warnings
    [one] , one warning
   *[other] , { $warnings } warnings
 }{ $hints ->
    [0] .
    [one] , one hint.
   *[other] , { $hints } hints.
 }

## Why it did nothing

import-nothing = { $folder } holds no Markdown in the publication’s languages ({ $languages }) in this layout: try the other --layout, or name the folder that holds the texts.
import-folder = A work cannot lie in content/{ $folder }: name its folder with --into, of the letters a to z, digits and hyphens, and with no word that the site keeps for itself.
import-occupied = { $file } is there already: choose another folder with --into, or move it away.
import-into-itself = { $path } lies within { $folder }, which is only read: choose a folder outside it.

## work.yaml

import-yaml-head = Written by diptych import. Decide what these comments ask, then delete them.
import-yaml-title = The title of the whole work, in each language. A short_title is for running heads, a slug for the address.
import-yaml-languages = authentic: of equal authority. courtesy: a translation for information.
import-yaml-edition = The number, the state and the day of this text.
    Status: in-consultation, adopted, superseded or withdrawn.
import-yaml-licence = Under which licence may the text be passed on?
    One of { $licences }.

## The report as a page

import-report-title = Import of { $from }
import-report-findings = To look at
import-report-nothing = Nothing.
import-report-check = What diptych check says
import-report-clean = Nothing.
import-report-files = Files

## Findings: files

import-passed-over = not taken: { $reason ->
    [link] it is a symbolic link
    [special] it is no regular file
    [name] its name is not UTF-8 or holds control characters
    [deep] it lies too deep
    [large] it is too large
    [encoding] it is not UTF-8
   *[refused] the system refused to read it
 }
import-second = not taken: { $other } is this page in this language
import-foreign-language = not taken: “{ $language }” is no language of book.toml
import-no-suffix = names no language: taken for { $language }
import-outside-languages = not taken: it lies in no language’s folder
import-missing = the page is missing in { $languages }
import-unused = not taken
import-unused-image = not taken: no text shows it
import-other-files = { $files ->
    [one] one file that is neither a text nor an image was not taken
   *[other] { $files } files that are neither texts nor images were not taken
 }
import-name = the chapter is called “{ $new }”: “{ $old }” is another’s or the site’s own
import-mark = its byte-order mark was left out

## Findings: front matter

import-toml = its front matter was TOML and is YAML now
import-front-matter = { $problem ->
    [unclosed] its front matter has no end; it was taken for text
   *[malformed] its front matter cannot be understood and was left out
 }
import-key = the key “{ $key }” was left out: { $value }
import-slug = the slug “{ $slug }” was left out: another page or the site has it, or the page is the introduction
import-no-title = it has no title: called “{ $title }” after its file

## Findings: headings

import-title-differs = the first heading, “{ $heading }”, is not the title, “{ $title }”: it became a section
import-level = a heading of level { $old } became { $new }: no level may be skipped, and six are the most
import-number = this heading and perhaps others have numbers of their own, “{ $heading }”: sections are counted here, so take them out
import-empty-heading = a heading without words
import-nested-heading = a heading within a list, a quotation or a note: { $text }
import-attributes = attributes of a heading were left out: { $attributes }
import-id = the id “{ $old }” became “{ $new }”: ids are of a to z, digits and hyphens, the same in all languages, unique in the work
import-unpaired = “{ $title }” has no counterpart in { $languages }; its id is { $id }
import-uneven = its headings are not those of { $other }: see whether the right ones have the same ids

## Findings: addresses

import-link = leads nowhere: { $link }
import-fragment = no heading is called #{ $fragment }: { $link }
import-other-language = led to the text in { $language } and leads to the same page in its own language now: { $link }
import-switch = leads to this page in { $language }: { $link }. The site has its own way there, so take it out
import-link-to-file = leads to a file that is no page: { $link }
import-link-to-image = leads to an image, which only a figure can show: { $link }
import-unlocated = the address is written in a way that was not changed: { $link } should be { $new }
import-image = the image is missing: { $link }
import-remote-image = the image lies elsewhere and has to be brought here: { $link }

## Findings: what other tools make something of

import-html = HTML is shown as text: { $text }
import-shortcode = a shortcode or a box of another tool is shown as text: { $text }
import-wiki-link = a wiki link is shown as text: { $text }
import-diagram = a diagram or formula is shown as code: { $text }

## Findings: what the work is

import-title = the title in { $language } is the folder’s name, “{ $title }”: give the right one
import-authority = all languages are authentic: say which are translations for information
import-licence = no licence: say which
import-edition = edition 0.1, in consultation, dated today: say what is so
import-no-texts = the work has no texts in { $language }
