package dev.faultline.model;

import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Origin;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A trace written by hand, for what no sample shows: who does what at which microsecond, in any order. Goroutine 1, `MAIN`,
/// exists from the start and runs. Places are written innermost first: `sync.(*Mutex).Lock:81 < main.work:12`.
public final class Script {
    public static final int MAIN = 1;
    private static final Clock NANOSECONDS = new Clock(1_000_000_000);
    private static final int RUNNABLE = 1;
    private static final int RUNNING = 2;
    private static final int WAITING = 4;

    /// An event to come; `b` and `c` are written where they are not 0.
    private record Row(EventType type, long ns, int by, int proc, int subject, int stack, long a, long b, long c) {}

    private final long durationNs;
    private final Strings strings = new Strings();
    private final Stacks stacks = new Stacks(strings);
    private final Ids goroutines = new Ids();
    private final List<Row> rows = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private int minor = 26;
    /// Generations that are missing between the two of the trace, -1 when it has but one.
    private int missing = -1;

    /// @param durationUs length of the trace in microseconds
    public Script(long durationUs) {
        durationNs = durationUs * 1000;
        status(MAIN, RUNNING, "runtime.main:1");
    }

    public Script minor(int goRelease) {
        minor = goRelease;
        return this;
    }

    /// Something of the file could not be read.
    public Script lost(Loss loss) {
        losses.add(loss);
        return this;
    }

    /// The trace has two generations, between which so many are missing.
    public Script missing(int generations) {
        missing = generations;
        return this;
    }

    /// A goroutine that existed before the trace and waits.
    public Script old(int g, String where) {
        return status(g, WAITING, where);
    }

    /// A goroutine that existed before the trace and wants to run.
    public Script oldReady(int g, String where) {
        return status(g, RUNNABLE, where);
    }

    /// A later generation names a goroutine that waits.
    public Script seen(long us, int g, String where) {
        return row(EventType.GO_STATUS_STACK, us, -1, index(g), where, WAITING, -1, 0);
    }

    private Script status(int g, int state, String where) {
        return row(EventType.GO_STATUS_STACK, 0, -1, index(g), where, state, -1, 0);
    }

    /// @param function what the new goroutine runs
    /// @param where the go statement
    public Script create(long us, int by, int g, String function, String where) {
        return row(EventType.GO_CREATE, us, by, index(g), where, stack(function + ":1"), 0, 0);
    }

    /// A sequence is opened: its coroutine waits to be advanced.
    public Script coroutine(long us, int by, int g, String where) {
        return row(EventType.GO_CREATE_BLOCKED, us, by, index(g), where, stack("runtime.corostart:75"), 0, 0);
    }

    /// A goroutine hands over to a coroutine, or the other way round.
    public Script switches(long us, int from, int to) {
        return row(EventType.GO_SWITCH, us, from, index(to), "", 0, 0, 0);
    }

    public Script start(long us, int g) {
        return row(EventType.GO_START, us, -1, index(g), "", 0, 0, 0);
    }

    public Script block(long us, int g, String reason, String where) {
        return row(EventType.GO_BLOCK, us, g, index(g), where, strings.intern(reason), 0, 0);
    }

    /// The goroutine is preempted and wants to run.
    public Script yield(long us, int g) {
        return this.yield(us, g, "main.busy:9");
    }

    /// The same at a place.
    public Script yield(long us, int g, String where) {
        return row(EventType.GO_STOP, us, g, index(g), where, strings.intern("preempted"), 0, 0);
    }

    /// @param by who wakes it, 0 for the runtime: a timer, the network
    public Script wake(long us, int by, int g, String where) {
        return row(EventType.GO_UNBLOCK, us, by == 0 ? -1 : by, index(g), where, 0, 0, 0);
    }

    public Script end(long us, int g) {
        return row(EventType.GO_DESTROY, us, g, index(g), "", 0, 0, 0);
    }

    /// A wait from begin to end: after it the goroutine runs at once.
    public Script waits(long[] fromTo, int g, int waker, String reason, String where) {
        return block(fromTo[0], g, reason, where).wake(fromTo[1], waker, g, "main.serve:77").start(fromTo[1], g);
    }

    /// A whole life: created by main, runs at once, ends.
    public Script life(long[] fromTo, int g, String function, String where) {
        return create(fromTo[0], MAIN, g, function, where).start(fromTo[0], g).end(fromTo[1], g);
    }

    /// A system call that does not end.
    public Script syscallBegins(long us, int g, String where) {
        return row(EventType.GO_SYSCALL_BEGIN, us, g, index(g), where, 0, 0, 0);
    }

    public Script syscall(long[] fromTo, int g, String where) {
        return syscallBegins(fromTo[0], g, where).row(EventType.GO_SYSCALL_END, fromTo[1], g, index(g), "", 0, 0, 0);
    }

    public Script task(long[] fromTo, int by, long id, String name) {
        row(EventType.USER_TASK_BEGIN, fromTo[0], by, -1, "main.begin:20", id, 0, strings.intern(name));
        return fromTo.length == 1 ? this : taskEnds(fromTo[1], by, id);
    }

    public Script taskEnds(long us, int by, long id) {
        return row(EventType.USER_TASK_END, us, by, -1, "main.begin:22", id, 0, 0);
    }

