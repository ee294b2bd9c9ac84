package dev.faultline.views.chart;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.Regions;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.views.scale.TimeRange;

/// How long things took that ended within a stretch of the trace.
///
/// @param pauses stop-the-world pauses
/// @param tasks tasks, and what is inferred where there are none
/// @param regions user regions
/// @param lifetimes of the program's goroutines that ended
public record Distributions(Histogram pauses, Histogram tasks, Histogram regions, Histogram lifetimes) {
    /// Looks at all of a trace; takes a while on a large one.
    public static Distributions of(Facts facts, TimeRange range) {
        TraceModel model = facts.model();
        Distributions made = new Distributions(new Histogram(), new Histogram(), new Histogram(), new Histogram());
        for (Range pause : model.ranges(Range.Kind.STW)) {
            add(made.pauses, range, pause.startNs(), pause.endNs());
        }
        for (Run run : facts.runs().all()) {
            if (run.ended() && run.began()) {
                add(made.tasks, range, run.fromNs(), run.toNs());
            }
        }
        Regions regions = model.regions();
        for (int i = 0; i < regions.size(); i++) {
            if (regions.began(i) && regions.ended(i)) {
                add(made.regions, range, regions.startNs(i), regions.endNs(i));
            }
        }
        Goroutines all = model.goroutines();
        for (int g = 0; g < all.count(); g++) {
            if (all.ended(g) && !all.bornBefore(g) && !all.system(g)) {
                add(made.lifetimes, range, all.bornNs(g), all.endNs(g));
            }
        }
        return made;
    }

    private static void add(Histogram to, TimeRange range, long fromNs, long toNs) {
        if (toNs >= range.fromNs() && toNs <= range.toNs()) {
            to.add(toNs - fromNs);
        }
    }
}
