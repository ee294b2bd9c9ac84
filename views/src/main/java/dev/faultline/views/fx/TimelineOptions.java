package dev.faultline.views.fx;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What a user chooses about how a timeline is drawn.
public final class TimelineOptions {
    private final BooleanProperty runtimeShown = new SimpleBooleanProperty(this, "runtimeShown", false);
    private final BooleanProperty fineStates = new SimpleBooleanProperty(this, "fineStates", false);

    TimelineOptions() {
    }

    /// Whether collections and pauses are drawn over all rows.
    public BooleanProperty runtimeShownProperty() {
        return runtimeShown;
    }

    /// Whether the states of goroutines are told apart as far as the trace tells, by colours and patterns; else there are eight.
    public BooleanProperty fineStatesProperty() {
        return fineStates;
    }
}
