package dev.faultline.model.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.known.KnownFrame.Meaning;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFramesTest {
    @ParameterizedTest
    @CsvSource({"POOL_QUEUE,database/sql.(*DB).conn", "POOL_OR_DIAL,net/http.(*Transport).getConn",
            "KEEP_ALIVE,net/http.(*persistConn).readLoop", "KEEP_ALIVE,net/http.(*http2ClientConn).readLoop",
            "POOL_QUEUE,github.com/redis/go-redis/v9/internal/pool.(*ConnPool).waitTurn",
            "LIMIT,github.com/panjf2000/ants/v2.(*PoolWithFunc).retrieveWorker",
            "POOL_IDLE,github.com/panjf2000/ants/v2.(*goWorker).run.func1",
            "POOL_QUEUE,github.com/jackc/puddle/v2.(*Pool[go.shape.*uint8]).acquire",
            "GROUP,golang.org/x/sync/errgroup.(*Group).Wait", "CONTEXT,context.(*cancelCtx).propagateCancel.func2",
            "SIGNAL,os/signal.loop", "TIMER,time.Sleep", "HARNESS,testing.(*T).Run",
            "ACCEPT,net.(*TCPListener).AcceptTCP", "TOOL,net/http/pprof.Trace", "FORCES_GC,runtime.GC",
            "REQUEST,net/http.serverHandler.ServeHTTP", "REQUEST,testing.tRunner"})
    void knowsWhatWaitsMean(Meaning meaning, String function) {
        KnownFrame known = KnownFrames.all().find(function);
        assertEquals(meaning, known == null ? null : known.meaning());
    }

    @ParameterizedTest
    @CsvSource({"main.main", "database/sql.(*DB).connect", "testingx.Run", "runtime.GCStats", "net/http.Get"})
    void saysNothingOfOthers(String function) {
        assertNull(KnownFrames.all().find(function));
    }

    @Test
    void usesEveryMeaningAndWordsThatFitIntoASentence() throws Exception {
        try (var in = KnownFrames.class.getResourceAsStream("known-frames.txt")) {
            List<KnownFrame> frames = KnownFrames.parse(new String(in.readAllBytes(), "UTF-8").lines().toList());
            EnumSet<Meaning> used = EnumSet.noneOf(Meaning.class);
            for (KnownFrame frame : frames) {
                used.add(frame.meaning());
                assertTrue(frame.words().matches("\\p{L}.*[^.]"), frame.words());
                assertTrue(frame.remedy().matches("(\\p{Ll}.*[^.])?"), frame.remedy());
            }
            assertEquals(EnumSet.allOf(Meaning.class), used);
            assertEquals(frames.size(), frames.stream().map(KnownFrame::pattern).distinct().count(), "told twice");
        }
    }

    @Test
    void saysWhichLineItDoesNotUnderstand() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> KnownFrames.parse(List.of("# head", "timer time.Sleep sleeps", "nap time.Nap naps")));
        assertEquals("line 3: expected meaning, function and words, found: nap time.Nap naps", e.getMessage());
    }
}
