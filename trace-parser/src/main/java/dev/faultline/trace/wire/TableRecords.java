package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts and stacks of a generation as they are on the wire, in the order of the file, for those who write them again.
/// What cannot be decoded is left out.
public final class TableRecords {
    /// Numbers of a frame: program counter, function, file, line.
    public static final int FRAME_VALUES = 4;

    private static final long SECOND = 1_000_000_000;
    private static final long LATEST_SECOND = 1L << 40;

    private final Long2ObjectLinkedOpenHashMap<byte[]> strings = new Long2ObjectLinkedOpenHashMap<>();
    private final Long2ObjectLinkedOpenHashMap<long[]> stacks = new Long2ObjectLinkedOpenHashMap<>();
    private final ByteCursor in = new ByteCursor();
    private long frequency;
    private long monotonic = -1;
    private @Nullable ClockSnapshot snapshot;

    private TableRecords() {
    }

    /// Reads the tables among some batches.
    public static TableRecords read(TraceFile file, List<Batch> batches) {
        TableRecords records = new TableRecords();
        for (Batch batch : batches) {
            try {
                records.read(file, batch);
            } catch (TraceFormatException e) {
                records.in.skipAll();
            }
        }
        return records;
    }

    private void read(TraceFile file, Batch batch) throws TraceFormatException {
        switch (batch.kind()) {
            case STRINGS, STACKS, SYNC -> in.load(file, batch);
            default -> {
                return;
            }
        }
        if (batch.kind() != Batch.Kind.SYNC || in.peek() == EventType.SYNC.id()) {
            in.u8();
        }
        while (in.more()) {
            int type = in.u8();
            switch (batch.kind()) {
                case STRINGS -> string();
                case STACKS -> stack();
                default -> clock(batch, type);
            }
        }
    }

    private void string() throws TraceFormatException {
        long id = in.varint();
        byte[] text = in.bytes(atMost(Limits.STRING_BYTES));
        strings.putIfAbsent(id, text);
    }

    private void stack() throws TraceFormatException {
        long id = in.varint();
        long[] frames = new long[FRAME_VALUES * atMost(Limits.STACK_FRAMES)];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = in.varint();
        }
        atMost(in.overrun());
        stacks.putIfAbsent(id, frames);
    }

    private void clock(Batch batch, int type) throws TraceFormatException {
        if (type == EventType.FREQUENCY.id()) {
            frequency = in.varint();
            return;
        }
        long units = batch.time() + in.varint();
        monotonic = in.varint();
        long seconds = in.varint();
        long nanos = in.varint();
        atMost(in.overrun() || nanos < 0 || nanos >= SECOND || seconds < 0 || seconds > LATEST_SECOND);
        snapshot = new ClockSnapshot(units, Instant.ofEpochSecond(seconds, nanos));
    }

    private int atMost(int most) throws TraceFormatException {
        long value = in.varint();
        atMost(value < 0 || value > most);
        return (int) value;
    }

    private void atMost(boolean exceeded) throws TraceFormatException {
        if (exceeded) {
            throw new TraceFormatException(Place.at(in.offset()), "a record of the table", "something else");
        }
    }

    /// Bytes of the texts by id.
    public Long2ObjectLinkedOpenHashMap<byte[]> strings() {
        return strings;
    }

    /// Frames of the stacks by id, the innermost first, each with [#FRAME_VALUES] numbers.
    public Long2ObjectLinkedOpenHashMap<long[]> stacks() {
        return stacks;
    }

    /// Clock units per second, 0 when not told.
    public long frequency() {
        return frequency;
    }

    /// The wall clock at a moment, null before Go 1.25.
    public @Nullable ClockSnapshot snapshot() {
        return snapshot;
    }

    /// The system's monotonic clock at the moment of the snapshot, in nanoseconds; -1 when there is none.
    public long monotonic() {
        return monotonic;
    }
}
