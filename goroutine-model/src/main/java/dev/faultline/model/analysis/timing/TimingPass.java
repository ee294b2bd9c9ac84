package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.WorkerRuns;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.ProcStates;
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
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/// Listens to the replay and tells those who measure queueing, waits, system calls, bursts of wake-ups, blocked time and
/// silences. Keeps sums, distributions, the longest and the latest few, nothing per event.
public final class TimingPass implements Transitions {
    /// Waits that no goroutine ends, but a timer does.
    private static final Set<WaitKind> BY_TIMER = EnumSet.of(WaitKind.SLEEP, WaitKind.CHAN_RECEIVE, WaitKind.SELECT);

    final GoroutineStates states;
    final RuntimeOwn runtimeOwn;
    final LateStacks stacks;
    final QueueTimes queues;
    final WorkerRuns workerRuns = new WorkerRuns();
    private final BitSet idleWorkers = new BitSet();
    private final Strings strings;
    final SiteWaits waits;
    final SiteWaits syscalls;
    final WakeBursts bursts;
    final CollectorQueue collectorQueue;
    final Silences silences = new Silences();
    final Observers observers;
    final WaysOut waysOut;
    final Yields yields;
    private final BlockedShare blocked;
    private final WaitSites sites;
    private final ProcStates procs;
    private int procCount;
    private int stopping;
    private int marking;

    /// @param replay that it will be told by
    /// @param all the trace's stacks, which may still grow, as may the strings and the sites
    /// @param expectedNs when the trace is expected to end
    public TimingPass(Replay replay, Stacks all, Strings strings, WaitSites sites, long expectedNs) {
        this.sites = sites;
        this.strings = strings;
        states = replay.states();
        procs = replay.procs();
        runtimeOwn = new RuntimeOwn(replay, all, strings);
        stacks = new LateStacks(states, replay.reasons());
        queues = new QueueTimes(states, runtimeOwn);
        collectorQueue = new CollectorQueue(states, runtimeOwn, procs);
        waits = new SiteWaits(sites, all, 20);
        syscalls = new SiteWaits(sites, all, 200);
        bursts = new WakeBursts(states);
        blocked = new BlockedShare(states, expectedNs);
        observers = new Observers(all);
        waysOut = new WaysOut(all);
        yields = new Yields(all);
    }

    @Override
    public void generation(long startNs, int goroutineCount, int stackCount) {
        runtimeOwn.ensure(stackCount);
        observers.ensure(stackCount);
        waysOut.ensure(stackCount);
        yields.ensure(stackCount);
        waits.ensure();
        syscalls.ensure();
    }

