package dev.faultline.model.analysis.timing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Samples;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.IndexCache;
import dev.faultline.trace.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class StateLevelsTest {
    private static final Path SAMPLE = Samples.trace("go1.27/pool-swallows-timeout");

    @TempDir
    private Path folder;

    /// Counts while a trace is read, as `analyze --pdf` does.
    private static final class Counting implements RowListener {
        private @Nullable LevelPass pass;
        private long expected;
        private final EarlyModel model = new EarlyModel(Progress.NONE, (replay, parts) -> {
            LevelPass made = new LevelPass(replay, parts.stacks(), parts.strings(), expected);
            pass = made;
            return made;
        });
        @Override
        public void expect(long endNs) {
            expected = endNs;
        }

        @Override
        public void rows(Parts parts, Generation generation) {
            model.rows(parts, generation);
        }

        Optional<StateLevels> finish(TraceModel finished) {
            return pass == null ? Optional.empty() : pass.finish(finished);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.faultline.model.Samples#traces")
    void whatIsCountedWhileReadingIsWhatAWalkFinds(Path file) throws IOException {
        Counting counting = new Counting();
        try (Trace trace = TraceReader.read(file, Progress.NONE, counting)) {
            TraceModel model = counting.model.finish(trace);
            Optional<StateLevels> early = counting.finish(model);
            assertEquals(trace.events().size() > 0, early.isPresent(), "nothing has to be counted again");
            early.ifPresent(levels -> assertSame(StateLevels.of(model), levels));
        }
    }

    @Test
    void levelsComeFromTheIndexAtTheNextOpening() throws IOException {
        Storage kept = Storage.ofProcess(new IndexCache(folder, 1, 1L << 30, () -> 1));
        StateLevels first = levels(kept);
        assertSame(first, levels(kept));
        try (Trace trace = read(kept, new EarlyFacts(Progress.NONE, false))) {
            assertTrue(trace.store().has("levels"));
            assertSame(first, trace.store().find("levels", StateLevelsCodec.INSTANCE).orElseThrow());
        }
    }

    private static StateLevels levels(Storage storage) throws IOException {
        EarlyFacts early = new EarlyFacts(Progress.NONE, true);
        try (Trace trace = read(storage, early)) {
            Facts facts = early.finish(trace);
            StateLevels levels = facts.stateLevels();
            trace.store().write();
            return levels;
        }
    }

    private static Trace read(Storage storage, RowListener listener) throws IOException {
        return TraceReader.read(TraceSources.open(SAMPLE, Limits.DEFAULT).getFirst(), Progress.NONE, listener, storage);
    }

    private static void assertSame(StateLevels want, StateLevels is) {
        assertEquals(want.toNs(), is.toNs());
        assertEquals(want.steps(), is.steps());
        for (GoState state : GoState.values()) {
            for (WaitKind kind : state == GoState.WAITING ? WaitKind.values() : new WaitKind[]{WaitKind.NONE}) {
                assertArrayEquals(want.means(state, kind), is.means(state, kind), 1e-6, state + " " + kind);
            }
        }
        assertArrayEquals(want.runtimeMeans(), is.runtimeMeans(), 1e-6);
        assertEquals(want.latencies().count(), is.latencies().count());
        assertEquals(want.latencies().sum(), is.latencies().sum());
        assertEquals(want.latencies().max(), is.latencies().max());
        for (double share : new double[]{0, 0.5, 0.99, 1}) {
            assertEquals(want.latencies().quantile(share), is.latencies().quantile(share));
        }
    }
}
