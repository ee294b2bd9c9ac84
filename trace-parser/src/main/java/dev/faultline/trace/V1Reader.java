package dev.faultline.trace;

import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.v1.V1Conversion;
import dev.faultline.trace.v1.V1Result;
import dev.faultline.trace.v1.V1Watch;
import dev.faultline.trace.wire.TraceFile;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Reads a trace of Go 1.21 or earlier. It is one generation.
record V1Reader(String name, TraceFile file, Progress progress, RowListener listener) {
    Trace read(TraceStore store) {
        try (file) {
            TraceHeader header = file.header();
            V1Watch watch = (phase, done, total) -> {
                progress.update(phase, done, total);
                if (progress.cancelled()) {
                    throw new CancellationException("reading was cancelled");
                }
            };
            V1Result r = V1Conversion.run(file, store, watch);
            Generation all = new Generation(1, 0, r.events().size(), 0, null, r.report().complete(),
                    r.report().losses());
            listener.expect(r.lastNs());
            listener.rows(
                    new RowListener.Parts(r.events(), r.strings(), r.stacks(), r.goroutines(), r.threads(), store),
                    all);
            ReadReport report = r.report().because(Diagnosis.of(file, r.report().losses(), r.foreign(), end(r)));
            return new Trace(name, header.text(), header.minor(), file.size(), r.lastNs(), r.events(),
                    r.strings(),
                    r.stacks(), r.goroutines(), r.threads(), List.of(all), report, store);
        }
    }

    private Diagnosis.End end(V1Result result) {
        boolean cut = result.report().losses().stream().anyMatch(l -> l.place().offset() + l.bytes() == file.size());
        return cut ? Diagnosis.End.CUT : result.ended() ? Diagnosis.End.PROPER : Diagnosis.End.EARLY;
    }
}
