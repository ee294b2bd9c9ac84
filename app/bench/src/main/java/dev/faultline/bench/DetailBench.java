package dev.faultline.bench;

import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.lane.Bars;
import dev.faultline.views.timeline.lane.Lane;
import dev.faultline.views.timeline.lane.LaneLayout;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.lane.LaneSummary;
import dev.faultline.views.timeline.lane.Lanes;
import dev.faultline.views.timeline.row.Thing;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/// The timeline's levels of detail: the draw list of the longest P lane over 1320 px, with a part of the trace on screen;
/// and making the sums behind it.
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DetailBench extends OpenTraceBench {
    private static final int PX = 1_320;

    /// Share of the trace that is on screen.
    @Param({"1", "0.1", "0.01", "0.001", "0.0001", "0.00001"})
    public double visible;

    private final LaneLayout layout = new LaneLayout();
    private TraceModel model;
    private Lane lane;
    private TimeScale scale;

    @Override
    void prepare() {
        model = ModelBuilder.build(trace, Progress.NONE);
        int longest = 0;
        for (int p = 1; p < model.procCount(); p++) {
            ProcSpans spans = model.procSpans(p);
            longest = spans.size() > model.procSpans(longest).size() ? p : longest;
        }
        lane = new Lanes(model, LaneSummaries.direct(model)).of(new Thing.Processor(longest)).getFirst();
        long length = Math.max(1, Math.round(model.durationNs() * visible));
        long from = (model.durationNs() - length) / 3;
        scale = TimeScale.of(new TimeRange(from, from + length), 0, PX);
    }

    @Benchmark
    public Bars layOut() {
        return layout.layout(lane, scale, 0, PX);
    }

    @Benchmark
    public LaneSummary makeSums() {
        return LaneSummary.of(lane, model.durationNs());
    }
}
