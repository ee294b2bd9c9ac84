package dev.faultline.model.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final String GO = "/usr/lib/go/src/";

    private final Strings strings = new Strings();
    private final Stacks stacks = new Stacks(strings);

    /// Adds a stack of functions and files, innermost first.
    private void stack(String... functionsAndFiles) {
        int[] frames = new int[functionsAndFiles.length / 2];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = stacks.internFrame(new Stacks.FrameKey(strings.intern(functionsAndFiles[2 * i]),
                    strings.intern(functionsAndFiles[2 * i + 1]), 7, 0));
        }
        stacks.intern(frames);
    }

    private Owner owner(String function, String file) {
        return KnownFrames.owners(stacks).of(frame(function, file));
    }

    private static Frame frame(String function, String file) {
        return new Frame(function, file, 7, 0);
    }

    @Test
    void packageMainIsOwnAndWhatGoBringsIsNot() {
        stack("main.main", "/home/me/shop/main.go");
        assertEquals(Owner.OWN, owner("main.(*server).serve", "/home/me/shop/server.go"));
        assertEquals(Owner.RUNTIME, owner("runtime.gopark", GO + "runtime/proc.go"));
        assertEquals(Owner.STANDARD, owner("net/http.(*conn).serve", GO + "net/http/server.go"));
        assertEquals(Owner.LIBRARY, owner("golang.org/x/sync/errgroup.(*Group).Go.func1", "/src/errgroup.go"));
    }

    @Test
    void packagesBesideMainAreOwnAndOtherHostsAreLibraries() {
        stack("example.com/shop/store.Open", "/home/me/shop/store/open.go", "main.main",
                "/home/me/shop/cmd/shop/main.go");
        assertEquals(Owner.OWN, owner("example.com/shop/store.(*Cache).Get", "/home/me/shop/store/cache.go"));
        assertEquals(Owner.OWN, owner("example.com/shop/mail.Send", "/home/me/shop/mail/send.go"));
        assertEquals(Owner.LIBRARY,
                owner("github.com/lib/pq.(*conn).recv", "/home/me/shop/vendor/github.com/lib/pq/c.go"));
        assertEquals(Owner.LIBRARY,
                owner("github.com/lib/pq.(*conn).recv", "/home/me/go/pkg/mod/github.com/lib/pq@v1/c.go"));
    }

    @Test
    void aVendoredLibraryBesideMainDoesNotMakeItsHostOwn() {
        stack("github.com/lib/pq.(*conn).recv", "/home/me/shop/vendor/github.com/lib/pq/conn.go",
                "main.main", "/home/me/shop/main.go");
        assertEquals(Owner.LIBRARY,
                owner("github.com/lib/pq.(*conn).recv", "/home/me/shop/vendor/github.com/lib/pq/c.go"));
        assertEquals(Owner.LIBRARY,
                owner("github.com/redis/go-redis.(*Client).Do", "github.com/redis/go-redis/redis.go"));
    }

    @Test
    void theTrimmedPathOfMainShowsItsModule() {
        stack("main.main", "github.com/prometheus/prometheus/cmd/prometheus/main.go");
        assertEquals(Owner.OWN, owner("github.com/prometheus/prometheus/tsdb.(*DB).run",
                "github.com/prometheus/prometheus/tsdb/db.go"));
        assertEquals(Owner.LIBRARY, owner("github.com/prometheus/common/x.F", "github.com/prometheus/common/x/x.go"));
        assertEquals(Owner.LIBRARY, owner("github.com/prometheus/prometheus/vendor/github.com/a/b.F", "b.go"));
    }

    @Test
    void theModuleCacheAndGopathShowTheModuleOfMain() {
        stack("main.main", "/home/u/go/pkg/mod/github.com/!burnt!sushi/toml@v1.2.3/cmd/tomlv/main.go");
        assertEquals(Owner.OWN, owner("github.com/BurntSushi/toml.Decode",
                "/home/u/go/pkg/mod/github.com/!burnt!sushi/toml@v1.2.3/decode.go"));
        stack("main.main", "/build/_build/src/go.etcd.io/etcd/server/main.go");
        assertEquals(Owner.OWN,
                owner("go.etcd.io/etcd/server/v3/embed.Start", "/build/_build/src/go.etcd.io/etcd/e.go"));
    }

    @Test
    void packagesUnderTestAreOwnWhateverTheirHost() {
        stack("github.com/go-co-op/gocron_test.TestJobs", "/src/gocron/scheduler_test.go",
                "testing.tRunner", GO + "testing/testing.go");
        assertEquals(Owner.OWN, owner("github.com/go-co-op/gocron.(*Scheduler).run", "/src/gocron/scheduler.go"));
        stack("net/http.TestServe", GO + "net/http/serve_test.go", "testing.tRunner", GO + "testing/testing.go");
        assertEquals(Owner.OWN, owner("net/http.(*conn).serve", GO + "net/http/server.go"));
    }

    @Test
    void whatCallsAFuzzTestIsNotUnderTest() {
        stack("reflect.Value.Call", GO + "reflect/value.go", "testing.(*F).Fuzz.func1.1", GO + "testing/fuzz.go",
                "testing.tRunner", GO + "testing/testing.go");
        stack("example.com/shop.FuzzParse.func1", "/src/shop/parse_test.go", "reflect.Value.call",
                GO + "reflect/value.go", "testing.(*F).Fuzz.func1.1", GO + "testing/fuzz.go", "testing.tRunner",
                GO + "testing/testing.go");
        assertEquals(Owner.OWN, owner("example.com/shop.Parse", "/src/shop/parse.go"));
        assertEquals(Owner.STANDARD, owner("reflect.Value.Call", GO + "reflect/value.go"));
    }

    @Test
    void packagesOfExamplesAreOwn() {
        stack("example.com/shop_test.ExampleOpen", "/src/shop/open_test.go", "testing.runExample",
                GO + "testing/run_example.go");
        assertEquals(Owner.OWN, owner("example.com/shop.Open", "/src/shop/open.go"));
    }

    @Test
    void withoutMainTheRepositoryInWhichMostStacksBeginIsOwn() {
        stack("github.com/acme/api.(*worker).run", "github.com/acme/api/worker.go");
        stack("github.com/acme/api.(*poller).loop", "github.com/acme/api/poll.go");
        stack("github.com/lib/pq.(*conn).watch", "github.com/lib/pq/conn.go");
        assertEquals(Owner.OWN, owner("github.com/acme/api/db.Get", "github.com/acme/api/db/get.go"));
        assertEquals(Owner.LIBRARY, owner("github.com/lib/pq.(*conn).recv", "github.com/lib/pq/conn.go"));
    }

    @Test
    void pathsWithoutAHostAreNobodysForCertain() {
        stack("main.main", "/home/me/shop/main.go");
        assertEquals(Owner.UNKNOWN, owner("shop/store.(*Cache).Get", "/build/cache.go"));
    }

    @Test
    void thePlaceIsTheInnermostOfWhatMayBeOwn() {
        stack("main.main", "/home/me/shop/main.go");
        Frame inner = frame("shop/store.(*Cache).Get", "/home/me/shop/store/cache.go");
        Frame outer = frame("main.handle", "/home/me/shop/main.go");
        Frame lock = frame("sync.(*Mutex).Lock", GO + "sync/mutex.go");
        assertEquals(inner, KnownFrames.owners(stacks).place(List.of(lock, inner, outer)));
    }
}
