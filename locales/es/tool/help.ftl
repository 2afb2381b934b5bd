# Lo que dicen `--help`, las páginas del manual y el autocompletado: un mensaje por orden, un atributo por argumento con su nombre en el
# código, `.more` para lo que solo dice la ayuda larga. Lo que no se dice del argumento de una orden se dice de la orden superior.

help = Publica directrices, manuales y libros de congresos multilingües a partir de Markdown: un solo árbol de fuentes, todas las lenguas, un sitio web y PDF accesibles.
    .root = La carpeta que contiene book.toml
    .format = Cómo decir lo que se ha encontrado
    .format-human = Para personas
    .format-json = Un objeto JSON
    .format-sarif = Un registro SARIF 2.1.0 de lo encontrado en las fuentes, para forjas y editores
    .format-github = Órdenes de GitHub Actions: anotaciones en las líneas de una propuesta de cambio
    .quiet = No decir más que los errores y lo que se ha pedido
    .help = Mostrar esta ayuda; -h muestra menos
    .version = Mostrar la versión
help-help = Mostrar esta ayuda o la de una orden
help-amend = Proponer cambios en el texto de una obra e incorporarle los aprobados
    .more =
        Una enmienda es un archivo, content/<obra>/amendments/<número>.yaml: qué secciones cambia, el texto propuesto en cada idioma, los motivos y cada paso desde que se recibe hasta que se decide. El sitio muestra qué cambiaría y quién lo ha deliberado; docs/amendments.md lo describe.
    .kind = De qué clase es
    .number = Su número; si no se indica, el siguiente del año
    .via = Por qué vía llegó
    .received = El día en que llegó, como 2026-03-02; si no se indica, hoy
    .proposer = El órgano o la entidad que la propone
    .signatory = La institución del registro que la propone, por su identificador
    .because = Por qué, en un idioma; una vez por cada uno
help-amend-new = Empezar una enmienda: un archivo con el texto actual de las secciones, para cambiarlo allí
    .more =
        Escribe content/<obra>/amendments/<año>-<número>.yaml con el texto de cada sección en cada idioma y las huellas que dicen cómo se lee hoy. Escriba el texto que propone en lugar del actual, y los motivos en «rationale». Lo que llegó por carta en un solo idioma recibe su número con --only y espera la traducción; una observación no necesita texto.

        Ejemplo: diptych amend new guidelines/home shelter --proposer "Ayuntamiento de Ejemplo" --via letter
    .work = La obra: su carpeta dentro de content, como guidelines/home
    .sections = Secciones, por sus identificadores
    .op = Qué ocurre con ellas
    .op-replace = Otro texto
    .op-insert-before = Una sección nueva delante
    .op-insert-after = Una sección nueva detrás de ella y de todo lo que depende de ella
    .op-delete = La sección se suprime
    .op-move = Otro lugar, con todo lo que depende de ella
    .id = En una inserción: el identificador de la sección nueva
    .before = En un traslado: la sección delante de la cual deben estar
    .after = En un traslado: la sección detrás de la cual, y de todo lo que depende de ella, deben estar
    .only = Solo el texto en este idioma; dado dos veces, en ambos
help-amend-list = Mostrar qué enmiendas hay y hasta dónde han llegado
    .more =
        Una línea por enmienda: número, obra, estado, clase, secciones, último día. Con --format json, como «answer» del informe.
    .work = La obra: su carpeta dentro de content; todas, si no se indica ninguna
    .status = Solo las que están en este estado; dado dos veces, en uno u otro
    .open = Solo las que nadie ha decidido
    .section = Solo las que tratan de esta sección
help-amend-apply = Incorporar al texto una enmienda aprobada
    .more =
        Cambia los archivos de su obra en todos los idiomas, y en ellos nada más que sus secciones. Se niega si el texto ha cambiado desde que se propuso, si alguna otra sección se leería de otro modo o si la publicación tendría un error nuevo: entonces no cambia ningún archivo. El archivo de la enmienda recibe «merged» con la edición que la incorpora.

        Ejemplo: diptych amend apply 2026-014 --edition 1.1
    .id = La enmienda: el nombre de su archivo sin .yaml
    .work = Su obra, si varias obras tienen una enmienda con ese número
    .edition = La edición que la incorpora; la que indica work.yaml, si no es aquella para la que se propuso
    .dry_run = Decir solo qué archivos cambiarían, sea cual sea su estado
