package dev.faultline.app.cli;

import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.Traces;
import dev.faultline.app.cli.verb.Version;

import dev.faultline.model.TraceModel;
import dev.faultline.model.summary.SummaryJson;
import dev.faultline.model.summary.SummaryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `faultline summary`: what is in the trace.
@Command(name = "summary", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints a summary of the trace: version, events by kind, goroutines, tasks, ranges, profiles.")
final class SummaryCommand implements Callable<Integer>, OneFile {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "the trace, - for standard input")
    private String file = "";

    @Option(names = "--json", description = "print everything as JSON")
    private boolean json;

    SummaryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Integer call() throws IOException {
        return new Traces(file, terminal).forEach(EarlyWork.models((model, number) -> print(model, number > 1)));
    }

    private void print(TraceModel model, boolean apart) throws IOException {
        if (json) {
            SummaryJson.write(model, terminal.out());
        } else {
            if (apart) {
                terminal.out().println("");
            }
            terminal.out().write(SummaryText.of(model).getBytes(StandardCharsets.UTF_8));
        }
    }
}
