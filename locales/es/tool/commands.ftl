# Lo que dicen las órdenes a quien las ejecuta, y lo que la vista previa dice en las páginas. Las frases sobre errores están en
# diagnostics.ftl.

## Vista previa

serve-ready = La vista previa está en { $address }; Ctrl-C la termina.
serve-changed = { $others ->
    [0] Ha cambiado { $file }
    [one] Han cambiado { $file } y otro archivo
   *[other] Han cambiado { $file } y otros { $others } archivos
 }.
preview-fine = Sin errores
preview-show = Errores en las fuentes
preview-close = Cerrar
preview-open = Abrir en el editor
preview-draft = Borrador: no se construye sin --drafts
preview-lost = La vista previa ha terminado
preview-keys = p: en paralelo y vuelta · e: abrir en el editor (E: la otra lengua) · Esc: cerrar
preview-older = Donde un texto no se puede mostrar tal como está, la página lo muestra como estaba la última vez sin errores.
preview-no-editor = Si no se abre nada, indique su editor en DIPTYCH_EDITOR antes de iniciar la vista previa; por ejemplo: code --goto {"{"}file{"}"}:{"{"}line{"}"}
preview-nothing = Esto no se puede mostrar. El mensaje de abajo dice qué ocurre; la página aparece sola cuando se corrige.

## Comienzo

new-made = { $files } archivos en { $folder }.
new-in-english = Los textos en { $languages } están en inglés, para traducirlos; también los archivos de locales.
new-next = A continuación: diptych serve --open --root { $folder }
new-workflow = En GitHub, indique el repositorio de Git de la herramienta en la variable DIPTYCH: { $file } dice dónde.
new-language = «{ $language }» no es una etiqueta de lengua: escriba una como en, es o pt-br.
occupied = { $others ->
    [0] Ya existe { $file }.
    [one] Ya existen { $file } y otro archivo.
   *[other] Ya existen { $file } y otros { $others } archivos.
 } No se ha escrito nada: elija otra carpeta o apártelos.
theme-ejected = { $files ->
    [one] Un archivo en { $folder }; ocupa el lugar del incorporado.
   *[other] { $files } archivos en { $folder }; ocupan el lugar de los incorporados.
 }
theme-without = El tema no tiene «{ $path }»: nombre uno de sus archivos o carpetas, como styles o templates/base.html.

## Explicaciones, autocompletado, páginas del manual

explain-nearest = No hay ningún código «{ $code }»: ¿quería decir { $nearest }?
explain-unknown = No hay ningún código «{ $code }»: diptych explain los enumera todos.
man-unknown = No hay ninguna orden «{ $command }»: diptych --help las enumera todas.

## Ediciones

edition-cut = Queda fijada la edición { $edition } de { $work }: { $count } archivos en { $folder }, huella de integridad { $fingerprint }. Confírmelos en git; no cambian nunca.
edition-uncollated = { $count ->
        [one] Queda un apartado de { $work } cuyas versiones auténticas nadie ha cotejado tal como están.
       *[other] Quedan { $count } apartados de { $work } cuyas versiones auténticas nadie ha cotejado tal como están.
    } Cotéjelos (diptych collate { $work }) o fije el texto con --uncollated: la portada lo dirá.
edition-no-kind = { $work } no son directrices ni un manual: solo de ellos se fijan ediciones.
edition-is-cut = La edición { $edition } de { $work } ya está fijada. Dé antes al texto que la sigue un número propio en work.yaml.
edition-no-number = work.yaml no da ninguna edición al texto de { $work }: añada antes «edition» con número, estado y fecha.
edition-other-number = según work.yaml, el texto de { $work } es la edición { $own }, no la { $edition }: cambie allí antes el número, el estado y la fecha.
edition-none-frozen = { $work } no tiene ninguna edición fijada.
edition-not-frozen = { $work } no tiene edición fijada { $edition }: tiene { $known }.
edition-corrigendum-form = Cada --language lleva un --old y un --new; --by lleva una lengua y un nombre, como es="La secretaría".
edition-corrigendum = Escrito: { $path }
edition-line = { $status ->
        [in-consultation] en consulta
        [adopted] adoptada
        [superseded] sustituida por la { $by }
        [withdrawn] retirada
       *[other] sin estado
    }, { $text ->
        [frozen] fijada
        [frozen-and-current] fijada, es el texto actual
       *[current] es el texto actual, sin fijar
    }{ $uncollated ->
        [yes] , sin cotejar
       *[no] {""}
    }{ $corrigenda ->
        [0] {""}
        [one] , una corrección de errores
       *[other] , { $corrigenda } correcciones de errores
    }

