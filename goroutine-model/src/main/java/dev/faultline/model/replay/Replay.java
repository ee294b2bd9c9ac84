package dev.faultline.model.replay;

import dev.faultline.model.EventCounts;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.Effect;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.ToldBefore;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Walks the ordered rows of a trace once and keeps the state of every goroutine and P; [Transitions] are told what each
/// row does. Takes the rows a generation at a time, so that it can work while later ones are still being ordered. Not safe
/// for several threads.
///
/// What an event does comes from [EventType#effect()]. Nine of ten events change the state of one goroutine: they take one
/// short way that asks [EventTable], since a way for each would be several times as much code to compile.
public final class Replay {
    /// Rows between two looks at whether the work was cancelled: a few milliseconds.
    private static final int CHUNK = 1 << 18;

    private final Ids ids;
    private final Stacks stacks;
    private final EventCounts counts = new EventCounts();
    private final GoroutineStates states = new GoroutineStates();
    private final EntryStacks entries;
    private final WaitReasons reasons;
    private final ProcStates procs;
    private Transitions listener = new Transitions() {
        // until [#to] names somebody
    };
    private @Nullable Generation previous;
    private boolean first = true;
    /// Since when a state has lasted that a first status names.
    private long since;
    private long startNs;
    private long expectedNs;

    /// @param strings may still grow, as may the other tables
    public Replay(Strings strings, Stacks stacks, Ids goroutines) {
        ids = goroutines;
        this.stacks = stacks;
        entries = new EntryStacks(stacks);
        reasons = new WaitReasons(strings, stacks);
        procs = new ProcStates(states);
    }

    /// A replay of a trace that was read as a whole.
    public static Replay of(Trace trace) {
        return new Replay(trace.strings(), trace.stacks(), trace.goroutines());
    }

    /// Says who is to be told; before the first row.
    public void to(Transitions transitions) {
        listener = transitions;
        procs.to(transitions);
    }

    /// Says when the trace is expected to end, nanoseconds since its first event, where that is known before it was read.
    public void expect(long endNs) {
        expectedNs = endNs;
    }

    /// How many events of each type there were so far.
    public EventCounts counts() {
        return counts;
    }

    /// What the goroutines are doing.
    public GoroutineStates states() {
        return states;
    }

    /// What tells the goroutines' names.
    public EntryStacks entries() {
        return entries;
    }

    /// Reasons and kinds of waits.
    public WaitReasons reasons() {
        return reasons;
    }

    /// What the Ps are doing.
    public ProcStates procs() {
        return procs;
    }

    /// Takes all rows of a trace.
    ///
    /// @throws CancellationException when `progress` asks to stop
    public void accept(Trace trace, Progress progress) {
        for (Generation generation : trace.generations()) {
            accept(trace.events(), generation, progress);
        }
    }

