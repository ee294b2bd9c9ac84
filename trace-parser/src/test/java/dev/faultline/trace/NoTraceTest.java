package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that people mistake for traces are called what they are, with what to do.
class NoTraceTest {
    @TempDir
    private Path folder;

    private String said(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("trace.out"), bytes);
        return assertThrows(TraceFormatException.class, () -> TraceReader.read(file, Progress.NONE)).getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<!DOCTYPE html><html><head><title>403 Forbidden</title></head>|a web page titled \"403 Forbidden\"|curl -o",
            "<html><body>nothing</body></html>|found a web page|curl -o",
            "Could not enable tracing: tracing is already enabled|tracing is already enabled|another trace or a flight recorder",
            "Could not enable tracing: profile duration exceeds server's WriteTimeout|WriteTimeout|fewer seconds",
            "goroutine profile: total 7|a pprof profile (goroutine, as text)|curl -o",
            "{\"error\": \"not found\"}|JSON that begins with|curl -o",
            "404 page not found|text that begins with \"404 page not found\"|curl -o"})
    void textIsQuoted(String text, String found, String advice) throws IOException {
        String said = said(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(said.contains(found), said);
        assertTrue(said.contains(advice), said);
    }

    @Test
    void aDumpIsADump() throws IOException {
        String said = said(
                "panic: x\n\ngoroutine 1 [chan receive, 3 minutes]:\nmain.main()\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(said.contains("a dump of goroutines"), said);
    }

    @Test
    void aProfileTellsItsKind() throws IOException {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.writeBytes(new byte[]{0x12, 2, 8, 1});
        for (String word : new String[]{"", "samples", "count", "cpu", "nanoseconds"}) {
            profile.write(0x32);
            profile.write(word.length());
            profile.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        }
        profile.writeBytes(new byte[]{0x48, 0x7f});
        String said = said(profile.toByteArray());
        assertTrue(said.contains("a pprof profile (CPU)"), said);
        byte[] broken = profile.toByteArray();
        broken[1] = 0x7f;
        assertFalse(said(broken).contains("pprof"), "lengths that do not fit are no profile");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8, 10, 11, 19, 21, 22, 23, 25, 26})
    void aHeaderAloneIsATraceThatWasNeverStopped(int minor) throws IOException {
        byte[] header = new byte[16];
        byte[] text = ("go 1." + minor + " trace").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, header, 0, text.length);
        try (Trace trace = TraceReader.read(Files.write(folder.resolve("header.out"), header), Progress.NONE)) {
            assertFalse(trace.report().complete());
            assertTrue(trace.report().likelyCause().contains("without trace.Stop"), trace.report().likelyCause());
        }
    }
}
