package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Fractures;
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
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Regions without a task in goroutines that were started from within one: the context was not passed on.
public final class BrokenContext implements Rule {
    private static final Setting LOST = new Setting("lost_count", 1);

    /// What a creation site's goroutines did with the task they were started in.
    private static final class Site {
        final IntArrayList lost = new IntArrayList();
        int all;
    }

    @Override
    public String id() {
        return "broken-context";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LOST);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return MissingData.tasksAndRegions(facts);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Fractures fractures = facts.fractures();
        Int2ObjectLinkedOpenHashMap<Site> sites = new Int2ObjectLinkedOpenHashMap<>();
        for (int r : fractures.regions()) {
            int created = facts.model().goroutines().creationStack(facts.model().regions().goroutine(r));
            int place = facts.code().placeOf(facts.code().ownFrame(created));
            Site site = sites.computeIfAbsent(place, key -> new Site());
            site.all++;
            if (fractures.lost(r)) {
                site.lost.add(r);
            }
        }
        double least = Math.max(1, settings.value(this, LOST));
        return sites.values().stream().filter(s -> s.lost.size() >= least).map(s -> finding(facts, s)).toList();
    }

    private Finding finding(Facts facts, Site site) {
        Regions regions = facts.model().regions();
        int first = site.lost.getInt(0);
        int created = facts.model().goroutines().creationStack(regions.goroutine(first));
        double rate = (double) site.lost.size() / site.all;
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN);
        double total = 0;
        for (int r : site.lost) {
            int g = regions.goroutine(r);
            long end = regions.endNs(r);
            total += end - regions.startNs(r);
            finding.goroutine(g)
                    .fracture(regions.startNs(r), end, g, "lost",
                            Map.of("name", regions.name(r)))
                    .link("created", facts.model().goroutines().creator(g), g)
                    .task(facts.model().tasks().id(facts.taskContexts().inherited(g)));
        }
        return finding.with("lost", site.lost.size()).with("all", site.all).with("share", Units.share(rate))
                .with("region", regions.get(first).name()).place("creation", facts, created)
                .place("begin", facts, regions.beginStack(first))
                .cost(total).figure("lost_regions_count", site.lost.size())
                .figure("child_regions_count", site.all).figure("fracture_ratio", rate)
                .figure("lost_time_ns", total).stack("creation", site.lost.size(), created)
                .stack("begin", site.lost.size(), regions.beginStack(first)).finding();
    }
}
