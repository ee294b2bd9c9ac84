package dev.faultline.model.rules;

/// How certain a finding is.
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
