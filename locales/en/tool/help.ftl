# What `--help`, the manual pages and the completions say: a message for each command, an attribute for each argument by its name in the
# code, `.more` for what only the long help says. What is not said of a command's argument is said of the command above it.

help = Publishes multilingual guidelines, manuals and congress books from Markdown: one source tree, every language, one website and accessible PDFs.
    .root = The folder that holds book.toml
    .format = How to say what was found
    .format-human = For people
    .format-json = One JSON object
    .format-sarif = A SARIF 2.1.0 log of what was found in the sources, for forges and editors
    .format-github = Workflow commands of GitHub Actions: annotations at the lines of a pull request
    .quiet = Say nothing but errors and what was asked for
    .help = Show this; -h shows less of it
    .version = Show the version
help-help = Show this, or the help of a command
help-amend = Propose changes to the text of a work, and make approved ones part of it
    .more =
        An amendment is one file, content/<work>/amendments/<number>.yaml: which sections it changes, the proposed text in each language, the reasons, and each step from its receipt to the decision. The site shows what would change and who has considered it; docs/amendments.md describes it.
    .kind = What it is about
    .number = Its number; the next one of the year where not told otherwise
    .via = How it came
    .received = The day on which it came, such as 2026-03-02; today where not told otherwise
    .proposer = The body or office that proposes it
    .signatory = The institution of the register that proposes it, by its id
    .because = Why, in a language; once for each
help-amend-new = Begin an amendment: a file with the present text of sections, to be changed there
    .more =
        Writes content/<work>/amendments/<year>-<number>.yaml with the text of each section in each language and the fingerprints that say how it reads today. Write the text that you propose in the place of the present one, and the reasons under “rationale”. What came by letter in one language gets its number with --only and waits for its translation; a comment needs no text.

        Example: diptych amend new guidelines/home shelter --proposer "Ayuntamiento de Ejemplo" --via letter
    .work = The work: its folder below content, such as guidelines/home
    .sections = Sections by their ids
    .op = What becomes of them
    .op-replace = Another text
    .op-insert-before = A new section before it
    .op-insert-after = A new section after it and all that is below it
    .op-delete = No such section any more
    .op-move = Another place, with all that is below it
    .id = Of an insertion: the id of the new section
    .before = Of a move: the section before which they are to stand
    .after = Of a move: the section after which, and after all that is below it, they are to stand
    .only = Only the text in this language; given twice, in both
help-amend-list = Show which amendments there are and how far they have come
    .more =
        One line each: number, work, status, kind, sections, last day. With --format json, as “answer” of the report.
    .work = The work: its folder below content; all where none is named
    .status = Only those of this status; given twice, of both
    .open = Only those that nobody has decided
    .section = Only those about this section
help-amend-apply = Make an approved amendment part of the text
    .more =
        Changes the files of its work in every language, and nothing in them but its sections. Refused where the text has changed since it was proposed, where a section it is not about would read otherwise, or where the publication would have a new mistake: then no file changes. The amendment’s file gets “merged” with the edition that takes it in.

        Example: diptych amend apply 2026-014 --edition 1.1
    .id = The amendment: the name of its file without .yaml
    .work = Its work, where several works have an amendment of this number
    .edition = The edition that takes it in; the one that work.yaml names, where that is not the one it was proposed to
    .dry_run = Only say which files would change, whatever its status
help-amend-rebase = Bring an amendment up to the present text
    .more =
        Where the text has changed in other paragraphs than those that the amendment changes, both are put together and the fingerprints are those of today. Where both changed the same one, it is shown and nothing is written.
    .id = The amendment: the name of its file without .yaml
    .work = Its work, where several works have an amendment of this number
    .from = A git revision in which the text reads as it did when it was proposed
help-amend-from-diff = Make an amendment of what somebody has changed in the files
    .more =
        Compares the files as they are with a git revision and writes the sections that are new, gone, moved or changed as one amendment. With --restore, the files are then put back to how they were: the proposal is in the amendment alone.

        Example: diptych amend from-diff guidelines/home --from main --restore
    .work = The work: its folder below content, such as guidelines/home
    .from = The text that was changed: a git revision such as main, v1.0 or HEAD~2
    .restore = Put the work’s files back to how they were in that revision
