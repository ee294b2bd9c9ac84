package dev.faultline.model.analysis.sweep;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.analysis.life.Lives;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.analysis.task.TaskContexts;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over all events, shared by everything that asks how long goroutines queued, waited or sat in system calls, who
/// woke whom, and which regions and tasks there were. Hands each event to those whom it concerns and holds what they
/// found.
public final class Sweep {
    private static final WaitKind[] KINDS = WaitKind.values();

    private final Transitions transitions;
    private final Lives lives;
    private final TaskContexts contexts;
    private final Restarts restarts = new Restarts();

    /// Walks all events of a model.
    public Sweep(TraceModel model, WaitSites sites) {
        Slabs room = model.trace().events().room();
        transitions = new Transitions(model, sites);
        lives = new Lives(model.goroutines(), model.durationNs(), room);
        contexts = new TaskContexts(lives, room);
        read(model.trace().events().cursor(0, model.trace().events().size()));
        transitions.close(model.durationNs());
        lives.close();
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
            case GO_CREATE -> create(e, Tracks.RUNNABLE);
            case GO_CREATE_BLOCKED -> create(e, Tracks.WAITING);
            case GO_CREATE_SYSCALL -> create(e, Tracks.SYSCALL);
            case GO_DESTROY, GO_DESTROY_SYSCALL -> end(e.subject(), e.time());
            case GO_SWITCH -> transitions.switchTo(e.goroutine(), e.subject(), e.time());
            case GO_SWITCH_DESTROY -> {
                if (e.goroutine() >= 0) {
                    end(e.goroutine(), e.time());
                }
                transitions.switchTo(-1, e.subject(), e.time());
            }
            case USER_REGION_BEGIN -> contexts.beginRegion(e);
            case USER_REGION_END -> contexts.endRegion(e);
            case USER_TASK_BEGIN -> contexts.beginTask(e);
            case USER_TASK_END -> contexts.endTask(e);
            case PROCS_CHANGE -> restarts.add(e);
            default -> transitions.heard(e.time());
        }
    }

    private void create(EventCursor e, byte state) {
        lives.create(e, e.time());
        contexts.create(e.subject(), e.goroutine());
        transitions.create(e.subject(), state, e.time());
    }

    private void end(int g, long now) {
        transitions.end(g, now);
        lives.end(g, now);
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

    /// Births, ends and kinship.
    public Lives lives() {
        return lives;
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

    /// User regions and tasks, and who works for which.
    public TaskContexts contexts() {
        return contexts;
    }

    /// Times at which the world was started again.
    public Restarts restarts() {
        return restarts;
    }
}
