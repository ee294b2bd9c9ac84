package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import java.util.List;

/// Puts one rule to a trace written by hand.
final class Asked {
    private Asked() {
    }

    /// What a rule finds.
    ///
    /// @param settings `name=value` of thresholds of this rule
    static List<Finding> of(String id, Script script, String... settings) {
        Settings in = Settings.DEFAULTS;
        try {
            for (String setting : settings) {
                String[] parts = setting.split("=");
                in = in.with(id + "." + parts[0], SettingsText.threshold(id + "." + parts[0], parts[1]));
            }
        } catch (SettingsException e) {
            throw new AssertionError(e);
        }
        return rule(id).check(new Facts(script.build()), in);
    }

    /// The only finding.
    static Finding one(String id, Script script, String... settings) {
        List<Finding> found = of(id, script, settings);
        assertEquals(1, found.size(), () -> id + ": " + found);
        assertEquals(id, found.getFirst().id());
        return found.getFirst();
    }

    /// Nothing is found.
    static void none(String id, Script script, String... settings) {
        assertEquals(List.of(), of(id, script, settings), id);
    }

    /// A figure of a finding.
    static double figure(Finding finding, String name) {
        return finding.figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow().value();
    }

    static Rule rule(String id) {
        return Rules.all().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }
}
