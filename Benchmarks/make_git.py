#!/usr/bin/env python3
"""A git history of COUNT commits in DIR, so that tig has as much to show. usage: make_git.py DIR COUNT"""
import random, subprocess, sys

folder, count = sys.argv[1], int(sys.argv[2])
rng = random.Random(42)
names = "Nguyễn Trần Lê Phạm Hoàng Hồ Võ Đặng".split()
words = "Văn Thị Hữu Đức Minh Ngọc Anh Lan Hoa Bình Dũng Giang".split()
subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
pipe = subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE)
for i in range(1, count + 1):
    name = f"{rng.choice(names)} {rng.choice(words)} {rng.choice(words)}"
    message = f"{260101 + rng.randrange(28)}-{i:07d} Cấp Giấy xác nhận tình trạng hôn nhân - {name}\n".encode()
    data = str(i).encode()
    pipe.stdin.write(b"commit refs/heads/main\ncommitter %s <d@xa.vn> %d +0700\n" % (name.encode(), 1700000000 + i * 60))
    pipe.stdin.write(b"data %d\n%s" % (len(message), message))
    pipe.stdin.write(b"M 644 inline d%d\ndata %d\n%s\n" % (i % 200, len(data), data))
pipe.stdin.close()
assert pipe.wait() == 0
subprocess.run(["git", "-C", folder, "repack", "-adq", "--depth=10"], check=True)
subprocess.run(["git", "-C", folder, "commit-graph", "write"], check=True)
subprocess.run(["git", "-C", folder, "reset", "-q", "--hard"], check=True)
