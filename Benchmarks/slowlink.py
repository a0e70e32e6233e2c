#!/usr/bin/env python3
"""A slow line between two network namespaces: two TUN devices and this relay between them, so that a real kernel's TCP runs at
both ends. Needs root and iproute2, and no module that a kernel may lack.

Usage: slowlink.py NAME KBIT DELAY_MS   (one way; the round trip is twice that)
Makes NAME-a (10.77.0.1) and NAME-b (10.77.0.2), prints READY, runs until SIGTERM, then prints what crossed as JSON."""
import collections, fcntl, heapq, itertools, json, os, select, signal, struct, subprocess, sys, time

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
LONGEST_QUEUE = 60  # packets, as a modem's


def run(*command, check=True):
    subprocess.run(command, check=check, stderr=None if check else subprocess.DEVNULL)


class End:
    """One namespace, its device and the way from it to the other end."""

    def __init__(self, name, side, address):
        self.space = f"{name}-{side}"
        device = f"{name[:8]}{side}"
        run("ip", "netns", "del", self.space, check=False)
        run("ip", "netns", "add", self.space)
        self.file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(self.file, TUNSETIFF, struct.pack("16sH", device.encode(), IFF_TUN | IFF_NO_PI))
        run("ip", "link", "set", device, "netns", self.space)
        inside = ("ip", "-n", self.space)
        run(*inside, "addr", "add", f"{address}/24", "dev", device)
        run(*inside, "link", "set", "lo", "up")
        run(*inside, "link", "set", device, "mtu", "1400", "up")
        self.free_at = 0.0
        self.leaving = collections.deque()
        self.packets = self.bytes = self.dropped = 0

    def send(self, packet, now, rate):
        """When the packet has left this end; None when the queue is full."""
        while self.leaving and self.leaving[0] <= now:
            self.leaving.popleft()
        if len(self.leaving) >= LONGEST_QUEUE:
            self.dropped += 1
            return None
        self.free_at = max(self.free_at, now) + len(packet) / rate
        self.leaving.append(self.free_at)
        self.packets += 1
        self.bytes += len(packet)
        return self.free_at


def relay(ends, rate, delay):
    flying, order, is_running = [], itertools.count(), [True]
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: is_running.__setitem__(0, False))
    print("READY", flush=True)
    while is_running[0]:
        now = time.monotonic()
        until = min(0.2, max(0.0, flying[0][0] - now)) if flying else 0.2
        readable, _, _ = select.select([end.file for end in ends], [], [], until)
        now = time.monotonic()
        for index, end in enumerate(ends):
            if end.file not in readable:
                continue
            try:
                packet = os.read(end.file, 65536)
            except BlockingIOError:
                continue
            if packet[0] >> 4 != 4:
                continue  # router solicitations
            left_at = end.send(packet, now, rate)
            if left_at is not None:
                heapq.heappush(flying, (left_at + delay, next(order), 1 - index, packet))
        while flying and flying[0][0] <= now:
            _, _, target, packet = heapq.heappop(flying)
            try:
                os.write(ends[target].file, packet)
            except OSError:
                pass


def main():
    name, kbit, delay = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]) / 1000
    ends = [End(name, "a", "10.77.0.1"), End(name, "b", "10.77.0.2")]
    try:
        relay(ends, kbit * 1000 / 8, delay)
    finally:
        for end in ends:
            os.close(end.file)
            run("ip", "netns", "del", end.space, check=False)
    print(json.dumps([{"packets": e.packets, "bytes": e.bytes, "dropped": e.dropped} for e in ends]), flush=True)


main()
