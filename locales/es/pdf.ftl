# Lo que el tema dice en las ediciones en PDF.

## Adhesiones

pdf-endorsing = Qué significa la adhesión

## El colofón

pdf-colophon = Sobre esta edición
pdf-publisher = Publica
pdf-edition = Edición y estado
pdf-versions = Idiomas
# Los nombres de las lenguas van cada uno en la suya: «English, español».
pdf-authentic = Versiones auténticas: { $languages }.
pdf-courtesy = Traducciones a título informativo: { $languages }.
pdf-address = Dirección permanente
pdf-citation = Cómo citar
pdf-citation-text = { $publisher }, { $title }, edición { $number } ({ $date }), { $address }
pdf-licence = Licencia
pdf-integrity = Huella de integridad
pdf-integrity-text = Esta huella se calcula a partir del texto de la edición en todos sus idiomas; las adhesiones no la alteran. Compárese con la que figura en la dirección permanente: si ambas coinciden, este es, palabra por palabra, el texto publicado.
pdf-format = Formato
pdf-format-text = Este archivo puede leerse con tecnologías de apoyo (PDF/UA-1) y es apto para la conservación en archivos (PDF/A-2a).
