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
intro-title = Presentación
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

## Capítulos

toc-title = En esta página
# En la página que muestra dos idiomas: el mismo capítulo en uno solo de ellos.
alone = por separado
sequence-label = Capítulos
previous = Anterior
next = Siguiente

## Nada en esta dirección

not-found-title = No hay ninguna página en esta dirección
not-found-text = Puede que la dirección contenga un error o que la página se haya trasladado. Los apartados publicados conservan su dirección: búsquelos desde la página de inicio.
not-found-home = Ir a la página de inicio
