package dev.faultline.trace.v1;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Texts or stacks of the file by their raw id: where they stand, not what they say. The first of an id counts.
final class V1Tables {
    private static final int NONE = -1;

    private final Long2IntOpenHashMap indexOf = new Long2IntOpenHashMap();
    private final LongArrayList ids = new LongArrayList();
    private final LongArrayList bodyAt = new LongArrayList();
    private final IntArrayList bodySize = new IntArrayList();
    private final IntArrayList count = new IntArrayList();
    private int duplicates;

    V1Tables() {
        indexOf.defaultReturnValue(NONE);
    }

    /// @param frames number of frames of a stack, 0 for a text
    void add(V1Decoder record, int frames) {
        if (indexOf.putIfAbsent(record.args[0], ids.size()) != NONE) {
            duplicates++;
            return;
        }
        ids.add(record.args[0]);
        bodyAt.add(record.bodyAt);
        bodySize.add(record.bodySize);
        count.add(frames);
    }

    int size() {
        return ids.size();
    }

    boolean knows(long id) {
        return indexOf.containsKey(id);
    }

    /// Index of an id, or -1.
    int indexOf(long id) {
        return indexOf.get(id);
    }

    long bodyAt(int index) {
        return bodyAt.getLong(index);
    }

    int bodySize(int index) {
        return bodySize.getInt(index);
    }

    int frames(int index) {
        return count.getInt(index);
    }

    /// Records whose id was taken already.
    int duplicates() {
        return duplicates;
    }
}
