package dev.faultline.model;

import it.unimi.dsi.fastutil.ints.IntList;

/// Goroutines of one creation site: same entry function and same line of the `go` statement.
///
/// @param index place in [TraceModel#groups()]
/// @param name entry function, or `unknown` when the trace never shows it
/// @param site `func file:line` of the creating statement, empty when unknown
/// @param creationStack one stack of the site, 0 when unknown
/// @param system whether the runtime itself runs them
/// @param members goroutine indices, ascending
public record GoroutineGroup(int index, String name, String site, int creationStack, boolean system,
        IntList members) {
    /// The entry function of coroutines, which run functions of the program: `iter.Pull` makes them.
    public static final String COROUTINE = "runtime.corostart";
}
