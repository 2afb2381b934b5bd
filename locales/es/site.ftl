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
