package dev.faultline.views.export;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A message of protocol buffers that is put together in memory; fields are named by their numbers in its schema.
final class Message {
    private static final int BUFFER = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, BUFFER);

    /// Adds to a message; memory does not fail.
    private interface Field {
        void write(CodedOutputStream out) throws IOException;
    }

    private Message with(Field field) {
        try {
            field.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Message number(int field, long value) {
        return with(o -> o.writeUInt64(field, value));
    }

    Message fixed(int field, long value) {
        return with(o -> o.writeFixed64(field, value));
    }

    Message text(int field, String value) {
        return with(o -> o.writeString(field, value));
    }

    Message message(int field, Message value) {
        return with(o -> o.writeByteArray(field, value.toBytes()));
    }

    /// Numbers as one packed field.
    Message numbers(int field, long... values) {
        Message packed = new Message();
        for (long value : values) {
            packed.with(o -> o.writeUInt64NoTag(value));
        }
        return with(o -> o.writeByteArray(field, packed.toBytes()));
    }

    byte[] toBytes() {
        with(CodedOutputStream::flush);
        return bytes.toByteArray();
    }
}
