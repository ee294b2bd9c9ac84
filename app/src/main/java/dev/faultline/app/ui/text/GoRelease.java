package dev.faultline.app.ui.text;

import dev.faultline.trace.Trace;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The release of Go that wrote a trace. The header names only the version of the format; the paths of the library's
/// files name the release where it was unpacked into a folder with a telling name.
final class GoRelease {
    private static final Pattern IN_PATH = Pattern.compile("go-?v?(1\\.\\d+(?:\\.\\d+)?)[^/]*/(?:go/)?src/");

    private GoRelease() {
    }

    /// `Go 1.27.1`, or what the format's version allows: `Go 1.26 or later`.
    static Optional<String> of(Trace trace) {
        for (int i = 0; i < trace.stacks().frameCount(); i++) {
            var frame = trace.stacks().frame(i);
            if (frame.function().startsWith("runtime.") && !frame.file().isEmpty()) {
                Matcher path = IN_PATH.matcher(frame.file());
                return path.find() ? Optional.of("Go " + path.group(1)) : ofFormat(trace.minor());
            }
        }
        return ofFormat(trace.minor());
    }

    private static Optional<String> ofFormat(int minor) {
        return switch (minor) {
            case 23 -> Optional.of("Go 1.23 or 1.24");
            case 26 -> Optional.of("Go 1.26 or later");
            default -> minor >= 5 ? Optional.of("Go 1." + minor) : Optional.empty();
        };
    }
}
