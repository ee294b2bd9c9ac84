package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;

/// Calls at one place that leave Go and hold a thread for long: what `slow-syscall` and `slow-cgo-call` say of them alike.
///
/// @param calls all at that place
/// @param slow the longest of the long ones
/// @param count number of long ones
/// @param together most of `slow` at a time
/// @param many whether so many at a time make the finding a warning
record LongCalls(SiteWait calls, List<Stretch> slow, long count, int together, boolean many) {
    static final Setting LONG = new Setting("long_ns", 20_000_000);
    static final Setting THREADS = new Setting("threads_count", 4);

    /// @param rule whose thresholds count
    static LongCalls of(SiteWait calls, Rule rule, Settings settings) {
        double least = settings.value(rule, LONG);
        List<Stretch> slow = calls.longest().all().stream().filter(s -> s.durationNs() >= least).toList();
        int together = together(slow);
        return new LongCalls(calls, slow, calls.times().between(least, Double.POSITIVE_INFINITY), together,
                together >= settings.value(rule, THREADS));
    }

    /// Most of these that overlap.
    private static int together(List<Stretch> stretches) {
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

    /// Tells of them.
    ///
    /// @param totalNs time that the finding counts
    FindingBuilder tell(FindingBuilder finding, double totalNs) {
        for (Stretch s : slow) {
            finding.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "call");
        }
        return finding.level(many ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .with("calls", count).with("longest", Units.duration(calls.times().max())).with("threads", together)
                .cost(many ? totalNs : 0).stack("call", calls.times().count(), calls.stack())
                .figure("slow_count", count).figure("longest_ns", calls.times().max())
                .figure("total_ns", totalNs).figure("threads_count", together);
    }
}
