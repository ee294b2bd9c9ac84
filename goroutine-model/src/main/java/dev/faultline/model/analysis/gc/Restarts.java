package dev.faultline.model.analysis.gc;

import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Times at which the world was started again. Before Go 1.21 a trace does not tell of pauses that the program asks for,
/// but each restart states the number of processors again, with the stack of who asked.
public final class Restarts {
    /// Go release since which a trace has every pause.
    private static final int PAUSES_SINCE = 21;

    private final LongArrayList times = new LongArrayList();
    private final IntArrayList goroutines = new IntArrayList();
    private final IntArrayList stacks = new IntArrayList();

    /// Whether a trace tells of every pause when it begins and ends; before, only that the world was started again.
    public static boolean pausesAreTold(Trace trace) {
        return trace.minor() >= PAUSES_SINCE;
    }

    /// An event says that the world was started again.
    public void add(EventCursor e) {
        if (e.stack() != 0) {
            times.add(e.time());
            goroutines.add(e.goroutine());
            stacks.add(e.stack());
        }
    }

    public int size() {
        return times.size();
    }

    public long timeNs(int i) {
        return times.getLong(i);
    }

    /// Index of the goroutine that asked for the pause.
    public int goroutine(int i) {
        return goroutines.getInt(i);
    }

    public int stack(int i) {
        return stacks.getInt(i);
    }

    /// The reason of a pause as newer traces name it, from the runtime function in its stack; empty for the collector's
    /// own pauses and the trace's.
    public static String reason(Stacks all, int stack) {
        for (int d = 0; d < all.depth(stack); d++) {
            KnownFrame known = KnownFrames.all().find(all.frame(all.frameId(stack, d)).function());
            if (known != null && known.meaning() == Meaning.STOPS_WORLD) {
                return known.words();
            }
        }
        return "";
    }
}
