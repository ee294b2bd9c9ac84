package dev.faultline.views.timeline.density;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.WaitKind;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Mix;

/// Adds up spans into a [Density]. A span touches two buckets, however long it is: what lies between is a step up and a
/// step down.
final class DensitySum {
    private static final int SLOTS = Mix.slots();

    private final TimeRange range;
    private final double bucketNs;
    private final int buckets;
    private final float[] parts;
    private final float[] steps;

    /// @param buckets number of parts of the range, at least 1
    DensitySum(TimeRange range, int buckets) {
        this.range = range;
        this.buckets = buckets;
        bucketNs = Math.max(1, range.durationNs()) / (double) buckets;
        parts = new float[(buckets + 1) * SLOTS];
        steps = new float[(buckets + 1) * SLOTS];
    }

    /// Adds all spans of a goroutine that reach into the range.
    void add(Spans spans) {
        int n = spans.size();
        int i = n == 0 || range.fromNs() <= spans.start(0) ? 0 : spans.at(range.fromNs());
        for (; i >= 0 && i < n && spans.start(i) < range.toNs(); i++) {
            add(spans.state(i), spans.wait(i), spans.start(i), spans.end(i));
        }
    }

    /// Adds one span.
    void add(GoState state, WaitKind wait, long startNs, long endNs) {
        int slot = Mix.slot(Role.of(state, wait));
        if (slot >= 0) {
            add(slot, startNs, endNs);
        }
    }

    /// Adds one span of a slot of [Mix].
    void add(int slot, long startNs, long endNs) {
        if (endNs <= range.fromNs() || startNs >= range.toNs()) {
            return;
        }
        double from = Math.max(0, (startNs - range.fromNs()) / bucketNs);
        double to = Math.min(buckets, (endNs - range.fromNs()) / bucketNs);
        int a = (int) from;
        int b = (int) to;
        if (a == b) {
            parts[a * SLOTS + slot] += (float) (to - from);
            return;
        }
        parts[a * SLOTS + slot] += (float) (a + 1 - from);
        steps[(a + 1) * SLOTS + slot] += 1;
        steps[b * SLOTS + slot] -= 1;
        parts[b * SLOTS + slot] += (float) (to - b);
    }

    Density finish() {
        float[] counts = new float[buckets * SLOTS];
        double[] level = new double[SLOTS];
        for (int at = 0; at < counts.length; at++) {
            level[at % SLOTS] += steps[at];
            counts[at] = (float) Math.max(0, parts[at] + level[at % SLOTS]);
        }
        return Density.of(range, bucketNs, counts);
    }
}
