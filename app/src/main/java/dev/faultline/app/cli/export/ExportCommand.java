package dev.faultline.app.cli.export;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.OutputFolder;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.Failure;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.RuleOptions;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.TraceFiles;
import dev.faultline.app.cli.verb.Traces;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `faultline export`: what a trace says in the formats of other tools.
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Writes what is in a trace in the format of another tool: profiles for go tool pprof, folded stacks for flame graphs, a file for Perfetto, tables as CSV.")
public final class ExportCommand extends OneFile {
    @Parameters(index = "1", paramLabel = "OUT", description = "the file to be written, for csv a new folder; where FILE is a folder, the folder for the results of all traces below it")
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
            terminal.complain(out + " is what is read; name another place to write to");
            return ExitCode.USAGE;
        }
        Settings settings = rules.settings();
        TraceFiles all = TraceFiles.of(List.of(file()));
        return all.several() ? folder(all, target, settings) : forEachTrace(export(target, settings));
    }

    /// Exports every trace below a folder to the same place below another one.
    private int folder(TraceFiles all, Path target, Settings settings) throws OutputException {
        int code = ExitCode.FINE;
        for (TraceFiles.Named named : all.files()) {
            Path place = target.resolve(Path.of(file()).relativize(Path.of(named.path())) + kind().extension());
            int[] worst = {code};
            OutputFolder.make(target, place);
            TraceFiles.open(named, terminal, export(place, settings), 0, (name, e) -> {
                Failure failure = Failure.of(named.label(name), e);
                terminal.complain(failure.sentence());
                worst[0] = Math.max(worst[0], failure.code());
            });
            code = worst[0];
        }
        return code;
    }

    private Traces.Use export(Path target, Settings settings) {
        boolean tables = kind() == ExportKind.CSV;
        if (stretch.given()) {
            return EarlyWork.models((whole, number) -> {
                try (ProgressLine.Watched watched = ProgressLine.on(terminal);
                        Trace cut = stretch.cut(whole, watched.progress())) {
                    Facts facts = EarlyFacts.of(cut, watched.progress(), false);
                    if (tables) {
                        tables(facts, settings, numbered(target, number));
                    } else {
                        write(facts.model(), numbered(target, number));
                    }
                }
            });
        }
        return tables
                ? EarlyWork.facts(false, (facts, number) -> tables(facts, settings, numbered(target, number)))
                : EarlyWork.models((model, number) -> write(model, numbered(target, number)));
    }

    private ExportKind kind() {
        return Objects.requireNonNull(kind, "picocli asks for it");
    }

    private static void tables(Facts facts, Settings settings, Path to) throws IOException {
        Judgement judgement = Rules.judge(facts, settings);
        OutputFolder.write(to, folder -> CsvTables.write(facts, judgement, folder));
    }

    private void write(TraceModel model, Path target) throws IOException {
        OutputFile.write(target, draft -> {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(draft))) {
                kind().write(model, to);
            }
        });
    }

    /// The traces of an archive get a file each: `out.pb.gz`, `out-2.pb.gz`, `out-3.pb.gz`.
    private static Path numbered(Path path, int number) {
        if (number < 2) {
            return path;
        }
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf('.', 1);
        int end = dot < 0 ? name.length() : dot;
        return path.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
    }
}
