package dev.faultline.trace;

import dev.faultline.trace.format.TraceHeader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Makes small traces of Go 1.5 to 1.21 from text, a record a line, numbers in wire order:
///
/// ```text
/// go 1.7
/// batch 0 1000              P, time; before 1.7 the sequence number between them
/// GoStart 10 1 2            time step (before 1.7 after the step of the sequence number), then arguments
/// UserLog 10 1 2 3 text     its arguments, then the message
/// string 1 main.main
/// stack 1 pc,function,file,line ...   before 1.7 addresses
/// frequency 1000000000
/// ```
///
/// What stands behind `#` is a comment. The numbers of the records are those of the format, written down once more, so
/// that this shares nothing with the reader.
public final class V1Text {
    private static final int FIRST_WITHOUT_NUMBERS = 7;
    private static final int COUNTED = 3;
    private static final int TIMER = 35;
    private static final int STRING = 37;
    /// Bytes that Go reserves for the length of a stack.
    private static final int LENGTH_BYTES = 10;
    /// By number, from 4 on.
    private static final List<String> NAMES = List.of("Gomaxprocs", "ProcStart", "ProcStop", "GCStart", "GCDone",
            "STWStart", "STWDone", "GCSweepStart", "GCSweepDone", "GoCreate", "GoStart", "GoEnd", "GoStop", "GoSched",
            "GoPreempt", "GoSleep", "GoBlock", "GoUnblock", "GoBlockSend", "GoBlockRecv", "GoBlockSelect",
            "GoBlockSync", "GoBlockCond", "GoBlockNet", "GoSysCall", "GoSysExit", "GoSysBlock", "GoWaiting",
            "GoInSyscall", "HeapAlloc", "HeapGoal", "TimerGoroutine", "FutileWakeup", "String", "GoStartLocal",
            "GoUnblockLocal", "GoSysExitLocal", "GoStartLabel", "GoBlockGC", "GCMarkAssistStart", "GCMarkAssistDone",
            "UserTaskCreate", "UserTaskEnd", "UserRegion", "UserLog", "CPUSample");
    private static final int FIRST_NAMED = 4;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private boolean numbered;

    private V1Text() {
    }

    /// The bytes of a trace.
    public static byte[] bytes(String text) {
        V1Text t = new V1Text();
        text.lines().map(l -> l.replaceFirst("#.*", "").strip()).filter(l -> !l.isEmpty()).forEach(t::line);
        return t.file.toByteArray();
    }

    private void line(String line) {
        List<String> words = Arrays.asList(line.split("\\s+"));
        switch (words.getFirst()) {
            case "go" -> header(line);
            case "batch" -> plain(1 << 6 | 1, words);
            case "frequency" -> plain(2, words);
            case "TimerGoroutine" -> plain(TIMER, words);
            case "string" -> string(words);
            case "stack" -> stack(words);
            default -> event(words);
        }
    }

    private void header(String line) {
        numbered = Integer.parseInt(line.substring(line.indexOf('.') + 1)) < FIRST_WITHOUT_NUMBERS;
        file.writeBytes(
                Arrays.copyOf((line + " trace").getBytes(StandardCharsets.US_ASCII), TraceHeader.SIZE));
    }

    private void plain(int head, List<String> words) {
        file.write(head);
        words.stream().skip(1).forEach(w -> TraceText.varint(file, number(w)));
        if (numbered && head != (1 << 6 | 1)) {
            TraceText.varint(file, 0);
        }
    }

    private void string(List<String> words) {
        file.write(STRING);
        TraceText.varint(file, number(words.get(1)));
        text(words.subList(2, words.size()));
    }

    private void text(List<String> words) {
        byte[] bytes = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
        TraceText.varint(file, bytes.length);
        file.writeBytes(bytes);
    }

    private void stack(List<String> words) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        TraceText.varint(body, number(words.get(1)));
        TraceText.varint(body, words.size() - 2L);
        words.stream().skip(2).flatMap(f -> Arrays.stream(f.split(",")))
                .forEach(n -> TraceText.varint(body, number(n)));
        file.write(COUNTED << 6 | 3);
        int length = body.size();
        for (int i = 1; i < LENGTH_BYTES; i++) {
            file.write(length & 0x7f | 0x80);
            length >>= 7;
        }
        file.write(length);
        file.writeBytes(body.toByteArray());
    }

    private void event(List<String> words) {
        int id = FIRST_NAMED + NAMES.indexOf(words.getFirst());
        if (id < FIRST_NAMED) {
            throw new IllegalArgumentException(words.toString());
        }
        boolean log = words.getFirst().equals("UserLog");
        int numbers = log ? 4 : words.size() - 1;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        words.stream().skip(1).limit(numbers).forEach(w -> TraceText.varint(body, number(w)));
        int count = Math.min(COUNTED, numbers - (numbered ? 2 : 1));
        file.write(count << 6 | id);
        if (count == COUNTED) {
            TraceText.varint(file, body.size());
        }
        file.writeBytes(body.toByteArray());
        if (log) {
            text(words.subList(1 + numbers, words.size()));
        }
    }

    private static long number(String word) {
        return word.equals("none") ? -1 : Long.parseLong(word);
    }
}
