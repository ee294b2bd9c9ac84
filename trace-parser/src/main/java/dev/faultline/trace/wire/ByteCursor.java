package dev.faultline.trace.wire;

import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import java.util.Arrays;

/// A moving position in a piece of the file. This is the one hot class of the decoder, hence its plain fields.
///
/// The buffer always has [#PADDING] zero bytes behind the piece: a number may be read without asking whether it is
/// complete, since a zero ends every number. Whoever has read a whole record asks once with [#overrun].
public final class ByteCursor {
    private static final int PADDING = Limits.VARINT_BYTES * (Limits.EVENT_VALUES + 1);

    private byte[] buffer = new byte[PADDING];
    private int position;
    private int limit;
    /// Offset in the file of the buffer's first byte.
    private long origin;

    /// Takes `length` bytes of the file from an offset on.
    public void load(TraceFile file, long offset, int length) {
        if (buffer.length < length + PADDING) {
            buffer = new byte[length + PADDING];
        }
        file.copy(offset, buffer, 0, length);
        load(offset, length);
    }

    /// Takes the payload of a batch, foreign bytes left out.
    void load(TraceFile file, Batch batch) {
        load(file, batch.offset(), batch.size());
        if (batch.foreignSize() > 0) {
            int before = (int) (batch.foreignAt() - batch.offset());
            file.copy(batch.foreignAt() + batch.foreignSize(), buffer, before, batch.size() - before);
        }
    }

    /// Takes bytes that are in memory.
    public void load(byte[] bytes, long offset) {
        if (buffer.length < bytes.length + PADDING) {
            buffer = new byte[bytes.length + PADDING];
        }
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        load(offset, bytes.length);
    }

    private void load(long offset, int length) {
        Arrays.fill(buffer, length, length + PADDING, (byte) 0);
        origin = offset;
        position = 0;
        limit = length;
    }

    /// Whether bytes are left.
    public boolean more() {
        return position < limit;
    }

    /// Whether what was read reached behind the end: it is cut off.
    public boolean overrun() {
        return position > limit;
    }

    public int remaining() {
        return limit - position;
    }

    /// Offset of the position in the file.
    public long offset() {
        return origin + position;
    }

    /// Offset in the file of the end.
    public long end() {
        return origin + limit;
    }

    /// Moves to an offset in the file between the piece's begin and end.
    void seek(long offset) {
        position = (int) (offset - origin);
    }

    /// Moves over bytes, perhaps behind the end.
    void skip(int length) {
        position = Math.min(position + length, limit + 1);
    }

    /// @throws TraceFormatException unless it holds
    void expect(boolean holds) throws TraceFormatException {
        if (!holds) {
            throw new TraceFormatException(Place.at(offset()), "a record of the table", "something else");
        }
    }

    /// Gives up what is left.
    public void skipAll() {
        position = limit;
    }

    /// The next byte, 0 to 255.
    public int u8() {
        return buffer[position++] & 0xff;
    }

    /// The next byte, without moving.
    public int peek() {
        return buffer[position] & 0xff;
    }

    /// The next bytes.
    ///
    /// @throws TraceFormatException when fewer are left
    public byte[] bytes(int length) throws TraceFormatException {
        if (length > remaining()) {
            throw new TraceFormatException(Place.at(offset()), length + " bytes", remaining() + " left");
        }
        position += length;
        return Arrays.copyOfRange(buffer, position - length, position);
    }

    /// The next number, unsigned. Encodings longer than needed are legal and common.
    ///
    /// @throws TraceFormatException when it has more than 64 bits
    public long varint() throws TraceFormatException {
        int p = position;
        int first = buffer[p];
        if (first >= 0) {
            position = p + 1;
            return first;
        }
        int second = buffer[p + 1];
        if (second >= 0) {
            position = p + 2;
            return first & 0x7f | second << 7;
        }
        int low = first & 0x7f | (second & 0x7f) << 7;
        int third = buffer[p + 2];
        if (third >= 0) {
            position = p + 3;
            return low | third << 14;
        }
        return longVarint(p, low | (third & 0x7f) << 14);
    }

    private long longVarint(int start, long low) throws TraceFormatException {
        int p = start + 3;
        long value = low;
        for (int shift = 21; shift < 63; shift += 7) {
            long b = buffer[p++];
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                position = p;
                return value;
            }
        }
        int last = buffer[p++];
        if (last < 0 || last > 1) {
            throw new TraceFormatException(Place.at(origin + start), "a number of at most 64 bits", "a longer one");
        }
        position = p;
        return value | (long) last << 63;
    }
}
