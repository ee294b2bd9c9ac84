package dev.faultline.trace.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A limit that an environment variable sets, for the window as well as for the command line: a whole number, which may end
/// in k, M or G for powers of 1024, as Java's own `-Xmx` has it.
public enum UserLimit {
    /// Bytes of memory for the columns of all open traces.
    COLUMN_MEMORY("FAULTLINE_COLUMN_MEMORY", 0),
    /// Bytes of all indices; 0 keeps none.
    INDEX("FAULTLINE_CACHE", 0),
    /// Bytes that may come out of one packed file.
    UNPACKED("FAULTLINE_MAX_UNPACKED", 1),
    /// Bytes that may come out of each packed byte.
    RATIO("FAULTLINE_MAX_RATIO", 1);

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,18})([kKmMgG]?)");
    private static final int STEP = 10;

    private final String variable;
    private final long least;

    UserLimit(String variable, long least) {
        this.variable = variable;
        this.least = least;
    }

    /// Name of the environment variable.
    public String variable() {
        return variable;
    }

    /// What the user set; `otherwise` where nothing is set, or nothing that is understood.
    public long in(Map<String, String> environment, long otherwise) {
        return parse(environment.getOrDefault(variable, "")).orElse(otherwise);
    }

    /// A sentence for each variable that is set to what is not understood.
    public static List<String> problems(Map<String, String> environment) {
        return Arrays.stream(values())
                .filter(limit -> !environment.getOrDefault(limit.variable, "").isBlank())
                .filter(limit -> limit.parse(environment.getOrDefault(limit.variable, "")).isEmpty())
                .map(limit -> "%s must be a whole number from %d on, as 500M or 2G, and not “%s”; it is left out of account"
                        .formatted(limit.variable, limit.least, environment.get(limit.variable)))
                .toList();
    }

    private OptionalLong parse(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        int shift = switch (number.group(2)) {
            case "k", "K" -> STEP;
            case "m", "M" -> 2 * STEP;
            case "g", "G" -> 3 * STEP;
            default -> 0;
        };
        long value = Long.parseLong(number.group(1));
        return value < least || value > Long.MAX_VALUE >> shift
                ? OptionalLong.empty()
                : OptionalLong.of(value << shift);
    }
}
