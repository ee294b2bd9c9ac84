package dev.faultline.model.analysis.timing;

import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.ProcStates;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/// How long goroutines of the program stood in a run queue while the GC's workers were the reason: no P was free, at least one
/// had such a worker, and the world went on.
public final class CollectorQueue {
    /// Shorter parts are not kept: a request that loses milliseconds loses them in pieces that are longer.
    private static final long LEAST_NS = 50_000;
    private static final LongArrayList NONE = new LongArrayList(0);

    private final GoroutineStates states;
    private final RuntimeOwn runtimeOwn;
    private final ProcStates procs;
    /// Whether the goroutine of a slot has a P, and whether it is a worker that runs.
    private boolean[] holds = new boolean[64];
    private boolean[] works = new boolean[64];
    private int held;
    private int working;
    /// GOMAXPROCS, 0 while unknown.
    private int procCount;
    /// For how long no P was free and a worker had one, since the trace began, and up to when that is counted.
    private long behindNs;
    private long countedNs;
    /// What [#behindNs] was when the goroutine of a slot began to wait for a P.
    private long[] before = new long[64];
    /// Begin, end and part behind the GC, by goroutine.
    private final Int2ObjectOpenHashMap<LongArrayList> kept = new Int2ObjectOpenHashMap<>();

    CollectorQueue(GoroutineStates states, RuntimeOwn runtimeOwn, ProcStates procs) {
        this.states = states;
        this.runtimeOwn = runtimeOwn;
        this.procs = procs;
    }

    /// Something is missing: who has a P, and which workers run, is not known until they show it.
    void gap() {
        Arrays.fill(holds, false);
        Arrays.fill(works, false);
        held = 0;
        working = 0;
    }

    /// GOMAXPROCS is told.
    void procs(int count, long ns, boolean stopped) {
        count(ns, stopped);
        procCount = count;
    }

    /// Counts up to a moment at which the world stops, or goes on.
    void count(long ns, boolean stopped) {
        if (working > 0 && !stopped && ns > countedNs && held >= (procCount > 0 ? procCount : procs.named())) {
            behindNs += ns - countedNs;
        }
        countedNs = Math.max(countedNs, ns);
    }

    private void ensure(int slot) {
        if (slot >= before.length) {
            holds = Arrays.copyOf(holds, 2 * slot);
            works = Arrays.copyOf(works, 2 * slot);
            before = Arrays.copyOf(before, 2 * slot);
        }
    }

    /// A goroutine changes its state, which still holds the one that ends.
    void moved(int slot, int to, long ns, boolean stopped) {
        ensure(slot);
        if (working > 0) {
            count(ns, stopped);
        }
        if (states.state(slot) == GoroutineStates.RUNNABLE) {
            leaves(slot, ns);
        }
        enters(slot, to, to == GoroutineStates.RUNNING || to == GoroutineStates.SYSCALL && holds[slot], ns);
    }

    private void enters(int slot, int to, boolean withProc, long ns) {
        hold(slot, withProc);
        boolean worker = to == GoroutineStates.RUNNING && runtimeOwn.isWorker(slot);
        if (worker != works[slot]) {
            countedNs = Math.max(countedNs, ns);
            works[slot] = worker;
            working += worker ? 1 : -1;
        }
        if (to == GoroutineStates.RUNNABLE) {
            before[slot] = behindNs;
        }
    }

    private void leaves(int slot, long ns) {
        long part = behindNs - before[slot];
        if (part >= LEAST_NS && !states.older(slot) && !runtimeOwn.is(slot)) {
            LongArrayList list = kept.computeIfAbsent(states.goroutine(slot), key -> new LongArrayList(6));
            list.add(states.since(slot));
            list.add(ns);
            list.add(part);
        }
    }

    /// A status tells what a goroutine does.
    void told(int slot, int to, long ns, boolean stopped) {
        ensure(slot);
        count(ns, stopped);
        enters(slot, to, to == GoroutineStates.RUNNING, ns);
    }

    /// A goroutine in a system call lost its P.
    void lostProc(int slot, long ns, boolean stopped) {
        ensure(slot);
        count(ns, stopped);
        hold(slot, false);
    }

    private void hold(int slot, boolean proc) {
        if (proc != holds[slot]) {
            holds[slot] = proc;
            held += proc ? 1 : -1;
        }
    }

    /// How much of a stretch a goroutine of the program stood in a run queue behind the GC's workers, nanoseconds; pieces of
    /// less than 50 µs are left out, and so are waits that the end of the trace cuts off.
    public long behindNs(int goroutine, long fromNs, long toNs) {
        LongArrayList list = kept.getOrDefault(goroutine, NONE);
        long sum = 0;
        for (int i = 0; i < list.size(); i += 3) {
            long within = Math.min(toNs, list.getLong(i + 1)) - Math.max(fromNs, list.getLong(i));
            sum += Math.max(0, Math.min(within, list.getLong(i + 2)));
        }
        return sum;
    }
}