## Cambios marcados

redline-written = Escrito: { $path }
redline-errors = «{ $side }» tiene errores: lo que no se entienda parecería no estar. Corríjalo, elija otro texto o compare con --anyway.
redline-pdf-out = Un PDF no es texto para un terminal: diga con --out dónde escribirlo.
redline-language = La obra no tiene «{ $language }»: sus lenguas son { $known }.
redline-edition = { $work } no tiene la edición { $edition }, ni git una revisión de ese nombre. { $count ->
    [0] La obra no tiene ediciones.
   *[other] Sus ediciones: { $known }.
 }
redline-no-base = La enmienda { $id } se propuso a la edición { $edition }, cuyo texto no se conserva: no se fijó.
redline-decided = El texto que cambió la enmienda { $id } no se conserva: en la edición { $edition }, tal como está aquí, estas secciones dicen otra cosa: { $sections }
redline-section = { $work } no tiene el apartado «{ $id }» en ninguno de los dos textos.

## Fallos de la máquina: lo que no se pudo hacer. Lo que dice el sistema sigue en la lengua del sistema.

fault-carry-over = no se puede trasladar { $path }: { $reason }
fault-find = no se encuentra { $path }: { $reason }
fault-find-a-repository-of = no se encuentra ningún repositorio de git que contenga { $path }: de él se leen las revisiones ({ $reason })
fault-find-the-publication-at = no se encuentra la publicación en la revisión { $path }: { $reason } no estaba allí
fault-find-the-revision = no se encuentra la revisión «{ $path }»; «git log --oneline» enumera las revisiones y «git tag», sus nombres ({ $reason })
fault-keep = no se puede conservar { $path }: { $reason }
fault-listen-at = no se puede escuchar en { $path }: { $reason }
fault-make = no se puede crear { $path }: { $reason }
fault-open = no se puede abrir { $path }: { $reason }
fault-open-the-folder = no se puede abrir la carpeta { $path }: { $reason }
fault-reach-the-revision = no se encuentra la revisión «{ $path }» en este clon superficial, que solo contiene las últimas; «git fetch --unshallow --tags» trae las demás ({ $reason })
fault-read = no se puede leer { $path }: { $reason }
fault-read-the-folder = no se puede leer la carpeta { $path }: { $reason }
fault-read-the-revision = no se puede leer la revisión «{ $path }»: { $reason }
fault-read-the-submodule = no se puede leer { $path } de una revisión: es un submódulo, cuyos archivos están en otro repositorio
fault-remove = no se puede eliminar { $path }: { $reason }
fault-rename = no se puede cambiar el nombre de { $path }: { $reason }
fault-replace = no se puede sustituir { $path }: { $reason }
fault-set-the-mode-of = no se pueden cambiar los permisos de { $path }: { $reason }
fault-use = no se puede usar { $path }: { $reason }
fault-use-the-repository-of = no se puede usar el repositorio de git de { $path }; si es de otro usuario y confía en él, dígalo con «git config --global --add safe.directory» y su carpeta ({ $reason })
fault-watch = no se puede vigilar { $path }: { $reason }
fault-write = no se puede escribir { $path }: { $reason }
fault-write-into = no se puede escribir en { $path }: { $reason }
fault-write-the-site-into = no se puede escribir el sitio en { $path }: { $reason }
