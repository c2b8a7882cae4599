"""An output that is up to date is left alone before its source is even read, and only then: up_to_date.py PROGRAM

Each case changes one thing that an output depends on, sees by `--timings` that the source was read after all, and compares with what a
build into an empty folder gives.
"""
import os, shutil, subprocess, sys, tempfile

ATTRIBUTE = "user.resumec.inputs"
SOURCE = """name: Bob Marrow
layout: mine.xml
sections:
  experience:
    - {id: lamp, role: Keeper of the lamp, at: Farlight, when: 2021-09 – present}
    - {role: Rope maker, at: Tidewater, when: 2016-09 – 2021-08}
variants:
  sea: {overlay: sea.yaml}
"""
failures = []


class Place:
    """A folder with a source and all that it uses, and a program whose own files may be changed."""

    def __init__(self, program, folder):
        self.folder = folder
        self.program = os.path.join(folder, "bin", "resumec")
        os.makedirs(os.path.join(folder, "bin"))
        shutil.copy(program, self.program)
        share = os.path.join(os.path.dirname(os.path.dirname(program)), "share", "resumec")
        shutil.copytree(share, os.path.join(folder, "share", "resumec"))
        self.work = os.path.join(folder, "work")
        os.makedirs(self.work)
        self.write("cv.yaml", SOURCE)
        self.write("sea.yaml", "sections: {experience: {lamp: {role: Keeper at sea}}}\n")
        self.write("plain.yaml", "name: Bob Marrow\nsections: {Skills: [Knots]}\n")
        shutil.copy(os.path.join(share, "layouts", "classic.xml"), os.path.join(self.work, "mine.xml"))

    def path(self, name):
        return os.path.join(self.work, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def append(self, path, text):
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)

    def replace(self, name, old, new):
        text = open(self.path(name), encoding="utf-8").read()
        assert old in text, (name, old)
        self.write(name, text.replace(old, new, 1))

    def run(self, *options, source="cv.yaml", epoch=None):
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        if epoch:
            env["SOURCE_DATE_EPOCH"] = epoch
        done = subprocess.run([self.program, "build", source, "--timings", *options], cwd=self.work, env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout.decode()


def was_read(said):
    return any(line.split()[:1] == ["read"] for line in said.splitlines())


def expect(what, condition, said=""):
    if not condition:
        failures.append("%s\n%s" % (what, said))


def case(place, what, change, *options, before=(), output="cv.pdf", source="cv.yaml", epoch=None, status=0):
    """Builds, sees that a second call reads nothing, changes something, and sees that the third reads and makes what a fresh one makes."""
    before = list(before)
    place.run(*before, source=source)
    code, said = place.run(*before, source=source)
    expect("%s: up to date before" % what, code == 0 and not was_read(said), said)
    change()
    call = before + list(options)
    code, said = place.run(*call, source=source, epoch=epoch)
    expect("%s: exit status %d" % (what, code), code == status, said)
    expect("%s: the source was not read again" % what, was_read(said), said)
    if status == 0:
        made = open(place.path(output), "rb").read()
        os.remove(place.path(output))
        place.run(*call, source=source, epoch=epoch)
        expect("%s: another output than from an empty folder" % what, open(place.path(output), "rb").read() == made)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        place = Place(program, folder)
        probe = place.path("probe")
        place.write("probe", "")
        try:
            os.setxattr(probe, ATTRIBUTE, b"x")
        except OSError:
            print("skipped: no extended attributes in", folder)
            return 77
        share = os.path.join(folder, "share", "resumec")
        font = os.path.join(share, "fonts", sorted(f for f in os.listdir(os.path.join(share, "fonts")) if f.endswith((".ttf", ".otf")))[0])
        nothing = lambda: None

        # What it reads.
        case(place, "source", lambda: place.append(place.path("cv.yaml"), "# a remark\n"))
        case(place, "source", lambda: place.replace("cv.yaml", "Rope maker", "Net maker"))
        case(place, "overlay", lambda: place.replace("sea.yaml", "at sea", "on land"), before=["--variant", "sea"], output="cv-sea.pdf")
        case(place, "overlay gone", lambda: os.remove(place.path("sea.yaml")), before=["--variant", "sea"], output="cv-sea.pdf", status=1)
        place.write("sea.yaml", "headline: Sailor\n")
        case(place, "layout file", lambda: place.append(place.path("mine.xml"), "<!-- a remark -->\n"))
        case(place, "fonts/", lambda: (os.makedirs(place.path("fonts")), shutil.copy(font, place.path("fonts"))))
        case(place, "fonts/ smaller", lambda: shutil.rmtree(place.path("fonts")))
        case(place, "--font-dir", nothing, "--font-dir", os.path.join(share, "fonts"))
        case(place, "layout of the program", lambda: place.append(os.path.join(share, "layouts", "classic.xml"), "<!-- a remark -->\n"),
             source="plain.yaml", output="plain.pdf")
        case(place, "fonts of the program", lambda: place.append(os.path.join(share, "fonts", "manifest.txt"), "# a remark\n"))

        # How it is asked.
        for option in (["--lang", "nl"], ["--set", "headline=Sailor"], ["--layout", "classic"], ["--max-pages", "7"], ["--strict"],
                       ["--lenient"], ["--verbose"], ["--depfile", "cv.d"]):
            case(place, " ".join(option), nothing, *option)
        case(place, "SOURCE_DATE_EPOCH", nothing, epoch="1700000000")
        case(place, "over a limit", lambda: place.replace("cv.yaml", "name:", "settings: {budget: {min_fill: 99%}}\nname:"), status=4)
        place.write("cv.yaml", SOURCE)
        place.run()

        # What stands there.
        for form, ending in (("pdf", "pdf"), ("text", "txt"), ("latex", "tex")):
            output = "cv." + ending
            if form != "latex":  # what people edited stays: output.md
                case(place, "output changed: " + form, lambda: place.append(place.path(output), "x"), before=["--to", form], output=output)
            case(place, "output cut: " + form, lambda: os.truncate(place.path(output), 100), before=["--to", form], output=output)
        case(place, "another format's", lambda: shutil.copy2(place.path("cv.txt"), place.path("cv.pdf")))
        place.run("--variant", "sea")
        case(place, "another variant's", lambda: shutil.copy2(place.path("cv-sea.pdf"), place.path("cv.pdf")))
        zeros = b"0" * 32
        for record in (b"", b"\n", b"x", b"\0" * 50, zeros + b" pages=1\n",
                       zeros + b" pages=1 width=1 height=1 least-full=1 stranded=0\nz q\n"):
            case(place, "record %r" % record, lambda: os.setxattr(place.path("cv.pdf"), ATTRIBUTE, record))
        case(place, "no record", lambda: os.removexattr(place.path("cv.pdf"), ATTRIBUTE))

        # What has something to say says it every time, and keeps no record.
        place.write("bob.png", "no picture, but bytes")
        for what, line in (("photo-not-shown", "photo: bob.png"), ("overfull-line", "sections: {Interests: [%s]}" % ("AcBd" * 40))):
            place.write("said.yaml", "name: Bob Marrow\n%s\n" % line)
            said = [place.run(source="said.yaml")[1] for _ in range(2)]
            expect("%s is said twice" % what, all("[%s]" % what in text and was_read(text) for text in said), said[1])
            expect("%s leaves no record" % what, ATTRIBUTE not in os.listxattr(place.path("said.pdf")))

        # `--check` writes nothing, not even that, and believes it.
        place.run()
        os.removexattr(place.path("cv.pdf"), ATTRIBUTE)
        expect("--check", place.run("--check")[0] == 0 and ATTRIBUTE not in os.listxattr(place.path("cv.pdf")))
        place.run()
        code, said = place.run("--check")
        expect("--check reads no source", code == 0 and not was_read(said), said)
    print("\n".join(failures) or "every change was seen")
    return 1 if failures else 0


sys.exit(main())
