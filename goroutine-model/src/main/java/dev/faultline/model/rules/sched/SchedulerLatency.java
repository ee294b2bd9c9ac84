package dev.faultline.model.rules.sched;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.QueueBlame;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Goroutines that can run wait long for a processor.
public final class SchedulerLatency implements Rule {
    private static final Setting P99 = new Setting("p99_ns", "one in a hundred waits as long as this", 20_000_000);
    private static final Setting LEAST = new Setting("least_count", "so many waits are needed to judge", 100);
    private static final Setting SHARE = new Setting("waiting_ratio",
            "waiting for a processor against running and waiting for one", 0.25);
    private static final int BLAMED = 5;

    @Override
    public String id() {
        return "scheduler-latency";
    }

    @Override
    public String about() {
        return "Goroutines that are ready to run wait long for a processor.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(P99, LEAST, SHARE);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        Histogram times = facts.sweep().queueTimes();
        return times.count() >= settings.value(this, LEAST)
                ? Optional.empty()
                : Optional.of("Goroutines came to a processor only %s, too few to judge how long they wait for one."
                        .formatted(Units.count(times.count(), "time")));
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Histogram times = facts.sweep().queueTimes();
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
        List<Stretch> worst = facts.sweep().longestQueues();
        Draft draft = new Draft(this, facts.model());
        for (Stretch s : worst) {
            draft.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "waits for a processor");
        }
        long procs = Math.max(1, facts.model().procCount());
        return draft.level(Severity.WARNING, Confidence.CERTAIN)
                .summary("Ready goroutines waited up to %s for one of %s; half waited %s, one in a hundred %s."
                        .formatted(Units.duration(times.max()), Units.count(procs, "processor"),
                                Units.duration(times.quantile(0.5)),
                                Units.duration(times.quantile(0.99))))
                .why("All of this time the goroutine could have worked: " + Units.share(share)
                        + " of the time in which goroutines ran or could have run went by in the run queue. "
                        + blame(facts, worst))
                .advice("Start less at a time (a limit on concurrent work near the number of processors), give the "
                        + "process more processors, or let long computations run elsewhere.")
                .cost(times.sum()).figure("p50_ns", "half wait at most", times.quantile(0.5))
                .figure("p99_ns", "99 % wait at most", times.quantile(0.99))
                .figure("p999_ns", "99.9 % wait at most", times.quantile(0.999))
                .figure("worst_ns", "longest wait", times.max()).figure("waits_count", "waits", times.count())
                .figure("processors_count", "processors", procs).figure("waiting_ratio", "share of ready time", share)
                .finding();
    }

    private static String blame(Facts facts, List<Stretch> worst) {
        List<Stretch> some = new ArrayList<>(worst.subList(0, Math.min(BLAMED, worst.size())));
        long busy = 0;
        long stopped = 0;
        long idle = 0;
        long collector = 0;
        var by = new it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap();
        for (Stretch s : some) {
            QueueBlame blame = QueueBlame.of(facts.model(), s.fromNs(), s.toNs());
            busy += blame.busyNs() + blame.syscallNs();
            stopped += blame.stoppedNs();
            idle += blame.idleNs();
            collector += blame.collectorNs();
            blame.by().int2LongEntrySet().forEach(e -> by.addTo(e.getIntKey(), e.getLongValue()));
        }
        double all = Math.max(1, busy + stopped + idle + collector);
        String who = by.int2LongEntrySet().stream().max(Comparator.comparingLong(e -> e.getLongValue()))
                .map(e -> facts.model().groups().get(e.getIntKey()).name()).orElse("unknown");
        return "In the longest waits the processors were busy for %s of the time (mostly with %s), with the collector's workers for %s, idle for %s, stopped for %s."
                .formatted(Units.share(busy / all), who, Units.share(collector / all), Units.share(idle / all),
                        Units.share(stopped / all));
    }
}
