package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.sweep.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Lack;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tasks that mostly wait for the network.
public final class NetworkWait implements Rule {
    private static final Setting SHARE = new Setting("network_ratio",
            "share of the life of a task's goroutines that they wait for the network", 0.5);
    private static final Setting LEAST = new Setting("least_ns", "so long in all", 10_000_000);

    /// Of very many regions and tasks only so many are looked at.
    private static final int SAMPLE = 20_000;

    @Override
    public String id() {
        return "network-wait";
    }

    @Override
    public String about() {
        return "Tasks whose goroutines spend most of their time waiting for the network.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE, LEAST);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return Lack.tasks(facts);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        Int2ObjectLinkedOpenHashMap<IntOpenHashSet> workers = new Int2ObjectLinkedOpenHashMap<>();
        int step = 1 + regions.size() / SAMPLE;
        for (int r = 0; r < regions.size(); r += step) {
            int task = regions.began(r) ? tasks.indexOfBegun(regions.task(r)) : -1;
            if (task >= 0) {
                workers.computeIfAbsent(tasks.nameId(task), key -> new IntOpenHashSet()).add(regions.goroutine(r));
            }
        }
        step = 1 + tasks.size() / SAMPLE;
        for (int t = 0; t < tasks.size(); t += step) {
            if (tasks.creator(t) >= 0) {
                workers.computeIfAbsent(tasks.nameId(t), key -> new IntOpenHashSet()).add(tasks.creator(t));
            }
        }
        List<Finding> findings = new ArrayList<>();
        workers.forEach((name, goroutines) -> {
            double network = 0;
            double life = 1;
            for (int g : goroutines) {
                network += facts.model().goroutines().waitingNs(g, WaitKind.NETWORK);
                life += facts.model().goroutines().lifeNs(g);
            }
            if (network >= settings.value(this, LEAST) && network / life >= settings.value(this, SHARE)) {
                findings.add(finding(facts, facts.model().trace().strings().get(name), goroutines, network / life));
            }
        });
        return findings;
    }

    private Finding finding(Facts facts, String name, IntOpenHashSet goroutines, double share) {
        Draft draft = new Draft(this, facts.model()).level(Severity.NOTICE, Confidence.LIKELY);
        double network = 0;
        for (int g : goroutines) {
            network += facts.model().goroutines().waitingNs(g, WaitKind.NETWORK);
            draft.goroutine(g);
        }
        List<SiteWait> sites = facts.sweep().waits().stream().filter(w -> w.kind() == WaitKind.NETWORK)
                .filter(w -> w.longest().all().stream().anyMatch(s -> goroutines.contains(s.goroutine())))
                .sorted(Comparator.comparingLong((SiteWait w) -> -w.times().sum())).limit(5).toList();
        for (SiteWait site : sites) {
            draft.stack("waits for the network", site.times().count(), site.stack());
            site.longest().all().stream().filter(s -> goroutines.contains(s.goroutine())).forEach(
                    s -> draft.interval(s.fromNs(), s.toNs(), s.goroutine(), "waits for the network"));
        }
        String where = sites.isEmpty() ? "" : ", most of it at " + facts.code().ownPlace(sites.getFirst().stack());
        return draft
                .summary(
                        "Goroutines of tasks “%s” waited for the network for %s of their life (%s in all)%s.".formatted(
                                name, Units.share(share), Units.duration(network), where))
                .why("The program itself has little to do with how long these tasks take; the peer has.")
                .advice("Look at the peer, ask it less often or for more at a time, and give the connection a deadline.")
                .figure("network_ns", "waited for the network", network)
                .figure("network_ratio", "share of their life", share).finding();
    }
}
