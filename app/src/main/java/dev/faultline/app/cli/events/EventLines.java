package dev.faultline.app.cli.events;

import dev.faultline.app.cli.output.LineBuffer;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.TerminalSafe;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.EventType.Subject;
import dev.faultline.trace.format.Field;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.ProcStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Writes events as text, one per line: time, context, name, subject, arguments, place.
///
/// ```
/// 1204512 m=3 p=1 g=17 GoBlock reason="chan receive" at main.worker main.go:42
/// ```
///
/// Tens of millions of lines are usual, so each text is made once and lines are put together from bytes.
final class EventLines {
    private static final byte[][] GO_STATUS = names(GoStatus.values());
    private static final byte[][] PROC_STATUS = names(ProcStatus.values());
    private static final byte[] NONE = bytes("-");

    private final Trace trace;
    private final LineBuffer line;
    private final byte[][] strings;
    private final byte[][] places;

    EventLines(Trace trace, OutputStream out) {
        this.trace = trace;
        line = new LineBuffer(out);
        strings = new byte[trace.strings().size()][];
        places = new byte[trace.stacks().size()][];
    }

    void write(EventCursor event) throws IOException {
        EventType type = event.type();
        line.number(event.time());
        id(" m=", event.thread() < 0 ? -1 : trace.threads().id(event.thread()));
        id(" p=", event.proc());
        id(" g=", event.goroutine() < 0 ? -1 : trace.goroutines().id(event.goroutine()));
        line.text(" ").text(type.goName());
        if (type.subject() == Subject.GOROUTINE && event.subject() >= 0) {
            id(" of g=", trace.goroutines().id(event.subject()));
        } else if (type.subject() == Subject.PROC) {
            id(" of p=", event.subject());
        }
        for (int i = 0; i < type.columns().size(); i++) {
            argument(type.columns().get(i), i == 0 ? event.a() : i == 1 ? event.b() : event.c());
        }
        if (event.stack() > 0) {
            line.text(" at ").bytes(place(event.stack()));
        }
        line.end();
    }

    void flush() throws IOException {
        line.flush();
    }

    private void id(String name, long id) {
        line.text(name);
        if (id < 0) {
            line.bytes(NONE);
        } else {
            line.number(id);
        }
    }

    private void argument(Field argument, long value) {
        if (argument.kind() == Field.Kind.STACK && value <= 0) {
            return;
        }
        line.text(" ").text(argument.name()).text("=");
        switch (argument.kind()) {
            case NUMBER -> line.number(value);
            case STRING -> line.text("\"").bytes(string((int) value)).text("\"");
            case STACK -> line.bytes(place((int) value));
            case THREAD -> line.number(value < 0 ? -1 : trace.threads().id((int) value));
            case GO_STATUS -> line.bytes(value >= 0 && value < GO_STATUS.length ? GO_STATUS[(int) value] : NONE);
            case PROC_STATUS -> line.bytes(value >= 0 && value < PROC_STATUS.length ? PROC_STATUS[(int) value] : NONE);
        }
    }

    private byte[] string(int id) {
        byte[] text = strings[id];
        if (text == null) {
            String plain = TerminalSafe.of(trace.strings().get(id)).replace("\\", "\\\\").replace("\"", "\\\"");
            text = strings[id] = bytes(plain);
        }
        return text;
    }

    /// The innermost frame: where it happened.
    private byte[] place(int stack) {
        byte[] text = places[stack];
        if (text == null) {
            text = places[stack] = bytes(
                    TerminalSafe.of(Places.of(trace.stacks().frame(trace.stacks().frameId(stack, 0)))));
        }
        return text;
    }

    private static byte[][] names(Enum<?>[] all) {
        return Arrays.stream(all).map(s -> bytes(s.name().toLowerCase(Locale.ROOT))).toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
