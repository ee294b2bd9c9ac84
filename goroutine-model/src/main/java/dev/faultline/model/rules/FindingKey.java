package dev.faultline.model.rules;

import dev.faultline.trace.event.Frame;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What tells a finding of one trace from the others and stays the same in another trace of the program, also after its code was
/// edited elsewhere: the id, the functions in which goroutines are created and in which they wait, and the name of the task.
/// For example `goroutine-leak created:main.serve at:main.(*pool).get`. No goroutine, line or time is in it, and no number that
/// the compiler gives to closures. Where a place plays no part it is left out.
public final class FindingKey {
    /// What the compiler calls functions without a name: `func1`, `gowrap2`, `deferwrap1`, with the numbers of those inside.
    private static final Pattern CLOSURES = Pattern.compile("(\\.(func|gowrap|deferwrap)\\d+|\\.\\d+|-range\\d+|-fm|"
            + "[·.]dwrap[·.]\\d+)(?=[.·-]|$)");

    private FindingKey() {
    }

    /// @param id of the finding
    /// @param created where its goroutines are created, null when unknown or of no importance
    /// @param at where they wait, or do what the finding is about, null when unknown or of no importance
    /// @param about the name of the task, request, region or the like, empty for none
    static String of(String id, @Nullable Frame created, @Nullable Frame at, String about) {
        return id + part(" created:", created) + part(" at:", at) + (about.isEmpty() ? "" : " of:" + about);
    }

    private static String part(String name, @Nullable Frame frame) {
        // an address is another in every build
        return frame == null || frame.function().isEmpty() ? "" : name + function(frame.function());
    }

    /// The function in whose text a function stands: without closures and type arguments. `main.Map[...].func1.2` is
    /// `main.Map`.
    public static String function(String function) {
        String plain = withoutTypeArguments(function);
        int named = namedUntil(plain);
        return plain.substring(0, named) + CLOSURES.matcher(plain.substring(named)).replaceAll("");
    }

    private static String withoutTypeArguments(String function) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < function.length(); i++) {
            char c = function.charAt(i);
            depth += c == '[' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == ']' && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }

    /// Where the package and the first name behind it end, which a program may itself have called `func1`.
    private static int namedUntil(String function) {
        int at = function.indexOf('.', function.lastIndexOf('/') + 1);
        if (at < 0) {
            return function.length();
        }
        int end = function.startsWith("(", at + 1) ? function.indexOf(')', at) + 2 : at + 1;
        while (end < function.length() && ".-·".indexOf(function.charAt(end)) < 0) {
            end++;
        }
        return Math.min(end, function.length());
    }
}
