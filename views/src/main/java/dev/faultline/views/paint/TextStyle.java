package dev.faultline.views.paint;

/// The few kinds of text in pictures.
public enum TextStyle {
    BODY(12, false, false),
    BOLD(12, true, false),
    SMALL(11, false, false),
    TINY(9.5, false, false),
    MONO(11, false, true);

    private final double size;
    private final boolean bold;
    private final boolean monospaced;

    TextStyle(double size, boolean bold, boolean monospaced) {
        this.size = size;
        this.bold = bold;
        this.monospaced = monospaced;
    }

    /// Size in px.
    public double size() {
        return size;
    }

    public boolean bold() {
        return bold;
    }

    public boolean monospaced() {
        return monospaced;
    }
}
