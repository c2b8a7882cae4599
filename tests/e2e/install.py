"""An installation works wherever it is moved, and gives the bytes of the build tree: install.py CMAKE BUILD PROGRAM EXAMPLE"""
import os, subprocess, sys, tempfile

cmake, build, program, example = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    first, moved = os.path.join(folder, "first"), os.path.join(folder, "moved", "deeper")
    subprocess.run([cmake, "--install", build, "--prefix", first], check=True, stdout=subprocess.DEVNULL)
    os.makedirs(os.path.dirname(moved))
    os.rename(first, moved)
    for path in ("man/man1/resumec.1", "bash-completion/completions/resumec", "zsh/site-functions/_resumec",
                 "fish/vendor_completions.d/resumec.fish"):
        if os.path.getsize(os.path.join(moved, "share", path)) < 1000:
            sys.exit(path + " is not installed")
    outputs = []
    for number, call in enumerate((program, os.path.join(moved, "bin", "resumec"))):
        path = os.path.join(folder, "%d.pdf" % number)
        subprocess.run([call, "build", example, "-o", path, "-q"], check=True, cwd=folder)
        outputs.append(open(path, "rb").read())
    subprocess.run([os.path.join(moved, "bin", "resumec"), "new", os.path.join(folder, "new.yaml"), "-q"], check=True)
    sys.exit(0 if outputs[0] == outputs[1] else "the moved installation gives other bytes")
