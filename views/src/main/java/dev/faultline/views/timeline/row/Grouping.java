package dev.faultline.views.timeline.row;

/// How goroutines are grouped into sections.
public enum Grouping {
    CREATION_SITE("by creation site"), LAST_STATE("by last state"), NONE("not grouped");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    /// For menus, behind the word `group`.
    public String label() {
        return label;
    }
}
