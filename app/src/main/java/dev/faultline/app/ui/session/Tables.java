package dev.faultline.app.ui.session;

import java.util.List;

/// The names of the tables.
public final class Tables {
    public static final String GROUPS = "Groups";
    public static final String GOROUTINES = "Goroutines";
    public static final String WAIT_SITES = "Wait sites";
    public static final String WAITS = "Waits";
    public static final String STACKS = "Stacks";
    public static final String TASKS = "Tasks";
    public static final String REGIONS = "Regions";
    public static final String THREADS = "Threads";
    public static final String CYCLES = "GC cycles";
    public static final String PAUSES = "Pauses";
    public static final String ASSISTS = "Mark assists";
    public static final String EVENTS = "Events";

    private Tables() {
    }

    /// All of them, in the order in which they are shown.
    public static List<String> all() {
        return List.of(GROUPS, GOROUTINES, WAIT_SITES, WAITS, STACKS, TASKS, REGIONS, THREADS, CYCLES, PAUSES, ASSISTS,
                EVENTS);
    }
}
