# Lo que el tema dice en las ediciones en PDF.

## La portada

pdf-with-endorsements = Con las adhesiones a esta edición

## Adhesiones

pdf-endorsing = Qué significa la adhesión

## El colofón

pdf-colophon = Sobre esta edición
pdf-publisher = Publica
pdf-edition = Edición y estado
pdf-adoption = Aprobación
pdf-adoption-none = Ninguna. El texto está en consulta y ningún órgano lo ha aprobado.
pdf-adoption-unrecorded = Aprobada. Aún no consta el acta de la aprobación.
pdf-supersedes = Sustituye a
pdf-supersedes-nothing = Ninguna edición anterior.
pdf-corrigenda = Corrección de errores
pdf-corrigenda-none = Ninguna. No se ha corregido nada en esta edición.
pdf-versions = Idiomas
# Los nombres de las lenguas van cada uno en la suya: «English, español».
pdf-authentic = Versiones auténticas: { $languages }.
pdf-courtesy = Traducciones a título informativo: { $languages }.
pdf-difference = Si las versiones difieren
pdf-difference-equal = Ninguna versión auténtica prevalece sobre otra. Si difieren, ha de preferirse el sentido que mejor las concilie, a la luz del objeto y fin del texto.
pdf-difference-authentic = Una traducción a título informativo nunca prevalece sobre una versión auténtica.
pdf-collated = Cotejo de las versiones
pdf-collated-nobody = Aún no consta. Nadie ha dejado constancia de haber cotejado las versiones apartado por apartado.
pdf-address = Dirección permanente
pdf-citation = Cómo citar
pdf-licence = Licencia
pdf-integrity = Huella de integridad
pdf-integrity-text = Se calcula a partir del texto de la edición en todos sus idiomas; las adhesiones no la alteran. Para verificarla, compárese con la que figura en la dirección permanente: si ambas coinciden, este es, palabra por palabra, el texto publicado.
pdf-format = Formato
pdf-format-text = Este archivo puede leerse con tecnologías de apoyo (PDF/UA-1) y es apto para la conservación en archivos (PDF/A-2a).
