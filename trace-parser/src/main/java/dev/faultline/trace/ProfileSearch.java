package dev.faultline.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Recognizes pprof profiles: a protocol buffer of the message Profile. Source: github.com/google/pprof, proto/profile.proto.
final class ProfileSearch {
    private static final int FIELDS = 15;
    private static final int STRINGS = 6;
    private static final int SAMPLES = 2;
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int LONGEST_WORD = 40;
    /// So many texts are looked at: the kinds of samples stand among the first.
    private static final int WORDS = 40;

    private final MemorySegment bytes;
    private final Set<String> words = new LinkedHashSet<>();
    private long at;
    private boolean samples;

    private ProfileSearch(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /// What a profile tells of; empty when the bytes are none.
    static Optional<String> kind(MemorySegment bytes) {
        ProfileSearch search = new ProfileSearch(bytes);
        return search.isProfile() ? Optional.of(search.kind()) : Optional.empty();
    }

    private boolean isProfile() {
        while (at < bytes.byteSize()) {
            long tag = varint();
            long field = tag >>> 3;
            if (field < 1 || field > FIELDS || (tag & 7) != VARINT && (tag & 7) != BYTES) {
                return false;
            }
            long value = varint();
            if ((tag & 7) == BYTES) {
                if (value < 0 || value > bytes.byteSize() - at) {
                    return false;
                }
                samples |= field == SAMPLES;
                if (field == STRINGS && value > 0 && value <= LONGEST_WORD && words.size() < WORDS) {
                    words.add(new String(bytes.asSlice(at, value).toArray(ValueLayout.JAVA_BYTE),
                            StandardCharsets.UTF_8));
                }
                at += value;
            }
        }
        return at == bytes.byteSize() && samples && !words.isEmpty();
    }

    /// The next number; past the end of the bytes when it is cut.
    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64 && at < bytes.byteSize(); shift += 7) {
            byte b = bytes.get(ValueLayout.JAVA_BYTE, at++);
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        at = Long.MAX_VALUE;
        return 0;
    }

    private String kind() {
        if (words.contains("inuse_space")) {
            return "heap";
        }
        if (words.contains("contentions")) {
            return "waiting for locks: block or mutex";
        }
        if (words.contains("goroutineleak")) {
            return "leaked goroutines";
        }
        if (words.contains("goroutine")) {
            return "goroutines";
        }
        return words.contains("cpu") ? "CPU" : String.join(", ", words.stream().limit(4).toList());
    }
}
