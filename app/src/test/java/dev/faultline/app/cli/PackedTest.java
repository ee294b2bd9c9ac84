package dev.faultline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.verb.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However a trace is packed, the same is said of it, byte for byte, but for the file's name.
class PackedTest {
    private static final Path TRACE = Shell.sample("go1.27/range-never-closed.trace");
    private static final String NAME = "range-never-closed.trace";

    @TempDir
    private Path folder;

    private byte[] trace = {};
    private String expected = "";

    @BeforeEach
    void readPlain() throws IOException {
        trace = Files.readAllBytes(TRACE);
        expected = json(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zstd", "xz", "bzip2"})
    void compressed(String format) throws IOException, CompressorException {
        Path file = Files.write(folder.resolve(NAME), compressed(trace, format));
        assertEquals(expected, json(file));
    }

    @Test
    void inATarball() throws IOException, CompressorException {
        Path file = Files.write(folder.resolve("all.tar.gz"), compressed(tar(), "gz"));
        assertEquals(expected.replace(NAME, "all.tar.gz!/" + NAME), json(file));
    }

    @Test
    void inAZip() throws IOException {
        Path file = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(NAME));
            out.write(trace);
        }
        assertEquals(expected.replace(NAME, "all.zip!/" + NAME), json(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gz", "zstd", "xz", "bzip2", "tar.gz"})
    void throughStandardInput(String format) throws IOException, CompressorException {
        byte[] packed = switch (format) {
            case "plain" -> trace;
            case "tar.gz" -> compressed(tar(), "gz");
            default -> compressed(trace, format);
        };
        String name = format.equals("tar.gz") ? "standard input!/" + NAME : "standard input";
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(packed));
        try {
            assertEquals(expected.replace(NAME, name), json(Path.of("-")));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void eachTraceOfAnArchiveInTurn() throws IOException {
        Path file = folder.resolve("two.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new String[]{"a.trace", "b/c.trace"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write(trace);
            }
        }
        ObjectMapper mapper = new ObjectMapper();
        JsonNode both = mapper.readTree(json(file));
        assertEquals(2, both.get("traces").size());
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "two.zip!/a.trace" : "two.zip!/b/c.trace";
            assertEquals(mapper.readTree(expected.replace(NAME, name)), both.get("traces").get(i));
        }
        assertEquals(expected.replace(NAME, "two.zip!/b/c.trace"), json(folder.resolve("two.zip!/b/c.trace")));
    }

    private static String json(Path file) {
        Shell.Result result = new Shell().run("analyze", file, "--json", "-");
        assertEquals("", result.err());
        assertEquals(ExitCode.FINE, result.code());
        return result.out();
    }

    private byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(NAME);
            entry.setSize(trace.length);
            out.putArchiveEntry(entry);
            out.write(trace);
            out.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] compressed(byte[] bytes, String format) throws IOException, CompressorException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new CompressorStreamFactory().createCompressorOutputStream(format, packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
