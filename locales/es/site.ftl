# Lo que el tema dice en las páginas del sitio.
# Un rótulo que termina en dos puntos va seguido de un nombre en su propio idioma: «En paralelo: English».

## El marco de todas las páginas

skip-to-content = Saltar al contenido
languages-label = Idioma
breadcrumb-label = Está usted en
published-by = Publicado por { $publisher }
all-languages = Todos los idiomas
licence = Licencia:
# Se imprime en papel al pie de la página, antes de su dirección.
page-address = Dirección de esta página:

## Inicio

works-title = Textos
works-none = Todavía no se ha publicado ningún texto.

## La portada de una obra

start-reading = Empezar a leer
contents-title = Índice
# Despliega las secciones de un capítulo.
contents-sections = Secciones
intro-title = Presentación
editions-title = Ediciones
editions-changes = Qué cambió
facts-title = Sobre este texto
facts-languages = Idiomas
facts-licence = Licencia
facts-fingerprint = Huella de integridad
facts-fingerprint-meaning = Se calcula a partir del texto de esta edición en todos sus idiomas. Un PDF que muestra la misma huella contiene este texto.
downloads-title = Descargas
# De un archivo que reúne los idiomas uno junto al otro.
downloads-parallel = en paralelo
# De un archivo que contiene el texto y sus adhesiones.
downloads-endorsed = con las adhesiones registradas hasta la fecha que figura en él
endorsements-title = Adhesiones
endorsements-none = Ninguna institución se ha adherido todavía a esta edición.
endorsements-closed = Esta edición no está abierta a la adhesión.
# Junto a los formularios de adhesión.
forms-title = Cómo adherirse
forms-resolve = El órgano competente de la institución aprueba una resolución que nombra el texto y la edición. El modelo puede adaptarse.
forms-fill-in = La institución rellena el formulario, que firma quien la representa.
forms-send = Envía ambos con una carta oficial; el formulario indica adónde. Una vez comprobado que proceden de la institución, se la inscribe en el registro.

## Las entradas a una obra

facet-meaning = Cada apartado de este texto lleva marcas. Elija una para ver los apartados que la llevan, con sus números.
facet-gathered-title = Apartados
facet-gathered-none = Ningún apartado.
facet-left-out-title = Capítulos que quedan fuera
facet-whole = El texto completo, en su orden

## Actas

panels-title = Paneles
panel-coordinators = Coordinación
panel-papers = Comunicaciones
panel-papers-none = Todavía no se ha publicado ninguna comunicación.
panel-conclusions = Conclusiones
panel-conclusions-none = Las conclusiones de este panel todavía no se han publicado.
paper-abstract = Resumen
paper-article = Artículo
paper-abstract-only = resumen
paper-keywords = Palabras clave
paper-specimen = Esta comunicación y sus autores son inventados y muestran el formato del libro.
panel-specimen = Este panel y quienes lo coordinan son inventados y muestran el formato del libro.
authors-meaning = Quienes han escrito alguna comunicación de este libro, con sus comunicaciones.
submission-meaning = Lo que se pide a quien ofrece una comunicación. La herramienta que hace este libro comprueba las mismas normas.
submission-sections = Apartados que se esperan
submission-sections-meaning = Un artículo tiene estos apartados, con estos títulos u otros.
submission-counting = Las palabras se cuentan como lo haría una persona: cuentan las notas, las tablas y sus títulos; no cuentan el título, las citas ni la lista de referencias.

## Capítulos

toc-title = En esta página
# En la página que muestra dos idiomas: el mismo capítulo en uno solo de ellos.
alone = por separado
sequence-label = Capítulos
previous = Anterior
next = Siguiente

## Menús

menu-label = Páginas principales
footer-menu-label = Sobre este sitio

## Noticias

news-newest-first = De la más reciente a la más antigua
news-all = Todas las noticias
news-none = Todavía no hay noticias.
news-sequence-label = Noticias
news-older = Anterior
news-newer = Posterior
feed-title = Canal de noticias

## El glosario

# Seguido de un enlace a la sección.
glossary-defined = Definición en:

## El registro

register-meaning-title = Qué significa una adhesión
register-meaning = Una institución adherida declara que aplicará una edición de un texto en el ámbito de sus competencias. Cada texto indica en su propia página a qué compromete esto a una institución y a qué no.
register-rules = Una institución solo figura aquí bajo el texto y la edición a los que se ha adherido, y una vez verificada su adhesión. Un borrador en consulta no admite adhesiones, salvo que su página diga otra cosa.

