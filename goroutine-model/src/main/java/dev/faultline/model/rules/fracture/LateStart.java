package dev.faultline.model.rules.fracture;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Goroutines that are older than the trace: where they come from is unknown.
public final class LateStart implements Rule {
    private static final Setting UNNAMED = new Setting("unnamed_count", 8);

    @Override
    public String id() {
        return "late-start";
    }

    @Override
    public List<Setting> settings() {
        return List.of(UNNAMED);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Goroutines goroutines = facts.model().goroutines();
        IntList named = new IntArrayList();
        IntList unnamed = new IntArrayList();
        for (int g = 0; g < goroutines.count(); g++) {
            if (!goroutines.bornBefore(g) || facts.families().isMain(g)) {
                continue;
            }
            if (goroutines.name(g).isEmpty()) {
                unnamed.add(g);
            } else if (!goroutines.system(g)) {
                named.add(g);
            }
        }
        if (unnamed.size() > settings.value(this, UNNAMED)) {
            named.addAll(unnamed);
        }
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN);
        Map<GoState, Integer> states = new EnumMap<>(GoState.class);
        named.forEach(g -> {
            finding.goroutine(g);
            states.merge(facts.model().firstState(g), 1, Integer::sum);
        });
        return named.isEmpty() ? List.of() : List.of(finding(finding, named.size(), goroutines.count(), states));
    }

    private Finding finding(FindingBuilder finding, int old, int all, Map<GoState, Integer> states) {
        String list = states.entrySet().stream().map(e -> texts().say("state",
                Map.of("goroutines", e.getValue(), "state", e.getKey().label()))).collect(Collectors.joining(", "));
        double share = (double) old / all;
        return finding.with("goroutines", old).with("share", Units.share(share)).with("states", list)
                .figure("without_birth_count", old).figure("without_birth_ratio", share).finding();
    }
}
