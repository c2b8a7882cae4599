"""A résumé in every family of the catalogue and in a CID-keyed one; a variable one is refused: fonts.py PROGRAM TESTING

Each PDF is clean for qpdf, each face in it is a subset with a map to Unicode for pdffonts, and the text comes out as it went in."""
import os, re, shutil, subprocess, sys, tempfile

PROGRAM, TESTING = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
if not all(shutil.which(tool) for tool in ("qpdf", "pdffonts", "pdftotext")):
    sys.exit(77)
SOURCE = """name: Bob Marrow
headline: Office of efficient floats
layout: {font: %s}
sections:
  Skills: ["**Difficult** *waffles* AVATAR", "fjord %s 1,234-5678"]
"""
WORDS = ["Office of efficient floats", "Difficult waffles AVATAR", "fjord %s 1,234-5678"]
failures = []


def run(*words, folder):
    done = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def judge(family, accents, kinds, *options):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "cv.yaml"), "w", encoding="utf-8") as file:
            file.write(SOURCE % (family, accents))
        said = run(PROGRAM, "build", "cv.yaml", "--diagnostics", "short", *options, folder=folder)
        if said[0] or re.search("error|warning", said[1]):
            return failures.append("%s: %d %s" % (family, *said))
        checked = run("qpdf", "--check", "cv.pdf", folder=folder)
        if checked[0]:
            failures.append("%s: %s" % (family, checked[1]))
        fonts = run("pdffonts", "cv.pdf", folder=folder)[1].splitlines()
        faces = [line for line in fonts[2:] if line]
        for face in faces:
            own = family.replace(" ", "") in face
            if not re.search(r" yes yes yes +\d+ +\d+$", face) or own and not any(kind in face for kind in kinds):
                failures.append("%s: %s" % (family, face))
        if len(fonts) < 3 or fonts[0][:4] != "name" or not any(family.replace(" ", "") in face.replace("-", "") for face in faces):
            failures.append("%s: %s" % (family, "\n".join(fonts)))
        for mode in ["-raw"], ["-layout"]:
            text = " ".join(run("pdftotext", *mode, "cv.pdf", "-", folder=folder)[1].split())
            for words in WORDS:
                words = words % accents if "%s" in words else words
                if words not in text:
                    failures.append("%s %s: %r is not in %r" % (family, mode, words, text))


listed = run(PROGRAM, "fonts", folder=".")[1]
families = sorted(set(re.findall(r"(?m)^(\S.*?) +\d+(?: italic)? +(?:serif|sans|mono|display) ", listed)))
if len(families) < 14:
    failures.append("%d families: %s" % (len(families), families))
for name in families:
    judge(name, "naïve Łódź", ["CID Type 0C", "CID TrueType"])
with tempfile.TemporaryDirectory() as odd:
    for file in "square.ttf", "square-variable.ttf", "square-cid.otf":
        os.mkdir(os.path.join(odd, file))
        shutil.copy(os.path.join(TESTING, file), os.path.join(odd, file))
    judge("Square", "naive", ["CID TrueType"], "--font-dir", os.path.join(odd, "square.ttf"))
    judge("Cidkey", "naive", ["CID Type 0C"], "--font-dir", os.path.join(odd, "square-cid.otf"))
    with open(os.path.join(odd, "cv.yaml"), "w", encoding="utf-8") as file:
        file.write(SOURCE % ("serif", "naive"))
    status, said = run(PROGRAM, "build", "cv.yaml", "--diagnostics", "short", "--font-dir", os.path.join(odd, "square-variable.ttf"),
                       folder=odd)
    if status or not re.search(r"variable font; .*static fonts.*\[font-damaged\]", said):
        failures.append("a variable font: %d %s" % (status, said))
sys.exit("\n".join(failures) or 0)
