# What `diptych collate` and `diptych status` say and ask. Sentences about mistakes are in diagnostics.ftl.

## Comparing

collated = { $count ->
    [0] Nothing was recorded.
    [one] One section of { $work } is recorded as collated.
   *[other] { $count } sections of { $work } are recorded as collated.
 }
collate-queried = { $count ->
    [one] The question is open at one section of { $work }.
   *[other] The question is open at { $count } sections of { $work }.
 }
collate-closed = { $count ->
    [0] No question was open there.
    [one] The questions at one section of { $work } are closed.
   *[other] The questions at { $count } sections of { $work } are closed.
 }
collate-nothing-remains = In { $work } nothing remains to be compared.
collate-needs-sections = Name the sections by their ids, or say --all for all that remain.
collate-nobody-to-ask = There is nobody at a terminal to compare anything: --yes records without asking.
collate-who = These flags are missing: { $flags }. A comparison is recorded with who made it and in which role.
collate-no-handle = “{ $handle }” is no handle: write letters a to z, digits, “.”, “-” and “_”, at most 39. Git keeps it for ever, so no names and no addresses.
collate-translated-by = “{ $said }” does not say who translated: write a language of the publication and a handle, such as es=j-ruiz.
collate-language = The work has no version in “{ $language }”; it has { $known }.
no-such-work = There is no work “{ $work }”; there are { $known }.
no-such-section = There is no section “{ $section }” in { $work }{ $found ->
    [0] .
   *[other] {""}: did you mean { $nearest }?
 }
collate-section = {""}

    { $nth }/{ $all } · { $work } { $section }

    { $text }
    {""}

collate-since = { $state ->
    [changed] { $languages }: changed since { $date } ({ $by })
    [behind] { $languages }: as it was on { $date } ({ $by })
    [changed-in-both] { $languages }: both changed since { $date } ({ $by })
   *[new] { $languages }: never compared
 }
collate-changes = { $problem ->
    [repository] Which words have changed in { $language } cannot be told: the publication is in no git repository that can be read.
    [text] Which words have changed in { $language } cannot be told: no revision holds the text that was compared.
    [unseen] { $language }: no word has changed; a figure, a link or how the section is sorted has.
   *[none] What has changed in { $language } since then, [-old-] and {"{"}+new+{"}"}:

    { $text }
    {""}
 }
collate-open = { $by } asks ({ $date }): { $text }
collate-ask = Do they say the same? y yes · n no · q open a question · e end
collate-ask-question = What is the question? An empty line opens none.
collate-ask-all = { $count ->
    [one] One section of { $work }
   *[other] { $count } sections of { $work }
 }: { $named }{ $more ->
    [0] {""}
   *[other] , and { $more } more
 }.
 Have you compared the versions of every one of them? y yes · n no
collate-ask-handle = By which handle are you known? It is recorded for ever, so no name.
collate-ask-role = As what do you compare? { $choices }
collate-no-role = Write one of the words, or its number.

## Status

status-column = { $column ->
    [language] LANGUAGE
    [percent] DONE
    [sections] SECTIONS
    [collated] COLLATED
    [changed] CHANGED
    [behind] BEHIND
    [new] NEW
    [missing] MISSING
    [queries] QUERIES
    [words] WORDS
   *[remaining] TO COMPARE
 }
status-state = { $state ->
    [collated] collated
    [changed] changed
    [behind] has not followed
    [changed-in-both] changed, like others
    [new] new
   *[missing] missing
 }
status-queries = { $count ->
    [one] one question open
   *[other] { $count } questions open
 }
status-alone = {"  "}Nothing to compare: it has one language.
status-not-begun = {"  "}Nobody has begun to compare: diptych collate { $work }
status-since = { $count ->
    [0] {"  "}Nothing is otherwise than at { $revision }.
   *[other] {"  "}Otherwise than at { $revision }:
 }
status-no-publication = What { $revision } holds is no publication.
