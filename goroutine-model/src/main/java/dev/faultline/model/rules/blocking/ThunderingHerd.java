package dev.faultline.model.rules.blocking;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeBursts.Burst;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One goroutine wakes many at once, and nearly all of them go back to wait.
public final class ThunderingHerd implements Rule {
    private static final Setting SIZE = new Setting("size_count", 20);
    private static final Setting FUTILE = new Setting("futile_ratio", 0.7);
    private static final Setting TIMES = new Setting("times_count", 3);

    private record Key(int wakerPlace, int site) {}

    @Override
    public String id() {
        return "thundering-herd";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SIZE, FUTILE, TIMES);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<Key, List<Burst>> herds = new LinkedHashMap<>();
        for (Burst burst : facts.timing().wakeBursts().of((int) settings.value(this, SIZE))) {
            if (burst.futile() >= burst.followed() * settings.value(this, FUTILE) && !handsOver(facts, burst)) {
                int place = facts.code().placeOf(facts.code().ownFrame(burst.stack()));
                herds.computeIfAbsent(new Key(place, burst.site()), key -> new ArrayList<>()).add(burst);
            }
        }
        return herds.values().stream().filter(h -> h.size() >= settings.value(this, TIMES))
                .map(h -> finding(facts, h)).toList();
    }

    /// Whether who wakes has something for each: an item of a channel, or a piece of work that it signals.
    private static boolean handsOver(Facts facts, Burst burst) {
        SiteWait wait = facts.timing().waitsAt(burst.site());
        boolean channel = wait != null && wait.kind().role() == WaitKind.Role.CHANNEL;
        return channel && !facts.code().hasFunction(burst.stack(), "runtime.closechan"::equals)
                || facts.code().hasFunction(burst.stack(), "sync.(*Cond).Signal"::equals);
    }

    private Finding finding(Facts facts, List<Burst> bursts) {
        Burst first = bursts.getFirst();
        long woken = bursts.stream().mapToLong(Burst::size).sum();
        long followed = bursts.stream().mapToLong(Burst::followed).sum();
        double futile = (double) bursts.stream().mapToLong(Burst::futile).sum() / Math.max(1, followed);
        int site = facts.waitSites().stack(first.site());
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .place("waker", facts, first.stack()).with("woken", woken / bursts.size())
                .with("bursts", bursts.size()).with("futile", Units.share(futile))
                .place("place", facts, site).cost(woken * 5_000.0)
                .figure("bursts_count", bursts.size()).figure("woken_count", woken)
                .figure("largest_count", bursts.stream().mapToInt(Burst::size).max().orElse(0))
                .figure("futile_ratio", futile).stack("waker", bursts.size(), first.stack())
                .stack("wait", woken, site);
        for (Burst burst : bursts) {
            finding.goroutine(burst.waker()).interval(burst.fromNs(), burst.toNs(), burst.waker(),
                    "burst", Map.of("size", burst.size()));
        }
        return finding.finding();
    }
}
