package dev.faultline.model.rules.task;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.task.RemoteCalls;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tasks, requests, tests and items of work that make several remote calls one after the other. A benchmark does so to
/// measure them.
public final class SerialCalls implements Rule {
    private static final Setting CALLS = new Setting("calls_count", 3);
    private static final Setting CALL = new Setting("call_ns", 1_000_000);
    private static final Setting SHARE = new Setting("calls_ratio", 0.5);
    private static final Setting RUNS = new Setting("runs_count", 3);
    /// Of each name so many are looked at.
    private static final int SAMPLE = 200;

    /// A task, request, test or item with its calls.
    private record Serial(Run run, List<Stretch> calls) {
        long totalNs() {
            return calls.stream().mapToLong(Stretch::durationNs).sum();
        }

        /// What would be saved if all calls began with the first.
        long savedNs() {
            return totalNs() - calls.stream().mapToLong(Stretch::durationNs).max().orElse(0);
        }
    }

    @Override
    public String id() {
        return "serial-calls";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CALLS, CALL, SHARE, RUNS);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        RemoteCalls remote = new RemoteCalls(facts.model(), facts.knownPlaces());
        List<Finding> findings = new ArrayList<>();
        facts.runs().byName().forEach((name, runs) -> {
            named(facts, settings, remote, runs).ifPresent(findings::add);
        });
        return findings;
    }

    private Optional<Finding> named(Facts facts, Settings settings, RemoteCalls remote, List<Run> runs) {
        List<Serial> serial = new ArrayList<>();
        int looked = 0;
        for (Run run : runs) {
            if (run.whole() && !benchmark(facts, run) && looked++ < SAMPLE) {
                Serial calls = new Serial(run, remote.of(run, (long) settings.value(this, CALL)));
                if (calls.calls.size() >= settings.value(this, CALLS)
                        && calls.totalNs() >= settings.value(this, SHARE) * run.durationNs()) {
                    serial.add(calls);
                }
            }
        }
        boolean usual = serial.size() >= settings.value(this, RUNS) && serial.size() >= Math.min(looked, SAMPLE) / 2;
        return usual ? Optional.of(finding(facts, serial)) : Optional.empty();
    }

    private static boolean benchmark(Facts facts, Run run) {
        return facts.model().goroutines().name(run.goroutine()).startsWith("testing.(*B).");
    }

    private Finding finding(Facts facts, List<Serial> serial) {
        long[] saved = serial.stream().mapToLong(Serial::savedNs).sorted().toArray();
        long[] lasted = serial.stream().mapToLong(s -> s.run.durationNs()).sorted().toArray();
        long[] calls = serial.stream().mapToLong(s -> s.calls.size()).sorted().toArray();
        Run first = serial.getFirst().run;
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.POSSIBLE)
                .with("runs", serial.size()).with("kind", first.kind()).about(first).anywhere()
                .with("name", first.name())
                .with("calls", Histogram.quantile(calls, 0.5))
                .with("lasted", Units.duration(Histogram.quantile(lasted, 0.5)))
                .with("saved", Units.duration(Histogram.quantile(saved, 0.5)))
                .figure("runs_count", serial.size()).figure("calls_count", Histogram.quantile(calls, 0.5))
                .figure("saved_ns", Histogram.quantile(saved, 0.5))
                .figure("lasted_ns", Histogram.quantile(lasted, 0.5));
        Int2IntLinkedOpenHashMap places = new Int2IntLinkedOpenHashMap();
        for (Serial s : serial) {
            finding.goroutine(s.run.goroutine());
            for (Stretch call : s.calls) {
                finding.interval(call.fromNs(), call.toNs(), call.goroutine(), "call");
                places.addTo(call.stack(), 1);
            }
        }
        return finding.stacks("call", places, 10).finding();
    }
}
