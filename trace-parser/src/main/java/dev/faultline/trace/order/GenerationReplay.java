package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.CpuSample;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TableReader;
import dev.faultline.trace.wire.TraceFile;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks through one generation in order, the order of [GenerationOrderer], and keeps no rows: for those who write its
/// events elsewhere. While an event is told, the states are those right after it. Single use.
public final class GenerationReplay {
    /// Is told of events and CPU samples in their order. Events that fit nothing are left out, as rows leave them out.
    public interface Listener {
        /// @param e its arguments are those on the wire
        /// @return whether to go on
        boolean event(BatchCursor e);

        /// @return whether to go on
        boolean sample(CpuSample sample);
    }

    /// Stops the merge.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private final SchedulerState state;
    private final Frontier frontier;
    private @Nullable BatchCursor latest;

    public GenerationReplay(TraceFile file, RawGeneration generation) {
        Threads threads = new Threads();
        frontier = new Streams(file, generation, threads).frontier();
        state = new SchedulerState(TableReader.read(file, generation), threads, generation.end() - generation.offset());
    }

    /// Replays until the listener has enough.
    ///
    /// @param watch is called now and then; throws to stop the work
    public void run(Listener listener, Runnable watch) {
        Sink sink = new Sink() {
            @Override
            public void write(BatchCursor e) {
                latest = e;
                proceed(listener.event(e));
                state.row.clearRare();
            }

            @Override
            public void write(CpuSample sample, int stack) {
                latest = null;
                proceed(listener.sample(sample));
            }
        };
        try {
            new Merger(state, frontier, sink, watch).run();
        } catch (Enough e) {
            // as the listener asked for
        }
    }

    private static void proceed(boolean goOn) {
        if (!goOn) {
            throw new Enough();
        }
    }

    /// Hands out all events that were not told yet, thread by thread, after the replay was stopped.
    public void rest(Consumer<BatchCursor> events) {
        for (int i = 0; i < frontier.size(); i++) {
            BatchCursor cursor = frontier.cursor(i);
            if (cursor != latest) {
                events.accept(cursor);
            }
            while (cursor.next()) {
                events.accept(cursor);
            }
        }
    }

    /// A time that no event which is still to come lies before, in clock units; the largest when none is to come.
    public long earliest() {
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < frontier.size(); i++) {
            earliest = Math.min(earliest, frontier.cursor(i).time());
        }
        return earliest;
    }

    /// What the present event is about: index of a goroutine or number of a P, -1 for none.
    public int subject() {
        return state.row.subject();
    }

    /// The P that the present event's thread held before it, -1 for none.
    public int contextProc() {
        return state.row.proc();
    }

    /// Id of the goroutine that was on the present event's thread before it, 0 for none.
    public long contextGoroutineId() {
        int g = state.row.goroutine();
        return g < 0 ? 0 : state.goroutines.id(g);
    }

    /// Threads that were mentioned so far.
    public int threads() {
        return state.threads.size();
    }

    /// Ids of the threads by index.
    public long[] threadIds() {
        return state.threads.ids();
    }

    /// The P that a thread holds, -1 for none.
    public int procOn(int thread) {
        return state.threads.proc(thread);
    }

    /// The goroutine on a thread, by index, -1 for none.
    public int goroutineOn(int thread) {
        return state.threads.goroutine(thread);
    }

    /// Status of a P as on the wire, 0 when it was not mentioned yet or is none.
    public int procStatus(long number) {
        int p = state.procs.find(number);
        return p < 0 ? 0 : state.procs.status(p);
    }

    /// All Ps that were mentioned have smaller numbers.
    public int procBound() {
        return state.procs.bound();
    }

    /// Goroutines that were mentioned so far.
    public int goroutines() {
        return state.goroutines.size();
    }

    /// Ids of the goroutines by index.
    public long[] goroutineIds() {
        return state.goroutines.ids();
    }

    /// Index of a goroutine, -1 when it was not mentioned yet.
    public int goroutine(long id) {
        return state.goroutines.find(id);
    }

    /// Status of a goroutine as on the wire, 0 when it exists no more.
    public int goroutineStatus(int index) {
        return state.goroutines.status(index);
    }
}
