package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import java.util.ArrayList;
import java.util.List;

/// Walks a file from batch header to batch header and sorts the batches into generations.
///
/// A generation ends with its end byte (Go 1.26 and later), with the first batch of another number, or with the file.
public final class BatchScanner {
    /// First version that writes the end byte.
    private static final int END_BYTE_SINCE = 26;
    private static final int HEADER_BYTES = 2 + 4 * Limits.VARINT_BYTES;

    private final TraceFile file;
    private final ByteCursor header = new ByteCursor();
    private final List<RawGeneration> generations = new ArrayList<>();
    private List<Batch> batches = new ArrayList<>();
    private long number;
    private long offset;
    private long start;
    private long position;
    private long minTime = Long.MAX_VALUE;

    private BatchScanner(TraceFile file) {
        this.file = file;
        this.start = file.body();
        this.position = start;
    }

    /// All generations of a file. Damage ends the scan; it is told as a loss of the last generation, which is incomplete.
    public static List<RawGeneration> scan(TraceFile file) {
        BatchScanner scanner = new BatchScanner(file);
        scanner.walk();
        return scanner.generations;
    }

    private void walk() {
        try {
            while (position < file.size()) {
                step();
            }
        } catch (TraceFormatException e) {
            Place place = new Place(position, number == 0 ? -1 : number, -1, null);
            close(position, false, List.of(new Loss(place, file.size() - position, 0, 0, -1, e.getMessage())));
            return;
        }
        if (number != 0) {
            boolean endMissing = file.header().minor() >= END_BYTE_SINCE;
            close(position, !endMissing, List.of());
        }
    }

    private void step() throws TraceFormatException {
        int first = file.at(position);
        if (first == EventType.END_OF_GENERATION.id()) {
            position++;
            if (number != 0) {
                close(position, true, List.of());
            }
            start = position;
            return;
        }
        if (first != EventType.EVENT_BATCH.id() && first != EventType.EXPERIMENTAL_BATCH.id()) {
            throw new TraceFormatException(Place.at(position), "a batch (byte 1 or 49) or an end of generation (52)",
                    "byte " + first);
        }
        header.load(file, position, (int) Math.min(HEADER_BYTES, file.size() - position));
        boolean experimental = header.u8() == EventType.EXPERIMENTAL_BATCH.id();
        if (experimental) {
            header.u8();
        }
        long generation = header.varint();
        long thread = header.varint();
        long time = header.varint();
        long size = header.varint();
        check(generation, size);
        if (number != 0 && generation != number) {
            // the batch belongs to the next one; nothing of this one is known to be missing
            close(position, file.header().minor() < END_BYTE_SINCE, List.of());
            start = position;
        }
        number = generation;
        offset = header.offset();
        add(experimental, thread, time < 0 ? Long.MAX_VALUE : time, (int) size);
    }

    private void check(long generation, long size) throws TraceFormatException {
        if (header.overrun()) {
            throw new TraceFormatException(Place.at(position), "a batch header", "the end of the file");
        }
        if (generation == 0) {
            throw new TraceFormatException(Place.at(position), "a generation number from 1 on", "0");
        }
        if (size < 0 || size > Limits.BATCH_BYTES) {
            throw new TraceFormatException(Place.at(position), "a batch of at most " + Limits.BATCH_BYTES + " bytes",
                    "one of " + Long.toUnsignedString(size));
        }
    }

    private void add(boolean experimental, long thread, long time, int size) throws TraceFormatException {
        int present = (int) Math.min(size, file.size() - offset);
        if (present > 0) {
            batches.add(new Batch(kind(experimental, file.at(offset)), thread, time, offset, present));
        }
        minTime = Math.min(minTime, time);
        position = offset + present;
        if (present < size) {
            throw new TraceFormatException(Place.at(position), size - present + " more bytes of a batch",
                    "the end of the file");
        }
    }

    private static Batch.Kind kind(boolean experimental, int first) {
        if (experimental) {
            return Batch.Kind.EXPERIMENTAL;
        }
        EventType type = EventType.ofId(first);
        if (type == null) {
            return Batch.Kind.EVENTS;
        }
        return switch (type) {
            case STRINGS -> Batch.Kind.STRINGS;
            case STACKS -> Batch.Kind.STACKS;
            case CPU_SAMPLES -> Batch.Kind.CPU_SAMPLES;
            case FREQUENCY, SYNC -> Batch.Kind.SYNC;
            default -> Batch.Kind.EVENTS;
        };
    }

    private void close(long end, boolean complete, List<Loss> losses) {
        generations.add(new RawGeneration(number, start, end, minTime, batches, complete, losses));
        batches = new ArrayList<>();
        number = 0;
        minTime = Long.MAX_VALUE;
    }
}
