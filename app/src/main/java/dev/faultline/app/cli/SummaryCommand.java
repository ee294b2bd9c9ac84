package dev.faultline.app.cli;

import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.EarlyWork;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.model.TraceModel;
import dev.faultline.model.metric.OpenMetrics;
import dev.faultline.model.summary.SummaryJson;
import dev.faultline.model.summary.SummaryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `faultline summary`: what is in the trace.
@Command(name = "summary", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints a summary of the trace: version, events by kind, goroutines, tasks, ranges, profiles.")
final class SummaryCommand extends OneFile {
    @ArgGroup
    private Form form = new Form();

    /// At most one of them.
    private static final class Form {
        @Option(names = "--json", description = "print everything as JSON")
        private boolean json;

        @Option(names = "--openmetrics", description = "print figures in the text format of OpenMetrics, under the names that Prometheus has for those of Go's runtime")
        private boolean openmetrics;
    }

    SummaryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (form.openmetrics) {
            OpenMetrics metrics = new OpenMetrics();
            int code = forEachTrace(EarlyWork.facts(false, (facts, number) -> metrics.add(facts,
                    number > 0 ? facts.model().trace().name() : "")));
            metrics.write(terminal.out());
            return code;
        }
        return forEachTrace(EarlyWork.models((model, number) -> print(model, number > 1)));
    }

    private void print(TraceModel model, boolean apart) throws IOException {
        if (form.json) {
            SummaryJson.write(model, terminal.out());
        } else {
            if (apart) {
                terminal.out().println("");
            }
            terminal.out().write(SummaryText.of(model).getBytes(StandardCharsets.UTF_8));
        }
    }
}
