package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.owner.Owners;
import dev.faultline.trace.event.Frame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedStackTest {
    private final Owners owners = new Script(100).build().owners();

    private FoldedStack fold(int most, String... functions) {
        return FoldedStack.of(Stream.of(functions).map(f -> new Frame(f, "/src/a.go", 1, 1)).toList(), owners, most);
    }

    private static List<String> names(FoldedStack folded) {
        return folded.shown().stream().map(Frame::function).toList();
    }

    @Test
    void theProgramsOwnFrameComesFirst() {
        FoldedStack folded = fold(6, "runtime.gopark", "sync.runtime_SemacquireMutex", "sync.(*Mutex).Lock",
                "main.(*store).put", "net/http.HandlerFunc.ServeHTTP", "net/http.(*conn).serve");
        assertEquals(List.of("main.(*store).put", "net/http.HandlerFunc.ServeHTTP", "net/http.(*conn).serve"),
                names(folded));
        assertEquals("in sync.(*Mutex).Lock (3 inner frames)", folded.innerText());
        assertEquals("", folded.outerText());
    }

    @Test
    void oneInnerFrameNeedsNoCount() {
        assertEquals("in time.Sleep", fold(6, "time.Sleep", "main.run").innerText());
    }

    @Test
    void outerFramesAreCounted() {
        FoldedStack folded = fold(2, "main.a", "main.b", "main.c", "main.main");
        assertEquals(List.of("main.a", "main.b"), names(folded));
        assertEquals("", folded.innerText());
        assertEquals("and 2 outer frames", folded.outerText());
    }

    @Test
    void aLibraryLeadsWhereNothingIsTheProgramsOwn() {
        assertEquals(List.of("github.com/x/pool.(*Pool).get", "net/http.(*conn).serve"),
                names(fold(6, "runtime.gopark", "github.com/x/pool.(*Pool).get", "net/http.(*conn).serve")));
    }

    @Test
    void aStackOfTheRuntimeIsShownWhole() {
        assertEquals(List.of("runtime.gcBgMarkWorker", "runtime.goexit"),
                names(fold(6, "runtime.gcBgMarkWorker", "runtime.goexit")));
        assertEquals(List.of(), names(fold(6)));
    }
}
