package dev.faultline.model.rules.sched;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.timing.Yields;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Goroutines that poll: that sleep for very short times, or call runtime.Gosched, again and again. A loop around a select
/// with a default case, or around an atomic read, is not found: it neither waits nor yields, so that in a trace it looks as
/// one that computes.
public final class BusyLoop implements Rule {
    private static final Setting LEAST = new Setting("least_count", 500);
    private static final Setting SLEEP = new Setting("sleep_ns", 500_000);
    private static final Setting WORK = new Setting("work_ns", 50_000);
    private static final Setting YIELDS = new Setting("yields_count", 1_000);
    private static final Setting SHARE = new Setting("share_ratio", 0.3);
    /// Share of the wake-ups at a site that timers must have made.
    private static final double BY_TIMERS = 0.95;

    @Override
    public String id() {
        return "busy-loop";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, SLEEP, WORK, YIELDS, SHARE);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        facts.timing().waits().stream().filter(site -> polls(facts, settings, site))
                .forEach(site -> findings.add(sleeps(facts, site)));
        Yields yields = facts.timing().yields();
        long count = yields.byStack().values().longStream().sum();
        long ran = yields.goroutines().intStream().mapToLong(facts.model().goroutines()::runningNs).sum();
        boolean mostly = count > 0 && ran / count <= settings.value(this, WORK)
                && ran >= settings.value(this, SHARE) * facts.knownTime().ns();
        if (count >= settings.value(this, YIELDS) && mostly) {
            findings.add(yields(facts, yields, count, ran));
        }
        return findings;
    }

    /// Whether goroutines wake at a site by timers only, after very short times, for next to nothing, and do so for much of
    /// the trace.
    private boolean polls(Facts facts, Settings settings, SiteWait site) {
        boolean sleeps = switch (site.kind()) {
            case SLEEP -> true;
            case SELECT, CHAN_RECEIVE -> site.byRuntime() >= BY_TIMERS * site.wakes().total();
            default -> false;
        };
        return sleeps && site.times().count() >= settings.value(this, LEAST)
                && site.times().quantile(0.5) <= settings.value(this, SLEEP)
                && site.times().sum() >= settings.value(this, SHARE) * facts.knownTime().ns()
                && ran(facts, sleepers(site)) <= settings.value(this, WORK) * site.times().count();
    }

    private static IntOpenHashSet sleepers(SiteWait site) {
        IntOpenHashSet sleepers = new IntOpenHashSet();
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            sleepers.add(wakes.target(i));
        }
        return sleepers;
    }

    private static double ran(Facts facts, IntOpenHashSet goroutines) {
        Goroutines all = facts.model().goroutines();
        return goroutines.intStream().mapToDouble(all::runningNs).sum();
    }

    private Finding sleeps(Facts facts, SiteWait site) {
        IntOpenHashSet sleepers = sleepers(site);
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(Severity.NOTICE, Confidence.LIKELY).with("goroutines", sleepers.size())
                .with("times", site.times().count()).with("length", Units.duration(site.times().quantile(0.5)))
                .place("place", facts, site.stack()).figure("times_count", site.times().count())
                .figure("running_ns", ran(facts, sleepers)).stack("poll", site.times().count(), site.stack());
        sleepers.intStream().sorted().forEach(finding::goroutine);
        site.longest().all().forEach(s -> finding.interval(s.fromNs(), s.toNs(), s.goroutine(), "sleep"));
        return finding.finding();
    }

    private Finding yields(Facts facts, Yields yields, long count, double ran) {
        int most = yields.byStack().int2LongEntrySet().stream().max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey).orElse(0);
        FindingBuilder finding = new FindingBuilder(this, facts.model(), "yield")
                .level(Severity.NOTICE, Confidence.LIKELY).with("goroutines", yields.goroutines().size())
                .with("times", count).with("total", Units.duration(ran)).place("place", facts, most)
                .figure("times_count", count).figure("running_ns", ran)
                .stack("poll", yields.byStack().get(most), most);
        yields.goroutines().intStream().sorted().forEach(finding::goroutine);
        return finding.finding();
    }
}
