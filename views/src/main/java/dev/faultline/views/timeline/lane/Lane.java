package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;
import org.jspecify.annotations.Nullable;

/// Intervals that do not overlap, in time order, gaps allowed: what one row draws. Times are nanoseconds since the
/// trace's first event. A lane belongs to one thread at a time.
public interface Lane {
    int size();

    long start(int i);

    /// Not before the start and not after the next start.
    long end(int i);

    Role role(int i);

    /// The first interval that ends after `ns`, [#size()] when none does. Takes logarithmic time.
    int firstEndingAfter(long ns);

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
