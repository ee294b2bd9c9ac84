package dev.faultline.model.reconstruct;

import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.Loss;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.BitSet;
import java.util.List;

/// Finds goroutines that ended in a part of the trace that is missing. Every generation names each goroutine that lives in
/// it: who is not named in a whole one behind the missing part is gone.
final class Vanished {
    private static final boolean[] NAMES_GOROUTINE = EventTable.goroutineSubjects();

    private final Trace trace;
    private final GoroutineBuilder built;
    private final Int2LongOpenHashMap since = new Int2LongOpenHashMap();

    private Vanished(Trace trace, GoroutineBuilder built) {
        this.trace = trace;
        this.built = built;
    }

    /// By goroutine index: from when on nothing is known of it, nanoseconds since the trace's first event.
    static Int2LongOpenHashMap of(Trace trace, GoroutineBuilder built) {
        Vanished vanished = new Vanished(trace, built);
        List<Generation> generations = trace.generations();
        int whole = -1;
        for (int i = 0; i < generations.size(); i++) {
            if (generations.get(i).complete()) {
                if (i > 0 && isGapBefore(generations, i)) {
                    vanished.compare(generations.get(i), vanished.darkFrom(whole + 1, i));
                }
                whole = i;
            }
        }
        return vanished.since;
    }

    /// Whether something is missing between a generation and the one before it.
    static boolean isGapBefore(List<Generation> generations, int i) {
        return !generations.get(i - 1).continuesIn(generations.get(i));
    }

    /// Since when something is missing.
    private long darkFrom(int from, int to) {
        Generation before = trace.generations().get(to - 1);
        long dark = before.toRow() > before.fromRow() ? trace.events().time(before.toRow() - 1) : before.startNs();
        for (Generation generation : trace.generations().subList(from, to)) {
            for (Loss loss : generation.losses()) {
                dark = Math.min(dark, loss.fromNs());
            }
        }
        return dark;
    }

    private void compare(Generation whole, long darkFrom) {
        BitSet named = named(whole);
        GoroutineColumns columns = built.columns;
        for (int g = named.nextClearBit(0); g < trace.goroutines().size(); g = named.nextClearBit(g + 1)) {
            boolean before = columns.creationRow[g] >= 0
                    ? columns.creationRow[g] < whole.fromRow()
                    : built.knownSince.get(g) < whole.startNs();
            if (before && columns.transitions[g] > 0 && columns.endRow[g] < 0 && !since.containsKey(g)) {
                since.put(g, Math.max(darkFrom, built.states.since(built.states.find(g))));
            }
        }
    }

    private BitSet named(Generation generation) {
        BitSet named = new BitSet(trace.goroutines().size());
        EventCursor e = trace.events().cursor(generation.fromRow(), generation.toRow());
        while (e.next()) {
            if (e.goroutine() >= 0) {
                named.set(e.goroutine());
            }
            if (e.subject() >= 0 && NAMES_GOROUTINE[e.typeId()]) {
                named.set(e.subject());
            }
        }
        return named;
    }
}
