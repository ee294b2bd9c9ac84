package dev.faultline.views.paint;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.FineState;
import dev.faultline.model.rules.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    /// Text on a coloured span, and on a grey one.
    ON_DATA,
    ON_GREY,
    /// States of goroutines.
    RUNNING,
    RUNNABLE,
    SYSCALL,
    CHANNEL,
    SYNC,
    NETWORK,
    SLEEP,
    OTHER,
    /// States of goroutines told apart further: each belongs to one above and has its own pattern.
    RUNNABLE_CREATED(RUNNABLE, Pattern.DASHED),
    RUNNABLE_PREEMPTED(RUNNABLE, Pattern.TOP),
    RUNNABLE_YIELDED(RUNNABLE, Pattern.BOTTOM),
    RUNNABLE_RETURNED(RUNNABLE, Pattern.MIDDLE),
    RUNNING_ASSIST(RUNNING, Pattern.DASHED),
    SYSCALL_BLOCKED(SYSCALL, Pattern.DASHED),
    C_CALL(SYSCALL, Pattern.TOP),
    C_CALL_BLOCKED(SYSCALL, Pattern.BOTH),
    CHANNEL_SEND(CHANNEL, Pattern.TOP),
    CHANNEL_SELECT(CHANNEL, Pattern.MIDDLE),
    CHANNEL_FOREVER(CHANNEL, Pattern.DASHED),
    CHANNEL_TIMER(CHANNEL, Pattern.BOTTOM),
    SYNC_RW(SYNC, Pattern.TOP),
    SYNC_GROUP(SYNC, Pattern.MIDDLE),
    SYNC_COND(SYNC, Pattern.DASHED),
    OTHER_GC(OTHER, Pattern.TOP),
    OTHER_IDLE(OTHER, Pattern.DASHED),
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

    /// Lines in the background's colour within a bar, for those who cannot tell its colour from another.
    public enum Pattern {
        NONE, TOP, MIDDLE, BOTTOM, BOTH, DASHED
    }

    private final @Nullable Role family;
    private final Pattern pattern;

    Role() {
        family = null;
        pattern = Pattern.NONE;
    }

    Role(Role family, Pattern pattern) {
        this.family = family;
        this.pattern = pattern;
    }

    /// The state that it is one kind of; itself for all others.
    public Role family() {
        return family == null ? this : family;
    }

    public Pattern pattern() {
        return pattern;
    }

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

    /// The role of a goroutine's state that is told apart further.
    public static Role of(FineState state) {
        return switch (state) {
            case CREATED -> RUNNABLE_CREATED;
            case PREEMPTED -> RUNNABLE_PREEMPTED;
            case YIELDED -> RUNNABLE_YIELDED;
            case RETURNED -> RUNNABLE_RETURNED;
            case ASSISTING -> RUNNING_ASSIST;
            case SYSCALL_BLOCKED -> SYSCALL_BLOCKED;
            case C_CALL -> C_CALL;
            case C_CALL_BLOCKED -> C_CALL_BLOCKED;
            case SEND -> CHANNEL_SEND;
            case SELECT -> CHANNEL_SELECT;
            case FOREVER -> CHANNEL_FOREVER;
            case TIMER -> CHANNEL_TIMER;
            case RW_MUTEX -> SYNC_RW;
            case WAIT_GROUP -> SYNC_GROUP;
            case COND -> SYNC_COND;
            case GC_WAIT -> OTHER_GC;
            case IDLE -> OTHER_IDLE;
            case WOKEN, RUNNABLE -> RUNNABLE;
            case RUNNING -> RUNNING;
            case SYSCALL -> SYSCALL;
            case RECEIVE -> CHANNEL;
            case MUTEX -> SYNC;
            case NETWORK -> NETWORK;
            case SLEEP -> SLEEP;
            case OTHER -> OTHER;
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
        return switch (family()) {
            case CHANNEL, SYNC, NETWORK, SLEEP, OTHER -> true;
            default -> false;
        };
    }

    /// The role of text that is readable on a span of this role.
    public Role ink() {
        if (this == SLEEP || family() == OTHER) {
            return ON_GREY;
        }
        return this == LANE || this == OTHER_FRAME ? TEXT : ON_DATA;
    }

    /// For legends: `Running`, `Channel, select`; that of a fracture takes three lines.
    public String label() {
        return switch (this) {
            case SYSCALL -> "Syscall";
            case RUNNABLE_CREATED -> "Runnable, just created";
            case RUNNABLE_PREEMPTED -> "Runnable, preempted";
            case RUNNABLE_YIELDED -> "Runnable, yielded";
            case RUNNABLE_RETURNED -> "Runnable, syscall over";
            case RUNNING_ASSIST -> "Running, mark assist";
            case SYSCALL_BLOCKED -> "Syscall, lost its P";
            case C_CALL -> "C call";
            case C_CALL_BLOCKED -> "C call, lost its P";
            case CHANNEL_SEND -> "Channel send";
            case CHANNEL_SELECT -> "Select";
            case CHANNEL_FOREVER -> "Blocked forever";
            case CHANNEL_TIMER -> "Channel, ended by a timer";
            case SYNC_RW -> "RWMutex";
            case SYNC_GROUP -> "WaitGroup";
            case SYNC_COND -> "Cond";
            case OTHER_GC -> "GC wait";
            case OTHER_IDLE -> "Idle runtime goroutine";
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
