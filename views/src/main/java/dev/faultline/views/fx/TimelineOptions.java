package dev.faultline.views.fx;

import dev.faultline.views.scale.ZeroTime;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What a user chooses about how a timeline is drawn.
public final class TimelineOptions {
    private final BooleanProperty runtimeShown = new SimpleBooleanProperty(this, "runtimeShown", false);
    private final BooleanProperty fineStates = new SimpleBooleanProperty(this, "fineStates", false);

    private final ObjectProperty<@Nullable ZeroTime> zero = new SimpleObjectProperty<>(this, "zero");

    TimelineOptions() {
    }

    /// Whether collections and pauses are drawn over all rows.
    public BooleanProperty runtimeShownProperty() {
        return runtimeShown;
    }

    /// What the ruler calls time 0; null for what it is in the whole trace.
    public ObjectProperty<@Nullable ZeroTime> zeroProperty() {
        return zero;
    }

    /// Whether the states of goroutines are told apart as far as the trace tells, by colours and patterns; else there are eight.
    public BooleanProperty fineStatesProperty() {
        return fineStates;
    }
}
