package dev.faultline.model.rules;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Task;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.SiteWait;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tasks that mostly wait for the network.
final class NetworkWait implements Rule {
    private static final Setting SHARE = new Setting("network_ratio",
            "share of the life of a task's goroutines that they wait for the network", 0.5);
    private static final Setting LEAST = new Setting("least_ns", "so long in all", 10_000_000);

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
    public List<Finding> check(Facts facts, Settings settings) {
        Map<String, IntOpenHashSet> workers = new LinkedHashMap<>();
        for (Task task : facts.model().tasks()) {
            task.goroutines().forEach(g -> workers.computeIfAbsent(task.name(), key -> new IntOpenHashSet()).add(g));
        }
        List<Finding> findings = new ArrayList<>();
        workers.forEach((name, goroutines) -> {
            double network = 0;
            double life = 1;
            Goroutines all = facts.model().goroutines();
            for (int g : goroutines) {
                network += all.waitingNs(g, WaitKind.NETWORK);
                life += all.endNs(g) - all.bornNs(g);
            }
            if (network >= settings.value(this, LEAST) && network / life >= settings.value(this, SHARE)) {
                findings.add(finding(facts, name, goroutines, network / life));
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
                                name, Say.percent(share), Say.ns(network), where))
                .why("The program itself has little to do with how long these tasks take; the peer has.")
                .advice("Look at the peer, ask it less often or for more at a time, and give the connection a deadline.")
                .figure("network_ns", "waited for the network", network)
                .figure("network_ratio", "share of their life", share).finding();
    }
}
