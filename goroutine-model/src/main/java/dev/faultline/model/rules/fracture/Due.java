package dev.faultline.model.rules.fracture;

import it.unimi.dsi.fastutil.ints.IntList;

/// What should have happened in a silence.
///
/// @param goroutines indices of those that it was due for, at least one
/// @param stack where they wait for a timer, 0 for the other kinds
/// @param usualNs after which time the timer usually fires, 0 where it is no timer
record Due(Kind kind, IntList goroutines, int stack, long usualNs) {
    enum Kind {
        /// A goroutine was ready to run and a P had nothing to do.
        RUNNABLE,
        /// A goroutine ran, and the runtime did not preempt it.
        PREEMPTION,
        /// A timer of the program's own.
        TIMER,
        /// The tracer's own timer.
        TRACER
    }
}