help-amend-rebase = Poner una enmienda al día con el texto actual
    .more =
        Si el texto ha cambiado en párrafos distintos de los que cambia la enmienda, se reúnen ambas cosas y las huellas pasan a ser las de hoy. Si ambos han cambiado el mismo párrafo, se muestra y no se escribe nada.
    .id = La enmienda: el nombre de su archivo sin .yaml
    .work = Su obra, si varias obras tienen una enmienda con ese número
    .from = Una revisión de git en la que el texto se lee como cuando se propuso
help-amend-from-diff = Hacer una enmienda de lo que alguien ha cambiado en los archivos
    .more =
        Compara los archivos tal como están con una revisión de git y escribe como una sola enmienda las secciones nuevas, suprimidas, trasladadas o cambiadas. Con --restore, los archivos vuelven después a su estado anterior: la propuesta queda solo en la enmienda.

        Ejemplo: diptych amend from-diff guidelines/home --from main --restore
    .work = La obra: su carpeta dentro de content, como guidelines/home
    .from = El texto que se cambió: una revisión de git como main, v1.0 o HEAD~2
    .restore = Devolver los archivos de la obra al estado de esa revisión
help-build = Hacer el sitio y los PDF
    .more =
        Lee la publicación, la comprueba como `check` y escribe el resultado. El resultado anterior queda entero hasta que el nuevo está completo, y se conservan los archivos de la carpeta que la publicación no ha hecho. Si hay un error en las fuentes no se escribe nada. Nunca se escribe más que en la carpeta de salida y en .diptych/cache.
    .out = La carpeta en la que escribir, en lugar de la que indica book.toml
    .only = Hacer solo esto; el resto de la carpeta de salida queda como está
    .only-site = El sitio web
    .only-pdf = Los PDF
    .only-data = Los datos abiertos
    .drafts = Incluir las páginas cuya cabecera dice `draft: true`
    .adopt = Escribir en una carpeta con archivos que diptych no ha hecho; se conservan
help-check = Encontrar todos los errores que pueden encontrarse sin hacer páginas
    .drafts = Incluir las páginas cuya cabecera dice `draft: true`
    .as_of = Comparar las fechas del registro con este día en lugar de hoy
help-collate = Dejar constancia de que alguien ha cotejado las versiones de unas secciones
    .more =
        Muestra las versiones de cada sección en paralelo y pregunta si dicen lo mismo. Lo que se registra es cómo están ahora, en content/<obra>/concordance/<sección>.yaml: en cuanto una de ellas cambia, lo dicen `check`, `status` y el sitio. Si no se indican secciones, recorre las que han cambiado o nunca se han cotejado. Se registran un alias y una función, nunca un nombre.

        Ejemplo: diptych collate guidelines/home shelter --as m-lopez --role reviser
    .work = La obra: su carpeta dentro de content, como guidelines/home; «.» para las páginas propias de la publicación y su glosario
    .sections = Secciones por su identificador, o una página por el nombre de su archivo para todas las suyas; si no se indica ninguna, las que quedan
    .all = Todas las que quedan, con una sola pregunta para todas
    .yes = Registrar sin preguntar
    .handle = Quién ha cotejado: un alias como m-lopez, nunca un nombre. Si no se indica, DIPTYCH_HANDLE o el de la forja
    .role = En calidad de qué ha cotejado
    .translated_by = Quién tradujo una versión, como es=j-ruiz: debería haberla cotejado otra persona
    .languages = Solo las versiones en estas lenguas; una sola se coteja con todas las auténticas
    .query = Registrar en su lugar una duda: queda abierta hasta que se coteja la sección
    .close = Cerrar las dudas sin registrar un cotejo
