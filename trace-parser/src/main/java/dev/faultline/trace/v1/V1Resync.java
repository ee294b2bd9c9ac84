package dev.faultline.trace.v1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Finds the place behind damaged bytes where records go on. The format has no marks to hold on to, so a place is
/// believed when many records in a row can be decoded from it: of random bytes one in five begins a record.
final class V1Resync {
    /// Records in a row that make a place believable: one in 10^17 random places.
    private static final int BELIEVED = 24;
    /// The same where the file ends before.
    private static final int BELIEVED_AT_END = 4;
    /// Bytes searched for the rest of the same batch before only batches count; those are two full buffers.
    private static final int NEAR = 128 << 10;
    /// Goroutine numbers of a real program lie below.
    private static final long PLAUSIBLE_ID = 1L << 40;
    private static final int BATCH_BYTE = 1 << 6 | 1;
    /// Steps over all searches, for each byte of the file and in any case; a step is a record or a few bytes of a text.
    /// What is left of a file that is made to need more is given up.
    private static final long EFFORT_PER_BYTE = 32;
    private static final long LEAST_EFFORT = 1L << 26;

    /// @param batch whether a batch begins there; otherwise the batch before the damage goes on
    /// @param time of the batch
    record Found(long at, boolean batch, long time) {}

    private final MemorySegment bytes;
    private final V1Decoder in;
    private final V1Batches batches;
    private boolean table;
    private long effort;

    V1Resync(MemorySegment bytes, int minor, V1Batches batches) {
        this.bytes = bytes;
        this.in = new V1Decoder(bytes, minor);
        this.batches = batches;
        this.effort = LEAST_EFFORT + EFFORT_PER_BYTE * bytes.byteSize();
    }

    /// The first believable place behind a damaged record, or null.
    ///
    /// @param time clock of the batch before, -1 when there was none
    /// @param inTable whether the damage stands among stacks, which no events follow
    @Nullable
    Found after(long damaged, long time, boolean inTable) {
        table = inTable;
        for (long at = damaged + 1; at < bytes.byteSize() && effort > 0; at++) {
            effort--;
            boolean batch = bytes.get(ValueLayout.JAVA_BYTE, at) == BATCH_BYTE;
            if (batch) {
                in.at = at;
                if (in.next() && near(in.time, time) && goesOn(BELIEVED)) {
                    in.at = at;
                    in.next();
                    return new Found(at, true, in.time);
                }
            } else if (at - damaged <= NEAR) {
                in.at = at;
                if (goesOn(BELIEVED)) {
                    return new Found(at, false, time);
                }
            }
        }
        return null;
    }

    private static boolean near(long clock, long time) {
        return time < 0 || Math.abs(clock - time) < V1Limits.TIME_STEP;
    }

    /// Whether the bytes are believable records from the first one on; the last may be cut.
    boolean goesOnFromStart() {
        return goesOnFrom(0);
    }

    /// The same from an offset on; true at the end of the file.
    boolean goesOnFrom(long offset) {
        table = false;
        in.at = offset;
        return offset >= bytes.byteSize() || goesOn(BELIEVED);
    }

    /// Whether so many records stand here, or fewer up to the end of the file.
    private boolean goesOn(int records) {
        int seen = 0;
        boolean stacks = table;
        while (seen < records && in.at < bytes.byteSize()) {
            effort--;
            if (!in.next() || !plausible() || stacks && in.type.isTimed()) {
                return false;
            }
            stacks = in.type == V1Type.STACK || stacks && in.type != V1Type.BATCH;
            seen++;
        }
        return seen >= BELIEVED_AT_END;
    }

    private boolean isText() {
        effort -= Math.min(V1Swallows.LOOKED_AT, in.bodySize);
        return V1Swallows.looksLikeText(bytes, in);
    }

    private boolean plausible() {
        return switch (in.type) {
            case BATCH -> batches.procCount() == 0 || in.args[0] == -1 || in.args[0] < 2L * batches.procCount() + 1024;
            case STRING -> in.args[0] > 0 && in.args[0] < PLAUSIBLE_ID && in.bodySize > 0 && isText();
            case USER_LOG -> isText();
            case STACK -> in.args[0] > 0 && in.args[0] < PLAUSIBLE_ID && in.args[1] > 0;
            case GO_CREATE, GO_START, GO_START_LOCAL, GO_START_LABEL, GO_UNBLOCK, GO_UNBLOCK_LOCAL, GO_SYS_EXIT,
                    GO_SYS_EXIT_LOCAL, GO_WAITING, GO_IN_SYSCALL ->
                in.args[0] > 0
                        && in.args[0] < PLAUSIBLE_ID;
            default -> true;
        };
    }
}
