# Lo que dice y pregunta `diptych signatories`. Los mensajes sobre errores están en diagnostics.ftl.

## Inscribir instituciones y adhesiones

signatory-added = Inscrita en { $path }.
signatory-exists = { $path } ya existe: «{ $id }» es una institución del registro. Elija otro --id o use `diptych signatories endorse`.
add-lacks = Faltan estas opciones: { $flags }. Indíquelas o responda a las preguntas en un terminal.
add-needs-id = Del nombre no se puede formar un identificador: indíquelo con --id, por ejemplo ma-commune-exemple.
id-cannot-be = «{ $id }» no puede ser un identificador: use las letras de la a a la z, cifras y guiones.
no-such-signatory = En el registro no hay ninguna institución «{ $id }»{ $found ->
    [0] .
   *[other] {""}: ¿quiso decir { $nearest }?
 }
endorsement-added = La adhesión está en { $path }.
verification-kept = { $path } ya dice cómo y cuándo se verificó la institución; eso no se ha cambiado.
endorsement-withdrawn = La adhesión consta como retirada en { $path }.
nothing-to-withdraw = { $status ->
    [none] «{ $id }» no se ha adherido a la edición { $edition } de { $work }.
    [pending] La adhesión de «{ $id }» a la edición { $edition } de { $work } está pendiente: no se ha publicado nada. Bórrela del archivo.
   *[other] La adhesión de «{ $id }» a la edición { $edition } de { $work } ya no está vigente ({ $status }).
 }
which-to-withdraw = «{ $id }» se ha adherido a partes de la edición { $edition } de { $work } en días distintos. Indique cuál con --signed: { $days }.

## Listas

listed = { $lines ->
    [0] Ninguna línea.
    [one] Una línea{ $specimens ->
        [0] .
       *[other] , de un ejemplo ficticio.
    }
   *[other] { $lines } líneas{ $specimens ->
        [0] .
        [one] , una de ellas de un ejemplo ficticio.
       *[other] , { $specimens } de ellas de ejemplos ficticios.
    }
 }
list-column = { $column ->
    [id] ID
    [name] NOMBRE
    [type] TIPO
    [country] PAÍS
    [work] OBRA
    [edition] EDICIÓN
    [signed] FIRMA
   *[status] ESTADO
 }
list-specimen = ficticio
list-language = La publicación no tiene ese idioma; tiene { $known }.
import-no-key = «{ $typed }» no es ninguna clave del registro. Sus claves: { $known }.
import-fate = { $fate ->
    [added] añadida
    [held] no añadida
    [unchanged] sin cambios
   *[refused] rechazada
 }
imported = Filas: { $added } añadidas, { $unchanged } sin cambios, { $refused } rechazadas{ $held ->
    [0] .
   *[other] {""}; { $held } están bien y esperan a las demás. Con --partial se incorporan.
 }
files-written = { $files ->
    [one] Un archivo escrito.
   *[other] { $files } archivos escritos.
 }
exported = { $institutions ->
    [one] Una institución
   *[other] { $institutions } instituciones
 } en { $path }.
form-no-work = No hay ninguna obra en content/{ $work }; las obras son { $known }.
form-no-edition = { $work } no tiene ninguna edición { $edition } que admita adhesiones: los formularios se hacen para la edición que declara su work.yaml.
form-closed = La edición { $edition } de { $work } no admite adhesiones, de modo que no hay formularios para ella. Cuando las admita, su work.yaml dirá «endorsable: true».
form-language = La obra no existe en ese idioma; tiene { $known }.
forms-written = Archivos escritos: { $paths }

## Preguntas

ask-begin = Inscriba una institución: una pregunta tras otra. Con Ctrl-C se termina sin escribir nada.
ask-choices = { $choices }
ask-usual = Solo Intro: { $usual }
ask-optional = Solo Intro: nada
ask-yes-or-no = Responda s o n.
ask-needed = Esta respuesta es necesaria.
ask-none-of-them = «{ $typed }» no es ninguna de estas{ $found ->
    [0] .
   *[other] {""}: ¿quiso decir { $meant }?
 }
ask-name =
    ¿Cómo se llama a sí misma la institución en este idioma: { $language }?
    Su nombre oficial, tal como figura en su escrito. No lo traduzca usted.
ask-acronym =
    ¿Tiene siglas en este idioma: { $language }?
ask-type =
    ¿Qué clase de institución es?
ask-country =
    ¿En qué país tiene su sede?
    Dos letras de la norma ISO 3166-1, por ejemplo ES. Si es un organismo internacional, el país de su sede.
ask-subdivision =
    ¿En qué parte de ese país?
    Un código de la norma ISO 3166-2, por ejemplo ES-MD.
ask-id =
    ¿Con qué identificador se inscribe?
    Será para siempre el nombre de su archivo y parte de su dirección: letras de la a a la z, cifras y guiones.
ask-website =
    ¿Cuál es su sitio web?
    La dirección completa, con https://.
ask-ror =
    ¿Tiene un identificador en ror.org?
    Nueve caracteres que empiezan por 0; distingue a las instituciones del mismo nombre.
ask-wikidata =
    ¿Tiene una entrada en Wikidata?
    Q y cifras, por ejemplo Q2807.
ask-org-id =
    ¿Tiene otro identificador, de una lista de org-id.guide?
    El código de la lista y el número, por ejemplo ES-DIR3-L01280796.
ask-may-name =
    ¿Ha consentido que su nombre figure en listas públicas?
    Sin su consentimiento está en el registro, pero nadie la ve.
ask-may-logo =
    ¿Ha consentido que se muestre su logotipo?
ask-no-work = Ahora ninguna obra admite adhesiones, de modo que no se pregunta por ninguna. La clave «endorsable: true» de un work.yaml abre su edición.
ask-work =
    ¿A qué obra se adhiere?
ask-edition =
    ¿Qué edición ha firmado?
ask-scope =
    ¿Qué abarca la adhesión?
    whole (la obra entera) o los identificadores de las secciones, separados por espacios.
ask-language =
    ¿En qué idioma estaba el texto que firmó?
ask-signed =
    ¿Qué día se firmó?
    Año, mes y día, por ejemplo 2026-05-04.
ask-effective =
    ¿Desde qué día obliga, si no es desde el día de la firma?
ask-registered =
    ¿Qué día se inscribe aquí?
ask-until =
    ¿Cuál es el último día de su vigencia, si tiene un plazo?
ask-body =
    ¿Qué órgano lo acordó?
    Por ejemplo, Pleno o Junta de Gobierno. Sin nombres de personas.
ask-office =
    ¿Qué cargo u oficina firmó?
    Por ejemplo, Secretaría General. Sin nombres de personas.
ask-resolution =
    ¿Qué número tiene el acuerdo?
ask-url =
    ¿Dónde está publicado el acuerdo?
    La dirección completa, con https://.
ask-reservations =
    ¿Formula reservas? En este idioma: { $language }
    A qué no se compromete, con sus propias palabras; se muestran dondequiera que figure su nombre.
ask-method =
    ¿Cómo se ha comprobado que ha firmado la propia institución?
ask-verified =
    ¿Qué día se comprobó?
ask-status =
    ¿Cuál es el estado de la adhesión?
    Si está pendiente, no se publica. Si está activa, debe constar el órgano que la acordó y la verificación.
ask-write =
    { $path } quedará así:

    { $text }
    ¿Se escribe? Solo Intro: s
