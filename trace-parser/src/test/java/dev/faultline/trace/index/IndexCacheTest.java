package dev.faultline.trace.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.RowListener;
import dev.faultline.trace.Samples;
import dev.faultline.trace.Storage;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.FileStamp;
import dev.faultline.trace.mutation.Fingerprint;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        return read(file, new Storage(Slabs::new, cache));
    }

    private static Trace read(Path file, Storage storage) throws IOException {
        return TraceReader.read(TraceSources.open(file, Limits.DEFAULT).getFirst(), Progress.NONE, RowListener.NONE,
                storage);
    }

    /// All that a reading without an index tells.
    private static String read(Path file) throws IOException {
        try (Trace fresh = TraceReader.read(file, Progress.NONE)) {
            return all(fresh);
        }
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
            return parts.filter(p -> p.endsWith("trace")).findAny().orElseThrow();
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
        String want = read(file);
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

    @Test
    void damageOfRowsThatAreCheckedLateIsNeverTold() throws IOException {
        Path file = Samples.v2().getFirst();
        Path part = keep(file, cache(1));
        byte[] sound = Files.readAllBytes(part);
        String want = read(file);
        Random random = new Random(11);
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(part, mutated(sound, random, i));
            try (Trace trace = read(file, new Storage(Slabs::new, cache(1)).checking(Storage.Check.WHEN_READ))) {
                assertEquals(want, all(trace));
                assertFalse(fromIndex(trace), "mutation " + i + " was not noticed");
            } catch (DamagedIndexException e) {
                assertFalse(Files.exists(part), "what is damaged is deleted");
            }
        }
    }

    @Test
    void rowsAreCheckedWhenTheyAreRead() throws IOException {
        Path file = largest();
        Path part = keep(file, cache(1));
        Storage late = new Storage(Slabs::new, cache(1)).checking(Storage.Check.WHEN_READ);
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
        assertTrue(bytes.length > 3 * Checks.CHUNK, "the damage is far from what is read at once");
        try (Trace trace = read(file, late)) {
            assertTrue(fromIndex(trace));
            assertTrue(trace.strings().size() > 1);
            assertThrows(DamagedIndexException.class, () -> trace.events().time(0));
            assertThrows(DamagedIndexException.class, () -> trace.events().cursor(0, 1));
        }
        assertFalse(Files.exists(part));
        try (Trace trace = read(file, late)) {
            assertFalse(fromIndex(trace));
        }
    }

    private static Path largest() {
        return Samples.v2().stream().max(Comparator.comparing(p -> p.toFile().length())).orElseThrow();
    }

    @Test
    void partsOfAnotherProgramAreReplaced() throws IOException {
        Path file = Samples.v2().getFirst();
        keep(file, cache(1));
        keep(file, cache(2));
        try (Trace trace = read(file, cache(2))) {
            assertTrue(fromIndex(trace));
        }
    }

    @Test
    void aFileThatIsKnownIsNotReadForItsKey() {
        MemorySegment one = MemorySegment.ofArray(new byte[]{1, 2, 3});
        MemorySegment other = MemorySegment.ofArray(new byte[]{3, 2, 1});
        FileStamp stamp = new FileStamp("stamp");
        keepNumber(cache(1).of(one, stamp));
        assertTrue(cache(1).of(other, stamp).has("number"), "the stamp is believed");
        assertTrue(cache(1).of(one, new FileStamp("new")).has("number"), "content is found under any stamp");
        assertFalse(cache(1).of(other, new FileStamp("new")).has("number"), "changed content under a new stamp");
        assertFalse(cache(1).of(other, FileStamp.NONE).has("number"), "what has no stamp is told by its content");
    }

    @Test
    void damagedNotesOfFilesAreIgnored() throws IOException {
        MemorySegment one = MemorySegment.ofArray(new byte[]{1, 2, 3});
        FileStamp stamp = new FileStamp("stamp");
        keepNumber(cache(1).of(one, stamp));
        Path note;
        try (Stream<Path> files = Files.list(folder)) {
            note = files.filter(Files::isRegularFile).findAny().orElseThrow();
        }
        byte[] sound = Files.readAllBytes(note);
        MemorySegment other = MemorySegment.ofArray(new byte[]{3, 2, 1});
        for (int at = 0; at < sound.length; at++) {
            sound[at] ^= 1;
            Files.write(note, sound);
            assertFalse(cache(1).of(other, stamp).has("number"), "byte " + at);
            sound[at] ^= 1;
        }
        Files.write(note, sound);
        assertTrue(cache(1).of(other, stamp).has("number"));
    }

    private static void keepNumber(TraceIndex index) {
        index.keep("number", x -> x.number(5));
        index.write();
    }

    @Test
    void aDiskThatIsFullLeavesNothingBehind() throws IOException {
        TraceIndex index = cache(1).of(MemorySegment.ofArray(new byte[]{1}), FileStamp.NONE);
        index.keep("part", x -> {
            x.bytes(new byte[1 << 22]);
            throw new UncheckedIOException(new IOException("No space left on device"));
        });
        index.write();
        assertFalse(index.has("part"));
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
        keepNumber(index);
        assertTrue(index.has("number"));
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
        Exchange x = open(aligned(sound)).orElseThrow();
        for (int i = 0; i < 300_000; i++) {
            assertEquals(i, x.number(0));
        }
        assertArrayEquals(blob, x.bytes(new byte[0]));
        for (int at = 0; at < sound.length; at += 100_003) {
            sound[at] ^= 4;
            assertThrows(DamagedIndexException.class, () -> {
                Exchange damaged = open(aligned(sound)).orElseThrow(DamagedIndexException::new);
                for (int i = 0; i < 300_000; i++) {
                    damaged.number(0);
                }
                damaged.bytes(new byte[0]);
            }, "byte " + at);
            sound[at] ^= 4;
        }
    }

    private static Optional<Exchange> open(MemorySegment part) {
        return PartFile.open(part, 1, () -> {
            // nothing to delete
        });
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
        Path astray = folder.resolve("1.file");
        Files.write(astray, new byte[]{1});
        new IndexCache(folder, 1, 3500, () -> 1).clean();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("trace0", "trace1", "trace2"),
                    left.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void canBeTurnedOffAndSkipsSmallTraces() throws IOException {
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
