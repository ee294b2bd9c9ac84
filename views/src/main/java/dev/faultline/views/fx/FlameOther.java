package dev.faultline.views.fx;

import dev.faultline.model.rules.FindingKey;
import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.flame.FlameSum;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.scale.TimeRange;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Another trace of the program, which a flame graph is compared with.
///
/// @param source its sums
/// @param time what its views show
record FlameOther(FlameSource source, Viewport time) {
    /// A tree, and what it is compared with.
    ///
    /// @param base null where nothing is compared
    record Trees(FlameTree tree, @Nullable FlameTree base) {}

    /// How trees are made, off the UI thread; the time of the other trace is the one that it shows now.
    ///
    /// @param other null where nothing is compared with another trace
    static Supplier<Trees> of(FlameSource source, FlameQuery wanted, @Nullable FlameOther other) {
        if (other == null || wanted.shape().inTimeOrder()) {
            return () -> new Trees(source.tree(wanted), null);
        }
        TimeRange asked = other.time.asked();
        return () -> new Trees(comparable(source.tree(wanted)),
                comparable(other.source.tree(wanted.with(wanted.measure(), asked))));
    }

    /// Another build numbers closures in another way.
    private static FlameTree comparable(FlameTree tree) {
        return FlameSum.of(List.of(tree), FindingKey::function);
    }
}
