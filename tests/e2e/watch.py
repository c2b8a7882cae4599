"""`resumec watch` while files are saved in the ways of editors, deleted and put back: watch.py PROGRAM ROOT

Prints the time from a save to the renamed output (median of 20). Behaviour alone decides: a slow machine fails nothing but by ten seconds
of silence. Meanwhile a reader opens the output again and again: it never sees half of one.
"""
import os, shutil, signal, statistics, subprocess, sys, tempfile, threading, time

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
RESUME = """name: %s
email: bob@example.org
layout: {name: mine.xml, paper: a4%s}
sections:
  experience:
    - role: Engineer
      at: Tidewater
      when: 2022-01 – present
"""
problems = []


def check(condition, *problem):
    if not condition:
        problems.append(" ".join(map(str, problem)))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, text, mode="w"):
    with open(path, mode) as file:
        file.write(text)


def wait_for(what, condition):
    """Whether the condition comes to hold within ten seconds."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.002)
    problems.append("in vain: " + what)
    return False


class Watch:
    """A running `resumec watch` and what it prints."""

    def __init__(self, folder, *options):
        self.text = ""
        env = dict(os.environ, LC_ALL="C.UTF-8")
        env.pop("SOURCE_DATE_EPOCH", None)
        self.process = subprocess.Popen([program, "watch", *options], cwd=folder, env=env, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.reader = threading.Thread(target=self.collect)
        self.reader.start()
        wait_for("the first build", lambda: "Control-C ends" in self.text)

    def collect(self):
        while line := self.process.stderr.readline():
            self.text += line.decode()

    def says(self, words, action):
        """Runs the action and waits until the words are printed anew. What was printed since."""
        before = len(self.text)
        action()
        wait_for("`%s` in %r" % (words, self.text[before:]), lambda: words in self.text[before:])
        return self.text[before:]

    def end(self, number):
        self.process.send_signal(number)
        status = self.process.wait(timeout=30)
        self.reader.join()
        return status


def save_by_writing(path, text):
    write(path, text)


def save_like_vs_code(path, text):
    with open(path, "r+") as file:
        file.truncate(0)
        time.sleep(0.004)
        file.write(text)


def save_like_vim(path, text):
    """With a backup: the old file is renamed, the new one written under the name."""
    write(os.path.join(os.path.dirname(path), "4913"), "")
    os.remove(os.path.join(os.path.dirname(path), "4913"))
    os.rename(path, path + "~")
    write(path, text)
    os.chmod(path, 0o644)
    os.remove(path + "~")


def save_by_renaming(path, text):
    write(path + ".tmp", text)
    os.replace(path + ".tmp", path)


def save_slowly(path, text):
    """Empty, then half, longer than events are collected; half of the text is no YAML."""
    with open(path, "w") as file:
        for part in ("", text[:text.index("}")], text[text.index("}"):]):
            time.sleep(0.03)
            file.write(part)
            file.flush()


def test_saves(folder):
    source, output = os.path.join(folder, "resume.yaml"), os.path.join(folder, "cv.txt")
    write(source, RESUME % ("Bob 0", ""))
    shutil.copy(os.path.join(root, "layouts", "classic.xml"), os.path.join(folder, "mine.xml"))
    watch = Watch(folder, "-o", "cv.txt")
    number = 0
    for save in (save_by_writing, save_like_vs_code, save_like_vim, save_by_renaming, save_slowly, save_like_vim, save_by_writing):
        number += 1
        before = len(watch.text)
        save(source, RESUME % ("Bob %d" % number, ""))
        wait_for("%s: the output" % save.__name__, lambda: b"Bob %d\n" % number in read(output))
        time.sleep(0.15)
        check("error" not in watch.text[before:], save.__name__, "is half seen:", watch.text[before:])

    watch.says("unchanged", lambda: os.utime(source))
    text = watch.says("1 error to fix", lambda: save_by_renaming(source, (RESUME % ("Bob", "")).replace("email", "emial")))
    check("unknown field `emial`" in text and b"Bob 7\n" in read(output), "an error keeps the output:", text)
    two = "headlin: x\n" + (RESUME % ("Bob", "")).replace("email", "emial")
    text = watch.says("2 errors to fix", lambda: save_by_writing(source, two))
    check("emial" not in text and "unknown field `headlin`" in text, "only what is new is printed:", text)
    text = watch.says("fixed: unknown field `emial`", lambda: save_by_writing(source, "headlin: x\n" + RESUME % ("Bob", "")))
    text = watch.says("cv.txt: the words of 1 page", lambda: save_by_writing(source, RESUME % ("Bob 8", "")))
    check("fixed: unknown field `headlin`" in text and b"Bob 8\n" in read(output), "all is well again:", text)

    # Deleted and put back: the source, the layout, the fonts.
    for name in ("resume.yaml", "mine.xml"):
        path = os.path.join(folder, name)
        kept = read(path)
        text = watch.says("to fix", lambda: os.remove(path))
        check("error" in text and b"Bob 8\n" in read(output), name, "is gone:", text)
        text = watch.says("cv.txt: the words of 1 page", lambda: write(path, kept, "wb"))
        check("fixed:" in text, name, "is back:", text)
    layout = read(os.path.join(folder, "mine.xml")).decode()
    text = watch.says("to fix", lambda: save_by_renaming(os.path.join(folder, "mine.xml"), layout.replace("</layout>", "")))
    watch.says("cv.txt: the words of 1 page", lambda: save_like_vim(os.path.join(folder, "mine.xml"), layout))
    text = watch.says("to fix", lambda: save_by_writing(source, RESUME % ("Bob 9", ", font: Square")))
    fonts = os.path.join(folder, "fonts")
    text = watch.says("cv.txt: the words of 1 page", lambda: shutil.copytree(os.path.join(root, "fonts", "testing"), fonts))
    check(b"Bob 9\n" in read(output), "a font that was missing:", text)
    watch.says("to fix", lambda: [os.remove(os.path.join(fonts, name)) for name in os.listdir(fonts) if name.endswith(".ttf")])
    watch.says("cv.txt: the words of 1 page", lambda: shutil.copytree(os.path.join(root, "fonts", "testing"), fonts, dirs_exist_ok=True))
    watch.says("to fix", lambda: shutil.rmtree(fonts))
    watch.says("cv.txt: the words of 1 page", lambda: save_by_writing(source, RESUME % ("Bob 10", "")))
    check(watch.end(signal.SIGTERM) == 0, "SIGTERM ends with another status than 0")


def test_folder_and_link(folder):
    """The source's folder is renamed and put back; the source is a link into another folder."""
    os.mkdir(os.path.join(folder, "cv"))
    source = os.path.join(folder, "cv", "resume.yaml")
    plain = (RESUME % ("Bob", "")).replace("mine.xml", "classic")
    write(source, plain)
    watch = Watch(folder, "cv/resume.yaml", "-o", "cv.txt")
    watch.says("to fix", lambda: os.rename(os.path.join(folder, "cv"), os.path.join(folder, "old")))
    watch.says("cv.txt: the words of 1 page", lambda: os.rename(os.path.join(folder, "old"), os.path.join(folder, "cv")))
    watch.says("cv.txt: the words of 1 page", lambda: write(source, plain.replace("Bob", "Rob")))
    check(watch.end(signal.SIGINT) == 0, "SIGINT ends with another status than 0")
    os.symlink(os.path.join("cv", "resume.yaml"), os.path.join(folder, "link.yaml"))
    watch = Watch(folder, "link.yaml", "-o", "link.txt")
    watch.says("link.txt: the words of 1 page", lambda: save_by_renaming(source, plain.replace("Bob", "Job")))
    check(b"Job\n" in read(os.path.join(folder, "link.txt")), "a source behind a link")
    check(watch.end(signal.SIGTERM) == 0, "SIGTERM ends with another status than 0")


