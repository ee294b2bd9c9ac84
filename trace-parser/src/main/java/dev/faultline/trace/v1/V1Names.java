package dev.faultline.trace.v1;

import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The texts and stacks of the file under the ids of the trace. Ids that the file does not explain count as none.
final class V1Names {
    private static final int FIRST_WITH_SYMBOLS = 7;

    final Strings strings = new Strings();
    final Stacks stacks = new Stacks(strings);
    private final MemorySegment bytes;
    private final V1Index index;
    private final int[] stringIds;
    private final int[] stackIds;
    private final V1Decoder in;
    /// Stacks whose frames are not as many as they should be.
    private int broken;
    private long unknown;

    V1Names(MemorySegment bytes, int minor, V1Index index) {
        this.bytes = bytes;
        this.index = index;
        this.in = new V1Decoder(bytes, minor);
        this.stringIds = new int[index.strings.size()];
        for (int i = 0; i < stringIds.length; i++) {
            stringIds[i] = text(index.strings.bodyAt(i), index.strings.bodySize(i));
        }
        this.stackIds = new int[index.stacks.size()];
        for (int i = 0; i < stackIds.length; i++) {
            stackIds[i] = stack(i, minor >= FIRST_WITH_SYMBOLS);
        }
    }

    /// The trace's id of a text of the table.
    int string(long raw) {
        return raw == 0 ? 0 : known(index.strings.indexOf(raw), stringIds);
    }

    /// The trace's id of a stack of the table.
    int stack(long raw) {
        return raw == 0 ? 0 : known(index.stacks.indexOf(raw), stackIds);
    }

    /// The trace's id of a text that stands in the file.
    int text(long at, int size) {
        byte[] text = bytes.asSlice(at, size).toArray(ValueLayout.JAVA_BYTE);
        return strings.intern(new String(text, StandardCharsets.UTF_8));
    }

    /// The trace's id of a stack of one frame that is only an address.
    int address(long pc) {
        return pc == 0 ? 0 : stacks.intern(new int[]{addressFrame(pc)});
    }

    /// How many ids were asked for that are not there, and how many stacks were broken.
    long unresolved() {
        return unknown + broken;
    }

    private int known(int at, int[] ids) {
        if (at < 0) {
            unknown++;
            return 0;
        }
        return ids[at];
    }

    private int stack(int i, boolean symbols) {
        in.problem = null;
        in.at = index.stacks.bodyAt(i);
        long end = in.at + index.stacks.bodySize(i);
        int[] frames = new int[index.stacks.frames(i)];
        for (int f = 0; f < frames.length && in.problem == null; f++) {
            long pc = in.number();
            frames[f] = symbols ? frame(pc) : addressFrame(pc);
        }
        if (in.problem != null || in.at != end) {
            broken++;
            return 0;
        }
        return stacks.intern(frames);
    }

    private int frame(long pc) {
        int function = string(in.number());
        int file = string(in.number());
        long line = in.number();
        return stacks.internFrame(
                new Stacks.FrameKey(function, file, Math.clamp(line, 0, Integer.MAX_VALUE), pc));
    }

    private int addressFrame(long pc) {
        return stacks.internFrame(new Stacks.FrameKey(strings.intern("0x" + Long.toHexString(pc)), 0, 0, pc));
    }
}
