package dev.faultline.trace.mutation;

import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.format.EventType;
import java.util.HashMap;
import java.util.Map;

/// What a generation says, as one number that does not depend on the rest of the trace: its rows with their times since
/// its first row, and instead of the trace's indices what they stand for.
public final class Fingerprint {
    private final Trace trace;
    private final EventCursor e;
    private long hash = 17;

    private Fingerprint(Trace trace, Generation generation) {
        this.trace = trace;
        this.e = trace.events().cursor(generation.fromRow(), generation.toRow());
    }

    /// Fingerprints of all generations by number, the first of each.
    public static Map<Long, Long> of(Trace trace) {
        Map<Long, Long> all = new HashMap<>();
        for (Generation generation : trace.generations()) {
            all.putIfAbsent(generation.number(), new Fingerprint(trace, generation).compute());
        }
        return all;
    }

    private long compute() {
        EventStore events = trace.events();
        long first = -1;
        while (e.next()) {
            first = first < 0 ? events.time(e.row()) : first;
            add(e.type().id());
            add(e.time() - first);
            add(thread(e.thread()));
            add(e.proc());
            add(goroutine(e.goroutine()));
            add(isProcSubject(e.type()) ? e.subject() : goroutine(e.subject()));
            addStack(e.stack());
            arguments();
        }
        return hash;
    }

    private void arguments() {
        switch (e.type()) {
            case GO_STOP, GO_BLOCK, STW_BEGIN, STW_END, GO_LABEL -> addText(e.a());
            case GO_CREATE, GO_CREATE_BLOCKED -> addStack((int) e.a());
            case GO_STATUS, GO_STATUS_STACK -> {
                add(e.a());
                add(thread((int) e.b()));
            }
            case PROC_STEAL -> add(thread((int) e.a()));
            case USER_TASK_BEGIN -> addText(e.c());
            case USER_REGION_BEGIN, USER_REGION_END -> addText(e.b());
            case USER_LOG -> {
                addText(e.b());
                addText(e.c());
            }
            default -> {
                add(e.a());
                add(e.b());
                add(e.c());
            }
        }
    }

    private static boolean isProcSubject(EventType type) {
        return switch (type) {
            case PROC_START, PROC_STOP, PROC_STEAL, PROC_STATUS, GC_SWEEP_ACTIVE, GC_SWEEP_BEGIN, GC_SWEEP_END -> true;
            default -> false;
        };
    }

    private long goroutine(int index) {
        return index < 0 ? -1 : trace.goroutines().id(index);
    }

    private long thread(int index) {
        return index < 0 ? -1 : trace.threads().id(index);
    }

    private void addText(long id) {
        add(trace.strings().get((int) id).hashCode());
    }

    private void addStack(int id) {
        for (Frame frame : trace.stacks().frames(id)) {
            add(frame.hashCode());
        }
    }

    private void add(long value) {
        hash = hash * 0x9E3779B97F4A7C15L + value;
        hash ^= hash >>> 32;
    }
}
