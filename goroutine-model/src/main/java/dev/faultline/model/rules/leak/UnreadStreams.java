package dev.faultline.model.rules.leak;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;

/// Requests of HTTP/2 clients whose responses nobody reads to the end or closes. A goroutine of the library's stays with each
/// of them until then.
final class UnreadStreams {
    private static final String PACKAGE = "http2";
    private static final String STREAM = "lientStream).doRequest";
    private static final String BODY = "ransportResponseBody.Read";
    /// Share of the trace that such a wait must have lasted: a response that came just now may still be read.
    private static final double MIN_AGE = 0.05;

    private final Facts facts;
    private final Goroutines goroutines;
    /// Who was seen to read a body and still exists.
    private final IntSet readers = new IntOpenHashSet();

    UnreadStreams(Facts facts) {
        this.facts = facts;
        goroutines = facts.model().goroutines();
        for (SiteWait site : facts.timing().waits()) {
            if (facts.code().hasFunction(site.stack(), UnreadStreams::reads)) {
                addReaders(site.wakes());
            }
        }
        for (OpenWait w : facts.openWaits().all()) {
            if (facts.code().hasFunction(w.stack(), UnreadStreams::reads)) {
                readers.add(w.goroutine());
            }
        }
    }

    private void addReaders(WakeLog wakes) {
        for (int i = 0; i < wakes.size(); i++) {
            if (!goroutines.ended(wakes.target(i))) {
                readers.add(wakes.target(i));
            }
        }
    }

    private static boolean reads(String function) {
        return function.contains(PACKAGE) && function.contains(BODY);
    }

    /// Those whose caller has exited, or has returned from the call that asked and asked again since; none at all where
    /// somebody reads a body that it did not ask for itself, for callers may hand them over. Streams from before the trace
    /// may each have a reader of their own.
    List<OpenWait> all() {
        List<OpenWait> left = new ArrayList<>();
        long strangers = readers.intStream().filter(g -> !asks(g)).count();
        int older = 0;
        for (OpenWait w : facts.openWaits().all()) {
            int caller = goroutines.creator(w.goroutine());
            if (!isStream(w.goroutine())) {
                continue;
            }
            if (caller < 0) {
                older++;
            } else if (goneOn(w.goroutine(), caller) && w.ageNs() >= facts.model().durationNs() * MIN_AGE) {
                left.add(w);
            }
        }
        return strangers <= older ? left : List.of();
    }

    private boolean asks(int g) {
        return goroutines.children(g).intStream().anyMatch(this::isStream);
    }

    private boolean isStream(int g) {
        return goroutines.name(g).contains(PACKAGE) && goroutines.name(g).endsWith(STREAM);
    }

    private boolean goneOn(int stream, int caller) {
        return goroutines.ended(caller) || facts.activations().ofHolder(stream) == Fate.RETURNED
                && goroutines.children(caller).intStream()
                        .anyMatch(c -> isStream(c) && goroutines.bornNs(c) > goroutines.bornNs(stream));
    }
}
