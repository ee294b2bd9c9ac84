package dev.faultline.model.rules.leak;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.life.Population;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Goroutines of one creation site whose number keeps growing.
public final class GoroutineGrowth implements Rule {
    private static final Setting GAIN = new Setting("gain_count", 20);
    private static final Setting WINDOWS = new Setting("windows_ratio", 0.75);
    private static final Setting STUCK = new Setting("stuck_ratio", 0.5);
    private static final Setting IMMORTAL_RISING = new Setting("immortal_windows_ratio", 0.9);

    @Override
    public String id() {
        return "goroutine-growth";
    }

    @Override
    public List<Setting> settings() {
        return List.of(GAIN, WINDOWS, STUCK, IMMORTAL_RISING);
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
            IntList older = ofSameEntry(facts, group);
            Population population = Population.of(facts.model(), group, older);
            if (population.gain() >= settings.value(this, GAIN)
                    && population.risingShare() >= settings.value(this, WINDOWS)) {
                findings.add(finding(facts, settings, group, population, older));
            }
        }
        return findings;
    }

    /// Whether none of them ever ended, there were more in almost every window, and none waits on a connection that could
    /// be what they are there for.
    private boolean immortal(Facts facts, Settings settings, GoroutineGroup group, Population population) {
        Goroutines goroutines = facts.model().goroutines();
        if (population.ended() > 0 || population.born() < settings.value(this, GAIN)
                || population.risingShare() < settings.value(this, IMMORTAL_RISING)) {
            return false;
        }
        return group.members().intStream().noneMatch(g -> onConnection(facts, g));
    }

    private static boolean onConnection(Facts facts, int g) {
        if (!facts.timing().waits(g)) {
            return false;
        }
        KnownFrame known = facts.knownPlaces().of(facts.timing().stack(g));
        return facts.timing().wait(g) == WaitKind.NETWORK || known != null && known.meaning().outside();
    }

    /// Those that are older than the trace: their entry function tells.
    private static IntList ofSameEntry(Facts facts, GoroutineGroup group) {
        Goroutines goroutines = facts.model().goroutines();
        IntSet members = new IntOpenHashSet(group.members());
        IntSet entries = new IntOpenHashSet();
        for (int g : group.members()) {
            entries.add(goroutines.nameId(g));
            entries.add(outermost(facts, g));
        }
        entries.remove(0);
        entries.removeIf(name -> GoroutineGroup.COROUTINE.equals(facts.model().trace().strings().get(name)));
        IntArrayList older = new IntArrayList();
        for (int g = 0; g < goroutines.count(); g++) {
            if (goroutines.bornBefore(g) && entries.contains(goroutines.nameId(g)) && !members.contains(g)) {
                older.add(g);
            }
        }
        return older;
    }

    /// The outermost function that a waiting goroutine is in, by string id; 0 when unknown. Where a `go` statement passes
    /// arguments the entry function is a wrapper made by the compiler, which stacks do not show.
    private static int outermost(Facts facts, int g) {
        Stacks stacks = facts.model().trace().stacks();
        int stack = facts.timing().waits(g) ? facts.timing().stack(g) : 0;
        int depth = stacks.depth(stack);
        return depth == 0 ? 0 : stacks.function(stacks.frameId(stack, depth - 1));
    }

    private static long survivors(Facts facts, GoroutineGroup group) {
        return group.members().intStream().filter(g -> !facts.model().goroutines().ended(g)).count();
    }

    private Finding finding(Facts facts, Settings settings, GoroutineGroup group, Population population,
            IntList older) {
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
        boolean immortal = immortal(facts, settings, group, population);
        if (immortal) {
            older.forEach(finding::goroutine);
        }
        return finding
                .level(leaks || immortal ? Severity.WARNING : Severity.NOTICE,
                        leaks ? Confidence.LIKELY : Confidence.POSSIBLE)
                .with("immortal", immortal).with("older", immortal ? older.size() : 0)
                .with("place", Phrases.origin(facts, group)).with("rate", Math.round(population.slopePerSecond()))
                .with("alive", alive)
                .with("leaks", leaks).with("stuck", lost).with("rising", Units.share(population.risingShare()))
                .cost(leaks || immortal ? cost : 0).interval(0, facts.model().durationNs(), -1, "growth")
                .stack("creation", group.members().size(), group.creationStack())
                .figure("born_count", population.born()).figure("ended_count", population.ended())
                .figure("alive_count", alive).figure("gain_per_second_count", population.slopePerSecond())
                .figure("rising_windows_ratio", population.risingShare()).finding();
    }
}
