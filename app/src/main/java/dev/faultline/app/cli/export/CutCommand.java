package dev.faultline.app.cli.export;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.StretchOptions;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.model.disguise.Pseudonyms;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.ScratchFiles;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.write.RewriteException;
import dev.faultline.trace.write.TraceRewriter;
import dev.faultline.trace.write.WrittenTrace;
import dev.faultline.trace.write.WrittenTrace.Lost;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `faultline cut`: a shorter trace, or a nameless one, that every Go reader opens.
@Command(name = "cut", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Writes a stretch of a trace, or all of it without names, as a trace of its own that go tool trace and every other reader opens. Works for traces of Go 1.22 and later.")
public final class CutCommand extends OneFile {
    @Parameters(index = "1", paramLabel = "OUT", description = "the trace to be written")
    private String out = "";

    @Mixin
    private final StretchOptions stretch = new StretchOptions();

    @Option(names = "--anonymize", description = "replace the program's own names, files, lines and texts by pseudonyms; findings stay the same")
    private boolean anonymize;

    @Option(names = "--key", paramLabel = "FILE", description = "with --anonymize: write what each pseudonym stands for to this file, readable by you alone")
    private @Nullable String key;

    @Spec
    private @Nullable CommandSpec spec;

    public CutCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        stretch.check();
        if (key != null && !anonymize) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--key needs --anonymize");
        }
        Path target = Path.of(out);
        for (String written : key == null ? List.of(out) : List.of(out, key)) {
            if (Files.exists(Path.of(written)) && Files.exists(Path.of(file()))
                    && Files.isSameFile(Path.of(written), Path.of(file()))) {
                return refuse(written + " is the trace that is read; name another file to write");
            }
        }
        if (key != null && Path.of(key).toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())) {
            return refuse("the trace and its key cannot be the same file");
        }
        try {
            List<TraceSource> sources = TraceSources.open(Path.of(file()), Limits.ofEnvironment(System.getenv()));
            if (sources.size() > 1) {
                String first = sources.getFirst().name();
                sources.forEach(TraceSource::close);
                return refuse("it holds " + sources.size() + " traces; name one of them, such as " + first);
            }
            tell(write(sources.getFirst(), target));
            return ExitCode.FINE;
        } catch (RewriteException e) {
            return refuse(file() + ": " + e.getMessage());
        } finally {
            ScratchFiles.sweepOfUser();
        }
    }

    private int refuse(String sentence) {
        terminal.complain(sentence);
        return ExitCode.USAGE;
    }

    private WrittenTrace write(TraceSource source, Path target) throws IOException {
        List<WrittenTrace> written = new ArrayList<>();
        Pseudonyms pseudonyms = anonymize ? new Pseudonyms() : null;
        try (source; ProgressLine.Watched watched = ProgressLine.on(terminal)) {
            OutputFile.write(target, draft -> {
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
                    written.add(TraceRewriter.write(source, stretch.fromNs(), stretch.toNs(), pseudonyms, channel,
                            watched.progress()));
                }
            });
        } catch (OutputException e) {
            throw e.getCause() instanceof IOException about
                    && (about instanceof RewriteException || about instanceof TraceFormatException) ? about : e;
        }
        if (key != null && pseudonyms != null) {
            KeyFile.write(Path.of(key), pseudonyms);
        }
        return written.getFirst();
    }

    private void tell(WrittenTrace w) throws IOException {
        terminal.out().println("Wrote " + out + ": " + Units.duration(w.toNs() - w.fromNs()) + " from "
                + Moments.WHOLE.at(w.fromNs()) + " to " + Moments.WHOLE.at(w.toNs()) + ", "
                + Units.count(w.generations(), "generation") + ", " + Units.bytes(w.bytes()) + ".");
        if (anonymize) {
            terminal.out().println("The program's own names, files, lines and texts are pseudonyms now"
                    + (key == null ? "." : "; " + key + " tells what they stand for."));
        }
        if (w.fromMoved()) {
            terminal.out().println("The cut begins beside a stop-the-world pause, which cannot be divided.");
        }
        if (w.toMoved()) {
            terminal.out().println("The cut ends beside a stop-the-world pause, which cannot be divided.");
        }
        if (w.damaged() > 0) {
            terminal.out().println(Units.count(w.damaged(), "generation")
                    + " of the trace was damaged and rebuilt from what could be read; other readers may reject it.");
        }
        String lost = lost(w.lost());
        if (!lost.isEmpty()) {
            terminal.out().println("What only the trace before the cut tells is lost: " + lost + ".");
        }
    }

    private static String lost(Lost lost) {
        List<String> parts = new ArrayList<>();
        if (lost.creators() > 0) {
            parts.add("what created " + Units.count(lost.creators(), "goroutine") + " that already exist");
        }
        if (lost.reasons() > 0) {
            parts.add("why " + Units.count(lost.reasons()) + " of them wait");
        }
        if (lost.tasks() > 0) {
            parts.add("the names and starts of " + Units.count(lost.tasks(), "open task"));
        }
        if (lost.regions() > 0) {
            parts.add("the names and starts of " + Units.count(lost.regions(), "open region"));
        }
        return String.join(", ", parts);
    }
}
