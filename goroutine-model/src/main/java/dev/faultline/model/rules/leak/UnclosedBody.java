package dev.faultline.model.rules.leak;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.rules.leak.UnreadBodies.Fate;
import dev.faultline.model.rules.leak.UnreadBodies.Unread;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// HTTP connections that are held because callers neither read a response body to its end nor close it.
public final class UnclosedBody implements Rule {
    private static final Setting COUNT = new Setting("connections_count", 3);
    private static final Setting MANY = new Setting("many_count", 10);
    private static final Setting GONE_ON = new Setting("gone_on_ratio", 0.9);

    @Override
    public String id() {
        return "unclosed-body";
    }

    @Override
    public List<Setting> settings() {
        return List.of(COUNT, MANY, GONE_ON);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> found = new ArrayList<>(connections(facts, settings));
        found.addAll(streams(facts, settings));
        return found;
    }

    /// Streams of HTTP/2 share a connection, so each stands for itself.
    private List<Finding> streams(Facts facts, Settings settings) {
        Map<Integer, List<OpenWait>> byCaller = new LinkedHashMap<>();
        for (OpenWait w : new UnreadStreams(facts).all()) {
            int asked = facts.model().goroutines().creationStack(w.goroutine());
            byCaller.computeIfAbsent(facts.code().placeOf(facts.code().ownFrame(asked)), key -> new ArrayList<>())
                    .add(w);
        }
        return byCaller.values().stream().filter(some -> some.size() >= settings.value(this, COUNT))
                .map(some -> ofStreams(facts, settings, some)).toList();
    }

    private Finding ofStreams(Facts facts, Settings settings, List<OpenWait> some) {
        int asked = facts.model().goroutines().creationStack(some.getFirst().goroutine());
        long longest = some.stream().mapToLong(OpenWait::ageNs).max().orElse(0);
        FindingBuilder finding = new FindingBuilder(this, facts.model(), "streams")
                .level(some.size() >= settings.value(this, MANY) ? Severity.CRITICAL : Severity.WARNING,
                        Confidence.LIKELY)
                .with("connections", some.size()).with("longest", Units.duration(longest))
                .place("caller", facts, asked).cost(some.stream().mapToLong(OpenWait::ageNs).sum())
                .stack("caller", some.size(), asked)
                .figure("connections_count", some.size()).figure("longest_wait_ns", longest);
        for (OpenWait w : some) {
            finding.goroutine(w.goroutine()).fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), w.goroutine(), "unread")
                    .link("created", facts.model().goroutines().creator(w.goroutine()), w.goroutine());
        }
        return finding.finding();
    }

    private List<Finding> connections(Facts facts, Settings settings) {
        UnreadBodies bodies = new UnreadBodies(facts);
        List<Unread> all = bodies.all();
        List<Unread> known = all.stream().filter(u -> u.asked() != 0).toList();
        List<Unread> gone = known.stream().filter(u -> u.fate() == Fate.GONE_ON).toList();
        if (gone.size() < settings.value(this, COUNT) || gone.size() < known.size() * settings.value(this, GONE_ON)) {
            return List.of();
        }
        boolean sure = bodies.reading() == 0;
        Map<Integer, List<Unread>> byCaller = new LinkedHashMap<>();
        known.stream().filter(u -> u.fate() != Fate.UNKNOWN)
                .forEach(u -> byCaller.computeIfAbsent(caller(facts, u), key -> new ArrayList<>()).add(u));
        List<Unread> most = byCaller.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        if (sure) {
            all.stream().filter(u -> u.asked() == 0).forEach(most::add);
        }
        return byCaller.values().stream().map(some -> finding(facts, settings, some, sure)).toList();
    }

    private static int caller(Facts facts, Unread unread) {
        return facts.code().placeOf(facts.code().ownFrame(unread.asked()));
    }

    private Finding finding(Facts facts, Settings settings, List<Unread> some, boolean sure) {
        int asked = some.getFirst().asked();
        long older = some.stream().filter(u -> u.asked() == 0).count();
        boolean many = some.size() >= settings.value(this, MANY);
        double cost = some.stream().mapToLong(u -> u.reader().ageNs()).sum();
        long longest = some.stream().mapToLong(u -> u.reader().ageNs()).max().orElse(0);
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(many && sure ? Severity.CRITICAL : Severity.WARNING,
                        sure ? Confidence.LIKELY : Confidence.POSSIBLE)
                .with("connections", some.size()).with("gone", some.size() - older).with("older", older)
                .with("longest", Units.duration(longest)).place("caller", facts, asked).cost(cost)
                .stack("caller", some.size() - older, asked)
                .figure("connections_count", some.size()).figure("longest_wait_ns", longest);
        for (Unread u : some) {
            OpenWait w = u.reader();
            finding.goroutine(w.goroutine()).goroutine(u.writer())
                    .fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), w.goroutine(), "unread")
                    .link("created", facts.model().goroutines().creator(w.goroutine()), w.goroutine());
        }
        return finding.finding();
    }
}
