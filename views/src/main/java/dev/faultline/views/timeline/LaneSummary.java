package dev.faultline.views.timeline;

/// Time per state in buckets of one length, for lanes with so many intervals that a px column holds hundreds. Each level
/// above the first holds buckets four times as long, so that a column of any width adds up a handful of buckets.
public final class LaneSummary {
    private static final int FOLD = 4;
    private static final int SLOTS = Mix.slots();

    private final double bucketNs;
    private final float[][] levels;

    private LaneSummary(double bucketNs, float[][] levels) {
        this.bucketNs = bucketNs;
        this.levels = levels;
    }

    /// Walks all intervals of a lane once.
    ///
    /// @param durationNs of the trace
    /// @param buckets of the finest level, at least 1
    public static LaneSummary of(Lane lane, long durationNs, int buckets) {
        double bucketNs = Math.max(1, Math.ceil((double) durationNs / buckets));
        float[] base = new float[buckets * SLOTS];
        for (int i = 0; i < lane.size(); i++) {
            int slot = Mix.slot(lane.role(i));
            if (slot >= 0) {
                spread(base, slot, lane.start(i) / bucketNs, lane.end(i) / bucketNs);
            }
        }
        for (int i = 0; i < base.length; i++) {
            base[i] *= (float) bucketNs;
        }
        int depth = 1;
        for (int n = buckets; n > 512; n = (n + FOLD - 1) / FOLD) {
            depth++;
        }
        float[][] levels = new float[depth][];
        levels[0] = base;
        for (int level = 1; level < depth; level++) {
            levels[level] = fold(levels[level - 1]);
        }
        return new LaneSummary(bucketNs, levels);
    }

    /// Adds the time of each slot's role between two moments; the outermost buckets count by the part that lies inside.
    public void add(double fromNs, double toNs, double[] slots) {
        int level = 0;
        double length = bucketNs;
        while (level + 1 < levels.length && (toNs - fromNs) / length > FOLD * 2) {
            level++;
            length *= FOLD;
        }
        float[] values = levels[level];
        int from = (int) Math.max(0, fromNs / length);
        int to = (int) Math.min(values.length / SLOTS - 1, toNs / length);
        for (int bucket = from; bucket <= to; bucket++) {
            double inside = Math.min(toNs, (bucket + 1) * length) - Math.max(fromNs, bucket * length);
            double share = inside / length;
            if (share > 0) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    slots[slot] += values[bucket * SLOTS + slot] * share;
                }
            }
        }
    }

    private static void spread(float[] base, int slot, double from, double to) {
        int last = base.length / SLOTS - 1;
        int a = (int) Math.min(last, from);
        int b = (int) Math.min(last, to);
        if (a == b) {
            base[a * SLOTS + slot] += (float) (to - from);
            return;
        }
        base[a * SLOTS + slot] += (float) (a + 1 - from);
        for (int bucket = a + 1; bucket < b; bucket++) {
            base[bucket * SLOTS + slot] += 1;
        }
        base[b * SLOTS + slot] += (float) (to - b);
    }

    private static float[] fold(float[] fine) {
        int buckets = fine.length / SLOTS;
        float[] coarse = new float[(buckets + FOLD - 1) / FOLD * SLOTS];
        for (int bucket = 0; bucket < buckets; bucket++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                coarse[bucket / FOLD * SLOTS + slot] += fine[bucket * SLOTS + slot];
            }
        }
        return coarse;
    }
}
