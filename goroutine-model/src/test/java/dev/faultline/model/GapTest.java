package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.wire.BatchScanner;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A part is missing in the middle of a trace: what was before says nothing of what is behind.
class GapTest {
    private static final Path TRACE = Path.of("../trace-parser/src/test/resources/traces/generations-1.27.trace");
    private static final int FIRST_MISSING = 3;
    private static final int MISSING = 3;
    private static final int WAITER = 5;

    @TempDir
    private Path folder;

    @Test
    void whoIsNotNamedBehindTheGapIsGone() {
        Goroutines goroutines = waiter(2).goroutines();
        int waiter = goroutines.indexOf(WAITER);
        assertTrue(goroutines.ended(waiter));
        assertEquals(10_000_000, goroutines.endNs(waiter), "when it could last be told");
        assertEquals(10_000_000, waited(goroutines, waiter));
        assertFalse(goroutines.ended(goroutines.indexOf(Script.MAIN)));
    }

    @Test
    void whoIsNotNamedWithoutAGapLivesOn() {
        Goroutines goroutines = waiter(0).goroutines();
        assertFalse(goroutines.ended(goroutines.indexOf(WAITER)));
        assertEquals(100_000_000, waited(goroutines, goroutines.indexOf(WAITER)));
    }

    private static TraceModel waiter(int missing) {
        return new Script(100_000).missing(missing).old(WAITER, "main.wait:3")
                .region(new long[]{1000, 10_000}, Script.MAIN, 0, "before")
                .region(new long[]{60_000, 99_000}, Script.MAIN, 0, "after").build();
    }

    private static long waited(Goroutines goroutines, int g) {
        long[] sum = {0};
        goroutines.waits(g, (_, _, ns) -> sum[0] += ns);
        return sum[0];
    }

    @Test
    void noGoroutineVanishesThatIsNamedBehindTheGap() throws IOException {
        Samples.check(withGap(), model -> {
            for (int g = 0; g < model.goroutines().count(); g++) {
                assertFalse(endsInGap(model, g));
            }
        });
    }

    @Test
    void pausesDoNotReachOverTheGap() throws IOException {
        Samples.check(withGap(), model -> {
            Generation behind = model.trace().generations().get(FIRST_MISSING);
            for (Range range : model.ranges(Range.Kind.STW)) {
                assertFalse(range.startNs() < behind.startNs() && range.endNs() > behind.startNs(), range::toString);
            }
        });
    }

    /// Whether it is said to have ended although no event says so.
    private static boolean endsInGap(TraceModel model, int g) {
        EventCursor e = model.trace().events().cursor(0, model.trace().events().size());
        while (e.next()) {
            boolean ends = switch (e.type()) {
                case GO_DESTROY, GO_DESTROY_SYSCALL -> e.subject() == g;
                case GO_SWITCH_DESTROY -> e.goroutine() == g;
                default -> false;
            };
            if (ends) {
                return false;
            }
        }
        return model.goroutines().ended(g);
    }

    private Path withGap() throws IOException {
        byte[] whole = Files.readAllBytes(TRACE);
        List<RawGeneration> generations = BatchScanner.scan(TraceFile.of(MemorySegment.ofArray(whole), 0, () -> {
            // on the heap
        }));
        int from = (int) generations.get(FIRST_MISSING).offset();
        int to = (int) generations.get(FIRST_MISSING + MISSING).offset();
        byte[] cut = Arrays.copyOf(whole, whole.length - (to - from));
        System.arraycopy(whole, to, cut, from, whole.length - to);
        Path file = Files.write(folder.resolve("gap.trace"), cut);
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            assertEquals(generations.size() - MISSING, trace.generations().size());
        }
        return file;
    }
}
