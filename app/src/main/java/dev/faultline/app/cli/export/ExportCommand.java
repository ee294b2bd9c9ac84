package dev.faultline.app.cli.export;

import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.trace.Trace;
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
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Writes what is in a trace in the format of another tool: profiles for go tool pprof, folded stacks for flame graphs, a file for Perfetto.")
public final class ExportCommand extends OneFile {
    @Parameters(index = "1", paramLabel = "OUT", description = "the file to be written")
    private String out = "";

    @Option(names = "--as", paramLabel = "KIND", required = true, converter = ExportKind.Converter.class, description = "pprof-blocked, pprof-sched, pprof-syscall, pprof-network, pprof-cpu, pprof-assist, folded or perfetto")
    private @Nullable ExportKind kind;

    @Mixin
    private final StretchOptions stretch = new StretchOptions();

    public ExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        stretch.check();
        Path target = Path.of(out);
        if (Files.exists(target) && Files.exists(Path.of(file())) && Files.isSameFile(target, Path.of(file()))) {
            terminal.complain(out + " is the trace that is read; name another file to write");
            return ExitCode.USAGE;
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
