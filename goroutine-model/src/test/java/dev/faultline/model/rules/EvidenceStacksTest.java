package dev.faultline.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence.StackCount;
import dev.faultline.trace.event.Frame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceStacksTest {
    private final Owners owners = new Script(100).build().owners();

    private static StackCount stack(String label, long count, String... functions) {
        return new StackCount(label, count, Stream.of(functions).map(f -> new Frame(f, "/src/a.go", 1, 1)).toList());
    }

    private List<String> ordered(StackCount... stacks) {
        return EvidenceStacks.ordered(List.of(stacks), owners).stream()
                .map(s -> s.count() + " " + s.label() + " " + s.frames().getFirst().function()).toList();
    }

    /// The status at the start of a generation shows the runtime's frames, the event of the block does not.
    @Test
    void stacksThatDifferWithinTheRuntimeAreOne() {
        assertEquals(List.of("7 blocked at runtime.gopark"), ordered(
                stack("blocked at", 3, "runtime.chanrecv1", "main.parse"),
                stack("blocked at", 4, "runtime.gopark", "runtime.chanrecv", "runtime.chanrecv1", "main.parse")));
    }

    @Test
    void thoseThatDifferInTheProgramAreNot() {
        assertEquals(List.of("3 blocked at runtime.chanrecv1", "4 blocked at runtime.chanrecv1"), ordered(
                stack("blocked at", 3, "runtime.chanrecv1", "main.parse"),
                stack("blocked at", 4, "runtime.chanrecv1", "main.collect")));
        assertEquals(2, ordered(stack("blocked at", 1, "main.parse"), stack("created at", 1, "main.parse")).size());
    }

    @Test
    void eachLabelComesBeforeASecondOfOne() {
        assertEquals(
                List.of("1 blocked at main.a", "2 created at main.c", "5 blocked at main.b", "1 created at main.d"),
                ordered(stack("blocked at", 1, "main.a"), stack("blocked at", 5, "main.b"),
                        stack("created at", 2, "main.c"), stack("created at", 1, "main.d")));
        assertEquals(List.of(), ordered());
    }
}
