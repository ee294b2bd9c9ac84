package dev.faultline.model.analysis.task;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Regions;
import dev.faultline.model.Spans;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Regions whose start and end do not fit together: the program marks them wrongly.
public final class RegionMismatches {
    /// What is wrong.
    public enum Kind {
        /// Ended again, after its end.
        TWICE,
        /// Ended by a goroutine that did not begin it.
        ELSEWHERE,
        /// Ended while a region was open that was begun after it.
        ORDER,
        /// Open although its goroutine has ended the task that it belongs to.
        NEVER
    }

    /// @param begun index of the region that was begun
    /// @param end index of the region of which only the end is known, where that is another; else the same
    public record Mismatch(Kind kind, int begun, int end) {}

    private record Key(int name, long task) {}

    private final Regions regions;
    private final TraceModel model;
    private final List<Mismatch> all = new ArrayList<>();
    private final IntOpenHashSet concerned = new IntOpenHashSet();

    /// Looks through the regions of a model.
    public RegionMismatches(TraceModel model) {
        this.model = model;
        regions = model.regions();
        IntOpenHashSet endRows = new IntOpenHashSet(model.mismatchedRegionEnds());
        IntArrayList open = new IntArrayList();
        Set<Key> lone = loneEnds();
        Map<Key, Integer> latest = new HashMap<>();
        Map<Key, Integer> latestEnded = new HashMap<>();
        for (int r = 0; r < regions.size(); r++) {
            boolean began = regions.began(r);
            boolean ended = regions.ended(r);
            if (began && !ended) {
                open.add(r);
            } else if (began && !endRows.isEmpty() && endRows.contains(regions.get(r).endRow())) {
                add(Kind.ORDER, r, r);
            }
            if (!lone.isEmpty()) {
                Key key = key(r);
                if (!began && ended) {
                    loneEnd(r, latest.getOrDefault(key, -1), latestEnded.getOrDefault(key, -1));
                } else if (began && lone.contains(key)) {
                    latest.put(key, r);
                    if (ended) {
                        latestEnded.put(key, r);
                    }
                }
            }
        }
        open.intStream().filter(r -> !contains(r) && leftOpen(r)).forEach(r -> add(Kind.NEVER, r, r));
    }

    /// What regions are called, and belong to, of which only the end is known.
    private Set<Key> loneEnds() {
        Set<Key> keys = new HashSet<>();
        for (int r = 0; r < regions.size(); r++) {
            if (!regions.began(r) && regions.ended(r)) {
                keys.add(key(r));
            }
        }
        return keys;
    }

    private Key key(int region) {
        return new Key(regions.nameId(region), regions.task(region));
    }

    private void loneEnd(int end, int begun, int ended) {
        if (begun >= 0 && !regions.ended(begun) && regions.goroutine(begun) != regions.goroutine(end)
                && bornInTrace(end)) {
            add(Kind.ELSEWHERE, begun, end);
        } else if (ended >= 0 && regions.goroutine(ended) == regions.goroutine(end)
                && regions.endNs(ended) <= regions.endNs(end)) {
            add(Kind.TWICE, ended, end);
        }
    }

    /// A goroutine from before the trace may end what it began then.
    private boolean bornInTrace(int region) {
        Goroutines goroutines = model.goroutines();
        return goroutines.bornNs(regions.goroutine(region)) > 0;
    }

    /// Whether the goroutine of a region, which still exists, ran when the region's task, which it had begun, ended: it left the region open.
    private boolean leftOpen(int region) {
        Tasks tasks = model.tasks();
        int task = tasks.indexOfKnown(regions.task(region));
        int g = regions.goroutine(region);
        if (task < 0 || !tasks.ended(task) || tasks.creator(task) != g || model.goroutines().ended(g)
                || tasks.endNs(task) < regions.startNs(region)) {
            return false;
        }
        long ended = tasks.endNs(task);
        Spans spans = model.spansBetween(ended, ended).of(g);
        int at = spans.at(ended);
        return at >= 0 && spans.state(at) == GoState.RUNNING;
    }

    private void add(Kind kind, int begun, int end) {
        all.add(new Mismatch(kind, begun, end));
        concerned.add(begun);
        concerned.add(end);
    }

    /// All of them; those never ended last.
    public List<Mismatch> all() {
        return List.copyOf(all);
    }

    /// Whether begin or end of a region are wrong: its length says nothing.
    public boolean contains(int region) {
        return concerned.contains(region);
    }
}