help-status = Decir lo que queda por cotejar, por obra y lengua
    .more =
        Cuenta las secciones cuyas versiones alguien ha cotejado y siguen como estaban entonces, las que han cambiado desde entonces, las nuevas y las que tienen dudas abiertas. Con --format json, como «answer» del informe; lo describe docs/concordance.md.
    .works = Obras por su carpeta dentro de content, «.» para las páginas propias de la publicación; si no se indica ninguna, todas
    .list = Nombrar cada sección que queda
    .since = Decir qué se ha registrado desde una revisión de git (una rama, una etiqueta, un commit), quién lo ha hecho y en qué función, y qué ha cambiado
help-new = Comenzar una publicación: pequeña, completa y que dice cómo seguir
    .more =
        Crea textos en todas las lenguas, un glosario, unas directrices y los archivos que necesitan los editores y las comprobaciones de una forja. Se construye tal cual, y sus textos enseñan el formato. Hay textos en español y en inglés; en cualquier otra lengua están en inglés, para traducirlos.
    .folder = La carpeta en la que ponerla; se crea si falta, y no se toca ningún archivo que haya en ella
    .languages = Las lenguas, por sus etiquetas, en el orden en que las muestran las páginas
help-import = Convertir en obra un árbol existente de archivos Markdown
    .more =
        Lee los textos de otra herramienta, con las lenguas como final del nombre de los archivos (derechos.en.md, derechos.es.md) o como carpetas (en/derechos.md, es/derechos.md), y los escribe como una obra: los capítulos en su orden, los epígrafes con los mismos identificadores en todas las lenguas, los enlaces y las imágenes llevando adonde llevaban. Solo cambia lo que tiene que cambiar. Todo lo que no se ha podido decidir se enumera con archivo y línea. El árbol solo se lee, y no se sobrescribe ningún archivo de la publicación.

        Ejemplo: diptych import ../manual/docs --layout folders --into guidelines/manual --dry-run
    .folder = La carpeta que contiene los textos; nunca se escribe nada en ella
    .layout = Cómo distingue el árbol sus lenguas
    .layout-suffix = derechos.en.md junto a derechos.es.md
    .layout-folders = en/derechos.md y es/derechos.md
    .into = La carpeta de la nueva obra dentro de content, como guidelines/home; si no se indica, la que lleva el nombre de la del árbol
    .kind = En qué clase de obra se convierte
    .report = Escribir además el informe como página de Markdown
    .dry_run = Decir lo que se escribiría, y no escribir más que el informe
help-serve = Mostrar la publicación en un navegador mientras se escribe
    .more =
        Sirve todas las páginas y los PDF solo en esta máquina, y de nuevo tras cada cambio de content, themes, locales o book.toml: el navegador lo sigue sin perder su lugar. Los errores se muestran aquí y en la página hasta que se corrigen. Los borradores se muestran, marcados. En una página, la tecla p lleva a los textos en paralelo y de vuelta, e abre lo señalado en su editor (DIPTYCH_EDITOR, por ejemplo "code --goto {"{"}file{"}"}:{"{"}line{"}"}", o VISUAL o EDITOR si tiene ventana propia). No se escribe nada. Ctrl-C la termina.
    .port = El puerto en el que escuchar; si no se indica, el primero libre desde el 4242
    .open = Mostrar la vista previa en el navegador
