package dev.faultline.app.ui.command;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a report of a trace. Runs off the UI thread.
@FunctionalInterface
public interface ReportWriter {
    void write(Facts facts, Judgement judgement, Path out) throws IOException;
}
