package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Targets;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.rank.Ranking;
import dev.faultline.app.cli.rank.RankingForm;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.Failure;
import dev.faultline.app.cli.verb.RuleOptions;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.TraceFiles;
import dev.faultline.app.cli.verb.Traces;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.app.config.RulesFile;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.gate.BaselineFile;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.trace.Trace;
import dev.faultline.views.report.content.Subject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `faultline analyze`: the findings, for people, as JSON and as a report; whether they pass.
@Command(name = "analyze", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints the findings in traces; optionally writes the report and the JSON, compares with a baseline, checks budgets.")
public final class AnalyzeCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;
    private final Ranking ranking = new Ranking(null);
    private final List<Analyzed> analyzed = new ArrayList<>();
    private final List<Ranking.Row> failures = new ArrayList<>();
    private int code = ExitCode.FINE;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the traces, folders with all traces below them, - for standard input")
    private List<String> files = List.of();

    @Mixin
    private final ReportOutputs reports = new ReportOutputs();

    @Option(names = "--json", paramLabel = "OUT", description = "write the findings as JSON; - prints only JSON")
    private @Nullable String json;

    @Mixin
    private final GateOptions gateOptions = new GateOptions();

    @Mixin
    private final StretchOptions stretch = new StretchOptions();

    @Mixin
    private final RuleOptions rules;

    /// @param ofUser the user's own settings of the rules
    public AnalyzeCommand(Terminal terminal, RulesFile ofUser) {
        this.terminal = terminal;
        rules = new RuleOptions(ofUser);
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Settings settings = rules.settings();
        stretch.check();
        Gate gate = gateOptions.gate();
        TraceFiles all;
        try {
            all = TraceFiles.of(files);
            Targets.check(targets(), all.files().stream().map(TraceFiles.Named::path).toList());
        } catch (Targets.SameFileException e) {
            throw new SettingsException(e.getMessage());
        }
        for (TraceFiles.Named file : all.files()) {
            int number = analyzed.size() + failures.size() + 1;
            TraceFiles.open(file, terminal, use(all, file, settings, gate), all.several() ? number : 0,
                    (name, e) -> failed(file, name, e, all.several()));
        }
        finish(all.several() || analyzed.size() + failures.size() > 1, gate);
        return code;
    }

    private List<String> targets() {
        List<String> targets = new ArrayList<>(reports.targets().values());
        if (json != null) {
            targets.add(json);
        }
        Path baseline = gateOptions.written();
        if (baseline != null) {
            targets.add(baseline.toString());
        }
        return targets;
    }

    private Traces.Use use(TraceFiles all, TraceFiles.Named file, Settings settings, Gate gate) {
        return stretch.given()
                ? EarlyWork.models((whole, number) -> analyzeStretch(whole, number, all, file, settings, gate))
                : EarlyWork.facts(reports.any(), (facts, number) -> analyze(facts, number, all, file, settings, gate));
    }

    private void analyzeStretch(TraceModel whole, int number, TraceFiles all, TraceFiles.Named file, Settings settings,
            Gate gate)
            throws IOException {
        try (ProgressLine.Watched watched = ProgressLine.on(terminal);
                Trace cut = stretch.cut(whole, watched.progress())) {
            analyze(EarlyFacts.of(cut, watched.progress(), reports.any()), number, all, file, settings, gate);
        }
    }

    private void analyze(Facts facts, int number, TraceFiles all, TraceFiles.Named file, Settings settings, Gate gate)
            throws IOException {
        TraceModel model = facts.model();
        String label = all.label(file, model.trace());
        Judgement judgement = Rules.judge(facts, settings);
        Measured measured = new Measured(facts, judgement);
        Gate.Result result = gate.check(measured, judgement, model.durationNs());
        Analyzed one = new Analyzed(Analyzed.Head.of(model, label), model.trace().report(), judgement, result,
                ranking.row(label, measured));
        analyzed.add(one);
        reports.add(Subject.of(facts, judgement).named(label).with(result.news()), number);
        if (prints()) {
            if (analyzed.size() > 1) {
                terminal.out().println("");
            }
            new FindingsText(terminal).print(model, label, judgement, result);
            new GateText(terminal).trace(result);
        }
    }

    /// Whether people read standard output.
    private boolean prints() {
        return !STANDARD_OUTPUT.equals(json) && !reports.printed();
    }

    /// @throws ParameterException when the only file does not have what was asked for
    private void failed(TraceFiles.Named file, String name, Throwable e, boolean several) {
        if (e instanceof ParameterException wrong && !several) {
            throw wrong;
        }
        Failure failure = Failure.of(file.label(name), e);
        terminal.complain(failure.sentence());
        failures.add(Ranking.failed(file.label(name), failure.sentence()));
        code = Math.max(code, failure.code());
    }

    private void finish(boolean several, Gate gate) throws IOException {
        if (analyzed.isEmpty()) {
            return;
        }
        List<Ranking.Row> rows = new ArrayList<>(analyzed.stream().map(Analyzed::row).toList());
        rows.addAll(failures);
        RankingForm ranked = new RankingForm(ranking, rows);
        if (STANDARD_OUTPUT.equals(json)) {
            writeJson(several, ranked, gate, terminal.out());
        } else if (prints()) {
            if (several) {
                terminal.out().println("");
                terminal.out().println("Ranking");
                ranked.text(terminal.out());
            }
            new GateText(terminal).end(gate);
        }
        if (json != null && !STANDARD_OUTPUT.equals(json)) {
            OutputFile.write(Path.of(json), path -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                    writeJson(several, ranked, gate, out);
                }
            });
        }
        reports.write(terminal);
        writeBaseline(gate);
        code = Math.max(code, gate.failed() ? ExitCode.FINDINGS : ExitCode.FINE);
    }

    private void writeJson(boolean several, RankingForm ranked, Gate gate, OutputStream out) throws IOException {
        if (several) {
            FindingsJson.write(analyzed, ranked, gate, out);
        } else {
            FindingsJson.write(analyzed.getFirst(), gate, out);
        }
    }

    /// Of what could not be read nobody knows the findings: a baseline without them would tell of new ones later.
    private void writeBaseline(Gate gate) throws IOException {
        Path target = gateOptions.written();
        if (target == null) {
            return;
        }
        if (!failures.isEmpty()) {
            terminal.complain(target + " was not written, since not all traces could be read");
            return;
        }
        OutputFile.write(target, path -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                BaselineFile.write(gate.found(), out);
            }
        });
    }
}
