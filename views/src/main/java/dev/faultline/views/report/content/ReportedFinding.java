package dev.faultline.views.report.content;

import dev.faultline.model.rules.Finding;
import java.util.List;

/// A finding and its place in the report.
///
/// @param number counted from 1 in its chapter
/// @param anchor what links lead to
/// @param finding what was found
/// @param news `new`, `worse` or `known` in comparison with a baseline; empty without one
/// @param tests names of the tests that it happened in
/// @param consequences what other rules found that follows from it
public record ReportedFinding(int number, String anchor, Finding finding, String news, List<String> tests,
        List<Finding> consequences) {
    /// Number and id.
    public String title() {
        return number + " " + finding.id();
    }
}
