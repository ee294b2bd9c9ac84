package dev.faultline.model.analysis.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Samples;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Waker;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// States of real traces, told apart.
class FineStateTest {
    private static Map<FineState, Integer> count(String name) {
        Map<FineState, Integer> counts = new EnumMap<>(FineState.class);
        Samples.check(Samples.trace(name), model -> {
            FineStates states = new FineStates(model);
            for (int g = 0; g < model.goroutines().count(); g++) {
                Spans spans = model.spans(g);
                for (int i = 0; i < spans.size(); i++) {
                    FineState state = states.of(spans, i);
                    counts.merge(state, 1, Integer::sum);
                    agrees(model, spans, i, state);
                }
            }
        });
        return counts;
    }

    /// What is told apart is what was one state before.
    private static void agrees(TraceModel model, Spans spans, int i, FineState state) {
        GoState coarse = switch (state) {
            case CREATED, WOKEN, PREEMPTED, YIELDED, RETURNED, RUNNABLE -> GoState.RUNNABLE;
            case RUNNING, ASSISTING -> GoState.RUNNING;
            case SYSCALL, SYSCALL_BLOCKED, C_CALL, C_CALL_BLOCKED -> GoState.SYSCALL;
            case NOT_EXISTING -> GoState.NOT_EXISTING;
            default -> GoState.WAITING;
        };
        assertEquals(spans.state(i), coarse, state::name);
        if (state == FineState.CREATED) {
            assertEquals(Waker.Cause.CREATION, Waker.ofRunnable(model, spans, i).cause());
        }
    }

    @Test
    void locksAreToldApartByTheirStacks() {
        Map<FineState, Integer> counts = count("go1.27/lock-convoy");
        assertTrue(counts.get(FineState.MUTEX) > 400, counts.toString());
        assertTrue(counts.get(FineState.WAIT_GROUP) >= 1, counts.toString());
        assertNull(counts.get(FineState.RW_MUTEX), "there is none in that program");
    }

    @Test
    void whyAGoroutineIsRunnableIsTold() {
        Map<FineState, Integer> counts = count("go1.27/scheduler-saturation");
        assertTrue(counts.getOrDefault(FineState.CREATED, 0) > 0, counts.toString());
        assertTrue(counts.getOrDefault(FineState.WOKEN, 0) > 0, counts.toString());
        assertTrue(counts.getOrDefault(FineState.PREEMPTED, 0) > 0, counts.toString());
    }

    @Test
    void syscallsThatLoseTheirPAreToldApart() {
        Map<FineState, Integer> counts = count("go1.27/slow-syscalls");
        assertTrue(counts.getOrDefault(FineState.SYSCALL_BLOCKED, 0) > 0, counts.toString());
        assertTrue(counts.getOrDefault(FineState.SYSCALL, 0) > 0, counts.toString());
    }
}
