package dev.faultline.model.rules.sched;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;

/// Items that go through a channel one by one, with so little work for each that the hand-over costs more.
public final class ChannelHandover implements Rule {
    private static final Setting LEAST = new Setting("least_count", 10_000);
    private static final Setting RATE = new Setting("per_second_count", 20_000);
    private static final Setting WORK = new Setting("work_ns", 3_000);
    private static final double SECOND = 1e9;

    @Override
    public String id() {
        return "channel-handover";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, RATE, WORK);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.timing().waits().stream().filter(site -> site.object() == WaitObject.RECEIVE)
                .filter(site -> site.times().count() >= settings.value(this, LEAST)
                        && rate(facts, site) >= settings.value(this, RATE)
                        && site.byRuntime() == 0 && work(facts, receivers(site), site) <= settings.value(this, WORK))
                .map(site -> finding(facts, site)).toList();
    }

    private static double rate(Facts facts, SiteWait site) {
        return site.times().count() * SECOND / Math.max(1, facts.knownTime().ns());
    }

    /// The goroutines that waited there, as far as they are known.
    private static IntOpenHashSet receivers(SiteWait site) {
        IntOpenHashSet receivers = new IntOpenHashSet();
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            receivers.add(wakes.target(i));
        }
        return receivers;
    }

    /// How long they run for each item for which they waited, nanoseconds.
    private static double work(Facts facts, IntOpenHashSet receivers, SiteWait site) {
        double ran = receivers.intStream().mapToLong(facts.model().goroutines()::runningNs).sum();
        return ran / site.times().count();
    }

    private Finding finding(Facts facts, SiteWait site) {
        IntOpenHashSet receivers = receivers(site);
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.LIKELY)
                .with("items", site.times().count()).with("rate", Units.number(rate(facts, site)))
                .with("work", Units.duration(work(facts, receivers, site)))
                .with("receivers", receivers.size()).place("place", facts, site.stack())
                .figure("items_count", site.times().count()).figure("per_second_count", rate(facts, site))
                .figure("work_ns", work(facts, receivers, site)).figure("waited_ns", site.times().sum())
                .stack("receive", site.times().count(), site.stack());
        receivers.intStream().sorted().forEach(finding::goroutine);
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size() && i < FindingBuilder.MOST; i++) {
            finding.link("woke", wakes.waker(i), wakes.target(i));
        }
        site.longest().all().forEach(s -> finding.interval(s.fromNs(), s.toNs(), s.goroutine(), "wait"));
        return finding.finding();
    }
}
