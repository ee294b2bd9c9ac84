package dev.faultline.trace;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Origin;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.ByteRange;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.order.OrderedGeneration;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.TraceFile;
import java.util.ArrayList;
import java.util.List;

/// Puts ordered generations together to one trace: their goroutines and threads get the trace's indices, their times its
/// zero.
final class Stitcher {
    private final TraceFile file;
    private final RowListener listener;
    private final RowListener.Parts parts;
    private final List<Generation> generations = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final Notices notices = new Notices();
    private final long lastUnits;
    private long zeroNs = Long.MIN_VALUE;
    private long lastNs;
    private long forced;
    private long skipped;
    private boolean complete = true;
    /// A header alone is a trace that was never stopped.
    private Diagnosis.End ended = Diagnosis.End.EARLY;
    private final List<ByteRange> foreign = new ArrayList<>();

    /// @param lastUnits time of the last event, in clock units
    /// @param store where the rows lie
    Stitcher(TraceFile file, RowListener listener, long lastUnits, TraceStore store) {
        this.lastUnits = lastUnits;
        this.file = file;
        this.listener = listener;
        Strings strings = new Strings();
        parts = new RowListener.Parts(new EventStore(), strings, new Stacks(strings), new Ids(), new Ids(), store);
    }

    RowListener.Parts parts() {
        return parts;
    }

    void append(OrderedGeneration g) {
        if (zeroNs == Long.MIN_VALUE) {
            zeroNs = g.clock().ns(Math.min(g.raw().minTime(), g.start()));
            listener.expect(Math.max(0, g.clock().ns(Math.min(lastUnits, g.clock().latest())) - zeroNs));
        }
        Origin origin = new Origin(g.clock(), zeroNs, globals(parts.goroutines(), g.goroutines()),
                globals(parts.threads(), g.threads()));
        int from = parts.events().size();
        parts.events().append(g.rows(), origin);
        int to = parts.events().size();
        List<Loss> lost = lost(g, origin);
        losses.addAll(lost);
        Generation generation = new Generation(g.raw().number(), from, to, origin.ns(g.start()), g.wallClock(),
                g.raw().complete() && lost.isEmpty(), lost);
        generations.add(generation);
        lastNs = Math.max(lastNs, origin.ns(g.latest()));
        account(g);
        listener.rows(parts, generation);
    }

    /// What is missing of a generation. Where nothing is known to be, but its events do not fit each other, that is all of
    /// its time: what is told of it may be wrong.
    private static List<Loss> lost(OrderedGeneration g, Origin origin) {
        long disorder = g.oddities().disorder();
        if (disorder == 0 || !g.gaps().isEmpty()) {
            return g.gaps().stream().map(gap -> gap.loss(origin::ns)).toList();
        }
        return List.of(new Loss(new Place(g.raw().offset(), g.raw().number(), -1, null), 0, origin.ns(g.start()),
                origin.ns(g.latest()), -1, disorder == 1
                        ? "1 event does not fit the others"
                        : disorder + " events do not fit the others"));
    }

    private static int[] globals(Ids ids, long[] locals) {
        int[] globals = new int[locals.length];
        for (int i = 0; i < locals.length; i++) {
            globals[i] = ids.add(locals[i]);
        }
        return globals;
    }

    private void account(OrderedGeneration g) {
        forced += g.oddities().forced();
        skipped += g.oddities().skipped();
        complete &= generations.getLast().complete();
        ended = g.raw().end() == file.size() && !g.gaps().isEmpty()
                ? Diagnosis.End.CUT
                : g.raw().complete() ? Diagnosis.End.PROPER : Diagnosis.End.EARLY;
        for (Batch batch : g.raw().batches()) {
            if (batch.foreignSize() > 0) {
                foreign.add(new ByteRange(batch.foreignAt(), batch.foreignSize()));
            }
        }
        notices.of(g);
    }

    Trace trace(String name) {
        TraceHeader header = file.header();
        ReadReport report = new ReadReport(complete && !generations.isEmpty(),
                Diagnosis.of(file, losses, foreign, ended), notices.list(header),
                losses, forced, skipped);
        return new Trace(name, header.text(), header.minor(), file.size(), lastNs, parts.events(), parts.strings(),
                parts.stacks(), parts.goroutines(), parts.threads(), generations, report, parts.store());
    }
}
