package dev.faultline.views.report.content;

import java.util.List;

/// A report: what is said of one or more traces.
///
/// @param chapters one a trace, in the order in which the traces were named
/// @param kind what kind of report it is, such as `findings report`
public record ReportModel(List<Chapter> chapters, String kind) {
    public ReportModel {
        chapters = List.copyOf(chapters);
        if (chapters.isEmpty()) {
            throw new IllegalArgumentException("a report needs a chapter");
        }
    }

    /// A report of findings.
    public ReportModel(List<Chapter> chapters) {
        this(chapters, "findings report");
    }

    /// A report on one trace.
    public static ReportModel of(Subject subject) {
        return new ReportModel(List.of(Chapters.of(subject, 0)));
    }

    /// What it is about: the name of the trace, or the number of traces.
    public String name() {
        return chapters.size() == 1 ? chapters.getFirst().name() : chapters.size() + " traces";
    }

    /// Title of the document.
    public String title() {
        return name() + " · Faultline " + kind;
    }

    /// One sentence for the document's properties.
    public String about() {
        return "What Faultline found in " + (chapters.size() == 1 ? "the Go trace " : "") + name();
    }
}
