package dev.faultline.model.text;

import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A piece of a text. Its kinds write themselves: a switch over their types would be compiled at run time, in the middle of
/// the first finding.
interface Part {
    /// Adds the piece, with its values, to a text.
    ///
    /// @throws IllegalArgumentException when a value has the wrong type
    void append(StringBuilder text, Map<String, ?> values, Plurals plurals);

    /// Adds the names that it needs values of.
    void names(Set<String> names);

    /// As it stands.
    record Literal(String text) implements Part {
        @Override
        public void append(StringBuilder all, Map<String, ?> values, Plurals plurals) {
            all.append(text);
        }

        @Override
        public void names(Set<String> names) {
            // it has none
        }
    }

    /// The value of a name.
    record Value(String name) implements Part {
        @Override
        public void append(StringBuilder text, Map<String, ?> values, Plurals plurals) {
            Object value = values.get(name);
            text.append(value instanceof String shown ? shown : Units.count(whole(name, value)));
        }

        @Override
        public void names(Set<String> names) {
            names.add(name);
        }
    }

    /// One of several branches, by the value of a name.
    record Choice(String name, boolean plural, Map<String, List<Part>> branches) implements Part {
        @Override
        public void append(StringBuilder text, Map<String, ?> values, Plurals plurals) {
            Object value = values.get(name);
            for (Part part : plural ? counted(value, plurals) : branch(key(value))) {
                part.append(text, values, plurals);
            }
        }

        private List<Part> counted(@Nullable Object value, Plurals plurals) {
            long n = whole(name, value);
            List<Part> exact = branches.get("=" + n);
            return exact == null ? branch(plurals.category(n)) : exact;
        }

        private List<Part> branch(String key) {
            return branches.getOrDefault(key, branches.getOrDefault("other", List.of()));
        }

        private static String key(@Nullable Object value) {
            return value instanceof Enum<?> constant
                    ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                    : String.valueOf(value);
        }

        @Override
        public void names(Set<String> names) {
            names.add(name);
            branches.values().forEach(parts -> parts.forEach(part -> part.names(names)));
        }
    }

    private static long whole(String name, @Nullable Object value) {
        if (value instanceof Integer n) {
            return n;
        }
        if (value instanceof Long n) {
            return n;
        }
        throw new IllegalArgumentException("{" + name + "} is no whole number: " + value);
    }
}
