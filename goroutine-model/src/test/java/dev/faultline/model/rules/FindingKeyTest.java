package dev.faultline.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.event.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingKeyTest {
    @ParameterizedTest
    @CsvSource({"main.serve,main.serve", "main.serve.func1,main.serve", "main.serve.func12.3,main.serve",
            "main.serve.func1.gowrap2,main.serve", "main.serve.gowrap1,main.serve",
            "main.serve.deferwrap1,main.serve", "main.serve-range1,main.serve", "main.serve.func2-range1,main.serve",
            "main.(*pool).get.func1,main.(*pool).get", "main.(*pool).get-fm,main.(*pool).get",
            "main.Map[...].func1,main.Map", "main.Map[go.shape.int_0].func1.2,main.Map",
            "main.(*List[main.T]).each.func3,main.(*List).each", "main.main.worker.func1,main.main.worker",
            "main.main.func2.worker.func1,main.main.worker", "main.serve·dwrap·3,main.serve",
            "main.func1,main.func1", "main.func1.func2,main.func1", "main.(*T).func1.func2,main.(*T).func1",
            "example.com/a.b/c.Run.func1,example.com/a.b/c.Run", "main.init.0,main.init",
            "main.functions,main.functions", "main.f.func1x,main.f.func1x", "noPackage,noPackage"})
    void forgetsWhatTheCompilerCounts(String function, String named) {
        assertEquals(named, FindingKey.function(function));
    }

    @Test
    void namesPlacesByFunctionOnly() {
        Frame creator = new Frame("main.serve.func1", "/src/a.go", 12, 7);
        Frame waiter = new Frame("main.(*pool).get", "/src/b.go", 40, 9);
        assertEquals("goroutine-leak created:main.serve at:main.(*pool).get of:a task of 3 words",
                FindingKey.of("goroutine-leak", creator, waiter, "a task of 3 words"));
        assertEquals("gc-pressure", FindingKey.of("gc-pressure", null, null, ""));
        assertEquals("x", FindingKey.of("x", new Frame("", "", 0, 0x47a3c0), null, ""), "an address is no function");
    }
}
