#!/usr/bin/env python3
"""Measures whole processes on one trace: Faultline's verbs beside Go's own tools.

usage: macro.py TRACE [-n RUNS] [--go GO] [--verbs summary,analyze] [--with-go-tool]

Prints the median of RUNS (5) for each: wall time, CPU time, peak memory as the operating system counts it, events per
second and bytes of memory per event. "Go's reader" is reader/main.go, which reads the trace with the reader of GO's own
source tree and keeps nothing; it is left out where GO (default: go, then /usr/lib/go-1.27/bin/go) has no such reader.
--with-go-tool adds "go tool trace -pprof=sched", which takes minutes and many gigabytes on large traces.
The runs of all programs take turns, so that a slow minute of the machine hits all alike.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
FAULTLINE = os.path.join(HERE, "..", "target", "faultline", "bin", "faultline")


def go_reader(go, folder):
    """Builds reader/main.go as if it lay in Go's source tree: only there may it import internal/trace."""
    try:
        root = subprocess.run([go, "env", "GOROOT"], capture_output=True, text=True, check=True).stdout.strip()
        overlay = os.path.join(folder, "overlay.json")
        place = os.path.join(root, "src", "cmd", "faultlinereader", "main.go")
        with open(overlay, "w") as f:
            json.dump({"Replace": {place: os.path.join(HERE, "reader", "main.go")}}, f)
        env = dict(os.environ, GOFLAGS="-mod=mod", GOPROXY="off", GOTOOLCHAIN="local", CGO_ENABLED="0")
        out = os.path.join(folder, "reader")
        subprocess.run([go, "build", "-overlay", overlay, "-o", out, "cmd/faultlinereader"], env=env, check=True,
                       capture_output=True, cwd=folder)
        version = subprocess.run([go, "env", "GOVERSION"], capture_output=True, text=True).stdout.strip()
        return out, version
    except (OSError, subprocess.CalledProcessError) as e:
        print(f"no Go reader: {getattr(e, 'stderr', None) or e}", file=sys.stderr)
        return None, None


def run(command):
    start = time.perf_counter()
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE)
        err = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {err.decode(errors='replace')}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument("trace")
    args.add_argument("-n", type=int, default=5)
    args.add_argument("--go", default=shutil.which("go") or "/usr/lib/go-1.27/bin/go")
    args.add_argument("--verbs", default="summary,analyze")
    args.add_argument("--with-go-tool", action="store_true")
    args = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        summary = subprocess.run([FAULTLINE, "summary", args.trace, "--json"], capture_output=True, text=True, check=True)
        events = json.loads(summary.stdout)["events"]
        programs = {}
        reader, version = go_reader(args.go, folder)
        if reader:
            programs[f"Go's reader ({version})"] = [reader, args.trace]
        if args.with_go_tool:
            programs[f"go tool trace -pprof ({version})"] = [args.go, "tool", "trace", "-pprof=sched", args.trace]
        for verb in args.verbs.split(","):
            programs[f"faultline {verb}"] = [FAULTLINE, verb, args.trace]
        figures = {name: [] for name in programs}
        for _ in range(args.n):
            for name, command in programs.items():
                figures[name].append(run(command))
    size = os.path.getsize(args.trace)
    print(f"{os.path.basename(args.trace)}: {size / 1e6:.1f} MB, {events:,} events; median of {args.n}, "
          f"{os.cpu_count()} cores\n")
    print("| program | wall s | CPU s | peak MB | million events/s | bytes/event |")
    print("|---|---|---|---|---|---|")
    for name, runs in figures.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*runs))
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak / 1e6:.0f} | {events / wall / 1e6:.1f} | {peak / events:.1f} |")


main()
