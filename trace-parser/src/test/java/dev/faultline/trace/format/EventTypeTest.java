package dev.faultline.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.format.Effect.GoroutineMoves;
import dev.faultline.trace.format.Effect.None;
import dev.faultline.trace.format.EventType.Shape;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.EventType.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The table of events against its own rules and against Go's.
class EventTypeTest {
    private static final List<EventType> ALL = List.of(EventType.values());

    @Test
    void numbersAreDenseButForTheExperimentalOnes() {
        List<Integer> expected = IntStream.concat(IntStream.rangeClosed(1, 52), IntStream.rangeClosed(128, 136)).boxed()
                .toList();
        assertEquals(expected, ALL.stream().map(EventType::id).toList());
    }

    @Test
    void eventsAreFoundByTheirNumberAndNothingElseIs() {
        for (int id = -1; id <= 256; id++) {
            EventType type = EventType.ofId(id);
            if (id >= 1 && id <= 52 || id >= 128 && id <= 136) {
                assertSame(type, ALL.stream().filter(t -> t == EventType.ofId(t.id()) && t == type).findFirst()
                        .orElseThrow());
            } else {
                assertNull(type, "number " + id);
            }
        }
    }

    @Test
    void noTimedEventHasMoreValuesThanTheLimit() {
        for (EventType t : ALL) {
            boolean timed = t.shape() != Shape.STRUCTURAL;
            assertEquals(timed ? t.args().size() : -1, EventTable.timedArgs(t.id()), t.goName());
            assertTrue(!timed || 1 + t.args().size() <= Limits.EVENT_VALUES, t.goName());
        }
    }

    @Test
    void argumentsAreThoseOfGo() throws IOException {
        List<String> go;
        try (InputStream in = EventTypeTest.class.getResourceAsStream("/format/go1.27-events.txt")) {
            go = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"))
                    .map(EventTypeTest::kinds).toList();
        }
        assertEquals(go, ALL.stream().map(t -> t.id() + " " + t.goName() + " " + t.args().stream().map(a -> a.kind()
                .toString()).toList()).toList());
    }

    /// A line of Go's table with the kinds of its arguments in the place of their names and without the time delta. A
    /// clock snapshot is timed for Go, but never stands in a thread's batch, so here its time is an argument.
    private static String kinds(String line) {
        List<String> words = List.of(line.split(" "));
        boolean delta = !words.get(2).equals("structural") && !words.get(1).equals("ClockSnapshot");
        return words.get(0) + " " + words.get(1) + " " + words.subList(delta ? 4 : 3, words.size()).stream()
                .map(w -> w.endsWith(":stack") ? "STACK" : w.endsWith(":string") ? "STRING" : "NUMBER").toList();
    }

    @Test
    void aStackIsTheLastArgument() {
        for (EventType t : ALL) {
            List<Field> stacks = t.args().stream().filter(a -> a.kind() == Field.Kind.STACK).toList();
            Field last = new Field("stack", Field.Kind.STACK);
            assertTrue(stacks.isEmpty() || t.args().getLast().equals(last), t.goName());
            assertTrue(stacks.size() <= 1 || stacks.equals(List.of(new Field("new_stack", Field.Kind.STACK), last)),
                    t.goName());
            assertEquals(!stacks.isEmpty(), t.stack() != StackOf.NOBODY, t.goName());
        }
    }

    @Test
    void aRowHasNoMoreThanThreeColumnsAndOnlyWhatBecomesARowHasAny() {
        for (EventType t : ALL) {
            assertTrue(t.columns().size() <= 3, t.goName());
            assertTrue(t.isRow() || t.columns().isEmpty() && t.subject() == Subject.NONE, t.goName());
            assertEquals(t.isRow() && t.shape() != Shape.EXPERIMENTAL, !(t.effect() instanceof None), t.goName());
        }
    }

    @Test
    void columnsThatArgumentsGiveAreOfTheSameKind() {
        for (EventType t : ALL) {
            for (Field column : t.columns()) {
                t.args().stream().filter(a -> a.name().equals(column.name()))
                        .forEach(a -> assertEquals(a, column, t.goName()));
            }
        }
    }

