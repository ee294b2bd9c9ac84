package dev.faultline.model.analysis.sweep;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.format.EventType;

/// Follows each goroutine from state to state and tells those who measure queueing, waits, system calls, bursts of
/// wake-ups, blocked time and silences. Keeps sums, distributions, the longest and the latest few, nothing per event.
final class Transitions {
    // the common events, by what they do to their goroutine
    private static final byte RUN = 1;
    private static final byte BLOCK = 2;
    private static final byte UNBLOCK = 3;
    private static final byte STOP = 4;
    private static final byte CALL = 5;

    private static final byte[] STEPS = new byte[256];
    static {
        STEPS[EventType.GO_START.id()] = RUN;
        STEPS[EventType.GO_SYSCALL_END.id()] = RUN;
        STEPS[EventType.GO_BLOCK.id()] = BLOCK;
        STEPS[EventType.GO_UNBLOCK.id()] = UNBLOCK;
        STEPS[EventType.GO_STOP.id()] = STOP;
        STEPS[EventType.GO_SYSCALL_END_BLOCKED.id()] = STOP;
        STEPS[EventType.GO_SYSCALL_BEGIN.id()] = CALL;
    }

    /// Kinds of waits, by ordinal, in which goroutines of the program wait for each other.
    private static final boolean[] ON_OTHERS = new boolean[WaitKind.values().length];
    static {
        for (WaitKind kind : new WaitKind[]{WaitKind.CHAN_SEND, WaitKind.CHAN_RECEIVE, WaitKind.SELECT, WaitKind.SYNC,
                WaitKind.COND}) {
            ON_OTHERS[kind.ordinal()] = true;
        }
    }

    final Tracks tracks;
    final Histogram queueTimes = new Histogram();
    final Longest longestQueues = new Longest(100);
    final SiteWaits waits;
    final SiteWaits syscalls;
    final Herds herds;
    final BlockedShare blocked;
    final Silences silences = new Silences();
    final Observers observers;
    final WaysOut waysOut;
    private final WaitSites sites;
    private final WaitNames names;
    /// Stacks that the observers or the ways out may want to see.
    private final boolean[] telling;
    private int runnableNow;
    private int runningNow;

    Transitions(TraceModel model, WaitSites sites) {
        this.sites = sites;
        Stacks stacks = model.trace().stacks();
        tracks = new Tracks(model.goroutines());
        names = new WaitNames(model.trace().strings(), stacks);
        waits = new SiteWaits(sites, stacks);
        syscalls = new SiteWaits(sites, stacks);
        herds = new Herds(tracks);
        blocked = new BlockedShare(model.durationNs());
        observers = new Observers(stacks);
        waysOut = new WaysOut(stacks);
        telling = new boolean[stacks.size()];
        for (int s = 0; s < telling.length; s++) {
            telling[s] = observers.wants(s) || waysOut.wants(s);
        }
    }

    /// Whether an event of this type is one transition of its subject, for [#step].
    static boolean isCommon(int typeId) {
        return STEPS[typeId] != 0;
    }

    /// Takes one of the common events.
    void step(EventCursor e, int typeId) {
        int track = tracks.of(e.subject());
        switch (STEPS[typeId]) {
            case RUN -> enter(track, Tracks.RUNNING, e.time(), 0);
            case BLOCK -> block(e, track);
            case UNBLOCK -> unblock(e, track);
            case STOP -> enter(track, Tracks.RUNNABLE, e.time(), e.stack());
            default -> call(e, track);
        }
    }

    /// A goroutine came into being.
    void create(int g, byte state, long now) {
        int track = tracks.of(g);
        enter(track, state, now, 0);
        if (state == Tracks.WAITING) {
            tracks.kind[track] = (byte) WaitKind.COROUTINE.ordinal();
        }
    }

    void end(int g, long now) {
        int track = tracks.of(g);
        enter(track, Tracks.NONE, now, 0);
        blocked.end(track);
        herds.end(track);
        tracks.end(track);
    }

    /// A coroutine hands over to another.
    ///
    /// @param from who did, -1 when unknown
    void switchTo(int from, int to, long now) {
        if (from >= 0) {
            int track = tracks.of(from);
            enter(track, Tracks.WAITING, now, 0);
            tracks.kind[track] = (byte) WaitKind.COROUTINE.ordinal();
        }
        enter(tracks.of(to), Tracks.RUNNING, now, 0);
    }

    /// Something was recorded.
    void heard(long ns) {
        if (silences.event(ns)) {
            silences.add(ns, runnableNow, runningNow);
        }
    }

    private void enter(int track, byte next, long now, int atStack) {
        heard(now);
        leave(track, next, now);
        count(tracks.state[track], -1);
        count(next, 1);
        tracks.state[track] = next;
        tracks.since[track] = now;
        tracks.stack[track] = atStack;
        tracks.fromStart[track] = false;
        if (telling[atStack]) {
            tell(tracks.goroutine[track], atStack);
        }
    }

    private void tell(int g, int atStack) {
        observers.see(g, atStack);
        waysOut.see(g, atStack);
    }

