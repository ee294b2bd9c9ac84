package dev.faultline.model.rules;

/// How much a finding matters, worst first.
public enum Severity {
    CRITICAL, WARNING, NOTICE;

    /// As in JSON and reports.
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
