package dev.faultline.model.rules.fracture;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
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

/// Goroutines that are older than the trace: nobody knows where they come from.
public final class LateStart implements Rule {
    private static final Setting UNNAMED = new Setting("unnamed_count",
            "so many nameless goroutines may be the runtime's own and are passed over", 8);

    @Override
    public String id() {
        return "late-start";
    }

    @Override
    public String about() {
        return "Goroutines that existed before the trace began, so that their creation and earlier life are unknown.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(UNNAMED);
    }

    @Override
    public boolean needsSweep() {
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
        Draft draft = new Draft(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN);
        Map<GoState, Integer> states = new EnumMap<>(GoState.class);
        named.forEach(g -> {
            draft.goroutine(g);
            Spans spans = facts.model().spans(g);
            states.merge(spans.size() == 0 ? GoState.NOT_EXISTING : spans.state(0), 1, Integer::sum);
        });
        return named.isEmpty() ? List.of() : List.of(finding(draft, named.size(), goroutines.count(), states));
    }

    private static Finding finding(Draft draft, int old, int all, Map<GoState, Integer> states) {
        String list = states.entrySet().stream().map(e -> Units.count(e.getValue()) + " " + e.getKey().label())
                .collect(Collectors.joining(", "));
        return draft.summary("%s (%s of all) existed before the trace began: %s.".formatted(Units.count(old,
                "goroutine"), Units.share((double) old / all), list))
                .why("Where they were created and how long they have waited is not in the trace, so what the other "
                        + "findings say of them is less sure, and waits count only from the trace's begin.")
                .advice("To see where they come from, start the trace before the program starts them.")
                .figure("without_birth_count", "goroutines without a birth", old)
                .figure("without_birth_ratio", "their share of all goroutines", (double) old / all).finding();
    }
}
