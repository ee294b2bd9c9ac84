package dev.faultline.views.timeline.lane;

import dev.faultline.model.Spans;
import dev.faultline.views.paint.Role;

/// What one goroutine did.
///
/// @param spans its spans
/// @param words names its waits
record GoroutineLane(Spans spans, WaitWords words) implements Lane {
    @Override
    public int size() {
        return spans.size();
    }

    @Override
    public long start(int i) {
        return spans.start(i);
    }

    @Override
    public long end(int i) {
        return spans.end(i);
    }

    @Override
    public Role role(int i) {
        return Role.of(spans.state(i), spans.wait(i));
    }

    @Override
    public int firstEndingAfter(long ns) {
        if (size() == 0 || ns < spans.start(0)) {
            return 0;
        }
        int at = spans.at(ns);
        return at < 0 ? size() : at;
    }

    @Override
    public String label(int i) {
        return words.of(spans, i);
    }
}
