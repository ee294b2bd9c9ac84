package dev.faultline.views.timeline.early;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is seen while a trace is read is what the model says once it is read.
class EarlySumsTest {
    @ParameterizedTest
    @ValueSource(strings = {"go1.27/slow-leak.trace", "go1.27/goroutine-churn.trace", "go1.21/healthy-spans.trace"})
    void theLastPictureAgreesWithTheModel(String name) throws Exception {
        List<EarlyPicture> pictures = new ArrayList<>();
        Trace trace = TraceReader.read(Path.of("../sample-traces", name), Progress.NONE,
                new EarlyModel(Progress.NONE, (replay, _) -> new EarlySums(replay, pictures::add)));
        TraceModel model = ModelBuilder.build(trace, Progress.NONE);
        EarlyPicture last = pictures.getLast();
        assertEquals(trace.generations().size(), pictures.size());
        assertEquals(trace.events().size(), last.eventCount());
        assertEquals(trace.events().size(), Arrays.stream(last.events()).asLongStream().sum());
        Goroutines goroutines = model.goroutines();
        assertEquals(goroutines.count(), last.goroutineCount());
        long living = IntStream.range(0, goroutines.count()).filter(g -> !goroutines.ended(g)).count();
        assertEquals(living, last.alive()[last.alive().length - 1]);
        for (int p = 0; p < last.busy().size(); p++) {
            double busy = 0;
            for (float share : last.busy().get(p)) {
                busy += share * (double) last.bucketNs();
            }
            assertEquals(running(model.procSpans(p)), busy, 0.05 * model.durationNs(), "P " + p);
        }
    }

    private static long running(ProcSpans spans) {
        long sum = 0;
        for (int i = 0; i < spans.size(); i++) {
            sum += spans.state(i) == GoState.RUNNING ? spans.end(i) - spans.start(i) : 0;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/slow-leak.trace", "go1.27/goroutine-churn.trace"})
    void partsNeverGrowBeyondTheirNumber(String name) throws Exception {
        Consumer<EarlyPicture> check = picture -> {
            assertTrue(picture.events().length <= EarlySums.MOST_BUCKETS);
            assertTrue(picture.events().length * picture.bucketNs() > picture.endNs());
        };
        TraceReader.read(Path.of("../sample-traces", name), Progress.NONE,
                new EarlyModel(Progress.NONE, (replay, _) -> new EarlySums(replay, check)));
    }
}
