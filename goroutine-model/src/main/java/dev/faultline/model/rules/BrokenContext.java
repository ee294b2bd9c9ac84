package dev.faultline.model.rules;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.TaskContexts;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// Regions without a task in goroutines that were started from within one: the context was not passed on.
final class BrokenContext implements Rule {
    private static final Setting LOST = new Setting("lost_count", "so many lost regions of one creation site count", 1);

    /// What a creation site's goroutines did with the task they were started in.
    private static final class Site {
        final List<Region> lost = new ArrayList<>();
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
    public List<Finding> check(Facts facts, Settings settings) {
        if (facts.model().tasks().isEmpty()) {
            return List.of();
        }
        Goroutines goroutines = facts.model().goroutines();
        Int2ObjectLinkedOpenHashMap<Site> sites = new Int2ObjectLinkedOpenHashMap<>();
        for (Region region : facts.model().regions()) {
            int g = region.goroutine();
            Task task = facts.taskContexts().task(facts.taskContexts().inherited(g));
            if (task == null || !region.began() || region.startNs() >= task.endNs()) {
                continue;
            }
            int place = facts.code().placeOf(facts.code().ownFrame(goroutines.creationStack(g)));
            Site site = sites.computeIfAbsent(place, key -> new Site());
            site.all++;
            if (region.task() == 0 && !ownTask(facts.taskContexts(), region)) {
                site.lost.add(region);
            }
        }
        double least = Math.max(1, settings.value(this, LOST));
        return sites.values().stream().filter(s -> s.lost.size() >= least).map(s -> finding(facts, s)).toList();
    }

    /// Whether the goroutine had begun a task of its own around the region.
    private static boolean ownTask(TaskContexts contexts, Region region) {
        return contexts.begunBy(region.goroutine()).stream()
                .anyMatch(t -> t.startNs() <= region.startNs() && t.endNs() >= region.startNs());
    }

    private Finding finding(Facts facts, Site site) {
        Goroutines goroutines = facts.model().goroutines();
        Region first = site.lost.getFirst();
        int created = goroutines.creationStack(first.goroutine());
        double rate = (double) site.lost.size() / site.all;
        double total = site.lost.stream().mapToLong(Region::durationNs).sum();
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .summary("%s of the goroutines started at %s lost their task (%s of their %s), such as “%s”."
                        .formatted(Say.count(site.lost.size(), "region"), facts.code().ownPlace(created),
                                Say.percent(rate), Say.number(site.all), first.name()))
                .why("What happens in these goroutines is missing from the story of the request: its trace breaks off "
                        + "where they start, and a cancelled request does not reach them.")
                .advice("Pass the caller's ctx to the goroutine started at " + facts.code().ownPlace(created)
                        + " and to " + facts.code().ownPlace(first.beginStack())
                        + ", not context.Background(); for work that must outlive the request use "
                        + "context.WithoutCancel(ctx), which keeps the task.")
                .cost(total).figure("lost_regions_count", "regions without their task", site.lost.size())
                .figure("child_regions_count", "regions of goroutines started there", site.all)
                .figure("fracture_ratio", "fracture rate", rate).figure("lost_time_ns", "time outside the task", total)
                .stack("created at", site.lost.size(), created)
                .stack("where the region begins", site.lost.size(), first.beginStack());
        for (Region region : site.lost) {
            int g = region.goroutine();
            draft.goroutine(g).fracture(region.startNs(), region.endNs(), g, region.name() + " without its task")
                    .link("created", goroutines.creator(g), g).task(facts.taskContexts().inherited(g));
        }
        return draft.finding();
    }
}
