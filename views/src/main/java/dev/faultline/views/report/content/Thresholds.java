package dev.faultline.views.report.content;

import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.words.Figures;
import java.util.ArrayList;
import java.util.List;

/// The rules' thresholds and their values.
final class Thresholds {
    /// A figure up to so many times a threshold was close to it.
    private static final double CLOSE = 2;

    private Thresholds() {
    }

    /// Those of the rule that made a finding which were changed, or which one of its figures reaches only just.
    static List<Block> decisive(Finding finding, Settings settings) {
        List<String> parts = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            if (rule.id().equals(finding.id())) {
                rule.settings().stream()
                        .filter(setting -> changed(rule, setting, settings)
                                || close(finding, setting, settings.value(rule, setting)))
                        .forEach(setting -> parts.add(setting.name() + " " + value(rule, setting, settings)));
            }
        }
        return parts.isEmpty()
                ? List.of()
                : List.of(Block.Paragraph.of(Block.Tone.DIM,
                        "Thresholds that these figures are close to, or that were changed: "
                                + String.join(" · ", parts)));
    }

    private static boolean close(Finding finding, Setting setting, double threshold) {
        return threshold > 0
                && finding.figures().stream().filter(figure -> unit(figure.name()).equals(unit(setting.name())))
                        .anyMatch(figure -> figure.value() >= threshold && figure.value() <= CLOSE * threshold);
    }

    private static String unit(String name) {
        return name.substring(Math.max(0, name.lastIndexOf('_')));
    }

    /// Those that were changed, none when all are as by default.
    static List<Block> changed(Settings settings) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            for (Setting setting : rule.settings()) {
                if (changed(rule, setting, settings)) {
                    rows.add(List.of(Cell.of(Cell.Style.ID, rule.id()), Cell.of(Cell.Style.MONO, setting.name()),
                            Cell.text(rule.about(setting)),
                            Cell.number(value(rule, setting, settings), settings.value(rule, setting))));
                }
            }
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table("settings", List.of("Rule", "Threshold", "Meaning", "Value"), rows));
    }

    /// All of them in two columns, so that they need but one page.
    static List<Block> all(Settings settings) {
        List<Block.Value> values = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            for (Setting setting : rule.settings()) {
                values.add(new Block.Value(rule.id() + "." + setting.name(), value(rule, setting, settings)));
            }
        }
        int half = (values.size() + 1) / 2;
        return List.of(Block.Paragraph.of(Block.Tone.DIM,
                "Names as for --set and in the file of settings. The manual tells what each one means."),
                new Block.Pair(List.of(new Block.Values(values.subList(0, half))),
                        List.of(new Block.Values(values.subList(half, values.size())))));
    }

    private static boolean changed(Rule rule, Setting setting, Settings settings) {
        return settings.value(rule, setting) != setting.value();
    }

    private static String value(Rule rule, Setting setting, Settings settings) {
        String text = Figures.value(setting.name(), settings.value(rule, setting));
        return changed(rule, setting, settings)
                ? text + " (set; default " + Figures.value(setting.name(), setting.value()) + ")"
                : text;
    }
}
