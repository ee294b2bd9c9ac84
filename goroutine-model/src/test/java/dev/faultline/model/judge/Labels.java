package dev.faultline.model.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the labels beside a sample trace demand. The README of the samples tells what each of their fields means.
record Labels(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The labels of a trace, none where no file lies beside it.
    static Optional<Labels> of(Path trace) {
        Path file = trace.resolveSibling(trace.getFileName().toString().replaceFirst("\\.trace(\\.gz)?$", ".json"));
        try {
            return Files.exists(file) ? Optional.of(parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    static Labels parse(String json) throws IOException {
        return new Labels(JSON.readTree(json));
    }

    /// One sentence for each demand that is not met.
    List<String> shortfalls(Said said) {
        List<String> shortfalls = new ArrayList<>();
        Set<String> loud = said.loud();
        missing("expect", loud, shortfalls);
        missing("mention", said.findings().stream().map(Finding::id).collect(Collectors.toSet()), shortfalls);
        texts("forbid").stream().filter(loud::contains).forEach(id -> shortfalls.add("forbidden: " + id));
        if (json.path("clean").asBoolean()) {
            said.findings().stream().filter(f -> f.severity() != Severity.NOTICE)
                    .forEach(f -> shortfalls.add("should be clean: " + f.id()));
        }
        goroutines(said, shortfalls);
        wording(said, shortfalls);
        return shortfalls;
    }

    private void missing(String field, Set<String> said, List<String> shortfalls) {
        texts(field).stream().filter(alternatives -> ids(alternatives).noneMatch(said::contains))
                .forEach(alternatives -> shortfalls.add("missing: " + alternatives));
    }

    private void goroutines(Said said, List<String> shortfalls) {
        Set<Long> unnamed = goroutines("leaked");
        unnamed.removeAll(said.stuck());
        unnamed.forEach(id -> shortfalls.add("leaked, but not named: " + id));
        if (json.has("leaked") || json.has("waiting")) {
            Set<Long> wrong = new TreeSet<>(said.surelyStuck());
            wrong.removeAll(goroutines("leaked"));
            wrong.removeAll(goroutines("either"));
            wrong.addAll(goroutines("waiting").stream().filter(said.surelyStuck()::contains).toList());
            wrong.forEach(id -> shortfalls.add("named, but not leaked: " + id));
        }
    }

    private void wording(Said said, List<String> shortfalls) {
        json.path("says").properties().forEach(says -> says.getValue().forEach(pattern -> {
            Set<String> wanted = ids(says.getKey()).collect(Collectors.toSet());
            if (said.findings().stream().filter(f -> wanted.contains("*") || wanted.contains(f.id()))
                    .noneMatch(f -> matches(pattern, f))) {
                shortfalls.add(says.getKey() + " does not say: " + pattern.asText());
            }
        }));
        json.path("never").forEach(pattern -> {
            if (said.findings().stream().anyMatch(f -> matches(pattern, f))) {
                shortfalls.add("says: " + pattern.asText());
            }
        });
    }

    private static boolean matches(JsonNode pattern, Finding finding) {
        String site = finding.site() == null ? "" : Places.of(finding.site());
        String text = String.join(" ", site, finding.summary(), finding.why(), finding.advice());
        return Pattern.compile(pattern.asText()).matcher(text).find();
    }

    /// Whether a finding is right; empty where the labels do not say. What is only noted is never held to be wrong.
    Optional<Boolean> right(Finding finding) {
        boolean loud = finding.severity() != Severity.NOTICE;
        if (loud && Said.STUCK.contains(finding.id()) && json.has("leaked")) {
            return names(finding);
        }
        if (Stream.of("expect", "mention").flatMap(f -> texts(f).stream()).flatMap(Labels::ids)
                .anyMatch(finding.id()::equals)) {
            return Optional.of(true);
        }
        boolean wrong = loud && (texts("forbid").contains(finding.id()) || json.path("clean").asBoolean());
        return wrong ? Optional.of(false) : Optional.empty();
    }

    /// Right is who names nobody but leaked goroutines. Nothing is said of those that may be named or not.
    private Optional<Boolean> names(Finding finding) {
        Set<Long> leaked = goroutines("leaked");
        Set<Long> free = goroutines("either");
        json.path("harness_goids").forEach(id -> free.add(id.asLong()));
        free.removeAll(leaked);
        Set<Long> named = new HashSet<>(finding.evidence().goroutines());
        named.removeAll(free);
        return named.isEmpty() ? Optional.empty() : Optional.of(leaked.containsAll(named));
    }

    /// The labels of the leak corpus list what leaked, the others map ids to what the goroutine does.
    private Set<Long> goroutines(String field) {
        Set<Long> ids = new TreeSet<>();
        JsonNode goroutines = json.path(field);
        if (goroutines.isArray()) {
            goroutines.forEach(g -> ids.add(g.path("goid").asLong()));
        } else {
            goroutines.fieldNames().forEachRemaining(id -> ids.add(Long.valueOf(id)));
        }
        return ids;
    }

    private Set<String> texts(String field) {
        Set<String> texts = new TreeSet<>();
        json.path(field).forEach(n -> texts.add(n.asText()));
        return texts;
    }

    private static Stream<String> ids(String alternatives) {
        return Stream.of(alternatives.split("\\|"));
    }
}
