package dev.faultline.views.timeline.lane;

import dev.faultline.model.Stretches;
import dev.faultline.views.paint.Role;
import org.jspecify.annotations.Nullable;

/// Intervals that one row draws. A lane belongs to one thread at a time.
public interface Lane extends Stretches {
    /// How an interval is drawn.
    Role role(int i);

    /// A few words for an interval that is wide enough, such as `network · Read`; empty for none.
    default String label(int i) {
        return "";
    }

    /// What to lay out the intervals of a stretch from: this lane, or a copy of that part with the same indices. Null while
    /// its sums must do instead; then the copy is on its way, or there are too many intervals for it.
    default @Nullable Lane near(double fromNs, double toNs) {
        return this;
    }

    /// Sums over buckets of time for lanes of many intervals, null for others.
    default @Nullable LaneSummary summary() {
        return null;
    }
}
