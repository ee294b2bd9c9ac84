package dev.faultline.model.words;

import dev.faultline.trace.Trace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The release of Go that wrote a trace. The header names only the version of the format, which several releases may
/// share; the paths of the library's files name the release where it was unpacked into a folder with a telling name.
public final class GoRelease {
    /// The newest format that this program knows; later releases keep it until they change the format.
    private static final int NEWEST = 26;
    private static final Pattern IN_PATH = Pattern
            .compile("(?:^|[/\\\\@])go(?:lang)?-?v?(1\\.\\d+(?:\\.\\d+)?)[^/\\\\]*[/\\\\](?:go[/\\\\])?src[/\\\\]");

    private GoRelease() {
    }

    /// `Go 1.27.1`, or what the format's version allows: `Go 1.26 or later`.
    public static String of(Trace trace) {
        for (int i = 0; i < trace.stacks().frameCount(); i++) {
            var frame = trace.stacks().frame(i);
            if (frame.function().startsWith("runtime.") && !frame.file().isEmpty()) {
                Matcher path = IN_PATH.matcher(frame.file());
                return path.find() ? "Go " + path.group(1) : ofFormat(trace.minor());
            }
        }
        return ofFormat(trace.minor());
    }

    /// The same with the header that the file begins with: `Go 1.27.1 (go 1.26 trace)`.
    public static String withHeader(Trace trace) {
        return of(trace) + " (" + trace.header() + ")";
    }

    /// The releases that write a format.
    ///
    /// @param minor version in the header, 26 for `go 1.26 trace`
    static String ofFormat(int minor) {
        return switch (minor) {
            case 5 -> "Go 1.5 or 1.6";
            case 11 -> "Go 1.11 to 1.18";
            case 19 -> "Go 1.19 or 1.20";
            case 23 -> "Go 1.23 or 1.24";
            default -> "Go 1." + minor + (minor >= NEWEST ? " or later" : "");
        };
    }
}
