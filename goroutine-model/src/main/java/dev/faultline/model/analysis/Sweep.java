package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over all events, shared by everything that asks how long goroutines queued, waited or sat in system calls, who
/// woke whom, and which regions and tasks there were. Follows each goroutine's state in a few numbers; keeps sums,
/// distributions, the longest and the latest few, nothing per event.
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
    private final boolean[] fromStart;
    private final byte[] kind;
    private final long[] since;
    private final int[] stack;
    private final boolean[] runtimeOwn;
    private int runnableNow;
    private int runningNow;

    private final Lives lives;
    private final Histogram queueTimes = new Histogram();
    private final Longest longestQueues = new Longest(100);
    private final SiteWaits waits;
    private final SiteWaits syscalls;
    private final Herds herds;
    private final BlockedShare blocked;
    private final Silences silences = new Silences();
    private final TaskContexts contexts;
    private final Restarts restarts = new Restarts();
    private final Observers observers;
    private final WaysOut waysOut;
    private final BitSet ofTests = new BitSet();

    Sweep(TraceModel model, WaitSites sites) {
        this.sites = sites;
        stacks = model.trace().stacks();
        names = new WaitNames(model.trace().strings(), stacks);
        waits = new SiteWaits(sites, stacks);
        syscalls = new SiteWaits(sites, stacks);
        Goroutines goroutines = model.goroutines();
        int n = goroutines.count();
        state = new byte[n];
        fromStart = new boolean[n];
        kind = new byte[n];
        since = new long[n];
        stack = new int[n];
        runtimeOwn = new boolean[n];
        for (int g = 0; g < n; g++) {
            runtimeOwn[g] = goroutines.system(g) && goroutines.nameId(g) != 0;
        }
        Slabs room = model.trace().events().room();
        lives = new Lives(goroutines, model.durationNs(), room);
        herds = new Herds(n, room);
        blocked = new BlockedShare(n, model.durationNs(), room);
        observers = new Observers(stacks);
        waysOut = new WaysOut(stacks);
        contexts = new TaskContexts(lives, room);
        EventCursor cursor = model.trace().events().cursor(0, model.trace().events().size());
        while (cursor.next()) {
            step(cursor, cursor.type());
        }
        for (int g = 0; g < n; g++) {
            blocked.flush(g);
            if (state[g] == WAITING && !runtimeOwn[g]) {
                waits.lastsAtLeast(stack[g], model.durationNs() - since[g]);
            }
        }
        lives.close();
    }

    private void step(EventCursor e, EventType type) {
        switch (type) {
            case GO_START, GO_SYSCALL_END -> enter(e.subject(), RUNNING, e.time(), 0);
            case GO_BLOCK -> block(e, e.subject(), e.time(), e.stack());
            case GO_UNBLOCK -> {
                waysOut.see(e.goroutine(), e.stack());
                unblock(e, e.subject(), e.time());
            }
            case GO_STOP, GO_SYSCALL_END_BLOCKED -> enter(e.subject(), RUNNABLE, e.time(), e.stack());
            case GO_SYSCALL_BEGIN -> syscall(e.subject(), e.time(), e.stack());
            case PROC_STATUS, GC_ACTIVE, GC_SWEEP_ACTIVE, GC_MARK_ASSIST_ACTIVE -> {
                // may carry the time of its generation's begin
            }
            case GO_STATUS, GO_STATUS_STACK -> status(e);
            case PROC_START, PROC_STOP, PROC_STEAL, HEAP_ALLOC, GC_SWEEP_BEGIN, GC_SWEEP_END -> heard(e.time());
            default -> rare(e, type);
        }
    }

    private void rare(EventCursor e, EventType type) {
        switch (type) {
            case GO_CREATE -> {
                create(e);
                enter(e.subject(), RUNNABLE, e.time(), 0);
            }
            case GO_CREATE_BLOCKED -> {
                create(e);
                enter(e.subject(), WAITING, e.time(), 0);
                kind[e.subject()] = (byte) WaitKind.COROUTINE.ordinal();
            }
            case GO_CREATE_SYSCALL -> {
                create(e);
                enter(e.subject(), SYSCALL, e.time(), 0);
            }
            case GO_DESTROY, GO_DESTROY_SYSCALL -> end(e.subject(), e.time());
            case GO_SWITCH, GO_SWITCH_DESTROY -> switched(e, type);
            case USER_REGION_BEGIN -> contexts.beginRegion(e);
            case USER_REGION_END -> contexts.endRegion(e);
            case USER_TASK_BEGIN -> contexts.beginTask(e);
            case USER_TASK_END -> contexts.endTask(e);
            case PROCS_CHANGE -> restarts.add(e);
            default -> heard(e.time());
        }
    }

    private void create(EventCursor e) {
        lives.create(e, e.time());
        contexts.create(e.subject(), e.goroutine());
    }

    private void switched(EventCursor e, EventType type) {
        int from = e.goroutine();
        if (from >= 0 && type == EventType.GO_SWITCH) {
            enter(from, WAITING, e.time(), 0);
            kind[from] = (byte) WaitKind.COROUTINE.ordinal();
        } else if (from >= 0) {
            end(from, e.time());
        }
        enter(e.subject(), RUNNING, e.time(), 0);
    }

    private void end(int g, long now) {
        enter(g, NONE, now, 0);
        lives.end(g, now);
    }

    private void heard(long ns) {
        if (silences.event(ns)) {
            silences.add(ns, runnableNow, runningNow);
        }
    }

    private void enter(int g, byte next, long now, int atStack) {
        heard(now);
        byte last = state[g];
        leave(g, last, next, now);
        count(last, -1);
        count(next, 1);
        state[g] = next;
        since[g] = now;
        stack[g] = atStack;
        fromStart[g] = false;
        if (atStack != 0) {
            observers.see(g, atStack);
            waysOut.see(g, atStack);
        }
    }

    private void count(byte which, int by) {
        if (which == RUNNABLE) {
            runnableNow += by;
        } else if (which == RUNNING) {
            runningNow += by;
        }
    }

    private void leave(int g, byte last, byte next, long now) {
        long from = since[g];
        switch (last) {
            case RUNNABLE -> {
                blocked.add(g, from, now, BlockedShare.OTHERWISE);
                if (next == RUNNING && !runtimeOwn[g]) {
                    queueTimes.add(now - from);
                    longestQueues.offer(g, from, now, stack[g]);
                }
            }
            case RUNNING -> blocked.add(g, from, now, BlockedShare.RUNNING);
            case SYSCALL -> {
                blocked.add(g, from, now, BlockedShare.OTHERWISE);
                endSyscall(g, now);
            }
            case WAITING -> blocked.add(g, from, now, onOthers(kind[g]) && !ofTests(stack[g])
                    ? BlockedShare.BLOCKED
                    : BlockedShare.OTHERWISE);
            default -> {
                // did not exist
            }
        }
    }

    private boolean ofTests(int atStack) {
        int site = sites.of(atStack);
        return site >= 0 && ofTests.get(site);
    }

    private static boolean onOthers(byte kind) {
        return kind == WaitKind.CHAN_SEND.ordinal() || kind == WaitKind.CHAN_RECEIVE.ordinal()
                || kind == WaitKind.SELECT.ordinal() || kind == WaitKind.SYNC.ordinal()
                || kind == WaitKind.COND.ordinal();
    }

    private void block(EventCursor e, int g, long now, int atStack) {
        long ran = state[g] == RUNNING ? now - since[g] : 0;
        enter(g, WAITING, now, atStack);
        WaitKind why = names.kind((int) e.a(), atStack);
        kind[g] = (byte) why.ordinal();
        if (!runtimeOwn[g]) {
            int site = waits.begin(g, atStack, why);
            herds.waits(g, site, ran, why == WaitKind.SYNC);
        }
    }

    private void unblock(EventCursor e, int g, long now) {
        int by = e.goroutine();
        if (by >= 0 && runtimeOwn[by]) {
            by = WakeLog.RUNTIME;
        }
        int at = stack[g];
        int site = sites.of(at);
        if (state[g] == WAITING && !runtimeOwn[g]) {
            woken(g, by, e.stack(), now);
        }
        enter(g, RUNNABLE, now, 0);
        if (by >= 0) {
            herds.wake(by, g, e.stack(), site, now);
        }
    }

    private void woken(int g, int by, int byStack, long now) {
        int at = stack[g];
        waits.woken(g, at, new SiteWaits.Waker(by, byStack, now), fromStart[g] ? -1 : since[g]);
        if (fromStart[g]) {
            waits.lastsAtLeast(at, now);
        } else {
            waits.end(g, at, since[g], now);
        }
        if (by == WakeLog.RUNTIME && at != 0) {
            silences.timer(sites.of(at), since[g], now);
        }
    }

    private void syscall(int g, long now, int atStack) {
        enter(g, SYSCALL, now, atStack);
        if (!runtimeOwn[g]) {
            syscalls.begin(g, atStack, WaitKind.NONE);
        }
    }

    private void endSyscall(int g, long now) {
        if (!runtimeOwn[g] && !fromStart[g]) {
            syscalls.end(g, stack[g], since[g], now);
        }
    }

    /// A status says what has been so since its generation began; only the first one of a goroutine is news.
    private void status(EventCursor e) {
        int g = e.subject();
        byte now = (byte) e.a();
        if (g < 0) {
            return;
        }
        if (state[g] == now) {
            if (stack[g] == 0 && e.stack() != 0) {
                stack[g] = e.stack();
                kind[g] = kind[g] == WaitKind.UNKNOWN.ordinal() ? guess(e) : kind[g];
            }
            return;
        }
        boolean first = state[g] == NONE;
        count(state[g], -1);
        count(now, 1);
        state[g] = now;
        since[g] = first ? 0 : e.time();
        stack[g] = e.stack();
        kind[g] = guess(e);
        fromStart[g] = first;
    }

    private byte guess(EventCursor e) {
        return (byte) names.kind(0, e.stack()).ordinal();
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
        return names.of(kind[g]);
    }

    boolean runtimeOwn(int g) {
        return runtimeOwn[g];
    }

    /// Births, ends and kinship.
    public Lives lives() {
        return lives;
    }

    /// Times from runnable to running, the runtime's own goroutines left out.
    public Histogram queueTimes() {
        return queueTimes;
    }

    /// The longest of them.
    public List<Longest.Stretch> longestQueues() {
        return longestQueues.all();
    }

    /// Waits by site.
    public List<SiteWait> waits() {
        return waits.all();
    }

    /// Waits at one site, null when none began in the trace.
    public @Nullable SiteWait waitsAt(int site) {
        return waits.at(site);
    }

    /// System calls by site.
    public List<SiteWait> syscalls() {
        return syscalls.all();
    }

    /// How many of these goroutines ever showed a stack with this function.
    public int leftBy(String function, IntOpenHashSet some) {
        return (int) some.intStream().filter(g -> waysOut.showed(g, function)).count();
    }

    Observers observers() {
        return observers;
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

    /// User regions and tasks, and who works for which.
    public TaskContexts contexts() {
        return contexts;
    }

    /// Times at which the world was started again.
    public Restarts restarts() {
        return restarts;
    }
}
