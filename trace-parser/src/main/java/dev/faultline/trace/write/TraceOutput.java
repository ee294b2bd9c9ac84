package dev.faultline.trace.write;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A trace that is being written: header, batches, ends of generations.
final class TraceOutput {
    private static final int PIECE = 8 << 20;

    private final WritableByteChannel channel;
    private final WireBuffer held = new WireBuffer();
    private long written;

    TraceOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    void header(TraceHeader header) {
        held.bytes(Arrays.copyOf(header.text().getBytes(StandardCharsets.US_ASCII), TraceHeader.SIZE));
    }

    /// @param thread id, or none
    /// @param time in clock units
    void batch(long generation, long thread, long time, WireBuffer payload) throws IOException {
        held.u8(EventType.EVENT_BATCH.id()).varint(generation).varint(thread).varint(time).varint(payload.size())
                .bytes(payload);
        drainWhenMuch();
    }

    void experimental(int experiment, long generation, long thread, long time, WireBuffer payload) throws IOException {
        held.u8(EventType.EXPERIMENTAL_BATCH.id()).u8(experiment).varint(generation).varint(thread).varint(time)
                .varint(payload.size()).bytes(payload);
        drainWhenMuch();
    }

    /// Ends a generation where the version has a byte for it.
    void end(TraceFile of) {
        if (of.hasEndBytes()) {
            held.u8(EventType.END_OF_GENERATION.id());
        }
    }

    /// Copies bytes as they are.
    void copy(TraceFile from, long offset, long end) throws IOException {
        drain();
        for (long at = offset; at < end; at += PIECE) {
            write(from.view(at, Math.min(at + PIECE, end)));
        }
    }

    /// @return bytes written in all
    long finish() throws IOException {
        drain();
        return written;
    }

    private void drainWhenMuch() throws IOException {
        if (held.size() > PIECE) {
            drain();
        }
    }

    private void drain() throws IOException {
        write(held.view());
        held.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
