# Lo que la propia herramienta dice en las páginas, dentro y alrededor de los textos.

## Bloques

alert-note = Nota
alert-tip = Sugerencia
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
notes = Notas
note-label = Nota { $number }
note-back = Volver a la nota { $number } en el texto
# El nombre accesible de una tabla que puede desplazarse hacia los lados.
table-region = Tabla { $number }
task-done = Hecho
task-open = Pendiente

## Remisiones

# Una remisión cuyo texto se completa: «3.2 Mediación», con un espacio indivisible.
reference = { $number }{"\u00A0"}{ $title }
# Cómo se llama una tabla o figura con título, antes de este y en las remisiones a ella.
table-number = Tabla{"\u00A0"}{ $number }
figure-number = Figura{"\u00A0"}{ $number }
# El nombre accesible del enlace permanente de una sección sin número.
section-link = Enlace a «{ $title }»
clause-guideline = Directriz { $number }
clause-paragraph = Apartado { $number }
clause-article = Artículo { $number }
clause-section = Apartado { $number }
clause-recommendation = Recomendación { $number }
# Va seguido del nombre de un idioma en él mismo.
side-by-side = En paralelo:
# El título de una página que muestra un capítulo en dos idiomas.
parallel-title = { $title } ({ $languages })

## Procedimientos

# Los epígrafes de un procedimiento, como los escriben los autores y los ven los lectores.
procedure-responsible = Responsable
procedure-inputs = Entradas
procedure-outputs = Resultados
procedure-indicators = Indicadores
procedure-agencies = Otros organismos

## Cómo se clasifican los apartados

# $name es el de una faceta, como «Nivel» o «Para»; siguen los nombres de sus valores.
facet-label = { $name }:
# Donde un apartado tiene todos los valores de una faceta.
facet-all = todos
facet-value-title = { $facet }: { $value }
facet-sections =
    { $count ->
        [0] ningún apartado
        [one] { $number } apartado
       *[other] { $number } apartados
    }
facet-gathers =
    { $count ->
        [0] Ningún apartado del texto lleva esta marca.
        [one] Esta página reúne { $number } apartado del texto.
       *[other] Esta página reúne { $number } apartados del texto.
    }
facet-leaves-out =
    { $count ->
        [one] Deja fuera { $number } apartado, que lleva otra marca.
       *[other] Deja fuera { $number } apartados, que llevan otras marcas.
    }
# Debajo de los apartados de un capítulo que se muestran.
facet-left-here =
    { $count ->
        [one] De este capítulo queda fuera { $number } apartado.
       *[other] De este capítulo quedan fuera { $number } apartados.
    }

## Actas

references-title = Referencias
# Enlace de una referencia a un lugar que la cita.
citation-back = Volver a la cita { $number } en el texto
authors-title = Autores
submission-title = Normas de presentación
papers =
    { $count ->
        [0] Ninguna comunicación
        [one] { $number } comunicación
       *[other] { $number } comunicaciones
    }
example-papers =
    { $count ->
        [one] { $number } ejemplo ficticio
       *[other] { $number } ejemplos ficticios
    }
# $language es el nombre de un idioma en sí mismo.
article-elsewhere = Este artículo no existe en el idioma de esta página. Se muestra en otro: { $language }.
article-translated = Idioma en que se escribió: { $language }.
rule-abstract-words = Un resumen tiene { $number } palabras como máximo.
rule-article-words = Un artículo tiene { $number } palabras como máximo.
rule-keywords-least = Una comunicación tiene al menos { $number } palabras clave en cada idioma.
rule-keywords-most = Una comunicación tiene como máximo { $number } palabras clave en cada idioma.

## El estado de un texto

status-in-consultation = Borrador en consulta
status-adopted = Adoptado
status-superseded = Sustituido por una edición posterior
status-withdrawn = Retirado
status-specimen = Ejemplo ficticio · { $status }
edition = Edición { $number }
authentic = Este es el texto auténtico.
equally-authentic = Esta versión es auténtica, en pie de igualdad con las demás versiones auténticas.
authentic-among = Igualmente auténticas: { $languages }. Las demás versiones son traducciones a título informativo.
courtesy = Esta es una traducción a título informativo; no es auténtica.

## La entrada y los archivos

