package dev.faultline.views.timeline.row;

import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;

/// Moments of a line: log messages, CPU samples.
///
/// @param name what they are
/// @param role their colour
/// @param events of the trace
/// @param rows of the moments, ascending
record MarkStrand(String name, Role role, EventStore events, int[] rows) implements Strand {
    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public long start(int i) {
        return events.time(rows[i]);
    }

    @Override
    public long end(int i) {
        return start(i);
    }

    @Override
    public Role role(int i) {
        return role;
    }

    @Override
    public String label(int i) {
        return "";
    }

    @Override
    public Thing thing(int i) {
        return new Thing.Moment(rows[i], events.goroutine(rows[i]));
    }
}