# Qué es una institución inventada para mostrar cómo funciona el registro; a la vista junto a cada nombre así.
specimen = ejemplo ficticio
with-reservations = con reservas
# Seguido de una fecha.
signed-on = Firma:
# La adhesión abarca solo algunas secciones.
partly = en parte
# Seguido de una fecha: el último día en que hubo algún cambio en el registro.
register-as-at = Registro actualizado a:
register-texts = Por texto
register-countries-title = Por país
register-types = Por tipo de institución
# Un enlace a la lista de quienes se han adherido a un texto.
register-see = Quién se ha adherido a esta edición
# Lo mismo cuando en la lista solo hay ejemplos ficticios o adhesiones terminadas.
register-see-others = Lista de esta edición
# Títulos de las partes de una lista.
roll-active = Adhesiones en vigor
roll-ended = Adhesiones terminadas
roll-specimens = Ejemplos ficticios
roll-specimens-meaning = Estas instituciones no existen. Muestran cómo es el registro y no cuentan en ninguna cifra.
roll-too-long = La lista es larga: elija arriba un texto, un país o un tipo.
filter-title = Elegir entre las instituciones
filter-name = Nombre
filter-text = Texto
filter-country = País
filter-type = Tipo
filter-all = Todos
# El guion pone la cifra en lugar del signo.
filter-shown = Instituciones mostradas: #
filter-none = Ninguna institución de la lista coincide.
charts-title = En cifras
chart-table = Las cifras en una tabla
chart-country = País
chart-institutions = Instituciones
chart-period = Firma
chart-signed = Adhesiones
chart-total = Total hasta entonces
# El camino por las páginas de una lista; sus elementos son números.
pager-label = Páginas de la lista
pager-previous = Página anterior
pager-next = Página siguiente
open-data-title = Datos abiertos
open-data-meaning = El registro completo para su reutilización, con los ejemplos ficticios señalados como tales.
badge-title = Para las instituciones adheridas a esta edición
badge-meaning = El distintivo lleva a esta lista, donde cualquiera puede ver quién se ha adherido a la edición. Copie esto en su página:

## Una institución

signatory-about = La institución
signatory-acronym = Siglas
signatory-former = Antes
# Seguido de una fecha: el último día de un nombre anterior.
signatory-until = hasta el
signatory-type = Tipo
signatory-country = País
signatory-subdivision = Región
signatory-identifiers = Identificadores
signatory-website = Sitio web
signatory-verified-by = Verificación
signatory-succeeds = Sucede a
signatory-succeeded = Le sucede
signatory-succeeded-unlisted = otra institución, que no figura en este registro
signatory-specimen = Esta institución no existe: es un ejemplo ficticio que muestra cómo es el registro.
endorsement-status = Situación
endorsement-scope = Abarca
endorsement-whole = todo el texto
endorsement-language = Firmada en
endorsement-signed = Firma
endorsement-effective = Con efectos desde
endorsement-registered = Inscripción
endorsement-until = Válida hasta
endorsement-authority = Decisión
endorsement-reservations = Reservas
endorsement-reference = Referencia de la retirada

## Datos legales

legal-title = Datos sobre la publicación
# En lugar de un dato que no se conoce.
legal-gap = Todavía no publicado

## Cómo citar

citation-title = Cómo citar

## Nada en esta dirección

not-found-title = No hay ninguna página en esta dirección
not-found-text = Puede que la dirección contenga un error o que la página se haya trasladado. Las secciones publicadas conservan su dirección: búsquelas desde la página de inicio.
not-found-home = Ir a la página de inicio

## Estado de las versiones lingüísticas

standing-version = Idioma
standing-done = Hecho
standing-sections = Apartados
standing-collated = Cotejados
standing-review = En revisión
standing-new = Sin cotejar
standing-questions = Con preguntas
standing-under-review = Apartados en revisión
facts-standing = Versiones lingüísticas

## Enmiendas

amendments-open = Abiertas
amendments-decided = Decididas
amendments-none = Ninguna.
amendments-as-table = En una tabla de observaciones
amendments-as-list = En una lista
amendments-feed = Canal de enmiendas
amendments-all = Todas las enmiendas
amendments-column-number = Número
amendments-column-section = Sección
amendments-column-type = Tipo
amendments-column-comment = Observación
amendments-column-proposal = Propuesta
amendments-column-decision = Decisión
amendment-others = Abiertas sobre las mismas secciones
amendment-reasons = Motivos
amendment-way = De la propuesta a la decisión
amendment-record = acta
amendment-facts = Datos de la enmienda
amendment-base = Propuesta para
amendment-proposer = Propuesta por
amendment-sections = Secciones
# Detrás, los idiomas: «English · español».
amendment-marks = Lo que cambiaría, en
facts-amendments = Enmiendas