help-build = Make the site and the PDFs
    .more =
        Reads the publication, checks it as `check` does, and writes its output. The old output stays whole until the new one is complete, and files in the folder that the publication did not make are kept. With an error in the sources nothing is written. Nothing but the output folder and .diptych/cache is ever written.
    .out = The folder to write to, instead of the one that book.toml names
    .only = Make only this; the rest of the output folder stays as it is
    .only-site = The website
    .only-pdf = The PDFs
    .only-data = The open data
    .drafts = Include pages whose front matter says `draft: true`
    .adopt = Write into a folder that holds files and was not made by diptych; they are kept
help-check = Find every mistake that can be found without making pages
    .drafts = Include pages whose front matter says `draft: true`
    .as_of = Compare the register’s dates with this day instead of today
help-collate = Record that somebody has compared the language versions of sections
    .more =
        Shows the versions of each section side by side and asks whether they say the same. What is recorded is how they read now, in content/<work>/concordance/<section>.yaml: as soon as one of them changes, `check`, `status` and the site say so. Without sections it goes through those that have changed or were never compared. A handle and a role are recorded, never a name.

        Example: diptych collate guidelines/home shelter --as m-lopez --role reviser
    .work = The work: its folder below content, such as guidelines/home; “.” for the publication’s own pages and its glossary
    .sections = Sections by their ids, or a page by its file’s name to mean all of its sections; those that remain where none is named
    .all = All that remain, after one question for them together
    .yes = Record without asking
    .handle = Who has compared: a handle such as m-lopez, never a name. DIPTYCH_HANDLE, or the forge’s, where not told otherwise
    .role = As what they have compared
    .translated_by = Who translated a version, such as es=j-ruiz: a second pair of eyes should have compared it
    .languages = Only the versions in these languages; one alone is compared with all authentic ones
    .query = Record a question instead: it stays open until the section is collated
    .close = Close the questions without recording a comparison
help-status = Tell what remains to be compared, by work and language
    .more =
        Counts the sections whose versions somebody has compared and that still read as they did then, those that have changed since, the new ones, and those with open questions. With --format json, as “answer” of the report; docs/concordance.md describes it.
    .works = Works by their folders below content, “.” for the publication’s own pages; all where none is named
    .list = Name each section that remains
    .since = Say what has been recorded since a git revision (a branch, a tag, a commit), by whom and in which role, and what has changed
help-new = Begin a publication: a small one that is complete and says how to go on
    .more =
        Makes texts in every language, a glossary, a set of guidelines, and the files that editors and a forge’s checks need. It builds, and its texts teach the format. English and Spanish texts are there; in any other language they are English ones to translate.
    .folder = The folder to put it into; it is made where it is missing, and no file in it is touched
    .languages = The languages, by their tags, in the order in which pages show them
help-import = Make a work of an existing tree of Markdown files
    .more =
        Reads the texts of another tool, with languages as endings of file names (rights.en.md, rights.es.md) or as folders (en/rights.md, es/rights.md), and writes them as one work: chapters in their order, headings with the same ids in every language, links and images that lead where they led. Only what must change changes. Everything that could not be decided is listed with file and line. The tree itself is only read, and no file of the publication is written over.

        Example: diptych import ../handbook/docs --layout folders --into guidelines/handbook --dry-run
    .folder = The folder that holds the texts; nothing is ever written into it
    .layout = How the tree tells its languages apart
    .layout-suffix = rights.en.md beside rights.es.md
    .layout-folders = en/rights.md and es/rights.md
    .into = The folder of the new work below content, such as guidelines/home; named after the tree’s where not told otherwise
    .kind = What kind of work it becomes
    .report = Write the report as a page of Markdown, too
    .dry_run = Say what would be written, and write nothing but the report
help-serve = Show the publication in a browser while it is being written
    .more =
        Serves every page and PDF on this machine alone, and again after every change of content, themes, locales or book.toml: the browser follows without losing its place. Mistakes are shown here and on the page until they are mended. Drafts are shown, and marked. On a page, the key p goes to the texts side by side and back, e opens what you point at in your editor (DIPTYCH_EDITOR, such as "code --goto {"{"}file{"}"}:{"{"}line{"}"}", or VISUAL or EDITOR where that has a window of its own). Nothing is written. Ctrl-C ends it.
    .port = The port to listen at; otherwise the first free one from 4242 on
    .open = Show the preview in the browser
