package dev.faultline.views.report;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import dev.faultline.trace.disk.AtomicFile;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.Subject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The report of a trace: verdict, findings with their evidence, charts, appendix.
public final class Report {
    private Report() {
    }

    /// Writes the report of a trace as a PDF, with all that there is to say.
    ///
    /// @param judgement what was found, under which settings
    /// @param out as below
    /// @throws IOException when it cannot be written; then nothing is left behind
    public static void write(Facts facts, Judgement judgement, Path out) throws IOException {
        write(Subject.of(facts, judgement), ReportForm.PDF, ReportOptions.DEFAULTS, out);
    }

    /// Writes the report of a trace. It appears under its name only when it is whole; until then it lies beside it under
    /// another.
    ///
    /// @param out where to write, replaced when it exists
    /// @throws IOException when it cannot be written; then nothing is left behind
    public static void write(Subject subject, ReportForm form, ReportOptions options, Path out) throws IOException {
        ReportModel model = ReportModel.of(subject);
        AtomicFile.write(out, draft -> write(model, form, options, draft));
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
