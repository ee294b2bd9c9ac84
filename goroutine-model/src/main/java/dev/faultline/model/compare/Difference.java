package dev.faultline.model.compare;

import java.util.OptionalDouble;

/// One quantity of a subject on both sides.
///
/// @param before its median over the old runs, NaN where none of them has it
/// @param after the same of the new runs
/// @param spread how the values lie, run by run
/// @param p chance of such a difference between runs of the same program, corrected for the number of comparisons; empty
///     where too few runs tell the spread
/// @param verdict what it means
public record Difference(Quantity quantity, double before, double after, Spread spread, OptionalDouble p,
        Verdict verdict) {
    /// Values by run: only of runs that have one.
    ///
    /// @param before of the old runs, in their order
    /// @param after of the new runs, in their order
    @SuppressWarnings("ArrayRecordComponent")
    public record Spread(double[] before, double[] after) {}

    /// Whether there are too few runs to tell how much the values vary by themselves.
    public boolean spreadUnknown() {
        return p.isEmpty();
    }

    /// New by old: infinite where the old one is 0, 1 where both are.
    public double ratio() {
        return before == after ? 1 : after / before;
    }

    /// New less old, in the quantity's unit.
    public double change() {
        return after - before;
    }

    /// The same, counted as no difference.
    Difference asSame() {
        return new Difference(quantity, before, after, spread, p, Verdict.SAME);
    }

    /// How much it says: its doublings, times how much they say of a cause. Beyond a factor of 16 one stands out no more than
    /// another.
    double score() {
        double size = Math.abs(quantity.doublings(before, after));
        return Double.isNaN(size) ? 0 : Math.min(4, size) * quantity.weight();
    }
}
