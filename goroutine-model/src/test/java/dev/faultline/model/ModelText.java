package dev.faultline.model;

import dev.faultline.model.judge.Judged;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.summary.SummaryJson;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// All that a model tells, as text, to be compared.
final class ModelText {
    private ModelText() {
    }

    /// Opens a trace in a place, tells all of it and leaves its index there.
    static String of(Path file, Storage storage) throws IOException {
        try (Trace trace = TraceReader.read(TraceSources.open(file, Limits.DEFAULT).getFirst(), Progress.NONE,
                RowListener.NONE, storage)) {
            TraceModel model = ModelBuilder.build(trace, Progress.NONE);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SummaryJson.write(model, out);
            StringBuilder all = new StringBuilder(out.toString(StandardCharsets.UTF_8));
            all.append(Judged.of(model));
            all.append(model.tasks()).append(model.regions()).append(model.ranges());
            for (int g = 0; g < model.goroutines().count(); g++) {
                goroutine(model, g, all);
            }
            for (int p = 0; p < model.procCount(); p++) {
                lane(model.procSpans(p), all);
            }
            for (int t = 0; t < trace.threads().size(); t++) {
                lane(model.threadSpans(t), all);
            }
            trace.store().write();
            return all.toString();
        }
    }

    private static void goroutine(TraceModel model, int g, StringBuilder all) {
        Goroutines goroutines = model.goroutines();
        all.append(goroutines.id(g)).append(goroutines.name(g)).append(goroutines.runningNs(g)).append(' ')
                .append(goroutines.bornNs(g)).append(goroutines.ended(g)).append(model.inheritedRegion(g));
        goroutines.waits(g, (reason, kind, ns) -> all.append(reason).append(kind).append(ns));
        Spans spans = model.spans(g);
        for (int i = 0; i < spans.size(); i++) {
            all.append(spans.beginRow(i)).append(spans.state(i)).append(spans.wait(i)).append(spans.endRow(i))
                    .append('\n');
        }
    }

    private static void lane(ProcSpans lane, StringBuilder all) {
        for (int i = 0; i < lane.size(); i++) {
            all.append(lane.start(i)).append(' ').append(lane.end(i)).append(' ').append(lane.goroutine(i))
                    .append('\n');
        }
    }
}
