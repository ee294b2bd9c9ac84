package dev.faultline.app.cli.compare;

import dev.faultline.app.cli.findings.GateOptions;
import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.Paragraph;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.RuleOptions;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.app.config.RulesFile;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.gate.Budget;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.views.flame.FlameShares;
import dev.faultline.views.flame.FlameShares.Share;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.report.Report;
import dev.faultline.views.report.ReportForm;
import dev.faultline.views.report.ReportOptions;
import dev.faultline.views.report.content.ComparisonReport;
import dev.faultline.views.report.content.ReportModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `faultline compare`: what got better or worse from old traces to new ones.
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints what got worse, better or otherwise different between old and new traces of a program.")
public final class CompareCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    /// What `--fail-on` takes.
    enum FailOn {
        WORSE
    }

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", description = "the trace before; or several of them: a folder, or a pattern in quotes such as 'old/*.trace'")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "the trace after, or several")
    private String after = "";

    @Option(names = "--json", paramLabel = "OUT", description = "write the comparison as JSON; - prints only JSON")
    private @Nullable String json;

    @Option(names = "--html", paramLabel = "OUT", description = "write a report for the browser")
    private @Nullable Path html;

    @Option(names = "--pdf", paramLabel = "OUT", description = "write a report to print")
    private @Nullable Path pdf;

    @Option(names = "--fail-on", paramLabel = "worse", description = "exit with 1 if something is worse; with one run a side, if a finding is new or worse")
    private @Nullable FailOn failOn;

    @Option(names = "--max", paramLabel = "METRIC=VALUE", converter = GateOptions.MostConverter.class, description = "exit with 1 if a metric of a new trace is higher, as for analyze; may be repeated")
    private List<Budget> most = List.of();

    @Option(names = "--min", paramLabel = "METRIC=VALUE", converter = GateOptions.LeastConverter.class, description = "exit with 1 if a metric of a new trace is lower; may be repeated")
    private List<Budget> least = List.of();

    @Mixin
    private final StretchOptions stretch = new StretchOptions();

    @Mixin
    private final RuleOptions rules;

    /// @param ofUser the user's own settings of the rules
    public CompareCommand(Terminal terminal, RulesFile ofUser) {
        this.terminal = terminal;
        this.rules = new RuleOptions(ofUser);
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Settings settings = rules.settings();
        stretch.check();
        List<Budget> budgets = Stream.concat(most.stream(), least.stream()).toList();
        SideReader.Read old = new SideReader(terminal, settings, stretch, List.of()).read(before);
        SideReader.Read now = new SideReader(terminal, settings, stretch, budgets).read(after);
        Comparison comparison = Comparison.of(old.side(), now.side());
        Map<Measure, List<Share>> flames = shares(old, now);
        if (STANDARD_OUTPUT.equals(json)) {
            ComparisonJson.write(comparison, flames, terminal.out());
        } else {
            if (json != null) {
                OutputFile.write(Path.of(json), path -> write(comparison, flames, path));
            }
            new ComparisonText(terminal, comparison).print(before, after,
                    flames.getOrDefault(Measure.RUNNING, List.of()));
            budgets(now.budgets());
        }
        reports(comparison, flames.getOrDefault(Measure.RUNNING, List.of()));
        boolean broken = now.budgets().stream().anyMatch(budget -> budget.use().broken());
        return broken || failOn != null && failed(comparison) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private void budgets(List<SideReader.Budgeted> budgets) throws IOException {
        for (SideReader.Budgeted budget : budgets) {
            String mark = budget.use().broken() ? "broken" : budget.use().value().isPresent() ? "kept" : "unknown";
            new Paragraph(terminal.out()).print("Budget " + mark + ": ",
                    budget.use().text() + " (" + budget.trace() + ")");
        }
    }

    private void reports(Comparison comparison, List<Share> running) throws IOException {
        ReportModel model = ComparisonReport.of(comparison, before, after, running);
        report(model, ReportForm.HTML, html);
        report(model, ReportForm.PDF, pdf);
    }

    private static void report(ReportModel model, ReportForm form, @Nullable Path out) throws IOException {
        if (out != null) {
            OutputFile.write(out, draft -> Report.write(model, form, ReportOptions.DEFAULTS, draft));
        }
    }

    /// One run a side does not tell a value that got worse from one that varies.
    private static boolean failed(Comparison comparison) {
        boolean single = comparison.before().runs() == 1 || comparison.after().runs() == 1;
        return single ? comparison.worseFindings() : comparison.worse();
    }

    private static Map<Measure, List<Share>> shares(SideReader.Read old, SideReader.Read now) {
        Map<Measure, List<Share>> shares = new EnumMap<>(Measure.class);
        for (Map.Entry<Measure, FlameTree> tree : old.flames().entrySet()) {
            shares.put(tree.getKey(),
                    FlameShares.of(tree.getValue(), Objects.requireNonNull(now.flames().get(tree.getKey()))));
        }
        return shares;
    }

    private static void write(Comparison comparison, Map<Measure, List<Share>> flames, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            ComparisonJson.write(comparison, flames, out);
        }
    }
}
