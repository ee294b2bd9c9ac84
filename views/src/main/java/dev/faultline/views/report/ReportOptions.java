package dev.faultline.views.report;

import dev.faultline.views.report.data.FramePaths;
import dev.faultline.views.report.page.Paper;

/// What a form of a report needs to know beside what it says.
///
/// @param paper of the PDF
/// @param paths tells which files of a repository frames are in
/// @param version of this program
public record ReportOptions(Paper paper, FramePaths paths, String version) {
    /// A4, without sources and version.
    public static final ReportOptions DEFAULTS = new ReportOptions(Paper.A4, FramePaths.NONE, "");
}
