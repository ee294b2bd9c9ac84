package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.config.ProgramVersion;
import dev.faultline.model.source.SourceRoots;
import dev.faultline.views.report.Report;
import dev.faultline.views.report.ReportForm;
import dev.faultline.views.report.ReportOptions;
import dev.faultline.views.report.content.Chapter;
import dev.faultline.views.report.content.Chapters;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.Subject;
import dev.faultline.views.report.data.FramePaths;
import dev.faultline.views.report.page.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The forms of the report that were asked for, and where they go. Several traces become chapters of one report.
final class ReportOutputs {
    /// Stands for standard output.
    static final String STANDARD_OUTPUT = "-";

    @Option(names = "--pdf", paramLabel = "OUT", description = "write the report as a PDF (- is standard output, also below)")
    private @Nullable String pdf;

    @Option(names = "--html", paramLabel = "OUT", description = "write the report as one HTML file that needs no network")
    private @Nullable String html;

    @Option(names = "--md", paramLabel = "OUT", description = "write the report as Markdown, to paste into an issue")
    private @Nullable String markdown;

    @Option(names = "--sarif", paramLabel = "OUT", description = "write the findings as SARIF 2.1.0, for code hosts")
    private @Nullable String sarif;

    @Option(names = "--junit", paramLabel = "OUT", description = "write the findings as JUnit XML, for build servers")
    private @Nullable String junit;

    @Option(names = "--paper", paramLabel = "SIZE", defaultValue = "a4", description = "size of the PDF's pages: a4 or letter; default: a4")
    private Paper paper = Paper.A4;

    @Option(names = "--source-root", paramLabel = "DIR[=PREFIX]", converter = RootConverter.class, description = "where the program's sources are, so that SARIF names files of the repository; PREFIX is what their paths begin with in the trace; may be repeated")
    private List<SourceRoots.Root> roots = List.of();

    private final List<Chapter> chapters = new ArrayList<>();

    /// Whether any form was asked for.
    boolean any() {
        return !targets().isEmpty();
    }

    /// Whether a form goes to standard output, so that nothing else may be printed there.
    boolean printed() {
        return targets().containsValue(STANDARD_OUTPUT);
    }

    /// Where each form that was asked for goes.
    Map<ReportForm, String> targets() {
        Map<ReportForm, String> targets = new EnumMap<>(ReportForm.class);
        put(targets, ReportForm.PDF, pdf);
        put(targets, ReportForm.HTML, html);
        put(targets, ReportForm.MARKDOWN, markdown);
        put(targets, ReportForm.SARIF, sarif);
        put(targets, ReportForm.JUNIT, junit);
        return targets;
    }

    private static void put(Map<ReportForm, String> targets, ReportForm form, @Nullable String target) {
        if (target != null) {
            targets.put(form, target);
        }
    }

    /// Takes up a trace, which may be closed afterwards.
    ///
    /// @param number of the trace, from 1; 0 when there is but one
    void add(Subject subject, int number) {
        if (any()) {
            chapters.add(Chapters.of(subject, number));
        }
    }

    /// Writes all forms.
    void write(Terminal terminal) throws IOException {
        if (chapters.isEmpty()) {
            return;
        }
        ReportModel model = new ReportModel(chapters);
        ReportOptions options = new ReportOptions(paper, new FramePaths(new SourceRoots(roots), Path.of("")),
                ProgramVersion.number());
        for (Map.Entry<ReportForm, String> target : targets().entrySet()) {
            if (target.getValue().equals(STANDARD_OUTPUT)) {
                Report.write(model, target.getKey(), options, terminal.out());
            } else {
                OutputFile.write(Path.of(target.getValue()),
                        draft -> Report.write(model, target.getKey(), options, draft));
            }
        }
    }

    /// Reads `DIR` or `DIR=PREFIX`.
    static final class RootConverter implements ITypeConverter<SourceRoots.Root> {
        @Override
        public SourceRoots.Root convert(String text) {
            int equals = Files.isDirectory(Path.of(text)) ? -1 : text.lastIndexOf('=');
            Path folder = Path.of(equals < 0 ? text : text.substring(0, equals));
            if (!Files.isDirectory(folder)) {
                throw new TypeConversionException(folder + " is not a folder");
            }
            return new SourceRoots.Root(folder, equals < 0 ? "" : text.substring(equals + 1));
        }
    }
}