help-redline = Show what changed in a work from one text to another
    .more =
        Compares two texts of a work, section by section and word by word, in each language: editions, git revisions, the files as they are; or what an amendment would change. Words that came or went are marked, and sections that moved are told from new ones. The repository is only read.

        Between two editions: diptych redline guidelines/home --from 1.0 --to 1.1
        For a pull request: diptych redline guidelines/home --from origin/main --as markdown
    .work = The work: its folder below content, such as guidelines/home
    .from = The old text: the number of an edition, a git revision such as main, v1.0, HEAD~2 or a hash, or “working” for the files as they are. What is both a number of an edition and a name in git is the edition; the tag is refs/tags/1.0
    .to = The new text: the same
    .amendment = Instead of two texts: what the amendment with this number changes in the edition it was proposed to. Where something else was approved, that
    .language = Only in this language; given twice, in both. In all languages of the work where not told otherwise
    .section = Only the section with this id
    .all = Show what has not changed as well
    .form = How to show it
    .form-terminal = Lines with [-deleted-] and {"{"}+inserted+{"}"} words
    .form-markdown = A summary, short enough for a comment on a pull request
    .form-html = A page that needs no other file; several languages stand side by side
    .form-pdf = A PDF, tagged for screen readers; takes --out
    .out = Write it to this file
    .anyway = Compare although one side has errors: what cannot be understood of it looks as if it were not there
    .drafts = Include pages whose front matter says `draft: true`
help-edition = Freeze texts as editions, list them, correct them
    .more =
        An edition is a text as it was on its day: it keeps its address, its PDFs and its endorsements while the current text goes on. docs/editions.md shows how editions work.
help-edition-cut = Freeze the current text of a work as an edition, in all its languages
    .more =
        Copies the texts, their figures and the bibliography to content/<work>/editions/<number>, with a record of each file. From then on nothing in it changes: `check` reports a frozen file that did. The number, the status, the date and who adopted it are those that work.yaml gives the current text. Refused while somebody should still compare the authentic versions.

        Example: diptych edition cut guidelines/home 1.0
    .work = The work: its folder below content, such as guidelines/home
    .number = The number of the edition, as work.yaml gives it to the current text
    .uncollated = Although somebody should still compare the authentic versions; the title page will say so
help-edition-list = List the editions of works
    .more =
        One line for each edition. With --format json, as “answer” of the report, with their integrity codes.
    .work = The work: its folder below content, such as guidelines/home; all works where none is named
help-edition-corrigendum = Correct the words of a frozen edition, without changing its text
    .more =
        Writes the next file of content/<work>/editions/<number>/corrigenda. The correction is shown at its section and listed, on the web and in the PDF; the text stays as it was endorsed.

        Example: diptych edition corrigendum guidelines/home 1.0 shelter --language es --old "diez dias" --new "diez días" --by en="The secretariat" --by es="La secretaría"
    .work = The work: its folder below content, such as guidelines/home
    .number = The number of the edition
    .section = The id of the section
    .language = The language of the words; repeat it, with --old and --new, for others
    .old = Words of the frozen text, without markup, that stand in the section once
    .new = What they should be
    .by = The body that corrects the text, by language, such as en="The secretariat"; repeat it for others
    .date = The day of the correction; today where not told otherwise
