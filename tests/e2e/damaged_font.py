"""A font that sets the page and gives no subset is an error that names it, and the old output stays: damaged_font.py PROGRAM FONT"""
import os, struct, subprocess, sys, tempfile

program, font = os.path.realpath(sys.argv[1]), sys.argv[2]
with open(font, "rb") as file:
    data = bytearray(file.read())
for entry in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
    if data[entry:entry + 4] == b"hmtx":
        data[entry + 12:entry + 16] = bytes(4)  # the table of widths is empty
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "fonts"))
    with open(os.path.join(folder, "fonts", "mine.ttf"), "wb") as file:
        file.write(data)
    with open(os.path.join(folder, "cv.yaml"), "w") as file:
        file.write("name: Bob Marrow\nlayout: {font: Square}\n")
    with open(os.path.join(folder, "cv.pdf"), "w") as file:
        file.write("old")
    done = subprocess.run([program, "build", "cv.yaml", "--diagnostics", "short"], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    expected = ("cv.yaml:2:16: note: `Square-Regular` has no small capitals: capitals at 92 % of the size stand in [no-small-caps]\n"
                "error: the PDF cannot be made: the font `Square-Regular` cannot be subset: the font's outlines are damaged [pdf-failed]\n")
    kept = open(os.path.join(folder, "cv.pdf")).read()
if (done.returncode, done.stdout, kept) != (1, expected, "old"):
    sys.exit("status %d, kept %r\n%s" % (done.returncode, kept, done.stdout))
