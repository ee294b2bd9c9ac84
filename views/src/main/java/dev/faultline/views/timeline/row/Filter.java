package dev.faultline.views.timeline.row;

import dev.faultline.model.TraceModel;
import dev.faultline.views.filter.Fields;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// Which goroutines are shown, as people write it: `blocked>5ms (fn:"main.*" or id:12) not state:waiting text`. The terms are
/// those of [#fields].
///
/// @param test for a trace, the test of a goroutine's index
/// @param everything whether it shows everything
/// @param problem what cannot be understood, as a sentence; empty when all is
public record Filter(Function<TraceModel, IntPredicate> test, boolean everything, String problem) {
    /// Shows everything.
    public static final Filter ALL = parse("");

    /// The terms by which goroutines are filtered.
    public static Fields<TraceModel> fields() {
        return GoroutineFields.FIELDS;
    }

    /// Understands a filter; what has a problem shows everything.
    public static Filter parse(String text) {
        Fields.Compiled<TraceModel> compiled = fields().compile(text);
        return new Filter(compiled.test(), compiled.empty(), compiled.problem());
    }

    /// The test of goroutine indices for a trace. Some terms take a walk over it.
    public IntPredicate on(TraceModel model) {
        return test.apply(model);
    }
}
