package dev.faultline.model.rules;

/// How sure a rule is of what it says.
public enum Confidence {
    CERTAIN, LIKELY, POSSIBLE;

    /// The next lower one, if any.
    public Confidence less() {
        return this == CERTAIN ? LIKELY : POSSIBLE;
    }

    /// As in JSON and reports.
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
