package dev.faultline.model.compare;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.compare.Quantity.Limits;
import dev.faultline.model.compare.Quantity.Made;
import dev.faultline.model.compare.Subject.Kind;
import dev.faultline.model.metric.Better;
import dev.faultline.model.rules.FindingKey;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Stacks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Waits and system calls by place: by the program's function and what it calls, whatever the line.
final class SiteFigures {
    /// Time per second of trace, nanoseconds: a twenty-fifth of one goroutine's.
    private static final Limits BUSY = new Limits(2.5, 40e6, 10);
    private static final Limits OFTEN = new Limits(2, 50, 0);
    private static final Limits MEDIAN = new Limits(2, 250e3, 20);
    private static final Limits TAIL = new Limits(3, 1e6, 500);
    /// Calls come before the waits that they cause.
    private static final double CALLS = 1.8;
    /// Who waits for others that do a part of the work waits longer when they do.
    private static final double JOIN = 0.7;

    private final Facts facts;
    private final Code code;
    private final Stacks stacks;
    private final Values values;

    SiteFigures(Facts facts, Values values) {
        this.facts = facts;
        this.code = facts.code();
        this.stacks = facts.model().trace().stacks();
        this.values = values;
    }

    void read() {
        grouped(facts.timing().waits().stream().filter(w -> ofProgram(w.kind())).toList(), Kind.WAITS)
                .forEach(this::waits);
        grouped(facts.timing().syscalls(), Kind.SYSCALLS).forEach(this::syscalls);
    }

    /// What the runtime makes goroutines wait for is told of the runtime.
    private static boolean ofProgram(WaitKind kind) {
        return switch (kind) {
            case CHAN_SEND, CHAN_RECEIVE, SELECT, SYNC, COND, NETWORK, SLEEP -> true;
            case NONE, FOREVER, GC, SYSTEM, COROUTINE, PREEMPTED, UNKNOWN -> false;
        };
    }

    private Map<Subject, List<SiteWait>> grouped(List<SiteWait> sites, Kind kind) {
        Map<Subject, List<SiteWait>> bySubject = new LinkedHashMap<>();
        for (SiteWait site : sites) {
            bySubject.computeIfAbsent(new Subject(kind, name(site, kind)), _ -> new ArrayList<>()).add(site);
        }
        return bySubject;
    }

    /// For example `sync.(*Mutex).Lock in main.(*store).get`, `chan receive in main.worker`.
    private String name(SiteWait site, Kind kind) {
        String called = called(site.stack());
        String what = !called.isEmpty() ? called : kind == Kind.WAITS ? site.kind().label() : "";
        int own = code.ownFrame(site.stack());
        String in = own < 0 ? Places.UNKNOWN : FindingKey.function(stacks.frame(own).function());
        return what.isEmpty() ? in : what + " in " + in;
    }

    /// The outermost function of Go's packages or a library's that the program's own calls; empty for none.
    private String called(int stack) {
        for (int d = code.ownDepth(stack) - 1; d >= 0; d--) {
            int frame = stacks.frameId(stack, d);
            if (!code.isRuntime(frame)) {
                return FindingKey.function(stacks.frame(frame).function());
            }
        }
        return "";
    }

    private void waits(Subject subject, List<SiteWait> sites) {
        Histogram times = times(sites);
        double open = sites.stream().mapToLong(SiteWait::openNs).sum();
        Better better = sites.stream().allMatch(s -> costs(s.object())) ? Better.LOWER : Better.NEITHER;
        double weight = sites.stream().allMatch(s -> s.object() == WaitObject.WAIT_GROUP) ? JOIN : 1;
        values.perSecond(subject,
                new Quantity("wait", "wait time", "ns_per_s", better, Made.TIME, BUSY, weight), times, open);
        values.perSecond(subject,
                new Quantity("waits", "waits", "per_s", Better.NEITHER, Made.COUNT, OFTEN, weight), times.count(),
                times.count());
        percentiles(subject, times, "wait", better, weight);
        values.spots.put(subject, spot(sites));
    }

    /// The longest one that was seen whole.
    private Spot spot(List<SiteWait> sites) {
        String place = code.ownPlace(sites.getFirst().stack());
        return sites.stream().flatMap(site -> site.longest().all().stream())
                .max(Comparator.comparingLong(Longest.Stretch::durationNs))
                .map(longest -> new Spot(place, longest.goroutine(), longest.fromNs(), longest.toNs()))
                .orElse(new Spot(place, -1, 0, 0));
    }

    /// Whether waiting costs the program: who waits to receive, for the network or for a timer may have nothing to do.
    private static boolean costs(WaitObject object) {
        return object == WaitObject.MUTEX || object == WaitObject.SEND || object == WaitObject.WAIT_GROUP;
    }

    private void syscalls(Subject subject, List<SiteWait> sites) {
        Histogram times = times(sites);
        values.perSecond(subject, new Quantity("calls", "calls", "per_s", Better.LOWER, Made.COUNT, OFTEN, CALLS),
                times.count(), times.count());
        values.perSecond(subject,
                new Quantity("calling", "time in calls", "ns_per_s", Better.LOWER, Made.TIME, BUSY, 1), times, 0);
        percentiles(subject, times, "call", Better.LOWER, 1);
        values.spots.put(subject, spot(sites));
    }

    private static Histogram times(List<SiteWait> sites) {
        if (sites.size() == 1) {
            return sites.getFirst().times();
        }
        Histogram times = new Histogram();
        sites.forEach(site -> times.addAll(site.times()));
        return times;
    }

    private void percentiles(Subject subject, Histogram times, String what, Better better, double weight) {
        values.percentile(subject,
                new Quantity("p50-" + what, "median " + what, "ns", better, Made.MEDIAN, MEDIAN, weight), times, 0.5);
        values.percentile(subject, new Quantity("p99-" + what, "p99 " + what, "ns", better, Made.TAIL, TAIL, weight),
                times, 0.99);
    }
}
