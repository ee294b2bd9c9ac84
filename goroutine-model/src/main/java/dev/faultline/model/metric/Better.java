package dev.faultline.model.metric;

/// In which direction a metric is better.
public enum Better {
    LOWER("lower"),
    HIGHER("higher"),
    /// It says what was traced, not how well it ran.
    NEITHER("");

    private final String label;

    Better(String label) {
        this.label = label;
    }

    /// For a table, empty for [#NEITHER].
    public String label() {
        return label;
    }
}
