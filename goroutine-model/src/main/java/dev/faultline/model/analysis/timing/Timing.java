package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.gc.WorkerRuns;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.replay.GoroutineStates;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long goroutines queued, waited or sat in system calls, who woke whom, and what each did at the end.
public final class Timing {
    private final TimingPass pass;
    private final GoroutineStates states;
    private final BlockedShare blocked;

    Timing(TimingPass pass, BlockedShare blocked) {
        this.pass = pass;
        this.blocked = blocked;
        states = pass.states;
    }

    /// Whether a goroutine existed at the end of the trace.
    public boolean exists(int g) {
        int state = state(g);
        return state != GoroutineStates.NOT_EXISTING && state != GoroutineStates.UNDETERMINED;
    }

    /// Whether one waited at the end of the trace.
    public boolean waits(int g) {
        return state(g) == GoroutineStates.WAITING;
    }

    private int state(int g) {
        int slot = states.find(g);
        return slot < 0 ? GoroutineStates.NOT_EXISTING : states.state(slot);
    }

    /// Since when one that existed at the end did so; 0 when since before the trace.
    public long sinceNs(int g) {
        return pass.since(states.find(g));
    }

    /// Where it began, 0 when unknown.
    public int stack(int g) {
        return pass.stacks.stack(states.find(g));
    }

    /// Whether what it did at the end began before the trace.
    public boolean fromStart(int g) {
        return states.older(states.find(g));
    }

    /// What one that waited at the end did so for.
    public WaitKind wait(int g) {
        return pass.stacks.kind(states.find(g));
    }

    /// Whether one that existed at the end belongs to the runtime.
    public boolean runtimeOwn(int g) {
        return pass.runtimeOwn.is(states.find(g));
    }

    /// Times from runnable to running, the runtime's own goroutines left out.
    public Histogram queueTimes() {
        return pass.queues.times;
    }

    /// The longest of them.
    public List<Longest.Stretch> longestQueues() {
        return pass.queues.longest.all();
    }

    /// Who queued behind the GC's workers, and for how long.
    public CollectorQueue collectorQueue() {
        return pass.collectorQueue;
    }

    /// When the collector's own workers ran.
    public WorkerRuns workerRuns() {
        return pass.workerRuns;
    }

    /// Waits by site.
    public List<SiteWait> waits() {
        return pass.waits.all();
    }

    /// Waits at one site, null when none began in the trace.
    public @Nullable SiteWait waitsAt(int site) {
        return pass.waits.at(site);
    }

    /// System calls by site.
    public List<SiteWait> syscalls() {
        return pass.syscalls.all();
    }

    /// How many of these goroutines ever showed a stack with this function.
    public int leftBy(String function, IntOpenHashSet some) {
        return (int) some.intStream().filter(g -> pass.waysOut.showed(g, function)).count();
    }

    /// Who takes traces or profiles of the program.
    public Observers observers() {
        return pass.observers;
    }

    /// Calls of runtime.Gosched.
    public Yields yields() {
        return pass.yields;
    }

    /// Bursts of wake-ups.
    public WakeBursts wakeBursts() {
        return pass.bursts;
    }

    /// Blocked time over the trace.
    public BlockedShare blocked() {
        return blocked;
    }

    /// Stretches without any event.
    public Silences silences() {
        return pass.silences;
    }
}
