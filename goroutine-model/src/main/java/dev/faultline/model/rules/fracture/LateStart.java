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
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// Whoever asks a running program for a trace cannot start it earlier: then this is told among what the trace lacks. Of a
    /// stretch the whole trace knows what was before.
    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        if (facts.model().trace().isStretch()) {
            return Optional.empty();
        }
        int old = older(facts, settings).size();
        return old > 0 && takenWhileRunning(facts)
                ? Optional.of(texts().say("missing.older", Map.of("goroutines", old)))
                : Optional.empty();
    }

    private static boolean takenWhileRunning(Facts facts) {
        Stacks stacks = facts.model().trace().stacks();
        for (int frame = 0; frame < stacks.frameCount(); frame++) {
            String function = stacks.frame(frame).function();
            if (function.equals("net/http/pprof.Trace") || function.contains("trace.(*FlightRecorder).")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        if (facts.model().trace().isStretch() || takenWhileRunning(facts)) {
            return List.of();
        }
        IntList named = older(facts, settings);
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN);
        Map<GoState, Integer> states = new EnumMap<>(GoState.class);
        named.forEach(g -> {
            finding.goroutine(g);
            states.merge(facts.model().firstState(g), 1, Integer::sum);
        });
        return named.isEmpty()
                ? List.of()
                : List.of(finding(finding, named.size(), facts.model().goroutines().count(), states));
    }

    /// Goroutines of the program that existed before the trace.
    private IntList older(Facts facts, Settings settings) {
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
        return named;
    }

    private Finding finding(FindingBuilder finding, int old, int all, Map<GoState, Integer> states) {
        String list = states.entrySet().stream().map(e -> texts().say("state",
                Map.of("goroutines", e.getValue(), "state", e.getKey().label()))).collect(Collectors.joining(", "));
        double share = (double) old / all;
        return finding.with("goroutines", old).with("share", Units.share(share)).with("states", list)
                .figure("without_birth_count", old).figure("without_birth_ratio", share).finding();
    }
}
