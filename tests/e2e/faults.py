"""Outputs survive what happens to a build: faults.py PROGRAM

Killed at any moment, out of room, two at once into one folder: every file is the old one or the new one, whole, and an error names it.
"""
import os, resource, signal, subprocess, sys, tempfile, time

PROGRAM = os.path.abspath(sys.argv[1])
VARIANTS = 12


def source(word):
    lines = ["name: Bob %s" % word, "sections:", "  experience:"]
    for i in range(VARIANTS):
        lines.append("    - {role: %s of ropes %d, at: Tidewater, when: %d, tags: [t%d]}" % (word, i, 2000 + i, i))
    lines.append("variants:")
    lines += ["  v%d: {only: {tags: [t%d]}}" % (i, i) for i in range(VARIANTS)]
    return "\n".join(lines) + "\n"


def build(folder, out, *options, **popen):
    return subprocess.Popen([PROGRAM, "build", "--all", os.path.join(folder, "cv.yaml"), "-o", out] + list(options),
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **popen)


def contents(folder):
    return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}


def outputs(folder):
    return {name: data for name, data in contents(folder).items() if name.endswith(".pdf")}


def write(folder, word):
    with open(os.path.join(folder, "cv.yaml"), "w") as file:
        file.write(source(word))


def expect(good, what):
    if not good:
        sys.exit("FAILED: " + what)


def main():
    with tempfile.TemporaryDirectory() as base:
        versions = {}
        for word in ("Old", "New"):
            folder = os.path.join(base, word)
            os.mkdir(folder)
            write(base, word)
            expect(build(base, folder).wait() == 0, "a plain build")
            versions[word] = outputs(folder)
        names = sorted(versions["Old"])
        expect(len(names) == VARIANTS + 1 and all(versions["Old"][n] != versions["New"][n] for n in names), "two versions")

        # Killed at any moment; the second half of the kills after files began to appear.
        folder = os.path.join(base, "kill")
        os.mkdir(folder)
        mixed = 0
        for step in range(16):
            for name in names:
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(versions["Old"][name])
            process = build(base, folder, "--jobs", str(1 + step % 2))
            time.sleep(0.004 * step)
            process.send_signal(signal.SIGKILL)
            process.wait()
            now = outputs(folder)
            expect(sorted(now) == names, "an output was lost by a kill")
            for name in names:
                expect(now[name] in (versions["Old"][name], versions["New"][name]), "a kill left %s half written" % name)
            mixed += len({now[n] == versions["New"][n] for n in names}) == 2
        expect(build(base, folder).wait() == 0 and outputs(folder) == versions["New"], "a build after kills")
        print("16 kills, %d of them between two files" % mixed)

        # No room for more than a part of a file.
        folder = os.path.join(base, "full")
        os.mkdir(folder)
        for name in names:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(versions["Old"][name])
        limit = min(map(len, versions["New"].values())) // 2
        process = build(base, folder, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        said = process.communicate()[1].decode()
        expect(process.returncode == 1, "status %d without room" % process.returncode)
        expect(contents(folder) == versions["Old"], "no room: the old outputs stay, and nothing beside them")
        for name in names:
            expect("cannot write `%s`" % os.path.join(folder, name) in said, "the error names " + name)

        # One output cannot be written: the others are.
        os.remove(os.path.join(folder, names[3]))
        os.mkdir(os.path.join(folder, names[3]))
        process = build(base, folder)
        said = process.communicate()[1].decode()
        expect(process.returncode == 1 and said.count("cannot write") == 1 and names[3] in said, "one output in the way")
        os.rmdir(os.path.join(folder, names[3]))
        for name in names:
            if name != names[3]:
                whole = open(os.path.join(folder, name), "rb").read() == versions["New"][name]
                expect(whole, "one bad output keeps %s from its place" % name)

        # Two builds at once into one folder.
        folder = os.path.join(base, "both")
        os.mkdir(folder)
        for _ in range(6):
            both = [build(base, folder, "--jobs", "2") for _ in range(3)]
            expect([p.wait() for p in both] == [0, 0, 0], "builds at once")
            expect(contents(folder) == versions["New"], "builds at once leave what one leaves")
            for name in names[::2]:
                os.remove(os.path.join(folder, name))
    print("faults: nothing lost, nothing half written")


main()
