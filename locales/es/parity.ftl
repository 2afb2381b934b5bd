# Palabras con las que se cotejan las versiones; docs/parity.md explica cómo. Los elementos se separan con punto y coma, y ninguna lista es
# obligatoria: lo que diría no se compara. Lo que también puede significar otra cosa va en la lista que termina en «perhaps»: responde a
# una palabra de la otra versión, pero no la exige.

# Frecuentes en esta lengua y que no son palabras de otras: indican que un texto está escrito en ella.
parity-common-words = de; la; que; el; en; y; los; del; se; las; por; un; para; con; una; su; al; lo; como; más; o; pero; sus; le; este; esta; sobre; entre; cuando; ser; sin; desde; todo; quien; quienes; deberá; debería; deberán; deberían; cada; son; está; están

# Números, cada uno con su valor.
parity-numbers = cero 0; dos 2; tres 3; cuatro 4; cinco 5; seis 6; siete 7; ocho 8; nueve 9; diez 10; once 11; doce 12; trece 13; catorce 14; quince 15; dieciséis 16; diecisiete 17; dieciocho 18; diecinueve 19; veinte 20; veintiuno 21; veintiuna 21; veintiún 21; veintidós 22; veintitrés 23; veinticuatro 24; veinticinco 25; veintiséis 26; veintisiete 27; veintiocho 28; veintinueve 29; treinta 30; cuarenta 40; cincuenta 50; sesenta 60; setenta 70; ochenta 80; noventa 90; cien 100; ciento 100; doscientos 200; doscientas 200; trescientos 300; trescientas 300; cuatrocientos 400; cuatrocientas 400; quinientos 500; quinientas 500; seiscientos 600; seiscientas 600; setecientos 700; setecientas 700; ochocientos 800; ochocientas 800; novecientos 900; novecientas 900
parity-numbers-perhaps = uno 1; una 1; un 1; único 1; única 1; ambos 2; ambas 2; una y otra 2; uno y otro 2; unos y otros 2; unas y otras 2; la una y la otra 2; el uno y el otro 2; los unos y los otros 2; las unas y las otras 2; doble 2; par 2; pareja 2; mitad 2; medio 2; media 2; primero 1; primera 1; primer 1; primeros 1; primeras 1; segundo 2; segunda 2; segundos 2; segundas 2; tercero 3; tercera 3; tercer 3; terceros 3; terceras 3; tercio 3; tercios 3; cuarto 4; cuarta 4; cuartos 4; quinto 5; quinta 5; sexto 6; sexta 6; séptimo 7; séptima 7; octavo 8; octava 8; noveno 9; novena 9; décimo 10; décima 10; undécimo 11; undécima 11; duodécimo 12; duodécima 12; decimotercero 13; decimotercera 13; decimocuarto 14; decimocuarta 14; decimoquinto 15; decimoquinta 15; vigésimo 20; vigésima 20; trigésimo 30; trigésima 30; centésimo 100; docena 12
parity-multipliers = mil 1000; millón 1000000; millones 1000000; millardo 1000000000; millardos 1000000000; billón 1000000000000; billones 1000000000000
# Lo que va entre las partes de un número: «treinta y uno».
parity-number-joins = y
parity-percent = por ciento; por cien; puntos porcentuales
parity-currencies = euro EUR; euros EUR; eur EUR; dólar USD; dólares USD; usd USD; libra GBP; libras GBP; gbp GBP; chf CHF; mad MAD; dírham MAD; dírhams MAD
parity-centuries = siglo; siglos

parity-shall = deberá; deberán; deberé; deberemos
parity-shall-perhaps = debe; deben; ha de; han de; habrá de; habrán de; habrá que; hay que; tiene que; tienen que; tendrá que; tendrán que; tenga que; tengan que
parity-should = debería; deberían; deberíamos
parity-should-perhaps = habría de; habrían de; habría que; convendría; convendrían
parity-may = podrá; podrán
parity-may-perhaps = puede; pueden; podría; podrían; pueda; puedan; pudiera; pudieran; pudiese; poder; cabe; caben; posible; posibles; capaz; capaces; permite; permiten; permitirá; permitido; permitida; permitidos; permitidas; lícito; derecho; facultad; quizá; acaso; pudieron; pudo; podido; sea; sean
parity-negation = no
# Niegan por sí solas, salvo detrás de otra palabra de la misma oración: «no lo sabe nadie», «antes que nadie».
parity-negation-concord = nunca; jamás; ningún; ninguno; ninguna; ningunos; ningunas; nadie; nada
# Niegan por sí solas, y detrás de otra palabra de la misma frase puede que solo continúen: «no se vende ni se presta».
parity-negation-further = ni; tampoco; y no; o que no; y que no
parity-negation-after = antes; sin; apenas; no; más que; mejor que; negar; niega; impedir; evitar
# Las palabras con el mismo signo se responden entre sí, en todos los idiomas, antes que a otras.
parity-negation-perhaps = sin /without; o no; no obstante; lo contrario; negarse /refuse; se niega /refuse; se niegue /refuse; rechazar /refuse; rehusar /refuse; salvo /except; excepto /except; a menos que /unless; salvo que /unless; carece /lack; carecen /lack; carezca /lack; carezcan /lack; carecer /lack; carecía /lack; carecían /lack; carecido /lack; falta /lack; faltan /lack; dejado; dejar; deja; dejan; indiferente; da igual; sino; abstendrá /refrain; abstendrán /refrain; evitar /avoid; impedir /prevent; apenas /hardly; solo /only; sólo /only; únicamente /only; menos /less
