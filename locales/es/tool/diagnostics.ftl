# Lo que la herramienta dice de los errores a quien escribe. Cada código tiene un mensaje, una indicación de qué escribir y una
# explicación para docs/diagnostics.md. Los códigos están en src/diagnostics/catalogue.rs.

error = error
warning = aviso
help = ayuda
related = primera vez aquí
built = { $files ->
    [one] Un archivo
   *[other] { $files } archivos
 } en { $folder }: { $changed } escritos, { $unchanged } sin cambios, { $removed } eliminados, { $kept } conservados que no son de la publicación.
rolled-forward = Este sistema de archivos no puede intercambiar dos carpetas a la vez; el sitio anterior se apartó antes de poner el nuevo en su lugar.
checked = No se han encontrado errores.
summary = { $errors ->
    [0] Ningún error
    [one] Un error
   *[other] { $errors } errores
 }, { $warnings ->
    [0] ningún aviso
    [one] un aviso
   *[other] { $warnings } avisos
 }.
nothing-written = No se ha escrito nada.
without-pdf = Este diptych se compiló sin la característica «pdf»: instálelo con sus características por defecto para hacer PDF.

## Archivos

not-utf-8 = el archivo no está en UTF-8: el byte { $byte } no inicia aquí ningún carácter
    .hint = guarde el archivo con la codificación UTF-8
    .explanation = Las fuentes están en UTF-8. Los editores antiguos guardan en Windows-1252 o Latin-1, donde una letra acentuada es otro byte.
byte-order-mark = el archivo empieza con una marca de orden de bytes
    .hint = guarde el archivo como «UTF-8», no como «UTF-8 con BOM»
    .explanation = Los tres bytes invisibles que algunos editores ponen ante un texto pasarían a formar parte de su primera línea.
file-too-large = el archivo ocupa más de { $limit } MiB
    .hint = divida el texto o guarde la imagen con menor tamaño
    .explanation = Ningún archivo de una publicación necesita ser tan grande; el límite evita que se agote la memoria.
outside-project = esto es un enlace que sale del proyecto o no lleva a ninguna parte, o no es un archivo ordinario
    .hint = ponga en su lugar una copia del archivo
    .explanation = No se lee nada fuera del proyecto: un enlace simbólico debe llevar a un archivo que esté en él. No se abren tuberías ni dispositivos.
unusable-file-name = el nombre del archivo no está en UTF-8
    .hint = cambie el nombre usando letras, cifras y guiones
    .explanation = Los nombres de archivo se convierten en direcciones; uno que no está en UTF-8 no puede serlo.
unknown-language = «{ $language }» no es una lengua de la { $of ->
        [work] obra
       *[publication] publicación
    }
    .hint = las lenguas de la publicación son { $known }; declare otra en book.toml
    .hint-work = las lenguas de la obra son { $known }; añada otra en «languages» de work.yaml
    .explanation = Un nombre de archivo o una clave que parece una lengua debe ser una de book.toml (y de la obra); si no, el texto no aparecería en ninguna parte sin que nadie lo notara.
no-language = el nombre del archivo no indica su lengua
    .hint = llame al archivo { $name }
    .explanation = La lengua forma parte del nombre del archivo, antes de .md, para que las versiones de un texto estén juntas.

## Texto estructurado

malformed-toml = esto no es TOML: { $detail }
    .hint = corrija la línea; los valores de texto van entre comillas dobles
    .explanation = El archivo no puede leerse. Todos los errores de sintaxis que pueden distinguirse se comunican a la vez.
malformed-yaml = { $problem ->
        [repeated] la clave «{ $key }» está aquí por segunda vez
        [too-much] esto está anidado a demasiada profundidad, o sus alias lo hacen demasiado grande
       *[syntax] esto no es YAML: { $detail }
    }
    .hint = corrija la línea; ponga entre comillas dobles un texto que contenga «: » o empiece por un carácter especial
    .hint-repeated = quite una de las dos
    .hint-too-much = escriba los valores completos, sin alias, y simplifique la estructura
    .hint-tab = sangre la línea con espacios
    .explanation = El YAML no puede leerse. También se rechazan las claves repetidas, los alias sin fin y el anidamiento sin límite.
missing-front-matter = el archivo no tiene cabecera
    .hint = empiece el archivo con tres líneas: «---», «title: …», «---»
    .explanation = Un archivo Markdown empieza con una cabecera, YAML entre dos líneas de tres guiones, que contiene el título.
unclosed-front-matter = la cabecera no está cerrada
    .hint = ponga una línea «---» tras su última clave
    .explanation = Sin la línea de cierre todo el texto se leería como YAML.
