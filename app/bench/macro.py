#!/usr/bin/env python3
"""Measures whole processes on one trace: Faultline's verbs beside Go's own tools.

usage: macro.py TRACE [TRACE...] [-n RUNS] [--go GO] [--verbs summary,analyze] [--with-pprof] [--without-go]

Prints the median of RUNS (5) for each: wall time, CPU time, peak memory as the operating system counts it, events per
second and bytes of memory per event. "Go's reader" is reader/main.go, which reads the trace with the reader of GO's own
source tree and keeps nothing; "go tool trace -d=footprint" reads and counts without even putting events into order. Both are
left out where GO (default: go, then /usr/lib/go-1.27/bin/go) has no such reader, and by --without-go. --with-pprof adds
"go tool trace -pprof=sched", which takes minutes and many gigabytes on large traces. Faultline runs without its index of
traces that it has seen; "again" is the first verb with that index, made beforehand in a folder of its own.
The runs of all programs take turns, so that a slow minute of the machine hits all alike.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
FAULTLINE = os.environ.get("FAULTLINE") or os.path.join(HERE, "..", "target", "faultline", "bin", "faultline")


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


def run(command, env):
    start = time.perf_counter()
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE, env=dict(os.environ, **env))
        err = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {err.decode(errors='replace')}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def programs(args, trace, folder):
    """The commands to compare, each with what it finds in its environment."""
    table = {}
    reader, version = (None, None) if args.without_go else go_reader(args.go, folder)
    if reader:
        table[f"Go's reader ({version})"] = ([reader, trace], {})
        table[f"go tool trace -d=footprint ({version})"] = ([args.go, "tool", "trace", "-d=footprint", trace], {})
        if args.with_pprof:
            table[f"go tool trace -pprof=sched ({version})"] = ([args.go, "tool", "trace", "-pprof=sched", trace], {})
    verbs = args.verbs.split(",")
    for verb in verbs:
        table[f"faultline {verb}"] = ([FAULTLINE, verb, trace], {"FAULTLINE_CACHE": "0"})
    again = ([FAULTLINE, verbs[0], trace], {"XDG_CACHE_HOME": os.path.join(folder, "cache"), "FAULTLINE_CACHE": ""})
    run(*again)
    table[f"faultline {verbs[0]}, again"] = again
    return table


def measure(args, trace):
    with tempfile.TemporaryDirectory() as folder:
        summary = subprocess.run([FAULTLINE, "summary", trace, "--json"], capture_output=True, text=True, check=True,
                                 env=dict(os.environ, FAULTLINE_CACHE="0"))
        events = json.loads(summary.stdout)["events"]
        table = programs(args, trace, folder)
        figures = {name: [] for name in table}
        for _ in range(args.n):
            for name, command in table.items():
                figures[name].append(run(*command))
    size = os.path.getsize(trace)
    print(f"\n{os.path.basename(trace)}: {size / 1e6:.1f} MB, {events:,} events; median of {args.n}, "
          f"{os.cpu_count()} cores\n")
    print("| program | wall s | CPU s | peak MB | million events/s | bytes/event |")
    print("|---|---|---|---|---|---|")
    for name, runs in figures.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*runs))
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak / 1e6:.0f} | {events / wall / 1e6:.1f} | {peak / events:.1f} |",
              flush=True)


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument("traces", nargs="+")
    args.add_argument("-n", type=int, default=5)
    args.add_argument("--go", default=shutil.which("go") or "/usr/lib/go-1.27/bin/go")
    args.add_argument("--verbs", default="summary,analyze")
    args.add_argument("--with-pprof", action="store_true")
    args.add_argument("--without-go", action="store_true")
    args = args.parse_args()
    for trace in args.traces:
        measure(args, trace)


main()
