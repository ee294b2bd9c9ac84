package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.WorkerRuns;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;
import dev.faultline.trace.format.EventTable;

/// Listens to the replay and tells those who measure queueing, waits, system calls, bursts of wake-ups, blocked time and
/// silences. Keeps sums, distributions, the longest and the latest few, nothing per event.
public final class TimingPass implements Transitions {
    final GoroutineStates states;
    final RuntimeOwn runtimeOwn;
    final LateStacks stacks;
    final QueueTimes queues;
    final WorkerRuns workerRuns = new WorkerRuns();
    final SiteWaits waits;
    final SiteWaits syscalls;
    final WakeBursts bursts;
    final Silences silences = new Silences();
    final Observers observers;
    final WaysOut waysOut;
    private final BlockedShare blocked;
    private final WaitSites sites;
    private int runnableNow;
    private int runningNow;

    /// @param replay that it will be told by
    /// @param all the trace's stacks, which may still grow, as may the strings and the sites
    /// @param expectedNs when the trace is expected to end
    public TimingPass(Replay replay, Stacks all, Strings strings, WaitSites sites, long expectedNs) {
        this.sites = sites;
        states = replay.states();
        runtimeOwn = new RuntimeOwn(replay, all, strings);
        stacks = new LateStacks(states, replay.reasons());
        queues = new QueueTimes(states, runtimeOwn);
        waits = new SiteWaits(sites, all);
        syscalls = new SiteWaits(sites, all);
        bursts = new WakeBursts(states);
        blocked = new BlockedShare(states, expectedNs);
        observers = new Observers(all);
        waysOut = new WaysOut(all);
    }

    @Override
    public void generation(long startNs, int goroutineCount, int stackCount) {
        runtimeOwn.ensure(stackCount);
        observers.ensure(stackCount);
        waysOut.ensure(stackCount);
        waits.ensure();
        syscalls.ensure();
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        int from = states.state(slot);
        int type = e.typeId();
        boolean unblocks = EventTable.from(type) == GoroutineStates.WAITING;
        if (unblocks) {
            unblock(e, slot, from, ns);
        }
        heard(ns);
        blocked.moved(e, slot, to, cause, ns);
        if (from == GoroutineStates.RUNNABLE && EventTable.takesProc(type)) {
            queues.add(slot, ns);
        } else if (from == GoroutineStates.SYSCALL) {
            returned(slot, ns);
        } else if (from == GoroutineStates.RUNNING && runtimeOwn.isWorker(slot)) {
            workerRuns.add(states.goroutine(slot), since(slot), ns);
        }
        count(from, -1);
        count(to, 1);
        stacks.end(slot);
        if (EventTable.stackIsOwn(type)) {
            leavesProc(e, slot, to, cause, from == GoroutineStates.RUNNING ? ns - since(slot) : 0);
        } else if (to == GoroutineStates.NOT_EXISTING) {
            bursts.end(slot);
            queues.end(slot);
            runtimeOwn.end(slot);
        }
    }

    /// When the state of a slot began, 0 when before the trace.
    long since(int slot) {
        return states.older(slot) ? 0 : states.since(slot);
    }

    /// Something was recorded.
    private void heard(long ns) {
        if (silences.event(ns)) {
            silences.add(ns, runnableNow, runningNow);
        }
    }

    private void count(int state, int by) {
        if (state == GoroutineStates.RUNNABLE) {
            runnableNow += by;
        } else if (state == GoroutineStates.RUNNING) {
            runningNow += by;
        }
    }

    /// A goroutine shows where it stops running.
    private void leavesProc(EventCursor e, int slot, int to, int cause, long ranNs) {
        int g = states.goroutine(slot);
        int at = e.stack();
        observers.see(g, at);
        waysOut.see(g, at);
        if (to == GoroutineStates.RUNNABLE || runtimeOwn.is(slot)) {
            return;
        }
        if (to == GoroutineStates.WAITING) {
            WaitKind why = WaitReasons.kind(cause);
            bursts.waits(slot, waits.begin(g, at, why), ranNs, why == WaitKind.SYNC);
        } else {
            syscalls.begin(g, at, WaitKind.NONE);
        }
    }

    private void unblock(EventCursor e, int slot, int from, long ns) {
        int by = e.goroutine();
        int byStack = e.stack();
        waysOut.see(by, byStack);
        int bySlot = states.find(by);
        if (bySlot >= 0 && runtimeOwn.is(bySlot, byStack)) {
            by = WakeLog.RUNTIME;
        }
        int site = sites.of(stacks.stack(slot));
        if (from == GoroutineStates.WAITING && !runtimeOwn.is(slot)) {
            woken(slot, new SiteWaits.Waker(by, byStack, ns), site);
        }
        if (by >= 0 && bySlot >= 0) {
            bursts.wake(bySlot, slot, byStack, site, ns);
        }
    }

    private void woken(int slot, SiteWaits.Waker by, int site) {
        int g = states.goroutine(slot);
        int at = stacks.stack(slot);
        long from = since(slot);
        if (states.older(slot)) {
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

    private void returned(int slot, long ns) {
        if (!runtimeOwn.is(slot) && !states.older(slot)) {
            int at = states.ownStack(slot);
            syscalls.end(new Longest.Stretch(states.goroutine(slot), states.since(slot), ns, at), sites.of(at));
        }
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        count(states.state(slot), -1);
        count(to, 1);
        stacks.end(slot);
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        stacks.repeated(slot, e.stack());
    }

    @Override
    public void procMoved(EventCursor e, int proc, int from, int to) {
        heard(e.time());
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        // what is found to be under way may carry the time of its generation's begin
        if (edge != Edge.ACTIVE) {
            heard(e.time());
        }
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        if (metric != Metric.GOMAXPROCS) {
            heard(e.time());
        }
    }

    @Override
    public void noted(EventCursor e, Note note) {
        heard(e.time());
    }

    @Override
    public void other(EventCursor e) {
        heard(e.time());
    }

    /// The trace ends.
    public Timing finish(Trace trace) {
        queues.close();
        for (int slot = 0; slot < states.bound(); slot++) {
            if (states.state(slot) == GoroutineStates.RUNNING && runtimeOwn.isWorker(slot)) {
                workerRuns.add(states.goroutine(slot), since(slot), trace.durationNs());
            }
            if (states.state(slot) == GoroutineStates.WAITING && !runtimeOwn.is(slot)) {
                waits.lastsAtLeast(sites.of(stacks.stack(slot)), trace.durationNs() - since(slot));
            }
        }
        return new Timing(this, blocked.of(trace));
    }
}
