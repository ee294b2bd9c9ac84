package dev.faultline.model.summary;

import dev.faultline.model.Tally;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.Effect;
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
        return type.effect() instanceof Effect.GoroutinesSwitch ? 3 : 1;
    }

    private static String kind(EventType type) {
        return switch (type.effect()) {
            case Effect.GoroutineMoves _,Effect.GoroutinesSwitch _,Effect.GoroutineIs _,Effect.ProcMoves _,Effect.ProcIs _ ->
                "StateTransition";
            case Effect.MetricIs _ -> "Metric";
            case Effect.RangeChanges change -> "Range" + edge(change.edge());
            case Effect.TaskChanges change -> "Task" + edge(change.edge());
            case Effect.RegionChanges change -> "Region" + edge(change.edge());
            case Effect.Noted noted -> switch (noted.note()) {
                case LABEL -> "Label";
                case LOG -> "Log";
                case CPU_SAMPLE -> "StackSample";
            };
            case Effect.None _ -> "Experimental";
        };
    }

    private static String edge(Effect.Edge edge) {
        return switch (edge) {
            case BEGIN -> "Begin";
            case END -> "End";
            case ACTIVE -> "Active";
        };
    }
}
