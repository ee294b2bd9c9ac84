package dev.faultline.model.analysis.sweep;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over all events, shared by everything that asks how long goroutines queued, waited or sat in system calls and
/// who woke whom. Hands each event to those whom it concerns and holds what they found.
public final class Sweep {
    private static final WaitKind[] KINDS = WaitKind.values();

    private final Transitions transitions;

    /// Walks all events of a model.
    public Sweep(TraceModel model, WaitSites sites) {
        transitions = new Transitions(model, sites);
        read(model.trace().events().cursor(0, model.trace().events().size()));
        transitions.close(model.durationNs());
    }

    private void read(EventCursor e) {
        while (e.next()) {
            int type = e.typeId();
            if (Transitions.isCommon(type)) {
                transitions.step(e, type);
            } else {
                other(e, e.type());
            }
        }
    }

    private void other(EventCursor e, EventType type) {
        switch (type) {
            case PROC_STATUS, GC_ACTIVE, GC_SWEEP_ACTIVE, GC_MARK_ASSIST_ACTIVE -> {
                // may carry the time of its generation's begin
            }
            case GO_STATUS, GO_STATUS_STACK -> transitions.status(e);
            case GO_CREATE -> transitions.create(e.subject(), Tracks.RUNNABLE, e.time());
            case GO_CREATE_BLOCKED -> transitions.create(e.subject(), Tracks.WAITING, e.time());
            case GO_CREATE_SYSCALL -> transitions.create(e.subject(), Tracks.SYSCALL, e.time());
            case GO_DESTROY, GO_DESTROY_SYSCALL -> transitions.end(e.subject(), e.time());
            case GO_SWITCH -> transitions.switchTo(e.goroutine(), e.subject(), e.time());
            case GO_SWITCH_DESTROY -> {
                if (e.goroutine() >= 0) {
                    transitions.end(e.goroutine(), e.time());
                }
                transitions.switchTo(-1, e.subject(), e.time());
            }
            case USER_REGION_BEGIN, USER_REGION_END, USER_TASK_BEGIN, USER_TASK_END, PROCS_CHANGE -> {
                // never ends a silence
            }
            default -> transitions.heard(e.time());
        }
    }

    /// Whether a goroutine existed at the end of the trace.
    public boolean exists(int g) {
        return state(g) != Tracks.NONE;
    }

    /// Whether one waited at the end of the trace.
    public boolean waits(int g) {
        return state(g) == Tracks.WAITING;
    }

    private byte state(int g) {
        int track = transitions.tracks.find(g);
        return track < 0 ? Tracks.NONE : transitions.tracks.state[track];
    }

    /// Since when one that existed at the end did so; 0 when since before the trace.
    public long sinceNs(int g) {
        return transitions.tracks.since[transitions.tracks.find(g)];
    }

    /// Where it began, 0 when unknown.
    public int stack(int g) {
        return transitions.tracks.stack[transitions.tracks.find(g)];
    }

    /// Whether what it did at the end began before the trace.
    public boolean fromStart(int g) {
        return transitions.tracks.fromStart[transitions.tracks.find(g)];
    }

    /// What one that waited at the end did so for.
    public WaitKind wait(int g) {
        return KINDS[transitions.tracks.kind[transitions.tracks.find(g)]];
    }

    /// Whether one that existed at the end belongs to the runtime.
    public boolean runtimeOwn(int g) {
        return transitions.tracks.runtimeOwn[transitions.tracks.find(g)];
    }

    /// Times from runnable to running, the runtime's own goroutines left out.
    public Histogram queueTimes() {
        return transitions.queueTimes;
    }

    /// The longest of them.
    public List<Longest.Stretch> longestQueues() {
        return transitions.longestQueues.all();
    }

    /// Waits by site.
    public List<SiteWait> waits() {
        return transitions.waits.all();
    }

    /// Waits at one site, null when none began in the trace.
    public @Nullable SiteWait waitsAt(int site) {
        return transitions.waits.at(site);
    }

    /// System calls by site.
    public List<SiteWait> syscalls() {
        return transitions.syscalls.all();
    }

    /// How many of these goroutines ever showed a stack with this function.
    public int leftBy(String function, IntOpenHashSet some) {
        return (int) some.intStream().filter(g -> transitions.waysOut.showed(g, function)).count();
    }

    /// Who takes traces or profiles of the program.
    public Observers observers() {
        return transitions.observers;
    }

    /// Bursts of wake-ups.
    public Herds herds() {
        return transitions.herds;
    }

    /// Blocked time over the trace.
    public BlockedShare blocked() {
        return transitions.blocked;
    }

    /// Stretches without any event.
    public List<Silences.Silence> silences() {
        return transitions.silences.all();
    }
}
