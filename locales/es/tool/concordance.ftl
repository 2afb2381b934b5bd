# Lo que dicen y preguntan `diptych collate` y `diptych status`. Los mensajes sobre errores están en diagnostics.ftl.

## Cotejar

collated = { $count ->
    [0] No se ha registrado nada.
    [one] Una sección de { $work } consta como cotejada.
   *[other] { $count } secciones de { $work } constan como cotejadas.
 }
collate-queried = { $count ->
    [one] La pregunta queda abierta en una sección de { $work }.
   *[other] La pregunta queda abierta en { $count } secciones de { $work }.
 }
collate-closed = { $count ->
    [0] Ahí no había ninguna pregunta abierta.
    [one] Las preguntas de una sección de { $work } quedan cerradas.
   *[other] Las preguntas de { $count } secciones de { $work } quedan cerradas.
 }
collate-nothing-remains = En { $work } no queda nada por cotejar.
collate-needs-sections = Nombre las secciones por sus identificadores, o indique --all para todas las que faltan.
collate-nobody-to-ask = No hay nadie en un terminal que pueda cotejar: --yes registra sin preguntar.
collate-who = Faltan estas opciones: { $flags }. De un cotejo se registra quién lo hizo y en calidad de qué.
collate-no-handle = «{ $handle }» no es un alias: escriba letras de la a a la z sin tilde, cifras, «.», «-» y «_», 39 como máximo. Git lo guarda para siempre: ni nombres ni direcciones.
collate-translated-by = «{ $said }» no dice quién tradujo: escriba un idioma de la publicación y un alias, por ejemplo es=j-ruiz.
collate-language = La obra no tiene versión en «{ $language }»; tiene { $known }.
no-such-work = No hay ninguna obra «{ $work }»; hay { $known }.
no-such-section = En { $work } no hay ninguna sección «{ $section }»{ $found ->
    [0] .
   *[other] {""}: ¿quiso decir { $nearest }?
 }
collate-section = {""}

    { $nth }/{ $all } · { $work } { $section }

    { $text }
    {""}

collate-since = { $state ->
    [changed] { $languages }: ha cambiado desde el { $date } ({ $by })
    [behind] { $languages }: como estaba el { $date } ({ $by })
    [changed-in-both] { $languages }: han cambiado desde el { $date } ({ $by })
   *[new] { $languages }: sin cotejar nunca
 }
collate-changes = { $problem ->
    [repository] No se puede saber qué palabras han cambiado en { $language }: la publicación no está en un repositorio de git que se pueda leer.
    [text] No se puede saber qué palabras han cambiado en { $language }: ninguna revisión contiene el texto que se cotejó.
    [unseen] { $language }: no ha cambiado ninguna palabra; sí una figura, un enlace o la clasificación del apartado.
   *[none] Lo que ha cambiado desde entonces en { $language }, [-lo viejo-] y {"{"}+lo nuevo+{"}"}:

    { $text }
    {""}
 }
collate-open = { $by } pregunta ({ $date }): { $text }
collate-ask = ¿Dicen lo mismo? s sí · n no · p abrir una pregunta · f fin
collate-ask-question = ¿Cuál es la pregunta? Una línea vacía no abre ninguna.
collate-ask-all = { $count ->
    [one] Una sección de { $work }
   *[other] { $count } secciones de { $work }
 }: { $named }{ $more ->
    [0] {""}
   *[other] {" "}y { $more } más
 }.
 ¿Ha cotejado las versiones de todas y cada una? s sí · n no
collate-ask-handle = ¿Por qué alias se le conoce? Queda registrado para siempre: nada de nombres.
collate-ask-role = ¿En calidad de qué coteja? { $choices }
collate-no-role = Escriba una de las palabras o su número.

## Estado

status-column = { $column ->
    [language] IDIOMA
    [percent] HECHO
    [sections] SECCIONES
    [collated] COTEJADAS
    [changed] CAMBIADAS
    [behind] ATRASADAS
    [new] NUEVAS
    [missing] FALTAN
    [queries] PREGUNTAS
    [words] PALABRAS
   *[remaining] POR COTEJAR
 }
status-state = { $state ->
    [collated] cotejada
    [changed] cambiada
    [behind] no ha seguido
    [changed-in-both] cambiada, como otras
    [new] nueva
   *[missing] falta
 }
status-queries = { $count ->
    [one] una pregunta abierta
   *[other] { $count } preguntas abiertas
 }
status-alone = {"  "}Nada que cotejar: tiene un solo idioma.
status-not-begun = {"  "}Nadie ha empezado a cotejar: diptych collate { $work }
status-since = { $count ->
    [0] {"  "}Nada es distinto que en { $revision }.
   *[other] {"  "}Distinto que en { $revision }:
 }
status-no-publication = Lo que contiene { $revision } no es una publicación.