    @Override
    public void gap(long startNs) {
        silences.missing(startNs);
        collectorQueue.gap();
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        int from = states.state(slot);
        int type = e.typeId();
        boolean unblocks = EventTable.from(type) == GoroutineStates.WAITING;
        heard(ns);
        collectorQueue.moved(slot, to, ns, stopping > 0);
        if (unblocks) {
            unblock(e, slot, from, ns);
        }
        blocked.moved(e, slot, to, cause, ns);
        if (from == GoroutineStates.RUNNABLE && EventTable.takesProc(type)) {
            queues.add(slot, ns);
        } else if (from == GoroutineStates.SYSCALL) {
            returned(slot, ns);
        } else if (from == GoroutineStates.RUNNING && runtimeOwn.isWorker(slot)) {
            workerRuns.add(states.goroutine(slot), since(slot), ns, idleWorkers.get(slot));
            idleWorkers.clear(slot);
        }
        if (from == GoroutineStates.RUNNING && ns - since(slot) >= Silences.UNPREEMPTED_NS) {
            ran(slot, ns);
        }
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
            silence(silences.add(ns, stopping > 0, marking > 0, procCount - procs.running()));
        }
    }

    /// Who was ready to run, or ran, in a silence that ends now.
    private void silence(Silences.Silence silence) {
        for (int slot = 0; slot < states.bound(); slot++) {
            if (states.state(slot) == GoroutineStates.RUNNABLE && !runtimeOwn.is(slot)) {
                silence.runnable().add(states.goroutine(slot));
            } else if (states.state(slot) == GoroutineStates.RUNNING && !runtimeOwn.is(slot)) {
                silence.running().add(new Silences.Run(states.goroutine(slot), since(slot)));
            }
        }
    }

    /// A goroutine stops running after a long time.
    private void ran(int slot, long ns) {
        if (!runtimeOwn.is(slot)) {
            silences.ran(since(slot), ns);
        }
    }

    /// A goroutine shows where it stops running.
    private void leavesProc(EventCursor e, int slot, int to, int cause, long ranNs) {
        int g = states.goroutine(slot);
        int at = e.stack();
        observers.see(g, at);
        waysOut.see(g, at);
        if (to == GoroutineStates.RUNNABLE) {
            yields.see(g, at);
        }
        if (to == GoroutineStates.RUNNABLE || runtimeOwn.is(slot)) {
            return;
        }
        if (to == GoroutineStates.WAITING) {
            WaitKind why = WaitReasons.kind(cause);
            bursts.waits(slot, waits.begin(g, at, why), ranNs, why == WaitKind.SYNC);
        } else {
            syscalls.begin(g, at, WaitKind.NONE);
            bursts.worked(slot);
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
        // objects only where they are kept: this is done for every second event
        if (by >= 0 && bySlot >= 0 && bursts.wake(bySlot, slot, ns, stacks.kind(slot) == WaitKind.SYNC)) {
            bursts.follow(bySlot, slot, new WakeBursts.Wake(byStack, site, ns));
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
            SiteWait there = waits.at(site);
            if (there != null) {
                there.end(g, from, by.ns(), at);
            }
            if (by.goroutine() == WakeLog.RUNTIME && at != 0 && BY_TIMER.contains(stacks.kind(slot))) {
                Longest.Stretch wait = new Longest.Stretch(g, from, by.ns(), at);
                waits.timer(wait, site);
                silences.timer(site, wait);
            }
        }
    }

    private void returned(int slot, long ns) {
        if (!runtimeOwn.is(slot) && !states.older(slot)) {
            int at = states.ownStack(slot);
            SiteWait there = syscalls.at(sites.of(at));
            if (there != null) {
                there.end(states.goroutine(slot), states.since(slot), ns, at);
            }
        }
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        stacks.end(slot);
        collectorQueue.told(slot, to, e.time(), stopping > 0);
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        stacks.repeated(slot, e.stack());
    }

    @Override
    public void lostProc(int slot, long ns) {
        collectorQueue.lostProc(slot, ns, stopping > 0);
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
        if (kind == RangeKind.STOP_THE_WORLD) {
            collectorQueue.count(e.time(), stopping > 0);
            stopping = open(stopping, edge);
        } else if (kind == RangeKind.GC_MARK) {
            marking = open(marking, edge);
        }
    }

    @Override
    public void region(EventCursor e, Edge edge) {
        heard(e.time());
    }

    @Override
    public void task(EventCursor e, Edge edge) {
        heard(e.time());
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        if (metric == Metric.GOMAXPROCS) {
            procCount = Math.clamp(e.a(), 0, ProcStates.MOST);
            collectorQueue.procs(procCount, e.time(), stopping > 0);
        } else {
            heard(e.time());
        }
    }

    /// How many ranges of a kind are open behind one of their events; damage may hide an end or a start.
    private static int open(int before, Edge edge) {
        return edge == Edge.BEGIN ? before + 1 : edge == Edge.END ? Math.max(0, before - 1) : Math.max(1, before);
    }

    @Override
    public void noted(EventCursor e, Note note) {
        int slot = note == Note.LABEL ? states.find(e.goroutine()) : -1;
        if (slot >= 0 && strings.get((int) e.a()).equals(WorkerRuns.IDLE)) {
            idleWorkers.set(slot);
        }
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
                workerRuns.add(states.goroutine(slot), since(slot), trace.durationNs(), idleWorkers.get(slot));
            } else if (states.state(slot) == GoroutineStates.RUNNING) {
                ran(slot, trace.durationNs());
            }
            if (states.state(slot) == GoroutineStates.WAITING && !runtimeOwn.is(slot)) {
                waits.open(sites.of(stacks.stack(slot)), since(slot), trace.durationNs());
            }
        }
        return new Timing(this, blocked.of(trace));
    }
}
