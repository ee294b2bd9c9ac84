package dev.faultline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.Main;
import dev.faultline.trace.store.IndexCache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to the index that the program keeps of a large trace, commands say what they say without one. Each runs
/// in a process of its own: only so can it have a cache folder of its own.
@Tag("slow")
class IndexDamageTest {
    private static final List<String[]> COMMANDS = List.of(new String[]{"summary", "--json"},
            new String[]{"analyze", "--json", "-"});
    private static final int PAYLOAD = 60_000;

    @TempDir
    private Path folder;

    @Test
    void damagedFilesOfAnIndexChangeNothing() throws Exception {
        Path trace = Files.write(folder.resolve("large.trace"), large());
        Path cache = Files.createDirectory(folder.resolve("cache"));
        String[] fresh = {run(trace, cache, 0), run(trace, cache, 1)};
        List<Path> index = filesIn(cache);
        assertTrue(index.size() >= 4, index::toString);
        byte[][] sound = new byte[index.size()][];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = Files.readAllBytes(index.get(i));
        }
        damage(index, sound, IndexDamageTest::flipped);
        assertEquals(fresh[0], run(trace, cache, 0), "a flipped index");
        damage(index, sound, bytes -> Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertEquals(fresh[1], run(trace, cache, 1), "a cut index");
        damage(index, sound, bytes -> "somebody else's file\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        assertEquals(fresh[1], run(trace, cache, 1), "a foreign index");
        for (int i = 0; i < sound.length; i++) {
            damage(index, sound, bytes -> bytes);
            Files.write(index.get(i), flipped(sound[i]));
            assertEquals(fresh[1], run(trace, cache, 1), index.get(i) + " flipped");
        }
    }

    private static void damage(List<Path> index, byte[][] sound, UnaryOperator<byte[]> how) throws IOException {
        for (int i = 0; i < sound.length; i++) {
            Files.createDirectories(index.get(i).getParent());
            Files.write(index.get(i), how.apply(sound[i].clone()));
        }
    }

    private static byte[] flipped(byte[] bytes) {
        for (int part = 1; part < 10; part++) {
            bytes[(int) (bytes.length * part / 10L)] ^= 0x55;
        }
        return bytes;
    }

    private static List<Path> filesIn(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).filter(f -> f.toFile().length() > 0).sorted().toList();
        }
    }

    /// @return what the command prints
    private String run(Path trace, Path cache, int command) throws IOException, InterruptedException {
        String[] words = COMMANDS.get(command);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Duser.home=" + folder, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(), words[0], trace.toString());
        builder.command().addAll(List.of(words).subList(1, words.length));
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put("LOCALAPPDATA", cache.toString());
        builder.environment().remove("FAULTLINE_CACHE");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        assertEquals("", Files.readString(err));
        assertEquals(0, code);
        String printed = Files.readString(out);
        assertFalse(printed.isEmpty());
        return printed;
    }

    /// A trace that is large enough for an index: one goroutine that goes on allocating.
    private static byte[] large() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf("go 1.26 trace".getBytes(StandardCharsets.US_ASCII), 16));
        batch(out, -1, 1000, 50, 8, 0xa8, 0xd6, 0xb9, 0x07);
        batch(out, 100, 1000, 13, 1, 0, 1, 25, 1, 1, 100, 2);
        long time = 2000;
        while (out.size() < IndexCache.SMALLEST + PAYLOAD) {
            int[] events = new int[PAYLOAD];
            for (int i = 0; i < events.length; i += 4) {
                events[i] = 37;
                events[i + 1] = 9;
                events[i + 2] = 0x80 | i & 0x7f;
                events[i + 3] = i >>> 7 & 0x7f;
            }
            batch(out, 100, time, events);
            time += PAYLOAD * 9 / 4 + 1;
        }
        out.write(52);
        return out.toByteArray();
    }

    private static void batch(ByteArrayOutputStream out, long thread, long time, int... payload) {
        out.write(1);
        out.write(1);
        varint(out, thread);
        varint(out, time);
        varint(out, payload.length);
        for (int b : payload) {
            out.write(b);
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7f | 0x80));
        }
        out.write((int) rest);
    }
}
