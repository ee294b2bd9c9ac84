package dev.faultline.app.cli.export;

import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.OutputFolder;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.RuleOptions;
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
import dev.faultline.views.export.CsvTables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `faultline export`: what a trace says in the formats of other tools.
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Writes what is in a trace in the format of another tool: profiles for go tool pprof, folded stacks for flame graphs, a file for Perfetto, tables as CSV.")
public final class ExportCommand extends OneFile {
    @Parameters(index = "1", paramLabel = "OUT", description = "the file to be written, for csv a new folder")
    private String out = "";

    @Option(names = "--as", paramLabel = "KIND", required = true, converter = ExportKind.Converter.class, description = "pprof-blocked, pprof-sched, pprof-syscall, pprof-network, pprof-cpu, pprof-assist, folded, perfetto or csv")
    private @Nullable ExportKind kind;

    @Mixin
    private final StretchOptions stretch = new StretchOptions();

    @Mixin
    private final RuleOptions rules;

    /// @param ofUser the user's own settings of the rules
    public ExportCommand(Terminal terminal, RulesFile ofUser) {
        super(terminal);
        rules = new RuleOptions(ofUser);
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        stretch.check();
        Path target = Path.of(out);
        if (Files.exists(target) && Files.exists(Path.of(file())) && Files.isSameFile(target, Path.of(file()))) {
            terminal.complain(out + " is the trace that is read; name another file to write");
            return ExitCode.USAGE;
        }
        if (kind == ExportKind.CSV) {
            return tables();
        }
        return forEachTrace(EarlyWork.models((model, number) -> {
            if (stretch.given()) {
                try (ProgressLine.Watched watched = ProgressLine.on(terminal);
                        Trace cut = stretch.cut(model, watched.progress())) {
                    write(EarlyFacts.of(cut, watched.progress(), false).model(), number);
                }
            } else {
                write(model, number);
            }
        }));
    }

    private int tables() throws IOException, SettingsException {
        Settings settings = rules.settings();
        return forEachTrace(stretch.given()
                ? EarlyWork.models((whole, number) -> {
                    try (ProgressLine.Watched watched = ProgressLine.on(terminal);
                            Trace cut = stretch.cut(whole, watched.progress())) {
                        tables(EarlyFacts.of(cut, watched.progress(), false), settings, number);
                    }
                })
                : EarlyWork.facts(false, (facts, number) -> tables(facts, settings, number)));
    }

    private void tables(Facts facts, Settings settings, int number) throws IOException {
        Judgement judgement = Rules.judge(facts, settings);
        OutputFolder.write(numbered(number), folder -> CsvTables.write(facts, judgement, folder));
    }

    private void write(TraceModel model, int number) throws IOException {
        ExportKind as = kind;
        if (as != null) {
            OutputFile.write(numbered(number), draft -> {
                try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(draft))) {
                    as.write(model, to);
                }
            });
        }
    }

    /// The traces of an archive get a file each: `out.pb.gz`, `out-2.pb.gz`, `out-3.pb.gz`.
    private Path numbered(int number) {
        Path path = Path.of(out);
        if (number < 2) {
            return path;
        }
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf('.', 1);
        int end = dot < 0 ? name.length() : dot;
        return path.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
    }
}
