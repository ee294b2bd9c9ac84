package dev.faultline.trace.wire;

import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a generation says beside its events: texts, stacks, CPU samples, clock. Filled by [TableReader]; [#intern] then
/// gives texts and stacks their ids in the trace.
public final class Tables {
    final LongArrayList stringIds = new LongArrayList();
    final List<String> texts = new ArrayList<>();
    /// Per stack: id, number of frames, and per frame pc, function, file, line.
    final LongArrayList stackRecords = new LongArrayList();
    final List<CpuSample> samples = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    long frequency;
    @Nullable
    ClockSnapshot snapshot;
    int duplicates;
    int unknown;

    private final IdTable strings = new IdTable();
    private final IdTable stacks = new IdTable();

    Tables() {
    }

    /// Enters texts and stacks into the trace's own tables. Generations call this in order, so that ids do not depend on
    /// how fast which thread was.
    public void intern(Strings allStrings, Stacks allStacks) {
        for (int i = 0; i < texts.size(); i++) {
            if (!strings.put(stringIds.getLong(i), allStrings.intern(texts.get(i)))) {
                duplicates++;
            }
        }
        for (int at = 0; at < stackRecords.size();) {
            long id = stackRecords.getLong(at);
            int depth = (int) stackRecords.getLong(at + 1);
            if (!stacks.put(id, stack(at + 2, depth, allStacks))) {
                duplicates++;
            }
            at += 2 + 4 * depth;
        }
        stringIds.clear();
        texts.clear();
        stackRecords.clear();
        stringIds.trim();
        stackRecords.trim();
    }

    private int stack(int at, int depth, Stacks allStacks) {
        int[] frames = new int[depth];
        for (int i = 0; i < depth; i++) {
            int frame = at + 4 * i;
            long pc = stackRecords.getLong(frame);
            int function = string(stackRecords.getLong(frame + 1));
            int file = string(stackRecords.getLong(frame + 2));
            int line = Math.clamp(stackRecords.getLong(frame + 3), 0, Integer.MAX_VALUE);
            frames[i] = allStacks.internFrame(new Stacks.FrameKey(function, file, line, pc));
        }
        return allStacks.intern(frames);
    }

    /// The trace's id of a text; 0 and a count for an unknown one.
    public int string(long id) {
        return known(strings.get(id));
    }

    /// The trace's id of a stack; 0 and a count for an unknown one.
    public int stack(long id) {
        return known(stacks.get(id));
    }

    private int known(int global) {
        if (global >= 0) {
            return global;
        }
        unknown++;
        return 0;
    }

    /// Clock units per second, 0 when the generation does not say.
    public long frequency() {
        return frequency;
    }

    public @Nullable ClockSnapshot snapshot() {
        return snapshot;
    }

    /// CPU samples in the order of the file.
    public List<CpuSample> samples() {
        return samples;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /// Entries whose id was taken.
    public int duplicates() {
        return duplicates;
    }

    /// How often an id was asked for that is not there.
    public int unknown() {
        return unknown;
    }
}
