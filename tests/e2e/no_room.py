"""Outputs that cannot be written to the end, or not at all, leave the old file whole and nothing beside it: no_room.py PROGRAM

The disk is full on a regular file twice over: by a limit on the size of files, which needs no rights, and on a file system of a few
kilobytes where one can be mounted. Folders without write permission are tried as a user who is not root."""
import os, resource, signal, shutil, subprocess, sys, tempfile

program = os.path.realpath(sys.argv[1])
problems, skipped = [], []


def build(folder, *options, limit=None, user=None):
    def prepare():
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails with EFBIG instead
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    call = [program, "build", "cv.yaml", "--diagnostics", "short", *options]
    if user is not None:
        call = ["setpriv", "--reuid", str(user), "--regid", str(user), "--clear-groups", *call]
    return subprocess.run(call, cwd=folder, preexec_fn=prepare, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def make(folder):
    with open(os.path.join(folder, "cv.yaml"), "w") as file:
        file.write("name: Bob Marrow\n")
    os.mkdir(os.path.join(folder, "out"))
    with open(os.path.join(folder, "out", "cv.pdf"), "w") as file:
        file.write("old")


def check(what, folder, done, message):
    if done.returncode != 1 or "[cannot-write]" not in done.stdout or message not in done.stdout:
        problems.append("%s: status %d, %s" % (what, done.returncode, done.stdout))
    out = os.path.join(folder, "out")
    if os.listdir(out) != ["cv.pdf"] or open(os.path.join(out, "cv.pdf")).read() != "old":
        problems.append("%s: left %s" % (what, os.listdir(out)))


with tempfile.TemporaryDirectory() as folder:
    make(folder)
    check("a limit on files", folder, build(folder, "-o", "out/cv.pdf", limit=1000), "File too large")

with tempfile.TemporaryDirectory() as folder:
    make(folder)
    out = os.path.join(folder, "out")
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", out]
    if os.geteuid() != 0 or subprocess.run(mount, stderr=subprocess.DEVNULL).returncode != 0:
        skipped.append("a full file system: it cannot be mounted here")
    else:
        try:
            with open(os.path.join(out, "cv.pdf"), "w") as file:
                file.write("old")
            check("a full file system", folder, build(folder, "-o", "out/cv.pdf"), "No space left on device")
        finally:
            subprocess.run(["umount", out], check=True)

with tempfile.TemporaryDirectory() as folder:
    make(folder)
    user = None
    if os.geteuid() == 0:
        user = 65534
        os.chmod(folder, 0o755)
        reachable = shutil.which("setpriv") and build(folder, "--to", "text", "-o", "-", user=user).returncode == 0
    else:
        reachable = True
    if not reachable:
        skipped.append("a folder without permission: another user cannot run the program here")
    else:
        os.chmod(os.path.join(folder, "out"), 0o555)
        check("a folder without permission", folder, build(folder, "-o", "out/cv.pdf", user=user), "Permission denied")
        os.chmod(os.path.join(folder, "out"), 0o755)

print("\n".join(problems + ["not tried: " + what for what in skipped]))
sys.exit(1 if problems else 0)
