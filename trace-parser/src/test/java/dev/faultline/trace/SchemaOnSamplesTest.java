package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.EventType.Subject;
import dev.faultline.trace.format.Field;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.ProcStatus;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rows of real traces hold what the table of events says that they hold.
class SchemaOnSamplesTest {
    /// A program of Go 1.27 with coroutines, calls from C, a CPU profile and `GODEBUG=traceallocfree=1`, whose trace began
    /// while garbage was collected.
    private static final Path RARE = Path.of("src", "test", "resources", "traces", "rare-events-1.27.trace");
    /// Too rare to be caught: a thread is sweeping at the very moment when a generation begins.
    private static final Set<EventType> NOWHERE = Set.of(EventType.GC_SWEEP_ACTIVE);

    static List<Path> traces() {
        return Stream.of(Samples.v2(), Samples.v1(), List.of(RARE)).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void rowsAreAsTheTableSays(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            EventCursor e = trace.events().cursor(0, trace.events().size());
            while (e.next()) {
                String where = "row " + e.row() + " " + e.type().goName();
                assertTrue(e.type().isRow(), where);
                checkSubject(trace, e, where);
                checkStack(e, where);
                for (int column = 0; column < 3; column++) {
                    checkColumn(trace, e, column, where);
                }
            }
        }
    }

    private static void checkSubject(Trace trace, EventCursor e, String where) {
        switch (e.type().subject()) {
            case SELF -> assertEquals(e.goroutine(), e.subject(), where);
            case GOROUTINE -> assertTrue(e.subject() >= -1 && e.subject() < trace.goroutines().size(), where);
            case PROC -> assertTrue(e.subject() >= 0, where);
            case NONE -> assertTrue(e.subject() == 0 || e.subject() == -1, where);
        }
    }

    private static void checkStack(EventCursor e, String where) {
        assertTrue(e.type().stack() != StackOf.NOBODY || e.stack() == 0, where + " has a stack");
    }

    private static void checkColumn(Trace trace, EventCursor e, int column, String where) {
        long value = column == 0 ? e.a() : column == 1 ? e.b() : e.c();
        String what = where + ", column " + column + " is " + value;
        if (column >= e.type().columns().size()) {
            assertEquals(0, value, what);
            return;
        }
        Field field = e.type().columns().get(column);
        assertTrue(switch (field.kind()) {
            case NUMBER -> true;
            case STRING -> value >= 0 && value < trace.strings().size();
            case STACK -> value >= 0 && value < trace.stacks().size();
            case THREAD -> value >= -1 && value < trace.threads().size();
            case GO_STATUS -> value >= GoStatus.RUNNABLE.ordinal() && value <= GoStatus.WAITING.ordinal();
            case PROC_STATUS -> value >= ProcStatus.RUNNING.ordinal() && value <= ProcStatus.ABANDONED.ordinal();
        }, what);
    }

    /// Else the rows above would show nothing: a new event needs a trace in which it occurs.
    @Test
    void thereIsATraceWithEachEvent() throws IOException {
        Set<EventType> missing = EnumSet.allOf(EventType.class);
        missing.removeIf(t -> !t.isRow());
        for (Path file : traces()) {
            try (Trace trace = TraceReader.read(file, Progress.NONE)) {
                EventCursor e = trace.events().cursor(0, trace.events().size());
                while (e.next()) {
                    missing.remove(e.type());
                }
            }
        }
        assertEquals(NOWHERE, missing);
    }
}
