package dev.faultline.model.rules.gc;

import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
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
    private static final Setting LEAST = new Setting("least_count", "so many pauses of one reason", 20);
    private static final Setting RATE = new Setting("per_second_count", "so many of them a second", 20);

    private static final Setting SHARE = new Setting("share_ratio",
            "a smaller share of the time is only a notice", 0.01);

    /// Go release from which on a trace tells every pause.
    static final int PAUSES_SINCE = 21;

    @Override
    public String id() {
        return "stw-storm";
    }

    @Override
    public String about() {
        return "Frequent stop-the-world pauses of one reason that the program asks for itself.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, RATE, SHARE);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return facts.model().trace().minor() >= PAUSES_SINCE
                ? Optional.empty()
                : Optional
                        .of("Before Go 1.21 a trace tells when the world was started again, not how long it had stood "
                                + "still.");
    }

    @Override
    public boolean needsSweep() {
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
        double seconds = Math.max(1e-3, facts.model().durationNs() / 1e9);
        return byReason.values().stream()
                .filter(p -> p.size() >= settings.value(this, LEAST)
                        && p.size() / seconds >= settings.value(this, RATE))
                .map(p -> finding(facts, p, settings)).toList();
    }

    /// The pauses; before Go 1.21 only their ends are known.
    private static List<Range> pauses(Facts facts) {
        if (facts.model().trace().minor() >= PAUSES_SINCE) {
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
        double total = pauses.stream().mapToLong(Range::durationNs).sum();
        long longest = pauses.stream().mapToLong(Range::durationNs).max().orElse(0);
        double share = total / Math.max(1, facts.model().durationNs());
        double rate = pauses.size() / Math.max(1e-3, facts.model().durationNs() / 1e9);
        Int2IntLinkedOpenHashMap stacks = new Int2IntLinkedOpenHashMap();
        Draft draft = new Draft(this, facts.model());
        for (Range pause : pauses) {
            stacks.addTo(pause.stack(), 1);
            draft.goroutine(pause.goroutine()).interval(pause.startNs(), pause.endNs(), pause.goroutine(), reason);
        }
        int most = stacks.int2IntEntrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getIntKey();
        boolean cheap = total > 0 && share < settings.value(this, SHARE)
                || facts.waitSites().ofTests(facts.waitSites().of(most));
        draft.stacks("stops the world", stacks, Draft.MOST);
        String caller = most == 0 ? "its caller" : facts.code().ownPlace(most);
        return draft.level(cheap ? Severity.NOTICE : Severity.WARNING, Confidence.CERTAIN)
                .summary("The world was stopped %s times for “%s” (%s a second%s), mostly by %s.".formatted(
                        Units.count(pauses.size()), reason, Units.count(Math.round(rate)),
                        total > 0 ? ", " + Units.duration(total) + " in all" : "", caller))
                .why("Each pause stops every goroutine and makes all processors meet; however short, at this rate they "
                        + (total > 0
                                ? "add up to " + Units.share(share)
                                        + " of the time."
                                : "add up (a trace of this Go version does not tell how long they lasted)."))
                .advice("Ask for it at most every few seconds at " + caller
                        + (reason.contains("mem stats")
                                ? ", or read the same figures from runtime/metrics, which does not stop the world."
                                : "."))
                .cost(total * Math.max(1, facts.model().procCount()))
                .figure("pauses_count", "pauses", pauses.size()).figure("total_ns", "in all", total)
                .figure("longest_ns", "longest pause", longest)
                .figure("share_ratio", "share of the trace", share).finding();
    }
}
