# Lo que el tema dice en las ediciones en PDF.

## La portada

pdf-with-endorsements = Con las adhesiones a esta edición
pdf-with-endorsements-as-at = Con las adhesiones a esta edición a { $date }

## Adhesiones

pdf-endorsing = Qué significa la adhesión
# La última fecha del registro.
pdf-endorsed-as-at = A { $date }, última fecha inscrita en el registro de instituciones adheridas.
pdf-endorsed-none-in-force = Ninguna adhesión a esta edición está en vigor.
pdf-endorsed-active = En vigor ({ $number })
pdf-endorsed-expired = Vencidas ({ $number })
pdf-endorsed-withdrawn = Retiradas ({ $number })
pdf-endorsed-merged = De instituciones cuyas funciones han pasado a otra ({ $number })
pdf-endorsement-signed = firmada el { $date }
pdf-endorsement-effective = con efectos desde el { $date }
pdf-endorsement-until = vigente hasta el { $date }
# Los números de las secciones a las que alcanza; si alcanza a todo, no se dice nada.
pdf-endorsement-scope =
    { $count ->
        [one] solo al apartado { $sections }
       *[other] solo a los apartados { $sections }
    }
pdf-endorsement-reservations = Reservas
pdf-endorsement-reservations-in = Reservas (en { $language })

## En cualquier parte

# Una enumeración: «English, español».
pdf-listed = { $before }, { $next }

## Comunicaciones de un libro de actas

# Al final de cada referencia; $pages son números: “3, 7”.
pdf-cited = [Citas: p. { $pages }]
# Tras el número de una página en la que una referencia se cita más de una vez: “3, 3 (2)”.
pdf-cited-again = ({ $number })
# El primero de tres autores o más.
pdf-and-others = { $name } et al.
# Al pie de cada página de una comunicación.
pdf-running = { $authors }: { $title }
pdf-offprint = Separata

## El colofón

pdf-colophon = Sobre esta edición
pdf-publisher = Publica
pdf-edition = Edición y estado
pdf-adoption = Adopción
pdf-adoption-none = Ninguna. El texto está en consulta y ningún órgano lo ha adoptado.
pdf-adoption-unrecorded = Adoptado. Aún no consta el acta de la adopción.
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

## Lo que rellena una institución

# Al pie de cada página.
sheet-page = página { $number } de { $total }
sheet-text = Texto

## El formulario de adhesión

form-title = Formulario de adhesión
form-purpose = Con este formulario una institución declara que se adhiere al texto indicado a continuación y facilita los datos que muestra el registro público de instituciones adheridas. Está destinado a instituciones; los particulares no pueden adherirse.
form-verify = La adhesión se refiere únicamente a esta edición. Para asegurarse de que se tiene delante el texto al que se adhiere la institución, compárese la huella de integridad con la que figura en las últimas páginas de su PDF o en su dirección permanente.
form-institution = La institución
form-name = Denominación en { $language }
form-name-other = Denominación en otra lengua, si la tiene
form-acronym = Sigla
form-country = País (el de la sede, si es un organismo internacional)
form-website = Sitio web
form-type = Tipo de institución. Márquese uno:
form-decision = La decisión
form-body = Órgano que ha decidido
form-resolution-number = Número de la resolución
form-resolution-date = Fecha de la resolución
form-resolution-address = Dónde está publicada, si lo está
form-signed = Idioma del texto al que se adhiere. Márquese uno:
form-term = Último día, si la adhesión tiene plazo
form-scope = Alcance y reservas
form-scope-whole = La institución se adhiere a la totalidad del texto.
form-scope-sections = La institución se adhiere solo a estos apartados:
form-sections = Números de los apartados
form-reservations = Reservas, si las hay: aquello a lo que la institución no se obliga, con sus propias palabras. Se publican íntegras allí donde figura la adhesión.
form-consent = Qué puede publicarse
form-consent-name = La institución consiente en que su nombre figure en el registro público. Sin este consentimiento no se la incluye en él.
form-consent-logo = La institución consiente en que el registro muestre su logotipo, que envía en un archivo SVG o PNG.
form-published = El registro muestra el nombre, el tipo, el país y el sitio web de la institución, el texto y la edición, el alcance, las fechas, el órgano que ha decidido y dónde está publicada su decisión, el cargo que ha firmado y las reservas.
form-unpublished = No muestra datos personales: ni nombres de personas, ni firmas, ni direcciones postales o de correo electrónico, ni números de teléfono. Tampoco se publica este formulario.
form-signing = Firma
form-place-date = Lugar y fecha
form-office = Cargo de quien firma
form-signature = Firma y sello
form-sending = Dónde se envía
form-enclosed = El formulario se envía junto con una copia de la resolución y un oficio o carta de la institución. La adhesión se inscribe una vez comprobado que proceden de ella. Puede retirarse en cualquier momento por el mismo cauce.
form-gap = Todavía no publicado
form-gap-remedy = Lo que aquí falta se publicará en las páginas del texto, { $address }.

## El modelo de resolución

resolution-title = Modelo de resolución
resolution-purpose = Texto que el órgano competente de una institución puede aprobar para adherirse a la edición indicada a continuación. Ha de adaptarse al derecho y a los usos de la institución: lo que figura entre corchetes se rellena, se conserva o se suprime.
resolution-heading = Resolución
resolution-body = [Órgano competente] de [denominación de la institución]
# $code es la huella de integridad.
resolution-text = Visto el texto titulado { $title }, edición { $edition }, de { $date }, publicado por { $publisher } en { $address }, cuya huella de integridad es { $code };
resolution-remit = Considerando que las materias de las que trata pertenecen al ámbito de competencias de esta institución y que su aplicación redundaría en beneficio de las personas a las que sirve;
resolution-edition-alone = Considerando que la adhesión se refiere únicamente a esa edición y no se extiende a ediciones posteriores ni a otras publicaciones;
resolution-commitments = Considerando a qué compromete la adhesión y a qué no, según se expone en el anexo;
resolution-resolves = RESUELVE:
# Cómo se cuentan los puntos, separados por punto y coma.
resolution-ordinals = Primero.; Segundo.; Tercero.; Cuarto.; Quinto.; Sexto.
resolution-endorse = Adherirse al texto titulado { $title }, edición { $edition }, [en su totalidad] [en cuanto a los apartados [números]].
resolution-reservations = [Formular las siguientes reservas, que se publicarán junto con la adhesión: [redacción].]
resolution-carry-out = Cumplir, en el ámbito de sus competencias, aquello a lo que la adhesión compromete.
resolution-consent = Consentir en que su nombre figure [y su logotipo se muestre] en el registro público de instituciones adheridas.
resolution-office = Facultar a [cargo] para firmar el formulario de adhesión y remitirlo a la entidad editora junto con una copia de la presente resolución.
resolution-publicity = Dar a conocer la presente resolución a las personas a las que sirve y publicarla [en su sitio web].
resolution-adopted = En [lugar], a [fecha]. [Número de la resolución]
resolution-signed = [Cargo de quien firma, firma y sello]
resolution-annex = Anexo: qué significa la adhesión
