# Lo que la propia herramienta dice en las páginas, dentro y alrededor de los textos.

## Bloques

alert-note = Nota
alert-tip = Consejo
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
# El nombre accesible del enlace permanente de una sección sin número.
table-number = Tabla{"\u00A0"}{ $number }
figure-number = Figura{"\u00A0"}{ $number }
section-link = Enlace a «{ $title }»
clause-guideline = Directriz { $number }
clause-paragraph = Apartado { $number }
clause-article = Artículo { $number }
clause-recommendation = Recomendación { $number }
# Va seguido del nombre de un idioma en él mismo.
side-by-side = En paralelo:
# El título de una página que muestra un capítulo en dos idiomas.
parallel-title = { $title } ({ $languages })

## El estado de un texto

status-in-consultation = Borrador en consulta
status-adopted = Aprobado
status-superseded = Sustituido por una edición posterior
status-withdrawn = Retirado
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

## Datos legales

fact-publisher = Entidad editora
fact-responsible = Responsable del contenido
fact-postal-address = Dirección postal
fact-email = Correo electrónico
fact-registration = Inscripción registral
fact-hosting = Proveedor de alojamiento
fact-data-protection = Contacto para la protección de datos
fact-accessibility-contact = Contacto para la accesibilidad
