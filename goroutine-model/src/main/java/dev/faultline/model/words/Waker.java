package dev.faultline.model.words;

import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.EventStore;

/// What ended a wait, or made a goroutine runnable.
///
/// @param cause what did
/// @param goroutine index of the goroutine that did, -1 unless [Cause#GOROUTINE]
/// @param atNs when, in nanoseconds since the start of the trace; -1 when unknown
/// @param stack where that goroutine was when it did, 0 when unknown
public record Waker(Cause cause, int goroutine, long atNs, int stack) {
    /// What may wake a goroutine.
    public enum Cause {
        /// Another goroutine of the program.
        GOROUTINE("another goroutine"),
        /// The network was ready.
        NETPOLLER("the netpoller"),
        /// Its sleep was over.
        TIMER("its timer"),
        /// The runtime, on no goroutine's behalf: netpoller, timer or GC.
        RUNTIME("the runtime"),
        /// It was created.
        CREATION("its creation"),
        /// It ran and was preempted or yielded.
        PREEMPTION("preemption"),
        /// Its syscall returned while its P was taken.
        SYSCALL("the end of its syscall"),
        /// The trace shows how it went on, but not who made it do so: a part is missing.
        MISSING("unknown: events are missing"),
        /// The trace begins later.
        BEFORE_TRACE("unknown: before the trace began"),
        /// The trace ends first.
        NOBODY("not unblocked by the end of the trace");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        /// The cause by itself: `the netpoller`, `not unblocked by the end of the trace`.
        public String label() {
            return label;
        }

        /// Whether something is known to have woken the goroutine.
        boolean known() {
            return this == GOROUTINE || this == NETPOLLER || this == TIMER || this == RUNTIME;
        }
    }

    /// What ended a span in which the goroutine waits.
    public static Waker ofWait(TraceModel model, Spans spans, int span) {
        int row = spans.endRow(span);
        return row < 0 ? new Waker(Cause.NOBODY, -1, -1, 0) : at(model, spans, row, spans.wait(span));
    }

    /// What began a span in which the goroutine is runnable.
    public static Waker ofRunnable(TraceModel model, Spans spans, int span) {
        int row = spans.beginRow(span);
        if (row < 0) {
            return new Waker(Cause.BEFORE_TRACE, -1, -1, 0);
        }
        WaitKind wait = span > 0 ? spans.wait(span - 1) : WaitKind.NONE;
        return at(model, spans, row, wait);
    }

    private static Waker at(TraceModel model, Spans spans, int row, WaitKind wait) {
        EventStore events = model.trace().events();
        long at = events.time(row);
        return switch (events.type(row)) {
            case GO_UNBLOCK, GO_SWITCH, GO_SWITCH_DESTROY -> {
                int by = events.goroutine(row);
                yield by >= 0 && by != spans.goroutine()
                        ? new Waker(Cause.GOROUTINE, by, at, events.stack(row))
                        : new Waker(runtime(wait), -1, at, 0);
            }
            case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL -> new Waker(Cause.CREATION, -1, at, 0);
            case GO_STOP -> new Waker(Cause.PREEMPTION, -1, at, 0);
            case GO_SYSCALL_END_BLOCKED -> new Waker(Cause.SYSCALL, -1, at, 0);
            default -> new Waker(Cause.MISSING, -1, at, 0);
        };
    }

    private static Cause runtime(WaitKind wait) {
        return switch (wait) {
            case NETWORK -> Cause.NETPOLLER;
            case SLEEP -> Cause.TIMER;
            default -> Cause.RUNTIME;
        };
    }

    /// Who: `G42 main.worker`, `the netpoller`, `not unblocked by the end of the trace`.
    public String text(TraceModel model) {
        return cause == Cause.GOROUTINE ? Names.goroutineWithFunction(model, goroutine) : cause.label();
    }

    /// In one line: `woken by G42 main.worker`, `not unblocked by the end of the trace`.
    public String line(TraceModel model) {
        return cause == Cause.NOBODY
                ? cause.label()
                : cause.known() ? "woken by " + text(model) : "waker: " + text(model);
    }
}
