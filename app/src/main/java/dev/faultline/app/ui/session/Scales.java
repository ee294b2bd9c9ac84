package dev.faultline.app.ui.session;

import java.util.Arrays;

/// How large the window's content may be drawn: 75 to 200 % in steps.
public final class Scales {
    private static final double[] STEPS = {0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};

    private Scales() {
    }

    /// The step that is nearest to a number.
    public static double nearest(double wished) {
        return Arrays.stream(STEPS).boxed()
                .min((a, b) -> Double.compare(Math.abs(a - wished), Math.abs(b - wished))).orElse(1.0);
    }

    /// The step `by` places after another, or the last on that side.
    public static double step(double from, int by) {
        int at = Arrays.binarySearch(STEPS, nearest(from));
        return STEPS[Math.clamp(at + by, 0, STEPS.length - 1)];
    }
}
