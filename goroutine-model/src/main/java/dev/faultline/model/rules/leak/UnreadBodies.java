package dev.faultline.model.rules.leak;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// Connections of HTTP clients that wait for somebody to read or close the body of the response which they have handed
/// over. The goroutine that reads a connection wakes the caller with the response, then waits in a select until the body is
/// read to its end; where that is done, it is back at the connection within microseconds. Streams of HTTP/2 are in
/// [UnreadStreams].
final class UnreadBodies {
    private static final String CONNECTION = "net/http.(*persistConn).";
    private static final String READER = CONNECTION + "readLoop";
    private static final String WRITER = CONNECTION + "writeLoop";
    private static final String CALLER = CONNECTION + "roundTrip";
    /// Share of the trace that such a wait must have lasted: a response that came just now may still be read.
    private static final double MIN_AGE = 0.05;
    private static final long SAME_MOMENT_NS = 1_000_000;

    private final Facts facts;
    private final Goroutines goroutines;
    /// By the connection's reader, what its last caller was woken with.
    private final Int2ObjectOpenHashMap<Answer> answers = new Int2ObjectOpenHashMap<>();
    /// By caller, when it last began to wait for a response.
    private final Int2LongOpenHashMap lastAsked = new Int2LongOpenHashMap();

    private record Answer(int caller, int stack) {}

    /// What became of a caller.
    enum Fate {
        /// It has exited since, or sent another request.
        GONE_ON,
        /// It has left the function in which it asked.
        LEFT,
        /// It may still be at work on the response, or is unknown.
        UNKNOWN
    }

    /// One of them.
    ///
    /// @param reader the wait of the goroutine that reads the connection
    /// @param writer the goroutine that writes it, -1 when unknown
    /// @param asked where the caller waited for the response, 0 when that was before the trace
    /// @param fate what became of the caller
    record Unread(OpenWait reader, int writer, int asked, Fate fate) {}

    UnreadBodies(Facts facts) {
        this.facts = facts;
        goroutines = facts.model().goroutines();
        for (SiteWait site : facts.timing().waits()) {
            if (site.object() == WaitObject.SELECT && facts.code().hasFunction(site.stack(), CALLER::equals)) {
                asked(site);
            }
        }
        for (OpenWait w : facts.openWaits().all()) {
            if (w.object() == WaitObject.SELECT && facts.code().hasFunction(w.stack(), CALLER::equals)) {
                lastAsked.put(w.goroutine(), w.sinceNs());
            }
        }
    }

    private void asked(SiteWait site) {
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            int caller = wakes.target(i);
            lastAsked.put(caller, Math.max(lastAsked.get(caller), wakes.beginNs(i)));
            if (wakes.waker(i) >= 0 && goroutines.name(wakes.waker(i)).equals(READER)) {
                answers.put(wakes.waker(i), new Answer(caller, site.stack()));
            }
        }
    }

    /// All of them.
    List<Unread> all() {
        List<Unread> all = new ArrayList<>();
        for (OpenWait w : facts.openWaits().all()) {
            if (w.object() == WaitObject.SELECT && goroutines.name(w.goroutine()).equals(READER)
                    && w.ageNs() >= facts.model().durationNs() * MIN_AGE) {
                Answer answer = w.fromStart() ? null : answers.get(w.goroutine());
                all.add(answer == null
                        ? new Unread(w, writer(w.goroutine()), 0, Fate.UNKNOWN)
                        : new Unread(w, writer(w.goroutine()), answer.stack, fate(answer, w.sinceNs())));
            }
        }
        return all;
    }

    private Fate fate(Answer answer, long ns) {
        int caller = answer.caller;
        if (goroutines.ended(caller) || lastAsked.get(caller) > ns) {
            return Fate.GONE_ON;
        }
        int frame = facts.code().ownFrame(answer.stack);
        int now = facts.timing().waits(caller) ? facts.timing().stack(caller) : 0;
        String function = frame < 0 ? "" : facts.model().trace().stacks().frame(frame).function();
        return now != 0 && !facts.code().hasFunction(now, function::equals) ? Fate.LEFT : Fate.UNKNOWN;
    }

    /// How many goroutines read a body at the end of the trace.
    long reading() {
        long reading = 0;
        for (int g = 0; g < goroutines.count(); g++) {
            if (facts.timing().exists(g) && !goroutines.ended(g)
                    && facts.code().hasFunction(facts.timing().stack(g), f -> f.startsWith("net/http.(*body"))) {
                reading++;
            }
        }
        return reading;
    }

    /// The writer is started right after the reader, by the same call; of those older than the trace the numbers tell.
    private int writer(int reader) {
        int creator = goroutines.creator(reader);
        if (creator < 0) {
            return isWriter(goroutines.indexOf(goroutines.id(reader) + 1));
        }
        for (int child : goroutines.children(creator)) {
            long later = goroutines.bornNs(child) - goroutines.bornNs(reader);
            if (later >= 0 && later < SAME_MOMENT_NS && isWriter(child) >= 0) {
                return child;
            }
        }
        return -1;
    }

    private int isWriter(int g) {
        return g >= 0 && !goroutines.ended(g) && goroutines.name(g).equals(WRITER) ? g : -1;
    }
}
