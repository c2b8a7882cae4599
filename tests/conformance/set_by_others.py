"""Paragraphs set by LuaLaTeX with microtype and by Typst, one a page, and their lines read back: for lines_judge.py.

All settings go through one run of each. A setting is (family, align, measure in em); hyphenation is off, explicit hyphens may end lines as
they do for us. Both have what their users get by asking for good lines: microtype's protrusion and its expansion of 2 %, and an
\\emergencystretch, without which TeX would leave lines too wide; Typst's optimised lines, also where they are ragged.
"""
import os
import pathlib
import re
import shutil
import subprocess
import unicodedata

FONTS = {
    "Linux Libertine": ("LinLibertine_R.otf", "Linux Libertine O"),
    "Linux Biolinum": ("LinBiolinum_R.otf", "Linux Biolinum O"),
    "Noto Serif": ("NotoSerif-Regular.ttf", "Noto Serif"),
}
SIZE = 10  # pt of 1/72 inch
PAGE = 10 * SIZE  # beyond the measure: room for the margins


def squeezed(text):
    """Letters alone, ligatures taken apart."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def lines_of(pdf, paragraphs, settings):
    """The number of letters on each line, by setting and paragraph."""
    text = subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")[:-1]
    if len(pages) != len(paragraphs) * len(settings):
        raise RuntimeError(f"{pdf.name}: {len(pages)} pages for {len(settings)} × {len(paragraphs)} paragraphs")
    result = []
    for number, page in enumerate(pages):
        lines = [squeezed(line) for line in page.splitlines() if line.strip()]
        expected = squeezed(paragraphs[number % len(paragraphs)])
        if "".join(lines) != expected:
            raise RuntimeError(f"{pdf.name}, page {number + 1}: {''.join(lines)!r} instead of {expected!r}")
        result.append([len(line) for line in lines])
    return [result[i:i + len(paragraphs)] for i in range(0, len(result), len(paragraphs))]


def tex_escape(text):
    return re.sub(r"([&%$#_{}])", r"\\\1", text).replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")


def lualatex(work, fonts, paragraphs, settings):
    body = []
    for family, align, measure in settings:
        width = measure * SIZE
        body.append(rf"\pagewidth={width + PAGE}bp \hsize={width}bp \linewidth=\hsize \columnwidth=\hsize \textwidth=\hsize")
        body.append(rf"\setmainfont{{{FONTS[family][0]}}}[Path={fonts}/]\fontsize{{{SIZE}bp}}{{{SIZE + 2}bp}}\selectfont")
        # A \RaggedRight that fills lines as well as ragged2e can, hyphenation aside.
        body.append(r"\justifying" if align == "justified" else r"\RaggedRight")
        body.append(r"\parindent=0pt \parskip=0pt \hyphenpenalty=10000 \emergencystretch=3em")
        body += [rf"\noindent {tex_escape(p)}\par\newpage" for p in paragraphs]
    (work / "p.tex").write_text(r"""\documentclass[10pt]{article}
\usepackage{fontspec}
\usepackage{ragged2e}
\usepackage[protrusion=alltext,expansion=alltext]{microtype}
\defaultfontfeatures{}
\pagestyle{empty}
\hoffset=-1in \voffset=-1in \oddsidemargin=50bp \topmargin=0pt \headheight=0pt \headsep=20bp \footskip=0pt
\pageheight=800bp \textheight=720bp
\begin{document}
""" + "\n".join(body) + "\n\\end{document}\n")
    subprocess.run(["lualatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "p.tex"], cwd=work,
                   stdout=subprocess.DEVNULL, check=True, env=dict(os.environ, max_print_line="1000", SOURCE_DATE_EPOCH="0"))
    return lines_of(work / "p.pdf", paragraphs, settings)


def typst(work, python, fonts, paragraphs, settings):
    body = []
    for family, align, measure in settings:
        justify = "true" if align == "justified" else "false"
        for paragraph in paragraphs:
            words = paragraph.replace("\\", "\\\\").replace('"', '\\"')
            body.append(f'#page(width: {measure * SIZE + PAGE}pt)[#set par(justify: {justify}, linebreaks: "optimized")\n'
                        f'#text(font: "{FONTS[family][1]}", "{words}")]')
    (work / "t.typ").write_text(f"""#set page(height: 800pt, margin: {PAGE // 2}pt)
#set text(size: {SIZE}pt, lang: "en", hyphenate: false, fallback: false)
""" + "\n".join(body) + "\n")
    script = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"
    subprocess.run([python, "-c", script, work / "t.typ", work / "t.pdf", fonts], check=True)
    return lines_of(work / "t.pdf", paragraphs, settings)


def only_these_fonts(work, share):
    """A folder with the files that resumec takes, and nothing else: no family can come from elsewhere."""
    folder = pathlib.Path(work) / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for file, _ in FONTS.values():
        shutil.copy(next(pathlib.Path(share).rglob(file)), folder / file)
    return folder.resolve()
