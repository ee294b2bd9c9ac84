package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.FindingWords;
import java.util.Set;

/// Leaves out of a trace's findings what the user does not want to see.
final class Suppressions {
    private Suppressions() {
    }

    /// @param keys kinds of findings, and kinds at a place of the code, see [FindingWords]
    static void apply(Session session, Set<String> keys) {
        if (keys.isEmpty()) {
            session.findings().show(finding -> true);
            return;
        }
        Set<String> unwanted = Set.copyOf(keys);
        session.findings().show(finding -> !unwanted.contains(FindingWords.kindKey(finding))
                && !unwanted.contains(FindingWords.siteKey(finding)));
    }
}
