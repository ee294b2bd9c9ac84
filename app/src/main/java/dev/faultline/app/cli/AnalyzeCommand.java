package dev.faultline.app.cli;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rules;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import dev.faultline.views.report.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `faultline analyze`: the findings, for people, as JSON and as a PDF report.
@Command(name = "analyze", mixinStandardHelpOptions = true, versionProvider = FaultlineCommand.Version.class, sortOptions = false, description = "Prints what is wrong in the trace; writes the report and the JSON where asked.")
final class AnalyzeCommand implements Callable<Integer>, OneFile {
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "the trace, - for standard input")
    private String file = "";

    @Option(names = "--pdf", paramLabel = "OUT", description = "write the report to this file")
    private @Nullable String pdf;

    @Option(names = "--json", paramLabel = "OUT", description = "write the findings as JSON; - prints nothing else")
    private @Nullable String json;

    @Option(names = "--fail-on", paramLabel = "LEVEL", converter = FailOn.Converter.class, description = "exit with 1 when there are findings of this severity or a worse one (critical, warning, notice), or with one of these ids: ID,ID...")
    private FailOn failOn = FailOn.NOTHING;

    @Option(names = "--set", paramLabel = "RULE.NAME=VALUE", converter = Threshold.Converter.class, description = "change a threshold of a rule, such as long-stw.threshold_ns=5e6; may be repeated")
    private List<Threshold> thresholds = List.of();

    /// Whether there are findings as given to `--fail-on`.
    private boolean failed;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Integer call() throws IOException {
        int code = new Traces(file, terminal).forEach(this::analyze);
        return code != ExitCode.FINE ? code : failed ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private void analyze(Trace trace, int number) throws IOException {
        Facts facts = new Facts(Models.of(trace, terminal));
        Settings settings = Threshold.settings(thresholds);
        List<Finding> findings = Rules.check(facts, settings);
        if (pdf != null) {
            OutputFile.write(numbered(pdf, number), path -> Report.write(facts, findings, settings, path));
        }
        if (STANDARD_OUTPUT.equals(json)) {
            FindingsJson.write(facts.model(), findings, terminal.out());
        } else {
            if (json != null) {
                OutputFile.write(numbered(json, number), path -> writeJson(facts.model(), findings, path));
            }
            if (number > 1) {
                terminal.out().println("");
            }
            new FindingsText(terminal).print(facts.model(), findings);
        }
        failed |= failOn.matches(findings);
    }

    /// The traces of an archive get a file each: `report.pdf`, `report-2.pdf`, `report-3.pdf`.
    private static Path numbered(String target, int number) {
        Path path = Path.of(target);
        if (number < 2) {
            return path;
        }
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return path.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private static void writeJson(TraceModel model, List<Finding> findings, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            FindingsJson.write(model, findings, out);
        }
    }
}
