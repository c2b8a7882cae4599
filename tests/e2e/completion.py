"""Real shells complete real lines: completion.py PROGRAM. Shells that are not installed are skipped and named; bash is always there.

Each case is a line up to the cursor and words that must, or must not, be offered. bash runs its completion function, fish answers
`complete -C`, zsh runs on a terminal of its own where completion prints instead of choosing.
"""
import os, pty, re, select, shutil, subprocess, sys, tempfile, time

# Line, what is offered among others, what is not offered.
CASES = [
    ("resumec ", ["build", "check", "help", "completion"], ["extract", "cv.yaml"]),
    ("resumec bu", ["build"], ["check"]),
    ("resumec build --", ["--output", "--layout", "--strict", "--diagnostics"], ["--stage", "--standard", "--man"]),
    ("resumec build --to ", ["pdf", "text"], ["cv.yaml", "human"]),
    ("resumec build --to=t", ["text"], ["pdf"]),
    ("resumec build cv.yaml --color=", ["auto", "always", "never"], ["pdf"]),
    ("resumec build --diagnostics ", ["human", "short", "json", "github"], ["pdf"]),
    ("resumec build --to pdf c", ["cv.yaml"], ["cv.txt"]),
    ("resumec check --layout cl", ["classic"], ["cv.yaml"]),
    ("resumec check --layout m", ["mine.xml"], ["classic"]),
    ("resumec build --font-dir f", ["faces/"], ["figures.txt"]),
    ("resumec dump --stage ", ["syntax", "display", "text"], ["pdf"]),
    ("resumec explain unknown-fi", ["unknown-field"], ["unknown-font"]),
    ("resumec new --example one", ["one-page"], ["minimal"]),
    ("resumec layouts ", ["show"], ["classic"]),
    ("resumec layouts show ", ["classic"], ["show"]),
    ("resumec schema --l", ["--layout"], ["--lang"]),
    ("resumec help bu", ["build"], ["check"]),
    ("resumec build cv.yaml --variant ", ["lamp", "rope", "on-$(touch$IFS'evil')"], ["cv.yaml"]),
    ("resumec build cv.yaml --to pdf --variant r", ["rope"], ["lamp"]),
    ("resumec diff cv.yaml --variant=lamp --variant=ro", ["rope"], ["lamp"]),
    ("resumec build nothing.yaml --variant ", [], ["lamp"]),
    ("resumec completion ", ["bash", "zsh", "fish"], ["build"]),
]
FILES = ["cv.yaml", "cv.txt", "mine.xml", "figures.txt"]
SOURCE = """name: Bob Marrow
variants:
  lamp: {}
  rope: {}
  "on-$(touch$IFS'evil')": {}
"""


def complete_in_bash(script, line, folder):
    # Words as readline cuts them: at blanks and at `=`.
    words = []
    for word in line.split(" "):
        parts = word.split("=", 1)
        words += parts[:1] if len(parts) == 1 else [parts[0], "="] + [parts[1]] * bool(parts[1])
    program = 'source "$1"; shift; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _resumec; printf "%s\\n" "${COMPREPLY[@]}"'
    call = ["bash", "--norc", "-c", program, "bash", script] + words
    done = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True)
    offered = [re.sub(r"\\(.)", r"\1", word) for word in done.stdout.split()]  # as they are typed
    return [name + "/" if os.path.isdir(os.path.join(folder, name)) else name for name in offered], done.stderr


def complete_in_fish(script, line, folder):
    env = dict(os.environ, HOME=folder, LC_ALL="C.UTF-8")
    call = ["fish", "--no-config", "-c", 'source $argv[1]; complete -C $argv[2]', script, line]
    done = subprocess.run(call, cwd=folder, env=env, check=True, capture_output=True, text=True)
    # After `--to=` fish offers the whole word.
    return [answer.split("\t")[0].split("=")[-1] for answer in done.stdout.splitlines()], done.stderr


# `compadd` is what every completion function ends in: -O and -A fill arrays with what matches, so the copy tells what would be offered.
ZSH = """
autoload -Uz compinit && compinit -u -D
source $1
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi
  local -a offered
  local word
  builtin compadd -O offered "$@"
  for word in $offered; do [[ -d $word ]] && word+=/; print -r -- "<$word>"; done
  builtin compadd "$@"
}
ask() { _main_complete 2>/dev/null; compstate[insert]= compstate[list]=; print END; }
zle -C ask complete-word ask
bindkey '^I' ask
PS1= PS2= RPS1=
print READY
"""


def zsh_offers(script, lines, folder):
    """What zsh offers for each line: one shell on a terminal of its own."""
    setup = os.path.join(folder, ".setup.zsh")
    with open(setup, "w") as out:
        out.write(ZSH)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update(HOME=folder, TERM="dumb", LC_ALL="C.UTF-8", COLUMNS="500")
        os.execvp("zsh", ["zsh", "-f", "-i"])

    def read_until(mark, seconds=20):
        text, end = "", time.monotonic() + seconds
        while mark not in text:
            if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise SystemExit("zsh does not answer; it printed: %r" % text)
            text += os.read(terminal, 65536).decode("utf-8", "replace")
        return text

    os.write(terminal, ("set -- %s; source %s\n" % (script, setup)).encode())
    read_until("READY\r\n")
    answers = []
    for line in lines:
        os.write(terminal, line.encode() + b"\t")
        text = read_until("END")
        answers.append([part.split(">")[0] for part in text.split("<")[1:]])
        os.write(terminal, b"\x15")  # Control-U clears the line
    os.write(terminal, b"exit\n")
    os.close(terminal)
    os.waitpid(pid, 0)
    return answers


def main():
    program, failures, skipped = os.path.abspath(sys.argv[1]), [], []
    os.environ["PATH"] = os.path.dirname(program) + os.pathsep + os.environ["PATH"]
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "faces"))
        for name in FILES:
            with open(os.path.join(folder, name), "w") as out:
                out.write(SOURCE if name == "cv.yaml" else "")
        for shell in ("bash", "zsh", "fish"):
            if not shutil.which(shell):
                skipped.append(shell)
                continue
            script = os.path.join(folder, ".script." + shell)
            with open(script, "w") as out:
                subprocess.run([program, "completion", shell], check=True, stdout=out)
            lines = [case[0] for case in CASES]
            if shell == "zsh":
                answers = [(offered, "") for offered in zsh_offers(script, lines, folder)]
            else:
                ask = complete_in_bash if shell == "bash" else complete_in_fish
                answers = [ask(script, line, folder) for line in lines]
            for (line, wanted, unwanted), (offered, errors) in zip(CASES, answers):
                missing, extra = [word for word in wanted if word not in offered], [word for word in unwanted if word in offered]
                if missing or extra or errors:
                    failures.append("%s: `%s`: missing %s, extra %s, offered %s %s" % (shell, line, missing, extra, offered[:20], errors))
            if os.path.exists(os.path.join(folder, "evil")):
                failures.append("%s: the name of a variant was carried out" % shell)
    print("\n".join(failures))
    print("%d lines in each shell; not installed: %s" % (len(CASES), ", ".join(skipped) or "none"))
    return 1 if failures else 0


sys.exit(main())
