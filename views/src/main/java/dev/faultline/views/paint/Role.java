package dev.faultline.views.paint;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;
import dev.faultline.model.rules.Severity;
import java.util.Locale;

/// What a color means. The color itself is in `palette.css`, as `-fl-` and the role's name in lower case.
public enum Role {
    /// Behind everything.
    BACKGROUND,
    /// Bars, rails and boxes beside the data.
    PANEL,
    /// Tint of an empty lane.
    LANE,
    /// Lines between parts.
    LINE,
    /// Time lines behind the data.
    GRID,
    TEXT,
    DIM,
    ACCENT,
    /// Text on a coloured span.
    ON_DATA,
    /// States of goroutines.
    RUNNING,
    RUNNABLE,
    SYSCALL,
    CHANNEL,
    SYNC,
    NETWORK,
    SLEEP,
    OTHER,
    /// What the runtime does.
    GC,
    ASSIST,
    STW,
    /// What the program tells about itself.
    TASK,
    REGION,
    /// Severities of findings.
    CRITICAL,
    WARNING,
    NOTICE,
    /// Where a story breaks.
    FRACTURE,
    /// What could not be read.
    LOSS,
    /// Outline of what is selected.
    SELECTED,
    /// Tint of the row under the pointer.
    HOVER,
    /// Tint of rows and times that a finding speaks of, or that are selected.
    MARKED,
    /// Calls on a stack over time: the program's own, and others.
    OWN_FRAME,
    OTHER_FRAME,
    /// A moment at which the CPU profiler looked.
    SAMPLE,
    /// What lies on a critical path.
    PATH,
    /// Line through all rows at the pointer.
    CURSOR,
    /// Collections and pauses over all rows.
    GC_VEIL,
    STW_VEIL,
    /// Shadow over what is not shown.
    SHADE,
    /// Part of the overview that is shown.
    OVERVIEW;

    private static final Role[] WAITS = {OTHER, CHANNEL, SYNC, NETWORK, SLEEP, OTHER};

    /// The name of its colour in style sheets, such as `-fl-on-data`.
    public String variable() {
        return "-fl-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The role of a goroutine's state; `wait` matters only for [GoState#WAITING].
    public static Role of(GoState state, WaitKind wait) {
        return switch (state) {
            case RUNNING -> RUNNING;
            case RUNNABLE -> RUNNABLE;
            case SYSCALL -> SYSCALL;
            case WAITING -> WAITS[wait.role().ordinal()];
            case NOT_EXISTING -> LANE;
        };
    }

    public static Role of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> CRITICAL;
            case WARNING -> WARNING;
            case NOTICE -> NOTICE;
        };
    }

    /// Whether it stands for a goroutine that waits: drawn as a thinner bar.
    public boolean waits() {
        return switch (this) {
            case CHANNEL, SYNC, NETWORK, SLEEP, OTHER -> true;
            default -> false;
        };
    }

    /// The role of text that is readable on a span of this role.
    public Role ink() {
        return this == SLEEP || this == OTHER || this == LANE || this == OTHER_FRAME ? TEXT : ON_DATA;
    }

    /// For legends: `Running`, `Channel, select`; that of a fracture takes three lines.
    public String label() {
        return switch (this) {
            case SYSCALL -> "Syscall";
            case CHANNEL -> "Channel, select";
            case SYNC -> "Mutex, WaitGroup";
            case SLEEP -> "Sleep, timer";
            case OTHER -> "Other wait";
            case GC -> "GC";
            case STW -> "Stop-the-world";
            case ASSIST -> "Mark assist";
            case OWN_FRAME -> "Own call";
            case OTHER_FRAME -> "Call of a library or of Go";
            case SAMPLE -> "CPU sample";
            case FRACTURE -> "Fracture: stuck or queued wait,\nlost context, work after its task,\nfrozen process";
            case LOSS -> "Missing or unreadable";
            default -> name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        };
    }
}
