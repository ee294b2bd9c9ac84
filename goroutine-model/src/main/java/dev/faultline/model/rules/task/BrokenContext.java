package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Fractures;
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
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Optional;

/// Regions without a task in goroutines that were started from within one: the context was not passed on.
public final class BrokenContext implements Rule {
    private static final Setting LOST = new Setting("lost_count", "so many lost regions of one creation site count", 1);

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
    public String about() {
        return "Regions that belong to no task although their goroutine was started from within one.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LOST);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return Lack.tasksAndRegions(facts);
    }

    @Override
    public boolean needsSweep() {
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
        String name = regions.get(first).name();
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN);
        double total = 0;
        for (int r : site.lost) {
            int g = regions.goroutine(r);
            long end = regions.endNs(r);
            total += end - regions.startNs(r);
            draft.goroutine(g).fracture(regions.startNs(r), end, g, "“" + name + "” without its task")
                    .link("created", facts.model().goroutines().creator(g), g)
                    .task(facts.model().tasks().id(facts.taskContexts().inherited(g)));
        }
        return draft
                .summary("%s of the goroutines started at %s lost their task (%s of their %s), such as “%s”."
                        .formatted(Units.count(site.lost.size(), "region"), facts.code().ownPlace(created),
                                Units.share(rate), Units.count(site.all), name))
                .why("What happens in these goroutines is missing from the story of the request: its trace breaks off "
                        + "where they start, and a cancelled request does not reach them.")
                .advice("Pass the caller's ctx to the goroutine started at " + facts.code().ownPlace(created)
                        + " and on to " + facts.code().ownPlace(regions.beginStack(first))
                        + ", not context.Background(); for work that must outlive the request use "
                        + "context.WithoutCancel(ctx), which keeps the task.")
                .cost(total).figure("lost_regions_count", "regions without their task", site.lost.size())
                .figure("child_regions_count", "regions of goroutines started there", site.all)
                .figure("fracture_ratio", "fracture rate", rate).figure("lost_time_ns", "time outside the task", total)
                .stack("created at", site.lost.size(), created)
                .stack("where the region begins", site.lost.size(), regions.beginStack(first)).finding();
    }
}
