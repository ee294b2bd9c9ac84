package dev.faultline.app.ui.compare;

import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The times of two traces: whoever moves or zooms one moves the other, too, at a fixed offset, unless they are unlinked.
final class LinkedTime {
    private final Viewport before;
    private final Viewport after;
    private final BooleanProperty linked = new SimpleBooleanProperty(this, "linked", true);
    private final ReadOnlyLongWrapper offset = new ReadOnlyLongWrapper(this, "offset");
    private boolean following;

    LinkedTime(Viewport before, Viewport after) {
        this.before = before;
        this.after = after;
        before.visibleProperty().subscribe(range -> follow(range, after, offset.get()));
        after.visibleProperty().subscribe(range -> follow(range, before, -offset.get()));
        linked.subscribe(on -> {
            if (on) {
                link(before);
            }
        });
    }

    /// Whether one follows the other. Linking them keeps the offset that they have then.
    BooleanProperty linkedProperty() {
        return linked;
    }

    /// How much later the new trace's shown time begins than the old one's, nanoseconds.
    ReadOnlyLongProperty offsetProperty() {
        return offset.getReadOnlyProperty();
    }

    /// Lets both count from their starts.
    void align() {
        offset.set(0);
        follow(before.visible(), after, 0);
    }

    /// Shows a place of each at the same scale, one below the other; afterwards they go on from there.
    ///
    /// @param inBefore null to leave the old one where it is
    /// @param inAfter null to leave the new one where it is
    void show(@Nullable TimeRange inBefore, @Nullable TimeRange inAfter) {
        long longest = Math.max(inBefore == null ? 0 : inBefore.durationNs(),
                inAfter == null ? 0 : inAfter.durationNs());
        apart(() -> {
            place(before, inBefore, longest);
            place(after, inAfter, longest);
        }, inBefore == null ? after : before);
    }

    private static void place(Viewport viewport, @Nullable TimeRange range, long durationNs) {
        if (range != null) {
            long from = Math.max(0, range.middleNs() - durationNs / 2);
            viewport.show(new TimeRange(from, from + durationNs).padded(0.5));
        }
    }

    /// Does something that moves both, each for itself; afterwards they go on from there.
    void apart(Runnable action) {
        apart(action, before);
    }

    /// @param leading the one whose scale both take
    private void apart(Runnable action, Viewport leading) {
        following = true;
        try {
            action.run();
        } finally {
            following = false;
        }
        if (linked.get()) {
            link(leading);
        }
    }

    private void link(Viewport leading) {
        offset.set(after.visible().fromNs() - before.visible().fromNs());
        if (leading == before) {
            follow(before.visible(), after, offset.get());
        } else {
            follow(after.visible(), before, -offset.get());
        }
    }

    private void follow(TimeRange range, Viewport other, long by) {
        if (linked.get() && !following) {
            following = true;
            try {
                other.show(range.shifted(by));
            } finally {
                following = false;
            }
        }
    }
}
