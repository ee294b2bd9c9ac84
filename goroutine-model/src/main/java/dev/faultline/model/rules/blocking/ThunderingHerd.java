package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.sweep.Herds.Burst;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
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
    private static final Setting SIZE = new Setting("size_count", "so many are woken at once", 20);
    private static final Setting FUTILE = new Setting("futile_ratio",
            "share of them that wait again at once without having done anything", 0.7);
    private static final Setting TIMES = new Setting("times_count", "so often at least", 3);

    private record Key(int wakerPlace, int site) {}

    @Override
    public String id() {
        return "thundering-herd";
    }

    @Override
    public String about() {
        return "Many goroutines woken at once by one, most of which wait again at once.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SIZE, FUTILE, TIMES);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<Key, List<Burst>> herds = new LinkedHashMap<>();
        for (Burst burst : facts.sweep().herds().of((int) settings.value(this, SIZE))) {
            // Signal wakes one for one piece of work, however fast it is called
            if (burst.futile() >= burst.followed() * settings.value(this, FUTILE)
                    && !facts.code().hasFunction(burst.stack(), "sync.(*Cond).Signal"::equals)) {
                int place = facts.code().placeOf(facts.code().ownFrame(burst.stack()));
                herds.computeIfAbsent(new Key(place, burst.site()), key -> new ArrayList<>()).add(burst);
            }
        }
        return herds.values().stream().filter(h -> h.size() >= settings.value(this, TIMES))
                .map(h -> finding(facts, h)).toList();
    }

    private Finding finding(Facts facts, List<Burst> bursts) {
        Burst first = bursts.getFirst();
        long woken = bursts.stream().mapToLong(Burst::size).sum();
        long followed = bursts.stream().mapToLong(Burst::followed).sum();
        double futile = (double) bursts.stream().mapToLong(Burst::futile).sum() / Math.max(1, followed);
        String by = facts.code().ownPlace(first.stack());
        int site = facts.waitSites().stack(first.site());
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .summary(
                        "%s woke %s goroutines at once, %s times; %s of them found nothing to do and waited again at %s."
                                .formatted(by, Units.count(woken / bursts.size()), Units.count(bursts.size()),
                                        Units.share(futile), facts.code().ownPlace(site)))
                .why("All of them queue for processors and for the same lock to find out that there is nothing for "
                        + "them; whoever has real work waits behind them.")
                .advice("Wake as many as there is work for: Signal instead of Broadcast at " + by
                        + ", or a channel that hands each piece of work to one worker.")
                .cost(woken * 5_000.0).figure("bursts_count", "bursts", bursts.size())
                .figure("woken_count", "woken in all", woken)
                .figure("largest_count", "largest burst",
                        bursts.stream().mapToInt(Burst::size).max().orElse(0))
                .figure("futile_ratio", "woken for nothing", futile).stack("wakes them", bursts.size(), first.stack())
                .stack("where they wait", woken, site);
        for (Burst burst : bursts) {
            draft.goroutine(burst.waker()).interval(burst.fromNs(), burst.toNs(), burst.waker(),
                    "wakes " + burst.size());
        }
        return draft.finding();
    }
}
