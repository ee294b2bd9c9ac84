package dev.faultline.model.summary;

import dev.faultline.model.Range;

/// Names of ranges as Go's reader has them.
final class RangeNames {
    private RangeNames() {
        // one function
    }

    static String of(Range range) {
        return switch (range.kind()) {
            case GC_MARK -> "GC concurrent mark phase";
            case GC_SWEEP -> "GC incremental sweep";
            case MARK_ASSIST -> "GC mark assist";
            case STW -> "stop-the-world (" + range.reason() + ")";
        };
    }
}
