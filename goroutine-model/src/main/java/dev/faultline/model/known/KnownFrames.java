package dev.faultline.model.known;

import dev.faultline.model.Glob;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.owner.Owners;
import dev.faultline.trace.event.Stacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The known functions, from `known-frames.txt` beside this class, which tells its format.
public final class KnownFrames {
    private static final KnownFrames ALL = new KnownFrames(read());
    private static final int COLUMNS = 3;

    private final Map<String, KnownFrame> exact = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();

    private record Pattern(Predicate<String> functions, KnownFrame frame) {}

    private KnownFrames(List<KnownFrame> frames) {
        for (KnownFrame frame : frames) {
            if (plain(frame.pattern())) {
                exact.put(frame.pattern(), frame);
            } else {
                patterns.add(new Pattern(Glob.of(frame.pattern()), frame));
            }
        }
    }

    /// The file that comes with the program.
    public static KnownFrames all() {
        return ALL;
    }

    /// Whose the frames of these stacks are. To be asked for when all stacks are there.
    public static Owners owners(Stacks stacks) {
        return Owners.of(stacks, function -> ALL.find(function) != null);
    }

    /// The star of a receiver's type stands for itself.
    private static boolean plain(String pattern) {
        return pattern.replace("(*", "").indexOf('*') < 0;
    }

    /// What is known of a function; the first line that matches counts, names without wildcards before all others.
    public @Nullable KnownFrame find(String function) {
        KnownFrame known = exact.get(function);
        if (known != null) {
            return known;
        }
        for (Pattern pattern : patterns) {
            if (pattern.functions.test(function)) {
                return pattern.frame();
            }
        }
        return null;
    }

    /// Whether a function has this meaning.
    public boolean means(String function, Meaning meaning) {
        KnownFrame known = find(function);
        return known != null && known.meaning() == meaning;
    }

    private static List<KnownFrame> read() {
        try (var in = Objects.requireNonNull(KnownFrames.class.getResourceAsStream("known-frames.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads lines of `meaning function words`, with ` | remedy` after the words of some; empty ones and those that begin with # are passed over.
    ///
    /// @throws IllegalArgumentException with the number of the first line that cannot be read
    static List<KnownFrame> parse(List<String> lines) {
        List<KnownFrame> frames = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                frames.add(frame(line, i + 1));
            }
        }
        return frames;
    }

    private static KnownFrame frame(String line, int number) {
        String[] columns = line.split("\\s+", COLUMNS);
        for (Meaning meaning : Meaning.values()) {
            if (columns.length == COLUMNS && meaning.label().equals(columns[0])) {
                String[] words = columns[2].split(" \\| ", 2);
                return new KnownFrame(meaning, columns[1], words[0].strip(), words.length == 1 ? "" : words[1].strip());
            }
        }
        throw new IllegalArgumentException("line " + number + ": expected meaning, function and words, found: " + line);
    }
}
