package dev.faultline.app.cli;

import dev.faultline.app.cli.WindowLauncher.NoDisplayException;
import dev.faultline.app.cli.verb.Version;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `faultline [FILE...]`: the window.
@Command(name = "faultline", mixinStandardHelpOptions = true, versionProvider = Version.class, //
        synopsisHeading = "Usage: ", customSynopsis = {"faultline [FILE...]", "       faultline VERB FILE [OPTIONS]"}, //
        description = {"%nFinds what is wrong in Go execution traces: leaks, fractures, stalls.",
                "Without a verb it opens the window, one tab per file.%n"}, commandListHeading = "%nVerbs (see faultline VERB --help):%n", footer = {
                        "",
                        "FILE may be compressed (gzip, zstd, xz, bzip2) or an archive (tar, zip) of traces;",
                        "- is standard input.", "",
                        "Exit codes: 0 success; 1 findings or budgets as asked for; 2 wrong usage or unwritable output;",
                        "3 the file cannot be read as a trace."})
final class FaultlineCommand implements Callable<Integer> {
    private final WindowLauncher window;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "traces to open in the window")
    private List<String> files = List.of();

    FaultlineCommand(WindowLauncher window) {
        this.window = window;
    }

    @Override
    public Integer call() throws NoDisplayException {
        return window.open(List.copyOf(files));
    }
}