unknown-key = clave desconocida «{ $key }»
    .hint = elimínela; las claves son { $known }
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Una clave mal escrita no tendría efecto alguno, sin que nadie lo notara.
missing-key = falta la clave «{ $key }»
    .hint = añada una línea «{ $key }: …»
    .hint-toml = añada una línea «{ $key } = …»
    .explanation = Sin esta clave el registro no puede usarse.
wrong-type = esto debería ser { $wanted ->
        [text] un texto
        [list] una lista
        [map] un conjunto de claves y valores
        [truth] true o false
        [date] una fecha, año-mes-día
        [languages] un texto por lengua
       *[other] { $wanted }
    }, pero es { $found ->
        [nothing] nada
        [truth] true o false
        [number] un número
        [text] un texto
        [list] una lista
        [map] un conjunto de claves y valores
       *[other] { $found }
    }
    .hint = { $wanted ->
        [text] escriba un solo valor, entre comillas dobles
        [list] escriba [a, b], o una línea «- a» para cada elemento
        [map] escriba líneas «clave: valor», sangradas
        [truth] escriba true o false, sin comillas
        [date] escriba la fecha así: 2026-11-22
        [languages] escriba una línea por lengua, como «es: …»
       *[other] cambie el valor
    }
    .explanation = El valor es de otro tipo que el que admite la clave.
unknown-value = «{ $value }» no es ninguno de los valores que admite esta clave
    .hint = escriba uno de { $known }
    .hint-nearest = escriba «{ $nearest }»
    .explanation = La clave admite unas pocas palabras.
misplaced-work = una obra no puede ser todo el contenido
    .hint = mueva el archivo a una carpeta propia, como content/guidelines/home/work.yaml
    .explanation = Las páginas que están directamente en la carpeta content son las de la propia publicación; cada obra tiene una carpeta dentro de ella.
unquoted-number = el número de la edición no está entre comillas
    .hint = escriba "{ $number }"
    .explanation = Sin comillas, YAML lee 1.10 como el número 1.1, que es otra edición.
malformed-value = «{ $value }» no tiene la forma que admite esta clave
    .hint-language = escriba una etiqueta de lengua en minúsculas, como en, es o pt-br
    .hint-formats = escriba una etiqueta de lengua como es-ES
    .hint-address = escriba la dirección del sitio con http:// o https://, como "https://example.org/"
    .hint-output = nombre una carpeta dentro del proyecto, como "public"; para otra, use --out
    .hint-edition = escriba cifras y puntos, como "1.0"
    .hint-slug = use las letras de la a a la z, cifras y guiones
    .hint-title = escriba un título
    .explanation = El valor es del tipo correcto y, aun así, no puede usarse.

## Lenguas

missing-version = el texto no tiene versión en { $language }
    .hint = escriba { $file }
    .hint-work = escriba { $file }, o quite «{ $tag }» de «languages» en work.yaml
    .hint-draft = { $file } es un borrador: quite su línea «draft: true», o haga borrador también este texto
    .explanation = Una obra existe en todas las lenguas que declara: una página que falte en una de ellas pasaría inadvertida a quienes leen en esa lengua.
missing-text = no hay texto para la lengua «{ $language }»
    .hint = añada una línea «{ $language }: …»
    .hint-toml = añada «{ $language } = "…"»
    .explanation = Un texto de book.toml o de work.yaml debe estar en todas las lenguas de la publicación o de la obra.

## Identificadores y estructura

missing-id = el encabezado no tiene identificador
    .hint = escríbalo al final de la línea: {"{"}#{ $id }{"}"}
    .explanation = En las directrices cada sección tiene un identificador, el mismo en todas las lenguas: enlaces, adhesiones y enmiendas remiten a él durante años.
malformed-id = { $problem ->
        [place] el identificador «{ $id }» no está al final de la línea
       *[form] «{ $id }» no es un identificador
    }
    .hint = escriba un identificador con las letras de la a a la z, cifras y guiones, como {"{"}#right-to-housing{"}"}
    .hint-end = quite lo que le sigue, o póngalo detrás de ello
    .explanation = Un identificador aparece en direcciones y enlaces; es una palabra de letras sin acentos, cifras y guiones.
duplicate-id = el identificador «{ $id }» está repetido
    .hint = elija otro identificador para una de las dos secciones
    .hint-chapter = elija otro identificador para la sección: el capítulo tiene este por el nombre de su archivo
    .explanation = Un identificador nombra una sola sección de la obra, en todas las lenguas.
missing-section = la sección «{ $id }» no tiene versión en { $language }
    .hint = escríbala en { $file }, con el mismo identificador
    .explanation = Las versiones de un texto tienen las mismas secciones. La que falta en una, o tiene allí otro identificador, no forma parte de ambas.
