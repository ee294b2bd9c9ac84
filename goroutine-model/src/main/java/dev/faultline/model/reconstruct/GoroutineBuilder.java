package dev.faultline.model.reconstruct;

import static dev.faultline.model.reconstruct.GoroutineColumns.NOT_EXISTING;
import static dev.faultline.model.reconstruct.GoroutineColumns.RUNNABLE;
import static dev.faultline.model.reconstruct.GoroutineColumns.RUNNING;
import static dev.faultline.model.reconstruct.GoroutineColumns.STATES;
import static dev.faultline.model.reconstruct.GoroutineColumns.SYSCALL;
import static dev.faultline.model.reconstruct.GoroutineColumns.UNDETERMINED;
import static dev.faultline.model.reconstruct.GoroutineColumns.WAITING;

import dev.faultline.model.WaitProfile;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.index.Exchange;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/// Follows every goroutine through its states: one short method per event, each a step of the same two halves (leave a
/// state and book the time spent in it, enter another). Only totals are kept; spans are read off the rows on demand.
final class GoroutineBuilder {
    /// Deeper stacks lose their outer end, the entry function, when written.
    private static final int DEEPEST_WHOLE_STACK = 127;

    final GoroutineColumns columns = new GoroutineColumns();
    final WaitTotals waits = new WaitTotals();
    final WaitReasons reasons;
    final TransitionCounts transitions = new TransitionCounts(STATES);
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
    private final UtilizationBuilder utilization;
    private final Stacks stacks;

