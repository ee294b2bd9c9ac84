package dev.faultline.app.ui.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which of the panes around a page are open: the findings beside it, and for each page the details below it. The pages that
/// need the room begin without details: a line says what is selected.
public final class Panes {
    private static final String FINDINGS = "pane.findings";
    private static final String DETAILS = "pane.details.";

    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper(this, "changed");
    private final Map<PageKey, Boolean> details = new EnumMap<>(PageKey.class);
    private boolean findings = true;

    Panes() {
        details.put(PageKey.SPANS, false);
        details.put(PageKey.TABLES, false);
    }

    /// Number of changes so far, for watching.
    public ReadOnlyIntegerProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Whether the findings are shown beside the page.
    public boolean findings() {
        return findings;
    }

    public void toggleFindings() {
        findings = !findings;
        count();
    }

    /// Whether the details are shown below a page that has some.
    public boolean details(PageKey page) {
        return details.getOrDefault(page, true);
    }

    public void toggleDetails(PageKey page) {
        details.put(page, !details(page));
        count();
    }

    private void count() {
        changed.set(changed.get() + 1);
    }

    void load(Properties values) {
        findings = !"closed".equals(values.getProperty(FINDINGS));
        for (PageKey page : PageKey.values()) {
            String value = values.getProperty(DETAILS + page);
            if (value != null) {
                details.put(page, !"closed".equals(value));
            }
        }
    }

    void save(Properties values) {
        values.setProperty(FINDINGS, word(findings));
        details.forEach((page, open) -> values.setProperty(DETAILS + page, word(open)));
    }

    private static String word(boolean open) {
        return open ? "open" : "closed";
    }
}
