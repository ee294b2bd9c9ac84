package dev.faultline.trace.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.disk.ScratchFiles;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.limit.UserLimit;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TraceSourcesTest {
    private static final byte[] TRACE = trace(1, 300_000);
    private static final byte[] OTHER = trace(2, 4000);

    @TempDir
    private Path folder;

    @Test
    void mapsAPlainFile() throws IOException {
        assertEquals(List.of("plain.trace"), namesAndBytes(file("plain.trace", TRACE), TRACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zstd", "xz", "bzip2"})
    void unpacksByContentWhateverTheName(String format) throws IOException {
        assertEquals(List.of("trace.txt"), namesAndBytes(file("trace.txt", Packed.compressed(format, TRACE)), TRACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zstd", "xz", "bzip2"})
    void unpackingStopsWhenAskedTo(String format) throws IOException {
        Path packed = file("trace.txt", Packed.compressed(format, TRACE));
        var asked = new AtomicInteger();
        assertThrows(CancellationException.class, () -> TraceSources.open(packed, Limits.DEFAULT, new Progress() {
            @Override
            public void update(Phase phase, long done, long total) {
                assertTrue(done <= total, phase.label());
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 1;
            }
        }));
        assertTrue(asked.get() > 1);
    }

    @Test
    void unpacksAMemberAfterAMember() throws IOException {
        byte[] half = Packed.compressed("gz", Arrays.copyOf(TRACE, 1000));
        byte[] rest = Packed.compressed("gz", Arrays.copyOfRange(TRACE, 1000, TRACE.length));
        assertEquals(List.of("x.gz"), namesAndBytes(file("x.gz", join(half, rest)), TRACE));
    }

    @Test
    void namesTheTracesOfAnArchiveAndLeavesOutTheRest() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Map.of("a/one.trace", TRACE, "b.trace.gz",
                Packed.compressed("gz", OTHER), "readme.txt", "nothing".getBytes(StandardCharsets.UTF_8)));
        for (Path file : List.of(file("all.zip", Packed.zip(files)),
                file("all.tar.xz", Packed.compressed("xz", Packed.tar(files))))) {
            String name = file.getFileName().toString();
            assertEquals(List.of(name + "!/a/one.trace", name + "!/b.trace.gz"), namesAndBytes(file, TRACE, OTHER));
        }
    }

    @Test
    void opensOneTraceOfAnArchiveInAnArchive() throws IOException {
        byte[] inner = Packed.tar(Map.of("x.trace", OTHER));
        Path file = file("outer.zip", Packed.zip(new TreeMap<>(Map.of("in.tar", inner, "y.trace", TRACE))));
        Path one = folder.resolve("outer.zip!/in.tar!/x.trace");
        assertEquals(List.of("outer.zip!/in.tar!/x.trace"), namesAndBytes(one, OTHER));
        assertThrows(TraceFormatException.class,
                () -> TraceSources.open(folder.resolve("outer.zip!/z.trace"), Limits.DEFAULT));
        assertEquals(2, namesAndBytes(file, OTHER, TRACE).size());
    }

    @Test
    void offersBothTracesOfOneFile() throws IOException {
        Path file = file("two.trace", join(TRACE, OTHER));
        assertEquals(List.of("two.trace!/1", "two.trace!/2"), namesAndBytes(file, TRACE, OTHER));
        assertEquals(List.of("two.trace!/2"), namesAndBytes(folder.resolve("two.trace!/2"), OTHER));
        assertThrows(NoSuchFileException.class,
                () -> TraceSources.open(folder.resolve("two.trace!/3"), Limits.DEFAULT));
    }

    @Test
    void takesAHeaderInsideTheDataForText() throws IOException {
        byte[] text = "a log line with go 1.22 trace\0\0\0 in it".getBytes(StandardCharsets.US_ASCII);
        byte[] all = join(TRACE, text);
        assertEquals(List.of("log.trace"), namesAndBytes(file("log.trace", all), all));
    }

    @Test
    void keepsWhatComesOutOfACutFile() throws IOException {
        byte[] packed = Packed.compressed("gz", TRACE);
        Path file = file("cut.gz", Arrays.copyOf(packed, packed.length / 2));
        try (TraceSource source = TraceSources.open(file, Limits.DEFAULT).getFirst()) {
            byte[] bytes = source.bytes().toArray(ValueLayout.JAVA_BYTE);
            assertTrue(bytes.length > TRACE.length / 3 && bytes.length < TRACE.length, "bytes " + bytes.length);
            assertArrayEquals(Arrays.copyOf(TRACE, bytes.length), bytes);
            assertFalse(source.complete());
            assertTrue(source.notices().getFirst().contains(bytes.length + " unpacked bytes"));
        }
    }

    /// A decoder of xz that failed fails again when it is asked how much is available.
    @Test
    void keepsWhatComesOutOfADecoderThatFailsTwice() throws IOException {
        byte[] packed = Packed.compressed("xz", Arrays.copyOf(OTHER, 16));
        int index = packed.length - 12 - 8;
        byte[] block = Arrays.copyOfRange(packed, 12, index);
        block[0] = 0x30;
        byte[] second = join(Arrays.copyOf(packed, index), Arrays.copyOf(block, 3));
        try (TraceSource source = TraceSources.open(file("twice.xz", second), Limits.DEFAULT).getFirst()) {
            assertEquals(16, source.bytes().byteSize());
            assertTrue(source.notices().getFirst().contains("16 unpacked bytes"), source.notices()::toString);
        }
    }

    @Test
    void keepsTheEntriesBeforeTheDamageOfAnArchive() throws IOException {
        byte[] tar = Packed.tar(new TreeMap<>(Map.of("a.trace", OTHER, "b.trace", TRACE)));
        Path file = file("cut.tar", Arrays.copyOf(tar, tar.length / 2));
        List<TraceSource> sources = TraceSources.open(file, Limits.DEFAULT);
        assertArrayEquals(OTHER, sources.getFirst().bytes().toArray(ValueLayout.JAVA_BYTE));
        assertEquals(2, sources.size());
        assertFalse(sources.get(1).complete());
        sources.forEach(TraceSource::close);
    }

    @Test
    void stopsABombByRatioAndByItsSize() throws IOException {
        byte[] bomb = Packed.compressed("gz", Packed.compressed("gz", new byte[80 << 20]));
        Path file = file("bomb.gz", bomb);
        IOException ratio = assertThrows(UnpackLimitException.class, () -> TraceSources.open(file, Limits.DEFAULT));
        assertTrue(ratio.getMessage().contains("1000 times") && ratio.getMessage().contains(UserLimit.RATIO.variable()),
                ratio.getMessage());
        Limits small = new Limits(1 << 20, Long.MAX_VALUE, 10);
        IOException size = assertThrows(UnpackLimitException.class, () -> TraceSources.open(file, small));
        assertTrue(
                size.getMessage().contains("1048576 bytes")
                        && size.getMessage().contains(UserLimit.UNPACKED.variable()),
                size.getMessage());
        Limits raised = Limits
                .ofEnvironment(Map.of(UserLimit.RATIO.variable(), "1000000", UserLimit.UNPACKED.variable(), "-7"));
        assertEquals(Limits.DEFAULT_MAX_BYTES, raised.maxBytes());
        TraceSources.open(file, raised).forEach(TraceSource::close);
    }

    /// Zeros packed by every compression, and inside of an archive.
    @ParameterizedTest
    @ValueSource(strings = {"gz", "zstd", "xz", "bzip2", "tar.gz"})
    void stopsABombOfEveryCompression(String container) throws IOException {
        byte[] zeros = new byte[80 << 20];
        byte[] bomb = container.equals("tar.gz")
                ? Packed.compressed("gz", Packed.tar(Map.of("zeros", zeros)))
                : Packed.compressed(container, zeros);
        Path file = file("bomb", bomb);
        Limits bySize = new Limits(70 << 20, Long.MAX_VALUE, 10);
        IOException size = assertThrows(UnpackLimitException.class, () -> TraceSources.open(file, bySize));
        assertTrue(size.getMessage().contains(UserLimit.UNPACKED.variable()), size::getMessage);
        Limits byRatio = new Limits(Long.MAX_VALUE, 100, 10);
        IOException ratio = assertThrows(UnpackLimitException.class, () -> TraceSources.open(file, byRatio));
        assertTrue(ratio.getMessage().contains(UserLimit.RATIO.variable()), ratio::getMessage);
    }

    /// Nothing is written where an entry's name says.
    @Test
    void namesOfEntriesLeadNowhere() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Map.of("../../evil.trace", TRACE, "/etc/evil.trace", OTHER));
        Path file = file("evil.zip", Packed.zip(files));
        assertEquals(List.of("evil.zip!/../../evil.trace", "evil.zip!//etc/evil.trace"),
                namesAndBytes(file, TRACE, OTHER));
        assertFalse(Files.exists(folder.resolve("../../evil.trace")));
        assertEquals(1, namesAndBytes(folder.resolve("evil.zip!/../../evil.trace"), TRACE).size());
    }

    @Test
    void saysWhatAnArchiveWithoutATraceHolds() throws IOException {
        for (byte[] archive : List.of(Packed.zip(Map.of()), Packed.zip(Map.of("readme.txt", new byte[]{'h', 'i'})),
                Packed.tar(Map.of("readme.txt", new byte[]{'h', 'i'})))) {
            Path file = file("none", archive);
            IOException e = assertThrows(TraceFormatException.class, () -> TraceSources.open(file, Limits.DEFAULT));
            assertTrue(e.getMessage().contains("an archive with a Go execution trace")
                    && e.getMessage().contains("none among the"), e::getMessage);
        }
    }

    @Test
    void stopsAtTooManyLayersAndEntries() throws IOException {
        byte[] onion = OTHER;
        for (int i = 0; i <= Limits.MAX_LAYERS; i++) {
            onion = Packed.compressed("gz", onion);
        }
        Path deep = file("onion", onion);
        assertThrows(UnpackLimitException.class, () -> TraceSources.open(deep, Limits.DEFAULT));
        Path many = file("many.zip", Packed.zip(Map.of("a", OTHER, "b", OTHER, "c", OTHER)));
        assertThrows(UnpackLimitException.class, () -> TraceSources.open(many, new Limits(1 << 20, 10, 2)));
    }

    @Test
    void laysLargeTracesInAFileThatIsGoneOnClose() throws IOException {
        byte[] large = trace(3, Spool.MEMORY_BYTES + 1);
        Path file = file("large.zst", Packed.compressed("zstd", large));
        long before = leftovers();
        List<TraceSource> sources = TraceSources.open(file, Limits.DEFAULT);
        assertArrayEquals(large, sources.getFirst().bytes().toArray(ValueLayout.JAVA_BYTE));
        sources.getFirst().close();
        assertEquals(before, leftovers());
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(Packed.compressed("xz", TRACE)));
        try {
            assertEquals(List.of("standard input"), namesAndBytes(Path.of("-"), TRACE));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void hidesControlCharactersInNames() throws IOException {
        Path file = file("bad.tar", Packed.tar(Map.of("\u001b[31mred.trace", OTHER)));
        assertEquals(List.of("bad.tar!/\uFFFD[31mred.trace"), namesAndBytes(file, OTHER));
    }

    /// Opens a file, compares the bytes of its traces, closes them, and gives their names.
    private static List<String> namesAndBytes(Path file, byte[]... wanted) throws IOException {
        List<TraceSource> sources = TraceSources.open(file, Limits.DEFAULT);
        assertEquals(wanted.length, sources.size());
        for (int i = 0; i < wanted.length; i++) {
            assertArrayEquals(wanted[i], sources.get(i).bytes().toArray(ValueLayout.JAVA_BYTE));
            assertTrue(sources.get(i).complete());
        }
        List<String> names = sources.stream().map(TraceSource::name).toList();
        sources.forEach(TraceSource::close);
        return names;
    }

    private static long leftovers() throws IOException {
        try (var files = Files.list(ScratchFiles.ofUser().folder())) {
            return files.filter(f -> f.getFileName().toString().startsWith("faultline-unpacked-")).count();
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] trace(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        byte[] header = "go 1.26 trace\0\0\0\1".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, bytes, 0, header.length);
        return bytes;
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
