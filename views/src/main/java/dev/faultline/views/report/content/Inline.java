package dev.faultline.views.report.content;

/// A piece of a line.
public sealed interface Inline {
    /// What it says.
    String text();

    /// Plain text.
    record Text(String text) implements Inline {}

    /// Text that leads to another place of the report.
    ///
    /// @param anchor of that place
    record Link(String text, String anchor) implements Inline {}
}
