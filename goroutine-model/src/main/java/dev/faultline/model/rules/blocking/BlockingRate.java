package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.BlockedShare;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A phase in which goroutines that otherwise work spend their time blocked on each other.
public final class BlockingRate implements Rule {
    private static final Setting LIMIT = new Setting("limit_ratio", 0.08);
    private static final Setting ABOVE = new Setting("above_quiet_ratio", 0.3);
    private static final Setting ROW = new Setting("windows_count", 3);
    private static final Setting WORKERS = new Setting("workers_count", 3);
    private static final Setting COST = new Setting("least_ns", 50_000_000);

    /// Windows, each of which begins in the middle of the one before, from one on and before another.
    private record Phase(int from, int to) {
        /// Of a window that lies half outside the phase, the share is well below that of the next one.
        private static final double OUTSIDE = 0.75;

        Phase within(BlockedShare share) {
            if (to - from < 2) {
                return this;
            }
            return new Phase(share.share(from) < OUTSIDE * share.share(from + 1) ? from + 1 : from,
                    share.share(to - 1) < OUTSIDE * share.share(to - 2) ? to - 1 : to);
        }

        long fromNs(BlockedShare share) {
            return from * share.stepNs();
        }

        long toNs(BlockedShare share) {
            return (to + 1) * share.stepNs();
        }

        /// As many windows side by side are as long.
        double sideBySide() {
            return (to - from + 1) / 2.0;
        }
    }

    /// @param severity a notice when goroutines are over the limit in quiet times, too: such a program waits by design
    private record Level(Severity severity, double quiet, double costNs) {}

    @Override
    public String id() {
        return "blocking-rate";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LIMIT, ABOVE, ROW, WORKERS, COST);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        BlockedShare blocked = facts.timing().blocked();
        double[] shares = new double[BlockedShare.WINDOWS];
        int worked = 0;
        for (int w = 0; w < BlockedShare.WINDOWS; w++) {
            if (blocked.workers(w) >= settings.value(this, WORKERS)) {
                shares[worked++] = blocked.share(w);
            }
        }
        Arrays.sort(shares, 0, worked);
        double quiet = worked == 0 ? 0 : shares[worked / 4];
        double limit = Math.max(settings.value(this, LIMIT), quiet + settings.value(this, ABOVE));
        Phase longest = longest(blocked, settings, limit);
        double cost = 0;
        for (int w = longest.from(); w < longest.to(); w += 2) {
            cost += blocked.blockedNs(w);
        }
        boolean bounded = longest.from() > 0 || longest.to() < BlockedShare.WINDOWS;
        if (longest.sideBySide() < settings.value(this, ROW) || cost < settings.value(this, COST)
                || !bounded) {
            return List.of();
        }
        long fromNs = longest.fromNs(blocked);
        long toNs = longest.toNs(blocked);
        if (new BlockedPhase(facts, fromNs, toNs).blockedNs() < cost / 2) {
            return List.of();
        }
        Severity severity = quiet > settings.value(this, LIMIT) ? Severity.NOTICE : Severity.WARNING;
        return List.of(finding(facts, longest, new Level(severity, quiet, cost)));
    }

    private Phase longest(BlockedShare blocked, Settings settings, double limit) {
        Phase best = new Phase(0, 0);
        int from = 0;
        for (int w = 0; w <= BlockedShare.WINDOWS; w++) {
            boolean high = w < BlockedShare.WINDOWS && blocked.share(w) > limit
                    && blocked.workers(w) >= settings.value(this, WORKERS);
            if (!high) {
                if (w - from > best.to() - best.from()) {
                    best = new Phase(from, w);
                }
                from = w + 1;
            }
        }
        return best.within(blocked);
    }

    /// How long the longest waits at a site lasted within a phase, together.
    private static long within(SiteWait site, long fromNs, long toNs) {
        return site.longest().all().stream().mapToLong(s -> Math.min(toNs, s.toNs()) - Math.max(fromNs, s.fromNs()))
                .filter(ns -> ns > 0).sum();
    }

    private Finding finding(Facts facts, Phase phase, Level level) {
        BlockedShare share = facts.timing().blocked();
        long fromNs = phase.fromNs(share);
        long toNs = Math.min(facts.model().durationNs(), phase.toNs(share));
        double most = 0;
        for (int w = phase.from(); w < phase.to(); w++) {
            most = Math.max(most, share.share(w));
        }
        List<SiteWait> sites = facts.timing().waits().stream()
                .filter(w -> w.object() != WaitObject.OUTSIDE && !facts.waitSites().ofTests(w.site())
                        && within(w, fromNs, toNs) > 0)
                .sorted(Comparator.comparingLong((SiteWait w) -> -within(w, fromNs, toNs))).limit(5).toList();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(level.severity(), Confidence.LIKELY)
                .anywhere().with("from", Units.duration(fromNs)).with("to", Units.duration(toNs))
                .with("most", Units.share(most))
                .with("quiet", Units.share(level.quiet())).with("located", !sites.isEmpty())
                .place("place", facts, sites.isEmpty() ? 0 : sites.getFirst().stack())
                .cost(level.costNs()).interval(fromNs, toNs, -1, "phase").figure("phase_ns", toNs - fromNs)
                .figure("blocked_ns", level.costNs()).figure("most_ratio", most)
                .figure("quiet_ratio", level.quiet());
        for (SiteWait site : sites) {
            var blocked = Map.of("blocked", Phrases.blocked(site.object()));
            finding.stack("wait", site.times().count(), site.stack(), blocked);
            site.longest().all().stream().filter(s -> s.toNs() > fromNs && s.fromNs() < toNs).forEach(s -> finding
                    .goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "wait", blocked));
        }
        return finding.finding();
    }
}