help-redline = Mostrar qué ha cambiado en una obra de un texto a otro
    .more =
        Compara dos textos de una obra, sección por sección y palabra por palabra, en cada lengua: ediciones, revisiones de git o los archivos tal como están; o lo que cambiaría una enmienda. Se marcan las palabras añadidas y suprimidas, y las secciones trasladadas se distinguen de las nuevas. El repositorio solo se lee.

        Entre dos ediciones: diptych redline guidelines/home --from 1.0 --to 1.1
        Para una propuesta de cambio: diptych redline guidelines/home --from origin/main --as markdown
    .work = La obra: su carpeta dentro de content, como guidelines/home
    .from = El texto antiguo: el número de una edición, una revisión de git como main, v1.0, HEAD~2 o un hash, o «working» para los archivos tal como están. Lo que es a la vez número de una edición y nombre en git es la edición; la etiqueta es refs/tags/1.0
    .to = El texto nuevo: lo mismo
    .amendment = En vez de dos textos: lo que cambia la enmienda con este número en la edición a la que se propuso. Si se aprobó otra cosa, eso
    .language = Solo en esta lengua; repítase para otras. Si no se indica, en todas las de la obra
    .section = Solo la sección con este identificador
    .all = Mostrar también lo que no ha cambiado
    .form = Cómo mostrarlo
    .form-terminal = Líneas con palabras [-suprimidas-] y {"{"}+añadidas+{"}"}
    .form-markdown = Un resumen, lo bastante breve para un comentario en una propuesta de cambio
    .form-html = Una página que no necesita ningún otro archivo; varias lenguas van en paralelo
    .form-pdf = Un PDF etiquetado para lectores de pantalla; necesita --out
    .out = Escribirlo en este archivo
    .anyway = Comparar aunque un lado tenga errores: lo que no se entiende de él parece no estar
    .drafts = Incluir las páginas cuya cabecera dice `draft: true`
help-edition = Fijar textos como ediciones, enumerarlas y corregirlas
    .more =
        Una edición es un texto tal como era en su día: conserva su dirección, sus PDF y sus adhesiones mientras el texto actual sigue adelante. docs/editions.md muestra cómo funcionan las ediciones.
help-edition-cut = Fijar el texto actual de una obra como edición, en todas sus lenguas
    .more =
        Copia los textos, sus figuras y la bibliografía en content/<obra>/editions/<número>, con un registro de cada archivo. Desde entonces no cambia nada en ella: `check` avisa de cualquier archivo fijado que haya cambiado. El número, el estado, la fecha y quién la adoptó son los que work.yaml da al texto actual. Se rechaza mientras alguien deba cotejar aún las versiones auténticas.

        Ejemplo: diptych edition cut guidelines/home 1.0
    .work = La obra: su carpeta dentro de content, como guidelines/home
    .number = El número de la edición, tal como work.yaml lo da al texto actual
    .uncollated = Aunque alguien deba cotejar aún las versiones auténticas; la portada lo dirá
help-edition-list = Enumerar las ediciones de las obras
    .more =
        Una línea por edición. Con --format json, como «answer» del informe, con sus huellas de integridad.
    .work = La obra: su carpeta dentro de content, como guidelines/home; todas si no se nombra ninguna
help-edition-corrigendum = Corregir las palabras de una edición fijada sin cambiar su texto
    .more =
        Escribe el siguiente archivo de content/<obra>/editions/<número>/corrigenda. La corrección se muestra en su apartado y en la lista, en la web y en el PDF; el texto queda tal como recibió las adhesiones.

        Ejemplo: diptych edition corrigendum guidelines/home 1.0 shelter --language es --old "diez dias" --new "diez días" --by en="The secretariat" --by es="La secretaría"
    .work = La obra: su carpeta dentro de content, como guidelines/home
    .number = El número de la edición
    .section = El identificador del apartado
    .language = La lengua de las palabras; repítala, con --old y --new, para otras
    .old = Palabras del texto fijado, sin marcas, que estén una sola vez en el apartado
    .new = Lo que deben decir
    .by = El órgano que corrige el texto, por lengua, como es="La secretaría"; repítalo para otras
    .date = El día de la corrección; hoy si no se dice otra cosa
