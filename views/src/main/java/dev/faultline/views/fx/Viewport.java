package dev.faultline.views.fx;

import dev.faultline.model.words.Moments;
import dev.faultline.views.scale.TimeRange;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The stretch of time that all views of a trace show, and the stretch that is selected.
public final class Viewport {
    /// The deepest zoom: this many nanoseconds fill the view.
    static final long SHORTEST_NS = 100;

    private final TimeRange whole;
    private final Moments moments;
    private final ReadOnlyObjectWrapper<TimeRange> visible;
    private final ObjectProperty<@Nullable TimeRange> selected = new SimpleObjectProperty<>(this, "selected");

    /// Of a whole trace.
    ///
    /// @param durationNs duration of the trace, 0 or more
    public Viewport(long durationNs) {
        this(durationNs, Moments.WHOLE);
    }

    /// @param durationNs duration of the trace, 0 or more
    /// @param moments how its moments are written
    public Viewport(long durationNs, Moments moments) {
        this.moments = moments;
        whole = new TimeRange(0, Math.max(1, durationNs));
        visible = new ReadOnlyObjectWrapper<>(this, "visible", whole);
    }

    /// The whole trace.
    public TimeRange whole() {
        return whole;
    }

    /// How moments of the trace are written.
    public Moments moments() {
        return moments;
    }

    /// The time that views show; always inside the whole, at least 1 ns long.
    public ReadOnlyObjectProperty<TimeRange> visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    public TimeRange visible() {
        return visible.get();
    }

    /// The time range that the user selected (on the ruler), null when none is.
    public ObjectProperty<@Nullable TimeRange> selectedProperty() {
        return selected;
    }

    public @Nullable TimeRange selected() {
        return selected.get();
    }

    /// The selected range, or the visible one when none is selected.
    public TimeRange asked() {
        TimeRange range = selected.get();
        return range == null ? visible() : range;
    }

    /// Jumps to a range; what does not fit inside the whole is cut or moved.
    public void show(TimeRange range) {
        set(range);
    }

    public void showWhole() {
        show(whole);
    }

    /// Zooms, keeping `fixedNs` where it is on screen.
    ///
    /// @param factor below 1 shows less time, above 1 more
    public void zoom(double factor, long fixedNs) {
        TimeRange now = visible();
        double least = Math.min(1, (double) Math.min(SHORTEST_NS, whole.durationNs()) / now.durationNs());
        set(now.zoomed(Math.max(factor, least), fixedNs));
    }

    /// Moves by some time, later when positive, stopping at the trace's ends.
    public void pan(long ns) {
        set(visible().shifted(ns));
    }

    private void set(TimeRange range) {
        TimeRange wide = range.durationNs() == 0 ? new TimeRange(range.fromNs(), range.fromNs() + 1) : range;
        visible.set(wide.within(whole));
    }
}
