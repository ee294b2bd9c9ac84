package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.TraceModel;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void goroutinesAndPsAreNamedAsGoDoes() {
        assertEquals("G42", Names.goroutine(42));
        assertEquals("goroutine 42", Names.goroutineInWords(42));
        assertEquals("P0", Names.proc(0));
        assertEquals("http.(*conn).serve", Names.function("net/http.(*conn).serve"));
        assertEquals("unknown function", Names.function(""));
    }

    @Test
    void aGoroutineWithoutAFunctionIsItsNumber() {
        TraceModel model = new Script(10).create(1, Script.MAIN, 7, "example.com/app/pool.work", "main.main:3").build();
        int last = model.goroutines().count() - 1;
        assertEquals("G7", Names.goroutine(model, last));
        assertEquals("G7 pool.work", Names.goroutineWithFunction(model, last));
    }

    @Test
    void aTaskWithoutANameIsATask() {
        assertEquals("call #1", Names.task("call", 1));
        assertEquals("task #3", Names.task("", 3));
    }
}
