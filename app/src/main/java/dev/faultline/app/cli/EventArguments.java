package dev.faultline.app.cli;

import dev.faultline.trace.format.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How an event is written: its name as in Go's sources, what its subject is, and the names and kinds of its arguments
/// (the columns of [dev.faultline.trace.event.EventStore]).
///
/// @param name such as `GoBlock`
/// @param subject what the subject column holds
/// @param arguments meaning of the columns a, b, c as far as the event has them
record EventArguments(String name, Subject subject, List<Argument> arguments) {
    private static final Map<EventType, EventArguments> ALL = new EnumMap<>(EventType.class);
    static {
        for (EventType type : EventType.values()) {
            ALL.put(type, new EventArguments(goName(type), subjectOf(type), argumentsOf(type)));
        }
    }

    /// What the subject column holds.
    enum Subject {
        NONE, GOROUTINE, PROC
    }

    /// How a value is written.
    enum Kind {
        NUMBER, TEXT, STACK, THREAD, GO_STATUS, PROC_STATUS
    }

    /// A named column.
    record Argument(String name, Kind kind) {}

    static EventArguments of(EventType type) {
        return ALL.get(type);
    }

    /// `GO_SYSCALL_BEGIN` is GoSyscallBegin, `STW_BEGIN` is STWBegin.
    private static String goName(EventType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.name().split("_")) {
            name.append(switch (word) {
                case "STW", "GC", "CPU" -> word;
                default -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
            });
        }
        return name.toString();
    }

    private static Subject subjectOf(EventType type) {
        return switch (type) {
            case PROC_START, PROC_STOP, PROC_STEAL, PROC_STATUS, GC_SWEEP_ACTIVE, GC_SWEEP_BEGIN, GC_SWEEP_END ->
                Subject.PROC;
            case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL, GO_START, GO_SWITCH, GO_SWITCH_DESTROY, GO_UNBLOCK,
                    GO_STATUS, GO_STATUS_STACK, GC_MARK_ASSIST_ACTIVE, GC_MARK_ASSIST_BEGIN, GC_MARK_ASSIST_END,
                    CPU_SAMPLE ->
                Subject.GOROUTINE;
            default -> Subject.NONE;
        };
    }

    private static List<Argument> argumentsOf(EventType type) {
        return switch (type) {
            case PROCS_CHANGE -> List.of(number("procs"));
            case PROC_STEAL -> List.of(new Argument("from", Kind.THREAD));
            case PROC_STATUS -> List.of(new Argument("status", Kind.PROC_STATUS));
            case GO_CREATE, GO_CREATE_BLOCKED -> List.of(new Argument("entry", Kind.STACK));
            case GO_STOP, GO_BLOCK -> List.of(text("reason"));
            case GO_STATUS, GO_STATUS_STACK ->
                List.of(new Argument("status", Kind.GO_STATUS), new Argument("thread", Kind.THREAD));
            case STW_BEGIN, STW_END -> List.of(text("kind"));
            case GC_ACTIVE, GC_BEGIN, GC_END -> List.of(number("seq"));
            case GC_SWEEP_END -> List.of(number("swept"), number("reclaimed"));
            case HEAP_ALLOC, HEAP_GOAL -> List.of(number("bytes"));
            case GO_LABEL -> List.of(text("label"));
            case USER_TASK_BEGIN -> List.of(number("task"), number("parent"), text("name"));
            case USER_TASK_END -> List.of(number("task"));
            case USER_REGION_BEGIN, USER_REGION_END -> List.of(number("task"), text("name"));
            case USER_LOG -> List.of(number("task"), text("category"), text("message"));
            default -> type.shape() == EventType.Shape.EXPERIMENTAL
                    ? type.args().stream().map(EventArguments::number).toList()
                    : List.of();
        };
    }

    private static Argument number(String name) {
        return new Argument(name, Kind.NUMBER);
    }

    private static Argument text(String name) {
        return new Argument(name, Kind.TEXT);
    }
}
