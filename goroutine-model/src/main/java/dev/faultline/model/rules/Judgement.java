package dev.faultline.model.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What all rules found in a trace.
///
/// @param settings in force
/// @param all what they found, suppressed findings included: by severity, then by what it cost the program
/// @param notChecked what could not be checked because data is missing, in the order of the rules
/// @param consequences what other rules found that follows from one of these: told as a part of it
public record Judgement(Settings settings, List<Finding> all, List<NotChecked> notChecked,
        List<Consequence> consequences) {
    /// A finding that follows from another one.
    ///
    /// @param cause index of that one in [#all]
    public record Consequence(int cause, Finding finding) {}

    /// A question that the trace cannot answer, or only in part.
    ///
    /// @param rule id of the rule
    /// @param missing one sentence: which data is missing
    public record NotChecked(String rule, String missing) {}

    public Judgement {
        all = List.copyOf(all);
        notChecked = List.copyOf(notChecked);
        consequences = List.copyOf(consequences);
    }

    /// Findings each of which is a cause of its own.
    public Judgement(Settings settings, List<Finding> all, List<NotChecked> notChecked) {
        this(settings, all, notChecked, List.of());
    }

    /// What follows from one of the findings.
    public List<Finding> consequences(Finding cause) {
        int index = consequences.isEmpty() ? -1 : all.indexOf(cause);
        return consequences.stream().filter(c -> c.cause == index).map(Consequence::finding).toList();
    }

    /// The findings to show, each with its consequences behind it.
    public List<Finding> withConsequences() {
        return findings().stream().flatMap(f -> Stream.concat(Stream.of(f), consequences(f).stream())).toList();
    }

    /// The same findings under other settings: only the suppressions are applied again.
    public Judgement suppressing(List<Suppression> suppressions) {
        return new Judgement(new Settings(settings.overrides(), suppressions), all, notChecked,
                consequences);
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
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return rules;
    }
}
