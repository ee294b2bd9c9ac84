package dev.faultline.model.analysis.gc;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.analysis.gc.GcCycle.Trigger;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.column.Sorted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The garbage collections of a trace, each with what it cost and who asked for it.
public final class GcCycles {
    private final List<GcCycle> cycles = new ArrayList<>();

    /// Puts the collections of a model together from its ranges.
    public GcCycles(TraceModel model, Code code, WorkerRuns workers) {
        List<Range> assists = model.ranges(Range.Kind.MARK_ASSIST);
        List<Range> sweeps = model.ranges(Range.Kind.GC_SWEEP);
        List<Range> pauses = model.ranges(Range.Kind.STW).stream().filter(p -> p.reason().startsWith("GC ")).toList();
        List<Range> marks = model.ranges(Range.Kind.GC_MARK);
        long[] worked = workers.within(marks, model.goroutines());
        long[] stopped = stopped(pauses, marks);
        for (int i = 0; i < marks.size(); i++) {
            Range mark = marks.get(i);
            long next = i + 1 < marks.size() ? marks.get(i + 1).startNs() : Long.MAX_VALUE;
            List<Range> helped = within(assists, mark.startNs(), mark.endNs());
            cycles.add(new GcCycle(mark.startNs(), mark.endNs(), trigger(code, mark.stack()), mark.stack(), stopped[i],
                    sum(helped), helped.size(), worked[i], sum(within(sweeps, mark.endNs(), next)),
                    new GcCycle.Heap(valueAt(model, Metric.HEAP_OBJECTS, mark.startNs()),
                            leastBetween(model, mark.endNs(), next), valueAt(model, Metric.HEAP_GOAL,
                                    mark.startNs()))));
        }
    }

    /// The pauses of each collection. One stands before its mark phase and one at its end, so a pause belongs to the first
    /// mark phase that is not over when it starts, and only to that.
    private static long[] stopped(List<Range> pauses, List<Range> marks) {
        long[] sums = new long[marks.size()];
        for (Range pause : pauses) {
            int mark = Sorted.first(0, sums.length, m -> marks.get(m).endNs() >= pause.startNs());
            if (mark < sums.length) {
                sums[mark] += pause.durationNs();
            }
        }
        return sums;
    }

    private static long sum(List<Range> ranges) {
        return ranges.stream().mapToLong(Range::durationNs).sum();
    }

    private static long leastBetween(TraceModel model, long from, long to) {
        long least = Long.MAX_VALUE;
        for (Metric metric : model.metrics()) {
            if (metric.name().equals(Metric.HEAP_OBJECTS)) {
                int at = Arrays.binarySearch(metric.timesNs(), from);
                for (int i = at < 0 ? -at - 1 : at; i < metric.timesNs().length && metric.timesNs()[i] < to; i++) {
                    least = Math.min(least, metric.values()[i]);
                }
            }
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    private static List<Range> within(List<Range> sorted, long from, long to) {
        int low = firstFrom(sorted, from);
        int high = firstFrom(sorted, to);
        return sorted.subList(low, Math.max(low, high));
    }

    private static int firstFrom(List<Range> sorted, long ns) {
        return Sorted.first(0, sorted.size(), i -> sorted.get(i).startNs() >= ns);
    }

    private static Trigger trigger(Code code, int stack) {
        if (code.hasFunction(stack, f -> KnownFrames.all().means(f, Meaning.FORCES_GC))) {
            return Trigger.BY_HAND;
        }
        return code.hasFunction(stack, "runtime.forcegchelper"::equals) ? Trigger.PERIODIC : Trigger.PACER;
    }

    private static long valueAt(TraceModel model, String name, long ns) {
        for (Metric metric : model.metrics()) {
            if (metric.name().equals(name)) {
                int at = Arrays.binarySearch(metric.timesNs(), ns);
                int index = at >= 0 ? at : -at - 2;
                return index < 0 ? 0 : metric.values()[index];
            }
        }
        return 0;
    }

    /// In order of their start.
    public List<GcCycle> all() {
        return cycles;
    }
}
