package dev.faultline.app.ui.command;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import dev.faultline.views.report.content.ReportNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes a report of a trace. Runs off the UI thread.
@FunctionalInterface
public interface ReportWriter {
    /// @param notes what the user wrote down about the trace
    void write(Facts facts, Judgement judgement, List<ReportNote> notes, Path out) throws IOException;
}
