package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.MissingData;
import dev.faultline.model.rules.Phrases;
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
    private static final Setting SHARE = new Setting("network_ratio", 0.5);
    private static final Setting LEAST = new Setting("least_ns", 10_000_000);

    /// Of very many regions and tasks only so many are looked at.
    private static final int SAMPLE = 20_000;

    @Override
    public String id() {
        return "network-wait";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE, LEAST);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return MissingData.tasks(facts);
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
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.LIKELY);
        double network = 0;
        for (int g : goroutines) {
            network += facts.model().goroutines().waitingNs(g, WaitKind.NETWORK);
            finding.goroutine(g);
        }
        List<SiteWait> sites = facts.timing().waits().stream().filter(w -> w.kind() == WaitKind.NETWORK)
                .filter(w -> w.longest().all().stream().anyMatch(s -> goroutines.contains(s.goroutine())))
                .sorted(Comparator.comparingLong((SiteWait w) -> -w.times().sum())).limit(5).toList();
        for (SiteWait site : sites) {
            finding.stack("network", site.times().count(), site.stack());
            site.longest().all().stream().filter(s -> goroutines.contains(s.goroutine())).forEach(
                    s -> finding.interval(s.fromNs(), s.toNs(), s.goroutine(), "network"));
        }
        return finding.with("task", name).with("share", Units.share(share)).with("total", Units.duration(network))
                .with("located", !sites.isEmpty())
                .place("place", facts, sites.isEmpty() ? 0 : sites.getFirst().stack())
                .figure("network_ns", network).figure("network_ratio", share).finding();
    }
}
