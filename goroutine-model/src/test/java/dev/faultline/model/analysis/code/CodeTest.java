package dev.faultline.model.analysis.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.event.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {
    private static Frame frame(String function, String file) {
        return new Frame(function, file, 7, 0);
    }

    @ParameterizedTest
    @CsvSource({"main.(*server).serve, /home/me/shop/server.go, OWN",
            "shop/store.(*Cache).Get, /home/me/shop/store/cache.go, UNKNOWN",
            "example.com/shop/store.Open, /home/me/shop/store/open.go, UNKNOWN",
            "runtime.gopark, /usr/lib/go/src/runtime/proc.go, LIBRARY",
            "net/http.(*conn).serve, /usr/lib/go/src/net/http/server.go, LIBRARY",
            "github.com/lib/pq.(*conn).recv, /home/me/go/pkg/mod/github.com/lib/pq@v1.10.9/conn.go, LIBRARY",
            "github.com/lib/pq.(*conn).recv, /home/me/shop/vendor/github.com/lib/pq/conn.go, LIBRARY",
            "golang.org/x/sync/errgroup.(*Group).Go.func1, /src/errgroup.go, LIBRARY"})
    void tellsWhoseCodeAFunctionIs(String function, String file, Code.Owner owner) {
        assertEquals(owner, Code.owner(frame(function, file)));
    }

    @Test
    void whatMayBeTheProgramsOwnIsAsNearAsWhatIs() {
        Frame inner = frame("shop/store.(*Cache).Get", "/home/me/shop/store/cache.go");
        Frame outer = frame("main.handle", "/home/me/shop/main.go");
        assertEquals(inner,
                Code.ownFrame(List.of(frame("sync.(*Mutex).Lock", "/usr/lib/go/src/sync/mutex.go"), inner, outer)));
    }
}