help-signatories = Llevar el registro de las instituciones que se adhieren a las ediciones
    .more =
        Cada institución es un archivo, content/signatories/<id>.yaml. Estas órdenes escriben esos archivos como lo haría una persona, y no cambian en los que existen más que lo que se les pide. Antes de escribir se comprueba toda la publicación: si aparece un error nuevo, no se escribe nada. docs/register.md muestra cómo funciona el registro.
    .id = La institución: el nombre de su archivo sin .yaml
    .names = Cómo se llama a sí misma en una lengua; repítase para otras
    .acronyms = Sus siglas, por lengua
    .kind = Qué clase de institución es, como local-government, police, court, ministry, university, ngo
    .country = ISO 3166-1, dos letras
    .subdivision = ISO 3166-2, como ES-MD
    .website = Su dirección completa, con https://
    .ror = Su identificador en el registro ROR de organizaciones de investigación
    .wikidata = Su identificador en Wikidata
    .org_id = Su identificador según org-id.guide
    .successor = La institución que ha asumido sus funciones
    .may_name = Si ha aceptado que se la nombre en listas públicas
    .may_logo = Si ha aceptado que se muestre su logotipo
    .specimen = Es ficticia, para mostrar una función: se señala dondequiera que aparece y no se cuenta en ninguna parte
    .work = La carpeta de la obra dentro de content
    .edition = El número de la edición
    .language = La lengua del texto firmado
    .signed = El día de la firma, como 2026-05-04
    .scope = Qué abarca: whole (todo) o los identificadores de las secciones, separados por comas
    .effective = Desde cuándo obliga, si no es desde el día de la firma
    .registered = Cuándo se ha inscrito aquí
    .until = El último día de su vigencia
    .body = El órgano que lo decidió: ningún nombre de persona
    .office = El cargo que lo firmó: ningún nombre de persona
    .resolution = El número de la resolución
    .url = Dónde está publicada la resolución
    .reservations = A qué no se obliga, con sus propias palabras; repítase para otras lenguas
    .status = En qué estado está; si es active hacen falta --body y --verification
    .verification = Cómo se ha comprobado que la institución ha firmado
    .verified = Qué día
help-signatories-add = Inscribir una institución
    .more =
        Escribe content/signatories/<id>.yaml. Si hay alguien ante un terminal, se pregunta lo que no dicen las opciones: cada pregunta se explica por sí misma, y cada respuesta se comprueba en el acto con todo el registro. Nunca se sobrescribe una institución que ya esté.

        Ejemplo: diptych signatories add --name es="Ayuntamiento de Ejemplo" --type local-government --country ES
    .ask = Preguntar lo que no dicen las opciones, aunque bastaran o aunque las respuestas no vengan de un terminal
    .no_questions = No preguntar nada, aunque haya alguien ante el terminal
    .id = El nombre de su archivo, que nunca vuelve a usarse para otra; si no se indica, se forma con el país y el nombre
help-signatories-endorse = Inscribir la adhesión de una institución del registro
    .more =
        Añade unas líneas al archivo de la institución; todos sus demás bytes quedan como están. Se rechaza si la edición no admite adhesiones o si ya se ha adherido a ella.

        Ejemplo: diptych signatories endorse es-ayto-ejemplo --work guidelines/home --edition 1.0 --language es --signed 2026-05-04 --body Pleno
help-signatories-withdraw = Inscribir que una institución ha retirado su adhesión
    .more =
        La adhesión sigue en el registro, marcada como retirada en ese día.
    .signed = El día de la firma, si la institución se ha adherido a partes de la edición en distintos momentos
    .date = El día de la retirada, como 2026-05-04
    .reference = El escrito o la resolución
help-signatories-list = Mostrar quién está en el registro
    .more =
        Una línea por adhesión, también las que no se publican. Con --format json, como «answer» del informe.
    .work = Solo las adhesiones a esta obra: su carpeta dentro de content
    .edition = Solo las adhesiones a esta edición
    .country = Solo las instituciones de este país, ISO 3166-1
    .kind = Solo las instituciones de esta clase
    .status = Solo las adhesiones en este estado: active, pending, merged, expired, withdrawn
    .specimens = Solo los ejemplos ficticios
    .language = La lengua de los nombres y de su orden; si no se indica, la primera de la publicación
    .csv = En CSV
