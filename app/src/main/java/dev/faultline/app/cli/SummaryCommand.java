package dev.faultline.app.cli;

import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.model.TraceModel;
import dev.faultline.model.summary.SummaryJson;
import dev.faultline.model.summary.SummaryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `faultline summary`: what is in the trace.
@Command(name = "summary", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints a summary of the trace: version, events by kind, goroutines, tasks, ranges, profiles.")
final class SummaryCommand extends OneFile {
    @Option(names = "--json", description = "print everything as JSON")
    private boolean json;

    SummaryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        return forEachTrace(EarlyWork.models((model, number) -> print(model, number > 1)));
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