def test_all_outputs(folder):
    """Every variant is built; one that is added while watching, too; machines are told all problems each time."""
    source = os.path.join(folder, "resume.yaml")
    plain = (RESUME % ("Bob", "")).replace("mine.xml", "classic")
    write(source, plain + "variants: {short: {headline: Brief}}\n")
    watch = Watch(folder, "--all", "--diagnostics", "json")
    check(sorted(os.listdir(folder)) == ["resume-short.pdf", "resume.pdf", "resume.yaml"], "every variant:", os.listdir(folder))
    three = plain + "variants: {short: {headline: Brief}, long: {headline: Long}}\n"
    watch.says("resume-long.pdf", lambda: save_by_renaming(source, three))
    check(os.path.exists(os.path.join(folder, "resume-long.pdf")), "an added variant")
    wrong = plain.replace("email", "emial") + "variants: {short: {headline: Brief}}\n"
    for text in (wrong, "headlin: x\n" + wrong):
        said = watch.says("emial", lambda: save_by_writing(source, text))
    check("headlin" in said and "fixed" not in said and "to fix" not in said, "messages for machines:", said)
    check(watch.end(signal.SIGTERM) == 0, "SIGTERM ends with another status than 0")


def test_photo_and_overlay(folder):
    """Whatever a build read is watched: an overlay's file, and a photo, which may be missing at first."""
    path = lambda name: os.path.join(folder, name)
    write(path("resume.yaml"), (RESUME % ("Bob", "")).replace("mine.xml", "classic") + "variants: {sea: {overlay: sea.yaml}}\n")
    write(path("sea.yaml"), "headline: Sailor\n")
    watch = Watch(folder, "--variant", "sea", "-o", "cv.txt")
    watch.says("cv.txt: the words of 1 page", lambda: save_by_renaming(path("sea.yaml"), "headline: Diver\n"))
    check(b"Diver\n" in read(path("cv.txt")), "an overlay that has changed:", read(path("cv.txt")))
    watch.says("to fix", lambda: save_like_vim(path("sea.yaml"), "headlin: Pilot\n"))
    watch.says("to fix", lambda: os.remove(path("sea.yaml")))
    watch.says("cv.txt: the words of 1 page", lambda: write(path("sea.yaml"), "headline: Pilot\n"))
    check(b"Pilot\n" in read(path("cv.txt")), "an overlay that is back:", read(path("cv.txt")))
    watch.says("to fix", lambda: save_by_writing(path("sea.yaml"), "headline: Pilot\nphoto: me.jpg\n"))
    text = watch.says("fixed:", lambda: write(path("me.jpg"), b"\xff\xd8", "wb"))
    check("fixed:" in text, "a photo that was missing:", text)
    watch.says("to fix", lambda: os.remove(path("me.jpg")))
    check(watch.end(signal.SIGTERM) == 0, "SIGTERM ends with another status than 0")


