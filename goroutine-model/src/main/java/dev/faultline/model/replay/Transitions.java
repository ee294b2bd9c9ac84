package dev.faultline.model.replay;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;

/// Told by [Replay] what happens, in the order of the rows. The cursor stands at the row, and must be left there; the
/// goroutine states still say what was so before it.
public interface Transitions {
    /// The rows of a generation follow.
    ///
    /// @param startNs when it began, nanoseconds since the trace's first event
    /// @param goroutines goroutines have indices below; where room is made for those that may still come, more than the
    ///        tables name
    /// @param stacks stacks have ids below
    default void generation(long startNs, int goroutines, int stacks) {
    }

    /// Something is missing between the generation before and the one that follows.
    default void gap(long startNs) {
    }

    /// All rows of the generation were told.
    default void generationEnds() {
    }

    /// A goroutine is created by that of the context; [#moved] follows.
    ///
    /// @param goroutine index of the new one
    default void created(EventCursor e, int goroutine) {
    }

    /// A goroutine changes its state. A coroutine switch is three changes at one row, see [Replay#isHalf].
    ///
    /// @param slot of the goroutine in [GoroutineStates], which still hold the state that ends
    /// @param to the state that it enters
    /// @param cause why it enters it, see [WaitReasons]; 0 where nothing is said
    /// @param ns the row's time, or the start of the state that ends if that is later
    default void moved(EventCursor e, int slot, int to, int cause, long ns) {
    }

    /// A status tells a state that is not the one known: of a goroutine older than the trace, or behind a gap. Otherwise as
    /// [#moved], which is not called.
    ///
    /// @param since from when on the state is known to have lasted if nothing was known of the goroutine before
    default void told(EventCursor e, int slot, int to, int cause, long since) {
    }

    /// A status tells the state that is known.
    default void repeated(EventCursor e, int slot) {
    }

    /// The P of a goroutine in a system call was taken away.
    default void lostProc(int slot, long ns) {
    }

    /// A P changes its state.
    ///
    /// @param proc its number
    /// @param from one of [ProcStates]' states, as `to`
    default void procMoved(EventCursor e, int proc, int from, int to) {
    }

    /// A status tells the state of a P, the row's subject, be it known or not.
    ///
    /// @param from as for [#procMoved], as `to`
    default void procTold(EventCursor e, int from, int to) {
    }

    /// A range begins, ends, or is found to be under way.
    default void range(EventCursor e, RangeKind kind, Edge edge) {
    }

    /// A region of the subject begins or ends.
    default void region(EventCursor e, Edge edge) {
    }

    /// A task begins or ends.
    default void task(EventCursor e, Edge edge) {
    }

    /// A metric has a new value.
    default void metric(EventCursor e, Metric metric) {
    }

    /// A label, a log message or a CPU sample.
    default void noted(EventCursor e, Note note) {
    }

    /// An event that changes nothing that is followed.
    default void other(EventCursor e) {
    }
}
