package dev.faultline.trace.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.Samples;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Names that are replaced while a trace is written again.
class DisguiseTest {
    private static final Path TRACES = Path.of("src", "test", "resources", "traces");

    /// Puts letters before every name, and knows what it was told of.
    private static final class Marked implements Disguise {
        private final Set<String> learnt = new HashSet<>();
        private final Set<String> texts = new HashSet<>();

        @Override
        public void learn(String function, String path, long line) {
            learnt.add(function);
        }

        @Override
        public String function(String name) {
            assertTrue(learnt.contains(name), name);
            return other(name);
        }

        /// The runtime names some of its functions as what was waited for, and that stays.
        static String other(String function) {
            return function.isEmpty() || function.startsWith("runtime.") ? function : "other." + function.length();
        }

        @Override
        public String file(String path, String function) {
            return "f" + path.length();
        }

        @Override
        public long line(long line, String path, String function) {
            return line + 1;
        }

        @Override
        public long address(long address) {
            return address + 16;
        }

        @Override
        public String text(Role role, String text) {
            texts.add(text);
            return role + "" + text.length();
        }
    }

    @Test
    void everyFrameOfAWholeTraceBearsItsOtherName() throws IOException {
        for (Path file : List.of(TRACES.resolve("generations-1.27.trace"), TRACES.resolve("rare-events-1.27.trace"),
                TRACES.resolve("generations-1.22.trace"), Samples.of("go1.24", "healthy-spans"))) {
            sameButForNames(file, 0, Long.MAX_VALUE);
        }
    }

    private static void sameButForNames(Path file, long fromNs, long toNs) throws IOException {
        Marked names = new Marked();
        Rewritten plain = Rewritten.of(file, fromNs, toNs);
        Rewritten other = Rewritten.of(file, fromNs, toNs, names);
        try (Trace before = plain.read(); Trace after = other.read()) {
            assertTrue(after.report().complete(), after.report()::toString);
            assertEquals(before.events().size(), after.events().size());
            for (int row = 0; row < before.events().size(); row++) {
                assertEquals(before.events().type(row), after.events().type(row));
                assertEquals(before.events().time(row), after.events().time(row));
                assertEquals(marked(before.stacks().frames(before.events().stack(row))),
                        named(after.stacks().frames(after.events().stack(row))));
            }
            String written = new String(other.bytes(), StandardCharsets.ISO_8859_1);
            names.learnt.stream().filter(name -> name.startsWith("main."))
                    .forEach(name -> assertFalse(written.contains(name), name));
            names.texts.stream().filter(text -> text.length() > 6 && !text.contains("runtime."))
                    .forEach(text -> assertFalse(written.contains(text), text));
        }
    }

    /// What is not named stays so.
    private static List<String> marked(List<Frame> frames) {
        return frames.stream().map(f -> Marked.other(f.function()) + " "
                + (f.file().isEmpty() ? "" : "f" + f.file().length()) + ":" + (f.line() + 1)).toList();
    }

    private static List<String> named(List<Frame> frames) {
        return frames.stream().map(f -> f.function() + " " + f.file() + ":" + f.line()).toList();
    }

    @Test
    void soDoesAStretch() throws IOException {
        for (Path file : List.of(TRACES.resolve("generations-1.27.trace"), TRACES.resolve("rare-events-1.27.trace"),
                Samples.of("go1.22", "healthy-spans"))) {
            try (Trace whole = Rewritten.read(file)) {
                long nanos = whole.durationNs();
                sameButForNames(file, nanos / 4, nanos * 3 / 4);
            }
        }
    }

    @Test
    void tasksAndRegionsAreAskedFor() throws IOException {
        Marked names = new Marked();
        Rewritten.of(Samples.of("go1.27", "healthy-spans"), 0, Long.MAX_VALUE, names);
        assertTrue(names.texts.containsAll(Set.of("order", "load customer")), names.texts::toString);
    }
}