skipped-heading-level = el encabezado es de nivel { $level }, pero el anterior es de nivel { $last }
    .hint = empiece la línea con «{ $wanted } »
    .explanation = Un nivel omitido hace que quien usa un lector de pantalla busque una sección que no existe, y PDF/UA lo prohíbe.
title-in-text = hay un encabezado de nivel 1 en el texto
    .hint = escriba el título en la cabecera y empiece los encabezados con «##»
    .explanation = El título de la página es el de la cabecera; los encabezados del texto están por debajo de él.
nested-heading = hay un encabezado dentro de una lista, una cita o una nota
    .hint = empiece la línea en el margen, o escriba las palabras en negrita
    .explanation = Una sección no puede empezar dentro de otro bloque: no tendría fin.

## Enlaces y figuras

broken-link = el enlace «{ $link }» no lleva a ninguna parte
    .hint = no existe { $file }
    .hint-nearest = ¿quería decir { $nearest }?
    .hint-absolute = escriba la ruta desde este archivo, como ../02-rights.md
    .hint-draft = { $file } es un borrador, que solo publica --drafts
    .hint-file = los enlaces llevan a archivos Markdown y a direcciones web; una imagen se muestra con ![…](…)
    .explanation = Un enlace a otra página nombra su archivo Markdown, desde la carpeta del archivo que contiene el enlace.
broken-anchor = no hay ninguna sección con el identificador «{ $id }» { $where ->
        [page] en esa página
       *[work] en la obra
    }
    .hint = busque el identificador de la sección, al final de su encabezado
    .hint-nearest = escriba #{ $nearest }
    .hint-known = las secciones de la página son { $known }
    .hint-none = la página no tiene secciones: enlace la página misma, sin #
    .hint-elsewhere = está en { $file }: escriba solo #{ $id }
    .explanation = Un enlace a una sección nombra su identificador: #id en cualquier lugar de la misma obra, archivo.md#id en esa página.
anchor-in-one-language = aquello a lo que lleva «{ $link }» no existe en { $language }
    .hint = escriba esa sección en { $language } o quite el enlace
    .explanation = Un enlace lleva a la misma lengua; su destino debe existir en ella.
empty-link = el enlace no tiene { $lacks ->
        [text] texto
       *[address] dirección
    }
    .hint = escriba la dirección entre los paréntesis: [texto](dirección)
    .hint-text = escriba el texto entre los corchetes: [texto](dirección); solo se completa un enlace a una sección
    .explanation = Un enlace sin dirección no lleva a ninguna parte, y uno sin texto no se ve.
unsafe-link = «{ $link }» no es un tipo de dirección al que puedan enlazar las páginas
    .hint = use https, http o mailto, o una ruta relativa
    .hint-scheme = escriba la dirección con https://
    .explanation = Los textos vienen de muchas manos. Una dirección como javascript: se ejecutaría en el equipo de quien lee.
link-leaves-project = «{ $link }» sale del contenido de la publicación
    .hint = nombre un archivo dentro de la carpeta content
    .explanation = Nada fuera del proyecto se lee ni se enlaza por su ruta.
missing-alt-text = la figura «{ $image }» no tiene texto alternativo
    .hint = escriba lo que muestra entre los corchetes: ![…]({ $image })
    .explanation = Quien no puede ver una figura lee u oye su texto alternativo; PDF/UA y WCAG lo exigen.
missing-image = la publicación no tiene la imagen «{ $image }»
    .hint = compruebe el nombre y la carpeta; la ruta parte de este archivo
    .hint-relative = copie la imagen en la publicación y nómbrela con una ruta relativa
    .explanation = Una figura es un archivo de la publicación: las páginas no piden nada a otro servidor.
unusable-image = la imagen no puede usarse: { $problem ->
        [format] «.{ $detail }» no es ninguno de los formatos de las figuras
        [doctype] tiene una declaración de tipo de documento
        [size] no dice su tamaño
        [runs] «{ $detail }» se ejecuta o incrusta algo
        [leads] «{ $detail }» lleva a otro archivo
       *[damaged] no es { $detail }, o está dañada
    }
    .hint = { $problem ->
        [format] guárdela como SVG, PNG o JPEG
        [doctype] quite «<!DOCTYPE …>»
        [size] añada viewBox="0 0 ancho alto" a <svg>
        [runs] quítelo; una figura es una imagen fija
        [leads] quítelo, o incruste el otro archivo; una figura muestra lo que contiene su propio archivo
       *[damaged] exporte la imagen de nuevo
    }
    .explanation = El archivo está dañado, es de otro formato que el que dice su nombre, o contiene algo que se ejecuta o lleva fuera.
