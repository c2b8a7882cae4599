"""A font that is missing is told of every output that needs it, whatever the order and the number of jobs: missing_font.py PROGRAM

So `--strict` gives the same files and the same status, and an output that stands there hides nothing."""
import os, shutil, subprocess, sys, tempfile

SOURCE = """name: Bob Marrow
sections:
  Interests: [Knots, "*Charts*"]
  Skills: [Ropes]
variants:
  a: {sections: [Skills]}
  b: {sections: [Skills]}
  c: {sections: [Interests]}
  d: {sections: [Interests]}
  e: {sections: [Interests]}
outputs: [{variant: all}]
"""


def main():
    program = os.path.abspath(sys.argv[1])
    share = os.path.join(os.path.dirname(os.path.dirname(program)), "share", "resumec")
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "bin", "resumec")
        os.makedirs(os.path.dirname(copy))
        shutil.copy(program, copy)
        shutil.copytree(share, os.path.join(folder, "share", "resumec"))
        os.remove(os.path.join(folder, "share", "resumec", "fonts", "LinLibertine_RI.otf"))
        with open(os.path.join(folder, "cv.yaml"), "w") as file:
            file.write(SOURCE)

        def build(*options):
            done = subprocess.run([copy, "build", "cv.yaml", "--all", "--diagnostics", "short", *options], cwd=folder,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            out = os.path.join(folder, "out")
            files = sorted(os.listdir(out)) if os.path.isdir(out) else []
            return done.returncode, done.stdout, files

        results = []
        for jobs in "1", "2", "5":
            shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)
            results.append(build("--strict", "-o", "out/", "--jobs", jobs))
        code, said, files = results[0]
        wanted = ["cv-a.pdf", "cv-b.pdf"]
        if any(result != results[0] for result in results) or code != 1 or files != wanted or "font-missing" not in said:
            sys.exit("\n".join("%d %s\n%s" % (result[0], result[2], result[1]) for result in results))
        # With the outputs there, built without `--strict`, it is said all the same.
        lax = [build("-o", "out/") for _ in range(2)]
        strict = build("--strict", "-o", "out/", "--jobs", "1")
        if any(result[0] or "font-missing" not in result[1] for result in lax) or strict[0] != 1 or "3 failed" not in strict[1]:
            sys.exit("\n".join(result[1] for result in lax + [strict]))
    print("told every time")


main()
