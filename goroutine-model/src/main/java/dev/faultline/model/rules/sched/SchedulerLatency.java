package dev.faultline.model.rules.sched;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.QueueBlame;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runnable goroutines wait long for a P.
public final class SchedulerLatency implements Rule {
    private static final Setting P99 = new Setting("p99_ns", 20_000_000);
    private static final Setting LEAST = new Setting("least_count", 100);
    private static final Setting SHARE = new Setting("waiting_ratio", 0.25);
    private static final int BLAMED = 5;

    @Override
    public String id() {
        return "scheduler-latency";
    }

    @Override
    public List<Setting> settings() {
        return List.of(P99, LEAST, SHARE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        Histogram times = facts.timing().queueTimes();
        return times.count() >= settings.value(this, LEAST)
                ? Optional.empty()
                : Optional.of(texts().say("missing.few", Map.of("waits", times.count())));
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Histogram times = facts.timing().queueTimes();
        double running = 1;
        for (int g = 0; g < facts.model().goroutines().count(); g++) {
            running += facts.model().goroutines().system(g) ? 0 : facts.model().goroutines().runningNs(g);
        }
        double share = times.sum() / (running + times.sum());
        if (times.count() < settings.value(this, LEAST) || times.quantile(0.99) < settings.value(this, P99)
                || share < settings.value(this, SHARE)) {
            return List.of();
        }
        return List.of(finding(facts, times, share));
    }

    private Finding finding(Facts facts, Histogram times, double share) {
        List<Stretch> worst = facts.timing().longestQueues();
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        for (Stretch s : worst) {
            finding.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "queue");
        }
        long procs = Math.max(1, facts.model().procCount());
        blame(finding, facts, worst);
        return finding.level(Severity.WARNING, Confidence.CERTAIN).with("procs", procs)
                .with("median", Units.duration(times.quantile(0.5), times.exact()))
                .with("p99", Units.duration(times.quantile(0.99), times.exact()))
                .with("longest", Units.duration(times.max()))
                .with("share", Units.share(share)).cost(times.sum()).figure("p50_ns", times.quantile(0.5))
                .figure("p99_ns", times.quantile(0.99)).figure("p999_ns", times.quantile(0.999))
                .figure("worst_ns", times.max()).figure("waits_count", times.count())
                .figure("processors_count", procs).figure("waiting_ratio", share).finding();
    }

    /// What the Ps did during the longest waits.
    private static void blame(FindingBuilder finding, Facts facts, List<Stretch> worst) {
        QueueBlame blame = QueueBlame.of(facts.model(), worst.subList(0, Math.min(BLAMED, worst.size())));
        double all = Math.max(1, blame.totalNs());
        String who = blame.by().int2LongEntrySet().stream().max(Comparator.comparingLong(e -> e.getLongValue()))
                .map(e -> facts.model().groups().get(e.getIntKey()).name()).orElse("unknown");
        finding.with("busy", Units.share((blame.busyNs() + blame.syscallNs()) / all)).with("group", who)
                .with("collector", Units.share(blame.collectorNs() / all))
                .with("idle", Units.share(blame.idleNs() / all))
                .with("stopped", Units.share(blame.stoppedNs() / all));
    }
}