enter = Leer en español
# $languages son nombres en su propio idioma: «English», «English · español».
download-text = { $languages } (PDF)
download-endorsed = { $languages }, con las adhesiones (PDF)
download-offprint = Separata, { $languages } (PDF)
download-form = Formulario de adhesión (PDF)
download-resolution = Modelo de resolución (PDF)

## Textos que no dicen nada

# Textos de enlaces que no dicen adónde llevan, separados por puntos y coma, en minúsculas.
vague-link-texts = aquí; acá; haga clic aquí; haz clic aquí; pulse aquí; pincha aquí; pinche aquí; clic aquí; ver aquí; leer aquí; este enlace; este link; esta página; enlace; link; más; más aquí; ver más; leer más; leer más aquí; lea más; saber más; más información; información; info; detalles; sitio web; página web; web; descargar; abrir
# Palabras para una imagen que no dicen lo que muestra.
vague-alt-texts = imagen; foto; fotografía; figura; ilustración; gráfico; gráfica; diagrama; esquema; mapa; dibujo; captura; captura de pantalla; icono; logo; logotipo; texto alternativo
size-megabytes = { $number }{"\u00A0"}MB
size-kilobytes = { $number }{"\u00A0"}kB

## Páginas del propio sitio

news-title = Noticias
register-title = Instituciones adheridas
register-none = Ninguna institución se ha adherido todavía a ningún texto.
# Para bibliografías. Cada parte es una oración.
citation = { $publisher }. { $title }. { $edition }. { $status }, { $date }. { $address }
# Lo mismo sin lo que tiene campo propio.
citation-note = { $edition }. { $status }, { $date }
# Una comunicación de un libro.
citation-paper = { $authors }. { $title }. En: { $book }. { $publisher }. { $edition }. { $status }, { $date }. { $address }

## Datos legales

fact-publisher = Entidad editora
fact-responsible = Responsable del contenido
fact-postal-address = Dirección postal
fact-email = Correo electrónico
fact-registration = Inscripción registral
fact-hosting = Proveedor de alojamiento
fact-data-protection = Contacto para la protección de datos
fact-accessibility-contact = Contacto para la accesibilidad

## El registro

# $number es $count tal como lo escriben los lectores.
register-institutions =
    { $count ->
        [0] ninguna adhesión en vigor
        [one] { $number } institución
       *[other] { $number } instituciones
    }
register-countries =
    { $count ->
        [one] { $number } país
       *[other] { $number } países
    }
register-endorsements =
    { $count ->
        [one] { $number } adhesión en vigor
       *[other] { $number } adhesiones en vigor
    }
register-specimen-count =
    { $count ->
        [one] { $number } ejemplo ficticio
       *[other] { $number } ejemplos ficticios
    }
# Un enlace de la portada de una obra al resto de la lista.
register-more =
    { $count ->
        [one] { $number } anotación más en el registro
       *[other] { $number } anotaciones más en el registro
    }
# Títulos de las listas.
register-of-edition = Adhesiones: { $title }, { $edition }
register-of-country = Instituciones adheridas: { $country }
register-of-type = Instituciones adheridas: { $type }
register-page = { $title } – página { $number } de { $total }
# La situación de una adhesión y cómo terminó.
state-active = En vigor
state-merged = Terminada
state-expired = Vencida
state-withdrawn = Retirada
ended-withdrawn = Retirada el { $date }
ended-expired = Vencida: su plazo terminó el { $date }
ended-expired-undated = Vencida
ended-merged = Terminada: las funciones de la institución han pasado a { $name }
ended-merged-unlisted = Terminada: las funciones de la institución han pasado a otra institución
# Lo que los buscadores muestran de una institución.
signatory-summary = { $type }, { $country }
signatory-verified = { $method }, { $date }
verification-official-letter = Escrito oficial
verification-domain-email = Mensaje desde el dominio de la propia institución
verification-pull-request-by-domain-owner = Cambio propuesto por quien posee el dominio de la institución
verification-official-gazette = Boletín oficial
badge-endorses = Institución adherida a
# El distintivo en una frase, para quienes no lo ven.
badge-text = Institución adherida a: { $title }, { $edition }
chart-countries-title = Instituciones por país
chart-countries-described = Gráfico de barras. Países: { $number }. El que más instituciones tiene: { $first }, { $most }. La tabla siguiente contiene todas las cifras.
chart-others = Otros países
chart-time-title = Adhesiones en vigor, por fecha de firma
chart-time-described = Gráfico de columnas con el total acumulado. Adhesiones en vigor: { $number }. La primera se firmó el { $from }; la última, el { $until }. La tabla siguiente contiene todas las cifras.

