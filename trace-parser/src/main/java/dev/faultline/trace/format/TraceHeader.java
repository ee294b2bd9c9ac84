package dev.faultline.trace.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first 16 bytes of a trace: `go 1.<minor> trace`, padded with NUL.
///
/// The number names a format, not the Go release that wrote it: releases that changed nothing kept the number before.
/// Source: Go 1.27, internal/trace/version/version.go.
///
/// @param text the header without its padding
/// @param minor 22 for `go 1.22 trace`
public record TraceHeader(String text, int minor) {
    /// Bytes of a header.
    public static final int SIZE = 16;
    /// The newest format that this reader was made for.
    public static final int NEWEST = 26;
    private static final int FIRST_V2 = 22;
    private static final Pattern SHAPE = Pattern.compile("go 1\\.(\\d{1,3}) trace");

    /// The two unrelated wire formats.
    public enum Family {
        /// Go 1.5 to 1.21.
        V1,
        /// Go 1.22 and later.
        V2
    }

    public Family family() {
        return minor < FIRST_V2 ? Family.V1 : Family.V2;
    }

    /// Whether a Go release is known to write this header.
    public boolean known() {
        return switch (minor) {
            case 5, 7, 8, 9, 10, 11, 19, 21, 22, 23, 25, 26 -> true;
            default -> false;
        };
    }

    /// Reads a header.
    ///
    /// @param bytes the file's first bytes, fewer than 16 where the file is shorter
    /// @throws TraceFormatException when they are something else
    public static TraceHeader parse(byte[] bytes) throws TraceFormatException {
        if (bytes.length == 0) {
            throw new TraceFormatException(Place.at(0), "the header of a Go trace", "an empty file");
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        Matcher shape = SHAPE.matcher(text);
        if (bytes.length != SIZE || !shape.matches() || !onlyNul(bytes, end)) {
            throw new TraceFormatException(Place.at(0), "the header of a Go trace such as \"go 1.26 trace\"",
                    quote(bytes));
        }
        return new TraceHeader(text, Integer.parseInt(shape.group(1)));
    }

    private static boolean onlyNul(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static String quote(byte[] bytes) {
        StringBuilder s = new StringBuilder("\"");
        for (byte b : bytes) {
            if (b >= ' ' && b < 0x7f) {
                s.append((char) b);
            } else {
                s.append(String.format("\\x%02x", b & 0xff));
            }
        }
        return s.append('"').toString();
    }
}