    @Test
    void effectsAreOnWhatTheSubjectIs() {
        for (EventType t : ALL) {
            Set<Subject> fitting = switch (t.effect()) {
                case GoroutineMoves(GoStatus from, _) ->
                    Set.of(from == GoStatus.RUNNING || from == GoStatus.SYSCALL ? Subject.SELF : Subject.GOROUTINE);
                case Effect.GoroutinesSwitch _,Effect.GoroutineIs _ -> Set.of(Subject.GOROUTINE);
                case Effect.ProcMoves _,Effect.ProcIs _ -> Set.of(Subject.PROC);
                case Effect.RangeChanges change -> switch (change.range()) {
                    case STOP_THE_WORLD -> Set.of(Subject.SELF);
                    case GC_MARK -> Set.of(Subject.NONE);
                    case GC_SWEEP -> Set.of(Subject.PROC);
                    case MARK_ASSIST -> Set.of(Subject.GOROUTINE);
                };
                case Effect.RegionChanges _ -> Set.of(Subject.SELF);
                case Effect.Noted _ -> Set.of(Subject.SELF, Subject.GOROUTINE);
                case Effect.TaskChanges _,Effect.MetricIs _,None _ -> Set.of(Subject.NONE);
            };
            assertTrue(fitting.contains(t.subject()), t.goName());
        }
    }

    @Test
    void statesAreEnteredAndLeftBySomeEvent() {
        List<GoroutineMoves> moves = ALL.stream().map(EventType::effect).filter(GoroutineMoves.class::isInstance)
                .map(GoroutineMoves.class::cast).toList();
        for (GoStatus state : GoStatus.values()) {
            assertTrue(moves.stream().anyMatch(m -> m.to() == state), state + " is entered");
            assertTrue(moves.stream().anyMatch(m -> m.from() == state), state + " is left");
        }
        assertTrue(moves.stream().noneMatch(m -> m.from() == m.to()));
    }

    @Test
    void theArraysSayWhatTheTableSays() {
        for (int id = 0; id < EventTable.SIZE; id++) {
            EventType t = EventType.ofId(id);
            if (t != null && t.effect() instanceof GoroutineMoves(GoStatus from, GoStatus to)) {
                assertTrue(EventTable.moves(id), t.goName());
                assertEquals(from.ordinal(), EventTable.from(id), t.goName());
                assertEquals(to.ordinal(), EventTable.to(id), t.goName());
                assertEquals(t.stack() == StackOf.SUBJECT, EventTable.stackIsOwn(id), t.goName());
            } else {
                assertFalse(EventTable.moves(id) || EventTable.hasReason(id) || EventTable.takesProc(id));
            }
        }
        assertEquals(Set.of(EventType.GO_BLOCK, EventType.GO_STOP), which(EventTable::hasReason));
        assertEquals(Set.of(EventType.GO_START), which(EventTable::takesProc));
        assertEquals(Set.of(EventType.GO_SYSCALL_BEGIN), which(EventTable::entersSyscall));
        assertEquals(Set.of(EventType.GO_SYSCALL_END), which(EventTable::leavesSyscall));
    }

    private static Set<EventType> which(IntPredicate says) {
        return ALL.stream().filter(t -> says.test(t.id())).collect(Collectors.toSet());
    }

    @Test
    void versionsNeverDecreaseWithTheNumber() {
        int[] since = ALL.stream().filter(t -> t.shape() != Shape.EXPERIMENTAL).mapToInt(EventType::since).toArray();
        assertEquals(Arrays.stream(since).sorted().boxed().toList(), Arrays.stream(since).boxed().toList());
        assertEquals(Set.of(22, 23, 25, 26), Arrays.stream(since).boxed().collect(Collectors.toSet()));
    }

    @Test
    void namesAreGos() {
        assertEquals("GoSyscallEndBlocked", EventType.GO_SYSCALL_END_BLOCKED.goName());
        assertEquals("GCMarkAssistBegin", EventType.GC_MARK_ASSIST_BEGIN.goName());
        assertEquals("STWBegin", EventType.STW_BEGIN.goName());
        assertEquals("CPUSample", EventType.CPU_SAMPLE.goName());
    }
}