    private void count(byte which, int by) {
        if (which == Tracks.RUNNABLE) {
            runnableNow += by;
        } else if (which == Tracks.RUNNING) {
            runningNow += by;
        }
    }

    private void leave(int track, byte next, long now) {
        long from = tracks.since[track];
        switch (tracks.state[track]) {
            case Tracks.RUNNABLE -> {
                blocked.add(track, from, now, BlockedShare.OTHERWISE);
                if (next == Tracks.RUNNING && !tracks.runtimeOwn[track]) {
                    queueTimes.add(now - from);
                    longestQueues.offer(tracks.goroutine[track], from, now, tracks.stack[track]);
                }
            }
            case Tracks.RUNNING -> blocked.add(track, from, now, BlockedShare.RUNNING);
            case Tracks.SYSCALL -> {
                blocked.add(track, from, now, BlockedShare.OTHERWISE);
                returned(track, now);
            }
            case Tracks.WAITING -> blocked.add(track, from, now,
                    ON_OTHERS[tracks.kind[track]] ? BlockedShare.BLOCKED : BlockedShare.OTHERWISE);
            default -> {
                // did not exist
            }
        }
    }

    private void block(EventCursor e, int track) {
        long now = e.time();
        int atStack = e.stack();
        long ran = tracks.state[track] == Tracks.RUNNING ? now - tracks.since[track] : 0;
        enter(track, Tracks.WAITING, now, atStack);
        WaitKind why = names.kind((int) e.a(), atStack);
        tracks.kind[track] = (byte) why.ordinal();
        if (!tracks.runtimeOwn[track]) {
            int site = waits.begin(tracks.goroutine[track], atStack, why);
            herds.waits(track, site, ran, why == WaitKind.SYNC);
        }
    }

    private void unblock(EventCursor e, int track) {
        long now = e.time();
        int by = e.goroutine();
        int byStack = e.stack();
        if (telling[byStack]) {
            waysOut.see(by, byStack);
        }
        int byTrack = by < 0 ? -1 : tracks.of(by);
        if (byTrack >= 0 && tracks.runtimeOwn[byTrack]) {
            by = WakeLog.RUNTIME;
        }
        int site = sites.of(tracks.stack[track]);
        if (tracks.state[track] == Tracks.WAITING && !tracks.runtimeOwn[track]) {
            woken(track, new SiteWaits.Waker(by, byStack, now), site);
        }
        enter(track, Tracks.RUNNABLE, now, 0);
        if (by >= 0) {
            herds.wake(byTrack, track, byStack, site, now);
        }
    }

    private void woken(int track, SiteWaits.Waker by, int site) {
        int g = tracks.goroutine[track];
        int at = tracks.stack[track];
        long from = tracks.since[track];
        if (tracks.fromStart[track]) {
            waits.woken(g, site, by, -1);
            waits.lastsAtLeast(site, by.ns());
        } else {
            waits.woken(g, site, by, from);
            waits.end(new Longest.Stretch(g, from, by.ns(), at), site);
        }
        if (by.goroutine() == WakeLog.RUNTIME && at != 0) {
            silences.timer(site, from, by.ns());
        }
    }

    private void call(EventCursor e, int track) {
        enter(track, Tracks.SYSCALL, e.time(), e.stack());
        if (!tracks.runtimeOwn[track]) {
            syscalls.begin(tracks.goroutine[track], e.stack(), WaitKind.NONE);
        }
    }

    private void returned(int track, long now) {
        if (!tracks.runtimeOwn[track] && !tracks.fromStart[track]) {
            int at = tracks.stack[track];
            syscalls.end(new Longest.Stretch(tracks.goroutine[track], tracks.since[track], now, at), sites.of(at));
        }
    }

    /// A status says what has been so since its generation began; only the first one of a goroutine is news.
    void status(EventCursor e) {
        if (e.subject() < 0) {
            return;
        }
        int track = tracks.of(e.subject());
        byte now = (byte) e.a();
        byte before = tracks.state[track];
        if (before == now) {
            if (tracks.stack[track] == 0 && e.stack() != 0) {
                tracks.stack[track] = e.stack();
                tracks.kind[track] = tracks.kind[track] == WaitKind.UNKNOWN.ordinal() ? guess(e) : tracks.kind[track];
            }
            return;
        }
        boolean first = before == Tracks.NONE;
        count(before, -1);
        count(now, 1);
        tracks.state[track] = now;
        tracks.since[track] = first ? 0 : e.time();
        tracks.stack[track] = e.stack();
        tracks.kind[track] = guess(e);
        tracks.fromStart[track] = first;
    }

    private byte guess(EventCursor e) {
        return (byte) names.kind(0, e.stack()).ordinal();
    }

    /// The trace ends.
    void close(long durationNs) {
        for (int track = 0; track < tracks.size(); track++) {
            blocked.end(track);
            if (tracks.state[track] == Tracks.WAITING && !tracks.runtimeOwn[track]) {
                waits.lastsAtLeast(sites.of(tracks.stack[track]), durationNs - tracks.since[track]);
            }
        }
    }
}
