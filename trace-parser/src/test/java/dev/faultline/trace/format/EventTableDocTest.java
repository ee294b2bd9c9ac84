package dev.faultline.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/events.md` shows the table of events. What it must say is in the message when it does not.
class EventTableDocTest {
    private static final Path DOCUMENT = Path.of("docs", "events.md");
    private static final String HEAD = "| no. | event | since | arguments | subject | effect | stack | a | b | c |";

    @Test
    void theDocumentShowsTheTable() throws IOException {
        String text = Files.readString(DOCUMENT);
        String shown = text.lines().dropWhile(l -> !l.equals(HEAD)).takeWhile(l -> l.startsWith("|"))
                .collect(Collectors.joining("\n"));
        assertEquals(table(), shown);
    }

    private static String table() {
        return HEAD + "\n|---|---|---|---|---|---|---|---|---|---|\n"
                + Arrays.stream(EventType.values()).map(EventTableDocTest::line).collect(Collectors.joining("\n"));
    }

    private static String line(EventType t) {
        String args = t.args().stream().map(EventTableDocTest::field).collect(Collectors.joining(", "));
        StringBuilder line = new StringBuilder("| " + t.id() + " | " + t.goName() + " | 1." + t.since() + " | " + args
                + " | " + subject(t) + " | " + effect(t.effect()) + " | " + stack(t) + " |");
        for (int column = 0; column < 3; column++) {
            line.append(" ").append(column < t.columns().size() ? field(t.columns().get(column)) : "").append(" |");
        }
        return line.toString().replaceAll(" {2,}", " ");
    }

    private static String field(Field field) {
        return switch (field.kind()) {
            case NUMBER, GO_STATUS, PROC_STATUS -> field.name();
            case STRING, STACK, THREAD -> field.name().endsWith(words(field.kind()))
                    ? field.name()
                    : field.name() + " " + words(field.kind());
        };
    }

    private static String subject(EventType t) {
        return switch (t.subject()) {
            case NONE -> "";
            case SELF -> "itself";
            case GOROUTINE -> "goroutine";
            case PROC -> "P";
        };
    }

    private static String stack(EventType t) {
        return switch (t.stack()) {
            case NOBODY -> "";
            case SUBJECT -> "subject's";
            case CONTEXT -> "context's";
        };
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case Effect.None _ -> "";
            case Effect.GoroutineMoves(GoStatus from, GoStatus to) -> words(from) + " → " + words(to);
            case Effect.GoroutinesSwitch(GoStatus left) ->
                "waiting → running; context's: running → " + words(left);
            case Effect.GoroutineIs _,Effect.ProcIs _ -> "has status a";
            case Effect.ProcMoves(ProcStatus from, ProcStatus to) -> words(from) + " → " + words(to);
            case Effect.RangeChanges(Effect.RangeKind range, Effect.Edge edge) -> words(range) + ": " + words(edge);
            case Effect.TaskChanges(Effect.Edge edge) -> "task: " + words(edge);
            case Effect.RegionChanges(Effect.Edge edge) -> "region: " + words(edge);
            case Effect.MetricIs(Effect.Metric metric) -> "metric: " + words(metric);
            case Effect.Noted(Effect.Note note) -> words(note);
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
