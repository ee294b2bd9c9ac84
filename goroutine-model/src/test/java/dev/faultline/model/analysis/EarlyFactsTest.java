package dev.faultline.model.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Samples;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is told while a trace is read, when neither its end nor the names of all goroutines are known yet, is what a replay
/// of the whole trace tells.
@Tag("slow")
class EarlyFactsTest {
    @ParameterizedTest
    @MethodSource("dev.faultline.model.Samples#traces")
    void agreeWithAReplayOfTheWholeTrace(Path file) throws IOException {
        EarlyFacts early = new EarlyFacts(Progress.NONE, true);
        try (Trace trace = TraceReader.read(file, Progress.NONE, early)) {
            Facts whileRead = early.finish(trace);
            Facts afterwards = new Facts(ModelBuilder.build(trace, Progress.NONE));
            assertEquals(text(afterwards), text(whileRead));
        }
    }

    private static String text(Facts facts) {
        StringBuilder text = new StringBuilder();
        text.append(Rules.judge(facts, Settings.DEFAULTS)).append('\n');
        for (SiteWait wait : facts.timing().waits()) {
            text.append(wait.site()).append(' ').append(wait.kind()).append(' ').append(wait.times().count())
                    .append(' ').append(wait.times().sum()).append(' ').append(wait.byRuntime()).append(' ')
                    .append(wait.wakes().total()).append('\n');
        }
        text.append(facts.timing().queueTimes().count()).append(' ').append(facts.timing().queueTimes().sum());
        text.append(facts.timing().silences().all()).append(facts.timing().blocked().stepNs());
        for (int g = 0; g < facts.model().goroutines().count(); g++) {
            text.append(facts.contacts().wokenBy(g));
        }
        return text.toString();
    }
}
