package dev.faultline.model.rules.leak;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.life.Population;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
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
import java.util.BitSet;
import java.util.List;

/// Goroutines of one creation site whose number keeps growing.
public final class GoroutineGrowth implements Rule {
    private static final Setting GAIN = new Setting("gain_count", 20);
    private static final Setting WINDOWS = new Setting("windows_ratio", 0.75);
    private static final Setting STUCK = new Setting("stuck_ratio", 0.5);

    @Override
    public String id() {
        return "goroutine-growth";
    }

    @Override
    public List<Setting> settings() {
        return List.of(GAIN, WINDOWS, STUCK);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        for (GoroutineGroup group : facts.model().groups()) {
            if (group.system() || group.members().size() < settings.value(this, GAIN)) {
                continue;
            }
            if (survivors(facts, group) < settings.value(this, GAIN)) {
                continue;
            }
            Population population = Population.of(facts.model(), group);
            if (population.gain() >= settings.value(this, GAIN)
                    && population.risingShare() >= settings.value(this, WINDOWS)) {
                findings.add(finding(facts, settings, group, population));
            }
        }
        return findings;
    }

    private static long survivors(Facts facts, GoroutineGroup group) {
        return group.members().intStream().filter(g -> !facts.model().goroutines().ended(g)).count();
    }

    private Finding finding(Facts facts, Settings settings, GoroutineGroup group, Population population) {
        BitSet stuck = new BitSet();
        for (Stuck s : facts.stuckWaits().all()) {
            if (s.grade() != Grade.POSSIBLE) {
                stuck.set(s.open().goroutine());
            }
        }
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        int alive = 0;
        int lost = 0;
        double cost = 0;
        for (int g : group.members()) {
            if (!facts.model().goroutines().ended(g)) {
                alive++;
                lost += stuck.get(g) ? 1 : 0;
                cost += facts.model().durationNs() - facts.model().goroutines().bornNs(g);
                finding.goroutine(g);
            }
        }
        boolean leaks = lost >= alive * settings.value(this, STUCK);
        return finding
                .level(leaks ? Severity.WARNING : Severity.NOTICE, leaks ? Confidence.LIKELY : Confidence.POSSIBLE)
                .with("place", Phrases.origin(facts, group)).with("rate", Math.round(population.slopePerSecond()))
                .with("alive", alive)
                .with("leaks", leaks).with("stuck", lost).with("rising", Units.share(population.risingShare()))
                .cost(leaks ? cost : 0).interval(0, facts.model().durationNs(), -1, "growth")
                .stack("creation", group.members().size(), group.creationStack())
                .figure("born_count", population.born()).figure("ended_count", population.ended())
                .figure("alive_count", alive).figure("rising_windows_ratio", population.risingShare()).finding();
    }
}
