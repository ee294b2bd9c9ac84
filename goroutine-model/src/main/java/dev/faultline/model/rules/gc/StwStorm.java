package dev.faultline.model.rules.gc;

import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The program stops its own world again and again.
public final class StwStorm implements Rule {
    private static final Setting LEAST = new Setting("least_count", 20);
    private static final Setting RATE = new Setting("per_second_count", 20);

    private static final Setting SHARE = new Setting("share_ratio", 0.01);

    @Override
    public String id() {
        return "stw-storm";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, RATE, SHARE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return Restarts.pausesAreTold(facts.model().trace())
                ? Optional.empty()
                : Optional.of(texts().say("missing.pauses"));
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<String, List<Range>> byReason = new TreeMap<>();
        for (Range pause : pauses(facts)) {
            if (!pause.reason().startsWith("GC ") && !pause.reason().isEmpty()) {
                byReason.computeIfAbsent(pause.reason(), key -> new ArrayList<>()).add(pause);
            }
        }
        double seconds = facts.knownTime().seconds();
        return byReason.values().stream()
                .filter(p -> p.size() >= settings.value(this, LEAST)
                        && p.size() / seconds >= settings.value(this, RATE))
                .map(p -> finding(facts, p, settings)).toList();
    }

    /// The pauses; before Go 1.21 only their ends are known.
    private static List<Range> pauses(Facts facts) {
        if (Restarts.pausesAreTold(facts.model().trace())) {
            return facts.model().ranges(Range.Kind.STW);
        }
        Restarts restarts = facts.restarts();
        List<Range> pauses = new ArrayList<>();
        for (int i = 0; i < restarts.size(); i++) {
            String reason = Restarts.reason(facts.model().trace().stacks(), restarts.stack(i));
            long at = restarts.timeNs(i);
            pauses.add(new Range(Range.Kind.STW, reason, at, at, false, false, restarts.goroutine(i), -1,
                    restarts.stack(i), -1, 0, 0));
        }
        return pauses;
    }

    private Finding finding(Facts facts, List<Range> pauses, Settings settings) {
        String reason = pauses.getFirst().reason();
        double total = facts.knownTime().coveredNs(pauses);
        long longest = pauses.stream().mapToLong(Range::durationNs).max().orElse(0);
        double share = facts.knownTime().share(pauses);
        double rate = pauses.size() / facts.knownTime().seconds();
        Int2IntLinkedOpenHashMap stacks = new Int2IntLinkedOpenHashMap();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).about(reason).anywhere()
                .with("reason", reason);
        for (Range pause : pauses) {
            stacks.addTo(pause.stack(), 1);
            finding.goroutine(pause.goroutine()).interval(pause.startNs(), pause.endNs(), pause.goroutine(), "pause");
        }
        int most = stacks.int2IntEntrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getIntKey();
        boolean cheap = total > 0 && share < settings.value(this, SHARE)
                || facts.waitSites().ofTests(facts.waitSites().of(most));
        finding.stacks("stop", stacks, FindingBuilder.MOST);
        return finding.level(cheap ? Severity.NOTICE : Severity.WARNING, Confidence.CERTAIN)
                .with("pauses", pauses.size()).with("places", stacks.size()).with("rate", Math.round(rate))
                .with("timed", total > 0)
                .with("total", Units.duration(total)).with("share", Units.share(share))
                .place("place", facts, most).with("profile", takesProfile(facts, most))
                .with("statistics", reason.contains("mem stats"))
                .cost(total * Math.max(1, facts.model().procCount()))
                .figure("pauses_count", pauses.size()).figure("total_ns", total).figure("longest_ns", longest)
                .figure("share_ratio", share).finding();
    }

    /// Whether a profiler stops the world at a stack.
    static boolean takesProfile(Facts facts, int stack) {
        return facts.code().hasFunction(stack, f -> KnownFrames.all().means(f, Meaning.TOOL));
    }
}
