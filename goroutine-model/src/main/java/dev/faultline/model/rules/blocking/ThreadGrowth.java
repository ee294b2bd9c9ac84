package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;

/// Blocking calls that make the runtime start many threads.
public final class ThreadGrowth implements Rule {
    private static final Setting THREADS = new Setting("threads_count", 16);
    private static final Setting PER_PROC = new Setting("threads_per_proc_count", 4);
    private static final Setting LONG = new Setting("long_ns", 5_000_000);

    @Override
    public String id() {
        return "thread-growth";
    }

    @Override
    public List<Setting> settings() {
        return List.of(THREADS, PER_PROC, LONG);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        double least = Math.max(settings.value(this, THREADS),
                settings.value(this, PER_PROC) * facts.model().procCount());
        return facts.timing().syscalls().stream()
                .filter(s -> s.mostWaiting() >= least && s.times().quantile(0.5) >= settings.value(this, LONG))
                .map(s -> finding(facts, s)).toList();
    }

    private Finding finding(Facts facts, SiteWait calls) {
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN)
                .with("threads", calls.mostWaiting()).with("calls", calls.times().count())
                .with("c", facts.code().callOfC(calls.stack()) >= 0).place("place", facts, calls.stack())
                .with("median", Units.duration(calls.times().quantile(0.5)))
                .with("procs", facts.model().procCount()).stack("call", calls.times().count(), calls.stack())
                .figure("threads_count", calls.mostWaiting()).figure("calls_count", calls.times().count())
                .figure("total_ns", calls.times().sum());
        calls.longest().all().forEach(s -> finding.goroutine(s.goroutine())
                .interval(s.fromNs(), s.toNs(), s.goroutine(), "call"));
        return finding.finding();
    }
}
