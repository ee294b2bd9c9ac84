package dev.faultline.model.judge;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;

/// Asks all rules, none of which may fail.
public final class Judged {
    private Judged() {
    }

    /// What all rules say of a model.
    ///
    /// @throws RuntimeException what the rule threw that failed
    public static Judgement of(TraceModel model) {
        Judgement judgement = Rules.judge(new Facts(model), Settings.DEFAULTS);
        if (judgement.all().stream().anyMatch(f -> f.id().equals("rule-failed"))) {
            Facts facts = new Facts(model);
            for (Rule rule : Rules.all()) {
                rule.check(facts, Settings.DEFAULTS);
                rule.missing(facts, Settings.DEFAULTS);
            }
            throw new AssertionError(judgement.all());
        }
        return judgement;
    }
}
