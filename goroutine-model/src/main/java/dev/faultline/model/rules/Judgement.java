package dev.faultline.model.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What all rules have to say of a trace.
///
/// @param settings in force
/// @param all what they found, also what is suppressed: by severity, then by what it cost the program
/// @param unjudged what could not be judged for want of data, in the order of the rules
public record Judgement(Settings settings, List<Finding> all, List<Unjudged> unjudged) {
    /// A question that the trace cannot answer, or not wholly.
    ///
    /// @param rule id of the rule
    /// @param lacks one sentence: what is missing, and what follows
    public record Unjudged(String rule, String lacks) {}

    public Judgement {
        all = List.copyOf(all);
        unjudged = List.copyOf(unjudged);
    }

    /// The same findings under other settings: only the suppressions are applied anew.
    public Judgement suppressing(List<Suppression> suppressions) {
        return new Judgement(new Settings(settings.overrides(), suppressions), all, unjudged);
    }

    /// The findings to be told, worst first.
    public List<Finding> findings() {
        return all.stream().filter(f -> !hidden(f)).toList();
    }

    /// The findings that the user does not want to be told.
    public List<Finding> suppressed() {
        return all.stream().filter(this::hidden).toList();
    }

    private boolean hidden(Finding finding) {
        return settings.suppressions().stream().anyMatch(s -> s.matches(finding));
    }

    /// Ids of the rules by what they lack.
    public Map<String, List<String>> rulesByLack() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (Unjudged u : unjudged) {
            rules.merge(u.lacks(), List.of(u.rule()),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
        }
        return rules;
    }
}
