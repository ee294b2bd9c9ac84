package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over all events, shared by everything that asks how long goroutines queued, waited or sat in system calls.
/// Follows each goroutine's state in a few numbers; keeps sums, distributions and the longest few, nothing per event.
public final class Sweep {
    static final byte NONE = 0;
    static final byte RUNNABLE = 1;
    static final byte RUNNING = 2;
    static final byte SYSCALL = 3;
    static final byte WAITING = 4;

    private final WaitSites sites;
    private final WaitNames names;
    private final Stacks stacks;
    private final byte[] state;
    private final long[] since;
    private final int[] stack;
    private final int[] reason;
    private final boolean[] fromStart;
    private final boolean[] runtimeOwn;
    private int runnableNow;
    private int runningNow;

    private final Histogram queueTimes = new Histogram();
    private final Longest longestQueues = new Longest(100);
    private final @Nullable SiteWait[] waits;
    private final @Nullable SiteWait[] syscalls;
    private final Herds herds;
    private final BlockedShare blocked;
    private final Silences silences = new Silences();

    Sweep(TraceModel model, WaitSites sites) {
        this.sites = sites;
        stacks = model.trace().stacks();
        names = new WaitNames(model.trace().strings(), stacks);
        waits = new SiteWait[sites.count()];
        syscalls = new SiteWait[sites.count()];
        Goroutines goroutines = model.goroutines();
        int n = goroutines.count();
        state = new byte[n];
        since = new long[n];
        stack = new int[n];
        reason = new int[n];
        fromStart = new boolean[n];
        runtimeOwn = new boolean[n];
        for (int g = 0; g < n; g++) {
            runtimeOwn[g] = goroutines.system(g) && goroutines.nameId(g) != 0;
        }
        herds = new Herds(n);
        blocked = new BlockedShare(n, model.durationNs());
        EventCursor cursor = model.trace().events().cursor(0, model.trace().events().size());
        while (cursor.next()) {
            step(cursor);
        }
        for (int g = 0; g < n; g++) {
            blocked.flush(g);
        }
    }

    private void step(EventCursor e) {
        switch (e.type()) {
            case GO_START -> enter(e.subject(), RUNNING, e.time(), 0);
            case GO_STOP -> enter(e.subject(), RUNNABLE, e.time(), e.stack());
            case GO_BLOCK -> block(e);
            case GO_UNBLOCK -> unblock(e);
            case GO_CREATE -> enter(e.subject(), RUNNABLE, e.time(), 0);
            case GO_CREATE_BLOCKED -> enter(e.subject(), WAITING, e.time(), 0);
            case GO_CREATE_SYSCALL -> enter(e.subject(), SYSCALL, e.time(), 0);
            case GO_DESTROY, GO_DESTROY_SYSCALL -> enter(e.subject(), NONE, e.time(), 0);
            case GO_SYSCALL_BEGIN -> {
                enter(e.subject(), SYSCALL, e.time(), e.stack());
                beginSyscall(e.subject(), e.time());
            }
            case GO_SYSCALL_END -> enter(e.subject(), RUNNING, e.time(), 0);
            case GO_SYSCALL_END_BLOCKED -> enter(e.subject(), RUNNABLE, e.time(), 0);
            case GO_SWITCH, GO_SWITCH_DESTROY -> {
                if (e.goroutine() >= 0) {
                    enter(e.goroutine(), e.type() == dev.faultline.trace.format.EventType.GO_SWITCH ? WAITING : NONE,
                            e.time(), 0);
                }
                enter(e.subject(), RUNNING, e.time(), 0);
            }
            case GO_STATUS, GO_STATUS_STACK -> status(e);
            case PROC_STATUS, GC_ACTIVE, GC_SWEEP_ACTIVE, GC_MARK_ASSIST_ACTIVE -> {
                // may carry the time of its generation's begin
            }
            default -> heard(e.time());
        }
    }

    private void heard(long ns) {
        if (silences.event(ns)) {
            silences.add(ns, runnableNow, runningNow);
        }
    }

    private void enter(int g, byte next, long now, int atStack) {
        heard(now);
        leave(g, next, now);
        count(state[g], -1);
        count(next, 1);
        state[g] = next;
        since[g] = now;
        stack[g] = atStack;
        reason[g] = 0;
        fromStart[g] = false;
    }

    private void count(byte which, int by) {
        if (which == RUNNABLE) {
            runnableNow += by;
        } else if (which == RUNNING) {
            runningNow += by;
        }
    }

