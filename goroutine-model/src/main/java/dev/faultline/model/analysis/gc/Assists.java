package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/// The mark assists of each goroutine.
public final class Assists {
    private static final IntArrayList NONE = new IntArrayList(0);

    private final List<Range> all;
    private final TraceModel model;
    private final Int2ObjectOpenHashMap<IntArrayList> ofGoroutine = new Int2ObjectOpenHashMap<>();

    /// Sorts the assists of a model by goroutine.
    public Assists(TraceModel model) {
        this.model = model;
        all = model.ranges(Range.Kind.MARK_ASSIST);
        for (int i = 0; i < all.size(); i++) {
            ofGoroutine.computeIfAbsent(all.get(i).goroutine(), key -> new IntArrayList(2)).add(i);
        }
    }

    /// Time of all assists in which their goroutine ran; for the rest of them it waited, for a P or for the GC to let it go on.
    public long runningNs() {
        long running = 0;
        for (Range assist : all) {
            Spans spans = model.spansBetween(assist.startNs(), assist.endNs()).of(assist.goroutine());
            for (int s = spans.firstEndingAfter(assist.startNs()); s < spans.size()
                    && spans.start(s) < assist.endNs(); s++) {
                running += spans.state(s) == GoState.RUNNING
                        ? Math.min(spans.end(s), assist.endNs()) - Math.max(spans.start(s), assist.startNs())
                        : 0;
            }
        }
        return running;
    }

    /// How many a goroutine made.
    public int count(int goroutine) {
        return ofGoroutine.getOrDefault(goroutine, NONE).size();
    }

    /// One of them, by number in the order of their start.
    public Range get(int goroutine, int number) {
        return all.get(ofGoroutine.get(goroutine).getInt(number));
    }

    /// The number of the first one that ends after a moment: a goroutine makes one at a time.
    public int firstEndingAfter(int goroutine, long ns) {
        return Sorted.first(0, count(goroutine), i -> get(goroutine, i).endNs() > ns);
    }
}