inline-image = la imagen no está sola en un párrafo
    .hint = póngala entre dos líneas vacías, fuera de encabezados y tablas
    .explanation = Una figura es una imagen sola en su párrafo; una imagen dentro de una línea no tiene lugar en un PDF que todos puedan leer.

## Markdown

undefined-footnote = la nota «{ $label }» no está definida
    .hint = escriba su texto en este archivo: [^{ $label }]: …
    .hint-nearest = escriba [^{ $nearest }], o defínala: [^{ $label }]: …
    .explanation = Una llamada sin definición aparecería en la página tal como se escribió, y la nota se perdería.
unused-footnote = nada remite a la nota «{ $label }»
    .hint = ponga [^{ $label }] donde corresponda o elimine la nota
    .explanation = Una nota a la que nada remite no aparece en ninguna parte.
duplicate-footnote = la nota «{ $label }» está definida dos veces
    .hint = dé otra etiqueta a una de las dos
    .explanation = Solo aparecería uno de los dos textos.
raw-html = el HTML se muestra como el texto que es
    .hint = escríbalo en Markdown, o póngalo entre acentos graves si debe verse
    .explanation = El HTML de un texto aparecería en la web y en ningún otro sitio; se muestra tal como se escribió.
too-deep = esto está anidado a demasiada profundidad
    .hint = simplifique la estructura
    .explanation = Nadie sigue un anidamiento así; el límite evita que se agote la memoria.

## Direcciones

duplicate-address = dos páginas tienen la dirección { $address }
    .hint = dé a una de ellas otra dirección: una línea «slug: …» en su cabecera
    .hint-work = dé a una de ellas otra dirección: «slug» en work.yaml
    .explanation = Una página sobrescribiría a la otra. Las mayúsculas no distinguen: algunos servidores las ignoran.
reserved-address = la dirección { $address } contiene la palabra reservada «{ $word }»
    .hint = elija otra dirección: una línea «slug: …» en la cabecera
    .hint-work = elija otra dirección: «slug» en work.yaml
    .explanation = El sitio guarda algunas palabras para sus propias páginas.

## Textos de la interfaz, plantillas y tipos de letra

malformed-message = esto no es Fluent: { $detail }
    .hint = escriba «clave = texto», con las líneas siguientes sangradas
    .explanation = El mensaje no puede leerse; los demás del archivo, sí.
missing-message = { $problem ->
        [all] no hay textos de la interfaz en la lengua «{ $language }»
       *[one] falta el mensaje «{ $key }» en la lengua «{ $language }»
    }
    .hint-all = traduzca los textos de la herramienta, locales/en/*.ftl, en locales/{ $language }/
    .hint = escriba «{ $key } = …» en locales/{ $language }/
    .explanation = Una plantilla o la herramienta pide un texto que falta en una de las lenguas de la publicación.
unknown-variable = el mensaje «{ $key }» necesita «${ $variable }», que no se da donde se usa
    .hint = use las variables que se dan: { $known }
    .hint-none = escríbalo sin variables; no se da ninguna
    .explanation = El mensaje aparecería con un hueco.
unused-message = nada usa el mensaje «{ $key }»
    .hint = elimínelo
    .hint-nearest = elimínelo, o escriba «{ $nearest }» si es lo que quería decir
    .explanation = Un texto que nada muestra se traduce en vano, o su clave está mal escrita.
missing-template = el tema no tiene { $template }
    .hint = añada el archivo a la carpeta templates del tema
    .hint-nearest = escriba «{ $nearest }», o añada el archivo a la carpeta templates del tema
    .explanation = Una plantilla extiende o incluye otra que no está ni en el tema ni en el incorporado.
malformed-template = la plantilla no puede usarse: { $detail }
    .hint = corrija la plantilla; docs/theming.md enumera lo que puede pedir
    .explanation = La plantilla tiene un error de sintaxis o pide algo que no existe.
missing-glyph = ningún tipo de letra del tema tiene el carácter «{ $character }» ({ $code })
    .hint = escriba otro carácter, o añada a la carpeta fonts del tema un tipo de letra que lo tenga
    .explanation = El PDF mostraría un recuadro vacío, y PDF/UA lo prohíbe.
unusable-font = el tipo de letra no puede leerse: { $detail }
    .hint = sustituya el archivo; los tipos de letra son TrueType u OpenType
    .explanation = El archivo de la carpeta fonts del tema está dañado o no es un tipo de letra.

## Composición

typesetting = el PDF no puede componerse aquí: { $detail }
    .hint = simplifique este pasaje; si está bien como está, comunique el mensaje
    .explanation = Typst encontró un error al hacer un PDF. El lugar es el texto del que procede esa parte.