    GoroutineBuilder(WaitReasons reasons, Stacks stacks, UtilizationBuilder utilization) {
        this.reasons = reasons;
        this.stacks = stacks;
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

    /// Saves what the finished model needs, or restores it.
    void exchange(Exchange x) {
        columns.exchange(x);
        waits.exchange(x);
        reasons.exchange(x);
        net.exchange(x);
        sync.exchange(x);
        syscalls.exchange(x);
        sched.exchange(x);
        Lists.exchange(x, statusRows);
        Lists.exchange(x, blockedSince);
        Lists.exchange(x, knownSince);
        Lists.exchange(x, vanishedAt);
    }

    /// The goroutine's first state, or one that is new after a gap, since `from`.
    void status(EventCursor e, long from) {
        int g = e.subject();
        int now = (int) e.a();
        int before = columns.state[g];
        if (before == now) {
            transitions.add(before, now, 0);
            return;
        }
        statusRows.add(e.row());
        own(g, e.stack());
        move(e, g, now, 0);
        columns.wait[g] = reasons.cause(0, e.stack());
        if (now == RUNNING) {
            runs(e);
        }
        if (before == UNDETERMINED) {
            bookWithoutProfile(g, e.time() - from);
            if (now == SYSCALL && e.proc() < 0) {
                columns.syscallBlocked[g] += e.time() - from;
            }
            if (from > 0) {
                knownSince.put(g, from);
            }
        }
    }

    /// Books time in the current state whose begin or end lies outside the trace: profiles leave it out.
    private void bookWithoutProfile(int g, long duration) {
        GoroutineColumns c = columns;
        switch (c.state[g]) {
            case RUNNABLE -> c.runnable[g] += duration;
            case RUNNING -> c.running[g] += duration;
            case SYSCALL -> c.syscall[g] += duration;
            case WAITING -> c.waits[g] = waits.add(c.waits[g], c.wait[g], duration);
            default -> {
                // no time passes for a goroutine that does not exist
            }
        }
    }

    /// Books the states that are still open at the end of the trace, or where the goroutine vanished.
    void finish(long end, Int2LongOpenHashMap vanished) {
        vanishedAt.putAll(vanished);
        vanished.keySet().forEach(blockedSince::remove);
        for (int g = 0; g < columns.state.length; g++) {
            bookWithoutProfile(g, Math.max(0, vanished.getOrDefault(g, end) - columns.since[g]));
        }
        blockedSince.int2LongEntrySet()
                .forEach(e -> columns.syscallBlocked[e.getIntKey()] += Math.max(0, end - e.getLongValue()));
    }

    void create(EventCursor e) {
        born(e);
        own(e.subject(), (int) e.a());
        move(e, e.subject(), RUNNABLE, 0);
    }

    void createBlocked(EventCursor e) {
        born(e);
        own(e.subject(), (int) e.a());
        move(e, e.subject(), WAITING, 0);
        columns.wait[e.subject()] = reasons.coroutine();
    }

    void createSyscall(EventCursor e) {
        born(e);
        move(e, e.subject(), SYSCALL, 0);
    }

    private void born(EventCursor e) {
        int g = e.subject();
        columns.creationRow[g] = e.row();
        columns.endRow[g] = -1;
        columns.state[g] = NOT_EXISTING;
    }

    /// One of the common events, which come by the million: see [Step].
    void step(EventCursor e, int type) {
        int g = e.subject();
        int to = Step.state(type);
        if (Step.stackIsOwn(type)) {
            own(g, e.stack());
        }
        if (Step.runs(type)) {
            runs(e);
        }
        int reason = Step.hasReason(type) ? reasons.index((int) e.a()) : 0;
        move(e, g, to, reason);
        if (to == WAITING) {
            columns.wait[g] = reasons.cause(reason, e.stack());
        }
    }

    private void runs(EventCursor e) {
        if (columns.firstRunRow[e.subject()] < 0) {
            columns.firstRunRow[e.subject()] = e.row();
        }
    }

    void destroy(EventCursor e) {
        int g = e.subject();
        columns.endRow[g] = e.row();
        move(e, g, NOT_EXISTING, 0);
    }

    /// A coroutine hands over: three transitions at one time, as Go's own reader reports them.
    void switchTo(EventCursor e) {
        int current = e.goroutine();
        move(e, e.subject(), RUNNABLE, 0);
        if (current >= 0) {
            move(e, current, WAITING, 0);
            columns.wait[current] = reasons.coroutine();
        }
        startSwitched(e);
    }

    void switchDestroy(EventCursor e) {
        int current = e.goroutine();
        move(e, e.subject(), RUNNABLE, 0);
        if (current >= 0) {
            columns.endRow[current] = e.row();
            move(e, current, NOT_EXISTING, 0);
        }
        startSwitched(e);
    }

    private void startSwitched(EventCursor e) {
        runs(e);
        move(e, e.subject(), RUNNING, 0);
        columns.transitions[e.subject()]--;
    }

    /// A P was lost: the goroutine that sat on it in a system call is blocked from now on.
    void lostProc(int g, long time) {
        if (columns.state[g] == SYSCALL) {
            blockedSince.put(g, time);
        }
    }

    /// Takes a stack of the goroutine's own as the one that tells its entry function, unless one did before.
    ///
    /// @param g -1 for none, as where the scheduler itself stops the world
    void own(int g, int stack) {
        if (g >= 0 && columns.entryStack[g] == 0 && stack != 0) {
            int depth = stacks.depth(stack);
            if (depth > 0 && depth <= DEEPEST_WHOLE_STACK && stacks.function(stacks.frameId(stack, depth - 1)) != 0) {
                columns.entryStack[g] = stack;
            }
        }
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

    private void move(EventCursor e, int g, int to, int reason) {
        GoroutineColumns c = columns;
        int from = c.state[g];
        long now = Math.max(e.time(), c.since[g]);
        leave(g, from, now);
        c.state[g] = (byte) to;
        c.since[g] = now;
        c.stack[g] = e.stack();
        c.transitions[g]++;
        transitions.add(from, to, reason);
        if (c.gcWork[g] != 0 && executing(to) != executing(from)) {
            c.gcWork[g] = utilization.moved(e, c.gcWork[g], executing(to) - executing(from));
        }
    }

    private static int executing(int state) {
        return state == RUNNING || state == SYSCALL ? 1 : 0;
    }

    private void leave(int g, int state, long now) {
        GoroutineColumns c = columns;
        long duration = now - c.since[g];
        switch (state) {
            case RUNNING -> c.running[g] += duration;
            case RUNNABLE -> {
                c.runnable[g] += duration;
                sched.add(c.stack[g], duration);
            }
            case WAITING -> leaveWait(g, duration);
            case SYSCALL -> {
                c.syscall[g] += duration;
                syscalls.add(c.stack[g], duration);
                if (blockedSince.containsKey(g)) {
                    c.syscallBlocked[g] += now - blockedSince.remove(g);
                }
            }
            default -> {
                // no time passes for a goroutine that does not exist
            }
        }
    }

    private void leaveWait(int g, long duration) {
        int cause = columns.wait[g];
        columns.waits[g] = waits.add(columns.waits[g], cause, duration);
        switch (reasons.profile(cause)) {
            case NET -> net.add(columns.stack[g], duration);
            case SYNC -> sync.add(columns.stack[g], duration);
            default -> {
                // no profile books it
            }
        }
    }
}
