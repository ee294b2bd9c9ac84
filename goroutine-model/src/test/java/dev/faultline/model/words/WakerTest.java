package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.GoState;
import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Waker.Cause;
import org.junit.jupiter.api.Test;

class WakerTest {
    @Test
    void anotherGoroutineIsNamedWithItsFunction() {
        TraceModel model = new Script(100).create(1, Script.MAIN, 2, "main.work", "main.main:9").start(2, 2)
                .block(3, 2, "chan receive", "runtime.chanrecv1:5 < main.work:12")
                .wake(10, Script.MAIN, 2, "main.main:8")
                .start(11, 2).build();
        Waker waker = ofWait(model);
        assertEquals(Cause.GOROUTINE, waker.cause());
        assertEquals(10_000, waker.atNs());
        assertEquals("main.main", model.trace().stacks().frames(waker.stack()).getFirst().function());
        assertEquals("G1 runtime.main", waker.text(model));
        assertEquals("woken by G1 runtime.main", waker.line(model));
    }

    @Test
    void theRuntimeIsNamedByWhatItWatches() {
        assertEquals("woken by the netpoller", byRuntime("network"));
        assertEquals("woken by its timer", byRuntime("sleep"));
        assertEquals("woken by the runtime", byRuntime("select"));
    }

    private static String byRuntime(String reason) {
        TraceModel model = new Script(100).create(1, Script.MAIN, 2, "main.work", "main.main:9").start(2, 2)
                .block(3, 2, reason, "main.work:12").wake(10, 0, 2, "").start(11, 2).build();
        return ofWait(model).line(model);
    }

    @Test
    void aWaitThatTheTraceDoesNotSeeEndHasNoWaker() {
        TraceModel model = new Script(100).create(1, Script.MAIN, 2, "main.work", "main.main:9").start(2, 2)
                .block(3, 2, "chan receive", "main.work:12").build();
        assertEquals(Cause.NOBODY, ofWait(model).cause());
        assertEquals("not unblocked by the end of the trace", ofWait(model).line(model));
    }

    @Test
    void aNewOrPreemptedGoroutineIsRunnableWithoutAWaker() {
        TraceModel model = new Script(100).oldReady(3, "main.old:1")
                .create(1, Script.MAIN, 2, "main.work", "main.main:9").start(2, 2).yield(5, 2).start(8, 2).build();
        Spans spans = spans(model, 2);
        assertEquals("its creation", Waker.ofRunnable(model, spans, first(spans, GoState.RUNNABLE, 0)).text(model));
        assertEquals("preemption",
                Waker.ofRunnable(model, spans, first(spans, GoState.RUNNABLE, 6_000)).text(model));
        assertEquals(Cause.BEFORE_TRACE, Waker.ofRunnable(model, spans(model, 3), 0).cause());
    }

    /// A wait and the runnable span behind it tell of one event.
    @Test
    void bothSidesOfAWakeUpAgreeInTheSamples() {
        Samples.check(Samples.trace("go1.27/lock-convoy"), model -> {
            int checked = 0;
            for (int g = 0; g < model.goroutines().count(); g++) {
                Spans spans = model.spans(g);
                for (int i = 0; i + 1 < spans.size(); i++) {
                    if (spans.state(i) == GoState.WAITING && spans.state(i + 1) == GoState.RUNNABLE) {
                        assertEquals(Waker.ofWait(model, spans, i), Waker.ofRunnable(model, spans, i + 1));
                        checked++;
                    }
                }
            }
            assertEquals(true, checked > 100, "wake-ups: " + checked);
        });
    }

    private static Waker ofWait(TraceModel model) {
        Spans spans = spans(model, 2);
        return Waker.ofWait(model, spans, first(spans, GoState.WAITING, 0));
    }

    private static Spans spans(TraceModel model, long id) {
        for (int g = 0; g < model.goroutines().count(); g++) {
            if (model.goroutines().id(g) == id) {
                return model.spans(g);
            }
        }
        throw new AssertionError("no goroutine " + id);
    }

    private static int first(Spans spans, GoState state, long fromNs) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.state(i) == state && spans.end(i) > fromNs) {
                return i;
            }
        }
        throw new AssertionError("never " + state);
    }
}
