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
section-link = Enlace a «{ $title }»
clause-guideline = Directriz { $number }
clause-paragraph = Apartado { $number }
clause-article = Artículo { $number }
clause-recommendation = Recomendación { $number }
# Va seguido del nombre de una lengua en ella misma.
side-by-side = En paralelo:
# El título de una página que muestra un capítulo en dos lenguas.
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
# $languages son nombres en su propia lengua: «English», «English · español».
download-text = { $languages } (PDF)
download-endorsed = { $languages }, con las adhesiones (PDF)
