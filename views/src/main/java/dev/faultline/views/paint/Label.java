package dev.faultline.views.paint;

/// One line of text and where it stands.
///
/// @param text what it says
/// @param x its left, middle or right end, as `align` says
/// @param baseline where its letters stand
/// @param style size and weight
/// @param align what `x` means
public record Label(String text, double x, double baseline, TextStyle style, Align align) {
    /// What a label's x is.
    public enum Align {
        LEFT, MIDDLE, RIGHT
    }

    public static Label left(String text, double x, double baseline, TextStyle style) {
        return new Label(text, x, baseline, style, Align.LEFT);
    }

    public static Label right(String text, double x, double baseline, TextStyle style) {
        return new Label(text, x, baseline, style, Align.RIGHT);
    }
}
