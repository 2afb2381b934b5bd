"""Typesets `main.typ` of a folder by PyPI `typst`, and again for every line on standard input.

Fonts are those of the folder `fonts` and no others, standards those of diptych's PDFs.
"""

import sys

import typst

folder, out, timestamp = sys.argv[1], sys.argv[2], int(sys.argv[3])
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{folder}/fonts"])
compiler = typst.Compiler(f"{folder}/main.typ", root=folder, font_paths=fonts)
while True:
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=timestamp)
    with open(out, "wb") as file:
        file.write(pdf)
    print("made", flush=True)
    if not sys.stdin.readline():
        break
