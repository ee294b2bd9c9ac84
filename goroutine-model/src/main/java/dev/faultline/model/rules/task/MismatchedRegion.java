package dev.faultline.model.rules.task;

import dev.faultline.model.Region;
import dev.faultline.model.Regions;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.RegionMismatches.Kind;
import dev.faultline.model.analysis.task.RegionMismatches.Mismatch;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Regions that the program ends twice, on another goroutine, in another order than it begins them, or not at all.
public final class MismatchedRegion implements Rule {
    /// What is wrong with regions of one name.
    private record Key(Kind kind, int name) {}

    @Override
    public String id() {
        return "mismatched-region";
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<Key, List<Mismatch>> byName = new LinkedHashMap<>();
        for (Mismatch m : facts.regionMismatches().all()) {
            Key key = new Key(m.kind(), facts.model().regions().nameId(m.begun()));
            byName.computeIfAbsent(key, k -> new ArrayList<>()).add(m);
        }
        return byName.values().stream().map(some -> finding(facts, some)).toList();
    }

    private Finding finding(Facts facts, List<Mismatch> some) {
        Mismatch first = some.getFirst();
        Regions regions = facts.model().regions();
        Region begun = regions.get(first.begun());
        Region end = regions.get(first.end());
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .with("kind", first.kind()).about(begun.name()).with("region", begun.name()).with("count", some.size())
                .place("begin", facts, begun.beginStack()).place("first", facts, begun.endStack())
                .place("end", facts, end.endStack()).stack("begin", some.size(), begun.beginStack())
                .stack("end", some.size(), end.endStack());
        double cost = 0;
        for (Mismatch m : some) {
            Region from = regions.get(m.begun());
            Region to = regions.get(m.end());
            long until = Math.max(from.startNs(), to.endNs());
            cost += until - from.startNs();
            finding.goroutine(from.goroutine()).goroutine(to.goroutine()).task(from.task())
                    .fracture(from.startNs(), until, from.goroutine(), "region");
        }
        return finding.cost(cost).figure("regions_count", some.size()).finding();
    }
}
