package dev.faultline.views.timeline.lane;

import dev.faultline.model.Stretches;

/// A lane whose intervals lie where those of something else do.
interface DerivedLane extends Lane {
    /// Whose intervals they are.
    Stretches times();

    @Override
    default int size() {
        return times().size();
    }

    @Override
    default long start(int i) {
        return times().start(i);
    }

    @Override
    default long end(int i) {
        return times().end(i);
    }

    @Override
    default int firstEndingAfter(long ns) {
        return times().firstEndingAfter(ns);
    }
}