help-signatories = Keep the register of the institutions that endorse editions
    .more =
        Each institution is one file, content/signatories/<id>.yaml. These commands write such files as a person would, and change nothing in one that is there but what they are asked to. The whole publication is checked before anything is written: with a new error in it, nothing is. docs/register.md shows how the register works.
    .id = The institution: the name of its file without .yaml
    .names = What it calls itself in a language; repeat it for others
    .acronyms = What it is called for short, by language
    .kind = What kind of institution it is, such as local-government, police, court, ministry, university, ngo
    .country = ISO 3166-1, two letters
    .subdivision = ISO 3166-2, such as ES-MD
    .website = Its whole address, with https://
    .ror = Its identifier of the Research Organization Registry
    .wikidata = Its identifier of Wikidata
    .org_id = Its identifier of org-id.guide
    .successor = The institution that took over its tasks
    .may_name = Whether it has agreed to be named in public lists
    .may_logo = Whether it has agreed that its logo is shown
    .specimen = It is made up to show a feature: labelled wherever it appears, counted nowhere
    .work = The work’s folder below content
    .edition = The number of the edition
    .language = The language of the text that was signed
    .signed = The day of the signature, such as 2026-05-04
    .scope = What it covers: whole, or the ids of sections, separated by commas
    .effective = From when it binds, where that is not the day of the signature
    .registered = When it was entered here
    .until = The last day of its term
    .body = The body that decided: no person’s name
    .office = The office that signed: no person’s name
    .resolution = The number of the resolution
    .url = Where the resolution is published
    .reservations = What it does not bind itself to, in its own words; repeat it for other languages
    .status = How it stands; an active one needs --body and --verification
    .verification = How it was made sure that the institution has signed
    .verified = On which day
help-signatories-add = Enter an institution
    .more =
        Writes content/signatories/<id>.yaml. What the flags do not say is asked, if there is somebody at a terminal: each question explains itself, and each answer is checked against the whole register at once. An institution that is there is never written over.

        Example: diptych signatories add --name es="Ayuntamiento de Ejemplo" --type local-government --country ES
    .ask = Ask for what the flags do not say, although they would do, or although the answers come from no terminal
    .no_questions = Ask nothing, although there is somebody at the terminal
    .id = The name of its file, never used again for another one; made of country and name where not told otherwise
help-signatories-endorse = Enter an endorsement of an institution that is in the register
    .more =
        Adds some lines to the institution’s file; every other byte of it stays. Refused where the edition cannot be endorsed, or is endorsed already.

        Example: diptych signatories endorse es-ayto-ejemplo --work guidelines/home --edition 1.0 --language es --signed 2026-05-04 --body Pleno
help-signatories-withdraw = Enter that an institution has withdrawn its endorsement
    .more =
        The endorsement stays in the register, marked as withdrawn on this day.
    .signed = The day of the signature, where the institution has endorsed parts of the edition at different times
    .date = The day of the withdrawal, such as 2026-05-04
    .reference = The letter or resolution
help-signatories-list = Show who is in the register
    .more =
        One line for each endorsement, those that are not published too. With --format json, as “answer” of the report.
    .work = Only endorsements of this work: its folder below content
    .edition = Only endorsements of this edition
    .country = Only institutions of this country, ISO 3166-1
    .kind = Only institutions of this type
    .status = Only endorsements that stand like this: active, pending, merged, expired, withdrawn
    .specimens = Only specimens
    .language = The language of the names and of their order; the publication’s first where not told otherwise
    .csv = As CSV
help-signatories-import = Enter the institutions of a list, CSV or JSON
    .more =
        Each column leads to a key of the register, such as names.es, country or signed: by its heading where that is the key, or by --map. Every row’s fate is reported. Nothing is written unless all rows are well, or with --partial; what the register says already stays as it is.

        Example: diptych signatories import towns.csv --map "Municipio=names.es" --map "Teléfono=" --set country=ES
    .file = The list: CSV with commas, semicolons or tabs, or JSON (.json), in UTF-8
    .map = What a column is: a heading and a key, such as "Municipio=names.es"; "Phone=" passes the column over. Or a mapping file, YAML or TOML, by its path
    .set = What is so for every row that does not say otherwise, such as country=ES
    .dates = How the list writes dates
    .dates-ymd = 2026-05-04
    .dates-dmy = 04/05/2026 is the fourth of May
    .dates-mdy = 05/04/2026 is the fourth of May
    .partial = Take the rows that are well, although others are not
help-signatories-export = Write the whole register as a list that import reads
    .more =
        CSV, or JSON with --format json or for a file named .json. Values that a spreadsheet would take for formulas get an apostrophe before them, which import takes away again.
    .out = The file to write, instead of standard output
