package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Merges the streams of a generation's threads into one order:
///
/// 1. All threads wait in a [Frontier], by the time of their next event.
/// 2. CPU samples that are earlier than the earliest event are written first.
/// 3. The earliest event is tried. If it can be next, it is written and its thread moves on; while the thread stays the
///    earliest, its next event is tried at once.
/// 4. If it must wait, the other threads' events are tried in the order of time; the first that can be next is taken, and
///    it goes on with 2. This is rare: clocks of different cores disagree.
/// 5. If all must wait, the trace lacks something. The earliest is forced.
///
/// What "can be next" means is the [Scheduler]'s affair.
final class Merger {
    /// Events between two questions whether to go on.
    private static final int WATCH_INTERVAL = 1 << 14;
    /// To try others, all threads are sorted. So many threads may be, over all of a generation, and [#SORTED_PER_BYTE] for
    /// each of its bytes; then the earliest is forced without trying others. A thousand threads whose clocks disagree at
    /// every third event stay below, and a hostile trace cannot make reading quadratic.
    private static final long SORTED_AT_LEAST = 1_000_000;
    private static final long SORTED_PER_BYTE = 128;

    private final Scheduler scheduler;
    private final Frontier frontier;
    private final Samples samples;
    private final Sink sink;
    private final Runnable watch;
    private final long mostSorted;
    private long events;
    private long sorted;

    /// @param watch is called now and then; throws to stop the merge
    Merger(SchedulerState state, Frontier frontier, Sink sink, Runnable watch) {
        mostSorted = SORTED_AT_LEAST + SORTED_PER_BYTE * state.bytes;
        this.scheduler = new Scheduler(state);
        this.sink = sink;
        this.frontier = frontier;
        this.samples = new Samples(state, sink);
        this.watch = watch;
    }

    void run() {
        while (frontier.size() > 0) {
            BatchCursor first = frontier.cursor(0);
            samples.writeBefore(first.time());
            if (take(first) || !tryOthers() && force(first)) {
                runAhead(first);
            }
        }
        samples.writeBefore(Long.MAX_VALUE);
    }

    /// Moves the first thread on, and takes its events as long as they are the earliest and ready.
    private void runAhead(BatchCursor first) {
        // nobody else moves meanwhile
        long bound = Math.min(frontier.secondTime(), samples.nextTime());
        while (true) {
            if ((++events & WATCH_INTERVAL - 1) == 0) {
                watch.run();
            }
            if (!first.next()) {
                frontier.remove(0);
                return;
            }
            if (first.takeHole()) {
                scheduler.forget(first.thread());
            }
            if (first.time() > bound) {
                frontier.changed(0);
                return;
            }
            if (!take(first)) {
                return;
            }
        }
    }

    /// Writes an event if it can be next; false when it must wait.
    private boolean take(BatchCursor cursor) {
        Readiness readiness = scheduler.advance(cursor);
        if (readiness == Readiness.ADVANCED) {
            sink.write(cursor);
        }
        return readiness != Readiness.NOT_YET;
    }

    private boolean force(BatchCursor first) {
        if (scheduler.force(first) == Readiness.ADVANCED) {
            sink.write(first);
        }
        return true;
    }

    /// Takes the earliest event that is ready of all but the first; false when there is none.
    private boolean tryOthers() {
        if (sorted > mostSorted) {
            return false;
        }
        sorted += frontier.size();
        frontier.sort();
        for (int i = 1; i < frontier.size(); i++) {
            BatchCursor other = frontier.cursor(i);
            if (take(other)) {
                events++;
                moveOn(i, other);
                return true;
            }
        }
        return false;
    }

    private void moveOn(int i, BatchCursor cursor) {
        if (!cursor.next()) {
            frontier.remove(i);
            return;
        }
        if (cursor.takeHole()) {
            scheduler.forget(cursor.thread());
        }
        frontier.changed(i);
    }
}
