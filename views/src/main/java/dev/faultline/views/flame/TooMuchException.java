package dev.faultline.views.flame;

/// There is more to show in the order of time than anybody could look at.
public final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1;
    /// Boxes.
    static final int MOST = 2_000_000;

    TooMuchException(int goroutines) {
        super("In the order of time these are too many boxes: filter some of the " + goroutines
                + " goroutines, or select a shorter time.");
    }
}
