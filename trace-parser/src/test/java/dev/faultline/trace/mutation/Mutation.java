package dev.faultline.trace.mutation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A way to damage a file.
///
/// @param at where, a byte offset
/// @param length how many bytes
/// @param other a second place behind the first, for swaps
/// @param seed of the bytes that are made up
public record Mutation(Kind kind, int at, int length, int other, long seed) {
    /// What is done to the bytes.
    public enum Kind {
        /// Bytes are changed.
        FLIP,
        /// The file ends early.
        CUT,
        /// Bytes are taken out.
        REMOVE,
        /// Bytes stand twice.
        DOUBLE,
        /// Two stretches change places.
        SWAP,
        /// A line of text is put in between.
        TEXT
    }

    private static final int HEADER = 16;
    static final byte[] LINE = "2026/01/02 15:04:05 served GET /api/v1/items in 12ms\n".getBytes();

    /// Part of the original that stands unchanged in the mutated file.
    ///
    /// @param from first byte in the original
    /// @param to behind the last byte
    record Untouched(int from, int to) {
        boolean holds(long begin, long end) {
            return from <= begin && end <= to;
        }
    }

    /// A mutation of a file of this size that spares its header.
    public static Mutation random(RandomGenerator random, int size) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int at = HEADER + random.nextInt(Math.max(1, size - HEADER));
        int most = kind == Kind.FLIP ? 16 : Math.max(1, (size - at) / (1 + random.nextInt(8)));
        int length = Math.min(1 + random.nextInt(most), Math.max(0, size - at));
        int other = Math.min(size - length, at + length + random.nextInt(Math.max(1, size - at - length)));
        boolean room = other >= at + length;
        return new Mutation(kind == Kind.SWAP && !room ? Kind.REMOVE : kind, at, length, Math.max(at, other),
                random.nextLong());
    }

    /// The damaged file.
    public byte[] apply(byte[] original) {
        return switch (kind) {
            case FLIP -> flipped(original);
            case CUT -> Arrays.copyOf(original, at);
            case REMOVE -> parts(original, 0, at, at + length, original.length);
            case DOUBLE -> parts(original, 0, at + length, at, original.length);
            case SWAP -> parts(original, 0, at, other, other + length, at + length, other, at, at + length,
                    other + length, original.length);
            case TEXT -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream(original.length + LINE.length);
                out.write(original, 0, at);
                out.writeBytes(LINE);
                out.write(original, at, original.length - at);
                yield out.toByteArray();
            }
        };
    }

    /// What of the original is in the damaged file as it was.
    List<Untouched> untouched(int size) {
        List<Untouched> parts = new ArrayList<>();
        parts.add(new Untouched(0, kind == Kind.DOUBLE ? at + length : at));
        switch (kind) {
            case FLIP, REMOVE -> parts.add(new Untouched(at + length, size));
            case DOUBLE -> parts.add(new Untouched(at + length, size));
            case TEXT -> parts.add(new Untouched(at, size));
            case SWAP -> parts.add(new Untouched(other + length, size));
            case CUT -> {
                // nothing behind the cut
            }
        }
        return parts;
    }

    private byte[] flipped(byte[] original) {
        byte[] copy = original.clone();
        RandomGenerator random = new Random(seed);
        for (int i = at; i < at + length && i < copy.length; i++) {
            copy[i] ^= (byte) (1 + random.nextInt(255));
        }
        return copy;
    }

    private static byte[] parts(byte[] original, int... bounds) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(original.length);
        for (int i = 0; i < bounds.length; i += 2) {
            out.write(original, bounds[i], bounds[i + 1] - bounds[i]);
        }
        return out.toByteArray();
    }
}
