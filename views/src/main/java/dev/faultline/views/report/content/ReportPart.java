package dev.faultline.views.report.content;

/// Parts that a reader may do without.
public enum ReportPart {
    /// Charts of the run.
    CHARTS("Charts of the run"),
    /// Timelines of each finding's evidence.
    EVIDENCE("Timelines of the evidence"),
    /// Stacks of each finding.
    STACKS("Stacks"),
    /// Goroutine groups and where they spent their time.
    GROUPS("Goroutine groups"),
    /// What was written down about the trace.
    NOTES("Notes"),
    /// What was read, suppressed and not checked, and all thresholds.
    APPENDIX("Appendix");

    private final String label;

    ReportPart(String label) {
        this.label = label;
    }

    /// What it is called for people.
    public String label() {
        return label;
    }
}
