package dev.faultline.model.metric;

import com.google.common.base.Suppliers;
import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.analysis.life.ProgramTime;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A trace whose metrics are asked for: what each of them needs is made when it is first wanted. Safe for several threads.
public final class Measured {
    /// Findings whose goroutines never go on.
    private static final Set<String> STUCK = Set.of("goroutine-leak", "deadlock", "unclosed-body");

    private final Facts facts;
    private final Judgement judgement;
    private final Supplier<SpanTimes> spans;

    /// @param judgement what the rules found in the trace
    public Measured(Facts facts, Judgement judgement) {
        this.facts = facts;
        this.judgement = judgement;
        spans = Suppliers.memoize(() -> SpanTimes.of(facts));
    }

    Facts facts() {
        return facts;
    }

    TraceModel model() {
        return facts.model();
    }

    ProgramTime time() {
        return facts.programTime();
    }

    SpanTimes spans() {
        return spans.get();
    }

    /// Whether the trace tells when the world was stopped.
    boolean tellsPauses() {
        return Restarts.pausesAreTold(model().trace());
    }

    /// Mean number of goroutines that waited for a P in each step of the trace.
    double[] runnable() {
        return facts.stateLevels().means(GoState.RUNNABLE, WaitKind.NONE);
    }

    List<Range> pauses() {
        return model().ranges(Range.Kind.STW);
    }

    long findings(Severity severity) {
        return judgement.findings().stream().filter(f -> f.severity() == severity).count();
    }

    long findings() {
        return judgement.findings().size();
    }

    /// Goroutines that findings call stuck for good, those left out that are only possibly so.
    long stuck() {
        return judgement.withConsequences().stream()
                .filter(f -> STUCK.contains(f.id()) && f.confidence() != Confidence.POSSIBLE)
                .map(Finding::evidence).flatMap(e -> e.goroutines().stream()).distinct().count();
    }
}
