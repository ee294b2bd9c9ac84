package dev.faultline.model.rules.gc;

import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.Assists;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.trace.column.Sorted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Single requests that spend most of their time on the GC: in mark assists, or waiting for a P behind its workers.
public final class GcDelaysRequests implements Rule {
    private static final Setting LEAST = new Setting("least_ns", 5_000_000);
    private static final Setting SHARE = new Setting("share_ratio", 0.5);
    private static final Setting COUNT = new Setting("requests_count", 3);
    /// So many of the longest requests of a name are looked at.
    private static final int MOST = 500;

    /// A request with the time that it lost.
    private record Delayed(Run run, long assistNs, long queuedNs) {
        long ns() {
            return assistNs + queuedNs;
        }
    }

    @Override
    public String id() {
        return "gc-delays-requests";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, SHARE, COUNT);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        List<Range> marks = facts.model().ranges(Range.Kind.GC_MARK);
        if (marks.isEmpty()) {
            return findings;
        }
        facts.runs().byName().forEach((name, runs) -> {
            List<Delayed> delayed = runs.stream()
                    .filter(r -> r.whole() && r.kind() != Run.Kind.TEST
                            && r.durationNs() >= settings.value(this, LEAST)
                            && marking(marks, r) >= r.durationNs() * settings.value(this, SHARE))
                    .sorted(Comparator.comparingLong(Run::durationNs).reversed()).limit(MOST)
                    .flatMap(r -> delayed(facts, r, r.durationNs() * settings.value(this, SHARE)).stream())
                    .sorted(Comparator.comparingLong(Delayed::ns).reversed()).toList();
            if (delayed.size() >= settings.value(this, COUNT)) {
                findings.add(finding(facts, delayed, runs.size()));
            }
        });
        return findings;
    }

    /// How long the GC marked during a run: neither its assists nor its workers delay it at other times.
    private static long marking(List<Range> marks, Run run) {
        long sum = 0;
        for (int m = Sorted.first(0, marks.size(), i -> marks.get(i).endNs() > run.fromNs()); m < marks.size()
                && marks.get(m).startNs() < run.toNs(); m++) {
            sum += Math.min(run.toNs(), marks.get(m).endNs()) - Math.max(run.fromNs(), marks.get(m).startNs());
        }
        return sum;
    }

    /// A run that lost at least a time, nanoseconds.
    private static Optional<Delayed> delayed(Facts facts, Run run, double leastNs) {
        Assists assists = facts.assists();
        int g = run.goroutine();
        long assistNs = 0;
        for (int i = assists.firstEndingAfter(g, run.fromNs()); i < assists.count(g)
                && assists.get(g, i).startNs() < run.toNs(); i++) {
            assistNs += Math.min(run.toNs(), assists.get(g, i).endNs())
                    - Math.max(run.fromNs(), assists.get(g, i).startNs());
        }
        long queuedNs = facts.timing().collectorQueue().behindNs(g, run.fromNs(), run.toNs());
        Delayed delayed = new Delayed(run, assistNs, Math.min(queuedNs, run.durationNs() - assistNs));
        return delayed.ns() >= leastNs ? Optional.of(delayed) : Optional.empty();
    }

    private Finding finding(Facts facts, List<Delayed> delayed, int all) {
        Delayed worst = delayed.getFirst();
        double lost = delayed.stream().mapToLong(Delayed::ns).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN)
                .about(worst.run).anywhere().with("count", delayed.size()).with("all", all)
                .with("name", worst.run.name())
                .with("lost", Units.duration(worst.ns())).with("longest", Units.duration(worst.run.durationNs()))
                .with("assist", Units.duration(worst.assistNs)).with("queued", Units.duration(worst.queuedNs))
                .cost(lost)
                .figure("requests_count", delayed.size()).figure("lost_ns", lost).figure("worst_ns", worst.ns());
        for (Delayed d : delayed) {
            finding.goroutine(d.run.goroutine()).interval(d.run.fromNs(), d.run.toNs(), d.run.goroutine(), "request");
        }
        return finding.finding();
    }
}
