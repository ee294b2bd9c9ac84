package dev.faultline.trace.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.format.TraceFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small files that unpack to very much: each stops at a limit that its message names, and opens when that is raised.
@Tag("slow")
class BombsTest {
    private static final int SIZE = 80 << 20;
    private static final int RECORD = 512;

    @TempDir
    private Path folder;

    /// The bytes begin with a trace, so that nobody can tell from the first ones.
    @ParameterizedTest
    @ValueSource(strings = {"gz", "zstd", "xz", "bzip2", "zip", "tar.gz", "zip in zip", "tar in gz in zip"})
    void bombsThatBeginWithATrace(String container) throws IOException {
        Path file = Files.write(folder.resolve("bomb"), packed(container, trace(SIZE)));
        Limits few = new Limits(SIZE / 2, Long.MAX_VALUE, 10);
        IOException size = assertThrows(UnpackLimitException.class, () -> TraceSources.open(file, few));
        assertTrue(size.getMessage().contains("to more than 40 MB (41943040 bytes)")
                && size.getMessage().contains("set FAULTLINE_MAX_UNPACKED to a higher number"), size::getMessage);
        Limits flat = new Limits(Long.MAX_VALUE, 100, 10);
        IOException ratio = assertThrows(UnpackLimitException.class, () -> TraceSources.open(file, flat));
        assertTrue(ratio.getMessage().contains("to more than 100 times its packed size")
                && ratio.getMessage().contains("set FAULTLINE_MAX_RATIO to a higher number"), ratio::getMessage);
        Limits raised = Limits
                .ofEnvironment(Map.of("FAULTLINE_MAX_RATIO", "100000000", "FAULTLINE_MAX_UNPACKED", "1000000000"));
        List<TraceSource> opened = TraceSources.open(file, raised);
        assertEquals(List.of((long) SIZE), opened.stream().map(s -> s.bytes().byteSize()).toList());
        opened.forEach(TraceSource::close);
    }

    private static byte[] packed(String container, byte[] bytes) throws IOException {
        return switch (container) {
            case "zip" -> Packed.zip(Map.of("a.trace", bytes));
            case "tar.gz" -> Packed.compressed("gz", Packed.tar(Map.of("a.trace", bytes)));
            case "zip in zip" -> Packed.zip(Map.of("inner.zip", packed("zip", bytes)));
            case "tar in gz in zip" -> Packed.zip(Map.of("inner.tgz", packed("tar.gz", bytes)));
            default -> Packed.compressed(container, bytes);
        };
    }

    /// A tarball may say that a file has a hole, which takes no room in it.
    @Test
    void holesOfATarball() throws IOException {
        byte[] trace = Arrays.copyOf(trace(1000), 2 * RECORD);
        Path small = Files.write(folder.resolve("small.tar"), withHole(trace, 1 << 20));
        try (TraceSource source = TraceSources.open(small, Limits.DEFAULT).getFirst()) {
            assertEquals(1 << 20, source.bytes().byteSize());
            assertArrayEquals(trace, source.bytes().asSlice(0, trace.length).toArray(ValueLayout.JAVA_BYTE));
        }
        Path bomb = Files.write(folder.resolve("bomb.tar"), withHole(trace, 7L << 30));
        IOException e = assertThrows(UnpackLimitException.class, () -> TraceSources.open(bomb, Limits.DEFAULT));
        assertTrue(e.getMessage().contains("FAULTLINE_MAX_RATIO"), e::getMessage);
    }

    /// A name of so many bytes would be held in memory, as would other attributes.
    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC})
    void headersOfATarballThatAreNoHeaders(byte kind) throws IOException {
        byte[] name = new byte[(int) HeadLimit.HEAD_BYTES * 4];
        byte[] attribute = (name.length + " comment=").getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(name, (byte) 'a');
        System.arraycopy(attribute, 0, name, 0, attribute.length);
        name[name.length - 1] = '\n';
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            add(tar, new TarArchiveEntry("first.trace"), trace(1000));
            add(tar, new TarArchiveEntry("././@LongLink", kind), name);
            add(tar, new TarArchiveEntry("second.trace"), trace(1000));
        }
        Path file = Files.write(folder.resolve("heads.tar"), out.toByteArray());
        List<TraceSource> sources = TraceSources.open(file, Limits.DEFAULT);
        assertEquals(List.of("heads.tar!/first.trace"), sources.stream().map(TraceSource::name).toList());
        assertTrue(sources.getFirst().notices().getFirst().contains("held in memory"),
                sources.getFirst().notices()::toString);
        sources.forEach(TraceSource::close);
    }

    @Test
    void manyTracesOfAnArchiveTakeLittleMemory() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        byte[] each = trace(Spool.MEMORY_BYTES - 1);
        for (int i = 0; i < 6; i++) {
            files.put(i + ".trace", each);
        }
        Path file = Files.write(folder.resolve("many.zip"), Packed.zip(files));
        List<TraceSource> sources = TraceSources.open(file, new Limits(Long.MAX_VALUE, Long.MAX_VALUE, 10));
        assertEquals(6, sources.size());
        long inMemory = sources.stream().filter(s -> !s.bytes().isMapped()).mapToLong(s -> s.bytes().byteSize()).sum();
        assertTrue(inMemory > 0 && inMemory <= 64 << 20, inMemory + " bytes in memory");
        sources.forEach(TraceSource::close);
    }

    @Test
    void thousandsOfTracesInARowAreNotAllOpened() throws IOException {
        byte[] trace = Arrays.copyOf(trace(20), 20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 2 * Concatenation.MOST_TRACES; i++) {
            out.writeBytes(trace);
        }
        List<TraceSource> sources = TraceSources.open(Files.write(folder.resolve("row"), out.toByteArray()),
                Limits.DEFAULT);
        assertEquals(Concatenation.MOST_TRACES, sources.size());
        assertEquals(out.size(), sources.stream().mapToLong(s -> s.bytes().byteSize()).sum());
        sources.forEach(TraceSource::close);
    }

    @Test
    void whatIsNoArchiveAtAllSaysSo() throws IOException {
        Path file = Files.write(folder.resolve("x"), Packed.zip(Map.of("zeros", new byte[SIZE / 2])));
        assertThrows(TraceFormatException.class, () -> TraceSources.open(file, Limits.DEFAULT));
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] bytes) throws IOException {
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /// A tarball of GNU's old kind with one file that has data at its start and a hole to its end.
    private static byte[] withHole(byte[] data, long size) {
        byte[] head = new byte[RECORD];
        put(head, 0, "a.trace");
        put(head, 100, "0000644");
        put(head, 124, String.format("%011o", data.length));
        put(head, 156, "S");
        put(head, 257, "ustar  ");
        put(head, 386, String.format("%011o", 0));
        put(head, 398, String.format("%011o", data.length));
        put(head, 410, String.format("%011o", size));
        put(head, 422, String.format("%011o", 0));
        put(head, 483, String.format("%011o", size));
        put(head, 148, "        ");
        int sum = 0;
        for (byte b : head) {
            sum += b & 0xff;
        }
        put(head, 148, String.format("%06o", sum));
        head[154] = 0;
        byte[] all = Arrays.copyOf(head, RECORD + data.length + 2 * RECORD);
        System.arraycopy(data, 0, all, RECORD, data.length);
        return all;
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    private static byte[] trace(int size) {
        return Arrays.copyOf("go 1.26 trace\0\0\0\1".getBytes(StandardCharsets.US_ASCII), size);
    }
}
