package dev.faultline.trace;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Makes small traces from text, a record a line, numbers in wire order:
///
/// ```text
/// go 1.26
/// batch 1 100 0        generation, thread (or none), time
/// GoStart 5 7 1        delta, then arguments
/// strings 1            generation; then lines: id text
/// stacks 1             generation; then lines: id followed by pc,function,file,line for each frame
/// samples 1            generation; then lines: time thread p g stack
/// sync 1 0 15625000    generation, time, frequency
/// end
/// raw 1b 5b            bytes as they are, in the batch at hand
/// bytes 01 01          the same behind it
/// ```
///
/// What stands behind `#` is a comment.
public final class TraceText {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private ByteArrayOutputStream payload = new ByteArrayOutputStream();
    private long[] head = {};
    private String section = "";

    private TraceText() {
    }

    /// The bytes of a trace.
    public static byte[] bytes(String text) {
        TraceText t = new TraceText();
        text.lines().map(l -> l.replaceFirst("#.*", "").strip()).filter(l -> !l.isEmpty()).forEach(t::line);
        t.flush();
        return t.file.toByteArray();
    }

    /// Reads a trace from text.
    public static Trace read(String text) {
        return read(bytes(text));
    }

    /// Reads a trace from bytes.
    public static Trace read(byte[] bytes) {
        try {
            Path file = Files.createTempFile("faultline", ".trace");
            try {
                Files.write(file, bytes);
                return TraceReader.read(file, Progress.NONE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        List<String> words = Arrays.asList(line.split("\\s+"));
        switch (words.getFirst()) {
            case "go" -> header(line);
            case "batch" -> open("events", numbers(words));
            case "strings" -> open("strings", none(words), EventType.STRINGS.id());
            case "stacks" -> open("stacks", none(words), EventType.STACKS.id());
            case "samples" -> open("samples", none(words), EventType.CPU_SAMPLES.id());
            case "sync" -> sync(numbers(words));
            case "raw" -> payload.writeBytes(hex(words));
            case "bytes" -> {
                flush();
                file.writeBytes(hex(words));
            }
            case "end" -> {
                flush();
                file.write(EventType.END_OF_GENERATION.id());
            }
            default -> record(words);
        }
    }

    private void header(String line) {
        byte[] text = (line + " trace").getBytes(StandardCharsets.US_ASCII);
        file.writeBytes(Arrays.copyOf(text, TraceHeader.SIZE));
    }

    private static long[] none(List<String> words) {
        return new long[]{number(words.get(1)), -1, 0};
    }

    private void open(String kind, long[] headOfBatch, int... marker) {
        flush();
        section = kind;
        head = headOfBatch;
        for (int b : marker) {
            payload.write(b);
        }
    }

    private void sync(long[] values) {
        open("sync", new long[]{values[0], -1, values[1]}, EventType.SYNC.id(), EventType.FREQUENCY.id());
        varint(payload, values[2]);
    }

    private void record(List<String> words) {
        switch (section) {
            case "strings" -> {
                payload.write(EventType.STRING.id());
                byte[] text = String.join(" ", words.subList(1, words.size())).getBytes(StandardCharsets.UTF_8);
                varint(payload, number(words.getFirst()));
                varint(payload, text.length);
                payload.writeBytes(text);
            }
            case "stacks" -> {
                payload.write(EventType.STACK.id());
                varint(payload, number(words.getFirst()));
                varint(payload, words.size() - 1L);
                words.stream().skip(1).flatMap(f -> Arrays.stream(f.split(",")))
                        .forEach(n -> varint(payload, number(n)));
            }
            case "samples" -> {
                payload.write(EventType.CPU_SAMPLE.id());
                words.forEach(n -> varint(payload, number(n)));
            }
            default -> {
                payload.write(type(words.getFirst()).id());
                words.stream().skip(1).forEach(n -> varint(payload, number(n)));
            }
        }
    }

    private static byte[] hex(List<String> words) {
        return HexFormat.of().parseHex(String.join("", words.subList(1, words.size())));
    }

    private static EventType type(String goName) {
        return Arrays.stream(EventType.values()).filter(t -> t.goName().equals(goName)).findFirst().orElseThrow();
    }

    private void flush() {
        if (head.length > 0) {
            file.write(EventType.EVENT_BATCH.id());
            for (long n : head) {
                varint(file, n);
            }
            varint(file, payload.size());
            file.writeBytes(payload.toByteArray());
        }
        head = new long[0];
        payload = new ByteArrayOutputStream();
    }

    private static long[] numbers(List<String> words) {
        return words.stream().skip(1).mapToLong(TraceText::number).toArray();
    }

    private static long number(String word) {
        return word.equals("none") ? -1 : Long.parseUnsignedLong(word);
    }

    /// A number as both formats write it.
    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
