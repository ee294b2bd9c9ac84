package dev.faultline.app.ui.session;

/// Which page of a trace is in front, in the order of the rail.
public enum PageKey {
    TIMELINE, FINDINGS, LEAKS, SPANS, FLAME, CHARTS, TABLES, NOTES
}
