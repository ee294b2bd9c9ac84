package dev.faultline.model.compare;

/// What a difference means for the program.
public enum Verdict {
    WORSE("worse"),
    BETTER("better"),
    /// Other than before, and neither worse nor better.
    CHANGED("changed"),
    /// No difference beyond what counts as one.
    SAME("same");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /// In a sentence, a table or JSON.
    public String label() {
        return label;
    }
}
