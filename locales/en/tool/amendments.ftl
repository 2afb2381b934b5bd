# What `diptych amend` says. Sentences about mistakes are in diagnostics.ftl.

## Beginning one

amendment-begun = Amendment { $id }: write the proposed text and the reasons in { $path }.
from-diff-made = { $count ->
    [one] Amendment { $id } with one change: { $path }. The files are as you left them; --restore puts them back.
   *[other] Amendment { $id } with { $count } changes: { $path }. The files are as you left them; --restore puts them back.
 }
from-diff-restored = { $count ->
    [one] Amendment { $id } with one change: { $path }. The text is back to how it was.
   *[other] Amendment { $id } with { $count } changes: { $path }. The text is back to how it was.
 }
from-diff-nothing = The text reads as it did at { $from }: there is nothing to propose.
from-diff-no-work = At { $from } there is no work “{ $work }”.
from-diff-files = { $path } is new, gone or in another place: chapters are no matter of an amendment.
from-diff-front = The lines between --- at the head of { $path } have changed: they are no matter of an amendment. Put them back, or commit them first.
from-diff-inexpressible = What has changed in { $path } is no change of whole sections. Propose it with diptych amend new.
amend-no-edition = { $work } has no edition to amend: its work.yaml names none.
amend-date = “{ $said }” is no day: write it as 2026-03-02.
amend-number = “{ $said }” is no number of an amendment: write letters a to z, digits and hyphens, such as 2026-014.
amend-because = “{ $said }” gives no reason: write a language ({ $known }) and a text, such as en="Shorter".
amend-taken = { $path } is there already: give another --number.
amend-id = The id of the new section goes with one section and an insertion: --op insert-after --id new-section, of the letters a to z, digits and hyphens.
amend-to = To move sections, say where: --op move with --before or --after and the id of a section.

## Making it part of the text

amendment-applied = { $count ->
    [one] Amendment { $id } is part of edition { $edition }: { $files } has changed.
   *[other] Amendment { $id } is part of edition { $edition }: { $count } files have changed: { $files }.
 }
amendment-would-apply = { $count ->
    [one] Amendment { $id } would change { $files }. Nothing was written.
   *[other] Amendment { $id } would change { $count } files: { $files }. Nothing was written.
 }
no-such-amendment = There is no amendment “{ $id }”{ $found ->
    [0] .
   *[other] {""}: did you mean { $nearest }?
 }
amend-which-work = Several works have an amendment { $id }: say --work with one of { $works }.
amend-not-approved = Amendment { $id } is not approved: its status is “{ $status }”. --dry-run shows what it would change.
amend-merged = Amendment { $id } is part of edition { $edition } already.
amend-edition = Say which edition takes amendment { $id } in: --edition and its number. It was proposed to edition { $base }.
amend-stale = Since amendment { $id } was proposed, the text has changed: { $sections }. First: diptych amend rebase { $id }
amend-status-line = { $path } has no line of its own for “status”: write it as “status: approved” on a line, so that “merged” can stand below it.
amend-absent = There is no section “{ $id }” in the text in { $language }, or it would have to stand below itself.
amend-structure = { $path } would have other sections than those of the amendment: a fence or a comment is not closed, perhaps.
amend-astray = After amendment { $id } these sections would not read as they should: { $sections }. Nothing was written.

## Bringing it up to date

amendment-rebased = Amendment { $id } is up to the present text: { $path }. Read what it proposes once more.
amend-up-to-date = Amendment { $id } speaks of the text as it is.
amend-decided = Amendment { $id } is decided: its status is “{ $status }”.
amend-no-base = “{ $section }” ({ $language }) does not read at { $from } as it did when the amendment was made: name the revision in which it does with --from.
amend-conflict = Both the amendment and the present text have changed the same place of “{ $section }” ({ $language }).
    Now:{ $now }
    Proposed:{ $proposed }
    Write what you propose today into the amendment, with “base” as diptych amend new gives it.

## Which there are

amendments-none = There is no such amendment.
amendment-status = { $status ->
    [received] received
    [submitted] submitted
    [deliberation] under consideration
    [approved] approved
    [approved-modified] approved with changes
    [rejected] rejected
    [withdrawn] withdrawn
   *[other] { $status }
 }
amendment-merged = in edition { $edition }
amendment-kind = { $kind ->
    [substantive] substantive
    [editorial] editorial
    [translation] translation
    [comment] comment
   *[other] { $kind }
 }
