package dev.faultline.views.report;

import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.words.Figures;
import java.util.ArrayList;
import java.util.List;

/// The rules' thresholds and their values.
final class Thresholds {
    private Thresholds() {
    }

    /// One line with those of the rule that made a finding.
    static void addUsed(Html parent, Contents contents, String id) {
        for (Rule rule : Rules.all()) {
            if (rule.id().equals(id) && !rule.settings().isEmpty()) {
                List<String> parts = new ArrayList<>();
                for (Setting setting : rule.settings()) {
                    parts.add(setting.name() + " " + value(rule, setting, contents.settings()));
                }
                parent.add("p", "thresholds").text("Thresholds: " + String.join(" · ", parts));
            }
        }
    }

    /// A table of all of them.
    static void addAll(Html parent, Contents contents) {
        Html table = Tables.add(parent, "settings", "Rule", "Threshold", "Meaning", "Value");
        for (Rule rule : Rules.all()) {
            boolean first = true;
            for (Setting setting : rule.settings()) {
                Html row = table.add("tr");
                row.add("td", "id").text(first ? rule.id() : "");
                row.add("td", "mono").text(setting.name());
                row.add("td").text(rule.about(setting));
                row.add("td", "number").text(value(rule, setting, contents.settings()));
                first = false;
            }
            if (first) {
                Html row = table.add("tr");
                row.add("td", "id").text(rule.id());
                row.add("td").text("none");
                row.add("td").text(rule.about());
                row.add("td");
            }
        }
    }

    private static String value(Rule rule, Setting setting, Settings settings) {
        double value = settings.value(rule, setting);
        String text = Figures.value(setting.name(), value);
        return value == setting.value()
                ? text
                : text + " (set; default " + Figures.value(setting.name(), setting.value()) + ")";
    }
}
