package dev.faultline.model.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Range;
import dev.faultline.model.Samples;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.summary.Summary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceMetricsTest {
    private static void check(String sample, Consumer<Map<String, Double>> check) {
        measure(sample, (model, values) -> check.accept(values));
    }

    private interface Check {
        void of(TraceModel model, Map<String, Double> values);
    }

    private static void measure(String sample, Check check) {
        Samples.check(Samples.trace(sample), model -> {
            Facts facts = new Facts(model);
            Measured measured = new Measured(facts, Rules.judge(facts, Settings.DEFAULTS));
            List<TraceMetrics.Value> values = TraceMetrics.of(measured);
            values.forEach(v -> assertTrue(Double.isFinite(v.value()) && v.value() >= 0, v::toString));
            check.of(model, values.stream().collect(Collectors.toMap(v -> v.metric().name(),
                    TraceMetrics.Value::value)));
        });
    }

    @Test
    void namesAreOnesThatACommandLineTakes() throws SettingsException {
        Set<String> seen = new HashSet<>();
        for (TraceMetric metric : TraceMetrics.all()) {
            assertTrue(metric.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), metric.name());
            assertTrue(seen.add(metric.name()), metric.name());
            assertEquals(metric, TraceMetrics.named(metric.name()));
            assertFalse(metric.meaning().isBlank());
        }
        for (MetricFamily family : TraceMetrics.families()) {
            assertTrue(seen.add(family.form()), family.form());
            assertEquals(family.name() + ":a b:c", TraceMetrics.named(family.name() + ":a b:c").name());
        }
        String listed = assertThrows(SettingsException.class, () -> TraceMetrics.named("p99")).getMessage();
        seen.forEach(name -> assertTrue(listed.contains(name), name));
        assertThrows(SettingsException.class, () -> TraceMetrics.named("p99-task:"));
        assertThrows(SettingsException.class, () -> TraceMetrics.named("stw:x"));
    }

    @Test
    void valuesAreThoseThatTheModelHas() {
        measure("go1.27/lost-context", (model, values) -> {
            Facts facts = new Facts(model);
            assertEquals(model.trace().events().size(), values.get("events"));
            assertEquals(model.durationNs(), values.get("duration"));
            assertEquals(Summary.of(model).threads(), values.get("threads"));
            assertEquals(facts.fractures().rate(), values.get("fracture-rate"));
            assertEquals(facts.timing().queueTimes().quantile(0.99), values.get("p99-sched-latency"));
            long longest = model.ranges(Range.Kind.STW).stream().mapToLong(Range::durationNs).max().orElse(0);
            assertEquals(longest, values.get("stw"));
            assertTrue(values.get("stw-total") >= longest);
            assertTrue(values.get("fracture-rate") > 0);
            assertTrue(values.get("goroutines") <= values.get("goroutines-created") + values.get("goroutines"));
            long network = 0;
            for (int g = 0; g < model.goroutines().count(); g++) {
                network += model.goroutines().system(g) ? 0 : model.goroutines().waitingNs(g, WaitKind.NETWORK);
            }
            assertEquals(network, values.get("blocked-network"));
        });
    }

    @Test
    void tasksAreMeasuredByName() {
        check("go1.27/span-not-ended", values -> {
            List<String> timed = values.keySet().stream().filter(n -> n.startsWith("p99-task:")).toList();
            assertFalse(timed.isEmpty());
            for (String p99 : timed) {
                String name = p99.substring(p99.indexOf(':'));
                assertTrue(values.get("p50-task" + name) <= values.get(p99), name);
                assertTrue(values.get(p99) <= values.get("max-task" + name), name);
                assertTrue(values.get("slowest-task") >= values.get("max-task" + name), name);
                assertTrue(values.get("task-count" + name) >= 1, name);
            }
            assertTrue(values.get("span-closure") < 1, "some did not end");
        });
        check("go1.27/healthy-spans", values -> assertEquals(1, values.get("span-closure")));
    }

    @Test
    void stuckGoroutinesAreThoseOfFindingsThatAreSure() {
        Samples.check(Samples.trace("go1.27/range-never-closed"), model -> {
            Facts facts = new Facts(model);
            Judgement judgement = Rules.judge(facts, Settings.DEFAULTS);
            Measured measured = new Measured(facts, judgement);
            long sure = judgement.findings().stream().filter(f -> f.confidence().label().matches("certain|likely"))
                    .mapToLong(f -> f.evidence().goroutines().size()).sum();
            assertTrue(sure > 0);
            assertEquals(sure, measured.stuck());
            assertEquals(judgement.findings().size(), measured.findings());
        });
    }

    @Test
    void whatATraceDoesNotTellHasNoValue() {
        check("go1.19/stw-storm", values -> assertFalse(values.containsKey("stw"), "1.19 does not tell of pauses"));
        check("go1.27/nil-channel", values -> {
            assertFalse(values.containsKey("fracture-rate"), "no region counts");
            assertFalse(values.containsKey("span-closure"), "no task");
        });
        Samples.check(Samples.trace("go1.27/nil-channel"), model -> {
            Facts facts = new Facts(model);
            Measured measured = new Measured(facts, new Judgement(Settings.DEFAULTS, List.of(), List.of()));
            for (MetricFamily family : TraceMetrics.families()) {
                assertEquals(OptionalDouble.empty(), family.of("no such task").of(measured), family.name());
            }
        });
    }

    @Test
    void keysTellFindingsApartAndNameNothingThatChanges() {
        for (String sample : List.of("go1.27/pool-swallows-timeout", "go1.27/lost-context", "go1.27/slow-leak",
                "go1.27/span-not-ended", "go1.27/orphan-after-cancel", "go1.27/lock-convoy")) {
            Samples.check(Samples.trace(sample), model -> {
                Judgement judgement = Rules.judge(new Facts(model), Settings.DEFAULTS);
                List<String> keys = judgement.withConsequences().stream().map(Finding::key).toList();
                assertEquals(keys.size(), new HashSet<>(keys).size(), keys::toString);
                judgement.withConsequences().forEach(f -> {
                    assertTrue(f.key().startsWith(f.id()), f.key());
                    assertFalse(f.key().matches(".*(\\.func\\d|\\.go:\\d|\\[).*"), f.key());
                });
            });
        }
    }

    /// The same program, traced by two releases of Go whose formats, runtimes and names of closures differ.
    @Test
    void aKeyFindsTheSameFaultInATraceOfAnotherRelease() {
        for (String sample : List.of("slow-leak", "lost-context", "span-not-ended", "stw-storm")) {
            Set<String> old = severe("go1.19/" + sample);
            assertFalse(old.isEmpty(), sample);
            assertEquals(old, severe("go1.27/" + sample), sample);
        }
    }

    private static Set<String> severe(String sample) {
        Set<String> keys = new java.util.TreeSet<>();
        Samples.check(Samples.trace(sample),
                model -> Rules.judge(new Facts(model), Settings.DEFAULTS).findings().stream()
                        .filter(f -> !f.severity().label().equals("notice")).forEach(f -> keys.add(f.key())));
        return keys;
    }
}
