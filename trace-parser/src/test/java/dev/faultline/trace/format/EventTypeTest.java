package dev.faultline.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.format.EventType.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The table of the wire format against its own rules.
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
            assertEquals(timed ? t.args().size() : -1, EventType.timedArgs(t.id()), t.goName());
            assertTrue(!timed || 1 + t.args().size() <= Limits.EVENT_VALUES, t.goName());
        }
    }

    @Test
    void aStackIsTheLastArgument() {
        for (EventType t : ALL) {
            List<String> stacks = t.args().stream().filter(a -> a.endsWith(":stack")).toList();
            assertTrue(stacks.isEmpty() || t.args().getLast().equals("stack:stack"), t.goName());
            assertTrue(stacks.size() <= 1 || stacks.equals(List.of("new_stack:stack", "stack:stack")), t.goName());
        }
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
