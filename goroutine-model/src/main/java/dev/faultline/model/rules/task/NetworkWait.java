package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.task.RemoteCalls;
import dev.faultline.model.analysis.task.Run;
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
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tasks that mostly wait for the network, and requests, tests and items of work that mostly wait for answers of other servers. What a request reads
/// from the client that sent it is no such wait: only the frames of known clients count.
public final class NetworkWait implements Rule {
    private static final Setting SHARE = new Setting("network_ratio", 0.5);
    private static final Setting LEAST = new Setting("least_ns", 10_000_000);
    private static final Setting REQUESTS = new Setting("requests_count", 3);

    /// Of very many regions and tasks only so many are looked at.
    private static final int SAMPLE = 20_000;
    /// Of the requests of a name.
    private static final int SERVED = 500;
    private static final int SHOWN = 20;

    @Override
    public String id() {
        return "network-wait";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE, LEAST, REQUESTS);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return served(facts).isEmpty() ? MissingData.tasks(facts) : Optional.empty();
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        Int2ObjectLinkedOpenHashMap<IntOpenHashSet> workers = new Int2ObjectLinkedOpenHashMap<>();
        int step = 1 + regions.size() / SAMPLE;
        for (int r = 0; r < regions.size(); r += step) {
            int task = regions.began(r) ? tasks.indexOfKnown(regions.task(r)) : -1;
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
        served(facts).forEach(requests -> requests(facts, settings, requests).ifPresent(findings::add));
        return findings;
    }

    /// Inferred requests, tests and items whose start and end are in the trace, by name.
    private static List<List<Run>> served(Facts facts) {
        return facts.runs().byName().entrySet().stream().filter(e -> e.getKey().kind().inferred())
                .map(e -> e.getValue().stream().filter(Run::whole).limit(SERVED).toList())
                .filter(requests -> !requests.isEmpty()).toList();
    }

    private Optional<Finding> requests(Facts facts, Settings settings, List<Run> requests) {
        RemoteCalls remote = new RemoteCalls(facts.model(), facts.knownPlaces());
        List<Stretch> calls = new ArrayList<>();
        requests.forEach(run -> calls.addAll(remote.of(run, 0)));
        double waited = calls.stream().mapToLong(Stretch::durationNs).sum();
        double lasted = requests.stream().mapToLong(Run::durationNs).sum();
        if (requests.size() < settings.value(this, REQUESTS) || waited < settings.value(this, LEAST)
                || waited < settings.value(this, SHARE) * lasted) {
            return Optional.empty();
        }
        calls.sort(Comparator.comparingLong(Stretch::durationNs).reversed());
        Int2IntLinkedOpenHashMap places = new Int2IntLinkedOpenHashMap();
        calls.forEach(call -> places.addTo(call.stack(), 1));
        FindingBuilder finding = new FindingBuilder(this, facts.model(), "request")
                .level(Severity.NOTICE, Confidence.LIKELY).with("requests", requests.size())
                .with("kind", requests.getFirst().kind())
                .about(requests.getFirst()).anywhere()
                .with("name", requests.getFirst().name()).with("share", Units.share(waited / lasted))
                .with("total", Units.duration(waited)).place("place", facts, calls.getFirst().stack())
                .figure("requests_count", requests.size()).figure("network_ns", waited)
                .figure("network_ratio", waited / lasted).stacks("network", places, 5);
        calls.stream().limit(SHOWN).forEach(call -> finding.goroutine(call.goroutine()).interval(call.fromNs(),
                call.toNs(), call.goroutine(), "network"));
        return Optional.of(finding.finding());
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
        return finding.about(name).anywhere().with("task", name).with("share", Units.share(share))
                .with("total", Units.duration(network))
                .with("located", !sites.isEmpty())
                .place("place", facts, sites.isEmpty() ? 0 : sites.getFirst().stack())
                .figure("network_ns", network).figure("network_ratio", share).finding();
    }
}
