package dev.faultline.trace.format;

import org.jspecify.annotations.Nullable;

/// Where in a file something was found.
///
/// @param offset byte offset in the uncompressed trace, -1 when unknown
/// @param generation number of the generation, -1 when outside any
/// @param thread id of the writing thread, -1 when none
/// @param event name of the event, null when none
public record Place(long offset, long generation, long thread, @Nullable String event) {
    public static Place at(long offset) {
        return new Place(offset, -1, -1, null);
    }

    /// For people: `byte 4711, generation 3, thread 42, GoBlock`.
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder("byte ").append(offset);
        if (generation >= 0) {
            s.append(", generation ").append(Long.toUnsignedString(generation));
        }
        if (thread != -1) {
            s.append(", thread ").append(Long.toUnsignedString(thread));
        }
        if (event != null) {
            s.append(", ").append(event);
        }
        return s.toString();
    }
}
