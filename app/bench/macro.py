#!/usr/bin/env python3
"""Measures whole processes: Faultline's verbs on a trace beside Go's own tools.

usage: macro.py TRACE [TRACE...] [-n RUNS] [--go GO] [--small TRACE] [--with-pprof] [--without-go]

Prints for each program the median of RUNS (5) of wall time, CPU time and peak memory as the operating system counts it,
events per second, bytes of memory per event, and wall time as a multiple of Go's reader. The runs of all programs take
turns, so that a slow minute of the machine hits all alike.

"Go's reader" is reader/main.go, which reads the trace with the reader of GO's own source tree and keeps nothing;
"go tool trace -d=footprint" reads and counts without even putting events into order. Both are left out where GO (default:
go, then /usr/lib/go-1.27/bin/go) has no such reader, and by --without-go. --with-pprof adds "go tool trace -pprof=sched",
which takes minutes and many gigabytes on large traces.

"no index" runs without the index of traces that were seen, "first" with an empty one that is written at the end, and
"after summary", "after analyze" with the one that a single run of that verb has left. Below the table stand what --pdf adds
to analyze (of the medians) and the size of each index as a part of the file. A small trace (--small, by default a sample)
gets a table of its own, at the end.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
FAULTLINE = os.environ.get("FAULTLINE") or os.path.join(HERE, "..", "target", "faultline", "bin", "faultline")
SMALL = os.path.join("..", "..", "sample-traces", "go1.27", "pool-swallows-timeout.trace")
GO_READER = "Go's reader (reader/main.go)"


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


class Faultline:
    """A verb of Faultline, each time with the same cache folder: none, an empty one, or a copy of one that was filled."""

    def __init__(self, words, folder, filled=None, cache=True):
        self.command = [FAULTLINE, *words]
        self.folder = os.path.join(folder, "cache")
        self.filled = filled
        self.cache = cache

    def run(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.filled:
            shutil.copytree(self.filled, self.folder)
        return run(self.command, {"XDG_CACHE_HOME": self.folder, "FAULTLINE_CACHE": "" if self.cache else "0"})


class Other:
    """Somebody else's program."""

    def __init__(self, *command):
        self.command = command

    def run(self):
        return run(self.command, {})


def go_programs(args, trace, folder):
    reader, version = (None, None) if args.without_go else go_reader(args.go, folder)
    if not reader:
        return {}
    footprint = Other(args.go, "tool", "trace", "-d=footprint", trace)
    footprint.run()  # the first one builds the tool
    table = {GO_READER: Other(reader, trace), "`go tool trace -d=footprint`": footprint}
    if args.with_pprof:
        table["`go tool trace -pprof=sched`"] = Other(args.go, "tool", "trace", "-pprof=sched", trace)
    print(f"Go: {version}")
    return table


def faultline_programs(trace, folder):
    """Faultline's verbs in all circumstances, and the cache folders that the first runs left."""
    verbs = {"summary": ["summary", trace], "analyze": ["analyze", trace],
             "analyze --pdf": ["analyze", trace, "--pdf", os.path.join(folder, "report.pdf")]}
    table = {f"`{verb}`, no index": Faultline(words, folder, cache=False) for verb, words in verbs.items()}
    table |= {f"`{verb}`, first": Faultline(words, folder) for verb, words in verbs.items()}
    left = {}
    for first in ("summary", "analyze"):
        maker = Faultline(verbs[first], folder)
        maker.run()
        if os.path.isdir(maker.folder) and size_below(maker.folder):
            left[first] = os.path.join(folder, "after " + first)
            os.rename(maker.folder, left[first])
            table |= {f"`{verb}`, after {first}": Faultline(words, folder, left[first]) for verb, words in verbs.items()}
    return table, left


def size_below(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names)


def measure(args, trace):
    with tempfile.TemporaryDirectory() as folder:
        summary = subprocess.run([FAULTLINE, "summary", trace, "--json"], capture_output=True, text=True, check=True,
                                 env=dict(os.environ, FAULTLINE_CACHE="0"))
        events = json.loads(summary.stdout)["events"]
        size = os.path.getsize(trace)
        print(f"\n{os.path.basename(trace)}: {size / 1e6:.2f} MB, {events:,} events; median of {args.n}, "
              f"{os.cpu_count()} cores")
        table = go_programs(args, trace, folder)
        ours, left = faultline_programs(trace, folder)
        table |= ours
        runs = {name: [] for name in table}
        for _ in range(args.n):
            for name, program in table.items():
                runs[name].append(program.run())
        index = {first: size_below(cache) for first, cache in left.items()}
    medians = {name: [statistics.median(column) for column in zip(*figures)] for name, figures in runs.items()}
    show(medians, events)
    for name, (wall, cpu, _) in medians.items():
        if " --pdf" in name:
            plain = medians[name.replace(" --pdf", "")]
            print(f"{name}: adds {wall - plain[0]:.2f} s, {cpu - plain[1]:.2f} s of CPU time")
    for first, bytes_left in index.items():
        print(f"index after `{first}`: {bytes_left / 1e6:.1f} MB, {bytes_left / size:.3f} of the file")


def show(medians, events):
    print("\n| program | wall s | CPU s | peak MB | million events/s | bytes/event | × Go's reader |")
    print("|---|---|---|---|---|---|---|")
    for name, (wall, cpu, peak) in medians.items():
        ratio = f"{wall / medians[GO_READER][0]:.2f}" if GO_READER in medians else "n/a"
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak / 1e6:.0f} | {events / wall / 1e6:.1f} | {peak / events:.1f} "
              f"| {ratio} |")
    print(flush=True)


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument("traces", nargs="+")
    args.add_argument("-n", type=int, default=5)
    args.add_argument("--go", default=shutil.which("go") or "/usr/lib/go-1.27/bin/go")
    args.add_argument("--small", default=os.path.join(HERE, SMALL))
    args.add_argument("--with-pprof", action="store_true")
    args.add_argument("--without-go", action="store_true")
    args = args.parse_args()
    for trace in [*args.traces, args.small]:
        measure(args, trace)


main()