def test_latency(folder):
    """20 saves: the time until the output is another file. All the while a reader looks at it; then the program is killed amid saves."""
    source, output = os.path.join(folder, "one-page.yaml"), os.path.join(folder, "one-page.pdf")
    text = open(os.path.join(root, "examples", "one-page.yaml"), encoding="utf-8").read()
    write(source, text)
    watch = Watch(folder, "one-page.yaml")
    halves, seen, done = [], set(), threading.Event()

    def look():
        while not done.is_set():
            bytes_there = read(output)
            seen.add(hash(bytes_there))
            if not (bytes_there.startswith(b"%PDF-") and bytes_there.rstrip().endswith(b"%%EOF")):
                halves.append(len(bytes_there))
            time.sleep(0.001)

    reader = threading.Thread(target=look)
    reader.start()
    times = []
    for number in range(20):
        old = os.stat(output).st_ino
        start = time.monotonic()
        save_by_renaming(source, text.replace("Machine-Learning", "Version %d" % number, 1))
        while os.stat(output).st_ino == old and time.monotonic() < start + 10:
            time.sleep(0.0005)
        times.append(time.monotonic() - start)
        check(times[-1] < 10, "save %d is not built" % number)
        time.sleep(0.02)
    for number in range(30):
        save_by_writing(source, text.replace("Machine-Learning", "Draft %d" % number, 1))
        time.sleep(0.01)
        if number == 25:
            watch.end(signal.SIGKILL)
    done.set()
    reader.join()
    check(not halves, "half-written outputs were seen, of", halves, "bytes")
    check(len(seen) >= 10, "the reader saw only", len(seen), "outputs")
    print("from save to output: median %.0f ms, slowest %.0f ms" % (1000 * statistics.median(times), 1000 * max(times)))


for test in (test_saves, test_folder_and_link, test_all_outputs, test_photo_and_overlay, test_latency):
    with tempfile.TemporaryDirectory() as place:
        test(place)
print("\n".join(problems))
sys.exit(1 if problems else 0)
