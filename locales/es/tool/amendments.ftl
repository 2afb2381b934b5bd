# Lo que dice `diptych amend`. Las frases sobre errores están en diagnostics.ftl.

## Empezar una

amendment-begun = Enmienda { $id }: escriba el texto propuesto y los motivos en { $path }.
from-diff-made = { $count ->
    [one] Enmienda { $id } con un cambio: { $path }. Los archivos siguen como usted los dejó; --restore los devuelve a su estado anterior.
   *[other] Enmienda { $id } con { $count } cambios: { $path }. Los archivos siguen como usted los dejó; --restore los devuelve a su estado anterior.
 }
from-diff-restored = { $count ->
    [one] Enmienda { $id } con un cambio: { $path }. El texto vuelve a ser el de antes.
   *[other] Enmienda { $id } con { $count } cambios: { $path }. El texto vuelve a ser el de antes.
 }
from-diff-nothing = El texto se lee como en { $from }: no hay nada que proponer.
from-diff-no-work = En { $from } no hay ninguna obra «{ $work }».
from-diff-files = { $path } es nuevo, ya no existe o está en otro lugar: los capítulos no son materia de una enmienda.
from-diff-front = Las líneas entre --- al comienzo de { $path } han cambiado: no son materia de una enmienda. Devuélvalas a su estado anterior, o confírmelas antes en git.
from-diff-inexpressible = Lo que ha cambiado en { $path } no son secciones enteras. Propóngalo con diptych amend new.
amend-no-edition = { $work } no tiene ninguna edición que enmendar: su work.yaml no la indica.
amend-date = «{ $said }» no es un día: escríbalo como 2026-03-02.
amend-number = «{ $said }» no es el número de una enmienda: escriba letras de la a a la z, cifras y guiones, como 2026-014.
amend-because = «{ $said }» no da ningún motivo: escriba un idioma ({ $known }) y un texto, como es="Más breve".
amend-taken = { $path } ya existe: dé otro número con --number.
amend-id = El identificador de la sección nueva va con una sola sección y una inserción: --op insert-after --id nueva-seccion, con letras de la a a la z, cifras y guiones.
amend-to = Para trasladar secciones, diga adónde: --op move con --before o --after y el identificador de una sección.

## Incorporarla al texto

amendment-applied = { $count ->
    [one] La enmienda { $id } forma parte de la edición { $edition }: ha cambiado { $files }.
   *[other] La enmienda { $id } forma parte de la edición { $edition }: han cambiado { $count } archivos: { $files }.
 }
amendment-would-apply = { $count ->
    [one] La enmienda { $id } cambiaría { $files }. No se ha escrito nada.
   *[other] La enmienda { $id } cambiaría { $count } archivos: { $files }. No se ha escrito nada.
 }
no-such-amendment = No hay ninguna enmienda «{ $id }»{ $found ->
    [0] .
   *[other] {""}: ¿quiso decir { $nearest }?
 }
amend-which-work = Varias obras tienen una enmienda { $id }: diga --work con una de { $works }.
amend-not-approved = La enmienda { $id } no está aprobada: su estado es «{ $status }». --dry-run muestra qué cambiaría.
amend-merged = La enmienda { $id } ya forma parte de la edición { $edition }.
amend-edition = Diga qué edición incorpora la enmienda { $id }: --edition y su número. Se propuso para la edición { $base }.
amend-stale = Desde que se propuso la enmienda { $id }, el texto ha cambiado: { $sections }. Antes: diptych amend rebase { $id }
amend-status-line = { $path } no tiene una línea propia para «status»: escriba «status: approved» en una línea, para que «merged» pueda ir debajo.
amend-absent = En el texto en { $language } no hay ninguna sección «{ $id }», o tendría que depender de sí misma.
amend-structure = { $path } tendría otras secciones que las de la enmienda: quizá no se cierra un bloque de código o un comentario.
amend-astray = Tras la enmienda { $id }, estas secciones no se leerían como deben: { $sections }. No se ha escrito nada.

## Ponerla al día

amendment-rebased = La enmienda { $id } está al día con el texto actual: { $path }. Vuelva a leer lo que propone.
amend-up-to-date = La enmienda { $id } habla del texto tal como está.
amend-decided = La enmienda { $id } está decidida: su estado es «{ $status }».
amend-no-base = «{ $section }» ({ $language }) no se lee en { $from } como cuando se hizo la enmienda: indique con --from la revisión en que sí.
amend-conflict = Tanto la enmienda como el texto actual han cambiado el mismo lugar de «{ $section }» ({ $language }).
    Ahora:{ $now }
    Propuesto:{ $proposed }
    Escriba en la enmienda lo que propone hoy, con el «base» que da diptych amend new.

## Cuáles hay

amendments-none = No hay ninguna enmienda así.
amendment-status = { $status ->
    [received] recibida
    [submitted] presentada
    [deliberation] en deliberación
    [approved] aprobada
    [approved-modified] aprobada con cambios
    [rejected] rechazada
    [withdrawn] retirada
   *[other] { $status }
 }
amendment-merged = en la edición { $edition }
amendment-kind = { $kind ->
    [substantive] de fondo
    [editorial] de redacción
    [translation] de traducción
    [comment] observación
   *[other] { $kind }
 }
