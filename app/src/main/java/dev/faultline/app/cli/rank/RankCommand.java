package dev.faultline.app.cli.rank;

import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.Failure;
import dev.faultline.app.cli.verb.RuleOptions;
import dev.faultline.app.cli.verb.TraceFiles;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.app.config.RulesFile;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.metric.TraceMetric;
import dev.faultline.model.metric.TraceMetrics;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `faultline rank`: traces in a table, the worst first.
@Command(name = "rank", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints one line for each trace, the worst first: findings, pauses, latency, GC share. Traces that cannot be read are lines, too, and make the exit code 3.")
public final class RankCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final List<Ranking.Row> rows = Collections.synchronizedList(new ArrayList<>());

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "traces, archives, and folders with all traces below them")
    private List<String> files = List.of();

    @Option(names = "--by", paramLabel = "METRIC", converter = MetricConverter.class, description = "what decides, such as stw, p99-sched-latency or p99-task:NAME; an unknown name lists all. Default: critical findings, then warnings, stuck goroutines, notices")
    private @Nullable TraceMetric by;

    @ArgGroup
    private Form form = new Form();

    @Mixin
    private final RuleOptions rules;

    /// At most one of them.
    private static final class Form {
        @Option(names = "--csv", description = "print comma-separated values")
        private boolean csv;

        @Option(names = "--json", description = "print JSON")
        private boolean json;
    }

    /// @param ofUser the user's own settings of the rules
    public RankCommand(Terminal terminal, RulesFile ofUser) {
        this.terminal = terminal;
        rules = new RuleOptions(ofUser);
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Settings settings = rules.settings();
        Ranking ranking = new Ranking(by);
        TraceFiles all = TraceFiles.of(files);
        new SharedWork(Runtime.getRuntime()).forEach(all.files(), RankCommand::bytes,
                file -> rank(file, all, ranking, settings));
        RankingForm written = new RankingForm(ranking, rows);
        if (form.csv) {
            written.csv(terminal.out());
        } else if (form.json) {
            written.json(terminal.out());
        } else {
            written.text(terminal.out());
        }
        return rows.stream().allMatch(row -> row.error().isEmpty()) ? ExitCode.FINE : ExitCode.UNREADABLE;
    }

    private static long bytes(TraceFiles.Named file) {
        try {
            return Files.size(Path.of(file.path()));
        } catch (IOException | InvalidPathException e) {
            return 0; // standard input, or a part of an archive
        }
    }

    private void rank(TraceFiles.Named file, TraceFiles all, Ranking ranking, Settings settings) throws IOException {
        TraceFiles.open(file, terminal.quiet(), EarlyWork.facts(false, (facts, number) -> rows.add(ranking
                .row(all.label(file, facts.model().trace()), new Measured(facts, Rules.judge(facts, settings))))), 1,
                (name, e) -> {
                    String label = file.label(name);
                    rows.add(Ranking.failed(label, Failure.of(label, e).sentence()));
                });
    }

    /// Reads the name of a metric.
    static final class MetricConverter implements ITypeConverter<TraceMetric> {
        @Override
        public TraceMetric convert(String name) {
            try {
                return TraceMetrics.named(name);
            } catch (SettingsException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
