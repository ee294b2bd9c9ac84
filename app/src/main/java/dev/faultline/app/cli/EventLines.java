package dev.faultline.app.cli;

import dev.faultline.app.cli.EventArguments.Argument;
import dev.faultline.app.cli.EventArguments.Subject;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes events as text, one a line: time, context, name, subject, arguments, place.
///
/// ```
/// 1204512 m=3 p=1 g=17 GoBlock reason="chan receive" at main.worker main.go:42
/// ```
///
/// Tens of millions of lines are usual, so each text is made once and lines are put together from bytes.
final class EventLines {
    private static final byte[][] GO_STATUS = texts("unknown", "runnable", "running", "syscall", "waiting");
    private static final byte[][] PROC_STATUS = texts("unknown", "running", "idle", "syscall", "abandoned");
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
        EventArguments shape = EventArguments.of(event.type());
        line.number(event.time());
        id(" m=", event.thread() < 0 ? -1 : trace.threads().id(event.thread()));
        id(" p=", event.proc());
        id(" g=", event.goroutine() < 0 ? -1 : trace.goroutines().id(event.goroutine()));
        line.text(" ").text(shape.name());
        if (shape.subject() == Subject.GOROUTINE && event.subject() >= 0) {
            id(" of g=", trace.goroutines().id(event.subject()));
        } else if (shape.subject() == Subject.PROC) {
            id(" of p=", event.subject());
        }
        for (int i = 0; i < shape.arguments().size(); i++) {
            argument(shape.arguments().get(i), i == 0 ? event.a() : i == 1 ? event.b() : event.c());
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

    private void argument(Argument argument, long value) {
        line.text(" ").text(argument.name()).text("=");
        switch (argument.kind()) {
            case NUMBER -> line.number(value);
            case TEXT -> line.text("\"").bytes(string((int) value)).text("\"");
            case STACK -> line.bytes(value > 0 ? place((int) value) : NONE);
            case THREAD -> line.number(value < 0 ? -1 : trace.threads().id((int) value));
            case GO_STATUS -> line.bytes(value >= 0 && value < GO_STATUS.length ? GO_STATUS[(int) value] : NONE);
            case PROC_STATUS -> line.bytes(value >= 0 && value < PROC_STATUS.length ? PROC_STATUS[(int) value] : NONE);
        }
    }

    private byte[] string(int id) {
        byte[] text = strings[id];
        if (text == null) {
            String plain = Plain.of(trace.strings().get(id)).replace("\\", "\\\\").replace("\"", "\\\"");
            text = strings[id] = bytes(plain);
        }
        return text;
    }

    /// The innermost frame: where it happened.
    private byte[] place(int stack) {
        byte[] text = places[stack];
        if (text == null) {
            text = places[stack] = bytes(Plain.of(Code.place(trace.stacks().frame(trace.stacks().frameId(stack, 0)))));
        }
        return text;
    }

    private static byte[][] texts(String... texts) {
        byte[][] all = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            all[i] = bytes(texts[i]);
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
