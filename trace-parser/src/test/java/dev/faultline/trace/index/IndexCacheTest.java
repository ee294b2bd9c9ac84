package dev.faultline.trace.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.RowListener;
import dev.faultline.trace.Samples;
import dev.faultline.trace.Storage;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.mutation.Fingerprint;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexCacheTest {
    private static final int MUTATIONS = 200;

    @TempDir
    private Path folder;

    static List<Path> traces() {
        return Stream.concat(Samples.v2().stream(), Samples.v1().stream()).toList();
    }

    private IndexCache cache(long program) {
        return new IndexCache(folder, 1, 1L << 30, () -> program);
    }

    private static Trace read(Path file, IndexCache cache) throws IOException {
        return TraceReader.read(TraceSources.open(file, Limits.DEFAULT).getFirst(), Progress.NONE, RowListener.NONE,
                new Storage(Slabs::new, cache));
    }

    private static boolean fromIndex(Trace trace) {
        return trace.events().room().inMemory() == 0;
    }

    private static String all(Trace t) {
        return Fingerprint.of(t) + t.header() + t.minor() + t.bytes() + t.durationNs() + t.generations() + t.report()
                + t.goroutines().size() + t.threads().size() + t.strings().size() + t.stacks().size();
    }

    /// Keeps the index of a trace and returns its only part.
    private Path keep(Path file, IndexCache cache) throws IOException {
        try (Trace trace = read(file, cache)) {
            assertFalse(fromIndex(trace));
            trace.events().index().write();
        }
        try (Stream<Path> parts = Files.walk(folder)) {
            return parts.filter(Files::isRegularFile).findAny().orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void secondOpeningGivesTheSameTrace(Path file) throws IOException {
        keep(file, cache(1));
        try (Trace fresh = TraceReader.read(file, Progress.NONE); Trace kept = read(file, cache(1))) {
            assertTrue(fromIndex(kept));
            assertEquals(all(fresh), all(kept));
            for (int g = 0; g < fresh.goroutines().size(); g++) {
                assertEquals(g, kept.goroutines().indexOf(fresh.goroutines().id(g)));
            }
        }
    }

    @Test
    void damagedIndexIsMadeAnew() throws IOException {
        Path file = Samples.v2().getFirst();
        Path part = keep(file, cache(1));
        byte[] sound = Files.readAllBytes(part);
        String want;
        try (Trace fresh = TraceReader.read(file, Progress.NONE)) {
            want = all(fresh);
        }
        Random random = new Random(7);
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(part, mutated(sound, random, i));
            try (Trace trace = read(file, cache(1))) {
                assertFalse(fromIndex(trace), "mutation " + i + " was not noticed");
                assertEquals(want, all(trace));
            }
            assertFalse(Files.exists(part), "what is of no use is deleted");
        }
        Files.write(part, sound);
        try (Trace trace = read(file, cache(1))) {
            assertTrue(fromIndex(trace));
        }
    }

    private static byte[] mutated(byte[] sound, Random random, int kind) {
        int at = random.nextInt(sound.length);
        byte[] bytes = sound.clone();
        switch (kind % 4) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(bytes, at, Math.min(sound.length, at + 4096), (byte) (sound[at] + 1));
            case 2 -> bytes = Arrays.copyOf(sound, at);
            default -> bytes = Arrays.copyOf(sound, sound.length + 1 + random.nextInt(64));
        }
        return bytes;
    }

    @Test
    void indexOfAnotherProgramIsNotRead() throws IOException {
        Path file = Samples.v2().getFirst();
        keep(file, cache(1));
        try (Trace trace = read(file, cache(2))) {
            assertFalse(fromIndex(trace));
        }
    }

    @Test
    void everyByteOfTheContentCounts() {
        byte[] content = new byte[Checks.CHUNK + 1000];
        new Random(1).nextBytes(content);
        String key = ContentKey.of(MemorySegment.ofArray(content));
        for (int at : new int[]{0, 4711, Checks.CHUNK, content.length - 1}) {
            content[at] ^= 1;
            assertNotEquals(key, ContentKey.of(MemorySegment.ofArray(content)));
            content[at] ^= 1;
        }
        assertEquals(key, ContentKey.of(MemorySegment.ofArray(content)));
        assertNotEquals(key, ContentKey.of(MemorySegment.ofArray(Arrays.copyOf(content, content.length + 1))));
    }

    @Test
    void longPartsAreCheckedInEveryChunk() throws IOException {
        byte[] blob = new byte[2 * Checks.CHUNK + 12_345];
        new Random(3).nextBytes(blob);
        Path file = folder.resolve("part");
        PartFile.write(file, 1, x -> {
            for (int i = 0; i < 300_000; i++) {
                x.number(i);
            }
            x.bytes(blob);
        });
        byte[] sound = Files.readAllBytes(file);
        Exchange x = PartFile.open(aligned(sound), 1).orElseThrow();
        for (int i = 0; i < 300_000; i++) {
            assertEquals(i, x.number(0));
        }
        assertArrayEquals(blob, x.bytes(new byte[0]));
        for (int at = 0; at < sound.length; at += 1_000_003) {
            sound[at] ^= 4;
            assertTrue(PartFile.open(aligned(sound), 1).isEmpty(), "byte " + at);
            sound[at] ^= 4;
        }
    }

    private static MemorySegment aligned(byte[] bytes) {
        return Arena.ofAuto().allocate(bytes.length, 8).copyFrom(MemorySegment.ofArray(bytes));
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        long hour = 3_600_000;
        long now = System.currentTimeMillis();
        for (int i = 0; i < 5; i++) {
            Path one = Files.createDirectories(folder.resolve("trace" + i));
            Files.write(one.resolve("part"), new byte[1000]);
            Files.setLastModifiedTime(one, FileTime.fromMillis(now - i * hour));
        }
        Path stale = Files.write(folder.resolve("trace0").resolve("part123.tmp"), new byte[1 << 20]);
        Files.setLastModifiedTime(stale, FileTime.fromMillis(now - 2 * hour));
        Files.setLastModifiedTime(folder.resolve("trace0"), FileTime.fromMillis(now));
        new IndexCache(folder, 1, 3500, () -> 1).clean();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("trace0", "trace1", "trace2"),
                    left.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void canBeTurnedOffAndSkipsSmallTraces() throws IOException {
        assertEquals(0, IndexCache.limit(Map.of(IndexCache.VARIABLE, "0")));
        assertEquals(IndexCache.LIMIT, IndexCache.limit(Map.of()));
        for (IndexCache none : List.of(IndexCache.NONE, new IndexCache(folder, 1L << 40, 1, () -> 1))) {
            try (Trace trace = read(Samples.v2().getFirst(), none)) {
                trace.events().index().write();
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void anUnwritableFolderIsNoError() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        try (Trace trace = read(Samples.v2().getFirst(), new IndexCache(file, 1, 1L << 30, () -> 1))) {
            trace.events().index().write();
            assertFalse(fromIndex(trace));
        }
    }
}
