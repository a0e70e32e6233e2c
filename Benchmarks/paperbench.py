#!/usr/bin/env python3
"""Times from the Enter that issues a paper until its PDF is drawn, and until a real print server has taken it and the screen says so.
Usage: Benchmarks/paperbench.py FOLDER-OF-BINARIES [PAPERS]. Needs pyte and what scripts/test-printer needs.

The program is pressed in a pseudoterminal at a desk of a demo office. `dossier-paper` is replaced by a script that runs the real one and
then writes the time down, so that the PDF's time contains two more processes, some 2 ms. A paper is drawn twice: before it is
recorded, so that none is recorded that cannot be drawn, and with its number."""
import os, re, shutil, subprocess, sys, tempfile, time

from tuibench import Session, dist, encode_keys

binaries, papers = os.path.realpath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
here = os.path.dirname(os.path.abspath(__file__))

NOTING = """#!/bin/sh
case " $* " in
*" render "*) {real} "$@"; code=$?; {date} +%s%N >>{log}; exit $code ;;
esac
exec {real} "$@"
"""


def lay_out(folder, socket):
    """The programs side by side, with the script in the place of the helper, and a desk that prints with this server."""
    for name in ("dossier", "dossier-sheet"):
        shutil.copy(f"{binaries}/{name}", folder)
    with open(f"{folder}/dossier-paper", "w") as script:
        script.write(NOTING.format(real=f"{binaries}/dossier-paper", date=shutil.which("date"), log=f"{folder}/drawn"))
    os.chmod(f"{folder}/dossier-paper", 0o755)
    data = f"{folder}/desk"
    subprocess.run([f"{folder}/dossier", "demo", "create", "--data", data], check=True, capture_output=True)
    with open(f"{data}/settings.toml", "a") as settings:
        settings.write(f'printer-server = "{socket}"\n')
    return data


def drawn(folder):
    """When PDFs were drawn so far, in nanoseconds of the wall clock."""
    try:
        return [int(line) for line in open(f"{folder}/drawn")]
    except FileNotFoundError:
        return []


class Desk:
    def __init__(self, folder, data):
        self.session = Session({"command": [f"{folder}/dossier", "--data", data, "--language", "en"], "size": [120, 40],
                                "ready": "Hồ Thị Lan"})
        self.session.startup()

    def press(self, keys, until, seconds=10):
        """Milliseconds until the screen shows it, and the wall clock at the key."""
        self.session.drain(0.06)
        at = time.time_ns()
        result = self.session.burst(encode_keys(keys, self.session.term.appmode), 0.02, seconds, re.compile(until), sample=False)
        if result["expect"] is None:
            sys.exit(f"After {keys} the screen does not show {until}:\n{self.session.term.text()}")
        return result["expect"], at


def row(what, times):
    found = dist(times)
    numbers = " | ".join(f"{found[name]:.1f}" for name in ("median", "p95", "p99", "max"))
    print(f"| {what} | {found['n']} | {numbers} |")


def measure(desk, folder):
    desk.press("<enter>", "Overdue")
    desk.press("<enter>", "Owner")
    desk.press("7", "Owner")
    desk.press("<C-p>", "Look, print")
    first, last, accepted = [], [], []
    for _ in range(papers):
        # Another key than Enter, so that this one is no Enter that was held down.
        desk.press("<home><enter>", "Enter: issue and print")
        before = len(drawn(folder))
        milliseconds, at = desk.press("<enter>", r"Paper \S+\. ")
        accepted.append(milliseconds)
        stamps = drawn(folder)[before:]
        if len(stamps) != 2:
            sys.exit(f"{len(stamps)} PDFs were drawn.")
        first.append((stamps[0] - at) / 1e6)
        last.append((stamps[1] - at) / 1e6)
    print("| what (ms) | n | p50 | p95 | p99 | worst |\n|---|---|---|---|---|---|")
    row("key to PDF, before it is recorded", first)
    row("key to PDF with its number", last)
    row("key to job accepted, on the screen", accepted)


folder = tempfile.mkdtemp(prefix="paperbench-")
server = subprocess.Popen([f"{here}/../scripts/test-printer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
try:
    line = server.stdout.readline().split()
    if len(line) != 2:
        sys.exit("scripts/test-printer did not start; it says why.")
    desk = Desk(folder, lay_out(folder, line[0]))
    try:
        measure(desk, folder)
    finally:
        # The reader of the pseudoterminal holds the server's standard input open, too.
        desk.session.ch.kill()
finally:
    server.stdin.close()
    server.wait()
    shutil.rmtree(folder)
