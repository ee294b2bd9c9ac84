package dev.faultline.trace.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.Generation;
import dev.faultline.trace.Samples;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.write.Rewritten.Happened;
import dev.faultline.trace.write.WrittenTrace.Lost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceRewriterTest {
    private static final Path SEVERAL = Path.of("src", "test", "resources", "traces", "generations-1.27.trace");
    /// More than the clocks of two cores disagree by.
    private static final long SKEW_NS = 100_000;

    @TempDir
    private Path folder;

    @Test
    void aWholeTraceStaysAsItIs() throws IOException {
        for (Path trace : List.of(SEVERAL, Samples.of("go1.22", "stw-storm"), Samples.of("go1.24", "healthy-spans"))) {
            Rewritten all = Rewritten.of(trace, 0, Long.MAX_VALUE);
            assertArrayEquals(Files.readAllBytes(trace), all.bytes());
            assertEquals(Lost.NOTHING, all.told().lost());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.22/stw-storm", "go1.22/gomaxprocs-changes", "go1.24/healthy-spans",
            "go1.27/slow-syscalls",
            "go1.27/lock-convoy", "go1.27/stw-storm"})
    void aStretchTellsTheSameInTheSameOrder(String name) throws IOException {
        Path file = Samples.of(name.substring(0, 6), name.substring(7));
        Random chance = new Random(1);
        try (Trace whole = Rewritten.read(file)) {
            Happened all = Happened.in(whole);
            for (int i = 0; i < 4; i++) {
                long from = 1 + chance.nextLong(whole.durationNs() / 2);
                long to = from + whole.durationNs() / 5;
                check(whole, all, Rewritten.of(file, from, to), from, to);
            }
        }
    }

    @Test
    void aStretchOfSeveralGenerationsKeepsThem() throws IOException {
        try (Trace whole = Rewritten.read(SEVERAL)) {
            List<Generation> generations = whole.generations();
            long from = generations.get(1).startNs() + 1_000;
            long to = generations.getLast().startNs() + 1_000;
            Rewritten cut = Rewritten.of(SEVERAL, from, to);
            check(whole, Happened.in(whole), cut, from, to);
            try (Trace read = cut.read()) {
                assertEquals(generations.size() - 1, read.generations().size());
                assertEquals(whole.minor(), read.minor());
                assertEquals(generations.get(1).wallClock().plusNanos(1_000).toEpochMilli(),
                        read.generations().getFirst().wallClock().toEpochMilli());
            }
        }
    }

    private static void check(Trace whole, Happened all, Rewritten cut, long from, long to) throws IOException {
        try (Trace read = cut.read()) {
            assertTrue(read.report().complete(), read.report()::toString);
            assertEquals(0, read.report().forced() + read.report().skipped());
            List<String> told = Happened.in(read).rows();
            int metrics = 0;
            while (metrics < 3 && told.get(metrics).matches(".* (ProcsChange|HeapAlloc|HeapGoal) .*")) {
                metrics++;
            }
            List<String> happened = told.subList(metrics, told.size());
            assertTrue(contains(all.rows(), happened), () -> from + " to " + to + ": " + happened);
            if (!cut.told().fromMoved() && !cut.told().toMoved()) {
                long most = all.count(from - SKEW_NS, to + SKEW_NS);
                long least = all.count(from + SKEW_NS, to - SKEW_NS);
                assertTrue(happened.size() <= most && told.size() >= least, happened.size() + " events");
                assertEquals(from, cut.told().fromNs(), SKEW_NS);
            }
            Set<Long> alive = goroutines(whole, from, to);
            assertTrue(goroutines(read, 0, Long.MAX_VALUE).containsAll(alive));
        }
    }

    private static boolean contains(List<String> all, List<String> part) {
        for (int at = all.indexOf(part.getFirst()); at <= all.size() - part.size(); at++) {
            if (all.get(at).equals(part.getFirst()) && all.subList(at, at + part.size()).equals(part)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Long> goroutines(Trace trace, long from, long to) {
        return IntStream.range(0, trace.events().size())
                .filter(r -> trace.events().time(r) >= from && trace.events().time(r) <= to)
                .map(r -> trace.events().goroutine(r)).filter(g -> g >= 0).mapToObj(trace.goroutines()::id)
                .collect(Collectors.toSet());
    }

    @Test
    void tellsWhatAStretchLoses() throws IOException {
        Path file = Samples.of("go1.27", "span-not-ended");
        try (Trace whole = Rewritten.read(file)) {
            long at = whole.durationNs() / 2;
            Lost lost = Rewritten.of(file, at, Long.MAX_VALUE).told().lost();
            assertEquals(open(whole, at, EventType.USER_TASK_BEGIN, EventType.USER_TASK_END), lost.tasks());
            assertEquals(0, lost.regions(), "they end with their goroutines");
            assertTrue(lost.tasks() > 0 && lost.reasons() > 0 && lost.creators() >= lost.reasons(), lost::toString);
        }
    }

    @Test
    void countsTheRegionsThatAreOpen() throws IOException {
        Path file = Samples.of("go1.24", "healthy-spans");
        try (Trace whole = Rewritten.read(file)) {
            long at = whole.events().time(rowsOf(whole, EventType.USER_REGION_BEGIN)[5]) + 64;
            long open = open(whole, at, EventType.USER_REGION_BEGIN, EventType.USER_REGION_END);
            assertTrue(open > 0);
            assertEquals(open, Rewritten.of(file, at, Long.MAX_VALUE).told().lost().regions());
        }
    }

    private static long open(Trace trace, long at, EventType begin, EventType end) {
        return IntStream.range(0, trace.events().size()).filter(r -> trace.events().time(r) < at)
                .mapToLong(r -> trace.events().type(r) == begin ? 1 : trace.events().type(r) == end ? -1 : 0).sum();
    }

    @Test
    void aStretchNeitherBeginsNorEndsInAStopTheWorld() throws IOException {
        Path file = Samples.of("go1.27", "stw-storm");
        try (Trace whole = Rewritten.read(file)) {
            int begin = rowsOf(whole, EventType.STW_BEGIN)[20];
            int end = rowsOf(whole, EventType.STW_END)[20];
            long early = whole.events().time(begin) + 64;
            assertTrue(early < whole.events().time(end));
            long later = whole.events().time(rowsOf(whole, EventType.STW_END)[40]) - 64;
            Rewritten cut = Rewritten.of(file, early, later);
            assertTrue(cut.told().fromMoved() && cut.told().toMoved());
            try (Trace read = cut.read()) {
                assertEquals(21, rowsOf(read, EventType.STW_BEGIN).length);
                assertEquals(21, rowsOf(read, EventType.STW_END).length);
            }
        }
    }

    private static int[] rowsOf(Trace trace, EventType type) {
        return IntStream.range(0, trace.events().size()).filter(r -> trace.events().type(r) == type).toArray();
    }

    @Test
    void aDamagedGenerationIsPutTogetherAgain() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.of("go1.27", "healthy-spans"));
        Path file = Files.write(folder.resolve("short.trace"), Arrays.copyOf(whole, whole.length * 3 / 4));
        Rewritten all = Rewritten.of(file, 0, Long.MAX_VALUE);
        assertEquals(1, all.told().damaged());
        try (Trace damaged = Rewritten.read(file); Trace read = all.read()) {
            assertTrue(!damaged.report().complete());
            assertTrue(read.report().lostBytes() == 0 && read.generations().getLast().losses().size() <= 1);
            assertEquals(damaged.events().size(), read.events().size());
        }
    }

    @Test
    void refusesWhatCannotBeWritten() {
        Path old = Samples.of("go1.21", "stw-storm");
        assertTrue(assertThrows(RewriteException.class, () -> Rewritten.of(old, 0, Long.MAX_VALUE)).getMessage()
                .contains("Go 1.21"));
        Path file = Samples.of("go1.27", "stw-storm");
        assertTrue(assertThrows(RewriteException.class, () -> Rewritten.of(file, 100_000_000_000L, Long.MAX_VALUE))
                .getMessage().contains("ends before"));
        assertTrue(assertThrows(RewriteException.class, () -> Rewritten.of(file, 1, 2)).getMessage()
                .contains("no events"));
    }
}
