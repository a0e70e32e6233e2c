"""Scenarios for tuibench.py: the program at offices of make-office, and tig beside it on as many commits."""
import os

BENCH, BINARY = os.environ["BENCH"], os.environ["DOSSIER"]
SIZES = [int(size) for size in os.environ.get("SIZES", "100000 1000000").split()]
SCENARIOS = []

FORGET = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('DELETE FROM draft'); db.commit()"

for size in SIZES:
    # The place that the last run left would make this one begin elsewhere.
    fresh = f'python3 -c "{FORGET}" {BENCH}/office-{size}/dossier.sqlite'
    program = [BINARY, "--data", f"{BENCH}/office-{size}"]
    SCENARIOS.append({
        "name": f"dossier {size}: start to sign-in", "command": program, "ready": "Hồ Thị Lan", "runs": 10, "warmup": 1,
        "before_each": fresh, "steps": [], "quit": ["<f10>"]})
    SCENARIOS.append({
        "name": f"dossier {size}: at work", "command": program, "ready": "Hồ Thị Lan", "runs": 1, "warmup": 0,
        "before_each": fresh,
        "steps": [
            {"name": "sign in to first screen", "type": "<enter>", "expect": "Quá hạn", "settle_ms": 60},
            {"name": "to the queue, all", "type": "<enter>7", "expect": "Chủ hồ sơ", "settle_ms": 60},
            {"name": "cursor down", "key": "<down>", "count": 300, "timeout_s": 0.3},
            {"name": "page down", "key": "<pgdn>", "count": 100, "timeout_s": 0.3},
            {"name": "flood of cursor keys", "flood": "<down>", "count": 1000},
            {"name": "open and close", "type": "<enter><esc>", "settle_ms": 80},
            {"name": "search, a key at a time", "type": "<f3>nguyen van an", "settle_ms": 60},
            # Threads that have nothing left to do end after five seconds.
            {"name": "idle", "settle_ms": 8000, "idle_s": 10},
        ],
        "quit": ["<esc>", "<f10>"]})

    SCENARIOS.append({
        # One row too few for a preview.
        "name": f"dossier {size}: without preview", "command": program, "size": [120, 23], "ready": "Hồ Thị Lan", "runs": 1,
        "warmup": 0, "before_each": fresh,
        "steps": [
            {"name": "to the queue, all", "type": "<enter><enter>7", "expect": "Chủ hồ sơ", "settle_ms": 60},
            {"name": "cursor down", "key": "<down>", "count": 300, "timeout_s": 0.3},
        ],
        "quit": ["<f10>"]})

# Last, because it leaves the rows to be computed again: the last steps wait until that is done.
for size in SIZES[:1]:
    program = [BINARY, "--data", f"{BENCH}/office-{size}"]
    SCENARIOS.append({
        "name": f"dossier {size}: first start after an upgrade", "command": program, "ready": "Hồ Thị Lan", "runs": 10, "warmup": 1,
        "before_each": f"{os.path.dirname(os.path.abspath(__file__))}/age-office {BENCH}/office-{size}",
        "steps": [
            {"name": "to the queue, all", "type": "<enter><enter>7", "expect": "Chủ hồ sơ", "settle_ms": 60},
            {"name": "cursor down while rows are computed", "key": "<down>", "count": 300, "timeout_s": 0.3},
            {"name": "until they are", "settle_ms": 200, "idle_s": 60},
        ],
        "quit": ["<f10>"]})

if os.path.isdir(f"{BENCH}/git100k"):
    SCENARIOS.append({
        "name": "tig 100000 commits", "command": ["tig"], "cwd": f"{BENCH}/git100k", "ready": r"\d{6}-\d{7}", "runs": 10, "warmup": 1,
        "env": {"HOME": BENCH},
        "steps": [{"name": "cursor down", "key": "<down>", "count": 300, "timeout_s": 0.3}, {"name": "page down", "key": "<pgdn>", "count": 100, "timeout_s": 0.3}],
        "quit": ["q", "q"]})