help-signatories-form = Write the endorsement form and a model resolution
    .more =
        Two accessible PDFs in each of the work’s languages, form-es.pdf and resolution-es.pdf, with the edition and its integrity code filled in: the same files as the site offers. Refused where the edition cannot be endorsed.

        Example: diptych signatories form guidelines/home 1.0 --language es
    .work = The work: its folder below content, such as guidelines/home
    .edition = The number of the edition, such as 1.0
    .language = Only in this language; in each that the work has where not told otherwise
    .out = The folder to write to; files of the same names there are written anew
help-theme = Change the look of the publication
help-theme-eject = Copy the default theme, or parts of it, into the publication
    .more =
        Puts the files into the folder of themes/ that book.toml names. What lies there takes the place of the built-in file of the same name; delete a file to have the built-in one again. Copy only what you want to change: a copy does not follow the tool. No file is written over.
    .paths = Files and folders of the theme, such as styles or templates/base.html; without any, all but the fonts
help-explain = Say more about a message
    .code = The code in brackets at the beginning of a message, such as broken-link; without one, all codes are listed
help-schema = Print the JSON Schema of a kind of file, for editors that complete and check it
    .more =
        `diptych new` puts the schemas of all kinds into .vscode/diptych, and settings that use them beside it.
    .file = The kind of file whose schema to print
    .file-amendment = An amendment: a file of a work’s folder “amendments”
    .file-book = book.toml
    .file-contribution = A contribution.yaml of a book of proceedings
    .file-corrigendum = A corrigendum of a frozen edition
    .file-edition = The record of a frozen edition: edition.yaml
    .file-front-matter = The lines between --- at the head of a page
    .file-glossary = content/glossary.yaml
    .file-panel = A panel.yaml of a book of proceedings
    .file-record = The record of a comparison: a file of a work’s folder “concordance”
    .file-retired-sections = The sections that a work no longer has: its retired.yaml
    .file-retired-signatories = content/signatories/retired.yaml
    .file-signatory = An institution: a file of content/signatories
    .file-work = work.yaml
help-completions = Print the script by which a shell completes diptych’s commands
    .more =
        For bash: diptych completions bash > ~/.local/share/bash-completion/completions/diptych
    .shell = The shell that is to complete
help-man = Print a manual page
    .more =
        For example: diptych man > ~/.local/share/man/man1/diptych.1
    .command = The command whose page to print, such as build or theme eject; without one, diptych’s own

## Around them

help-heading = { $heading ->
    [usage] Usage
    [commands] Commands
    [arguments] Arguments
    [institution] The institution
    [endorsement] The endorsement
    [verification] The verification
   *[options] Options
 }
# What stands for a value: in capitals, without spaces.
help-value = { $name }
help-usage-options = [OPTIONS]
help-usage-command = COMMAND
help-default = [default: { $value }]
help-values = [possible values: { $values }]
help-values-list = Possible values:
# Headings of manual pages.
help-manual = { $heading ->
    [NAME] NAME
    [SYNOPSIS] SYNOPSIS
    [DESCRIPTION] DESCRIPTION
    [OPTIONS] OPTIONS
    [SUBCOMMANDS] COMMANDS
    [EXTRA] EXTRA
    [VERSION] VERSION
    [AUTHORS] AUTHORS
   *[other] { $heading }
 }

## What is wrong with a command line

usage-unknown-argument = there is no “{ $typed }” in { $command }
usage-unknown-command = there is no command “{ $typed }” in { $command }
usage-unknown-value = “{ $typed }” cannot be the value of { $argument }
usage-malformed-value = “{ $typed }” cannot be the value of { $argument }
usage-lacking-value = { $argument } needs a value
usage-surplus-value = “{ $typed }” is one value too many for { $argument }
usage-conflict = { $argument } cannot stand beside { $other }
usage-twice = { $argument } can be given only once
usage-missing = these are missing: { $arguments }
usage-missing-command = { $command } needs a command
usage-not-utf-8 = one of the arguments is not UTF-8
usage-other = the arguments of { $command } cannot be understood
usage-hint-nearest = did you mean “{ $nearest }”?
usage-hint-known = choose one of { $known }
usage-hint-help = { $argument }: { $text }
usage-more = { $command } --help says what there is.
