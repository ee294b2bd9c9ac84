package dev.faultline.views.export;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.metric.TraceMetrics;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.views.export.Table.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Rows of the tables about what was found.
final class FindingTables {
    private FindingTables() {
    }

    private static List<Finding> all(Judgement judgement) {
        return judgement.withConsequences();
    }

    static void findings(Facts facts, Judgement judgement, Rows rows) throws IOException {
        List<Finding> all = all(judgement);
        for (int i = 0; i < all.size(); i++) {
            Finding f = all.get(i);
            rows.add(i, f.id(), f.severity().name().toLowerCase(Locale.ROOT),
                    f.confidence().name().toLowerCase(Locale.ROOT), f.key(),
                    f.site() == null ? "" : f.site().function(),
                    f.summary(), f.advice());
        }
    }

    static void evidence(Facts facts, Judgement judgement, Rows rows) throws IOException {
        List<Finding> all = all(judgement);
        for (int i = 0; i < all.size(); i++) {
            Evidence evidence = all.get(i).evidence();
            for (long g : evidence.goroutines()) {
                rows.add(i, "goroutine", g, null, null, null, "", null, "");
            }
            for (Evidence.Interval at : evidence.intervals()) {
                rows.add(i, "interval", at.goroutine() == 0 ? null : at.goroutine(), at.fromNs(), at.toNs(), null,
                        at.label(), null, "");
            }
            for (Evidence.StackCount stack : evidence.stacks()) {
                rows.add(i, "stack", null, null, null, null, stack.label(), stack.count(),
                        stack.frames().isEmpty() ? "" : stack.frames().getFirst().function());
            }
            for (long task : evidence.tasks()) {
                rows.add(i, "task", null, null, null, task, "", null, "");
            }
        }
    }

    static void metrics(Facts facts, Judgement judgement, Rows rows) throws IOException {
        for (TraceMetrics.Value value : TraceMetrics.of(new Measured(facts, judgement))) {
            rows.add(value.metric().name(), value.metric().unit().label(), value.value());
        }
    }
}
