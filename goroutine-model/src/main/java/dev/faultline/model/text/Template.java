package dev.faultline.model.text;

import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A text with named placeholders, in a subset of the message syntax of ICU, which translators and their tools know:
///
/// | in the text | stands for |
/// |---|---|
/// | `{place}` | the value of that name |
/// | `{n, plural, =0 {none} one {# call} other {# calls}}` | the branch of this very number, or of its plural category; `#` is the number |
/// | `{wait, select, send {a channel send} other {}}` | the branch of this value, else `other` |
///
/// Branches may hold placeholders themselves. Braces have no other use in a text; values may hold any.
public final class Template {
    /// A piece of a text.
    sealed interface Part {
        /// As it stands.
        record Literal(String text) implements Part {}

        /// The value of a name.
        record Value(String name) implements Part {}

        /// One of several branches, by the value of a name.
        record Choice(String name, boolean plural, Map<String, List<Part>> branches) implements Part {}
    }

    private final String source;
    private final List<Part> parts;
    private final Plurals plurals;
    private final Set<String> placeholders = new TreeSet<>();

    Template(String source, Plurals plurals) {
        this.source = source;
        this.plurals = plurals;
        parts = new TemplateParser(source).parse();
        collect(parts);
    }

    private void collect(List<Part> some) {
        for (Part part : some) {
            switch (part) {
                case Part.Literal _ -> {
                }
                case Part.Value value -> placeholders.add(value.name());
                case Part.Choice choice -> {
                    placeholders.add(choice.name());
                    choice.branches().values().forEach(this::collect);
                }
            }
        }
    }

    /// The names in it, those of all branches.
    public Set<String> placeholders() {
        return Set.copyOf(placeholders);
    }

    /// The text with its values. All names must have one, also those of branches that are not taken, so that a missing value
    /// shows the first time.
    ///
    /// @param values by name: texts, whole numbers, and for a select also constants of an enum (in small letters) and booleans
    /// @throws IllegalArgumentException when a name has no value, or one of the wrong type
    public String with(Map<String, ?> values) {
        for (String name : placeholders) {
            if (values.get(name) == null) {
                throw new IllegalArgumentException("no value for {" + name + "} in: " + source);
            }
        }
        StringBuilder text = new StringBuilder();
        append(text, parts, values);
        return text.toString();
    }

    private void append(StringBuilder text, List<Part> some, Map<String, ?> values) {
        for (Part part : some) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Value value -> text.append(shown(values.get(value.name())));
                case Part.Choice choice -> append(text, branch(choice, values.get(choice.name())), values);
            }
        }
    }

    private List<Part> branch(Part.Choice choice, @Nullable Object value) {
        Map<String, List<Part>> branches = choice.branches();
        List<Part> other = branches.getOrDefault("other", List.of());
        if (!choice.plural()) {
            return branches.getOrDefault(key(value), other);
        }
        if (!(value instanceof Long || value instanceof Integer)) {
            throw new IllegalArgumentException("{" + choice.name() + "} must be a whole number in: " + source);
        }
        long n = ((Number) value).longValue();
        return branches.getOrDefault("=" + n, branches.getOrDefault(plurals.category(n), other));
    }

    private static String key(@Nullable Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(value);
    }

    private String shown(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Integer n -> Units.count(n);
            case Long n -> Units.count(n);
            case null, default -> throw new IllegalArgumentException(value + " cannot be shown in: " + source);
        };
    }
}
