package dev.faultline.model.rules.sched;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Very many goroutines that do next to nothing each.
public final class GoroutineChurn implements Rule {
    private static final Setting LEAST = new Setting("least_count", 5_000);
    private static final Setting RATE = new Setting("per_second_count", 5_000);
    private static final Setting WORK = new Setting("work_ns", 20_000);

    @Override
    public String id() {
        return "goroutine-churn";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, RATE, WORK);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        double seconds = facts.knownTime().seconds();
        List<Finding> findings = new ArrayList<>();
        for (GoroutineGroup group : facts.model().groups()) {
            int n = group.members().size();
            boolean foreign = group.creationStack() != 0
                    && facts.code().isStandard(facts.code().ownFrame(group.creationStack()));
            boolean coroutines = group.name().equals(GoroutineGroup.COROUTINE);
            if (group.system() || foreign || coroutines || n < settings.value(this, LEAST)
                    || n / seconds < settings.value(this, RATE)) {
                continue;
            }
            long[] ran = new long[n];
            Goroutines goroutines = facts.model().goroutines();
            long queued = 0;
            for (int i = 0; i < n; i++) {
                ran[i] = goroutines.runningNs(group.members().getInt(i));
                queued += goroutines.runnableNs(group.members().getInt(i));
            }
            Arrays.sort(ran);
            if (Histogram.quantile(ran, 0.5) <= settings.value(this, WORK)) {
                findings.add(finding(facts, group, ran, queued));
            }
        }
        return findings;
    }

    private Finding finding(Facts facts, GoroutineGroup group, long[] ran, long queued) {
        int n = ran.length;
        long total = Arrays.stream(ran).sum();
        double rate = n / facts.knownTime().seconds();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .with("goroutines", n).with("place", Phrases.origin(facts, group)).with("rate", Math.round(rate))
                .with("median", Units.duration(Histogram.quantile(ran, 0.5))).with("ran", Units.duration(total))
                .with("queued", Units.duration(queued)).cost(queued).stack("creation", n, group.creationStack())
                .figure("goroutines_count", n).figure("median_run_ns", Histogram.quantile(ran, 0.5))
                .figure("queued_ns", queued)
                .figure("ran_ns", total);
        group.members().forEach(finding::goroutine);
        return finding.finding();
    }
}
