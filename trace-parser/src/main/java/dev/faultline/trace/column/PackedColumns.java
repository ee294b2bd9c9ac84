package dev.faultline.trace.column;

import dev.faultline.trace.index.Exchange;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.Supplier;

/// Saves and restores packed columns: their properties as arrays, their data as one blob, which restored columns lie in.
public final class PackedColumns {
    private PackedColumns() {
    }

    /// These columns, or those that were saved: their data is looked at when they are first asked for.
    public static Supplier<Packed[]> exchange(Exchange x, Packed[] columns) {
        long[] bases = x.longs(Arrays.stream(columns).mapToLong(Packed::base).toArray());
        int[] rows = x.ints(Arrays.stream(columns).mapToInt(Packed::rows).toArray());
        int[] widths = x.ints(Arrays.stream(columns).mapToInt(Packed::width).toArray());
        int[] patches = x.ints(Arrays.stream(columns).mapToInt(Packed::patches).toArray());
        Supplier<MemorySegment> data = x.later(Arrays.stream(columns).mapToLong(Packed::bytes).sum(),
                Arrays.stream(columns).map(Packed::data)::iterator);
        if (!x.restoring()) {
            return () -> columns;
        }
        return () -> restore(data.get(), bases, rows, widths, patches);
    }

    private static Packed[] restore(MemorySegment data, long[] bases, int[] rows, int[] widths, int[] patches) {
        Packed[] restored = new Packed[bases.length];
        long at = 0;
        for (int i = 0; i < restored.length; i++) {
            long size = (long) widths[i] * rows[i] + (long) Packer.PATCH_BYTES * patches[i];
            restored[i] = new Packed(size == 0 ? MemorySegment.NULL : data.asSlice(at, size), bases[i], rows[i],
                    widths[i], patches[i]);
            at += size;
        }
        return restored;
    }
}
