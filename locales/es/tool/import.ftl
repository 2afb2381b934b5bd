# Lo que dice `diptych import`. Las frases sobre errores de una publicación están en diagnostics.ftl.

## Lo que ha hecho

import-made = { $files ->
    [one] Un archivo
   *[other] { $files } archivos
 } en { $folder }.
import-would = { $files ->
    [one] Se escribiría un archivo
   *[other] Se escribirían { $files } archivos
 } en { $folder }; no se ha escrito nada.
import-findings = { $findings ->
    [0] No queda nada por decidir.
    [one] Queda un punto por revisar.
   *[other] Quedan { $findings } puntos por revisar.
 }
import-check = { $errors ->
    [0] De la nueva obra, diptych check no señala errores
    [one] De la nueva obra, diptych check señala un error
   *[other] De la nueva obra, diptych check señala { $errors } errores
 }{ $warnings ->
    [0] , ninguna advertencia
    [one] , una advertencia
   *[other] , { $warnings } advertencias
 }{ $hints ->
    [0] .
    [one] , una sugerencia.
   *[other] , { $hints } sugerencias.
 }

## Por qué no ha hecho nada

import-nothing = { $folder } no contiene Markdown en las lenguas de la publicación ({ $languages }) con esta disposición: pruebe el otro --layout o indique la carpeta que contiene los textos.
import-folder = Una obra no puede estar en content/{ $folder }: indique su carpeta con --into, con letras de la a a la z, cifras y guiones, y sin palabras que el sitio se reserva.
import-occupied = Ya existe { $file }: elija otra carpeta con --into o apártelo.
import-into-itself = { $path } está dentro de { $folder }, que solo se lee: elija una carpeta fuera de ella.

## work.yaml

import-yaml-head = Escrito por diptych import. Decida lo que preguntan estos comentarios y bórrelos después.
import-yaml-title = El título de toda la obra en cada lengua. Un short_title es para los titulillos, un slug para la dirección.
import-yaml-languages = authentic: textos igualmente auténticos. courtesy: traducción a título informativo.
import-yaml-edition = El número, el estado y la fecha de este texto.
    Estado: in-consultation, adopted, superseded o withdrawn.
import-yaml-licence = ¿Con qué licencia se puede difundir el texto?
    Una de { $licences }.

## El informe como página

import-report-title = Importación de { $from }
import-report-findings = Por revisar
import-report-nothing = Nada.
import-report-check = Lo que dice diptych check
import-report-clean = Nada.
import-report-files = Archivos

## Hallazgos: archivos

import-passed-over = no se ha tomado: { $reason ->
    [link] es un enlace simbólico
    [special] no es un archivo normal
    [name] su nombre no está en UTF-8 o contiene caracteres de control
    [deep] está a demasiada profundidad
    [large] es demasiado grande
    [encoding] no está en UTF-8
   *[refused] el sistema no ha permitido leerlo
 }
import-second = no se ha tomado: esta página en esta lengua es { $other }
import-foreign-language = no se ha tomado: «{ $language }» no es una lengua de book.toml
import-no-suffix = no indica ninguna lengua: se ha tomado por { $language }
import-outside-languages = no se ha tomado: no está en la carpeta de ninguna lengua
import-missing = falta la página en { $languages }
import-unused = no se ha tomado
import-unused-image = no se ha tomado: ningún texto la muestra
import-other-files = { $files ->
    [one] no se ha tomado un archivo que no es ni texto ni imagen
   *[other] no se han tomado { $files } archivos que no son ni textos ni imágenes
 }
import-name = el capítulo se llama «{ $new }»: «{ $old }» es de otro o se lo reserva el sitio
import-mark = se ha suprimido su marca de orden de bytes

## Hallazgos: cabeceras

import-toml = su cabecera estaba en TOML y ahora está en YAML
import-front-matter = { $problem ->
    [unclosed] su cabecera no termina; se ha tomado por texto
   *[malformed] su cabecera no se entiende y se ha suprimido
 }
import-key = se ha suprimido la clave «{ $key }»: { $value }
import-slug = se ha suprimido el slug «{ $slug }»: lo tiene otra página o el sitio, o la página es la introducción
import-no-title = no tiene título: se llama «{ $title }», por su archivo

## Hallazgos: epígrafes

import-title-differs = el primer epígrafe, «{ $heading }», no es el título, «{ $title }»: ha pasado a ser una sección
import-level = un epígrafe de nivel { $old } ha pasado a { $new }: no se puede saltar ningún nivel y seis son el máximo
import-number = este epígrafe y quizá otros llevan su propio número, «{ $heading }»: aquí las secciones se numeran solas, así que quítelo
import-empty-heading = un epígrafe sin palabras
import-nested-heading = un epígrafe dentro de una lista, una cita o una nota: { $text }
import-attributes = se han suprimido atributos de un epígrafe: { $attributes }
import-id = el identificador «{ $old }» ha pasado a ser «{ $new }»: los identificadores constan de a a z, cifras y guiones, son los mismos en todas las lenguas y únicos en la obra
import-unpaired = «{ $title }» no tiene correspondencia en { $languages }; su identificador es { $id }
import-uneven = sus epígrafes no son los de { $other }: compruebe que tienen el mismo identificador los que se corresponden

## Hallazgos: direcciones

import-link = no lleva a ninguna parte: { $link }
import-fragment = ningún epígrafe se llama #{ $fragment }: { $link }
import-other-language = llevaba al texto en { $language } y ahora lleva a la misma página en su propia lengua: { $link }
import-switch = lleva a esta misma página en { $language }: { $link }. El sitio ya ofrece ese paso: quítelo
import-link-to-file = lleva a un archivo que no es una página: { $link }
import-link-to-image = lleva a una imagen, que solo puede mostrarse como figura: { $link }
import-unlocated = la dirección está escrita de un modo que no se ha cambiado: { $link } debería ser { $new }
import-image = falta la imagen: { $link }
import-remote-image = la imagen está en otro sitio y hay que traerla aquí: { $link }

## Hallazgos: lo que otras herramientas interpretan

import-html = el HTML se muestra como texto: { $text }
import-shortcode = un código abreviado o un recuadro de otra herramienta se muestra como texto: { $text }
import-wiki-link = un enlace de wiki se muestra como texto: { $text }
import-diagram = un diagrama o una fórmula se muestra como código: { $text }

## Hallazgos: qué es la obra

import-title = el título en { $language } es el nombre de la carpeta, «{ $title }»: ponga el verdadero
import-authority = todas las lenguas son auténticas: diga cuáles son traducciones a título informativo
import-licence = sin licencia: diga cuál
import-edition = edición 0.1, en consulta, con fecha de hoy: diga lo que proceda
import-no-texts = la obra no tiene textos en { $language }
