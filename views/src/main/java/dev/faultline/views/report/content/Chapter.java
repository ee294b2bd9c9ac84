package dev.faultline.views.report.content;

import java.util.List;

/// What a report says of one trace.
///
/// @param name of the trace, as the user knows it
/// @param anchor of its head
/// @param findings that are reported, worst first
/// @param tests names of all tests that the trace shows, sorted; empty where it is not one of tests
/// @param head title, verdict and contents
/// @param sections all that follows, in order
public record Chapter(String name, String anchor, List<ReportedFinding> findings, List<String> tests, List<Block> head,
        List<Block.Section> sections) {
    public Chapter {
        findings = List.copyOf(findings);
        tests = List.copyOf(tests);
        head = List.copyOf(head);
        sections = List.copyOf(sections);
    }
}