    /// @param task id of its task, 0 for none
    public Script region(long[] fromTo, int g, long task, String name) {
        row(EventType.USER_REGION_BEGIN, fromTo[0], g, index(g), "main.part:30", task, strings.intern(name), 0);
        return fromTo.length == 1 ? this : regionEnds(fromTo[1], g, task, name);
    }

    public Script regionEnds(long us, int g, long task, String name) {
        return row(EventType.USER_REGION_END, us, g, index(g), "main.part:32", task, strings.intern(name), 0);
    }

    public Script pause(long[] fromTo, int by, String reason, String where) {
        pauseBegins(fromTo[0], by, reason, where);
        return row(EventType.STW_END, fromTo[1], by, index(by), "", strings.intern(reason), 0, 0);
    }

    /// A pause that the trace does not see end.
    public Script pauseBegins(long at, int by, String reason, String where) {
        return row(EventType.STW_BEGIN, at, by, index(by), where, strings.intern(reason), 0, 0);
    }

    /// @param where stack of who starts it
    public Script collection(long[] fromTo, int by, String where) {
        long number = rows.size();
        row(EventType.GC_BEGIN, fromTo[0], by, -1, where, number, 0, 0);
        return row(EventType.GC_END, fromTo[1], by, -1, "", number, 0, 0);
    }

    public Script assist(long[] fromTo, int g, String where) {
        row(EventType.GC_MARK_ASSIST_BEGIN, fromTo[0], g, index(g), where, 0, 0, 0);
        return row(EventType.GC_MARK_ASSIST_END, fromTo[1], g, index(g), "", 0, 0, 0);
    }

    public Script heap(long us, long bytes, long goal) {
        row(EventType.HEAP_ALLOC, us, MAIN, -1, "", bytes, 0, 0);
        return row(EventType.HEAP_GOAL, us, MAIN, -1, "", goal, 0, 0);
    }

    public Script procs(long us, int count, String where) {
        return row(EventType.PROCS_CHANGE, us, MAIN, -1, where, count, 0, 0);
    }

    /// A P begins to run what follows on it.
    public Script proc(long us, int p) {
        rows.add(new Row(EventType.PROC_START, us * 1000, -1, -1, p, 0, 0, 0, 0));
        return this;
    }

    public Script procStops(long us, int p) {
        rows.add(new Row(EventType.PROC_STOP, us * 1000, -1, p, p, 0, 0, 0, 0));
        return this;
    }

    /// A goroutine runs on a P for a while, then is preempted.
    public Script runs(long[] fromTo, int g, int p) {
        return runs(fromTo, g, p, "main.busy:9");
    }

    /// The same at a place.
    public Script runs(long[] fromTo, int g, int p, String where) {
        rows.add(new Row(EventType.GO_START, fromTo[0] * 1000, -1, p, index(g), 0, 0, 0, 0));
        rows.add(new Row(EventType.GO_STOP, fromTo[1] * 1000, index(g), p, index(g), stack(where),
                strings.intern("preempted"), 0, 0));
        return this;
    }

    private Script row(EventType type, long us, int by, int subject, String where, long... args) {
        rows.add(new Row(type, us * 1000, by < 1 ? -1 : index(by), -1, subject, stack(where), args[0], args[1],
                args[2]));
        return this;
    }

    private int index(int g) {
        return goroutines.add(g);
    }

    private int stack(String places) {
        if (places.isEmpty()) {
            return 0;
        }
        String[] parts = places.split(" < ");
        int[] frames = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int colon = parts[i].lastIndexOf(':');
            String function = parts[i].substring(0, colon);
            String file = "/src/" + function.substring(0, function.indexOf('.')) + "/code.go";
            frames[i] = stacks.internFrame(new Stacks.FrameKey(strings.intern(function), strings.intern(file),
                    Integer.parseInt(parts[i].substring(colon + 1)), 0));
        }
        return stacks.intern(frames);
    }

    /// The model of what happened.
    public TraceModel build() {
        rows.sort(Comparator.comparingLong(Row::ns));
        TraceStore store = TraceStore.ofMade();
        RowWriter writer = new RowWriter(store.packer(), NANOSECONDS);
        for (Row r : rows) {
            writer.row(r.type, r.ns).context(0, r.proc, r.by).subject(r.subject).stack(r.stack).a(r.a);
            if (r.b != 0) {
                writer.b(r.b);
            }
            if (r.c != 0) {
                writer.c(r.c);
            }
        }
        Ids threads = new Ids();
        threads.add(1);
        EventStore events = new EventStore();
        events.append(writer.finish(), new Origin(NANOSECONDS, 0, IntStream.range(0, goroutines.size()).toArray(),
                new int[]{0}));
        Trace trace = new Trace("script.trace", "go 1." + minor + " trace", minor, 1000, durationNs, events, strings,
                stacks, goroutines, threads, generations(events.size()),
                new ReadReport(losses.isEmpty(), "", List.of(), losses, 0, 0), store);
        return ModelBuilder.build(trace, Progress.NONE);
    }

    private List<Generation> generations(int size) {
        if (missing < 0) {
            return List.of(new Generation(1, 0, size, 0, null, true, List.of()));
        }
        int half = (int) rows.stream().filter(r -> r.ns < durationNs / 2).count();
        return List.of(new Generation(1, 0, half, 0, null, true, List.of()),
                new Generation(2 + missing, half, size, durationNs / 2, null, true, List.of()));
    }
}
