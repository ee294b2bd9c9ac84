package dev.faultline.model.rules.leak;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.life.Population;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Goroutines of one creation site that become ever more.
public final class GoroutineGrowth implements Rule {
    private static final Setting GAIN = new Setting("gain_count", "so many more at the end than at the beginning", 20);
    private static final Setting WINDOWS = new Setting("windows_ratio",
            "share of the windows of the trace in which more were born than died", 0.75);
    private static final Setting STUCK = new Setting("stuck_ratio",
            "share of the survivors that must be stuck for more than a notice", 0.5);

    @Override
    public String id() {
        return "goroutine-growth";
    }

    @Override
    public String about() {
        return "The number of live goroutines of one creation site rises all through the trace.";
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
        Draft draft = new Draft(this, facts.model());
        int alive = 0;
        int lost = 0;
        double cost = 0;
        for (int g : group.members()) {
            if (!facts.model().goroutines().ended(g)) {
                alive++;
                lost += stuck.get(g) ? 1 : 0;
                cost += facts.model().durationNs() - facts.model().goroutines().bornNs(g);
                draft.goroutine(g);
            }
        }
        boolean leaks = lost >= alive * settings.value(this, STUCK);
        String site = group.creationStack() == 0 ? group.name() : facts.code().ownPlace(group.creationStack());
        return draft.level(leaks ? Severity.WARNING : Severity.NOTICE, leaks ? Confidence.LIKELY : Confidence.POSSIBLE)
                .summary("Goroutines started at %s grow by %s a second: %s at the end%s.".formatted(site,
                        Units.count(Math.round(population.slopePerSecond())), Units.count(alive),
                        leaks ? ", of which " + Units.count(lost) + " are stuck" : ""))
                .why("A number that only rises ends in exhausted memory. Within the trace it rose in "
                        + Units.share(population.risingShare()) + " of all windows.")
                .advice(leaks
                        ? "See the leak finding of the same site: what keeps them from ending?"
                        : "If these belong to sessions or connections that stay, all is well; otherwise look for what "
                                + "should end the goroutines started at " + site + ".")
                .cost(leaks ? cost : 0).interval(0, facts.model().durationNs(), -1, "number of live goroutines rises")
                .stack("created at", group.members().size(), group.creationStack())
                .figure("born_count", "born in the trace", population.born())
                .figure("ended_count", "ended in the trace", population.ended())
                .figure("alive_count", "alive at the end", alive)
                .figure("rising_windows_ratio", "windows with more births than deaths", population.risingShare())
                .finding();
    }
}