    /// Takes a whole generation.
    ///
    /// @throws CancellationException when `progress` asks to stop
    public void accept(EventStore events, Generation generation, Progress progress) {
        begin(generation.startNs());
        if (previous != null && !previous.continuesIn(generation)) {
            listener.gap(generation.startNs());
        }
        previous = generation;
        for (int row = generation.fromRow(); row < generation.toRow(); row += CHUNK) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            progress.update(Phase.RECONSTRUCTING, row, events.size());
            accept(events.cursor(row, Math.min(generation.toRow(), row + CHUNK)));
        }
        listener.generationEnds();
    }

    /// Begins a generation: what its status events tell for the first time has been so since it began, or since the
    /// trace began if it is the first.
    public void begin(long ns) {
        since = first ? 0 : ns;
        if (!first) {
            procs.nextGeneration();
        }
        int room = Math.max(ids.size(), expectedGoroutines(ns));
        first = false;
        startNs = ns;
        ensure(room);
        listener.generation(ns, room, stacks.size());
    }

    /// How many goroutines the tables will name at the end of the trace, if more come as did so far: room made once is
    /// cheaper than room made again and again. A generation lasts about as long as the one before it.
    private int expectedGoroutines(long ns) {
        long end = 2 * ns - startNs;
        return first || end <= 0 || end >= expectedNs
                ? 0
                : (int) Math.min(3L * ids.size(), 1.05 * ids.size() / end * expectedNs);
    }

    /// Makes room for all goroutines that the tables name by now.
    public void ensure() {
        ensure(ids.size());
    }

    private void ensure(int goroutines) {
        states.ensure(goroutines);
        entries.ensure(goroutines);
    }

    /// Takes the next events of the current generation.
    public void accept(EventCursor rows) {
        while (rows.next()) {
            take(rows);
        }
    }

    /// Takes the event that the cursor stands at, the next one of the current generation.
    public void take(EventCursor e) {
        int type = e.typeId();
        counts.add(type);
        if (EventTable.moves(type)) {
            step(e, type);
        } else {
            other(e, e.type());
        }
    }

    /// Whether a change that was told as [Transitions#moved] is the first half of two at one row: a coroutine that is
    /// switched to can run, and does so at once.
    ///
    /// @param to the state entered
    public static boolean isHalf(EventCursor e, int to) {
        return to == GoroutineStates.RUNNABLE && !EventTable.moves(e.typeId());
    }

    /// One change of the subject's state.
    private void step(EventCursor e, int type) {
        int g = e.subject();
        int to = EventTable.to(type);
        if (EventTable.from(type) == GoroutineStates.NOT_EXISTING) {
            create(e, g, type);
            return;
        }
        if (EventTable.stackIsOwn(type)) {
            entries.own(g, e.stack());
        }
        if (to == GoroutineStates.NOT_EXISTING && EventTable.from(type) == GoroutineStates.SYSCALL) {
            procs.abandoned(e);
        }
        move(e, states.of(g), to, EventTable.hasReason(type) ? reason(e, to) : 0);
        if (EventTable.entersSyscall(type)) {
            procs.syscallBegins(e);
        } else if (EventTable.leavesSyscall(type)) {
            procs.syscallEnds(e);
        }
    }

    private int reason(EventCursor e, int to) {
        return to == GoroutineStates.WAITING ? wait(e) : reasons.ofOther((int) e.a());
    }

    private int wait(EventCursor e) {
        int type = e.typeId();
        // the column is unpacked for statuses only
        return reasons.ofWait(type, e.a(), e.stack(), RowStates.told(type) ? e.c() : 0);
    }

    private void create(EventCursor e, int g, int type) {
        int slot = states.create(g);
        int to = EventTable.to(type);
        listener.created(e, g);
        entries.own(g, (int) e.a());
        move(e, slot, to, to == GoroutineStates.WAITING ? wait(e) : 0);
    }

    private void move(EventCursor e, int slot, int to, int cause) {
        long ns = Math.max(e.time(), states.since(slot));
        listener.moved(e, slot, to, cause, ns);
        states.enter(slot, to, ns, e.stack(), cause, e.typeId());
    }

    private void other(EventCursor e, EventType type) {
        switch (type.effect()) {
            case Effect.GoroutinesSwitch(GoStatus left) -> switchTo(e, left.ordinal());
            case Effect.GoroutineIs _ -> status(e);
            case Effect.ProcMoves moves -> procs.moves(e, moves);
            case Effect.ProcIs _ -> procs.status(e);
            case Effect.RangeChanges(Effect.RangeKind kind, Effect.Edge edge) -> {
                own(e, type);
                listener.range(e, kind, edge);
            }
            case Effect.RegionChanges(Effect.Edge edge) -> {
                own(e, type);
                listener.region(e, edge);
            }
            case Effect.TaskChanges(Effect.Edge edge) -> {
                contextOwn(e);
                listener.task(e, edge);
            }
            case Effect.MetricIs(Effect.Metric metric) -> listener.metric(e, metric);
            case Effect.Noted(Effect.Note note) -> {
                if (note == Effect.Note.LOG) {
                    contextOwn(e);
                }
                listener.noted(e, note);
            }
            case Effect.GoroutineMoves _,Effect.None _ -> listener.other(e);
        }
    }

    private void own(EventCursor e, EventType type) {
        if (type.stack() == StackOf.SUBJECT) {
            entries.own(e.subject(), e.stack());
        }
    }

    private void contextOwn(EventCursor e) {
        entries.own(e.goroutine(), e.stack());
    }

    /// A coroutine hands over: three transitions at one time, as Go's own reader reports them.
    private void switchTo(EventCursor e, int left) {
        int current = e.goroutine();
        move(e, states.of(e.subject()), GoroutineStates.RUNNABLE, 0);
        if (current >= 0) {
            move(e, states.of(current), left, left == GoroutineStates.WAITING ? wait(e) : 0);
        }
        move(e, states.of(e.subject()), GoroutineStates.RUNNING, 0);
    }

    /// What a status says of a goroutine's entry function: its stack, and before Go 1.22 the trace's start; where the stretch
    /// of a trace begins, what the trace told before.
    private void told(EventCursor e, int g) {
        boolean stretch = e.type().stack() == StackOf.SUBJECT;
        if (stretch) {
            entries.own(g, ToldBefore.entryStack(e.c()));
        }
        entries.own(g, e.stack());
        if (!stretch) {
            entries.olderThanTrace(g, ToldBefore.entryStack(e.c()));
        }
    }

    private void status(EventCursor e) {
        int g = e.subject();
        int slot = states.of(g);
        int now = (int) e.a();
        int before = states.state(slot);
        if (before == now) {
            listener.repeated(e, slot);
        } else {
            told(e, g);
            int cause = now == GoroutineStates.WAITING ? wait(e) : 0;
            listener.told(e, slot, now, cause, since);
            states.enter(slot, now, Math.max(e.time(), states.since(slot)), e.stack(), cause, e.typeId());
            if (before == GoroutineStates.UNDETERMINED) {
                states.markOlder(slot);
            }
        }
        if (now == GoroutineStates.SYSCALL) {
            procs.foundInSyscall(e);
        }
    }
}
