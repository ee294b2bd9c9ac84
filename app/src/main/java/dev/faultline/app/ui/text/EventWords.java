package dev.faultline.app.ui.text;

import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.EventType.Subject;
import dev.faultline.trace.format.Field;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.ProcStatus;
import java.util.Locale;

/// Says what a row of the trace's events holds.
///
/// @param trace whose events
public record EventWords(Trace trace) {
    /// What the event is about where that is not its own goroutine, such as `G17`; else empty.
    public String subject(int row) {
        EventStore events = trace.events();
        Subject subject = events.type(row).subject();
        int about = events.subject(row);
        return switch (subject) {
            case GOROUTINE -> about < 0 ? "" : Names.goroutine(trace.goroutines().id(about));
            case PROC -> Names.proc(about);
            case NONE, SELF -> "";
        };
    }

    /// Its arguments, such as `reason "chan receive"`.
    public String arguments(int row) {
        EventStore events = trace.events();
        EventType type = events.type(row);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < type.columns().size(); i++) {
            Field field = type.columns().get(i);
            long value = i == 0 ? events.a(row) : i == 1 ? events.b(row) : events.c(row);
            if (field.kind() != Field.Kind.STACK || value > 0) {
                words.append(words.isEmpty() ? "" : ", ").append(field.name()).append(' ').append(value(field, value));
            }
        }
        return words.toString();
    }

    private String value(Field field, long value) {
        return switch (field.kind()) {
            case NUMBER -> Long.toString(value);
            case STRING -> '"' + trace.strings().get((int) value) + '"';
            case STACK -> place((int) value);
            case THREAD -> value < 0 ? "none" : "M" + trace.threads().id((int) value);
            case GO_STATUS -> name(GoStatus.values(), value);
            case PROC_STATUS -> name(ProcStatus.values(), value);
        };
    }

    private static String name(Enum<?>[] all, long value) {
        return value >= 0 && value < all.length ? all[(int) value].name().toLowerCase(Locale.ROOT) : "unknown";
    }

    /// The innermost frame of a stack; empty for none.
    public String place(int stack) {
        return stack <= 0 || trace.stacks().depth(stack) == 0
                ? ""
                : Places.of(trace.stacks().frame(trace.stacks().frameId(stack, 0)));
    }
}