    private void leave(int g, byte next, long now) {
        long from = since[g];
        switch (state[g]) {
            case RUNNABLE -> {
                blocked.add(g, from, now, 0);
                if (next == RUNNING && !runtimeOwn[g]) {
                    queueTimes.add(now - from);
                    longestQueues.offer(g, from, now, stack[g]);
                }
            }
            case RUNNING -> blocked.add(g, from, now, 1);
            case SYSCALL -> {
                blocked.add(g, from, now, 0);
                endSyscall(g, now);
            }
            case WAITING -> {
                boolean others = names.kind(reason[g], stack[g]).role() == WaitKind.Role.CHANNEL
                        || names.kind(reason[g], stack[g]).role() == WaitKind.Role.SYNC;
                blocked.add(g, from, now, others ? 2 : 0);
            }
            default -> {
                // did not exist
            }
        }
    }

    private void block(EventCursor e) {
        int g = e.subject();
        long ran = state[g] == RUNNING ? e.time() - since[g] : 0;
        enter(g, WAITING, e.time(), e.stack());
        reason[g] = (int) e.a();
        int site = sites.of(e.stack());
        if (site < 0 || runtimeOwn[g]) {
            return;
        }
        SiteWait at = waits[site];
        if (at == null) {
            WaitKind kind = names.kind(reason[g], stack[g]);
            at = new SiteWait(site, kind, WaitObject.of(kind, stack[g], stacks), stack[g]);
            waits[site] = at;
        }
        at.begin(e.time());
        herds.waits(g, site, ran, names.kind(reason[g], stack[g]) == WaitKind.SYNC);
    }

    private void unblock(EventCursor e) {
        int g = e.subject();
        int by = e.goroutine();
        if (by >= 0 && runtimeOwn[by]) {
            by = Wakes.RUNTIME;
        }
        int site = sites.of(stack[g]);
        if (state[g] == WAITING && site >= 0 && !runtimeOwn[g]) {
            SiteWait at = waits[site];
            if (at != null && !fromStart[g]) {
                at.end(g, since[g], e.time(), stack[g]);
                if (by == Wakes.RUNTIME) {
                    at.wokenByRuntime();
                }
            }
            if (by == Wakes.RUNTIME) {
                silences.timer(site, since[g], e.time());
            }
        }
        enter(g, RUNNABLE, e.time(), 0);
        if (by >= 0) {
            herds.wake(by, g, e.stack(), site, e.time());
        }
    }

    private void beginSyscall(int g, long now) {
        int site = sites.of(stack[g]);
        if (site < 0 || runtimeOwn[g]) {
            return;
        }
        SiteWait at = syscalls[site];
        if (at == null) {
            at = new SiteWait(site, WaitKind.NONE, WaitObject.OUTSIDE, stack[g]);
            syscalls[site] = at;
        }
        at.begin(now);
    }

    private void endSyscall(int g, long now) {
        int site = sites.of(stack[g]);
        SiteWait at = site < 0 || runtimeOwn[g] ? null : syscalls[site];
        if (at != null && !fromStart[g]) {
            at.end(g, since[g], now, stack[g]);
        }
    }

    /// A status says what has been so since its generation began; only the first one of a goroutine is news.
    private void status(EventCursor e) {
        int g = e.subject();
        if (g < 0 || state[g] == (byte) e.a()) {
            if (g >= 0 && stack[g] == 0) {
                stack[g] = e.stack();
            }
            return;
        }
        boolean first = state[g] == NONE;
        long at = first ? 0 : e.time();
        count(state[g], -1);
        state[g] = (byte) e.a();
        count(state[g], 1);
        since[g] = at;
        stack[g] = e.stack();
        reason[g] = 0;
        fromStart[g] = first;
    }

    /// What a goroutine was doing at the end of the trace: one of the constants above.
    byte state(int g) {
        return state[g];
    }

    /// Since when; 0 when since before the trace.
    long sinceNs(int g) {
        return since[g];
    }

    /// Where it began, 0 when unknown.
    int stack(int g) {
        return stack[g];
    }

    boolean fromStart(int g) {
        return fromStart[g];
    }

    WaitKind wait(int g) {
        return names.kind(reason[g], stack[g]);
    }

    /// Times from runnable to running, the runtime's own goroutines left out.
    public Histogram queueTimes() {
        return queueTimes;
    }

    /// The longest of them.
    public List<Longest.Stretch> longestQueues() {
        return longestQueues.all();
    }

    /// Finished waits by site.
    public List<SiteWait> waits() {
        return listed(waits);
    }

    /// Finished waits at one site, null when there are none.
    public @Nullable SiteWait waitsAt(int site) {
        return site < 0 ? null : waits[site];
    }

    /// Finished system calls by site.
    public List<SiteWait> syscalls() {
        return listed(syscalls);
    }

    private static List<SiteWait> listed(@Nullable SiteWait[] some) {
        List<SiteWait> list = new ArrayList<>();
        for (SiteWait at : some) {
            if (at != null) {
                list.add(at);
            }
        }
        return list;
    }

    /// Bursts of wake-ups.
    public Herds herds() {
        return herds;
    }

    /// Blocked time over the trace.
    public BlockedShare blocked() {
        return blocked;
    }

    /// Stretches without any event.
    public List<Silences.Silence> silences() {
        return silences.all();
    }
}
