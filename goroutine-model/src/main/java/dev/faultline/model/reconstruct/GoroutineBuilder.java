package dev.faultline.model.reconstruct;

import static dev.faultline.model.replay.GoroutineStates.NOT_EXISTING;
import static dev.faultline.model.replay.GoroutineStates.RUNNABLE;
import static dev.faultline.model.replay.GoroutineStates.RUNNING;
import static dev.faultline.model.replay.GoroutineStates.SYSCALL;
import static dev.faultline.model.replay.GoroutineStates.UNDETERMINED;
import static dev.faultline.model.replay.GoroutineStates.WAITING;

import dev.faultline.model.WaitProfile;
import dev.faultline.model.replay.EntryStacks;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventTable;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/// Books the time that goroutines spend in each state, and the rows of their lives. Only totals are kept; spans are read
/// off the rows on demand.
final class GoroutineBuilder {
    final GoroutineColumns columns = new GoroutineColumns();
    final WaitTotals waits = new WaitTotals();
    final WaitReasons reasons;
    final TransitionCounts transitions = new TransitionCounts(GoroutineStates.STATES);
    final WaitProfile net = new WaitProfile();
    final WaitProfile sync = new WaitProfile();
    final WaitProfile syscalls = new WaitProfile();
    final WaitProfile sched = new WaitProfile();
    /// Rows of status events that changed a state, ascending: for goroutines older than the trace, or after a gap.
    final IntArrayList statusRows = new IntArrayList();
    /// Since when goroutines known to be in a system call have no P.
    final Int2LongOpenHashMap blockedSince = new Int2LongOpenHashMap();
    /// From when on goroutines are known that a status names first after a part of the trace is missing.
    final Int2LongOpenHashMap knownSince = new Int2LongOpenHashMap();
    /// When goroutines vanished in a missing part of the trace; known at the end.
    final Int2LongOpenHashMap vanishedAt = new Int2LongOpenHashMap();
    final GoroutineStates states;
    private final EntryStacks entries;
    private final UtilizationBuilder utilization;

    GoroutineBuilder(Replay replay, UtilizationBuilder utilization) {
        reasons = replay.reasons();
        states = replay.states();
        entries = replay.entries();
        this.utilization = utilization;
    }

    /// Makes room for so many goroutines and stacks.
    void ensure(int goroutines, int stackCount) {
        columns.ensure(goroutines);
        net.ensure(stackCount);
        sync.ensure(stackCount);
        syscalls.ensure(stackCount);
        sched.ensure(stackCount);
    }

    /// A status tells a goroutine's first state, or one that is new after a gap, since `from`.
    void told(EventCursor e, int slot, int to, int cause, long from) {
        int g = states.goroutine(slot);
        boolean isNew = states.state(slot) == UNDETERMINED;
        statusRows.add(e.row());
        change(e, slot, to, cause, Math.max(e.time(), states.since(slot)));
        columns.transitions[g]++;
        if (isNew) {
            bookWithoutProfile(g, to, cause, e.time() - from);
            if (to == SYSCALL && e.proc() < 0) {
                columns.syscallBlocked[g] += e.time() - from;
            }
            if (from > 0) {
                knownSince.put(g, from);
            }
        }
    }

    /// A status tells the state that is known.
    void repeated(int slot) {
        int state = states.state(slot);
        transitions.add(state, state, 0);
    }

    /// Books time in a state whose start or end lies outside the trace: profiles leave it out.
    private void bookWithoutProfile(int g, int state, int cause, long duration) {
        GoroutineColumns c = columns;
        switch (state) {
            case RUNNABLE -> c.runnable[g] += duration;
            case RUNNING -> c.running[g] += duration;
            case SYSCALL -> c.syscall[g] += duration;
            case WAITING -> c.waits[g] = waits.add(c.waits[g], cause, duration);
            default -> {
                // no time passes for a goroutine that does not exist
            }
        }
    }

    /// Books the states that are still open at the end of the trace, or where the goroutine vanished.
    void finish(long end, Int2LongOpenHashMap vanished) {
        columns.entryStack = entries.all();
        columns.onlyTold = entries.onlyTold();
        vanishedAt.putAll(vanished);
        vanished.keySet().forEach(blockedSince::remove);
        for (int slot = 0; slot < states.bound(); slot++) {
            int g = states.goroutine(slot);
            bookWithoutProfile(g, states.state(slot), states.cause(slot),
                    Math.max(0, vanished.getOrDefault(g, end) - states.since(slot)));
        }
        blockedSince.int2LongEntrySet()
                .forEach(e -> columns.syscallBlocked[e.getIntKey()] += Math.max(0, end - e.getLongValue()));
    }

    /// A goroutine is created.
    void created(EventCursor e, int g) {
        columns.creationRow[g] = e.row();
        columns.endRow[g] = -1;
    }

    /// The goroutine in a slot sat on a P in a system call and lost it: from now on it is blocked.
    void lostProc(int slot, long ns) {
        blockedSince.put(states.goroutine(slot), ns);
    }

    WaitProfile profile(WaitProfile.Kind kind) {
        return switch (kind) {
            case NET -> net;
            case SYNC -> sync;
            case SYSCALL -> syscalls;
            case SCHED -> sched;
            case NONE -> new WaitProfile();
        };
    }

    /// A goroutine leaves one state, whose time is booked, and enters another.
    void moved(EventCursor e, int slot, int to, int cause, long ns) {
        columns.transitions[states.goroutine(slot)] += Replay.isHalf(e, to) ? 0 : 1;
        change(e, slot, to, cause, ns);
    }

    private void change(EventCursor e, int slot, int to, int cause, long ns) {
        GoroutineColumns c = columns;
        int g = states.goroutine(slot);
        int from = states.state(slot);
        leave(g, slot, from, ns);
        transitions.add(from, to, WaitReasons.reason(cause));
        if (to == RUNNING && c.firstRunRow[g] < 0 && !EventTable.leavesSyscall(e.typeId())) {
            c.firstRunRow[g] = e.row();
        } else if (to == NOT_EXISTING) {
            c.endRow[g] = e.row();
        }
        if (c.gcWork[g] != 0 && executing(to) != executing(from)) {
            c.gcWork[g] = utilization.moved(e, c.gcWork[g], executing(to) - executing(from));
        }
    }

    private static int executing(int state) {
        return state == RUNNING || state == SYSCALL ? 1 : 0;
    }

    private void leave(int g, int slot, int state, long ns) {
        GoroutineColumns c = columns;
        long duration = ns - states.since(slot);
        switch (state) {
            case RUNNING -> c.running[g] += duration;
            case RUNNABLE -> {
                c.runnable[g] += duration;
                sched.add(states.stack(slot), duration);
            }
            case WAITING -> leaveWait(g, slot, duration);
            case SYSCALL -> {
                c.syscall[g] += duration;
                syscalls.add(states.stack(slot), duration);
                if (blockedSince.containsKey(g)) {
                    c.syscallBlocked[g] += ns - blockedSince.remove(g);
                }
            }
            // no time passes for a goroutine that does not exist; in a damaged trace one may come back after its exit
            default -> c.endRow[g] = -1;
        }
    }

    private void leaveWait(int g, int slot, long duration) {
        int cause = states.cause(slot);
        columns.waits[g] = waits.add(columns.waits[g], cause, duration);
        switch (reasons.profile(cause)) {
            case NET -> net.add(states.stack(slot), duration);
            case SYNC -> sync.add(states.stack(slot), duration);
            default -> {
                // no profile books it
            }
        }
    }
}
