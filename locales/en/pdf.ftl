# What the theme says in PDF editions.

## The title page

pdf-with-endorsements = With the endorsements of this edition
pdf-with-endorsements-as-at = With the endorsements of this edition as at { $date }

## Endorsements

pdf-endorsing = What endorsing means
# The register's last date.
pdf-endorsed-as-at = As at { $date }, the last date entered in the register of endorsing institutions.
pdf-endorsed-none-in-force = No endorsement of this edition is in force.
pdf-endorsed-active = In force ({ $number })
pdf-endorsed-expired = Expired ({ $number })
pdf-endorsed-withdrawn = Withdrawn ({ $number })
pdf-endorsed-merged = Of institutions whose tasks have passed to another one ({ $number })
pdf-endorsement-signed = signed on { $date }
pdf-endorsement-effective = effective from { $date }
pdf-endorsement-until = for a term until { $date }
# The numbers of the sections covered; where everything is, nothing is said.
pdf-endorsement-scope =
    { $count ->
        [one] for section { $sections } only
       *[other] for sections { $sections } only
    }
pdf-endorsement-reservations = Reservations
pdf-endorsement-reservations-in = Reservations (in { $language })

## Anywhere

# Things in a row: “English, español”.
pdf-listed = { $before }, { $next }

## Papers of a book of proceedings

# At the end of an entry of a list of references; $pages are numbers: “3, 7”.
pdf-cited = [Cited: p. { $pages }]
# After the number of a page on which an entry is cited more than once: “3, 3 (2)”.
pdf-cited-again = ({ $number })
# The first of three authors and more.
pdf-and-others = { $name } et al.
# At the foot of each page of a paper.
pdf-running = { $authors }: { $title }
pdf-offprint = Offprint

## The colophon

pdf-colophon = About this edition
pdf-publisher = Published by
pdf-edition = Edition and status
pdf-adoption = Adoption
pdf-adoption-none = None. The text is in consultation, and no body has adopted it.
pdf-adoption-unrecorded = Adopted. The record of the adoption has not been entered.
pdf-supersedes = Supersedes
pdf-supersedes-nothing = No earlier edition.
pdf-corrigenda = Corrigenda
pdf-corrigenda-none = None. Nothing in this edition has been corrected.
pdf-versions = Languages
# The names of languages are each in its own: “English, español”.
pdf-authentic = Authentic versions: { $languages }.
pdf-courtesy = Translations for information: { $languages }.
pdf-difference = Where versions differ
pdf-difference-equal = No authentic version prevails over another. Where they differ, the meaning that best reconciles them is to be preferred, in the light of the object and purpose of the text.
pdf-difference-authentic = A translation for information never prevails over an authentic version.
pdf-collated = Versions compared by
pdf-collated-nobody = Not recorded yet. No reviser has entered a comparison of the versions, section by section.
pdf-address = Permanent address
pdf-citation = How to cite
pdf-licence = Licence
pdf-integrity = Integrity code
pdf-integrity-text = Computed from the text of this edition in all its languages; endorsements do not change it. To verify it, compare it with the code shown at the permanent address: if the two agree, this is the text that was published, word for word.
pdf-format = Format
pdf-format-text = This file can be read with assistive technology (PDF/UA-1) and is fit for archives (PDF/A-2a).

## What an institution fills in

# At the foot of each page.
sheet-page = page { $number } of { $total }
sheet-text = Text

## The endorsement form

form-title = Endorsement form
form-purpose = With this form an institution declares that it endorses the text named below, and gives the facts that the public register of endorsing institutions shows. It is for institutions; private persons cannot endorse.
form-verify = The endorsement is of this edition alone. To make sure that you have before you the text endorsed here, compare the integrity code with the one on the last pages of its PDF or at its permanent address.
form-institution = The institution
form-name = Name in { $language }
form-name-other = Name in another language, if it has one
form-acronym = Acronym
form-country = Country (for an international body, that of its seat)
form-website = Website
form-type = Type of institution. Tick one:
form-decision = The decision
form-body = Body that decided
form-resolution-number = Number of the resolution
form-resolution-date = Date of the resolution
form-resolution-address = Where it is published, if it is
form-signed = Language of the text that is endorsed. Tick one:
form-term = Last day, if the endorsement is for a term
form-scope = Scope and reservations
form-scope-whole = The institution endorses the whole text.
form-scope-sections = The institution endorses only these sections:
form-sections = Numbers of the sections
form-reservations = Reservations, if any: what the institution does not bind itself to, in its own words. They are published in full wherever the endorsement is.
form-consent = What may be published
form-consent-name = The institution agrees to be named in the public register. Without this it is not listed.
form-consent-logo = The institution agrees that the register shows its logo, which it sends as an SVG or PNG file.
form-published = The register shows the institution’s name, type, country and website, the text and edition, the scope, the dates, the body that decided and where its decision is published, the office that signed, and the reservations.
form-unpublished = It shows no personal data: no names of persons, signatures, postal or e-mail addresses or telephone numbers. This form itself is not published.
form-signing = Signature
form-place-date = Place and date
form-office = Office of whoever signs
form-signature = Signature and seal
form-sending = Where to send it
form-enclosed = Send the form with a copy of the resolution and a covering letter of the institution. The endorsement is listed once it has been verified that they come from the institution. It can be withdrawn at any time in the same way.
form-gap = Not yet published
form-gap-remedy = What is missing here will be published on the pages of the text, { $address }.

## The model resolution

resolution-title = Model resolution
resolution-purpose = A text that the competent body of an institution can adopt in order to endorse the edition named below. It is to be adapted to the law and the usage of the institution: what stands in square brackets is filled in, kept or left out.
resolution-heading = Resolution
resolution-body = The [competent body] of [name of the institution],
# $code is the integrity code.
resolution-text = having examined the text entitled { $title }, edition { $edition }, of { $date }, published by { $publisher } at { $address }, whose integrity code is { $code };
resolution-remit = considering that the matters of which it treats are within the remit of this institution, and that its application would benefit the people whom the institution serves;
resolution-edition-alone = considering that an endorsement is of that edition alone, and extends neither to later editions nor to other publications;
resolution-commitments = considering what endorsement commits an institution to and what it does not, as set out in the annex;
resolution-resolves = resolves:
# How points are counted, parted by semicolons.
resolution-ordinals = 1.; 2.; 3.; 4.; 5.; 6.
resolution-endorse = to endorse the text entitled { $title }, edition { $edition }, [as a whole] [as regards sections [numbers]];
resolution-reservations = [to make the following reservations, which are to be published with its endorsement: [wording];]
resolution-carry-out = to carry out, within its remit, what the endorsement commits it to;
resolution-consent = to agree to being named [and to having its logo shown] in the public register of endorsing institutions;
resolution-office = to authorise [office] to sign the endorsement form and to send it to the publisher, with a copy of this resolution;
resolution-publicity = to make this resolution known to the people whom it serves, and to publish it [at its website].
resolution-adopted = Adopted at [place] on [date]. [Number of the resolution]
resolution-signed = [Office of whoever signs, signature and seal]
resolution-annex = Annex: what endorsement means
