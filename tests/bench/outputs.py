"""Many outputs in one process, measured on this machine: outputs.py PROGRAM [RECORD]

20 variants of `long-cv` (milliseconds, best of several runs), two jobs against one, an output that is up to date against a bare process
start, and memory over 1,000 outputs. Prints a table; with RECORD it replaces the one in that file. Fails where a promise does not hold.
"""
import os, re, shutil, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RUNS = 40  # where a machine has other guests, the least of so many swings by a few hundredths, that of 15 by more


def elapsed(call, prepare=lambda: None):
    prepare()
    start = time.perf_counter()
    done = subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit("%s\n%s" % (" ".join(call), done.stderr.decode()))
    return (time.perf_counter() - start) * 1000


def best(calls, runs=RUNS):
    """The least time of each call; the calls take turns, so that a busy moment hits all of them."""
    times = [[elapsed(*call) for call in calls] for _ in range(runs)]
    return [min(column) for column in zip(*times)]


def variants(count):
    """Orders and choices of sections, and every third one drops what matters least."""
    text = open(os.path.join(ROOT, "examples", "long-cv.yaml"), encoding="utf-8").read()
    text = re.split(r"(?m)^variants:", text)[0]
    sections = re.findall(r"(?m)^  ([^\s#][^:\n]*):", text[text.index("\nsections:"):])
    lines = ["variants:"]
    for i in range(count):
        turned = sections[i % len(sections):] + sections[:i % len(sections)]
        if i % 2:
            turned = turned[:-1]
        rule = ", drop: {priority: 4}" if i % 3 == 2 else ""
        lines.append("  v%d: {sections: [%s]%s}" % (i, ", ".join('"%s"' % s.strip('"') for s in turned), rule))
    return text + "\n" + "\n".join(lines) + "\n"


def resident(program, folder, count):
    """Resident memory in kB, sampled while `count` outputs are made."""
    call = [program, "build", "--all", os.path.join(folder, "many.yaml"), "-o", os.path.join(folder, "many"), "--jobs", "1", "-q"]
    process = subprocess.Popen(call)
    samples = []
    while process.poll() is None:
        try:
            done = len(os.listdir(os.path.join(folder, "many")))
            status = open("/proc/%d/status" % process.pid).read()
            samples.append((done, int(re.search(r"VmRSS:\s+(\d+)", status).group(1))))
        except (OSError, AttributeError):
            pass
        time.sleep(0.01)
    if process.returncode:
        sys.exit("1,000 outputs failed")
    second = [kb for done, kb in samples if count / 4 < done <= count / 2]
    last = [kb for done, kb in samples if done > count * 3 / 4]
    return statistics.mean(second) / 1024, statistics.mean(last) / 1024


def main():
    program = os.path.abspath(sys.argv[1])
    if not os.path.exists(program):
        print("skipped: no release build at", program)
        return 77
    with tempfile.TemporaryDirectory() as folder:
        cv, out = os.path.join(folder, "cv.yaml"), os.path.join(folder, "out")
        with open(cv, "w", encoding="utf-8") as file:
            file.write(variants(20) + "outputs: [{variant: all}]\n")
        fresh = lambda: (shutil.rmtree(out, ignore_errors=True), os.makedirs(out))  # people's folder is there
        build = [program, "build", "--all", cv, "-o", out + "/", "-q", "--jobs"]
        one_job, two_jobs = best([(build + ["1"], fresh), (build + ["2"], fresh)])

        single = os.path.join(folder, "single.yaml")
        shutil.copy(os.path.join(ROOT, "examples", "long-cv.yaml"), single)
        again = [program, "build", single, "-q"]
        elapsed(again)
        bare, current = best([([program, "--version"],), (again,)], RUNS)

        count = 1000
        entries = "\n".join("  - {variant: v%d, file: \"%04d\"}" % (i % 20, i) for i in range(count))
        with open(os.path.join(folder, "many.yaml"), "w", encoding="utf-8") as file:
            file.write(variants(20) + "outputs:\n" + entries + "\n")
        second, last = resident(program, folder, count)

    rows = [
        ("20 variants of `long-cv`, one process, one job", "%.0f ms" % one_job, "200 ms", one_job <= 200),
        ("the same with `--jobs 2`", "%.2f times as fast" % (one_job / two_jobs),
         "1.7 times", one_job / two_jobs >= 1.7 or os.cpu_count() < 2),
        ("an output of `long-cv` that is up to date, against `resumec --version`", "%.2f times as long" % (current / bare),
         "2 times", current / bare <= 2),
        ("memory over 1,000 outputs, last quarter against the second", "%.1f and %.1f MiB" % (last, second),
         "1.05 times", last <= second * 1.05),
    ]
    table = "".join("| %s | %s | %s |\n" % row[:3] for row in rows)
    print(table + "\n".join("OVER: " + row[0] for row in rows if not row[3]))
    if len(sys.argv) > 2:
        text = open(sys.argv[2], encoding="utf-8").read()
        head = "| many outputs | measured | promised |\n|---|---|---|\n"
        before, after = text.split(head)
        kept = re.sub(r"\A(\| .*\n)*", "", after)  # the rows of this table, not those of the next
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.write(before + head + table + kept)
    return 0 if all(row[3] for row in rows) else 1


sys.exit(main())
