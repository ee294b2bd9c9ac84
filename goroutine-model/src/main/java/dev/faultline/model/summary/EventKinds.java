package dev.faultline.model.summary;

import dev.faultline.model.Tally;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.EventType;
import java.util.Map;
import java.util.TreeMap;

/// Events by kind as Go's reader returns them: several wire types are one kind, and a few make the reader return more
/// events than were written (a coroutine switch is three transitions, each generation begins with a Sync event).
final class EventKinds {
    private EventKinds() {
        // functions only
    }

    static Map<String, Long> count(Trace trace, Tally tally) {
        Map<String, Long> counts = new TreeMap<>();
        for (EventType type : EventType.values()) {
            long count = tally.events().of(type);
            if (count > 0) {
                counts.merge(kind(type), count * events(type), Long::sum);
            }
        }
        if (tally.abandonedProcs() > 0) {
            counts.merge("StateTransition", (long) tally.abandonedProcs(), Long::sum);
        }
        counts.put("Sync", (long) syncs(trace));
        return counts;
    }

    /// One per generation and one at the end.
    static int syncs(Trace trace) {
        return trace.generations().size() + 1;
    }

    private static int events(EventType type) {
        return switch (type) {
            case GO_SWITCH, GO_SWITCH_DESTROY -> 3;
            default -> 1;
        };
    }

    private static String kind(EventType type) {
        return switch (type) {
            case CPU_SAMPLE -> "StackSample";
            case PROCS_CHANGE, HEAP_ALLOC, HEAP_GOAL -> "Metric";
            case STW_BEGIN, GC_BEGIN, GC_SWEEP_BEGIN, GC_MARK_ASSIST_BEGIN -> "RangeBegin";
            case GC_ACTIVE, GC_SWEEP_ACTIVE, GC_MARK_ASSIST_ACTIVE -> "RangeActive";
            case STW_END, GC_END, GC_SWEEP_END, GC_MARK_ASSIST_END -> "RangeEnd";
            case GO_LABEL -> "Label";
            case USER_TASK_BEGIN -> "TaskBegin";
            case USER_TASK_END -> "TaskEnd";
            case USER_REGION_BEGIN -> "RegionBegin";
            case USER_REGION_END -> "RegionEnd";
            case USER_LOG -> "Log";
            default -> type.shape() == EventType.Shape.EXPERIMENTAL ? "Experimental" : "StateTransition";
        };
    }
}
