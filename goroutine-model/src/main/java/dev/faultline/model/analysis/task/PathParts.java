package dev.faultline.model.analysis.task;

import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.gc.Assists;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.analysis.task.CriticalPath.Handover;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The critical path of one stretch of a goroutine's life, as a table: its steps gathered by goroutine, by what they are and by
/// place. Their times add up to the stretch exactly.
public final class PathParts {
    private final int goroutine;
    private final long fromNs;
    private final long toNs;
    private final List<Step> steps;
    private final List<Handover> handovers;
    private final List<Part> parts;

    /// Steps of one goroutine, of one kind, at one place.
    ///
    /// @param count how many steps it is
    /// @param ns their time
    /// @param longest the longest of them
    /// @param left the wait that the path left to get there, null on the goroutine itself
    public record Part(int goroutine, Cost cost, int stack, int count, long ns, Step longest, @Nullable Handover left) {
        /// Share of a whole.
        public double share(long wholeNs) {
            return wholeNs == 0 ? 0 : (double) ns / wholeNs;
        }
    }

    /// Who had Ps.
    ///
    /// @param goroutine index of the goroutine that ran, -1 for nobody: the Ps were idle, [#STOPPED] when the world was
    ///        stopped
    /// @param ns for how long, all Ps together
    public record Holder(int goroutine, long ns) {
        /// Nobody.
        public static final int IDLE = -1;
        /// The world was stopped.
        public static final int STOPPED = -2;
    }

    private record Key(int goroutine, Cost cost, int stack) {}

    private PathParts(int goroutine, long fromNs, long toNs, CriticalPath path) {
        this.goroutine = goroutine;
        this.fromNs = fromNs;
        this.toNs = toNs;
        steps = path.steps();
        handovers = path.handovers();
        Map<Key, Part> byKey = new LinkedHashMap<>();
        for (Step step : steps) {
            Handover left = step.handover() < 0 ? null : handovers.get(step.handover());
            byKey.merge(new Key(step.goroutine(), step.cost(), step.stack()),
                    new Part(step.goroutine(), step.cost(), step.stack(), 1, step.durationNs(), step, left),
                    PathParts::joined);
        }
        parts = byKey.values().stream().sorted(Comparator.comparingLong(Part::ns).reversed()).toList();
    }

    private static Part joined(Part a, Part b) {
        Part longer = b.longest().durationNs() > a.longest().durationNs() ? b : a;
        return new Part(a.goroutine(), a.cost(), a.stack(), a.count() + b.count(), a.ns() + b.ns(), longer.longest(),
                longer.left());
    }

    /// The path of a stretch.
    ///
    /// @param goroutine index of the goroutine
    /// @param fromNs begin, nanoseconds since the trace's first event
    /// @param toNs end
    public static PathParts of(TraceModel model, Assists assists, int goroutine, long fromNs, long toNs) {
        return new PathParts(goroutine, fromNs, toNs,
                new CriticalPath(model, assists).explain(goroutine, fromNs, toNs));
    }

    /// Index of the goroutine whose time it is.
    public int goroutine() {
        return goroutine;
    }

    public long fromNs() {
        return fromNs;
    }

    public long toNs() {
        return toNs;
    }

    /// The steps in the order of time, without gaps.
    public List<Step> steps() {
        return steps;
    }

    /// The waits that the path left.
    public List<Handover> handovers() {
        return handovers;
    }

    /// All parts, the longest first.
    public List<Part> parts() {
        return parts;
    }

    /// The goroutines on the path, in the order in which it comes to them; the one whose time it is comes first.
    public int[] goroutines() {
        List<Integer> order = new ArrayList<>(List.of(goroutine));
        steps.stream().map(Step::goroutine).distinct().filter(g -> g != goroutine).forEach(order::add);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Who had the Ps while the steps of a part waited for one, those with the most time first; together all Ps for all of
    /// the part's time.
    public List<Holder> holders(TraceModel model, Part part) {
        Int2LongOpenHashMap byGoroutine = new Int2LongOpenHashMap();
        for (Step step : steps) {
            if (step.cost() == part.cost() && step.goroutine() == part.goroutine() && step.stack() == part.stack()) {
                add(model, step, byGoroutine);
            }
        }
        return byGoroutine.int2LongEntrySet().stream().map(e -> new Holder(e.getIntKey(), e.getLongValue()))
                .filter(holder -> holder.ns() > 0).sorted(Comparator.comparingLong(Holder::ns).reversed()).toList();
    }

    private static void add(TraceModel model, Step step, Int2LongOpenHashMap byGoroutine) {
        long stopped = stoppedNs(model, step);
        for (int p = 0; p < model.procCount(); p++) {
            ProcSpans spans = model.procSpans(p);
            long idle = step.durationNs();
            for (int i = spans.firstEndingAfter(step.fromNs()); i < spans.size()
                    && spans.start(i) < step.toNs(); i++) {
                long ns = Math.min(spans.end(i), step.toNs()) - Math.max(spans.start(i), step.fromNs());
                byGoroutine.addTo(spans.goroutine(i), ns);
                idle -= ns;
            }
            long held = Math.min(idle, stopped);
            byGoroutine.addTo(Holder.STOPPED, held);
            byGoroutine.addTo(Holder.IDLE, idle - held);
        }
    }

    private static long stoppedNs(TraceModel model, Step step) {
        long stopped = 0;
        for (Range pause : model.ranges(Range.Kind.STW)) {
            stopped += Math.max(0,
                    Math.min(pause.endNs(), step.toNs()) - Math.max(pause.startNs(), step.fromNs()));
        }
        return stopped;
    }
}
