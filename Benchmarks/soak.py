"""One desk through a working day without a break: eight hours of its clock, 20,000 keys, 200 receptions, 40 exchanges with a real
province. Fails when memory or descriptors grow, or when anything that was received is not at the province.

    soak.py DOSSIER PROVINCIAL-SERVER FOLDER

The desk's clock runs sixty times as fast as the machine's (fastclock.c); keys come as fast as a quick hand types.
"""
import json, os, re, subprocess, sys, time
import tuibench

BLOCKS, KEYS, RECEPTIONS = 40, 500, 5  # an exchange ends each block
RATE, HOURS = 60, 8
MOST_MEGABYTES = 45
AGENCY = "000.19.45.H50"
NAMES = ["Pả Lăng A", "Hồ Thị Kăn Tưm", "Nguyễn Văn Ánh", "Trần Hữu Nghĩa", "Lê Thị Bé"]
# Behind the names, because a second child of one name and day would be asked about.
FURTHER = "An Bình Cúc Dũng Đông Giang Hà Khánh Lan Mai Nam Oanh Phú Quý Sơn Tâm Uyên Vinh Xuân Yến".split()

# A hand at full speed. Printable keys that follow each other faster outside of a field are taken for a scanner's.
IN_FIELD, COMMAND, CURSOR = 0.008, 0.07, 0.012

DOSSIER, SERVER, FOLDER = sys.argv[1:]
DATA, PROVINCE = FOLDER + "/desk", FOLDER + "/province"


def run(*command, typed=""):
    return subprocess.run(command, check=True, capture_output=True, text=True, input=typed).stdout.strip()


