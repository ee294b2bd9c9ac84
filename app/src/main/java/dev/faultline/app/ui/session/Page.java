package dev.faultline.app.ui.session;

/// The views that the rail switches between, in its order.
public enum Page {
    TIMELINE("Timeline"),
    FINDINGS("Findings"),
    LEAKS("Leaks"),
    SPANS("Spans"),
    FLAME("Flame"),
    CHARTS("Charts"),
    TABLES("Tables");

    private final String label;

    Page(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
