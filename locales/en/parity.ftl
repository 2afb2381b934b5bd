# Words by which language versions are compared; docs/parity.md says how. Lists are separated by semicolons, and none has to be there:
# what a list would tell is then not compared. What may mean something else as well stands in the list that ends in “perhaps”: it answers to
# a word of the other version, but asks for none.

# Frequent in this language, and not words of others: they tell that a text is in it.
parity-common-words = the; of; and; to; in; is; that; for; it; with; as; on; be; by; this; are; or; an; from; at; which; not; their; they; have; been; shall; should; where; whose; its; those; other; any; has; was; were

# Numbers, each with its value.
parity-numbers = zero 0; two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10; eleven 11; twelve 12; thirteen 13; fourteen 14; fifteen 15; sixteen 16; seventeen 17; eighteen 18; nineteen 19; twenty 20; thirty 30; forty 40; fifty 50; sixty 60; seventy 70; eighty 80; ninety 90
parity-numbers-perhaps = one 1; single 1; once 1; both 2; either 2; neither 2; twice 2; pair 2; couple 2; half 2; double 2; first 1; second 2; third 3; fourth 4; fifth 5; sixth 6; seventh 7; eighth 8; ninth 9; tenth 10; eleventh 11; twelfth 12; thirteenth 13; fourteenth 14; fifteenth 15; sixteenth 16; seventeenth 17; eighteenth 18; nineteenth 19; twentieth 20; thirtieth 30; fortieth 40; fiftieth 50; hundredth 100; thirds 3; quarter 4; quarters 4; dozen 12
parity-multipliers = hundred 100; thousand 1000; million 1000000; billion 1000000000
# What stands between the parts of a number: “two hundred and ten”.
parity-number-joins = and
parity-percent = per cent; percent; percentage points
parity-currencies = euro EUR; euros EUR; eur EUR; dollar USD; dollars USD; usd USD; pound GBP; pounds GBP; gbp GBP; chf CHF; mad MAD; dirham MAD; dirhams MAD
parity-centuries = century; centuries

parity-shall = shall; must
parity-shall-perhaps = is to; are to; has to; have to
parity-should = should
parity-should-perhaps = ought; ought to
parity-may = may
parity-may-perhaps = can; cannot; could; might; possible; able; allowed; permitted; entitled; authorised; free to
parity-negation = not; no longer; never; nobody; nothing; none; cannot; can’t; don’t; doesn’t; isn’t; aren’t; won’t; shan’t; shouldn’t; mustn’t; nowhere; no one
# They deny by themselves, but may only go on with it after another word of their sentence: “no address and no documents”.
parity-negation-further = no; nor; neither
parity-negation-after = not; no; without; no longer; never; nobody; nothing; none; cannot; can’t; don’t; doesn’t; isn’t; aren’t; won’t; shan’t; shouldn’t; mustn’t; nowhere; no one
# Words with the same sign answer to each other in all languages before they answer to others.
parity-negation-perhaps = without /without; non; whether or not; or not; unless /unless; layperson; laypersons; disregard; disregards; disagree; disagrees; disagreed; unwanted; unknown; unable; unlawful; lack /lack; lacks /lack; lacking /lack; refrain /refrain; except /except; only /only; other than; hardly /hardly; neither of; rather than; instead of; free of; fails /fail; fail /fail; failure /fail; prevent /prevent; prevents /prevent; avoid /avoid; avoids /avoid; less /less; absent; missing; too late; wrong; wrongly; decline /refuse; declines /refuse; declined /refuse; declining /refuse; refuse /refuse; refuses /refuse; refused /refuse; refusing /refuse; deny; denies; denied; denying; forbid; forbids; forbidden
