# What commands say, to whoever runs them, and what the preview says on pages. Sentences about mistakes are in diagnostics.ftl.

## Preview

serve-ready = The preview is at { $address } – Ctrl-C ends it.
serve-changed = { $others ->
    [0] { $file } changed
    [one] { $file } and one other file changed
   *[other] { $file } and { $others } other files changed
 }.
preview-fine = No mistakes
preview-show = Mistakes in the sources
preview-close = Close
preview-open = Open in the editor
preview-draft = Draft: not built without --drafts
preview-lost = The preview has ended
preview-keys = p: side by side and back · e: open in the editor (E: the other language) · Esc: close
preview-older = Where a text cannot be shown as it is, the page shows it as it last was without errors.
preview-no-editor = If nothing opens, name your editor in DIPTYCH_EDITOR before starting the preview, such as: code --goto {"{"}file{"}"}:{"{"}line{"}"}
preview-nothing = This cannot be shown. The message below says what is wrong; the page comes by itself once it is mended.

## Beginning

new-made = { $files } files in { $folder }.
new-in-english = The texts in { $languages } are English ones to translate; so are the files of locales.
new-next = Next: diptych serve --open --root { $folder }
new-workflow = On GitHub, name the tool’s Git repository in the variable DIPTYCH: { $file } says where.
new-language = “{ $language }” is no language tag: write one such as en, es or pt-br.
occupied = { $others ->
    [0] { $file } is there already.
    [one] { $file } and one other file are there already.
   *[other] { $file } and { $others } other files are there already.
 } Nothing was written: choose another folder, or move them away.
theme-ejected = { $files ->
    [one] One file in { $folder }; it takes the place of the built-in one.
   *[other] { $files } files in { $folder }; they take the place of the built-in ones.
 }
theme-without = The theme has no “{ $path }”: name one of its files or folders, such as styles or templates/base.html.

## Explanations, completions, man pages

explain-nearest = There is no code “{ $code }”: did you mean { $nearest }?
explain-unknown = There is no code “{ $code }”: diptych explain lists them all.
man-unknown = There is no command “{ $command }”: diptych --help lists them all.

## Editions

edition-cut = Edition { $edition } of { $work } is frozen: { $count } files in { $folder }, integrity code { $fingerprint }. Commit them; they never change.
edition-uncollated = { $count ->
        [one] One section of { $work } remains whose authentic versions nobody has compared as they are now.
       *[other] { $count } sections of { $work } remain whose authentic versions nobody has compared as they are now.
    } Compare them (diptych collate { $work }), or freeze the text with --uncollated: its title page will say so.
edition-no-kind = { $work } is neither guidelines nor a manual: only those have editions that are frozen.
edition-is-cut = Edition { $edition } of { $work } is frozen already. Give the text that comes after it its own number in work.yaml first.
edition-no-number = work.yaml gives the text of { $work } no edition: add “edition” with number, status and date first.
edition-other-number = work.yaml says that the text of { $work } is edition { $own }, not { $edition }: change its number, status and date there first.
edition-none-frozen = { $work } has no frozen edition.
edition-not-frozen = { $work } has no frozen edition { $edition }: there are { $known }.
edition-corrigendum-form = Each --language takes one --old and one --new; --by takes a language and a name, such as en="The secretariat".
edition-corrigendum = Written: { $path }
edition-line = { $status ->
        [in-consultation] in consultation
        [adopted] adopted
        [superseded] replaced by { $by }
        [withdrawn] withdrawn
       *[other] no status
    }, { $text ->
        [frozen] frozen
        [frozen-and-current] frozen, the current text
       *[current] the current text, not frozen
    }{ $uncollated ->
        [yes] , not compared
       *[no] {""}
    }{ $corrigenda ->
        [0] {""}
        [one] , one corrigendum
       *[other] , { $corrigenda } corrigenda
    }

## Marked changes

redline-written = Written: { $path }
redline-errors = “{ $side }” has errors: what cannot be understood of it would look as if it were not there. Mend it, choose another text, or compare with --anyway.
redline-pdf-out = A PDF is no text for a terminal: say with --out where to write it.
redline-language = The work has no “{ $language }”: its languages are { $known }.
redline-edition = { $work } has no edition { $edition }, and git no revision of that name. { $count ->
    [0] The work has no editions.
   *[other] Its editions: { $known }.
 }
redline-no-base = Amendment { $id } was proposed to edition { $edition }, whose text is not kept: it was not frozen.
redline-decided = The text that amendment { $id } changed is kept nowhere: in edition { $edition }, as it is here, these sections read otherwise: { $sections }
redline-section = { $work } has no section “{ $id }” on either side.

## Faults of the machine: what could not be done. What the system says of it follows in the system’s language.

fault-carry-over = cannot carry over { $path }: { $reason }
fault-find = cannot find { $path }: { $reason }
fault-find-a-repository-of = cannot find a git repository that holds { $path }: revisions are read from it ({ $reason })
fault-find-the-publication-at = cannot find the publication at the revision { $path }: { $reason } was not there
fault-find-the-revision = cannot find the revision “{ $path }”; “git log --oneline” lists revisions, “git tag” their names ({ $reason })
fault-keep = cannot keep { $path }: { $reason }
fault-listen-at = cannot listen at { $path }: { $reason }
fault-make = cannot make { $path }: { $reason }
fault-open = cannot open { $path }: { $reason }
fault-open-the-folder = cannot open the folder { $path }: { $reason }
fault-reach-the-revision = cannot find the revision “{ $path }” in this shallow clone, which holds the latest revisions only; “git fetch --unshallow --tags” fetches the others ({ $reason })
fault-read = cannot read { $path }: { $reason }
fault-read-the-folder = cannot read the folder { $path }: { $reason }
fault-read-the-revision = cannot read the revision “{ $path }”: { $reason }
fault-read-the-submodule = cannot read { $path } of a revision: it is a submodule, whose files are in another repository
fault-remove = cannot remove { $path }: { $reason }
fault-rename = cannot rename { $path }: { $reason }
fault-replace = cannot replace { $path }: { $reason }
fault-set-the-mode-of = cannot set the mode of { $path }: { $reason }
fault-use = cannot use { $path }: { $reason }
fault-use-the-repository-of = cannot use the git repository of { $path }; if it is another user’s and you trust it, “git config --global --add safe.directory” and its folder say so ({ $reason })
fault-watch = cannot watch { $path }: { $reason }
fault-write = cannot write { $path }: { $reason }
fault-write-into = cannot write into { $path }: { $reason }
fault-write-the-site-into = cannot write the site into { $path }: { $reason }
