package dev.faultline.model.cut;

import dev.faultline.model.Goroutines;
import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Origin;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Field;
import dev.faultline.trace.format.ToldBefore;
import dev.faultline.trace.store.TraceStore;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// Copies rows of a trace to a store of their own. Goroutines and threads get indices of their own in the order in which the
/// rows name them; strings and stacks stay those of the whole trace.
final class RangeRows {
    private static final Clock NANOSECONDS = new Clock(1_000_000_000);
    private static final boolean[] PROC_SUBJECT = EventTable.procSubjects();
    private static final boolean[] GOROUTINE_SUBJECT = EventTable.goroutineSubjects();
    private static final boolean[] THREAD_IN_A = EventTable.threads(0);
    private static final boolean[] THREAD_IN_B = EventTable.threads(1);
    private static final boolean[] HAS_C = new boolean[EventTable.SIZE];
    static {
        for (EventType type : EventType.values()) {
            HAS_C[type.id()] = type.columns().size() > 2 || type.shape() == EventType.Shape.EXPERIMENTAL;
        }
    }

    /// One kind of ids: the whole trace's, and those that the copied rows name.
    private static final class Named {
        private final Ids whole;
        private final Ids own = new Ids();
        /// The own index by the whole trace's, -1 where no row named it yet.
        private final int[] globals;

        Named(Ids whole) {
            this.whole = whole;
            globals = new int[whole.size()];
            Arrays.fill(globals, -1);
        }

        int name(int index) {
            if (index >= 0 && globals[index] < 0) {
                globals[index] = own.add(whole.id(index));
            }
            return index;
        }
    }

    private final TraceStore store;
    private final Goroutines known;
    private final EventStore events = new EventStore();
    private final Named goroutines;
    private final Named threads;
    private final IntOpenHashSet procs = new IntOpenHashSet();
    private final Origin origin;
    private final long fromNs;
    private RowWriter writer;

    /// @param known what the whole trace tells of its goroutines
    /// @param fromNs what becomes time 0; earlier rows are moved there
    RangeRows(TraceStore store, Goroutines known, Trace whole, long fromNs) {
        this.store = store;
        this.known = known;
        goroutines = new Named(whole.goroutines());
        threads = new Named(whole.threads());
        this.fromNs = fromNs;
        origin = new Origin(NANOSECONDS, 0, goroutines.globals, threads.globals);
        writer = new RowWriter(store.packer(), NANOSECONDS);
    }

    /// Begins a row at time 0.
    ///
    /// @param subject index of a goroutine of the whole trace, or number of a P
    RowWriter first(EventType type, int thread, int proc, int subject) {
        return begin(type.id(), 0, thread, proc, -1, subject);
    }

    /// Tells the state of a goroutine, and all that the whole trace knows of its name.
    ///
    /// @param g index in the whole trace
    /// @param ns time of the row
    /// @param state as column a of a status has it
    /// @param reason string id of why it waits, 0 when it does not or nothing is known
    void status(int g, int thread, int proc, long ns, int state, int stack, int reason) {
        int entry = known.entryStack(g);
        boolean onlyTold = entry != 0 && known.shownName(g).isEmpty();
        EventType type = onlyTold ? EventType.GO_STATUS : EventType.GO_STATUS_STACK;
        RowWriter row = begin(type.id(), ns, thread, proc, -1, g).a(state).b(threads.name(thread)).stack(stack);
        if (entry != 0 || reason != 0) {
            row.c(ToldBefore.of(entry, reason));
        }
    }

    /// A goroutine is in a region.
    ///
    /// @param g index in the whole trace
    /// @param name string id
    void region(int g, long task, int name, int stack) {
        begin(EventType.USER_REGION_BEGIN.id(), 0, -1, -1, g, g).a(task).b(name).stack(stack);
    }

    private RowWriter begin(int type, long ns, int thread, int proc, int goroutine, int subject) {
        if (GOROUTINE_SUBJECT[type]) {
            goroutines.name(subject);
        } else if (PROC_SUBJECT[type] && subject >= 0) {
            procs.add(subject);
        }
        return writer.add(type, ns).context(threads.name(thread), proc, goroutines.name(goroutine)).subject(subject);
    }

    /// Whether a row so far is about the same goroutine or P as the one that a cursor stands at.
    boolean names(EventCursor e) {
        return PROC_SUBJECT[e.typeId()]
                ? procs.contains(e.subject())
                : GOROUTINE_SUBJECT[e.typeId()] && goroutines.globals[e.subject()] >= 0;
    }

    /// Copies the row that a cursor stands at.
    ///
    /// @param ns its time in the whole trace
    void copy(EventCursor e, long ns) {
        int type = e.typeId();
        if (RowStates.told(type)) {
            status(e.subject(), e.thread(), e.proc(), Math.max(0, ns - fromNs), (int) e.a(), e.stack(),
                    ToldBefore.reason(e.c()));
            return;
        }
        int subject = GOROUTINE_SUBJECT[type] || PROC_SUBJECT[type] ? e.subject() : -1;
        RowWriter row = begin(type, Math.max(0, ns - fromNs), e.thread(), e.proc(), e.goroutine(), subject)
                .stack(e.stack()).a(THREAD_IN_A[type] ? threads.name((int) e.a()) : e.a());
        if (THREAD_IN_B[type]) {
            row.b(threads.name((int) e.b()));
        } else if (e.b() != 0) {
            row.b(e.b());
        }
        if (HAS_C[type] && e.c() != 0) {
            row.c(e.c());
        }
    }

    /// Ends a generation; further rows belong to the next.
    ///
    /// @return number of all rows so far
    int endGeneration() {
        events.append(writer.finish(), origin);
        writer = new RowWriter(store.packer(), NANOSECONDS);
        return events.size();
    }

    EventStore events() {
        return events;
    }

    Ids goroutines() {
        return goroutines.own;
    }

    Ids threads() {
        return threads.own;
    }
}
