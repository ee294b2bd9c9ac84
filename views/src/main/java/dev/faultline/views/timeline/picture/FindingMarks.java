package dev.faultline.views.timeline.picture;

import dev.faultline.model.TraceModel;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where findings show on the timeline.
public final class FindingMarks {
    private FindingMarks() {
    }

    /// One mark per finding on the overview, at the start of its first interval; findings without one have none.
    public static List<Overlay.Mark> of(List<Finding> findings) {
        List<Overlay.Mark> marks = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            List<Evidence.Interval> intervals = finding.evidence().intervals();
            if (!intervals.isEmpty()) {
                marks.add(new Overlay.Mark(intervals.getFirst().fromNs(), Role.of(finding.severity()),
                        finding.id() + ": " + finding.summary(), i));
            }
        }
        return marks;
    }

    /// The rows that a finding speaks of, in the order in which it names them.
    public static Set<Row> rows(TraceModel model, Finding finding) {
        Set<Row> rows = new LinkedHashSet<>();
        Evidence evidence = finding.evidence();
        Set<Long> tasks = Set.copyOf(evidence.tasks());
        model.tasks().stream().filter(t -> tasks.contains(t.id())).forEach(t -> rows.add(new Thing.UserTask(t)));
        for (long id : goroutines(evidence)) {
            int g = model.goroutines().indexOf(id);
            if (g >= 0) {
                rows.add(new Thing.Goroutine(g));
            }
        }
        if (rows.isEmpty() && !evidence.intervals().isEmpty()) {
            rows.add(new Thing.Pauses());
        }
        return rows;
    }

    private static Set<Long> goroutines(Evidence evidence) {
        Set<Long> ids = new LinkedHashSet<>();
        evidence.intervals().stream().map(Evidence.Interval::goroutine).filter(id -> id != 0).forEach(ids::add);
        ids.addAll(evidence.goroutines());
        return ids;
    }

    /// The time that a finding speaks of, null when it names none.
    public static @Nullable TimeRange time(Finding finding) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Evidence.Interval i : finding.evidence().intervals()) {
            from = Math.min(from, i.fromNs());
            to = Math.max(to, i.toNs());
        }
        return to < from ? null : new TimeRange(from, to);
    }
}
