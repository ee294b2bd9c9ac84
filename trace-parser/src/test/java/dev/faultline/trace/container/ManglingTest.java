package dev.faultline.trace.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real trace, mangled as programs do it, comes back byte by byte, with a sentence that says so.
class ManglingTest {
    private static final Path TRACE = Path.of("../sample-traces/go1.27/pool-swallows-timeout.trace");

    @TempDir
    private Path folder;

    private void comesBack(byte[] mangled, String notice) throws IOException {
        Path file = folder.resolve("trace.out");
        Files.write(file, mangled);
        List<TraceSource> sources = TraceSources.open(file, Limits.DEFAULT);
        try (TraceSource source = sources.getFirst()) {
            assertArrayEquals(Files.readAllBytes(TRACE), source.bytes().toArray(ValueLayout.JAVA_BYTE));
            assertTrue(source.notices().toString().contains(notice), source.notices().toString());
            assertTrue(source.complete());
        }
    }

    @Test
    void lineEndsOfATerminal() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : Files.readAllBytes(TRACE)) {
            if (b == '\n') {
                out.write('\r');
            }
            out.write(b);
        }
        comesBack(out.toByteArray(), "kubectl exec -t");
        comesBack(Packed.compressed("gz", out.toByteArray()), "kubectl exec -t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM437", "IBM850", "ISO-8859-1"})
    void utf16OfAConsole(String page) throws IOException {
        String text = new String(Files.readAllBytes(TRACE), Charset.forName(page));
        comesBack(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), "PowerShell");
        comesBack(text.getBytes(StandardCharsets.UTF_16BE), "PowerShell");
    }

    @Test
    void utf16ThatLostBytesIsToldAsThat() throws IOException {
        String text = new String(Files.readAllBytes(TRACE), StandardCharsets.UTF_8);
        Path file = folder.resolve("lossy.out");
        Files.write(file, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        IOException e = assertThrows(IOException.class, () -> TraceSources.open(file, Limits.DEFAULT));
        assertTrue(String.valueOf(e.getMessage()).contains("curl -o"), e.getMessage());
    }

    @Test
    void base64InLines() throws IOException {
        comesBack(Base64.getMimeEncoder().encode(Files.readAllBytes(TRACE)), "Base64");
        comesBack(Base64.getEncoder().encode(Packed.compressed("gz", Files.readAllBytes(TRACE))), "Base64");
    }

    @Test
    void chunksOfAResponse() throws IOException {
        byte[] body = chunked(Files.readAllBytes(TRACE));
        comesBack(body, "chunks");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        comesBack(out.toByteArray(), "chunks");
    }

    private static byte[] chunked(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += 2048) {
            int size = Math.min(2048, bytes.length - at);
            out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, at, size);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void soundTracesAreLeftAlone() throws IOException {
        for (TraceSource source : TraceSources.open(TRACE, Limits.DEFAULT)) {
            try (source) {
                assertEquals(List.of(), source.notices());
            }
        }
    }
}
