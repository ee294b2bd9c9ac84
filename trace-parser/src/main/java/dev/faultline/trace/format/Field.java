package dev.faultline.trace.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A named value of an event: an argument on the wire, or one of the columns a, b, c of a row.
///
/// @param name as Go's sources have it where it is an argument
/// @param kind what the number stands for
public record Field(String name, Kind kind) {
    /// What a number stands for.
    public enum Kind {
        /// A number as it is.
        NUMBER,
        /// A string: id of the generation's table on the wire, the trace's in a row.
        STRING,
        /// A stack; ids likewise.
        STACK,
        /// A thread: index in a row, -1 for none.
        THREAD,
        /// Ordinal of a [GoStatus].
        GO_STATUS,
        /// Ordinal of a [ProcStatus].
        PROC_STATUS
    }

    /// Fields from their short forms: `name` for a number, else `name:kind`.
    static List<Field> listOf(String... texts) {
        return Arrays.stream(texts).map(Field::of).toList();
    }

    private static Field of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Field(text, Kind.NUMBER)
                : new Field(text.substring(0, colon), Kind.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)));
    }
}
