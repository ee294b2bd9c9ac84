package dev.faultline.model.judge;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.text.Texts;
import dev.faultline.model.words.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many goroutines do what, as parts of a sentence.
final class CauseWords {
    /// So many places are named.
    private static final int MOST = 3;

    private final Facts facts;
    private final Texts texts = Texts.of(CauseWords.class);

    CauseWords(Facts facts) {
        this.facts = facts;
    }

    /// `12 goroutines blocked on a channel send at main.produce fan.go:10 and 1 goroutine started at main.run run.go:5`.
    ///
    /// @param started whether to tell where they were started, not where they wait
    String list(BitSet goroutines, boolean started) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        BitSet left = (BitSet) goroutines.clone();
        Map<String, Map<String, Object>> values = new LinkedHashMap<>();
        for (OpenWait w : facts.openWaits().all()) {
            if (!started && left.get(w.goroutine())) {
                left.clear(w.goroutine());
                count(counts, values, Map.of("key", "waiting", "blocked", Phrases.blocked(w.object()), "place",
                        Phrases.call(facts, w.stack())));
            }
        }
        left.stream().forEach(g -> count(counts, values, Map.of("key", "started", "place",
                Phrases.place(facts, facts.model().goroutines().creationStack(g)))));
        return said(counts, values);
    }

    private static void count(Map<String, Integer> counts, Map<String, Map<String, Object>> values,
            Map<String, Object> what) {
        String key = what.toString();
        counts.merge(key, 1, Integer::sum);
        values.putIfAbsent(key, what);
    }

    private String said(Map<String, Integer> counts, Map<String, Map<String, Object>> values) {
        List<String> parts = new ArrayList<>();
        int more = 0;
        List<Map.Entry<String, Integer>> most = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).toList();
        for (Map.Entry<String, Integer> entry : most) {
            if (parts.size() == MOST) {
                more += entry.getValue();
                continue;
            }
            Map<String, Object> all = new LinkedHashMap<>(values.get(entry.getKey()));
            all.put("goroutines", entry.getValue());
            parts.add(texts.say(String.valueOf(all.remove("key")), all));
        }
        if (more > 0) {
            parts.add(texts.say("more", Map.of("more", more)));
        }
        return Lists.and(parts);
    }
}
