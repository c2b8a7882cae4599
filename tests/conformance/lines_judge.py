"""Lines: resumec's against those of LuaLaTeX with microtype, Typst and first fit.

    lines_judge.py SET_LINES SHARE WORK [--write docs/typography.md] [--typst PYTHON]

The paragraphs of paragraphs.txt in three fonts and four measures, hyphenation off for all, with the same font files. The others' lines are
read back (LuaLaTeX: a callback counts the words of each line; Typst: pdftotext) and measured with resumec's glue by `set_lines`.
The Python module `typst` is a package of PyPI.
"""
import argparse
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent
FONTS = {
    "Linux Libertine": ("LinLibertine_R.otf", "Linux Libertine O"),
    "Linux Biolinum": ("LinBiolinum_R.otf", "Linux Biolinum O"),
    "Noto Serif": ("NotoSerif-Regular.ttf", "Noto Serif"),
}
MEASURES = [36, 40, 44, 50]
SIZE = 10  # pt


def set_lines(tool, requests):
    text = "".join(f"{family}\t{measure * 1000}\t{breaks}\t{words}\n" for family, measure, breaks, words in requests)
    answer = subprocess.run([tool], input=text, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(answer) == len(requests)
    result = []
    for line in answer:
        pairs = [pair for pair in line.split() if ":" in pair]
        result.append({"words": [int(p.split(":")[0]) for p in pairs], "r": [int(p.split(":")[1]) / 1000 for p in pairs],
                       "runt": line.endswith("runt")})
    return result


def tex_escape(text):
    return re.sub(r"([&%$#_{}])", r"\\\1", text).replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")


LUA = r"""
local out = io.open("lines.txt", "w")
local glue, glyph, hlist = node.id("glue"), node.id("glyph"), node.id("hlist")
luatexbase.add_to_callback("post_linebreak_filter", function(head)
  local counts = {}
  for line in node.traverse_id(hlist, head) do
    local words, seen, blank = 0, false, true
    for n in node.traverse(line.head) do
      if n.id == glue and (n.subtype == 13 or n.subtype == 14) then blank = true
      elseif n.id == glyph or n.id == node.id("disc") then
        if blank then words = words + 1 end
        blank = false
      end
    end
    counts[#counts + 1] = words
  end
  out:write(table.concat(counts, ","), "\n")
  return head
end, "count words")
"""


def lualatex(work, share, paragraphs, family, measure):
    font = FONTS[family][0]
    path = next(share.rglob(font)).parent
    (work / "count.lua").write_text(LUA)
    body = "\n\n".join(tex_escape(p) for p in paragraphs)
    (work / "p.tex").write_text(rf"""\documentclass[10pt]{{article}}
\usepackage{{fontspec}}
\setmainfont{{{font}}}[Path={path}/, Ligatures={{NoCommon=false}}]
\usepackage[protrusion=true,expansion=true]{{microtype}}
\textwidth={measure * SIZE}bp \hsize=\textwidth \parindent=0pt \parskip=0pt
\hyphenpenalty=10000 \exhyphenpenalty=10000 \emergencystretch=1.5em
\begin{{document}}
\fontsize{{{SIZE}bp}}{{{SIZE + 2}bp}}\selectfont
\directlua{{dofile("count.lua")}}
{body}

\end{{document}}
""")
    subprocess.run(["lualatex", "-interaction=nonstopmode", "p.tex"], cwd=work, capture_output=True, check=False)
    lines = (work / "lines.txt").read_text().splitlines()
    return [[int(n) for n in line.split(",")] for line in lines][:len(paragraphs)]


def typst(python, work, share, paragraphs, family, measure):
    pages = "\n#pagebreak()\n".join("#text(" + '"' + p.replace("\\", "\\\\").replace('"', '\\"') + '"' + ")" for p in paragraphs)
    (work / "p.typ").write_text(f"""#set page(width: {measure * SIZE + 40}pt, height: 2000pt, margin: 20pt)
#set text(font: "{FONTS[family][1]}", size: {SIZE}pt, hyphenate: false, fallback: false)
#set par(justify: true)
{pages}
""")
    script = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"
    subprocess.run([python, "-c", script, work / "p.typ", work / "t.pdf", share], check=True)
    text = subprocess.run(["pdftotext", "-layout", work / "t.pdf", "-"], capture_output=True, text=True, check=True).stdout
    result = []
    for page in text.split("\f")[:len(paragraphs)]:
        result.append([len(line.split()) for line in page.splitlines() if line.strip()])
    return result


def measure_all(options):
    paragraphs = [line for line in (FOLDER / "paragraphs.txt").read_text().splitlines() if line]
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    share = pathlib.Path(options.share).resolve()
    systems = {"resumec": [], "first fit": [], "LuaLaTeX + microtype": [], "Typst": []}
    for family in FONTS:
        for measure in MEASURES:
            for name in systems:
                if name == "resumec":
                    breaks = ["ours"] * len(paragraphs)
                elif name == "first fit":
                    breaks = ["first-fit"] * len(paragraphs)
                else:
                    counts = lualatex(work, share, paragraphs, family, measure) if name.startswith("Lua") else \
                        typst(options.typst, work, share, paragraphs, family, measure)
                    assert len(counts) == len(paragraphs), (name, len(counts))
                    for words, text in zip(counts, paragraphs):
                        assert sum(words) == len(text.split()), (name, words, text)
                    breaks = [",".join(map(str, words[:-1])) for words in counts]
                requests = [(family, measure, b, p) for b, p in zip(breaks, paragraphs)]
                single = [i for i, b in enumerate(breaks) if b == ""]
                for i in single:  # one line: whatever we make of it has the same measure
                    requests[i] = (family, measure, str(len(paragraphs[i].split())), paragraphs[i])
                answers = set_lines(options.tool, [r for i, r in enumerate(requests) if i not in single])
                answers = iter(answers)
                systems[name].append([{"words": [1], "r": [0.0], "runt": False} if i in single else next(answers)
                                      for i in range(len(paragraphs))])
    return systems, len(paragraphs)


def row(name, settings, chosen):
    flat = [p for setting, keep in zip(settings, chosen) for i, p in enumerate(setting) if i in keep]
    inner = [r for p in flat for r in p["r"][:-1]]
    return (name, sum(len(p["r"]) for p in flat), sum(p["runt"] for p in flat), sum(r > 1 for r in inner), sum(r > 2 for r in inner),
            sum(abs(r) ** 3 for r in inner) / max(1, len(inner)), sum(r < -1.001 for r in inner))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("share")
    parser.add_argument("work")
    parser.add_argument("--typst", default=sys.executable)
    parser.add_argument("--write")
    options = parser.parse_args()
    systems, count = measure_all(options)
    # Where one of theirs ends a line at a place that we have not, the paragraph counts for nobody.
    chosen = []
    for n in range(len(FONTS) * len(MEASURES)):
        chosen.append({i for i in range(count) if all(systems[name][n][i]["r"] for name in systems)})
    rows = [row(name, systems[name], chosen) for name in systems]
    kept = sum(len(c) for c in chosen)
    ours, first, *others = rows
    long_lines = [sum(len(systems[name][n][i]["r"]) for n, c in enumerate(chosen) for i in c if len(systems["first fit"][n][i]["r"]) >= 2)
                  for name in ("resumec", "first fit")]
    worse = []
    for n, keep in enumerate(chosen):
        for i in keep:
            if max(systems["resumec"][n][i]["r"], default=0) > 2 and any(
                    max(systems[name][n][i]["r"], default=0) <= 2 for name in systems if name[0] in "LT"):
                worse.append((n, i))
    lines = [f"{kept} of {count * len(FONTS) * len(MEASURES)} settings ({count} paragraphs, {len(FONTS)} fonts, {len(MEASURES)} measures: "
             f"{', '.join(map(str, MEASURES))} em) in which all ended lines where all of them can.", "",
             "| | lines | runts | r > 1 | r > 2 | mean \\|r\\|³ | tighter than our limit |", "|---|---|---|---|---|---|---|"]
    lines += [f"| {r[0]} | {r[1]} | {r[2]} | {r[3]} | {r[4]} | {r[5]:.3f} | {r[6]} |" for r in rows]
    lines += ["", f"In paragraphs of two lines and more, first fit needs {long_lines[1]} lines and resumec {long_lines[0]}.",
              f"Settings in which we have a line of r > 2 and one of the two has none: {len(worse)}."]
    report = "\n".join(lines) + "\n"
    print(report)
    if options.write:
        page = pathlib.Path(options.write)
        head, rest = page.read_text().split("<!-- lines: begin -->\n")
        page.write_text(head + "<!-- lines: begin -->\n" + report + "<!-- lines: end -->" + rest.split("<!-- lines: end -->")[1])
    failures = []
    if ours[1] > 1.01 * min(r[1] for r in others):
        failures.append("lines")
    if ours[2] > min(r[2] for r in others) / 3:
        failures.append("runts")
    if worse:
        failures.append("r > 2")
    if ours[5] > min(r[5] for r in others):
        failures.append("mean |r|³")
    if long_lines[0] >= long_lines[1]:
        failures.append("first fit")
    print("missed: " + ", ".join(failures) if failures else "all goals met")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
