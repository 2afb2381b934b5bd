# Lo que la herramienta dice de los errores a quien escribe. Cada código tiene un mensaje, una indicación de qué escribir y una
# explicación para docs/diagnostics.md. Los códigos están en src/diagnostics/catalogue.rs.

error = error
warning = aviso
hint = sugerencia
advice = ayuda
related = primera vez aquí
counterpart = en la otra versión
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
 }{ $hints ->
    [0] {""}
    [one] , una sugerencia
   *[other] , { $hints } sugerencias
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
unknown-language = «{ $language }» no es un idioma de la { $of ->
        [work] obra
       *[publication] publicación
    }
    .hint = los idiomas de la publicación son { $known }; declare otro en book.toml
    .hint-work = los idiomas de la obra son { $known }; añada otro en «languages» de work.yaml
    .hint-signed = los idiomas de la obra son { $known }: escriba el del texto que se firmó
    .explanation = Un nombre de archivo o una clave que parece un idioma debe ser uno de book.toml (y de la obra); si no, el texto no aparecería en ninguna parte sin que nadie lo notara.
no-language = el nombre del archivo no indica su idioma
    .hint = llame al archivo { $name }
    .explanation = El idioma forma parte del nombre del archivo, antes de .md, para que las versiones de un texto estén juntas.
control-character = el carácter { $code } no puede estar en un texto
    .hint = bórrelo; es invisible y vino con un texto de otro programa
    .hint-escape = borre lo que lo representa aquí, o escriba un espacio
    .explanation = Los caracteres de control no significan nada en un texto: los navegadores y los PDF los omiten o muestran un recuadro, y la herramienta se reserva algunos.
direction-mark = el carácter { $code } cambia la dirección del texto y no se ve
    .hint = bórrelo, y marque como tales las palabras en otro idioma: [palabras]{"{"}lang=ar{"}"}
    .explanation = Con estas marcas un texto se lee de otro modo que como está escrito, también al revisarlo. Las palabras de una y otra dirección se ordenan sin ellas.

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
conflict-markers = dos ramas cambiaron las mismas líneas de este archivo y git dejó ambas
    .hint = conserve uno de los dos textos y borre las líneas de <, = y >; si es un registro de cotejo, ejecute de nuevo diptych collate
    .explanation = Una fusión que git no puede hacer por sí solo deja en el archivo líneas como <<<<<<< HEAD. Alguien tiene que decidir. Dos personas que cotejaron la misma sección al mismo tiempo pueden haber cotejado textos distintos: hay que cotejarla otra vez.
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
        [whole] un número entero
        [languages] un texto por idioma
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
        [whole] escriba un número como 10, sin comillas
        [languages] escriba una línea por idioma, como «es: …»
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
    .hint-language = escriba una etiqueta de idioma en minúsculas, como en, es o pt-br
    .hint-formats = escriba una etiqueta de idioma como es-ES
    .hint-address = escriba la dirección del sitio con http:// o https://, como "https://example.org/"
    .hint-output = nombre una carpeta dentro del proyecto, como "public"; para otra, use --out
    .hint-edition = escriba cifras y puntos, como "1.0"
    .hint-slug = use las letras de la a a la z, cifras y guiones
    .hint-scope = escriba «whole» o una lista de identificadores de secciones
    .hint-orcid = escriba dieciséis caracteres en grupos de cuatro, como 0000-0002-1825-0097
    .hint-name = escriba un nombre
    .hint-ror = cópielo de ror.org: nueve caracteres que empiezan por 0
    .hint-wikidata = escriba Q y cifras, como Q2807
    .hint-org-id = escriba el código de la lista y el número, como ES-DIR3-L01280796
    .hint-title = escriba un título
    .hint-fact = escriba el dato, o quite la clave y nómbrela en «gaps»
    .hint-colour = escriba un color como # y seis cifras hexadecimales, como "#8a1b3d"
    .hint-defined = escriba la carpeta de la obra dentro de content y el identificador de la sección, por ejemplo `guidelines/home#terms`
    .hint-handle = escriba un alias: letras de la a a la z sin tilde, cifras, «.», «-» y «_», 39 como máximo; ni nombres ni direcciones
    .hint-fingerprint = los registros los escribe diptych collate: ejecútelo de nuevo
    .hint-report = escriba una dirección de correo, o una dirección https en la que puede figurar «{"{"}subject{"}"}»
    .explanation = El valor es del tipo correcto y, aun así, no puede usarse.
fixed-severity = «{ $code }» es siempre un error
    .hint = quítelo de aquí y corrija lo que señala
    .explanation = La clave «severity» admite los códigos de avisos, de sugerencias y de diferencias entre versiones. Cualquier otro error significa que la publicación no puede hacerse tal como está.

## Páginas de la propia publicación

misplaced-key = la clave «{ $key }» no tiene efecto aquí
    .hint = quítela: solo la admiten las páginas que no pertenecen a ninguna obra
    .hint-menu = añada una línea «menu: main» o «menu: footer», o quite esta
    .hint-home = quítela: la página de inicio de un idioma no tiene más dirección que la del idioma
    .hint-work = quítela: la dirección de una obra es «slug» en su work.yaml
    .explanation = Una clave que no tiene efecto donde está parece tenerlo.
contradictory-key = las versiones de esta página difieren en «{ $key }»
    .hint = escriba el mismo valor en todas, o la línea en una sola de ellas
    .explanation = Los menús, las funciones y los datos son de la página en todos sus idiomas. Basta con que lo diga una de sus versiones; ninguna puede decir otra cosa.
repeated-role = dos páginas tienen la función «{ $role }»
    .hint = quite de una de ellas la línea «role: { $role }»
    .explanation = El sitio lleva a una sola página por función.
malformed-news-name = el nombre de este archivo no empieza por un día
    .hint = llámelo { $wanted }, con el día de la noticia
    .explanation = Toda página de la carpeta content/news, salvo su índice, es una noticia y toma su día del nombre del archivo: año, mes y día, cada uno con todas sus cifras.
missing-fact = { $problem ->
        [all] esta página expone datos legales, y book.toml no tiene ninguno
       *[some] book.toml no dice nada de { $facts }
    }
    .hint = dé un texto a cada uno; lo que aún no se conoce se nombra: gaps = [{ $quoted }]
    .hint-all = añada a book.toml una tabla [legal]; docs/formats.md enumera sus claves
    .explanation = Una página legal expone cada dato o dice que todavía no se ha publicado: uno olvidado faltaría sin que nadie lo notara.
contradictory-fact = «{ $fact }» está dado y figura además entre los que faltan
    .hint = quítelo de «gaps»
    .explanation = Un dato de [legal] o se conoce o falta.

## Idiomas

missing-version = el texto no tiene versión en { $language }
    .hint = escriba { $file }
    .hint-work = escriba { $file }, o quite «{ $tag }» de «languages» en work.yaml
    .hint-draft = { $file } es un borrador: quite su línea «draft: true», o haga borrador también este texto
    .explanation = Una obra existe en todos los idiomas que declara: una página que falte en uno de ellos pasaría inadvertida a quienes leen en ese idioma.
missing-text = no hay texto para el idioma «{ $language }»
    .hint = añada una línea «{ $language }: …»
    .hint-toml = añada «{ $language } = "…"»
    .hint-any = escríbalo al menos en un idioma, como «{ $language }: …»
    .explanation = Un texto de book.toml o de work.yaml debe estar en todos los idiomas de la publicación o de la obra.

## Identificadores y estructura

missing-id = el encabezado no tiene identificador
    .hint = escríbalo al final de la línea: {"{"}#{ $id }{"}"}
    .explanation = En las directrices cada sección tiene un identificador, el mismo en todos los idiomas: enlaces, adhesiones y enmiendas remiten a él durante años.
malformed-id = { $problem ->
        [place] el identificador «{ $id }» no está al final de la línea
       *[form] «{ $id }» no es un identificador
    }
    .hint = escriba un identificador con las letras de la a a la z, cifras y guiones, como {"{"}#right-to-housing{"}"}
    .hint-end = quite lo que le sigue, o póngalo detrás de ello
    .explanation = Un identificador aparece en direcciones y enlaces; es una palabra de letras sin acentos, cifras y guiones.
duplicate-id = el identificador «{ $id }» está repetido
    .hint = elija otro identificador para una de las dos secciones
    .hint-facet = elija otro identificador para uno de los dos
    .hint-chapter = elija otro identificador para la sección: el capítulo tiene este por el nombre de su archivo
    .explanation = Un identificador nombra una sola sección de la obra, en todos los idiomas.
missing-section = la sección «{ $id }» no tiene versión en { $language }
    .hint = escríbala en { $file }, con el mismo identificador
    .explanation = Las versiones de un texto tienen las mismas secciones. La que falta en una, o tiene allí otro identificador, no forma parte de ambas.
caption-in-one-language = este título de tabla o figura no tiene correspondencia en { $language }
    .hint = escriba el título también en { $file }
    .hint-id = escriba el título con el identificador `{ $id }` también en { $file }
    .explanation = Las tablas y figuras se numeran igual en todos los idiomas: un título que falte en una versión desplazaría los números de las demás.
skipped-heading-level = el encabezado es de nivel { $level }, pero el anterior es de nivel { $last }
    .hint = empiece la línea con «{ $wanted } »
    .explanation = Un nivel omitido hace que quien usa un lector de pantalla busque una sección que no existe, y PDF/UA lo prohíbe.
title-in-text = hay un encabezado de nivel 1 en el texto
    .hint = escriba el título en la cabecera y empiece los encabezados con «##»
    .explanation = El título de la página es el de la cabecera; los encabezados del texto están por debajo de él.
nested-heading = hay un encabezado dentro de una lista, una cita o una nota
    .hint = empiece la línea en el margen, o escriba las palabras en negrita
    .explanation = Una sección no puede empezar dentro de otro bloque: no tendría fin.
empty-heading = el encabezado no tiene texto
    .hint = escriba el título de la sección después de «{ $marks } »
    .explanation = Un encabezado sin texto propio es una sección sin nombre: el índice muestra una línea vacía y los lectores de pantalla no dicen nada.
heading-in-capitals = el encabezado está escrito en mayúsculas
    .hint = escriba mayúsculas solo donde el idioma las pide, como «{ $proposal }»
    .explanation = Las mayúsculas se leen despacio, y algunos lectores de pantalla las deletrean. Un tema puede mostrar los encabezados en mayúsculas sin que cambie el texto.

## Correspondencia estructural

different-ids = esta sección tiene aquí el identificador «{ $here }» y «{ $there }» en { $language }
    .hint = dele el mismo identificador en todas las versiones: aquel con el que se publicó, si ya se publicó
    .explanation = Una sección tiene un solo identificador en todos los idiomas: por él la encuentran los enlaces, las enmiendas y el cambio de idioma. Las secciones sin correspondencia que ocupan el mismo lugar en dos versiones se toman por una sola.
different-order = la sección «{ $id }» ocupa otro lugar que en { $language }
    .hint = póngala en el mismo lugar en todas las versiones
    .explanation = Las versiones de un texto dicen lo mismo en el mismo orden. Una sección que se ha movido en una de ellas tiene allí otro número.
different-level = este encabezado es aquí de nivel { $here } y en { $language } de nivel { $there }
    .hint = póngale los mismos «#» en todas las versiones
    .explanation = El nivel de un encabezado es su lugar en la estructura, y su número: es el mismo en todos los idiomas.
block-in-one-language = { $block ->
        [numbered-list] esta lista numerada
        [list] esta lista
        [item] este elemento
        [quotation] esta cita
        [note] esta nota
        [tip] este consejo
        [important] este pasaje importante
        [warning] esta advertencia
        [caution] esta precaución
        [code] este código
        [table] esta tabla
        [figure] esta figura
        [caption] este título de tabla o figura
        [definitions] esta lista de definiciones
        [definition] esta definición
        [rule] esta línea de separación
        [html] este HTML
       *[paragraph] este párrafo
    } no tiene correspondencia en { $language }
    .hint = escríbalo también en esa versión o quítelo de aquí; si solo corresponde a esta, escriba <!-- parity: only --> en una línea propia delante
    .hint-split = parece formar parte del párrafo contiguo de esa versión: una los dos, o escriba <!-- parity: split --> en una línea propia entre ambos
    .explanation = Las versiones de una sección tienen los mismos párrafos, listas, tablas y figuras en el mismo orden. Lo que falta en una no llega a quienes la leen.
different-blocks = aquí hay { $here ->
        [numbered-list] una lista numerada
        [list] una lista
        [quotation] una cita
        [note] una nota
        [tip] un consejo
        [important] un pasaje importante
        [warning] una advertencia
        [caution] una precaución
        [code] código
        [table] una tabla
        [figure] una figura
        [caption] un título de tabla o figura
        [definitions] una lista de definiciones
        [definition] una definición
        [rule] una línea de separación
        [html] HTML
       *[paragraph] un párrafo
    }, y en { $language } { $there ->
        [numbered-list] una lista numerada
        [list] una lista
        [quotation] una cita
        [note] una nota
        [tip] un consejo
        [important] un pasaje importante
        [warning] una advertencia
        [caution] una precaución
        [code] código
        [table] una tabla
        [figure] una figura
        [caption] un título de tabla o figura
        [definitions] una lista de definiciones
        [definition] una definición
        [rule] una línea de separación
        [html] HTML
       *[paragraph] un párrafo
    }
    .hint = use en ambas versiones el mismo tipo de bloque; si la diferencia es intencionada, escriba <!-- parity: blocks --> en una línea propia delante
    .explanation = Lo que es una lista en una versión lo es en las demás: se hace referencia al tercer elemento, o a la nota.
different-lists = { $problem ->
        [items] esta lista tiene aquí { $here } { $here ->
            [one] elemento
           *[other] elementos
        } y en { $language } { $there }
        [start] esta lista empieza aquí por { $here } y en { $language } por { $there }
       *[task] este elemento está marcado en una versión y no lo está en { $language }
    }
    .hint = dé a ambas listas los mismos elementos; si la diferencia es intencionada, escriba <!-- parity: lists --> en una línea propia delante de la lista
    .hint-text = dé a ambas listas los mismos elementos
    .hint-start = empiece ambas por el mismo número
    .hint-task = márquelo en ambas o en ninguna
    .explanation = Un elemento que falta en una versión es un deber, un derecho o un paso que no tienen quienes la leen; se hace referencia a los elementos por su número o su letra.
different-tables = esta tabla tiene aquí { $rows } × { $columns } celdas y en { $language } { $rows-there } × { $columns-there }
    .hint = dé a ambas tablas las mismas filas y columnas; si la diferencia es intencionada, escriba <!-- parity: tables --> en una línea propia delante de la tabla
    .explanation = Las tablas de todas las versiones tienen la misma forma: una fila que falta en una es información que no tienen quienes la leen. La fila de encabezados no se cuenta.
different-figures = { $problem ->
        [labels] el dibujo de esta figura tiene aquí { $here } { $here ->
            [one] rótulo
           *[other] rótulos
        } y en { $language } { $there }
       *[file] esta figura es aquí { $here } y en { $language } { $there }
    }
    .hint-labels = dé a ambos dibujos los mismos rótulos
    .hint = muestre la misma figura; su versión para un idioma es un archivo contiguo, como model.es.svg lo es de model.svg
    .explanation = Una figura muestra lo mismo en todos los idiomas. Sus palabras se traducen en una variante del archivo, que se encuentra por el idioma que lleva en el nombre.
different-notes = { $here ->
        [0] aquí no se remite a ninguna nota, y en { $language }, a { $there }
        [one] aquí se remite a una nota, y en { $language }, { $there ->
            [0] a ninguna
           *[other] a { $there }
        }
       *[other] aquí se remite a { $here } notas, y en { $language }, { $there ->
            [0] a ninguna
           *[other] a { $there }
        }
    }
    .hint = remita a las mismas notas en el mismo párrafo; si la diferencia es intencionada, escriba <!-- parity: notes --> en una línea propia delante
    .explanation = Una nota dice de dónde viene algo. Está en el mismo lugar en todas las versiones.
different-links = { $problem ->
        [differs] este enlace lleva aquí a { $here } y en { $language } a { $there }
        [missing] falta aquí el enlace a { $there } que hay en este lugar en { $language }
       *[extra] el enlace a { $here } no está en este lugar en { $language }
    }
    .hint = enlace a lo mismo en ambas versiones; si la diferencia es intencionada, escriba <!-- parity: links --> en una línea propia delante del párrafo
    .explanation = Los enlaces llevan a lo mismo en todas las versiones. Una dirección que solo se distingue por el idioma («/en/», «/es/») es la misma.
different-citations = { $problem ->
        [differs] aquí se cita «{ $here }» y en { $language } «{ $there }»
        [missing] aquí no se cita «{ $there }», que en { $language } se cita en este lugar
       *[extra] «{ $here }» no se cita en este lugar en { $language }
    }
    .hint = cite lo mismo en ambas versiones; si la diferencia es intencionada, escriba <!-- parity: citations --> en una línea propia delante del párrafo
    .explanation = Todas las versiones se apoyan en las mismas fuentes: a cada cita le corresponde otra, con los mismos números en su localizador («p. 12», “p. 12”).
different-numbers = { $problem ->
        [differs] «{ $here }» aquí, «{ $there }» en { $language }
        [missing] falta aquí «{ $there }», que está en la versión en { $language }
       *[extra] «{ $here }» no está en este lugar en { $language }
    }
    .hint = haga que ambas digan lo mismo; si la diferencia es intencionada, escriba <!-- parity: numbers --> en una línea propia delante del párrafo
    .hint-text = haga que ambas digan lo mismo
    .explanation = Los números, los días, las horas, los porcentajes y los importes son los mismos en todas las versiones, los escriba como los escriba cada lengua: «10 000» y “10,000”, «tres» y «3», «siglo XXI» y “21st century”. Se comparan párrafo a párrafo, en cualquier orden.
different-emphasis = aquí { $here ->
        [0] no hay ningún pasaje
        [one] hay un pasaje
       *[other] hay { $here } pasajes
    } { $setting ->
        [strong] en negrita
        [strike] con tachado
        [code] de código
       *[emphasis] con énfasis
    }, y en { $language } { $there ->
        [0] ninguno
        [one] uno
       *[other] { $there }
    }
    .hint = destaque lo mismo en ambas; las palabras de otra lengua se marcan como tales, [word]{"{"}lang=en{"}"}; si la diferencia es intencionada, escriba <!-- parity: emphasis --> en una línea propia delante del párrafo
    .explanation = El énfasis dice qué importa. Donde una versión lo ha perdido, quienes la leen no lo saben. Las palabras destacadas por ser de otra lengua no cuentan, si están marcadas como tales.
other-language = parece que este texto sigue en { $language }
    .hint = tradúzcalo; si es una cita, indíquelo: {"{"}lang=en{"}"} en su última línea
    .hint-text = tradúzcalo
    .explanation = Un texto de cierta extensión cuyas palabras son más bien las de otro idioma de la publicación probablemente no se ha traducido. No cuentan los nombres, las referencias ni los pasajes marcados con su idioma.
different-obligation = { $problem ->
        [differs] «{ $here }» aquí, «{ $there }» en { $language }: ¿obliga lo mismo?
        [missing] «{ $there }», de la versión en { $language }, no tiene correspondencia aquí
       *[extra] «{ $here }» no tiene correspondencia en { $language }
    }
    .hint = diga con la misma fuerza lo que deberá, debería y podrá hacerse; si ambas lo dicen, escriba <!-- parity: obligation --> en una línea propia delante del párrafo
    .hint-text = diga con la misma fuerza lo que deberá, debería y podrá hacerse
    .explanation = Las directrices obligan con pocas palabras: «deberá», «debería», «podrá». Cada una tiene sus correspondencias en el otro idioma, que figuran en las listas de `locales/`. Se comparan frase a frase donde ambas versiones tienen las mismas, y si no, párrafo a párrafo.
different-negation = { $problem ->
        [differs] «{ $here }» aquí, «{ $there }» en { $language }
        [missing] «{ $there }», de la versión en { $language }, no tiene correspondencia aquí
       *[extra] «{ $here }» no tiene correspondencia en { $language }
    }
    .hint = niegue lo mismo en ambas; si ambas lo hacen, escriba <!-- parity: negation --> en una línea propia delante del párrafo
    .hint-text = niegue lo mismo en ambas
    .explanation = Un «no» que falta en una versión invierte su sentido. Las palabras que niegan figuran en las listas de `locales/`; se comparan frase a frase donde ambas versiones tienen las mismas, y si no, párrafo a párrafo.
unknown-parity-mark = «{ $word }» no es una palabra que admitan las marcas de correspondencia
    .hint = escriba una de estas: { $known }
    .hint-nearest = ¿quiso escribir «{ $nearest }»?
    .explanation = Un comentario que empieza por «parity:» dice qué difiere a propósito en el bloque que sigue o en el que está.
needless-parity-mark = «{ $word }» no excusa nada aquí
    .hint = quítela: las versiones coinciden en esto
    .explanation = Una marca de correspondencia permanece solo mientras las versiones difieren en lo que nombra: si se deja, ocultaría la siguiente diferencia.

## Facetas y procedimientos

unknown-facet = «{ $facet }» no es ninguna faceta de esta obra
    .hint = las facetas de la obra son { $known }; declare otra en «facets» de su work.yaml
    .hint-nearest = escriba «{ $nearest }»
    .hint-none = elimínelo, o declare la faceta en «facets» del work.yaml de la obra
    .explanation = Lo que clasifica capítulos y apartados se declara una vez, con sus nombres en todos los idiomas. Un atributo de un encabezado que no sea una faceta se perdería.
unknown-facet-value = «{ $value }» no es ningún valor de la faceta «{ $facet }»
    .hint = sus valores son { $known }; declare otro en work.yaml
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Un apartado con un valor que nadie ha declarado no aparecería en ninguna lista.
empty-facet = la faceta «{ $facet }» no tiene aquí ningún valor
    .hint = escriba uno o varios de { $known }, o elimine la faceta: el apartado tendrá entonces lo que tiene el de encima
    .explanation = Un apartado que nada dice de una faceta hereda lo del capítulo. Uno que la nombra sin darle valor no estaría en ninguna lista, y el lector no sabría por qué.
unused-facet-value = ningún apartado tiene el valor «{ $value }» de la faceta «{ $facet }»
    .hint = déselo a un capítulo o a un apartado, o elimínelo de work.yaml
    .explanation = Su página no reuniría nada.
different-facets = este apartado está clasificado de otro modo que en { $language }
    .hint = escriba las mismas facetas en todas las versiones
    .explanation = Las versiones de un apartado van en las mismas listas.
incomplete-procedure = a este procedimiento le faltan { $lacks ->
        [steps] los pasos numerados
       *[parts] los epígrafes
    }
    .hint = añada una lista de definiciones con { $known }
    .hint-steps = añada una lista cuyas líneas empiecen por «1. »
    .explanation = El lector reconoce un procedimiento por quién responde de él, qué requiere y qué produce, y sus pasos. Un apartado que no lo es no necesita «.procedure».
missing-procedure-part = este procedimiento no dice «{ $part }»
    .hint = añada una línea «{ $part }» y debajo, tras dos puntos, su descripción
    .explanation = Un procedimiento dice quién responde de él, qué hace falta antes, qué deja y cómo se sabe que funciona. Solo pueden faltar otros organismos: una tarea puede no necesitarlos.
unknown-procedure-part = «{ $part }» no es ningún epígrafe de un procedimiento
    .hint = los epígrafes son { $known }
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Todos los procedimientos tienen los mismos epígrafes, con las palabras del idioma, para que el lector los encuentre de un vistazo.
repeated-procedure-part = este procedimiento dice «{ $part }» por segunda vez
    .hint = reúna ambas cosas bajo un solo epígrafe
    .explanation = Quien ha encontrado un epígrafe no busca otro igual.
procedure-in-one-language = este apartado es un procedimiento en un solo idioma: compárelo con { $language }
    .hint = escriba «.procedure» en todas las versiones del encabezado, o en ninguna
    .explanation = Las versiones de un texto tienen la misma estructura.
different-procedures = este procedimiento tiene otros epígrafes que en { $language }
    .hint = dé a las versiones los mismos epígrafes en el mismo orden
    .explanation = Las versiones de un procedimiento dicen bajo los mismos epígrafes quién responde de él, qué necesita y qué produce.

## Enlaces y figuras

broken-link = el enlace «{ $link }» no lleva a ninguna parte
    .hint = no existe { $file }
    .hint-nearest = ¿quería decir { $nearest }?
    .hint-absolute = escriba la ruta desde este archivo, como ../02-rights.md
    .hint-draft = { $file } es un borrador, que solo publica --drafts
    .hint-no-index = la obra no tiene introducción: escriba { $file }, o enlace a uno de sus capítulos, como { $nearest }
    .hint-file = los enlaces llevan a archivos Markdown y a direcciones web; una imagen se muestra con ![…](…)
    .hint-frozen = el texto está fijado, y «outbound» en { $record } no dice adónde llevaba: restaure ese archivo desde git
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
    .hint-frozen = el texto está fijado, y «outbound» en { $record } no dice adónde llevaba: restaure ese archivo desde git
    .explanation = Un enlace a una sección nombra su identificador: #id en cualquier lugar de la misma obra, archivo.md#id en esa página.
anchor-in-one-language = aquello a lo que lleva «{ $link }» no existe en { $language }
    .hint = escriba esa sección en { $language } o quite el enlace
    .explanation = Un enlace lleva al mismo idioma; su destino debe existir en él.
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
    .hint-website = escriba la dirección completa, como https://www.example.org/, sin nombre de usuario ni espacios
    .explanation = Los textos vienen de muchas manos. Una dirección como javascript: se ejecutaría en el equipo de quien lee.
link-leaves-project = «{ $link }» sale del contenido de la publicación
    .hint = nombre un archivo dentro de la carpeta content
    .explanation = Nada fuera del proyecto se lee ni se enlaza por su ruta.
vague-link-text = { $problem ->
        [address] el texto del enlace es una dirección
       *[words] «{ $text }» no dice adónde lleva el enlace
    }
    .hint = escriba lo que se encontrará allí, por ejemplo, el título de la página
    .hint-address = escriba lo que se encontrará allí, o <{ $link }> para mostrar la dirección misma
    .explanation = Los lectores de pantalla enumeran los enlaces de una página por su texto: «aquí» y «más» no dicen nada, y una dirección se lee signo a signo.
missing-alt-text = la figura «{ $image }» no tiene texto alternativo
    .hint = escriba lo que muestra entre los corchetes: ![…]({ $image })
    .explanation = Quien no puede ver una figura lee u oye su texto alternativo; PDF/UA y WCAG lo exigen.
vague-alt-text = el texto alternativo «{ $alt }» { $problem ->
        [file] es el nombre de un archivo
       *[word] no dice lo que muestra la figura
    }
    .hint = escriba lo que muestra la figura, como lo contaría por teléfono
    .explanation = Quien no puede ver la figura oiría el nombre de un archivo, o que hay una imagen, y nada de lo que muestra.
missing-image = la publicación no tiene la imagen «{ $image }»
    .hint = compruebe el nombre y la carpeta; la ruta parte de este archivo
    .hint-relative = copie la imagen en la publicación y nómbrela con una ruta relativa
    .hint-register = ponga el archivo junto a este, en content/signatories
    .hint-logo = cópiela en content, o en la carpeta del tema, y nómbrela con la ruta desde allí, como "logo.svg"
    .explanation = Una figura es un archivo de la publicación: las páginas no piden nada a otro servidor.
unusable-image = la imagen no puede usarse: { $problem ->
        [format] «.{ $detail }» no es ninguno de los formatos de las figuras
        [name] es { $detail }, y su nombre dice otra cosa
        [empty] el archivo está vacío
        [moves] se mueve
        [large] tiene { $detail } píxeles
        [doctype] tiene una declaración de tipo de documento
        [size] no dice su tamaño
        [runs] «{ $detail }» se ejecuta o incrusta algo
        [leads] «{ $detail }» lleva a otro archivo
        [logo] «{ $detail }» no es ni SVG ni PNG
       *[damaged] no es { $detail }, o está dañada
    }
    .hint = { $problem ->
        [format] guárdela como SVG, PNG, JPEG o WebP
        [logo] guárdela como SVG o PNG
        [name] dé al nombre del archivo la terminación de su formato y cambie los enlaces a él
        [moves] guárdela como imagen fija
        [large] guárdela con menor tamaño: en total, no más de 64 millones de píxeles
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
raw-html = esto es HTML
    .hint = se muestra tal como se escribió: escríbalo en Markdown, o póngalo entre acentos graves si debe verse
    .hint-removed = este elemento se elimina: quítelo o escríbalo en Markdown
    .hint-unbalanced = cierre el elemento donde se abrió, dentro del mismo énfasis, enlace o párrafo
    .hint-unbalanced-block = no deje líneas en blanco entre la apertura y el cierre de un elemento: serían dos bloques
    .explanation = El HTML de un texto aparecería en la web y en ningún otro sitio: se muestra tal como se escribió o, si `book.toml` lo permite, en la web se conservan sus elementos inofensivos y en papel solo sus palabras.
misplaced-caption = esto no puede leerse como título de una tabla o figura
    .hint = deje una línea vacía, y nada más, entre la tabla o figura y su título; para empezar un texto con dos puntos, escriba `\:`
    .hint-row = deje una línea vacía entre la tabla y su título
    .hint-nested = saque la tabla o figura, con su título, de la lista o de la cita
    .hint-blocks = escriba el título en un solo párrafo
    .explanation = Un párrafo que empieza por `: ` debajo de una tabla o figura es su título. En otro lugar sería una fila de la tabla, una definición o una línea suelta.
misplaced-language = nada está marcado como escrito en este idioma
    .hint = ponga las palabras entre corchetes, `[words]{"{"}lang=en{"}"}`, o escríbalo como última línea de un bloque
    .explanation = La marca se mostraría tal como se ha escrito.
malformed-language = «{ $language }» no es el código de un idioma
    .hint = escriba un código como `es`, `pt-BR` o `zh-Hant`
    .explanation = Los lectores de pantalla, la separación de sílabas y los buscadores conocen los idiomas por sus códigos (BCP 47).
too-deep = esto está anidado a demasiada profundidad
    .hint = simplifique la estructura
    .explanation = Nadie sigue un anidamiento así; el límite evita que se agote la memoria.
too-many = { $what ->
        [sections] el archivo tiene más de { $limit } secciones
        [notes] el archivo tiene más de { $limit } notas
        [links] el archivo tiene más de { $limit } enlaces
        [figures] el archivo tiene más de { $limit } figuras
        [columns] la tabla tiene más de { $limit } columnas
        [rows] la tabla tiene más de { $limit } filas
        [items] la lista tiene más de { $limit } elementos
        [citations] el archivo tiene más de { $limit } citas
        [entries] la bibliografía tiene más de { $limit } entradas
        [letters] este texto tiene más de { $limit } letras
       *[blocks] el archivo tiene más de { $limit } párrafos y otros bloques
    }
    .hint = { $what ->
        [columns] divida la tabla o convierta sus filas en columnas
        [rows] divida la tabla
        [items] divida la lista
        [entries] divídala, y con ella la obra
        [letters] acórtelo
       *[other] divida el archivo
    }
    .explanation = Nadie sigue un texto de este tamaño en una sola página; el límite evita que se agote la memoria.
lost-cells = la fila tiene { $cells } celdas y la tabla tiene { $columns ->
        [one] una columna
       *[other] { $columns } columnas
    }: lo que sobra se pierde
    .hint = escriba \| para una barra dentro de una celda, también entre acentos graves, o añada una columna a la cabecera de la tabla
    .explanation = Una tabla tiene tantas columnas como celdas su cabecera. Lo que una fila tenga de más no aparecería en ninguna parte.
missing-cells = la fila tiene { $cells ->
        [one] una celda
       *[other] { $cells } celdas
    } y la tabla tiene { $columns } columnas
    .hint = escriba las celdas que faltan; la que deba quedar vacía es un espacio y una barra
    .hint-text = ponga una línea vacía antes de esta si no es una fila
    .explanation = La fila se completa al final con celdas vacías, y puede que la que faltaba fuera otra.
not-a-table = esto se muestra como texto con barras, no como tabla: { $problem ->
        [columns] su cabecera tiene { $cells ->
            [one] una celda
           *[other] { $cells } celdas
        } y la fila de guiones tiene { $columns }
        [hyphens] falta la fila de guiones debajo de su cabecera
       *[text] va detrás de una línea de texto
    }
    .hint = ponga una línea vacía antes de la tabla
    .hint-hyphens = escriba debajo de la cabecera: { $row }
    .hint-columns = escriba debajo de la cabecera, con un grupo de guiones por cada una de sus celdas: { $row }
    .explanation = Una tabla empieza un párrafo; su segunda línea es una fila de guiones con tantos grupos como celdas tiene su cabecera.
restarted-list = la lista vuelve a empezar en el 1: { $between ->
        [code] el código
        [table] la tabla
        [quotation] la cita
        [figure] la figura
       *[paragraph] el párrafo
    } que la precede ha cerrado la lista anterior
    .hint = sangre ese bloque con { $indent } espacios, para que siga dentro del elemento anterior, o empiece esta lista por { $next }
    .explanation = Lo que está en el margen entre dos elementos no pertenece a ninguno: cierra la lista, y la numeración empieza de nuevo.
renumbered-item = el elemento está escrito con el número { $written } y se muestra con el { $shown }
    .hint = escriba { $shown }; una lista cuenta a partir de su primer número, sean cuales sean los demás
    .explanation = Solo cuenta el primer número de una lista. Un texto que remita a un elemento por su número en la fuente nombraría otro.
malformed-alert = esto se muestra como una cita: { $problem ->
        [title] algo sigue a [!{ $kind }] en su línea
       *[kind] [!{ $kind }] no es una clase de pasaje destacado
    }
    .hint = escriba uno de { $known }
    .hint-nearest = escriba [!{ $nearest }]
    .hint-title = empiece el texto en la línea siguiente, después de «> »; el título del pasaje es el de su clase
    .explanation = Un pasaje destacado se abre con su clase, sola en una línea. Su título está en el idioma de la página y no puede ser otro.
unclosed-fence = el código que empieza aquí no se cierra{ $headings ->
        [0] {""}
        [one] , y un encabezado forma parte de él
       *[other] , y { $headings } encabezados forman parte de él
    }
    .hint = ponga una línea { $fence } después del código
    .explanation = El código termina en una línea con tantos acentos graves o tildes como al principio; sin ella llega hasta el final del archivo, del elemento de lista o de la cita.
unclosed-html = { $opening } no se cierra{ $headings ->
        [0] {""}
        [one] , y un encabezado queda dentro
       *[other] , y { $headings } encabezados quedan dentro
    }
    .hint = escriba { $closing } donde termine
    .hint-line = escriba --> antes de la siguiente línea vacía, o empiece una línea propia con <!--
    .explanation = Un comentario y algunos elementos de HTML llegan hasta donde se cierran, por encima de líneas vacías y encabezados, y si hace falta hasta el final del archivo.
unknown-container = «:::» no significa nada aquí
    .hint = para un pasaje destacado, escriba «> [!NOTE]» y el texto en las líneas siguientes, cada una después de «> »
    .explanation = Otras herramientas abren un recuadro con tres dos puntos. Aquí se mostrarían, o harían una definición de lo que sigue.
lost-link = esto no es un enlace: su texto contiene { $holds ->
        [note] una nota
       *[language] palabras marcadas como de otro idioma
    }
    .hint-note = ponga la nota después del enlace: [texto](dirección)[^1]
    .hint-language = ponga las palabras marcadas antes o después del enlace
    .explanation = Los corchetes del texto de un enlace no contienen otros: todo se mostraría tal como se escribió, incluida la dirección.
merged-terms = dos líneas sobre una misma definición forman un solo término
    .hint = escriba una definición debajo de cada una, o el término entero en una línea
    .explanation = Un término y su definición son dos líneas, la segunda de las cuales empieza por `: `. Lo que está justo encima del término forma parte de él.
misread-citation = la cita bibliográfica { $citation } se lee como { $problem ->
        [definition] la dirección de un enlace, y su línea no aparece en ninguna parte
       *[link] el texto de un enlace
    }
    .hint = ponga un espacio antes del paréntesis, o escriba \@ si quiere un enlace
    .hint-definition = ponga un espacio antes de los dos puntos, o palabras antes de la cita
    .explanation = Una cita bibliográfica es una clave entre corchetes; justo antes de un paréntesis o, a principio de línea, de dos puntos, los corchetes son los de un enlace.
no-bibliography = la cita bibliográfica { $citation } remite a una bibliografía, que la obra de este texto no tiene
    .hint = nombre un archivo BibTeX en el work.yaml de la obra, como «bibliography», o la fuente en una nota; escriba \@ si no quiere una cita bibliográfica
    .explanation = Una clave entre corchetes después de @ es una cita bibliográfica. Se busca en la bibliografía de la obra; sin ella no se mostraría nada.
spaces-at-line-end = los espacios al final de la línea la parten y no se ven
    .hint = escriba \ en su lugar, o quítelos
    .explanation = Dos espacios al final de una línea son un salto de línea. Los editores los quitan sin preguntar, y nadie los ve aparecer ni desaparecer.

## Tipografía

straight-quotation-marks = la comilla " se queda aquí tal como se escribe
    .hint = escriba { $open }…{ $close }; las comillas solo se convierten en Markdown
    .explanation = En Markdown las comillas rectas se convierten en las del idioma. En los títulos y demás textos de YAML y TOML nada las convierte.
foreign-quotation-marks = { $problem ->
        [inner] { $mark } es, en { $language }, para una cita dentro de otra cita, y esta no lo está
       *[foreign] { $mark } no es una comilla del idioma { $language }
    }
    .hint = escriba { $open }…{ $close }
    .hint-straight = escriba { $open }…{ $close }, o "…", que se convierte en eso
    .explanation = Cada idioma tiene sus propias comillas, exteriores e interiores. La herramienta sigue el repositorio de datos de localización de Unicode (CLDR).

## Términos

ambiguous-term = «{ $term }» designa dos términos
    .hint = resérvelo para uno de ellos
    .explanation = Un término para cada noción, en cada idioma: de otro modo no se sabría a qué noción se refiere un texto.
avoided-term = el glosario pide no usar «{ $word }»
    .hint = escriba «{ $term }», o quite la palabra de la lista de content/glossary.yaml
    .explanation = Un texto que cambia de palabras parece cambiar de sentido.
term-without-counterpart = «{ $word }» no tiene correspondencia en { $language }
    .hint = use «{ $term }» en la misma sección de { $file }, o añada a content/glossary.yaml la forma que se emplea
    .explanation = Cuando un idioma usa un término del glosario, los demás también deben hacerlo: una diferencia de términos se lee como una diferencia de sentido.

## Concordancia

edited-record = este registro de cotejo se editó a mano
    .hint = restaure el archivo, o coteje las versiones y ejecute de nuevo diptych collate
    .explanation = Un registro dice que alguien ha cotejado las versiones de una sección tal como estaban. Lo escribe `diptych collate`, que sella lo que dice; un registro que diga otra cosa no cuenta. Cambiar el nombre del archivo, los finales de línea o los comentarios no rompe el sello.
stray-record = { $problem ->
        [moved] la sección de este registro es ahora «{ $section }»
        [work] este registro no está en la carpeta de ninguna obra
        [language] la obra no tiene versión en «{ $language }»
       *[section] no hay ninguna sección «{ $section }» para este registro
    }
    .hint = borre el archivo si la sección ya no existe
    .hint-moved = git mv { $from } { $to }
    .hint-nearest = git mv { $from } { $to }, si ese es el nuevo identificador de la sección; si no, borre el archivo
    .hint-language = ejecute de nuevo diptych collate para esta sección: lo que atañe a otros idiomas se conserva
    .hint-work = póngalo en la carpeta «concordance» que está junto al work.yaml de su obra, o bórrelo
    .explanation = El archivo de un registro lleva el nombre de su sección. Si el identificador ya no existe y una sección sin registro se lee todavía como se registró, el registro vale para ella; si no, no vale para nada.
version-behind = { $problem ->
        [several] la versión en { $language } no ha seguido los cambios de otras desde que se cotejaron
       *[one] la versión en { $language } no ha seguido a la versión en { $other }, que ha cambiado desde que se cotejaron
    }
    .hint = actualícela; cuando ambas digan lo mismo: diptych collate { $work } { $section }
    .explanation = Alguien cotejó las versiones de esta sección y una de ellas ha cambiado desde entonces. El sitio advierte en la sección, en cada idioma, de que sus versiones están en revisión.
version-changed = { $problem ->
        [both] las versiones en { $languages } han cambiado todas desde que se cotejaron
       *[alone] esta versión ha cambiado desde que se cotejó con las auténticas
    }
    .hint = cotéjelas otra vez: diptych collate { $work } { $section }
    .explanation = Un registro dice cómo se leían las versiones cuando alguien las cotejó. Lo que ha cambiado desde entonces no lo ha cotejado nadie. Una versión de cortesía nunca deja anticuadas las auténticas.
open-query = { $by } pregunta: { $text }
    .hint = responda en el texto o a quien pregunta; después, diptych collate { $work } { $section }, o lo mismo con --close
    .explanation = Quien coteja versiones y no está seguro deja una pregunta en la sección. Queda abierta hasta que la sección se coteja o alguien la cierra.
collated-by-translator = { $by } ha traducido y también cotejado
    .hint = que otra persona coteje las versiones y lo registre con --as
    .explanation = Nadie ve sus propias omisiones. El cotejo de quien escribió una de las versiones a partir de la otra se registra y cuenta, y quien revisa debe saberlo.
uncollated = { $count ->
        [one] una sección de { $all } nunca se ha cotejado en todos sus idiomas
       *[other] { $count } secciones de { $all } nunca se han cotejado en todos sus idiomas
    }: { $named }{ $more ->
        [0] {""}
       *[other] , …
    }
    .hint = diptych status { $work } --list las enumera; diptych collate { $work } las recorre
    .explanation = El cotejo de las versiones de esta obra ha empezado y no ha terminado. `diptych status` cuenta lo que falta, y el sitio tiene una página que dice lo mismo.

## Enmiendas

misnamed-amendment = la enmienda «{ $id }» está en el archivo { $file }
    .hint = escriba «id: { $proposal }», o cambie el nombre del archivo
    .hint-file = nombre el archivo con letras de la a a la z, cifras y guiones, como 2026-014.yaml, y déle el mismo identificador
    .explanation = Una enmienda se localiza por su número durante años: en cartas, en actas, en la lista de cambios de una edición. El archivo lleva el mismo nombre, y ningún número se vuelve a usar.
stray-amendment = esta enmienda no está en la carpeta de ninguna obra con ediciones
    .hint = póngala en la carpeta «amendments» que está junto al work.yaml de su obra, el cual indica su edición
    .explanation = Una enmienda cambia el texto de una edición de una obra.
incomplete-change = { $problem ->
        [lacks] al cambio le falta «{ $key }»
        [needless] un cambio de esta clase no lleva «{ $key }»
        [comment] una observación no propone ningún texto
        [language] el texto propuesto no está en todos los idiomas auténticos
        [base] la huella del texto actual no está en todos los idiomas auténticos
       *[fingerprint] esto no es la huella de una sección
    }
    .hint = deje que lo rellene la herramienta: diptych amend new escribe «op», «target», «base» y «text» como deben ser
    .hint-needless = quítelo: «text» va con replace y con las inserciones; «id», con las inserciones; «to», con move; «approved», con lo que lleva texto
    .hint-comment = quítelo, o escriba en «kind» otra clase que comment
    .hint-language = escriba el texto en cada uno de estos idiomas: { $languages }; mientras falte una traducción, «status: received»
    .explanation = Cada cambio dice qué ocurre con una sección: «replace», «insert-before» e «insert-after» llevan el texto en cada idioma auténtico; «move» lleva «to»; «delete», ninguno de los dos. «base» es la huella del texto que tenía delante quien propone. A una observación le basta su sección.
unusable-proposal = { $problem ->
        [none] el texto propuesto no tiene título
        [several] el texto propuesto tiene más de un título
        [before] hay algo antes del título del texto propuesto
        [opening] se propone con título el comienzo de un capítulo
        [level] el título es de otro nivel que en el otro idioma
       *[id] el título del texto propuesto no lleva el identificador «{ $id }»
    }
    .hint = escriba un solo título, con el identificador al final: ## Título {"{"}#{ $id }{"}"}
    .hint-opening = escriba lo que precede al primer título; las secciones que siguen son cambios aparte
    .hint-level = empiece ambos títulos con el mismo número de «#»
    .explanation = Un cambio se refiere a una sección: un título y lo que sigue hasta el título siguiente. Varias secciones son varios cambios de una misma enmienda. El identificador se conserva, para que los enlaces y las ediciones anteriores lleven a la misma sección.
absent-target = { $work } no tiene ninguna sección «{ $id }»
    .hint = escriba el identificador de una sección tal como está en su título; si la sección ya no existe, dé a la enmienda «status: withdrawn» o refiérala a otra
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Una enmienda nombra las secciones que cambia por sus identificadores.
impossible-change = { $problem ->
        [children] «{ $id }» no se puede suprimir: de ella depende «{ $other }»
        [under] «{ $id }» no puede ir a «{ $other }», que es ella misma o depende de ella
       *[opening] «{ $id }» es el comienzo de un capítulo: puede recibir otro texto y secciones detrás, y nada más
    }
    .hint = proponga otro texto para él, o cambie sus secciones una por una
    .hint-children = suprima o traslade «{ $other }» en la misma enmienda
    .hint-under = indique una sección que no dependa de ella
    .explanation = Una sección se traslada con todo lo que depende de ella, y se suprime sola. Un capítulo es un archivo: que exista no es materia de una enmienda.
taken-section-id = { $problem ->
        [amendment] también la enmienda { $other } inserta una sección «{ $id }»
        [retired] el identificador «{ $id }» es de una sección que se suprimió
        [edition] la edición { $edition } tiene una sección «{ $id }»
       *[current] ya hay una sección «{ $id }»
    }
    .hint = elija otro identificador para la sección nueva, en «id» y en su título
    .explanation = Un identificador nombra para siempre una sola sección de la obra.
rebase-needed = el texto de «{ $section }» en { $language } ha cambiado desde que se propuso esto
    .hint = diptych amend rebase { $id }
    .explanation = «base» dice cómo se leía la sección cuando alguien propuso cambiarla. Ahora se lee de otro modo, y la propuesta desharía lo que ha cambiado desde entonces. `diptych amend rebase` reúne ambas cosas si afectan a párrafos distintos, y si no, indica el lugar.
conflicting-amendments = { $problem ->
        [deleted] una de las enmiendas { $other } y { $id } suprime o traslada «{ $section }», que la otra necesita
       *[same] las enmiendas { $other } y { $id } cambian ambas «{ $section }»
    }
    .hint = decida una de ellas, o haga de las dos una; mientras tanto, el sitio nombra cada una junto a la otra
    .explanation = Que haya dos propuestas para la misma sección es normal mientras se deliberan. Tal como están, no pueden incorporarse ambas al texto.
impossible-step = { $problem ->
        [undecided] el estado es «{ $status }», y no hay decisión
        [decided] hay una decisión, y el estado es «{ $status }»
        [considered] un órgano ya ha deliberado, y el estado es «{ $status }»
        [no-deliberation] el estado es «{ $status }», y ningún órgano ha deliberado
        [level] un órgano de ámbito más amplio ha deliberado antes que este
        [order] esto es anterior a lo que le precede
        [early] esto es anterior al día en que se recibió la enmienda
        [modified] el estado es «{ $status }», y ningún cambio dice qué se aprobó
        [unmodified] se aprobó un texto distinto del propuesto, y el estado es «{ $status }»
       *[merged] una edición ha incorporado la enmienda, y el estado es «{ $status }»
    }
    .hint = escriba el estado al que ha llegado: received, submitted, deliberation, approved, approved-modified, rejected o withdrawn
    .hint-decision = añada «decision» con «date» y «by»
    .hint-deliberation = añada a «deliberations» el órgano, su ámbito y el día
    .hint-order = enumere las deliberaciones por su orden: local, nacional, internacional y, al final, la decisión
    .hint-approved = «approved» junto a «text» va con «status: approved-modified», y con ningún otro
    .hint-merged = quite «merged», o escriba el estado que le dio la decisión
    .explanation = Una enmienda se recibe, se presenta, se delibera en el ámbito local, nacional e internacional, se decide y se incorpora a una edición; quien la propuso puede retirarla antes. Su archivo cuenta cada paso con su día, y los lectores lo ven en su página.

## Actas

misplaced-part = { $part ->
        [panel] este panel está
       *[contribution] esta comunicación está
    } donde nada lo muestra
    .hint = lleve su carpeta a la carpeta «panels» de una obra de clase proceedings
    .hint-contribution = lleve su carpeta a la de un panel, junto a su panel.yaml
    .explanation = Las páginas muestran los paneles que están en la carpeta «panels» de una obra y las comunicaciones que están en un panel.
missing-abstract = esta comunicación no tiene resumen
    .hint = escriba { $file }
    .explanation = Un resumen en cada idioma es lo que comparten todos los lectores del libro.
missing-article = esta comunicación dice en qué idioma está su artículo y no tiene ninguno
    .hint = escriba { $file }, o elimine la línea: un resumen solo también es una comunicación
    .explanation = El lector buscaría un texto que no existe.
too-many-words = este texto tiene { $words } palabras y puede tener { $most }
    .hint = acórtelo; su título, las citas y las referencias no cuentan
    .explanation = El límite está en el work.yaml de la obra, en «submission». Las palabras se cuentan como lo haría una persona: un compuesto con guiones es una, una raya no es ninguna, y cuentan las notas, las tablas y sus títulos.
missing-expected-section = este artículo no tiene ningún apartado «{ $title }»
    .hint = añádalo, o dé al apartado que hace sus veces el identificador {"{"}#{ $id }{"}"}
    .explanation = Los apartados que se esperan de un artículo están en work.yaml, en «submission». Uno que lleve otro título se reconoce por su identificador.
keyword-count = esta comunicación tiene { $count ->
        [one] una palabra clave
       *[other] { $count } palabras clave
    } en { $language }
    .hint = escriba { $limit } como mínimo
    .hint-most = escriba { $limit } como máximo
    .explanation = Cuántas palabras clave tiene una comunicación está en work.yaml, en «submission».

## Bibliografías

missing-bibliography = la bibliografía { $file } no existe
    .hint = escríbala, o elimine «bibliography» de work.yaml
    .hint-nearest = existe { $nearest }: ¿es la que se quería?
    .explanation = Las citas se buscan en el archivo BibTeX que nombra la obra.
malformed-bibliography = { $problem ->
        [end] esto no es BibTeX: no tiene final
        [name] esto no es BibTeX: aquí se espera un nombre
        [expected] esto no es BibTeX: aquí se espera «{ $token }»
        [unexpected] esto no es BibTeX: aquí no se espera «{ $token }»
        [library] falla aquí la biblioteca que compone las citas ({ $detail })
       *[value] esta entrada no se puede leer ({ $detail })
    }
    .hint = corríjalo: las llaves van por parejas, y tras cada campo hay una coma
    .hint-end = ciérrelo: las llaves, las comillas y los signos de dólar van por parejas
    .hint-internal = el fallo es de la biblioteca, no del texto: comunique el mensaje junto con la bibliografía
    .hint-value = corrija sus campos: las llaves y los signos de dólar van por parejas, y \ ante una letra es una orden
    .explanation = El archivo es BibTeX. Una entrada que no se puede leer queda fuera; las demás se leen si cada una empieza una línea.
undefined-string = nada define «{ $name }»
    .hint = ponga el texto entre llaves, o defínalo: @string{"{"}{ $name } = {"{"}…{"}"}{"}"}
    .explanation = En BibTeX, una palabra sin llaves ni comillas representa el texto que le da @string. Los nombres de los meses están definidos: jan, feb, etc.
duplicate-reference = la clave «{ $key }» aparece dos veces
    .hint = elimine una de las dos entradas o dele otra clave
    .hint-string = elimine una de las dos definiciones o dele otro nombre
    .explanation = Una cita nombra una sola obra.
impossible-field = «{ $value }» no es nada que el campo «{ $field }» pueda contener
    .hint-year = escriba cuatro cifras, como 2011; los días y meses van en «date», como 2011-10-19
    .hint-late = escriba el año de publicación; { $latest } es el último que puede conocer esta edición
    .hint-date = escriba una fecha del calendario, como 2011-10-19, 2011-10 o 2011, o dos: 2011-10-19/2011-10-22
    .hint-month = escriba un mes del 1 al 12, o su nombre en inglés: oct
    .hint-url = escriba una dirección entera que empiece por https:// o http://, sin espacios
    .hint-doi = escriba lo que empieza por «10.» y nada delante, como 10.1126/science.277.5328.918
    .explanation = Con él nadie encontraría la obra. La mayoría de los programas aceptan un valor así en silencio y lo omiten.
unknown-command = la entrada «{ $key }» tiene la orden de LaTeX { $command }, que se mostraría tal como está escrita
    .hint = escriba las palabras sin ella; las direcciones van en el campo «url»
    .explanation = Los acentos y signos de LaTeX se entienden. Las órdenes que cambian el aspecto de las palabras, no: eso lo decide el estilo.
incomplete-reference = la entrada «{ $key }» no tiene { $field }
    .hint = añádalo; una entrada del tipo «{ $kind }» lo necesita
    .explanation = El lector lo necesita para encontrar la obra. Cada tipo de entrada tiene campos imprescindibles.
unknown-reference = «{ $key }» no está en la bibliografía
    .hint = añada una entrada con esta clave
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Una cita nombra por su clave una entrada de la bibliografía de la obra.
uncited-reference = nada cita «{ $key }»
    .hint = cítela: [@{ $key }], o elimine la entrada
    .explanation = Una lista de referencias contiene aquello a lo que remite el texto.
unknown-citation-style = { $problem ->
        [notes] el estilo «{ $style }» pone las citas en notas o no tiene lista de referencias
       *[unknown] «{ $style }» no es ningún estilo del archivo
    }
    .hint = escriba el nombre de un estilo CSL, como apa, chicago-author-date, ieee o modern-language-association
    .hint-nearest = escriba «{ $nearest }»
    .hint-notes = elija un estilo con las citas en el texto, como apa, chicago-author-date, ieee o modern-language-association
    .explanation = Los estilos son los del Citation Style Language incorporados a la herramienta.

## El registro

misnamed-signatory = el archivo se llama «{ $file }» y el identificador de la institución es «{ $id }»
    .hint = cambie el nombre del archivo por { $id }.yaml o escriba «id: { $file }»
    .explanation = A una institución se la conoce para siempre por su identificador: por él se encuentran su página, sus adhesiones y sus sucesoras.
unknown-region = «{ $region }» no es ninguno de los códigos de la norma ISO 3166
    .hint-country = escriba las dos letras de la norma ISO 3166-1, como ES; si es un organismo internacional, las de su sede
    .hint-meant = escriba { $meant }
    .hint-subdivision = escriba un código de la norma ISO 3166-2 que empiece por { $country }- o quite la línea
    .hint-other-country = la institución está en { $country }: escriba uno de sus códigos o corrija el país
    .explanation = Las listas, los recuentos y los mapas van por países. Un código escrito de varias maneras haría de un país varios.
wrong-check-digits = los dígitos de control de «{ $identifier }» no le corresponden
    .hint = cópielo de nuevo de ror.org
    .hint-orcid = cópielo de nuevo de orcid.org
    .explanation = Los dos últimos dígitos del identificador se calculan a partir de los demás. Con una errata designaría a otra organización, o a ninguna.
personal-data = «{ $value }» parece un dato personal
    .hint-mail = quítelo; escriba el sitio web de la institución, donde puede encontrarse su dirección
    .hint-telephone = quítelo; escriba el sitio web de la institución, donde puede encontrarse su número
    .hint-signature = quítelo; el registro dice quién decidió y dónde está publicado, y no muestra firmas
    .explanation = El registro es público, y también su historia: lo que ha estado una vez en él ya no puede retirarse. También se leen los comentarios.
unauthorised-name = «{ $id }» no ha autorizado que se publique su nombre y no figura en las listas
    .hint = cuando lo haya autorizado, escriba «authorisation: {"{"}name: true{"}"}»
    .explanation = Una institución solo figura en listas públicas con su consentimiento.
unknown-work = no hay ninguna obra en content/{ $work }
    .hint = escriba la carpeta de una obra: { $known }
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Una adhesión pertenece a una obra, que se nombra por su carpeta dentro de content.
unknown-edition = { $work } no tiene edición { $edition }
    .hint = sus ediciones son { $known }
    .hint-none = la obra no tiene ediciones: añada «edition» a su work.yaml
    .explanation = Una adhesión figura exactamente bajo la edición que se firmó.
unknown-section = { $work } no tiene ninguna sección «{ $id }»
    .hint = escriba los identificadores de las secciones tal como están en los encabezamientos
    .hint-nearest = escriba «{ $nearest }»
    .explanation = La adhesión a una parte nombra las secciones a las que alcanza.
not-endorsable = la edición { $edition } de { $work } no admite adhesiones
    .hint = deje la adhesión en «pending» hasta que la edición las admita o escriba «endorsable: true» en su work.yaml
    .explanation = Cada obra dice en su work.yaml si la edición que declara admite adhesiones. No las admiten las ediciones sustituidas ni las retiradas.
repeated-endorsement = hay dos adhesiones a la edición { $edition } de { $work }
    .hint = quite una; para dar por terminada la anterior, escriba en ella «status: withdrawn» o «status: expired»
    .explanation = Una institución figura una sola vez bajo una edición, salvo que se haya adherido a partes distintas en momentos distintos.
unverified-endorsement = nada demuestra que la institución se haya adherido a { $work }
    .hint-verification = añada «verification» con el método y la fecha o escriba «status: pending»
    .hint-authority = añada «authority» con el órgano que decidió o escriba «status: pending»
    .explanation = No figura nadie que no haya firmado. Una adhesión se publica cuando se sabe quién la decidió y cómo se ha comprobado.
contradictory-status = el estado es «{ $status }» y el resto de la adhesión dice otra cosa
    .hint-withdrawal = añada «withdrawal» con su fecha
    .hint-withdrawn = escriba «status: withdrawn» o quite «withdrawal»
    .hint-until = añada «until» con el último día de su vigencia
    .explanation = El estado de una adhesión se muestra bajo el texto; las fechas tienen que confirmarlo.
impossible-date = { $date } no puede ser correcta
    .hint-registered = se firmó el { $other }: no puede haberse inscrito antes
    .hint-until = se firmó el { $other }: su vigencia no puede haber terminado antes
    .hint-withdrawal = se firmó el { $other }: no puede haberse retirado antes
    .hint-effective = obliga desde el { $other }: su vigencia no puede terminar antes
    .hint-verification = se firmó el { $other }: no puede haberse comprobado antes
    .hint-edition = esta edición es de { $other }: no puede haberse firmado antes
    .hint-future = hoy es { $other }, y se da por ocurrido
    .hint-consultation = la consulta se abre el { $other }: no puede cerrarse antes
    .hint-corrigendum = la edición es de { $other }: no puede haberse corregido antes
    .explanation = Las fechas son la prueba del registro; dos que se excluyen le quitan todo valor.
ended-term = la vigencia de la adhesión terminó el { $date }
    .hint = pregunte a la institución; después, escriba otra fecha o «status: expired»
    .explanation = Lo encuentra `check` el día en que se ejecuta, o con --as-of. Las listas muestran una adhesión como vencida a partir de la primera inscripción posterior del registro.
duplicate-signatory = { $shared ->
        [identifier] el identificador «{ $value }» es también el de
       *[name] el nombre «{ $value }» es también el de
    } «{ $other }»
    .hint = una los dos archivos; conserve el identificador más antiguo y ponga el otro en retired.yaml
    .explanation = Cada institución está una sola vez en el registro. Los nombres se comparan sin mayúsculas, tildes ni puntuación, también los anteriores.
likely-duplicate = { $shared ->
        [domain] el sitio web está en «{ $value }», como el de
       *[acronym] la sigla «{ $value }» es también la de
    } «{ $other }»
    .hint = una los dos archivos si se trata de una sola institución
    .explanation = Dos órganos de una ciudad pueden compartir dominio; dos entradas de un mismo órgano no pueden estar ambas. «severity», en book.toml, admite este código.
mixed-scripts = «{ $word }» mezcla letras de escrituras distintas
    .hint = escríbalo de nuevo en una sola escritura
    .explanation = Una а cirílica parece una a latina. Un nombre que las mezcla no se encuentra con ninguna búsqueda y puede querer parecerse a otro.
imitated-name = «{ $name }» parece un nombre de «{ $other }» y está escrito con otros caracteres
    .hint = escríbalo de nuevo; si ambos son correctos, distíngalos con algo que se añada al nombre
    .explanation = Un nombre que en la página no se distingue del de otra institución se apropiaría de su prestigio.
reused-id = el identificador «{ $id }» fue de otra institución
    .hint = elija otro identificador
    .explanation = Los identificadores no se reutilizan: los enlaces y las citas de la anterior llevarían a la nueva. retired.yaml guarda los que ya se han usado.
unknown-signatory = no hay ninguna institución «{ $id }»
    .hint = quite la línea: según retired.yaml, ese identificador ya no se usa
    .hint-proposer = escriba el identificador de una institución del registro, o solo su nombre, en «name»
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Las sucesoras y las instituciones que proponen enmiendas se nombran por su identificador.
circular-succession = las sucesoras de «{ $id }» llevan de nuevo a ella
    .hint = nombre como sucesora solo a la institución que asumió las funciones
    .explanation = De dos instituciones, como mucho una puede haber sucedido a la otra.
unconfirmed-successor = «{ $id }» no ha confirmado la adhesión de «{ $other }»
    .hint = escriba «status: pending» hasta que haya firmado ella misma y, después, su propia fecha y resolución
    .explanation = Una adhesión no se hereda. El mismo día y la misma resolución con dos nombres son una sola firma.

## Listas de instituciones

unreadable-list = la lista no se puede leer: { $problem ->
        [quote] aquí hay unas comillas sin cerrar, o algo las sigue
        [cells] la fila tiene { $found } celdas y hay { $wanted } encabezados
        [repeated] «{ $column }» aparece dos veces
        [same-key] «{ $column }» lleva a la misma clave que otra columna
        [empty] no contiene nada
        [list] no es una lista de objetos
        [object] esto no es un objeto
        [words] «{ $column }» es una lista de algo que no son palabras
       *[json] esto no es JSON: { $detail }
    }
    .hint = { $problem ->
        [quote] duplique las comillas que formen parte del texto y ponga toda la celda entre comillas
        [cells] ponga entre comillas la celda que contenga el separador y dé a cada fila tantas celdas como encabezados hay
        [repeated] cambie el nombre de una de las dos o elimínela
        [same-key] pase por alto una de las dos: --map "{ $column }="
        [empty] empiece con una línea de encabezados; `diptych signatories export` escribe una
        [words] escriba una lista de identificadores de secciones
       *[other] escriba una lista de objetos como hace `diptych signatories export --format json`
    }
    .explanation = Una lista es un CSV en UTF-8 con una línea de encabezados, o una lista JSON de objetos.
unmapped-column = la columna «{ $column }» no lleva a ninguna clave del registro
    .hint = diga qué es, por ejemplo --map "{ $column }=names.en", o pásela por alto: --map "{ $column }="
    .hint-nearest = diga que es { $nearest }: --map "{ $column }={ $nearest }", o pásela por alto: --map "{ $column }="
    .explanation = El significado de un encabezado no se adivina, y ninguna columna se omite sin que alguien lo diga.
missing-column = la lista no tiene la columna «{ $column }»
    .hint = quítela de la correspondencia o escriba uno de los encabezados: { $known }
    .hint-nearest = escriba «{ $nearest }»
    .explanation = Una correspondencia que nombra una columna inexistente omitiría en silencio lo que debía aportar.
no-id = para esta fila no se puede formar un identificador
    .hint = indique un identificador, o un país y un nombre en letras latinas
    .explanation = Si no hay identificador, se forma con el país y el nombre, por ejemplo es-ayuntamiento-de-ejemplo.
contradictory-row = «{ $key }» de «{ $id }» es aquí «{ $value }», y en { $where ->
        [row] una fila anterior
       *[register] el registro
    } { $said ->
        [0] no se dice nada al respecto
       *[other] es «{ $other }»
    }
    .hint = { $where ->
        [row] ponga de acuerdo las dos filas o deles identificadores distintos
       *[register] corrija la lista; si se equivoca el registro, edite el archivo de la institución
    }
    .explanation = Una importación añade instituciones y adhesiones. No cambia nada de lo que dice el registro, porque uno de los dos se equivoca.
uneditable-file = a este archivo no se le puede añadir nada sin cambiar su disposición
    .hint = escriba sus adhesiones en líneas debajo de «endorsements:», cada una empezando por «  - work: »
    .explanation = Los archivos se editan en su sitio y se conserva cada byte que no está afectado. Donde eso no se puede garantizar, ha de hacerlo una persona.

## Ediciones

unrecorded-edition = la edición { $edition } de { $work } está incompleta: falta { $file }
    .hint = recupere de git la carpeta de la edición; si se interrumpió un `diptych edition cut`, ejecútelo de nuevo
    .explanation = La carpeta content/<obra>/editions/<número> contiene un texto fijado: `diptych edition cut` la crea completa, con su registro en edition.yaml y su propio work.yaml. Una carpeta a la que le falte alguno de los dos no es una edición, y sus textos no se publican.
changed-edition = { $problem ->
        [gone] falta { $file }, que forma parte de la edición fijada { $edition }
        [added] { $file } no forma parte de la edición fijada { $edition }
       *[changed] { $file } forma parte de la edición fijada { $edition } y se ha modificado
    }
    .hint = recupere el archivo de git; lo que estaba mal el día de la edición se enmienda con una corrección de errores: diptych edition corrigendum
    .hint-gone = recupere el archivo de git
    .hint-added = quite el archivo; el texto de una edición no crece
    .explanation = Las instituciones se adhieren a una edición tal como era. Sus archivos no cambian nunca; el registro edition.yaml guarda una huella de cada uno. Un error se enmienda con una corrección de errores, que se muestra en su lugar, en la web y en el PDF.
edition-text = la edición { $edition } está fijada y { $count ->
        [0] el orden de los apartados del texto actual ya no es el suyo
        [one] un apartado del texto actual ya no coincide con ella
       *[other] { $count } apartados del texto actual ya no coinciden con ella
    }
    .hint = dé al texto que la sigue un número, un estado y una fecha propios en work.yaml; difieren: { $sections }
    .hint-order = dé al texto que la sigue un número, un estado y una fecha propios en work.yaml
    .explanation = En cuanto se fija una edición, su número designa exactamente ese texto. Un texto que diga otra cosa es la edición siguiente o, al menos, su borrador.
edition-state = { $problem ->
        [folder] el registro de la edición { $edition } está en la carpeta de la edición { $other }
        [superseded] que la edición { $edition } haya sido sustituida no se registra: resulta de una edición posterior
        [adopted] nada dice quién adoptó la edición { $edition }
        [withdrawn] nada dice cuándo ni por qué se retiró la edición { $edition }
        [not-withdrawn] la edición { $edition } tiene fecha de retirada y no está retirada
        [earlier] la edición { $edition } lleva una fecha anterior a la de la edición { $other }
       *[behind] según work.yaml, el texto actual es la edición { $edition }, pero ya se ha fijado la edición { $other }
    }
    .hint-folder = devuelva a la carpeta su nombre; el número de una edición no cambia nunca
    .hint-superseded = escriba «adopted» o «in-consultation», según lo que fuera
    .hint-adopted = añada «adoption» con el órgano y la fecha
    .hint-withdrawn = añada «withdrawal» con la fecha y el motivo
    .hint-not-withdrawn = escriba «status: withdrawn» o quite «withdrawal»
    .hint-earlier = corrija la fecha: las ediciones se siguen por sus números, y la 1.9 va antes que la 1.10
    .hint-behind = dé al texto actual el número de la edición fijada o uno posterior
    .explanation = Una edición está en consulta, después se adopta, y sigue siendo lo que era hasta que otra posterior la sustituye o un órgano la retira. Cada uno de esos pasos tiene su fecha y alguien que lo decidió.
lost-section = el apartado «{ $id }» de la edición { $edition } ya no está en el texto y nada dice qué ha sido de él
    .hint = devuelva al apartado su identificador; si se suprimió, añádalo a { $file } con su identificador, su título y la primera edición que ya no lo tiene («since»)
    .explanation = Los apartados se citan por su dirección. El que se suprime deja en su lugar una nota, que retired.yaml describe; el que cambia de título conserva su identificador.
reused-section = el identificador «{ $id }» es de un apartado que se suprimió
    .hint = elija otro identificador; si vuelve a ser el mismo apartado, quítelo de retired.yaml
    .explanation = Los identificadores no se reutilizan: quien siguiera una referencia antigua leería otro texto sin saberlo.
misplaced-corrigendum = { $problem ->
        [number] esta es la corrección de errores { $number }, y a la siguiente le corresponde el número { $expected }
        [ambiguous] estas palabras están más de una vez en el apartado «{ $section }»
       *[absent] estas palabras no están en el apartado «{ $section }» de la edición
    }
    .hint = cópielas del texto fijado, sin las marcas de formato
    .hint-ambiguous = copie más palabras de la frase, para que solo pueda tratarse de un lugar
    .hint-number = cambie el nombre del archivo por { $expected }.yaml
    .explanation = Una corrección de errores cita las palabras de la edición que están mal y dice cómo deben leerse. Las de una edición se cuentan desde 1.

## Direcciones

duplicate-address = dos páginas tienen la dirección { $address }
    .hint = dé a una de ellas otra dirección: una línea «slug: …» en su cabecera
    .hint-work = dé a una de ellas otra dirección: «slug» en work.yaml
    .hint-facet = dé a una de ellas otra dirección: «slug» de la faceta o del valor en work.yaml
    .hint-part = dé a una de ellas otra dirección: «slug» en panel.yaml o contribution.yaml
    .hint-news = dé a una de ellas otra dirección: «slug» en la cabecera de la página, o de un news/index
    .hint-glossary = dé a una de ellas otra dirección: «slug» en content/glossary.yaml
    .explanation = Una página sobrescribiría a la otra. Las mayúsculas no distinguen: algunos servidores las ignoran.
reserved-address = la dirección { $address } contiene la palabra reservada «{ $word }»
    .hint = elija otra dirección: una línea «slug: …» en la cabecera
    .hint-work = elija otra dirección: «slug» en work.yaml
    .hint-facet = elija otra dirección: «slug» de la faceta o del valor en work.yaml
    .hint-part = elija otra dirección: «slug» en panel.yaml o contribution.yaml
    .hint-glossary = elija otra dirección: «slug» en content/glossary.yaml
    .hint-signatory = dé a la institución otro id, y a su archivo el mismo nombre
    .explanation = El sitio guarda algunas palabras para sus propias páginas.

## Textos de la interfaz, plantillas y tipos de letra

malformed-message = esto no es Fluent: { $detail }
    .hint = escriba «clave = texto», con las líneas siguientes sangradas
    .explanation = El mensaje no puede leerse; los demás del archivo, sí.
missing-message = { $problem ->
        [all] no hay textos de la interfaz en el idioma «{ $language }»
       *[one] falta el mensaje «{ $key }» en el idioma «{ $language }»
    }
    .hint-all = traduzca los textos de la herramienta, locales/en/*.ftl, en locales/{ $language }/
    .hint = escriba «{ $key } = …» en locales/{ $language }/
    .explanation = Una plantilla o la herramienta pide un texto que falta en uno de los idiomas de la publicación.
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
missing-glyph = ningún tipo de letra del tema tiene { $several ->
        [yes] los caracteres «{ $character }»
       *[no] el carácter «{ $character }» ({ $code })
    }
    .hint = { $several ->
        [yes] escriba otros, o añada a la carpeta fonts del tema un tipo de letra que los tenga
       *[no] escriba otro carácter, o añada a la carpeta fonts del tema un tipo de letra que lo tenga
    }
    .explanation = El PDF mostraría un recuadro vacío, y PDF/UA lo prohíbe.
unusable-font = el tipo de letra no puede leerse: { $detail }
    .hint = sustituya el archivo; los tipos de letra son TrueType u OpenType
    .explanation = El archivo de la carpeta fonts del tema está dañado o no es un tipo de letra.
missing-font = el tema no tiene el tipo de letra «{ $family }»
    .hint = añada sus archivos .ttf, y los mismos en .woff2, a { $folder }
    .hint-nearest = escriba «{ $nearest }»
    .hint-web = guárdelo también para las páginas como { $file }: solo está el archivo .ttf
    .explanation = Las páginas y los PDF no usan más tipos de letra que los del tema. Los PDF necesitan archivos .ttf u .otf; las páginas, archivos .woff2 con los mismos nombres.
low-contrast = el color de acento { $colour } se lee mal sobre papel { $paper ->
        [dark] oscuro
       *[light] claro
    } ({ $ground }): el contraste entre ambos es de { $ratio } : 1
    .hint = escriba un color más { $paper ->
        [dark] claro
       *[light] oscuro
    }, como "{ $near }": un texto necesita 4.5 : 1
    .explanation = Los números, los enlaces y el estado de un texto van en el color de acento. Las WCAG 2.2 (1.4.3) piden un contraste de 4.5 : 1, para que los lean quienes ven peor.

## Composición

typesetting = el PDF no puede componerse aquí: { $detail }
    .hint = simplifique este pasaje; si está bien como está, comunique el mensaje
    .hint-internal = el fallo es del componedor, no del texto: comunique el mensaje junto con los archivos de origen
    .explanation = Typst encontró un error al hacer un PDF. El lugar es el texto del que procede esa parte.
