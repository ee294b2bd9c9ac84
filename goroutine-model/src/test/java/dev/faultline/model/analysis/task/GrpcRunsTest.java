package dev.faultline.model.analysis.task;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.analysis.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

/// gRPC methods are told by the frames of its server, and by the code that its compiler makes.
class GrpcRunsTest {
    private static final String LOCK = "sync.(*Mutex).Lock:46 < ";
    private static final String GENERATED = " < example.com/shop/pb._Shop_Order_Handler";
    private static final String UNARY = " < google.golang.org/grpc.(*Server).processUnaryRPC:1431";
    private static final String STREAM = " < google.golang.org/grpc.(*Server).processStreamingRPC:1730";
    private static final String SERVED = " < google.golang.org/grpc.(*Server).handleStream:1830"
            + " < google.golang.org/grpc.(*Server).serveStreams.func2.1:1064";
    private static final String METHOD = "main.(*shop).Order:20";

    private static Script stream(int g) {
        return new Script(100_000).create(10, MAIN, g, "google.golang.org/grpc.(*Server).serveStreams.func2.1",
                "google.golang.org/grpc.(*Server).serveStreams.func2:1060").start(11, g);
    }

    private static List<Run> runs(Script script) {
        Facts facts = new Facts(script.build());
        return facts.runs().of(facts.model().goroutines().indexOf(10));
    }

    private static List<String> names(Script script) {
        return runs(script).stream().map(Run::name).toList();
    }

    @Test
    void aUnaryCallIsNamedByTheMethodNotByGeneratedCode() {
        Script script = stream(10).waits(new long[]{1000, 2000}, 10, MAIN, "sync", LOCK + METHOD + GENERATED + ":90"
                + UNARY + SERVED).end(3000, 10);
        assertEquals(List.of("main.(*shop).Order"), names(script));
        assertEquals(2_990_000, runs(script).getFirst().durationNs());
    }

    @Test
    void anInterceptorDoesNotNameTheCall() {
        String intercepted = GENERATED + ".func1:88 < main.authorize:12" + GENERATED + ":90" + UNARY + SERVED;
        Script script = stream(10)
                .waits(new long[]{1000, 2000}, 10, MAIN, "sync",
                        LOCK + "main.authorize:11" + GENERATED + ":90" + UNARY + SERVED)
                .waits(new long[]{2100, 2200}, 10, MAIN, "sync", LOCK + METHOD + intercepted).end(3000, 10);
        assertEquals(List.of("main.(*shop).Order"), names(script));
    }

    @Test
    void aStreamIsACall() {
        Script script = stream(10).waits(new long[]{1000, 2000}, 10, MAIN, "select",
                "main.(*shop).Watch:40 < example.com/shop/pb._Shop_Watch_Handler:120" + STREAM + SERVED).end(3000, 10);
        assertEquals(List.of("main.(*shop).Watch"), names(script));
    }

    @Test
    void whatTheLibraryItselfServesIsNoRequestOfTheProgram() {
        Script script = stream(10).waits(new long[]{1000, 2000}, 10, MAIN, "select",
                "google.golang.org/grpc/health.(*Server).Watch:90"
                        + " < google.golang.org/grpc/health/grpc_health_v1._Health_Watch_Handler:190" + STREAM + SERVED)
                .end(3000, 10);
        assertEquals(List.of(), names(script));
    }

    @Test
    void aWorkerServesOneStreamAfterTheOther() {
        String worker = " < google.golang.org/grpc.(*Server).serverWorker:650";
        Script script = new Script(100_000).create(10, MAIN, 10, "google.golang.org/grpc.(*Server).serverWorker",
                "google.golang.org/grpc.(*Server).initServerWorkers:680").start(11, 10);
        String idle = "runtime.chanrecv2:516" + worker;
        String busy = LOCK + METHOD + GENERATED + ":90" + UNARY
                + " < google.golang.org/grpc.(*Server).handleStream:1830" + worker;
        script.waits(new long[]{100, 1000}, 10, MAIN, "chan receive", idle)
                .waits(new long[]{1100, 2000}, 10, MAIN, "sync", busy)
                .waits(new long[]{2100, 5000}, 10, MAIN, "chan receive", idle)
                .waits(new long[]{5100, 6000}, 10, MAIN, "sync", busy)
                .waits(new long[]{6500, 7000}, 10, MAIN, "chan receive", idle);
        List<Run> all = runs(script);
        assertEquals(List.of(1_100_000L, 1_500_000L), all.stream().map(Run::durationNs).toList());
        assertEquals("main.(*shop).Order", all.getFirst().name());
    }
}
