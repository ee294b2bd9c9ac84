package dev.faultline.trace.event;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2IntOpenCustomHashMap;
import it.unimi.dsi.fastutil.ints.IntHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All distinct stacks of a trace, each once, by dense id. Id 0 is "no stack". Frames are interned, too.
///
/// Grows while a trace is read; ids that were given out may be read by any thread meanwhile.
public final class Stacks {
    /// A frame by its texts' ids.
    ///
    /// @param function string id of the function's name
    /// @param file string id of the path
    public record FrameKey(int function, int file, int line, long pc) {}

    private static final int LINE_BITS = 16;

    private final Strings strings;
    /// Ids by frame and by stack, as maps from ids that are compared by what they stand for: much less code to compile
    /// than a map from objects.
    private final Int2IntOpenCustomHashMap frameIds = new Int2IntOpenCustomHashMap(new SameFrame());
    private final Int2IntOpenCustomHashMap stackIds = new Int2IntOpenCustomHashMap(new SameStack());
    private volatile FrameKey[] frames = new FrameKey[64];
    private volatile int frameCount;
    private volatile int[][] stacks = new int[64][];
    private volatile int size;

    public Stacks(Strings strings) {
        this.strings = strings;
        frameIds.defaultReturnValue(-1);
        stackIds.defaultReturnValue(-1);
        intern(new int[0]);
    }

    /// Number of ids, at least 1.
    public int size() {
        return size;
    }

    /// Number of frames of a stack, 0 for id 0.
    public int depth(int id) {
        return stack(id).length;
    }

    /// Id of a frame of a stack, for [#frame(int)]; `depth` 0 is the innermost.
    public int frameId(int id, int depth) {
        return stack(id)[depth];
    }

    /// Number of distinct frames.
    public int frameCount() {
        return frameCount;
    }

    public Frame frame(int frameId) {
        FrameKey k = key(frameId);
        return new Frame(strings.get(k.function), strings.get(k.file), k.line, k.pc);
    }

    /// String id of a frame's function, 0 when unknown.
    public int function(int frameId) {
        return key(frameId).function;
    }

    /// The frames of a stack, innermost first.
    public List<Frame> frames(int id) {
        List<Frame> list = new ArrayList<>();
        for (int f : stack(id)) {
            list.add(frame(f));
        }
        return Collections.unmodifiableList(list);
    }

    /// The id of a frame, a new one where it is seen for the first time.
    public synchronized int internFrame(FrameKey frame) {
        int next = frameCount;
        if (next == frames.length) {
            frames = Arrays.copyOf(frames, 2 * next);
        }
        frames[next] = frame;
        int known = frameIds.putIfAbsent(next, next);
        if (known >= 0) {
            return known;
        }
        frameCount = next + 1;
        return next;
    }

    /// The id of a stack of frame ids, innermost first; a new one where it is seen for the first time.
    public synchronized int intern(int[] frameIdsOfStack) {
        int next = size;
        if (next == stacks.length) {
            stacks = Arrays.copyOf(stacks, 2 * next);
        }
        stacks[next] = frameIdsOfStack;
        int known = stackIds.putIfAbsent(next, next);
        if (known >= 0) {
            return known;
        }
        size = next + 1;
        return next;
    }

    private int[] stack(int id) {
        Objects.checkIndex(id, size);
        return stacks[id];
    }

    /// A frame by its texts' ids.
    public FrameKey key(int frameId) {
        Objects.checkIndex(frameId, frameCount);
        return frames[frameId];
    }

    private final class SameFrame implements IntHash.Strategy {
        @Override
        public int hashCode(int id) {
            FrameKey k = frames[id];
            long names = (long) k.function << Integer.SIZE ^ (long) k.file << LINE_BITS ^ k.line;
            return (int) HashCommon.murmurHash3(HashCommon.murmurHash3(k.pc) + names);
        }

        @Override
        public boolean equals(int a, int b) {
            return frames[a].equals(frames[b]);
        }
    }

    private final class SameStack implements IntHash.Strategy {
        @Override
        public int hashCode(int id) {
            return Arrays.hashCode(stacks[id]);
        }

        @Override
        public boolean equals(int a, int b) {
            return Arrays.equals(stacks[a], stacks[b]);
        }
    }
}
