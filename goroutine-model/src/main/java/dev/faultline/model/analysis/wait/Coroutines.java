package dev.faultline.model.analysis.wait;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who advances the coroutines that exist: `iter.Pull` makes one for each sequence. Switches to them carry no stacks, so
/// that it is known by whom they are advanced and when, but not from where. Those made before the trace are left out.
public final class Coroutines {
    private final Int2ObjectOpenHashMap<Note> existing = new Int2ObjectOpenHashMap<>();
    private final IntOpenHashSet passedOn = new IntOpenHashSet();

    /// What is noted of one.
    private static final class Note {
        final int creator;
        final int creationStack;
        /// Who advanced it last: to whom it goes back when it has a value.
        int caller = -1;
        long lastNs;

        Note(int creator, int creationStack, long atNs) {
            this.creator = creator;
            this.creationStack = creationStack;
            lastNs = atNs;
        }
    }

    /// One that exists when the trace ends.
    ///
    /// @param goroutine its index
    /// @param lastNs when it was last advanced, or was made, nanoseconds since the trace's first event
    public record Left(int goroutine, long lastNs) {}

    void created(int goroutine, int creator, int creationStack, long atNs) {
        existing.put(goroutine, new Note(creator, creationStack, atNs));
    }

    /// One goroutine switches to another: to advance it, or to go back to who advanced it.
    void switched(int from, int to, long atNs) {
        Note left = existing.get(from);
        Note entered = existing.get(to);
        if (entered == null || left != null && left.caller == to) {
            return;
        }
        entered.caller = from;
        entered.lastNs = atNs;
        if (from != entered.creator) {
            passedOn.add(entered.creationStack);
        }
    }

    void ended(int goroutine) {
        existing.remove(goroutine);
    }

    /// Those that exist at the end, by goroutine.
    public List<Left> left() {
        List<Left> left = new ArrayList<>();
        for (Int2ObjectMap.Entry<Note> entry : existing.int2ObjectEntrySet()) {
            left.add(new Left(entry.getIntKey(), entry.getValue().lastNs));
        }
        left.sort(Comparator.comparingInt(Left::goroutine));
        return left;
    }

    /// The creation stacks of those that others than their creators advanced, also of some that have exited.
    public IntOpenHashSet passedOn() {
        return passedOn;
    }
}