help-signatories-import = Inscribir las instituciones de una lista, CSV o JSON
    .more =
        Cada columna corresponde a una clave del registro, como names.es, country o signed: por su encabezamiento si es la clave, o por --map. Se informa de lo que ocurre con cada fila. No se escribe nada si no están bien todas las filas, salvo con --partial; lo que el registro ya dice queda como está.

        Ejemplo: diptych signatories import municipios.csv --map "Municipio=names.es" --map "Teléfono=" --set country=ES
    .file = La lista: CSV con comas, puntos y comas o tabuladores, o JSON (.json), en UTF-8
    .map = Qué es una columna: un encabezamiento y una clave, como "Municipio=names.es"; "Teléfono=" la pasa por alto. O la ruta de un archivo de correspondencias, YAML o TOML
    .set = Lo que vale para cada fila que no diga otra cosa, como country=ES
    .dates = Cómo escribe la lista las fechas
    .dates-ymd = 2026-05-04
    .dates-dmy = 04/05/2026 es el cuatro de mayo
    .dates-mdy = 05/04/2026 es el cuatro de mayo
    .partial = Tomar las filas que están bien, aunque otras no lo estén
help-signatories-export = Escribir todo el registro como una lista que lee import
    .more =
        CSV, o JSON con --format json o si el archivo acaba en .json. Los valores que una hoja de cálculo tomaría por fórmulas llevan delante un apóstrofo, que import vuelve a quitar.
    .out = El archivo que escribir, en lugar de la salida estándar
help-signatories-form = Escribir el formulario de adhesión y un modelo de resolución
    .more =
        Dos PDF accesibles en cada lengua de la obra, form-es.pdf y resolution-es.pdf, con la edición y su huella de integridad ya puestas: los mismos archivos que ofrece el sitio. Se rechaza si la edición no admite adhesiones.

        Ejemplo: diptych signatories form guidelines/home 1.0 --language es
    .work = La obra: su carpeta dentro de content, como guidelines/home
    .edition = El número de la edición, como 1.0
    .language = Solo en esta lengua; si no se indica, en todas las de la obra
    .out = La carpeta en la que escribir; los archivos de igual nombre que haya en ella se escriben de nuevo
help-theme = Cambiar el aspecto de la publicación
help-theme-eject = Copiar en la publicación el tema incorporado, o partes de él
    .more =
        Pone los archivos en la carpeta de themes/ que indica book.toml. Lo que hay en ella ocupa el lugar del archivo incorporado del mismo nombre; borre un archivo para volver a tener el incorporado. Copie solo lo que quiera cambiar: una copia no sigue a la herramienta. No se sobrescribe ningún archivo.
    .paths = Archivos y carpetas del tema, como styles o templates/base.html; sin ninguno, todo menos los tipos de letra
help-explain = Decir más sobre un mensaje
    .code = El código entre corchetes al principio de un mensaje, como broken-link; sin ninguno, se enumeran todos
help-schema = Mostrar el JSON Schema de una clase de archivo, para editores que lo completan y comprueban
    .more =
        `diptych new` pone los esquemas de todas las clases en .vscode/diptych y, a su lado, los ajustes que los usan.
    .file = La clase de archivo cuyo esquema mostrar
    .file-amendment = Una enmienda: un archivo de la carpeta «amendments» de una obra
    .file-book = book.toml
    .file-contribution = El contribution.yaml de un libro de actas
    .file-corrigendum = Una corrección de errores de una edición fijada
    .file-edition = El registro de una edición fijada: edition.yaml
    .file-front-matter = Las líneas entre --- a la cabeza de una página
    .file-glossary = content/glossary.yaml
    .file-panel = El panel.yaml de un libro de actas
    .file-record = El registro de un cotejo: un archivo de la carpeta «concordance» de una obra
    .file-retired-sections = Los apartados que una obra ya no tiene: su retired.yaml
    .file-retired-signatories = content/signatories/retired.yaml
    .file-signatory = Una institución: un archivo de content/signatories
    .file-work = work.yaml
help-completions = Mostrar el guion con el que un intérprete de órdenes completa las de diptych
    .more =
        Para bash: diptych completions bash > ~/.local/share/bash-completion/completions/diptych
    .shell = El intérprete de órdenes que ha de completar
