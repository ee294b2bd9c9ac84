package dev.faultline.model.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What all rules found in a trace.
///
/// @param settings in force
/// @param all what they found, suppressed findings included: by severity, then by what it cost the program
/// @param notChecked what could not be checked because data is missing, in the order of the rules
public record Judgement(Settings settings, List<Finding> all, List<NotChecked> notChecked) {
    /// A question that the trace cannot answer, or only in part.
    ///
    /// @param rule id of the rule
    /// @param missing one sentence: which data is missing
    public record NotChecked(String rule, String missing) {}

    public Judgement {
        all = List.copyOf(all);
        notChecked = List.copyOf(notChecked);
    }

    /// The same findings under other settings: only the suppressions are applied anew.
    public Judgement suppressing(List<Suppression> suppressions) {
        return new Judgement(new Settings(settings.overrides(), suppressions), all, notChecked);
    }

    /// The findings to show, worst first.
    public List<Finding> findings() {
        return all.stream().filter(f -> !hidden(f)).toList();
    }

    /// The findings that the user suppressed.
    public List<Finding> suppressed() {
        return all.stream().filter(this::hidden).toList();
    }

    private boolean hidden(Finding finding) {
        return settings.suppressions().stream().anyMatch(s -> s.matches(finding));
    }

    /// Ids of the rules by the sentence that says which data they miss.
    public Map<String, List<String>> rulesByMissingData() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (NotChecked n : notChecked) {
            rules.merge(n.missing(), List.of(n.rule()),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
        }
        return rules;
    }
}
