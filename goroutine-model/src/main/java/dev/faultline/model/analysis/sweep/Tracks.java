package dev.faultline.model.analysis.sweep;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/// What the goroutines that exist just now are doing. Each has a track, a small number that passes on to another
/// goroutine when it ends: of hundreds of thousands of goroutines few exist at a time, and what is asked of them with
/// every event stays in the processor's caches.
final class Tracks {
    static final byte NONE = 0;
    static final byte RUNNABLE = 1;
    static final byte RUNNING = 2;
    static final byte SYSCALL = 3;
    static final byte WAITING = 4;

    private final Goroutines goroutines;
    /// One more than the track by goroutine, 0 for none.
    private final int[] trackOf;
    private final IntArrayList free = new IntArrayList();
    private int used;

    // by track
    int[] goroutine = new int[64];
    byte[] state = new byte[64];
    /// Ordinal of the kind of wait of one that waits.
    byte[] kind = new byte[64];
    /// Since when; 0 when since before the trace.
    long[] since = new long[64];
    /// Where the state began, 0 when unknown.
    int[] stack = new int[64];
    /// Whether the state is older than the trace.
    boolean[] fromStart = new boolean[64];
    /// Whether the goroutine is one of the runtime's, by name.
    boolean[] runtimeOwn = new boolean[64];

    Tracks(Goroutines goroutines) {
        this.goroutines = goroutines;
        trackOf = new int[goroutines.count()];
    }

    /// The track of a goroutine, a new one when it has none.
    int of(int g) {
        int track = trackOf[g] - 1;
        return track >= 0 ? track : begin(g);
    }

    /// The track of a goroutine, -1 when it has none.
    int find(int g) {
        return trackOf[g] - 1;
    }

    private int begin(int g) {
        int track = free.isEmpty() ? used++ : free.popInt();
        if (track == state.length) {
            grow(2 * track);
        }
        trackOf[g] = track + 1;
        goroutine[track] = g;
        state[track] = NONE;
        kind[track] = 0;
        since[track] = 0;
        stack[track] = 0;
        fromStart[track] = false;
        runtimeOwn[track] = goroutines.system(g) && goroutines.nameId(g) != 0;
        return track;
    }

    private void grow(int size) {
        goroutine = Arrays.copyOf(goroutine, size);
        state = Arrays.copyOf(state, size);
        kind = Arrays.copyOf(kind, size);
        since = Arrays.copyOf(since, size);
        stack = Arrays.copyOf(stack, size);
        fromStart = Arrays.copyOf(fromStart, size);
        runtimeOwn = Arrays.copyOf(runtimeOwn, size);
    }

    /// Takes the track of a goroutine that has ended.
    void end(int track) {
        trackOf[goroutine[track]] = 0;
        state[track] = NONE;
        free.add(track);
    }

    /// Tracks are numbered from 0 to one less; those not in use have the state [#NONE].
    int size() {
        return used;
    }
}
