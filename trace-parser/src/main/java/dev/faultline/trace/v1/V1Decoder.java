package dev.faultline.trace.v1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Decodes one record after the other. Its fields hold the record read last; nothing is allocated.
///
/// A record is a byte with the type in the low six bits and an argument count in the high two, then numbers of seven
/// bits a byte. A count of 3 stands for "as many as fit the following number of bytes". Versions before 1.7 lead with
/// the distance to the previous sequence number.
final class V1Decoder {
    private static final int COUNTED = 3;
    private static final int TYPE_BITS = 6;
    private static final int MAX_ARGS = 4;
    private static final int FIRST_WITHOUT_ORDER = 7;

    private final MemorySegment bytes;
    private final long size;
    private final int minor;
    private final int[] argCount = new int[1 << TYPE_BITS];

    /// Next byte to read.
    long at;
    /// What is wrong with the record, null when nothing.
    @Nullable
    String problem;

    V1Type type = V1Type.BATCH;
    /// Distance to the previous sequence number, of a batch the number itself; 0 since version 7.
    long sequence;
    /// Distance to the previous event in clock units, negative where the clock ran backwards; of a batch the time itself.
    long time;
    /// Arguments, the stack left out.
    final long[] args = new long[MAX_ARGS];
    /// Raw id of the stack, 0 when none.
    long stack;
    /// Where a text or the frames of a stack begin.
    long bodyAt;
    int bodySize;

    V1Decoder(MemorySegment bytes, int minor) {
        this.bytes = bytes;
        this.size = bytes.byteSize();
        this.minor = minor;
        for (V1Type t : V1Type.values()) {
            argCount[t.id] = t.args(minor);
        }
    }

    /// Reads the record at [#at] and moves behind it. False when it is none; [#problem] then tells why.
    boolean next() {
        problem = null;
        int head = bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        V1Type found = V1Type.of(head & (1 << TYPE_BITS) - 1, minor);
        if (found == null) {
            return fail("an event number of this version, found " + (head & (1 << TYPE_BITS) - 1));
        }
        at++;
        type = found;
        stack = 0;
        int count = head >>> TYPE_BITS;
        return switch (found) {
            case STRING -> string();
            case STACK -> count == COUNTED ? stackHead() : wrongCount(count);
            case BATCH -> count == 1 ? batch() : wrongCount(count);
            case FREQUENCY, TIMER_GOROUTINE -> count == 0 ? single() : wrongCount(count);
            default -> timed(count);
        };
    }

    /// Reads one number at [#at].
    long number() {
        long value = 0;
        for (int shift = 0; at < size; shift += 7) {
            byte b = bytes.get(ValueLayout.JAVA_BYTE, at++);
            if (shift == 63 && (b & 0xfe) != 0) {
                fail("a number of 64 bits, found a longer one");
                return 0;
            }
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        fail("a number, found the end of the file");
        return 0;
    }

    private boolean string() {
        args[0] = number();
        return body(V1Limits.STRING_BYTES);
    }

    private boolean stackHead() {
        long length = number();
        if (problem != null || length < 0 || length > size - at) {
            return fail("a stack of the file's size at most, found " + length + " bytes");
        }
        long end = at + length;
        args[0] = number();
        args[1] = number();
        if (problem != null || at > end || args[1] < 0 || args[1] > V1Limits.STACK_FRAMES) {
            return fail("at most " + V1Limits.STACK_FRAMES + " frames of a stack, found " + args[1]);
        }
        bodyAt = at;
        bodySize = (int) Math.min(Integer.MAX_VALUE, end - at);
        at = end;
        return true;
    }

    private boolean batch() {
        args[0] = number();
        sequence = ordered() ? number() : 0;
        time = number();
        if (problem == null && args[0] != -1 && Long.compareUnsigned(args[0], V1Limits.PROCS) >= 0) {
            return fail("a P below " + V1Limits.PROCS + ", found " + Long.toUnsignedString(args[0]));
        }
        if (problem == null && (time < 0 || time > V1Limits.LATEST)) {
            return fail("a time below " + V1Limits.LATEST + ", found " + Long.toUnsignedString(time));
        }
        return problem == null;
    }

    private boolean single() {
        args[0] = number();
        if (ordered()) {
            number();
        }
        return problem == null;
    }

    private boolean timed(int count) {
        int wanted = argCount[type.id];
        if (Math.min(wanted, COUNTED) != count) {
            return wrongCount(count);
        }
        long end = -1;
        if (count == COUNTED) {
            long length = number();
            end = at + length;
            if (problem != null || length < 0 || end > size) {
                return fail("an event inside the file, found one of " + Long.toUnsignedString(length) + " bytes");
            }
        }
        values(wanted);
        if (problem == null && end >= 0 && at != end) {
            return fail("an event of " + wanted + " arguments, found " + (end - at) + " bytes too many");
        }
        // processors with unequal clocks leave steps backwards
        if (problem == null && Math.abs(time) > V1Limits.TIME_STEP) {
            return fail("a time near the previous event's, found " + time + " units later");
        }
        return problem == null && (type != V1Type.USER_LOG || body(V1Limits.STRING_BYTES));
    }

    private void values(int wanted) {
        sequence = ordered() ? number() : 0;
        time = number();
        int plain = type.hasStack() ? wanted - 1 : wanted;
        for (int i = 0; i < plain; i++) {
            args[i] = number();
        }
        for (int i = plain; i < MAX_ARGS; i++) {
            args[i] = 0;
        }
        stack = type.hasStack() ? number() : 0;
    }

    private boolean body(int most) {
        long length = number();
        if (problem != null) {
            return false;
        }
        if (length < 0 || length > most) {
            return fail("a text of at most " + most + " bytes, found " + Long.toUnsignedString(length));
        }
        if (length > size - at) {
            at = size;
            return fail("a text of " + length + " bytes, found the end of the file");
        }
        bodyAt = at;
        bodySize = (int) length;
        at += length;
        return true;
    }

    private boolean ordered() {
        return minor < FIRST_WITHOUT_ORDER;
    }

    private boolean wrongCount(int count) {
        return fail("the arguments of " + type + ", found their count to be " + count);
    }

    private boolean fail(String expected) {
        if (problem == null) {
            problem = expected;
        }
        return false;
    }
}
