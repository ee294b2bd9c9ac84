package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.app.config.RulesFile;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `faultline analyze`: the findings, for people, as JSON and as reports.
@Command(name = "analyze", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints the findings in the trace; optionally writes reports and the JSON.")
public final class AnalyzeCommand extends OneFile {
    @Mixin
    private final ReportOutputs reports = new ReportOutputs();

    @Option(names = "--json", paramLabel = "OUT", description = "write the findings as JSON; - prints only JSON")
    private @Nullable String json;

    @Option(names = "--fail-on", paramLabel = "LEVEL", converter = FailOn.Converter.class, description = "exit with 1 if there are findings of this severity or worse (critical, warning, notice), or with one of these ids: ID,ID...")
    private FailOn failOn = FailOn.NOTHING;

    @Mixin
    private final StretchOptions stretch = new StretchOptions();

    @Mixin
    private final RuleOptions rules;

    /// Whether there are findings as given to `--fail-on`.
    private boolean failed;

    /// @param ofUser the user's own settings of the rules
    public AnalyzeCommand(Terminal terminal, RulesFile ofUser) {
        super(terminal);
        this.rules = new RuleOptions(ofUser);
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Settings settings = rules.settings();
        stretch.check();
        reports.check(file(), json);
        int code = forEachTrace(stretch.given()
                ? EarlyWork.models((whole, number) -> analyzeStretch(whole, settings, number))
                : EarlyWork.facts(reports.any(), (facts, number) -> analyze(facts, settings, number)));
        reports.write(terminal);
        return code != ExitCode.FINE ? code : failed ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private void analyzeStretch(TraceModel whole, Settings settings, int number) throws IOException {
        try (ProgressLine.Watched watched = ProgressLine.on(terminal);
                Trace cut = stretch.cut(whole, watched.progress())) {
            analyze(EarlyFacts.of(cut, watched.progress(), reports.any()), settings, number);
        }
    }

    private void analyze(Facts facts, Settings settings, int number) throws IOException {
        Judgement judgement = Rules.judge(facts, settings);
        reports.add(Subject.of(facts, judgement), number);
        if (ReportOutputs.STANDARD_OUTPUT.equals(json)) {
            FindingsJson.write(facts.model(), judgement, terminal.out());
        } else {
            if (json != null) {
                OutputFile.write(numbered(json, number), path -> writeJson(facts.model(), judgement, path));
            }
            if (!reports.printed()) {
                print(facts, judgement, number);
            }
        }
        failed |= failOn.matches(judgement.withConsequences());
    }

    private void print(Facts facts, Judgement judgement, int number) throws IOException {
        if (number > 1) {
            terminal.out().println("");
        }
        new FindingsText(terminal).print(facts.model(), judgement);
    }

    /// The traces of an archive get a file each: `findings.json`, `findings-2.json`.
    private static Path numbered(String target, int number) {
        Path path = Path.of(target);
        if (number < 2) {
            return path;
        }
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return path.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private static void writeJson(TraceModel model, Judgement judgement, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            FindingsJson.write(model, judgement, out);
        }
    }
}
