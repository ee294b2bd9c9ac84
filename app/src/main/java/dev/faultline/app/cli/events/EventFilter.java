package dev.faultline.app.cli.events;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import java.util.Set;

/// Which events to print.
///
/// @param fromNs not before
/// @param toNs not after
/// @param goroutine index of the goroutine that must be context or subject, -1 for any
/// @param types wanted types, empty for all
record EventFilter(long fromNs, long toNs, int goroutine, Set<EventType> types) {
    boolean accepts(EventCursor event) {
        long time = event.time();
        return time >= fromNs && time <= toNs && (types.isEmpty() || types.contains(event.type()))
                && (goroutine < 0 || event.goroutine() == goroutine || about(event));
    }

    private boolean about(EventCursor event) {
        return event.subject() == goroutine
                && event.type().subject() == EventType.Subject.GOROUTINE;
    }
}
