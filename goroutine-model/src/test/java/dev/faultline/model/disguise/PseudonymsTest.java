package dev.faultline.model.disguise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.write.Disguise.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymsTest {
    private static final String STORE = "/home/jo/shop/store/cache.go";

    private final Pseudonyms names = new Pseudonyms();

    @BeforeEach
    void learn() {
        names.learn("runtime.gopark", "/usr/lib/go-1.26/src/runtime/proc.go", 462);
        names.learn("internal/poll.runtime_pollWait", "/usr/lib/go-1.26/src/runtime/netpoll.go", 351);
        names.learn("net/http.(*conn).serve", "/usr/lib/go-1.26/src/net/http/server.go", 2000);
        names.learn("text/shop.Sell", "/home/jo/text/shop/sell.go", 5);
        for (long line : List.of(90L, 12L, 40L)) {
            names.learn("shop/store.(*Cache).Get", STORE, line);
        }
    }

    @ParameterizedTest
    @CsvSource({"main.main, main.main", "main.serve.func1.2, main.fn0.func1.2", "main.serve.gowrap1, main.fn0.gowrap1",
            "main.(*Cache).Get-fm, main.(*Fn0).Fn1-fm", "main.Cache.get.func2-range1, main.Fn0.fn1.func2-range1",
            "main.Map[...].Put[...], main.Fn0[...].Fn1[...]", "main.Of[go.shape.int].put, main.Fn0[...].fn1",
            "main.glob..func3, main.glob..func3", "main.init.0, main.init.0",
            "main.(*List[...]).each, main.(*Fn0[...]).fn1",
            "shop/store.(*Cache).Get, p0/p1.(*Fn0).Fn1", "github.com/jo/shop.Sell, github.com/p0/p1.Fn0",
            "shop.example/store.Sell, p0.x/p1.Fn0", "gopkg.in/shop%2ev3.Sell, p0.x/p1%2ex.Fn0",
            "shop/store_test.TestSale, p0/p1_test.Test0", "main._Cfunc_sell, main._Cfunc_0",
            "shop/api._Shop_Sell_Handler, p0/p1._h_m0_Handler", "main.(*api).ServeHTTP, main.(*fn0).ServeHTTP",
            "golang.org/x/sync/errgroup.(*Group).Go, golang.org/x/sync/errgroup.(*Group).Go",
            "database/sql.(*DB).conn, database/sql.(*DB).conn", "type:.eq.main.Sale, type:.eq.fn0",
            "github.com/gammazero/workerpool.worker, github.com/gammazero/workerpool.worker"})
    void keepsWhatRulesReadFromAName(String name, String shown) {
        assertEquals(shown, new Pseudonyms().function(name));
    }

    @Test
    void equalNamesStayEqualAndOthersDiffer() {
        assertEquals(names.function("main.a"), names.function("main.a"));
        assertNotEquals(names.function("main.a"), names.function("main.b"));
        assertTrue(names.function("main.a.func1").startsWith(names.function("main.a") + "."));
        assertEquals(names.text(Role.TASK, "checkout"), names.text(Role.REGION, "checkout"));
        assertFalse(names.text(Role.LOG_MESSAGE, "order 17").matches(".*\\d.*"));
        assertEquals("", names.text(Role.LOG_CATEGORY, ""));
        assertEquals(names.address(0x49e000), names.address(0x49e000));
        assertNotEquals(names.address(0x49e000), names.address(0x49e001));
        assertEquals(0, names.address(0));
    }

    @Test
    void theStandardLibraryKeepsItsPlacesButNotWhereItIsInstalled() {
        assertEquals("net/http.(*conn).serve", names.function("net/http.(*conn).serve"));
        assertEquals("/usr/lib/go-1.26/src/net/http/server.go",
                names.file("/usr/lib/go-1.26/src/net/http/server.go", "net/http.(*conn).serve"));
        assertEquals(2000, names.line(2000, "/usr/lib/go-1.26/src/net/http/server.go", "net/http.(*conn).serve"));
        assertEquals("internal/poll.runtime_pollWait", names.function("internal/poll.runtime_pollWait"));
    }

    @Test
    void aModuleNamedAsAFolderOfTheStandardLibraryIsTheProgramsOwn() {
        assertEquals("text/p0.Fn0", names.function("text/shop.Sell"));
        assertEquals(1, names.line(5, "/home/jo/text/shop/sell.go", "text/shop.Sell"));
    }

    @Test
    void filesLieBelowTheirModules() {
        String function = names.function("shop/store.(*Cache).Get");
        String file = names.file(STORE, "shop/store.(*Cache).Get");
        String folder = file.substring(0, file.lastIndexOf('/'));
        assertTrue(folder.endsWith("/" + function.substring(0, function.indexOf('.'))), file + " of " + function);
        assertTrue(file.endsWith(".go") && file.startsWith("/"));
        assertTrue(names.file("/go/pkg/mod/github.com/!jo/bus@v1.7.2/bus_test.go", "github.com/Jo/bus.Ride")
                .matches("/p\\d+/pkg/mod/github.com/p\\d+/p\\d+@v1.0.0/f\\d+_test.go"));
    }

    @Test
    void linesKeepTheirOrder() {
        assertEquals(List.of(1L, 2L, 3L), List.of(12L, 40L, 90L).stream()
                .map(line -> names.line(line, STORE, "shop/store.(*Cache).Get")).toList());
        String file = names.file(STORE, "shop/store.(*Cache).Get");
        assertEquals(List.of(12L, 40L, 90L), names.originalLines().get(file));
    }

    @Test
    void theKeyLeadsBack() {
        String function = names.function("shop/store.(*Cache).Get");
        String task = names.text(Role.TASK, "checkout");
        names.function("runtime.gopark");
        assertEquals("shop/store.(*Cache).Get", names.originals().get("functions").get(function));
        assertEquals("checkout", names.originals().get("texts").get(task));
        assertEquals(1, names.originals().get("functions").size());
    }
}