## Tipos de instituciones

type-local-government = Administración local
type-regional-government = Administración regional
type-ministry = Ministerio
type-parliament = Parlamento
type-police = Policía
type-court = Juzgado o tribunal
type-prosecution = Fiscalía
type-ombudsman = Defensoría del pueblo
type-health-service = Servicio de salud
type-school = Centro escolar
type-university = Universidad
type-association = Asociación
type-ngo = Organización no gubernamental
type-professional-body = Organización profesional
type-company = Empresa
type-network = Red
type-international = Organización internacional
type-other = Otra institución

## Versiones en revisión

# Las mismas palabras en cada versión, cambie quien cambie.
review = Las versiones lingüísticas de este apartado están en revisión.
review-stands = Las versiones lingüísticas de este apartado están en revisión; rige la edición { $edition }.
review-unchecked =
    { $count ->
        [one] Un apartado de esta página aún no se ha cotejado con los demás idiomas.
       *[other] { $number } apartados de esta página aún no se han cotejado con los demás idiomas.
    }
review-unchecked-page = Esta página aún no se ha cotejado con los demás idiomas.
review-status = Estado de las versiones lingüísticas
review-report = Avisar de una diferencia
# El asunto de un mensaje.
review-subject = Diferencia entre versiones: { $work } – { $section } ({ $languages })
standing-title = Estado de las versiones lingüísticas
standing-description = Cuántos apartados se han cotejado en todos los idiomas y cuáles han cambiado desde entonces.
standing-own-pages = Páginas de este sitio
standing-percent = { $number } %
standing-of = Apartados cotejados en todos los idiomas: { $collated } de { $sections }.
standing-not-begun = Nadie ha cotejado todavía las versiones lingüísticas.
# In the colophon of PDFs.
collated-by = { $collated } de { $sections } apartados; en calidad de: { $roles }.
role-translator = traducción
role-reviser = revisión
role-editor = edición
role-lawyer = asesoría jurídica
role-secretariat = secretaría
role-committee = comisión

## Ediciones

edition-replaced = Esta es la edición { $edition }. La ha sustituido la edición { $by }.
edition-withdrawn = Esta es la edición { $edition }. Se retiró el { $date }. { $reason }
edition-is-current = Este es el texto permanente de la edición { $edition }, que es el texto actual.
edition-frozen = Este es el texto permanente de la edición { $edition }. Está en vigor; se prepara un texto posterior.
edition-draft = Este es un borrador. Está en vigor la edición { $edition }.
edition-in-force = Leer la edición { $edition }
edition-collated = Cuando se fijó, se habían cotejado todas sus versiones auténticas.
edition-consultation = En consulta del { $opens } al { $closes }
edition-not-adopted = Ninguna. El texto está en consulta del { $opens } al { $closes }, y ningún órgano lo ha adoptado.
edition-uncollated = Cuando se fijó, no se habían cotejado aún todas sus versiones auténticas.
edition-corrected = Edición { $number }, corrección de errores { $corrigendum }
edition-dated = Edición { $number }, { $date }
edition-adopted = Adoptado por { $body } el { $date }.
edition-record = Acta: { $record }
edition-now = Leer el texto actual
edition-later = Leer el texto en preparación
# At a section of an older edition.
edition-section-now = Texto actual: { $target }
edition-section-gone = Ya no está en el texto desde la edición { $target }
corrigendum = Corrección de errores { $number }, { $date }, { $by }: donde dice «{ $old }», debe decir «{ $new }».
corrigenda = { $count ->
        [one] una corrección de errores
       *[other] { $number } correcciones de errores
    }
# At a section: what became of it from edition to edition, separated by semicolons.
history = Historia
history-introduced = En el texto desde la edición { $edition }
history-changed = modificado en la edición { $edition }
history-moved = trasladado en la edición { $edition }
history-removed = no está en la edición { $edition }
# Where a section was.
section-retired = El apartado «{ $title }» ya no está en el texto desde la edición { $edition }.
section-retired-in = Leerlo en la edición { $edition }
changes-title = Cambios de la edición { $from } a la edición { $to }
changes-description = Lo que cambió en { $title }, con sus marcas, en todas sus lenguas.

## Cambios marcados

