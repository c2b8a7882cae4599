"""A build file of ninja's own knows from `--depfile` what a document is made of: ninja.py PROGRAM

A change of the source, an overlay, a layout, a font of the user's or of the program's makes it build again; nothing else does, and a second
run has nothing to do, whether the first one wrote the output or found it as it should be.
"""
import os, shutil, subprocess, sys, tempfile, time

RULES = """rule cv
  command = %s build $in --variant sea -o $out --depfile $out.d -q
  depfile = $out.d
  deps = gcc
  restat = 1
build my$ cv.pdf: cv cv.yaml
"""
failures = []


def ninja(folder):
    done = subprocess.run(["ninja"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(done.stdout)
    return "no work to do" not in done.stdout


def expect(folder, what, wanted):
    for run, worked in (("first", wanted), ("second", False)):
        if ninja(folder) != worked:
            failures.append("%s: the %s run %s" % (what, run, "did nothing" if worked else "had work to do"))


def touch(path):
    time.sleep(0.02)  # a file time of its own, whatever the kernel's clock tick
    os.utime(path)


def main():
    program = os.path.abspath(sys.argv[1])
    if not shutil.which("ninja"):
        print("skipped: no ninja")
        return 77
    share = os.path.join(os.path.dirname(os.path.dirname(program)), "share", "resumec")
    with tempfile.TemporaryDirectory() as folder:
        path = lambda *parts: os.path.join(folder, *parts)
        os.makedirs(path("bin"))
        shutil.copy(program, path("bin", "resumec"))
        shutil.copytree(share, path("share", "resumec"))
        os.makedirs(path("fonts"))
        shutil.copy(path("share", "resumec", "fonts", "NotoSans-Regular.ttf"), path("fonts", "own.ttf"))
        shutil.copy(path("share", "resumec", "layouts", "classic.xml"), path("my layout.xml"))
        files = {"build.ninja": RULES % path("bin", "resumec"), "sea.yaml": "headline: Sailor\n",
                 "cv.yaml": "name: Bob Marrow\nlayout: my layout.xml\nvariants: {sea: {overlay: sea.yaml}}\n", "other.txt": ""}
        for name, text in files.items():
            with open(path(name), "w") as file:
                file.write(text)
        expect(folder, "from nothing", True)
        fonts = sorted(line.split("share/resumec/")[1].split(" ")[0].rstrip(":") for line in
                       subprocess.run(["ninja", "-t", "deps"], cwd=folder, stdout=subprocess.PIPE, text=True).stdout.splitlines()
                       if "share/resumec/fonts/" in line and line.strip().endswith(".otf"))
        if not fonts:
            failures.append("the fonts of the page are not among what it is made of")
        for name in ["cv.yaml", "sea.yaml", "my layout.xml", "fonts/own.ttf"] + ["share/resumec/" + font for font in fonts[:1]]:
            touch(path(name))
            expect(folder, "touched " + name, True)
        touch(path("other.txt"))
        expect(folder, "touched what it does not use", False)
        before = open(path("my cv.pdf"), "rb").read()
        with open(path("sea.yaml"), "a") as file:
            file.write("email: bob.marrow@example.org\n")
        time.sleep(0.02)
        os.utime(path("sea.yaml"))
        expect(folder, "changed sea.yaml", True)
        if open(path("my cv.pdf"), "rb").read() == before:
            failures.append("the change of sea.yaml did not reach the output")
    print("\n".join(failures) or "ninja builds when it must, and only then")
    return 1 if failures else 0


sys.exit(main())
