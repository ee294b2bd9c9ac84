package dev.faultline.views.report;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import dev.faultline.trace.disk.AtomicFile;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.ReportNote;
import dev.faultline.views.report.content.Subject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The report of a trace: verdict, findings with their evidence, charts, appendix.
public final class Report {
    private Report() {
    }

    /// Writes the report as a PDF. It appears under its name only when it is whole; until then it lies beside it under
    /// another.
    ///
    /// @param judgement what was found, under which settings
    /// @param out where to write, replaced when it exists
    /// @throws IOException when it cannot be written; then nothing is left behind
    public static void write(Facts facts, Judgement judgement, Path out) throws IOException {
        write(facts, judgement, List.of(), out);
    }

    /// The same with notes that somebody wrote.
    public static void write(Facts facts, Judgement judgement, List<ReportNote> notes, Path out) throws IOException {
        ReportModel model = ReportModel.of(Subject.of(facts, judgement).with(notes));
        AtomicFile.write(out, draft -> write(model, ReportForm.PDF, ReportOptions.DEFAULTS, draft));
    }

    /// Writes a report into a new file.
    ///
    /// @param draft does not exist yet, or is a device
    public static void write(ReportModel model, ReportForm form, ReportOptions options, Path draft)
            throws IOException {
        try (OutputStream stream = new BufferedOutputStream(
                Files.newOutputStream(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
            form.write(model, options, stream);
        }
    }

    /// Writes a report to a stream, which stays open.
    public static void write(ReportModel model, ReportForm form, ReportOptions options, OutputStream out)
            throws IOException {
        form.write(model, options, out);
        out.flush();
    }
}