redline-title = Cambios marcados: { $title }
redline-working = el texto actual
redline-edition = edición { $number }
redline-amended = edición { $number } con la enmienda { $id }
redline-revision = revisión { $name }
redline-inserted = añadido
redline-deleted = suprimido
# Se lee en voz alta tras un cambio: dónde termina.
redline-end = fin del cambio
redline-none = No hay cambios.
redline-same = Sin cambios en esta versión
redline-absent = Esta versión no tiene el apartado.
redline-section-changed = modificado
redline-section-inserted = apartado nuevo
redline-section-deleted = apartado suprimido
redline-moved-from = trasladado: estaba después de «{ $title }»
redline-moved-from-start = trasladado: estaba al principio
redline-was-number = era el número { $number }
redline-level = su título tiene otro nivel
redline-facets = clasificado de otro modo: { $old } → { $new }
redline-altered = otra forma
redline-figure = Figura:
redline-count-changed = { $count ->
        [one] { $number } modificado
       *[other] { $number } modificados
    }
redline-count-inserted = { $count ->
        [one] { $number } nuevo
       *[other] { $number } nuevos
    }
redline-count-deleted = { $count ->
        [one] { $number } suprimido
       *[other] { $number } suprimidos
    }
redline-count-moved = { $count ->
        [one] { $number } trasladado
       *[other] { $number } trasladados
    }
redline-more = Otros apartados con cambios: { $number }
redline-more-passages = Otros pasajes: { $number }

## Enmiendas

amendment-new-title = Sección nueva
amendment-new-text = El texto propuesto.
amendments-title = Enmiendas
amendments-table-title = Enmiendas: tabla de observaciones
# $work es el título de una obra.
amendments-description = Qué se propone cambiar en «{ $work }», quién lo ha deliberado y qué se ha decidido.
amendments-counted = { $open } abiertas, { $decided } decididas.
amendments-open-here =
    { $count ->
        [one] Hay una enmienda abierta sobre esta sección:
       *[other] Hay { $number } enmiendas abiertas sobre esta sección:
    }
amendment-name = Enmienda { $id }
amendment-specimen = Ejemplo ficticio
amendment-status-received = recibida
amendment-status-submitted = presentada
amendment-status-deliberation = en deliberación
amendment-status-approved = aprobada
amendment-status-approved-modified = aprobada con cambios
amendment-status-rejected = rechazada
amendment-status-withdrawn = retirada
amendment-merged-status = { $status }, incorporada a la edición { $edition }
amendment-kind-substantive = cambio de fondo
amendment-kind-editorial = cambio de redacción
amendment-kind-translation = corrección de una versión
amendment-kind-comment = observación
amendment-via-letter = Recibida por carta
amendment-via-email = Recibida por correo electrónico
amendment-via-form = Recibida por formulario
amendment-via-pull-request = Recibida como petición de cambio en el repositorio
amendment-via-meeting = Recibida en una reunión
amendment-level-local = Deliberación local
amendment-level-national = Deliberación nacional
amendment-level-international = Deliberación internacional
amendment-outcome-supported = apoyada
amendment-outcome-supported-with-changes = apoyada con cambios
amendment-outcome-not-supported = no apoyada
# $section y $other son números y títulos de secciones; $title, el de una nueva.
amendment-replaces = Otro texto para «{ $section }»
amendment-inserts-before = Una sección nueva, «{ $title }», antes de «{ $section }»
amendment-inserts-after = Una sección nueva, «{ $title }», después de «{ $section }»
amendment-deletes = Se suprime «{ $section }»
amendment-moves-before = «{ $section }» pasa a estar antes de «{ $other }»
amendment-moves-after = «{ $section }» pasa a estar después de «{ $other }»
amendment-comments = Sobre «{ $section }»
amendment-approved-text = Texto aprobado
amendment-proposed-text = Texto propuesto
amendment-gone-on = El texto ha cambiado desde entonces; aquí está solo el texto propuesto, sin marcas.
amendment-no-text = Todavía no hay texto propuesto en este idioma.
amendment-propose = Proponer un cambio
# Asunto y texto de una carta que envía quien lee. $folder y $id son los nombres que la herramienta da a la obra y a la sección.
amendment-subject = Enmienda: { $folder }, { $section }
amendment-letter =
    Proponemos cambiar esta sección:

    { $section }
    { $work }, edición { $edition }
    { $address }

    Texto propuesto:


    Motivos:


    Entidad que lo propone:
