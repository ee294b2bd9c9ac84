package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;

/// System calls that hold a thread for long.
public final class SlowSyscall implements Rule {
    private static final Setting LONG = new Setting("long_ns", 20_000_000);
    private static final Setting THREADS = new Setting("threads_count", 4);

    @Override
    public String id() {
        return "slow-syscall";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LONG, THREADS);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.timing().syscalls().stream()
                .filter(s -> s.times().max() >= settings.value(this, LONG) && facts.code().callOfC(s.stack()) < 0
                        && !facts.code().isStandard(facts.code().ownFrame(s.stack())))
                .map(s -> finding(facts, settings, s)).toList();
    }

    private Finding finding(Facts facts, Settings settings, SiteWait calls) {
        double least = settings.value(this, LONG);
        List<Stretch> slow = calls.longest().all().stream().filter(s -> s.durationNs() >= least).toList();
        int together = together(slow);
        boolean many = together >= settings.value(this, THREADS);
        long count = calls.times().between(least, Double.POSITIVE_INFINITY);
        double total = calls.times().sumFrom(least);
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(many ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .with("calls", count).place("place", facts, calls.stack())
                .with("longest", Units.duration(calls.times().max())).with("threads", together)
                .cost(many ? total : 0).stack("call", calls.times().count(), calls.stack())
                .figure("slow_count", count).figure("longest_ns", calls.times().max())
                .figure("total_ns", total).figure("threads_count", together);
        for (Stretch s : slow) {
            finding.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "call");
        }
        return finding.finding();
    }

    /// Most of these that overlap.
    static int together(List<Stretch> stretches) {
        int most = 0;
        for (Stretch a : stretches) {
            int now = 0;
            for (Stretch b : stretches) {
                now += b.fromNs() <= a.fromNs() && b.toNs() > a.fromNs() ? 1 : 0;
            }
            most = Math.max(most, now);
        }
        return most;
    }
}
