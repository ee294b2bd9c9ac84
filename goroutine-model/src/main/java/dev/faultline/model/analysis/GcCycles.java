package dev.faultline.model.analysis;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.GcCycle.Trigger;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The garbage collections of a trace, each with what it cost and who asked for it.
public final class GcCycles {
    private final List<GcCycle> cycles = new ArrayList<>();

    GcCycles(TraceModel model, Code code) {
        List<Range> assists = model.ranges(Range.Kind.MARK_ASSIST);
        List<Range> pauses = model.ranges(Range.Kind.STW).stream().filter(p -> p.reason().startsWith("GC ")).toList();
        List<Range> marks = model.ranges(Range.Kind.GC_MARK);
        for (int i = 0; i < marks.size(); i++) {
            Range mark = marks.get(i);
            long next = i + 1 < marks.size() ? marks.get(i + 1).startNs() : Long.MAX_VALUE;
            long assistNs = 0;
            int count = 0;
            for (Range assist : within(assists, mark.startNs(), mark.endNs())) {
                assistNs += assist.durationNs();
                count++;
            }
            long stopNs = within(pauses, mark.startNs() - 1_000_000, Math.min(next, mark.endNs() + 1_000_000)).stream()
                    .mapToLong(Range::durationNs).sum();
            cycles.add(new GcCycle(mark.startNs(), mark.endNs(), trigger(code, mark.stack()), mark.stack(), stopNs,
                    assistNs, count, valueAt(model, Metric.HEAP_OBJECTS, mark.startNs()),
                    valueAt(model, Metric.HEAP_GOAL, mark.startNs())));
        }
    }

    private static List<Range> within(List<Range> sorted, long from, long to) {
        int low = firstFrom(sorted, from);
        int high = firstFrom(sorted, to);
        return sorted.subList(low, Math.max(low, high));
    }

    private static int firstFrom(List<Range> sorted, long ns) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (sorted.get(mid).startNs() < ns) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
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

    /// In order of their begin.
    public List<GcCycle> all() {
        return cycles;
    }
}
