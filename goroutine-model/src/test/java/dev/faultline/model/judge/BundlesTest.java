package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.compare.DifferenceWords;
import dev.faultline.model.metric.TraceMetrics;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.MissingData;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All bundles of sentences: each text is used by the class beside it, which gives it all of its values and no others. The
/// names stand as literals in the source, so that is where this test looks for them.
class BundlesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/dev/faultline/model");
    private static final Set<String> SENTENCES = Set.of("summary", "why", "advice");

    static List<Rule> rules() {
        return Rules.all();
    }

    static Stream<Class<?>> owners() {
        return Stream.concat(Rules.all().stream().map(Object::getClass),
                Stream.of(Rules.class, Causes.class, CauseWords.class, Finding.class, MissingData.class,
                        Phrases.class, TraceMetrics.class, DifferenceWords.class, hidden("compare.ComparisonNotes")));
    }

    /// A class that its package keeps to itself.
    private static Class<?> hidden(String name) {
        return assertDoesNotThrow(() -> Class.forName("dev.faultline.model." + name));
    }

    @Test
    void everyBundleBelongsToOneOfTheClassesThatAreLookedAt() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            TreeSet<String> found = files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".properties"))
                    .map(f -> f.replace(".properties", "")).collect(Collectors.toCollection(TreeSet::new));
            TreeSet<String> known = owners().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
            known.add("Plurals");
            assertEquals(known, found);
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void everyTextCanBeReadAndIsUsed(Class<?> owner) throws IOException {
        String source = source(owner);
        for (String key : keys(owner)) {
            assertDoesNotThrow(() -> Texts.of(owner).template(key), key);
            boolean used = SENTENCES.contains(key.substring(key.lastIndexOf('.') + 1)) || key.equals("about")
                    || literal(source, key) || literal(source, key.replace(":", ""))
                    || literal(source, key.substring(key.indexOf('.') + 1));
            assertTrue(used, () -> owner.getSimpleName() + " does not use the text " + key);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyTextThatARuleNamesIsThere(Rule rule) throws IOException {
        String source = source(rule.getClass());
        Set<String> keys = keys(rule.getClass());
        TreeSet<String> wanted = new TreeSet<>(SENTENCES);
        wanted.add("about");
        rule.settings().forEach(setting -> wanted.add("setting." + setting.name()));
        names(source, "\\.figure\\(\"(\\w+)\"").forEach(name -> wanted.add("figure." + name));
        names(source, "\\.stacks?\\(\"(\\w+)\"").forEach(name -> wanted.add("stack." + name));
        names(source, "say\\(\"([\\w.]+)\"").forEach(wanted::add);
        wanted.removeAll(keys);
        assertEquals(new TreeSet<>(), wanted, () -> "missing in the bundle of " + rule.id());
        TreeSet<String> settings = keys.stream().filter(k -> k.startsWith("setting.")).map(k -> k.substring(8))
                .collect(Collectors.toCollection(TreeSet::new));
        rule.settings().forEach(setting -> settings.remove(setting.name()));
        assertEquals(new TreeSet<>(), settings, () -> "no settings of " + rule.id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleGivesItsSentencesAllValuesAndNoOthers(Rule rule) throws IOException {
        String source = source(rule.getClass());
        Set<String> given = names(source, "\\.with\\(\\s*\"(\\w+)\"");
        names(source, "\\.place\\(\\s*\"(\\w+)\"").forEach(name -> {
            given.add(name);
            given.add(name + ".call");
        });
        Set<String> needed = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        for (String key : keys(rule.getClass())) {
            Set<String> names = rule.texts().template(key).placeholders();
            shown.addAll(names);
            if (SENTENCES.contains(key.substring(key.lastIndexOf('.') + 1))) {
                needed.addAll(names);
            }
        }
        needed.removeAll(given);
        assertEquals(new TreeSet<>(), needed, () -> rule.id() + " does not give these values");
        given.removeIf(name -> shown.contains(name) || shown.contains(name + ".call")
                || name.endsWith(".call"));
        assertEquals(new TreeSet<>(), given, () -> rule.id() + " gives values that no text shows");
    }

    private static Set<String> keys(Class<?> owner) {
        Set<String> keys = Texts.of(owner).keys();
        assertFalse(keys.isEmpty());
        return keys;
    }

    /// The class's own source, and those of the classes beside it that help it and others.
    private static String source(Class<?> owner) throws IOException {
        Path file = SOURCES.resolve(owner.getName().replace('.', '/') + ".java");
        StringBuilder source = new StringBuilder(Files.readString(file));
        String own = source.toString();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path beside : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String name = beside.getFileName().toString().replace(".java", "");
                String text = Files.readString(beside);
                if (!beside.equals(file)
                        && Pattern.compile("(?m)^(final class|record) " + name + "\\b").matcher(text).find()
                        && Pattern.compile("\\b" + name + "\\b").matcher(own).find()) {
                    source.append(text);
                }
            }
        }
        return source.toString();
    }

    private static boolean literal(String source, String name) {
        return source.contains("\"" + name + "\"");
    }

    private static Set<String> names(String source, String pattern) {
        return Pattern.compile(pattern).matcher(source).results().map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
