package dev.faultline.model.reconstruct;

import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.ProcStates;
import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.Trace;
import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.ProcStatus;
import dev.faultline.trace.store.TraceStore;
import java.util.Arrays;

/// What ran on each P, or on each thread: pairs of rows that begin and end a span. Built in one pass over the store
/// when first asked for; lies beside the rows, outside the heap.
///
/// Needs no replay, since it asks who is where, not in which state anybody was: what a row does to its subject it says
/// itself.
final class LaneIndex {
    /// Whose lanes they are.
    enum Lanes {
        /// Loses its goroutine when it is stopped or stolen during a system call.
        PROCS {
            @Override
            int of(EventCursor e) {
                return e.proc();
            }
        },
        /// Keeps its goroutine through a system call.
        THREADS {
            @Override
            int of(EventCursor e) {
                return e.thread();
            }
        };

        abstract int of(EventCursor e);
    }

    private final Lanes lanes;
    private final GrowingInts[] rows;
    /// The goroutine on each lane, -1 when none.
    private final int[] current;
    /// The P that the last status of a P found in a system call, -1 when it found another state.
    private int procInSyscall = -1;

    private LaneIndex(TraceStore store, Lanes lanes, int count) {
        this.lanes = lanes;
        rows = new GrowingInts[count];
        Arrays.setAll(rows, _ -> store.growingInts());
        current = new int[count];
        Arrays.fill(current, -1);
    }

    /// @param count lanes from 0 to `count - 1`; events of others are left out
    static LaneIndex of(Trace trace, Lanes lanes, int count) {
        LaneIndex index = new LaneIndex(trace.store(), lanes, count);
        index.fill(trace.events().cursor(0, trace.events().size()));
        return index;
    }

    private void fill(EventCursor e) {
        while (e.next()) {
            accept(e);
        }
        for (int lane = 0; lane < rows.length; lane++) {
            close(lane, -1);
        }
    }

    private void accept(EventCursor e) {
        int type = e.typeId();
        int to = RowStates.entered(type);
        switch (to) {
            case GoroutineStates.RUNNING -> open(lanes.of(e), e.subject(), e.row());
            case GoroutineStates.SYSCALL -> {
                // who comes from C has no P yet
                if (lanes == Lanes.THREADS || RowStates.left(type) == GoroutineStates.RUNNING) {
                    open(lanes.of(e), e.subject(), e.row());
                }
            }
            case RowStates.TOLD -> status(e);
            case RowStates.NONE -> proc(e, RowStates.procEntered(type));
            default -> {
                if (leaves(RowStates.left(type), to)) {
                    close(lanes.of(e), e.row());
                }
            }
        }
    }

    /// Whether a goroutine that goes on to another state than running or a system call was on the lane. One that can run
    /// again after a system call lost its P before.
    private boolean leaves(int from, int to) {
        return from == GoroutineStates.RUNNING || from == GoroutineStates.SYSCALL
                && (lanes == Lanes.THREADS || to == GoroutineStates.NOT_EXISTING);
    }

    private void proc(EventCursor e, int to) {
        if (to == RowStates.TOLD) {
            procInSyscall = e.a() == ProcStatus.SYSCALL.ordinal() ? e.subject() : -1;
        } else if (to == ProcStates.IDLE && lanes == Lanes.PROCS) {
            close(e.subject(), e.row());
        }
    }

    /// A status that says what is known already opens nothing. A goroutine in a system call is on the P of its row only
    /// if a status just said that this P is in one, too; else somebody else speaks of it.
    private void status(EventCursor e) {
        int lane = lanes == Lanes.THREADS && e.b() >= 0 ? (int) e.b() : lanes.of(e);
        boolean onLane = e.a() == GoroutineStates.RUNNING
                || e.a() == GoroutineStates.SYSCALL && (lanes == Lanes.THREADS || lane == procInSyscall);
        if (onLane && lane >= 0 && lane < current.length && current[lane] != e.subject()) {
            open(lane, e.subject(), e.row());
        }
    }

    private void open(int lane, int goroutine, int row) {
        close(lane, row);
        if (lane >= 0 && lane < current.length) {
            rows[lane].add(row);
            current[lane] = goroutine;
        }
    }

    private void close(int lane, int row) {
        if (lane >= 0 && lane < current.length && current[lane] >= 0) {
            rows[lane].add(row);
            current[lane] = -1;
        }
    }

    int size(int lane) {
        return rows[lane].size() / 2;
    }

    int beginRow(int lane, int span) {
        return rows[lane].get(2 * span);
    }

    /// -1 when the trace ended first.
    int endRow(int lane, int span) {
        return rows[lane].get(2 * span + 1);
    }
}