help-man = Mostrar una página del manual
    .more =
        Por ejemplo: diptych man > ~/.local/share/man/man1/diptych.1
    .command = La orden cuya página mostrar, como build o theme eject; sin ninguna, la de diptych

## Alrededor

help-heading = { $heading ->
    [usage] Uso
    [commands] Órdenes
    [arguments] Argumentos
    [institution] La institución
    [endorsement] La adhesión
    [verification] La comprobación
   *[options] Opciones
 }
# Lo que está en lugar de un valor: en mayúsculas, sin espacios.
help-value = { $key ->
    [ACRONYM] SIGLAS
    [ADDRESS] DIRECCIÓN
    [BODY] ÓRGANO
    [CODE] CÓDIGO
    [COMMAND] ORDEN
    [DATE] FECHA
    [DIR] CARPETA
    [EDITION] EDICIÓN
    [FILE] ARCHIVO
    [FOLDER] CARPETA
    [FORM] FORMA
    [FORMAT] FORMATO
    [HANDLE] ALIAS
    [HEADING-KEY-FILE] ENCABEZAMIENTO=CLAVE|ARCHIVO
    [ID] IDENTIFICADOR
    [KEY-VALUE] CLAVE=VALOR
    [KIND] CLASE
    [LANG] LENGUA
    [LANG-ACRONYM] LENGUA=SIGLAS
    [LANG-HANDLE] LENGUA=ALIAS
    [LANG-NAME] LENGUA=NOMBRE
    [LANG-TEXT] LENGUA=TEXTO
    [LAYOUT] DISPOSICIÓN
    [METHOD] MÉTODO
    [NUMBER] NÚMERO
    [OFFICE] CARGO
    [OPERATION] OPERACIÓN
    [ORDER] ORDEN
    [PATH] RUTA
    [PORT] PUERTO
    [RESOLUTION] RESOLUCIÓN
    [REVISION] REVISIÓN
    [ROLE] FUNCIÓN
    [SECTION] SECCIÓN
    [SHELL] INTÉRPRETE
    [STATUS] ESTADO
    [TAGS] ETIQUETAS
    [TEXT] TEXTO
    [TYPE] CLASE
    [VIA] VÍA
    [WORK] OBRA
    [WORKS] OBRAS
    [whole-IDS] whole|IDENTIFICADORES
   *[other] { $name }
 }
help-usage-options = [OPCIONES]
help-usage-command = ORDEN
help-default = [si no se indica: { $value }]
help-values = [valores posibles: { $values }]
help-values-list = Valores posibles:
# Encabezamientos de las páginas del manual.
help-manual = { $heading ->
    [NAME] NOMBRE
    [SYNOPSIS] SINOPSIS
    [DESCRIPTION] DESCRIPCIÓN
    [OPTIONS] OPCIONES
    [SUBCOMMANDS] ÓRDENES
    [EXTRA] MÁS
    [VERSION] VERSIÓN
    [AUTHORS] AUTORES
   *[other] { $heading }
 }

## Lo que está mal en una línea de órdenes

usage-unknown-argument = no hay ningún «{ $typed }» en { $command }
usage-unknown-command = no hay ninguna orden «{ $typed }» en { $command }
usage-unknown-value = «{ $typed }» no puede ser el valor de { $argument }
usage-malformed-value = «{ $typed }» no puede ser el valor de { $argument }
usage-lacking-value = { $argument } necesita un valor
usage-surplus-value = «{ $typed }» es un valor de más para { $argument }
usage-conflict = { $argument } no puede ir con { $other }
usage-twice = { $argument } solo puede indicarse una vez
usage-missing = faltan: { $arguments }
usage-missing-command = { $command } necesita una orden
usage-not-utf-8 = uno de los argumentos no está en UTF-8
usage-other = los argumentos de { $command } no se entienden
usage-hint-nearest = ¿quería decir «{ $nearest }»?
usage-hint-known = elija entre { $known }
usage-hint-help = { $argument }: { $text }
usage-more = { $command } --help dice lo que hay.
