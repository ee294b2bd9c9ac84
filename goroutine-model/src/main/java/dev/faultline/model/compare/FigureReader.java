package dev.faultline.model.compare;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.GoRelease;

/// Reads off a trace what a comparison needs.
public final class FigureReader {
    private FigureReader() {
    }

    /// @param facts of the trace, or of a stretch of it
    /// @param judgement what the rules found in it
    public static TraceFigures read(Facts facts, Judgement judgement) {
        TraceModel model = facts.model();
        Values values = new Values(model.durationNs());
        new SiteFigures(facts, values).read();
        new GroupFigures(model, values).read();
        TaskFigures.read(facts.runs(), values);
        RuntimeFigures.read(new Measured(facts, judgement), facts, values);
        return new TraceFigures(model.trace().name(), GoRelease.of(model.trace()), model.durationNs(),
                Completeness.of(model.trace().report()) == Completeness.COMPLETE, values.all, values.spots,
                judgement.withConsequences());
    }
}
