package dev.faultline.app.ui.command;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes a report of a trace. Runs off the UI thread.
@FunctionalInterface
public interface ReportWriter {
    void write(Facts facts, List<Finding> findings, Path out) throws IOException;
}
