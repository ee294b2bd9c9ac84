#!/usr/bin/env python3
"""Cuts traces at random places and reads the results with Go's own reader.

    app/bench/cuts.py [-n 50] [--seed 1] TRACE...

Of each trace of Go 1.22 or later it makes N stretches with `faultline cut`, reads each to its end with the reader in the source
tree of an installed Go, and compares: the same events in the same order as in that stretch of the whole trace. FAULTLINE
names another program than the one that was built here; GO another go than /usr/lib/go-1.27/bin/go.
"""
import argparse
import gzip
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GO = os.environ.get("GO", "/usr/lib/go-1.27/bin/go")
FAULTLINE = shlex.split(os.environ.get("FAULTLINE", os.path.join(HERE, "../target/faultline/bin/faultline")))


def build(folder):
    """Builds samereader as if it lay in Go's source tree: only there may it import internal/trace."""
    env = dict(os.environ, GOTOOLCHAIN="local", GO111MODULE="off", GOFLAGS="")
    root = subprocess.run([GO, "env", "GOROOT"], env=env, check=True, capture_output=True, text=True).stdout.strip()
    overlay = os.path.join(folder, "overlay.json")
    with open(overlay, "w") as f:
        json.dump({"Replace": {os.path.join(root, "src/cmd/samereader/main.go"): os.path.join(HERE, "samereader/main.go")}}, f)
    out = os.path.join(folder, "samereader")
    subprocess.run([GO, "build", "-overlay", overlay, "-o", out, "cmd/samereader"], env=env, check=True)
    return out


def plain(trace, folder):
    if not trace.endswith(".gz"):
        return trace
    out = os.path.join(folder, "plain.trace")
    with gzip.open(trace) as packed, open(out, "wb") as f:
        f.write(packed.read())
    return out


def duration(trace):
    out = subprocess.run(FAULTLINE + ["summary", trace, "--json"], check=True, capture_output=True, text=True).stdout
    return json.loads(out)["duration_ns"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("traces", nargs="+")
    args = parser.parse_args()
    chance = random.Random(args.seed)
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        reader = build(folder)
        part = os.path.join(folder, "part.trace")
        for trace in args.traces:
            whole = plain(trace, folder)
            length = duration(whole)
            made = empty = 0
            for _ in range(args.n):
                a, b = sorted(chance.randrange(length) for _ in range(2))
                cut = subprocess.run(FAULTLINE + ["cut", whole, part, "--from", str(a), "--to", str(b + 1)],
                                     capture_output=True, text=True)
                if cut.returncode == 2 and "no events in the stretch" in cut.stderr:
                    empty += 1
                    continue
                read = subprocess.run([reader, whole, part], capture_output=True, text=True)
                if cut.returncode or read.returncode:
                    bad += 1
                    print(f"{trace} --from {a} --to {b + 1}: {cut.stderr}{read.stderr}")
                made += 1
            print(f"{trace}: {made} cuts, {empty} stretches without events")
    print(f"{bad} bad")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
