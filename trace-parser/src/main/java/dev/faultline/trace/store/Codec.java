package dev.faultline.trace.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes a value to a part of a trace's index and reads it back. Stands apart from the value's class, which knows nothing
/// of files.
///
/// @param <T> what is kept
public interface Codec<T> {
    /// @throws IOException when the disk is full
    void write(PartWriter to, T value) throws IOException;

    /// A value equal to the one that was written.
    ///
    /// @throws IOException when the part ends too early, or cannot be unpacked
    T read(PartReader from) throws IOException;

    /// Records of a type, component by component: see [RecordCodec].
    static <T extends Record> Codec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /// Lists of what this codec keeps.
    default Codec<List<T>> list() {
        Codec<T> items = this;
        return new Codec<>() {
            @Override
            public void write(PartWriter to, List<T> values) throws IOException {
                to.number(values.size());
                for (T value : values) {
                    items.write(to, value);
                }
            }

            @Override
            public List<T> read(PartReader from) throws IOException {
                int count = from.size();
                List<T> values = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    values.add(items.read(from));
                }
                return values;
            }
        };
    }
}
