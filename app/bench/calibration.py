#!/usr/bin/env python3
"""Counts how often findings of each confidence are right, over traces with labels.

usage: calibration.py FOLDER [FOLDER...]

A folder holds NAME.trace[.gz] with NAME.json beside it. A finding counts as right where a label expects its id ("expect" or
"mention", "a|b" for one of them) and as wrong where a label forbids it, or where it stands above notice in a trace that is
labelled "clean". Findings of stuck goroutines count as right or wrong by the goroutines that they name where "leaked" lists
those that are. All others count as neither. Prints counts, shares and 95 % intervals (Wilson).
"""
import glob, json, math, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
FAULTLINE = os.environ.get("FAULTLINE") or os.path.join(HERE, "..", "target", "faultline", "bin", "faultline")
STUCK = ("goroutine-leak", "deadlock", "unclosed-body")


def ids(leaked):
    """Ids of goroutines from a map by id or a list of objects with "goid"."""
    return {int(g) for g in leaked} if isinstance(leaked, dict) else {int(g["goid"]) for g in leaked}


def verdict(finding, labels):
    """True, False, or None where the labels do not say."""
    quiet = finding["severity"] == "notice"
    if finding["id"] in STUCK and "leaked" in labels and not quiet:
        spared = {int(g) for g in labels.get("harness_goids", [])} | ids(labels.get("either", {}))
        named = {int(g) for g in finding["goroutines"]} - (spared - ids(labels["leaked"]))
        return named <= ids(labels["leaked"]) if named else None
    expected = {i for key in ("expect", "mention") for alternatives in labels.get(key, []) for i in alternatives.split("|")}
    if finding["id"] in expected:
        return True
    if not quiet and (finding["id"] in labels.get("forbid", []) or labels.get("clean")):
        return False
    return None


def interval(right, n, z=1.959964):
    """Wilson's interval of a share."""
    share = right / n
    middle = share + z * z / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def traces(folder):
    for labels in sorted(glob.glob(os.path.join(folder, "**", "*.json"), recursive=True)):
        base = labels[:-len(".json")]
        trace = next((p for p in (base + ".trace", base + ".trace.gz", base + ".out") if os.path.isfile(p)), None)
        if trace:
            yield trace, labels


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    counts = {confidence: [0, 0] for confidence in ("certain", "likely", "possible")}
    for folder in sys.argv[1:]:
        for trace, path in traces(folder):
            with open(path) as f:
                labels = json.load(f)
            out = subprocess.run([FAULTLINE, "analyze", trace, "--json", "-"], capture_output=True, text=True)
            if not out.stdout:
                sys.exit(f"{trace}: {out.stderr.strip()}")
            for finding in json.loads(out.stdout)["findings"]:
                right = verdict(finding, labels)
                if right is not None:
                    counts[finding["confidence"]][0 if right else 1] += 1
                if right is False:
                    print(f"wrong, {finding['confidence']}: {os.path.relpath(trace, folder)}: {finding['id']}")
    print("\n| confidence | right | wrong | share right | 95 % interval |\n|---|--:|--:|--:|---|")
    for confidence, (right, wrong) in counts.items():
        n = right + wrong
        low, high = interval(right, n) if n else (0, 1)
        share = f"{100 * right / n:.1f} %" if n else ""
        print(f"| {confidence} | {right} | {wrong} | {share} | {100 * low:.1f} to {100 * high:.1f} % |")


main()
