package dev.faultline.trace;

import dev.faultline.trace.event.EventCursor;
import java.util.ArrayList;
import java.util.List;

/// Rows as lines: thread, P, goroutine (ids, `-` for none), name of the event, subject.
public final class RowText {
    private RowText() {
    }

    /// All rows of a trace.
    public static List<String> of(Trace trace) {
        return of(trace, 0, trace.events().size());
    }

    /// Rows `from` to `to`.
    public static List<String> of(Trace trace, int from, int to) {
        List<String> lines = new ArrayList<>();
        EventCursor e = trace.events().cursor(from, to);
        while (e.next()) {
            String thread = e.thread() < 0 ? "-" : "" + trace.threads().id(e.thread());
            String proc = e.proc() < 0 ? "-" : "" + e.proc();
            String subject = e.subject() < 0 ? "-" : aboutProc(e) ? "" + e.subject() : goroutine(trace, e.subject());
            lines.add(thread + " " + proc + " " + goroutine(trace, e.goroutine()) + " " + e.type().goName() + " "
                    + subject);
        }
        return lines;
    }

    private static String goroutine(Trace trace, int index) {
        return index < 0 ? "-" : "" + trace.goroutines().id(index);
    }

    private static boolean aboutProc(EventCursor e) {
        return switch (e.type()) {
            case PROC_START, PROC_STOP, PROC_STEAL, PROC_STATUS, GC_SWEEP_ACTIVE, GC_SWEEP_BEGIN, GC_SWEEP_END -> true;
            default -> false;
        };
    }
}
