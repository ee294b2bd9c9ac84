package dev.faultline.trace.format;

import dev.faultline.trace.format.EventType.Shape;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.EventType.Subject;
import java.util.List;

/// What a row of the table [EventType] says, in the order in which it says it: wire arguments, subject and effect, whose
/// stack, columns. What a row leaves out is: no subject, no effect, no stack, no columns.
record EventSpec(Shape shape, List<Field> args, Subject subject, Effect effect, StackOf stack, List<Field> columns) {
    /// @param args in wire order
    static EventSpec structural(String... args) {
        return of(Shape.STRUCTURAL, args);
    }

    /// @param args in wire order, behind the time delta
    static EventSpec timed(String... args) {
        return of(Shape.TIMED, args);
    }

    /// The arguments of an experiment's event are its columns.
    static EventSpec experimental(String... args) {
        return of(Shape.EXPERIMENTAL, args).columns(args);
    }

    private static EventSpec of(Shape shape, String... args) {
        return new EventSpec(shape, Field.listOf(args), Subject.NONE, new Effect.None(), StackOf.NOBODY, List.of());
    }

    /// The goroutine of the context changes its state.
    EventSpec self(GoStatus from, GoStatus to) {
        return with(Subject.SELF, new Effect.GoroutineMoves(from, to));
    }

    /// A goroutine that the event names changes its state.
    EventSpec goroutine(GoStatus from, GoStatus to) {
        return with(Subject.GOROUTINE, new Effect.GoroutineMoves(from, to));
    }

    EventSpec proc(ProcStatus from, ProcStatus to) {
        return with(Subject.PROC, new Effect.ProcMoves(from, to));
    }

    EventSpec range(Subject of, Effect.RangeKind kind, Effect.Edge edge) {
        return with(of, new Effect.RangeChanges(kind, edge));
    }

    EventSpec with(Subject newSubject, Effect newEffect) {
        return new EventSpec(shape, args, newSubject, newEffect, stack, columns);
    }

    EventSpec stack(StackOf whose) {
        return new EventSpec(shape, args, subject, effect, whose, columns);
    }

    /// @param texts columns a, b, c of the row as far as they are used
    EventSpec columns(String... texts) {
        return new EventSpec(shape, args, subject, effect, stack, Field.listOf(texts));
    }
}
