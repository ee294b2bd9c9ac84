package dev.faultline.views.timeline.picture;

import dev.faultline.model.TraceModel;
import dev.faultline.model.rules.Evidence.Interval;
import dev.faultline.model.rules.Finding;
import dev.faultline.trace.Generation;
import dev.faultline.trace.format.Loss;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fractures by row: those that findings name, work after the end of its task, and unreadable parts.
public final class Hatches {
    private final TraceModel model;
    private final Map<Long, List<Hatch>> byGoroutine = new HashMap<>();
    private final List<Hatch> everywhere = new ArrayList<>();

    public Hatches(TraceModel model, List<Finding> findings) {
        this.model = model;
        for (Finding finding : findings) {
            for (Interval i : finding.evidence().intervals()) {
                if (i.fracture()) {
                    Hatch hatch = new Hatch(i.fromNs(), i.toNs(), Role.FRACTURE, Hatch.Place.INTERVALS,
                            finding.id() + ": " + i.label());
                    (i.goroutine() == 0
                            ? everywhere
                            : byGoroutine.computeIfAbsent(i.goroutine(), g -> new ArrayList<>()))
                            .add(hatch);
                }
            }
        }
        losses();
    }

    private void losses() {
        Set<Loss> losses = new LinkedHashSet<>(model.trace().report().losses());
        for (Generation g : model.trace().generations()) {
            losses.addAll(g.losses());
        }
        for (Loss loss : losses) {
            if (loss.toNs() > loss.fromNs()) {
                everywhere.add(new Hatch(loss.fromNs(), loss.toNs(), Role.LOSS, Hatch.Place.EMPTY,
                        "unreadable: " + loss.cause()));
            }
        }
    }

    /// Stretches that concern all rows, in no order.
    public List<Hatch> everywhere() {
        return everywhere;
    }

    /// Stretches of one row only.
    public List<Hatch> of(Row row) {
        return switch (row) {
            case Thing.Goroutine g -> byGoroutine.getOrDefault(model.goroutines().id(g.goroutine()), List.of());
            case Thing.UserTask t -> afterEnd(t);
            default -> List.of();
        };
    }

    /// Work in a task's regions after the task itself had ended, as one stretch.
    private static List<Hatch> afterEnd(Thing.UserTask row) {
        long end = row.task().endNs();
        return row.workEndNs() <= end
                ? List.of()
                : List.of(
                        new Hatch(end, row.workEndNs(), Role.FRACTURE, Hatch.Place.EMPTY, "work after its task ended"));
    }
}
