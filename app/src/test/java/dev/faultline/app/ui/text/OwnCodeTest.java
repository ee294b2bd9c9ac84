package dev.faultline.app.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.event.Frame;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCodeTest {
    private static Frame frame(String function, String file) {
        return new Frame(function, file, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({"main.work, /home/u/app/main.go, true", "myapp/internal/db.Query, /home/u/app/db.go, true",
            "net/http.(*conn).serve, /usr/local/go/src/net/http/server.go, false",
            "golang.org/x/sync/errgroup.(*Group).Go.func1, /home/u/go/pkg/mod/golang.org/x/sync@v0.7.0/errgroup.go,"
                    + " false",
            "github.com/a/b.F, /home/u/app/vendor/github.com/a/b/f.go, false",
            "runtime.gopark, /usr/local/go/src/runtime/proc.go, false"})
    void goesByTheLibrarysFolder(String function, String file, boolean own) {
        var code = OwnCode.of(List.of(frame("runtime.goexit", "/usr/local/go/src/runtime/asm_amd64.s")));
        assertEquals(own, code.owns(frame(function, file)));
    }

    @ParameterizedTest
    @CsvSource({"main.work, faultline-samples/spans.go, true", "net.(*conn).Read, net/net.go, false",
            "runtime/trace.WithRegion, runtime/trace/annotation.go, false",
            "github.com/a/b.F, github.com/a/b@v1.2.0/f.go, false"})
    void readsTrimmedPathsToo(String function, String file, boolean own) {
        var code = OwnCode.of(List.of(frame("runtime.gopark", "runtime/proc.go")));
        assertEquals(own, code.owns(frame(function, file)));
    }
}