def serve():
    server = subprocess.Popen(
        [SERVER, "serve", "--data", PROVINCE, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = {}
    for line in server.stdout:
        name, _, value = line.strip().partition(" ")
        said[name] = value
        if {"listening", "fingerprint"} <= said.keys():
            return server, said["listening"], said["fingerprint"]
    sys.exit("soak: the province does not start")


def set_up():
    run(DOSSIER, "--data", DATA, "demo", "create", "--dossiers", "2000", "--seed", "1")
    os.makedirs(PROVINCE, mode=0o700)
    server, address, fingerprint = serve()
    code = run(SERVER, "office", "adopt", "--everybody", "--data", PROVINCE, "--agency-code", AGENCY, "--unit-code", "19594", "--name", "xã La Lay")
    run(DOSSIER, "--data", DATA, "enrol", "--server", address, "--fingerprint", fingerprint, "--name", "Bàn 1",
        typed=code + "\n")
    run(DOSSIER, "--data", DATA, "sync")
    return server


def fast_clock():
    library = FOLDER + "/fastclock.so"
    run("clang", "-shared", "-fPIC", "-O2", f"-DRATE={RATE}", "-o", library, os.path.dirname(__file__) + "/fastclock.c")
    return {"LD_PRELOAD": library}


def status(pid):
    """Resident and most resident memory in MB, and the number of descriptors."""
    text = open(f"/proc/{pid}/status").read()
    megabytes = [int(re.search(name + r":\s+(\d+)", text).group(1)) / 1024 for name in ("VmRSS", "VmHWM")]
    return (*megabytes, len(os.listdir(f"/proc/{pid}/fd")))


class Clerk:
    def __init__(self):
        self.desk = tuibench.Session({"command": [DOSSIER, "--data", DATA], "size": [100, 30], "env": fast_clock()})
        self.pressed = 0
        self.began = time.monotonic()

    @property
    def pid(self):
        return self.desk.ch.pid

    def text(self):
        return self.desk.term.text()

    def look(self, seconds):
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.desk.absorb(self.desk.ch.frames(left))
        if self.desk.ch.eof:
            sys.exit("soak: the program has ended\n" + self.text())

    def wait(self, pattern, seconds=60):
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text()):
            if time.monotonic() > end:
                sys.exit(f"soak: {pattern!r} did not appear\n" + self.text())
            self.look(0.05)

    def press(self, keys, pace):
        for key in re.findall(r"<[^>]+>|.", keys, re.S):
            self.desk.ch.write(tuibench.encode_keys(key, self.desk.term.appmode))
            self.pressed += 1
            self.look(pace)

    def name(self, number):
        turn, place = divmod(number, len(NAMES))
        turn, further = divmod(turn, len(FURTHER))
        return f"{NAMES[place]} {FURTHER[further]}" + (f" {FURTHER[turn]}" if turn else "")

    def receive(self, number):
        self.press("<f2>", COMMAND)
        self.wait("▶ Thủ tục")
        self.press("con moi de", IN_FIELD)
        self.wait("▶ 1.001193")
        self.press("<enter>", COMMAND)
        self.wait("  Thủ tục +Đăng ký khai sinh")
        self.press(self.name(number) + "<tab>" + time.strftime("%d%m%Y"), IN_FIELD)
        self.press("<f2>", COMMAND)
        self.wait("chưa đánh dấu ─", 10)
        self.press("1", COMMAND)  # All papers are originals.
        self.wait(r"Đã cấp mã|\d{6}-\d{4}", 10)
        self.press("<esc>", COMMAND)

    def look_around(self, until):
        """Whatever needs no writing, up to a number of keys: cursor, pages, views, dossiers, search, filter."""
        turn = 0
        while self.pressed < until:
            self.press(str(turn % 7 + 1), COMMAND)
            self.press("<down>" * 12 + "<pgdn>" * 3 + "<up>" * 6 + "<pgup>" * 2, CURSOR)
            self.press("<enter>", COMMAND)
            self.press("<down>" * 4 + "<esc>", CURSOR)
            if turn % 3 == 0:
                self.press("<f3>", COMMAND)
                self.press("nguyen van", IN_FIELD)
                self.press("<esc><esc>", COMMAND)
            if turn % 3 == 1:
                self.press("/", COMMAND)
                self.press("thi", IN_FIELD)
                self.press("<esc>", COMMAND)
            turn += 1
        self.press("7", COMMAND)

    def exchange(self):
        # The sentence of the last one went with its time or with what was said since, so this one is not taken for it.
        if "Đã đồng bộ" in self.text():
            sys.exit("soak: the sentence about the last exchange stays\n" + self.text())
        self.press("<f5>", 0.2)
        self.wait("Đã đồng bộ")
        self.press("<down>", 0.2)



def work(clerk):
    clerk.wait("Hồ Thị Lan")
    clerk.press("<enter>", 0.5)
    clerk.press("<esc>7", 0.3)
    samples = []
    print(f"{'keys':>6} {'hours':>6} {'received':>9} {'exchanges':>10} {'MB':>6} {'most MB':>8} {'descriptors':>12}")
    for block in range(1, BLOCKS + 1):
        for reception in range(RECEPTIONS):
            clerk.receive((block - 1) * RECEPTIONS + reception)
        clerk.look_around(block * KEYS - 2)
        clerk.exchange()
        # The clock goes on without her; a key now and then keeps the desk from locking.
        while time.monotonic() < clerk.began + block * HOURS * 3600 / RATE / BLOCKS:
            clerk.press("<down>", 1)
        clerk.look(0.3)
        samples.append(status(clerk.pid))
        hours = (time.monotonic() - clerk.began) * RATE / 3600
        print(f"{clerk.pressed:6} {hours:6.2f} {block * RECEPTIONS:9} {block:10} {samples[-1][0]:6.1f} {samples[-1][1]:8.1f} "
              f"{samples[-1][2]:12}", flush=True)
    return samples


def main():
    server = set_up()
    faults = []
    try:
        before = json.loads(run(DOSSIER, "--data", DATA, "verify", "--json"))
        clerk = Clerk()
        samples = work(clerk)
        server_memory = status(server.pid)
        clerk.press("<esc>", COMMAND)
        clerk.desk.ch.write(tuibench.encode_keys("<f10>", clerk.desk.term.appmode))
        if not clerk.desk.ch.reap(20) or clerk.desk.ch.status != 0:
            faults.append(f"the program did not end well: {clerk.desk.ch.status}")
        clerk.desk.ch.kill()
        after = json.loads(run(DOSSIER, "--data", DATA, "verify", "--json"))
        last = json.loads(run(DOSSIER, "--data", DATA, "sync", "--json"))
    finally:
        server.terminate()
        server.wait()
    most, (first, *rest) = max(sample[1] for sample in samples), [sample[2] for sample in samples]
    received = after["dossiers"] - before["dossiers"]
    if most > MOST_MEGABYTES:
        faults.append(f"memory: {most:.1f} MB, more than {MOST_MEGABYTES}")
    if any(count != first for count in rest):
        faults.append(f"descriptors: {first} after the first exchange, then {sorted(set(rest))}")
    if received != BLOCKS * RECEPTIONS:
        faults.append(f"received: {received} of {BLOCKS * RECEPTIONS}")
    if after["faults"]:
        faults.append(f"verify: {after['faults']}")
    if last["entriesSent"] or last["completeUpTo"] != last["head"]:
        faults.append(f"the province lacks something: {last}")
    print(f"memory at most {most:.1f} MB (the province {server_memory[1]:.1f} MB), descriptors {first}, dossiers received {received}, "
          f"order complete up to {last['completeUpTo']}")
    for fault in faults:
        print("soak: " + fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
