package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.summary.SummaryJson;
import dev.faultline.model.summary.SummaryText;
import dev.faultline.trace.Trace;
import dev.faultline.trace.mutation.MutationRun;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is done to a trace, a model comes out of it, and no rule fails on that. The system property `mutations` tells how
/// many are tried; the n-th of a file is always the same.
@Tag("slow")
class RulesMutationTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 200);
    private static final Path PARSER = Path.of("..", "trace-parser", "src", "test", "resources", "traces");

    /// The samples and traces of Go 1.5 to 1.11.
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(Samples.traces());
        files.removeIf(file -> !file.toString().endsWith(".trace"));
        files.addAll(traces(PARSER.resolve("v1")));
        return files;
    }

    private static List<Path> traces(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".trace")).sorted().toList();
        }
    }

    /// On these rules once failed: no event of a goroutine could be kept, many are woken at a place that is unknown.
    static List<Path> damaged() throws IOException {
        return traces(Path.of("src", "test", "resources", "damaged"));
    }

    @Test
    void noRuleFailsOnMutatedTraces() throws IOException {
        assertEquals(List.of(), MutationRun.spread(MUTATIONS, files(), RulesMutationTest::askAll));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void noRuleFailsOnDamagedTraces(Path file) {
        Samples.check(file, RulesMutationTest::ask);
    }

    private static void askAll(Trace trace) {
        ask(ModelBuilder.build(trace, Progress.NONE));
    }

    private static void ask(TraceModel model) {
        Judged.of(model);
        SummaryText.of(model);
        try {
            SummaryJson.write(model, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int g = 0; g < model.goroutines().count(); g++) {
            Spans spans = model.spans(g);
            assertEquals(model.goroutines().mentioned(g), spans.size() > 0, "goroutine " + g);
            for (int span = 0; span < spans.size(); span++) {
                long lasted = spans.end(span) - spans.start(span);
                assertTrue(lasted >= 0, "span " + span + " of goroutine " + g + " ends " + -lasted + " ns too early");
            }
        }
        SpanCursor all = model.allSpans();
        while (all.next()) {
            assertTrue(all.start() <= all.end(), "goroutine " + all.goroutine() + " in " + all.state());
        }
    }
}
