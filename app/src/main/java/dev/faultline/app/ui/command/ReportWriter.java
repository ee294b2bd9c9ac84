package dev.faultline.app.ui.command;

import dev.faultline.views.report.ReportForm;
import dev.faultline.views.report.ReportOptions;
import dev.faultline.views.report.content.Subject;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a report of a trace. Runs off the UI thread.
@FunctionalInterface
public interface ReportWriter {
    /// @param subject what the report says
    /// @param out appears only when it is whole
    void write(Subject subject, ReportForm form, ReportOptions options, Path out) throws IOException;
}
