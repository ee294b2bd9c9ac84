package dev.faultline.views.timeline.lane;

import dev.faultline.model.Range;
import dev.faultline.views.paint.Role;
import java.util.List;
import java.util.Locale;

/// Ranges of one kind that do not overlap one another: collections or pauses.
///
/// @param ranges in order of their start
/// @param color role of all of them
final class RangeLane implements Lane {
    private final List<Range> ranges;
    private final Role color;
    private final long[] starts;
    private final long[] ends;

    RangeLane(List<Range> ranges, Role color) {
        this.ranges = ranges;
        this.color = color;
        starts = ranges.stream().mapToLong(Range::startNs).toArray();
        ends = ranges.stream().mapToLong(Range::endNs).toArray();
    }

    @Override
    public int size() {
        return starts.length;
    }

    @Override
    public long start(int i) {
        return starts[i];
    }

    @Override
    public long end(int i) {
        return ends[i];
    }

    @Override
    public Role role(int i) {
        return color;
    }

    @Override
    public String label(int i) {
        Range r = ranges.get(i);
        return switch (r.kind()) {
            case GC_MARK -> "GC " + (r.a() > 0 ? "#" + r.a() : "mark");
            case STW -> r.reason();
            default -> r.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
