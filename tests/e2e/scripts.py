"""A Hebrew and a Japanese résumé: scripts.py PROGRAM

Nothing is missing, the text layer is in the order in which it was written, and on the page words run as UAX #9 says."""
import os, re, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as xml

PROGRAM = os.path.abspath(sys.argv[1])
if not all(shutil.which(tool) for tool in ("qpdf", "pdftotext", "mutool")):
    sys.exit(77)
HEBREW = """name: נועה לביא
lang: he
headline: מהנדסת תוכנה
email: noa.lavi@example.org
phone: "+972 3 555 0100"
sections:
  experience:
    - role: ראשת צוות
      at: מעבדות אורן
      where: חיפה
      when: 2019-03 – 2021-05
      points:
        - קיצרתי את זמן הבנייה מ-40 דקות ל-6 בעזרת CMake ו-ccache.
        - כתבתי ספריית C++ לניתוח יומנים, ראו [הקוד שלי](https://example.org/code).
        - Wrote the English manual (42 pages).
"""
JAPANESE = """name: 森田 美咲
lang: ja
headline: ソフトウェア技術者
email: misaki@example.org
sections:
  experience:
    - role: 主任技術者
      at: 北斗研究所
      where: 札幌市
      when: 2019-03 – 2021-05
      points:
        - 「構築時間」を40分から6分に短縮し、CMakeとccacheを導入しました。並列処理と差分検査を組み合わせ、八つの部署で毎日使われる仕組みに育てました。
        - ログ解析のC++ライブラリを設計・実装（公開済み）。
"""
failures = []


def run(*words, folder):
    return subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")


def build(source, folder):
    with open(os.path.join(folder, "cv.yaml"), "w", encoding="utf-8") as file:
        file.write(source)
    for target in "cv.pdf", "cv.txt":
        done = run(PROGRAM, "build", "cv.yaml", "-o", target, "--diagnostics", "short", folder=folder)
        if done.returncode or re.search("error|missing-glyph|font-missing|outside-page", done.stdout):
            failures.append(done.stdout)
    checked = run("qpdf", "--check", "cv.pdf", folder=folder)
    if checked.returncode:
        failures.append(checked.stdout)
    with open(os.path.join(folder, "cv.txt"), encoding="utf-8") as file:
        return file.read()


def expect(condition, what):
    if not condition:
        failures.append(what)


def places(folder):
    """Word → its left edge, as pdftotext sees it; and the width of the page."""
    run("pdftotext", "-bbox", "cv.pdf", "boxes.html", folder=folder)
    text = open(os.path.join(folder, "boxes.html"), encoding="utf-8").read()
    root = xml.fromstring(re.sub(r' xmlns="[^"]*"', "", text))
    page = root.find(".//page")
    # Letters are listed as they stand on the page, from left to right.
    logical = lambda text: text[::-1] if re.search("[\u0590-\u08ff]", text) else text
    return {logical(word.text): float(word.get("xMin")) for word in page.iter("word")}, float(page.get("width"))


def squeeze(text):
    """Without the marks of direction that pdftotext adds, and without line ends."""
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())


with tempfile.TemporaryDirectory() as folder:
    plain = build(HEBREW, folder)
    for words in ("מ-40 דקות ל-6 בעזרת CMake ו-ccache.", "ספריית C++ לניתוח", "Wrote the English manual (42 pages)."):
        expect(words in plain, "the text lacks %r:\n%s" % (words, plain))
    latex = run(PROGRAM, "build", "cv.yaml", "--to", "latex", "-o", "-", "-q", "--diagnostics", "short", folder=folder)
    expect(latex.returncode == 0, latex.stdout)
    latex = run(PROGRAM, "build", "cv.yaml", "-o", "cv.tex", "--diagnostics", "short", folder=folder)
    direction = r"(?m)^cv.yaml:\d+:\d+: warning: `he` is set from left to right in LaTeX output \[latex-direction\]$"
    expect(re.search(direction, latex.stdout), latex.stdout)
    extracted = squeeze(run("pdftotext", "cv.pdf", "-", folder=folder).stdout)
    # Poppler moves the blank between two directions to the other side of the word.
    for words in ("נועה לביא", "קיצרתי את זמן הבנייה", "ספריית C++ לניתוח יומנים", "Wrote the English manual"):
        expect(words.replace(" ", "") in extracted.replace(" ", ""), "pdftotext lacks %r:\n%s" % (words, extracted))
    at, width = places(folder)
    for right, left in (("קיצרתי", "את"), ("את", "זמן"), ("בעזרת", "CMake"), ("ספריית", "C++"), ("C++", "לניתוח")):
        expect(left in at and right in at and at[left] < at[right], "%s stands right of %s: %s" % (left, right, at))
    for left, right in (("Wrote", "the"), ("the", "English"), ("English", "manual")):
        expect(left in at and right in at and at[left] < at[right], "%s stands left of %s: %s" % (left, right, at))
    expect(at.get("ראשת", 0) > width / 2, "the title starts on the right: %s" % at)

with tempfile.TemporaryDirectory() as folder:
    plain = build(JAPANESE, folder)
    wanted = ("森田 美咲", "「構築時間」を40分から6分に短縮し、CMakeとccacheを導入しました。", "ログ解析のC++ライブラリを設計・実装（公開済み）。")
    for name, text in (("text", plain), ("pdftotext", run("pdftotext", "-raw", "cv.pdf", "-", folder=folder).stdout),
                       ("mutool", run("mutool", "draw", "-F", "txt", "cv.pdf", folder=folder).stdout)):
        for words in wanted:
            expect(squeeze(words).replace(" ", "") in squeeze(text).replace(" ", ""), "%s lacks %r:\n%s" % (name, words, text))
sys.exit("\n".join(failures) or 0)
