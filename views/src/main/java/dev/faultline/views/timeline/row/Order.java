package dev.faultline.views.timeline.row;

import dev.faultline.model.Goroutines;

/// How goroutines, and the sections that hold them, are sorted.
public enum Order {
    BLOCKED("by blocked time"), RUNNING("by running time"), ID("by ID"), START("by creation");

    private final String label;

    Order(String label) {
        this.label = label;
    }

    /// For menus, behind the word `sort`.
    public String label() {
        return label;
    }

    /// A goroutine's place, smaller first.
    long key(Goroutines goroutines, int g) {
        return switch (this) {
            case BLOCKED -> -Blocked.ns(goroutines, g);
            case RUNNING -> -goroutines.runningNs(g);
            case ID -> goroutines.id(g);
            case START -> goroutines.bornNs(g);
        };
    }

    /// Whether a section's place is the sum of its goroutines' places (times) rather than the least of them.
    boolean adds() {
        return this == BLOCKED || this == RUNNING;
    }
}
