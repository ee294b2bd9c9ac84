package dev.faultline.trace.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.RowListener;
import dev.faultline.trace.Samples;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceChangedException;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.FileStamp;
import dev.faultline.trace.mutation.Fingerprint;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexCacheTest {
    private static final int MUTATIONS = 200;

    private static final Codec<Long> NUMBER = new Codec<>() {
        @Override
        public void write(PartWriter to, Long value) throws IOException {
            to.number(value);
        }

        @Override
        public Long read(PartReader from) throws IOException {
            return from.number();
        }
    };
    private static final Codec<long[]> LONGS = new Codec<>() {
        @Override
        public void write(PartWriter to, long[] value) throws IOException {
            to.longs(value);
        }

        @Override
        public long[] read(PartReader from) throws IOException {
            return from.longs();
        }
    };

    @TempDir
    private Path folder;

    static List<Path> traces() {
        return Stream.concat(Samples.v2().stream(), Samples.v1().stream()).toList();
    }

    private IndexCache cache(long program) {
        return new IndexCache(folder, 1, 1L << 30, () -> program);
    }

    private static Trace read(Path file, IndexCache cache) throws IOException {
        return read(file, Storage.ofProcess(cache));
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
        return trace.store().inMemory() == 0;
    }

    private static String all(Trace t) {
        return Fingerprint.of(t) + t.header() + t.minor() + t.bytes() + t.durationNs() + t.generations() + t.report()
                + t.goroutines().size() + t.threads().size() + t.strings().size() + t.stacks().size();
    }

    /// Keeps the index of a trace and returns its only part.
    private Path keep(Path file, IndexCache cache) throws IOException {
        try (Trace trace = read(file, cache)) {
            assertFalse(fromIndex(trace));
            trace.store().write();
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
    void rowsAreReadWhenSomebodyAsks() throws IOException {
        Path file = largest();
        keep(file, cache(1));
        try (Trace fresh = TraceReader.read(file, Progress.NONE); Trace kept = read(file, cache(1))) {
            assertEquals(fresh.events().size(), kept.events().size());
            assertEquals(fresh.stacks().size(), kept.stacks().size());
            assertTrue(fromIndex(kept));
            assertEquals(fresh.events().time(4711), kept.events().time(4711));
            assertFalse(fromIndex(kept));
        }
    }

    @Test
    void rowsOfAChangedFileAreNeverTold() throws IOException {
        byte[] sound = Files.readAllBytes(largest());
        Path file = folder.resolve("changing.trace");
        Random random = new Random(11);
        for (int i = 0; i < 20; i++) {
            Files.write(file, sound);
            if (i == 0) {
                keep(file, cache(1));
            }
            byte[] changed = sound.clone();
            changed[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            try (Trace kept = read(file, cache(1))) {
                assertTrue(fromIndex(kept));
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(changed));
                }
                assertThrows(TraceChangedException.class, () -> kept.events().time(0));
                assertThrows(TraceChangedException.class, () -> kept.events().cursor(0, 1));
            }
            String want = read(file);
            try (Trace again = read(file, cache(1))) {
                assertFalse(fromIndex(again));
                assertEquals(want, all(again));
            }
        }
    }

    @Test
    void aFileThatBecameShorterIsNoLongerRead() throws IOException {
        Path file = Files.copy(largest(), folder.resolve("shorter.trace"));
        keep(file, cache(1));
        try (Trace kept = read(file, cache(1))) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(1 << 13);
            }
            assertThrows(TraceChangedException.class, () -> kept.events().time(0));
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
        index.keep("number", NUMBER, 5L);
        index.write();
    }

    @Test
    void aDiskThatIsFullLeavesNothingBehind() throws IOException {
        TraceIndex index = cache(1).of(MemorySegment.ofArray(new byte[]{1}), FileStamp.NONE);
        index.keep("part", new Codec<>() {
            @Override
            public void write(PartWriter to, byte[] value) throws IOException {
                to.bytes(value);
                throw new IOException("No space left on device");
            }

            @Override
            public byte[] read(PartReader from) throws IOException {
                return from.bytes();
            }
        }, new byte[1 << 22]);
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
        byte[] content = new byte[ContentKey.CHUNK + 1000];
        new Random(1).nextBytes(content);
        String key = ContentKey.of(MemorySegment.ofArray(content));
        for (int at : new int[]{0, 4711, ContentKey.CHUNK, content.length - 1}) {
            content[at] ^= 1;
            assertNotEquals(key, ContentKey.of(MemorySegment.ofArray(content)));
            content[at] ^= 1;
        }
        assertEquals(key, ContentKey.of(MemorySegment.ofArray(content)));
        assertNotEquals(key, ContentKey.of(MemorySegment.ofArray(Arrays.copyOf(content, content.length + 1))));
    }

    @Test
    void everyByteOfAPartIsChecked() throws IOException {
        long[] values = new Random(3).longs(100_000).toArray();
        Path file = folder.resolve("part");
        PartFile.write(file, 1, LONGS, values);
        assertArrayEquals(values, PartFile.read(file, 1, LONGS).orElseThrow());
        assertFalse(PartFile.read(file, 2, LONGS).isPresent(), "another program's");
        byte[] sound = Files.readAllBytes(file);
        for (int at = 0; at < sound.length; at += 4001) {
            sound[at] ^= 4;
            Files.write(file, sound);
            assertFalse(PartFile.read(file, 1, LONGS).isPresent(), "byte " + at);
            sound[at] ^= 4;
        }
        for (int length : new int[]{0, 1, 16, 23, 24, sound.length / 2, sound.length - 1, sound.length + 1}) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertFalse(PartFile.read(file, 1, LONGS).isPresent(), length + " bytes");
        }
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
                trace.store().write();
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
            trace.store().write();
            assertFalse(fromIndex(trace));
        }
    }
}
