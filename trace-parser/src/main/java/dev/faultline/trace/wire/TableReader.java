package dev.faultline.trace.wire;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decodes the batches of a generation that hold no events. A damaged one loses the records up to the next that can be found.
public final class TableReader {
    private final Tables tables = new Tables();
    private final ByteCursor in = new ByteCursor();

    private TableReader() {
    }

    /// Reads all tables of a generation.
    public static Tables read(TraceFile file, RawGeneration generation) {
        TableReader reader = new TableReader();
        for (Batch batch : generation.batches()) {
            reader.read(file, batch, generation.number());
        }
        return reader.tables;
    }

    /// Clock units per second as one generation says, 0 when it does not.
    public static long frequency(TraceFile file, RawGeneration generation) {
        TableReader reader = new TableReader();
        for (Batch batch : generation.batches()) {
            if (batch.kind() == Batch.Kind.SYNC) {
                reader.read(file, batch, generation.number());
            }
        }
        return reader.tables.frequency;
    }

    /// Whether a table can be read to its very end.
    static boolean endsCleanly(TraceFile file, Batch batch) {
        TableReader reader = new TableReader();
        reader.read(file, batch, 0);
        return reader.tables.gaps.isEmpty();
    }

    private void read(TraceFile file, Batch batch, long generation) {
        if (batch.kind() == Batch.Kind.EVENTS || batch.kind() == Batch.Kind.EXPERIMENTAL) {
            return;
        }
        in.load(file, batch);
        EventType marker = EventType.ofId(in.peek());
        if (batch.kind() != Batch.Kind.SYNC || marker == EventType.SYNC) {
            in.u8();
        }
        while (in.more()) {
            long record = in.offset();
            EventType type = EventType.ofId(in.u8());
            try {
                record(batch, type);
            } catch (TraceFormatException e) {
                new TableResync(in, batch.kind()).find(record + 1);
                Place place = new Place(record, generation, -1, type == null ? null : type.goName());
                tables.gaps.add(new Gap(place, in.offset() - record, batch.time(), batch.time(), e.getMessage()));
            }
        }
    }

    private void record(Batch batch, @Nullable EventType type) throws TraceFormatException {
        switch (batch.kind()) {
            case STRINGS -> string(type);
            case STACKS -> stack(type);
            case CPU_SAMPLES -> sample(type);
            default -> clock(batch, type);
        }
    }

    private void string(@Nullable EventType type) throws TraceFormatException {
        expect(EventType.STRING, type);
        long id = in.varint();
        long length = in.varint();
        limit("bytes of a string", length, Limits.STRING_BYTES);
        byte[] text = in.bytes((int) length);
        tables.stringIds.add(id);
        tables.texts.add(new String(text, StandardCharsets.UTF_8));
    }

    private void stack(@Nullable EventType type) throws TraceFormatException {
        expect(EventType.STACK, type);
        long id = in.varint();
        long frames = in.varint();
        limit("frames of a stack", frames, Limits.STACK_FRAMES);
        int start = tables.stackRecords.size();
        tables.stackRecords.add(id);
        tables.stackRecords.add(frames);
        try {
            for (int i = 0; i < 4 * frames; i++) {
                tables.stackRecords.add(in.varint());
                whole();
            }
        } catch (TraceFormatException e) {
            tables.stackRecords.size(start);
            throw e;
        }
    }

    private void sample(@Nullable EventType type) throws TraceFormatException {
        expect(EventType.CPU_SAMPLE, type);
        long time = in.varint();
        CpuSample sample = new CpuSample(time < 0 ? Long.MAX_VALUE : time, in.varint(), in.varint(), in.varint(),
                in.varint());
        whole();
        tables.samples.add(sample);
    }

    private void clock(Batch batch, @Nullable EventType type) throws TraceFormatException {
        if (type == EventType.CLOCK_SNAPSHOT) {
            long units = batch.time() + in.varint();
            in.varint();
            long seconds = in.varint();
            long nanos = in.varint();
            whole();
            limit("nanoseconds of a second", nanos, 1_000_000_000);
            limit("seconds since 1970", seconds, 1L << 40);
            tables.snapshot = new ClockSnapshot(units, Instant.ofEpochSecond(seconds, nanos));
        } else {
            expect(EventType.FREQUENCY, type);
            long frequency = in.varint();
            whole();
            if (!Clock.plausible(frequency)) {
                throw new TraceFormatException(Place.at(in.offset()), "a plausible clock frequency",
                        Long.toUnsignedString(frequency));
            }
            tables.frequency = frequency;
        }
    }

    private void expect(EventType wanted, @Nullable EventType found)
            throws TraceFormatException {
        if (wanted != found) {
            throw new TraceFormatException(Place.at(in.offset() - 1), "a record " + wanted.goName(),
                    found == null ? "an unknown one" : found.goName());
        }
    }

    private void limit(String what, long value, long most) throws TraceFormatException {
        whole();
        if (value < 0 || value > most) {
            throw new TraceFormatException(Place.at(in.offset()), "at most " + most + " " + what,
                    Long.toUnsignedString(value));
        }
    }

    private void whole() throws TraceFormatException {
        if (in.overrun()) {
            throw new TraceFormatException(Place.at(in.end()), "the rest of a record", "the end of the batch");
        }
    }
}
