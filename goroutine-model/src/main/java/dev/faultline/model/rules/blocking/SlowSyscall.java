package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.sweep.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;

/// System calls that hold a thread for long.
public final class SlowSyscall implements Rule {
    private static final Setting LONG = new Setting("long_ns", "a system call from this length on is long", 20_000_000);
    private static final Setting THREADS = new Setting("threads_count", "so many at a time are more than a notice", 4);

    @Override
    public String id() {
        return "slow-syscall";
    }

    @Override
    public String about() {
        return "System calls that hold a thread for long, by where they are made.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LONG, THREADS);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.sweep().syscalls().stream()
                .filter(s -> s.times().max() >= settings.value(this, LONG)
                        && !facts.code().isStandard(facts.code().ownFrame(s.stack())))
                .map(s -> finding(facts, settings, s)).toList();
    }

    private Finding finding(Facts facts, Settings settings, SiteWait calls) {
        double least = settings.value(this, LONG);
        List<Stretch> slow = calls.longest().all().stream().filter(s -> s.durationNs() >= least).toList();
        int together = together(slow);
        boolean many = together >= settings.value(this, THREADS);
        String site = facts.code().ownPlace(calls.stack());
        double total = slow.stream().mapToLong(Stretch::durationNs).sum();
        Draft draft = new Draft(this, facts.model())
                .level(many ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .summary(slow.size() == 1
                        ? "A system call at %s took %s.".formatted(site, Units.duration(calls.times().max()))
                        : "%s at %s took up to %s each; %s sat in them at a time.".formatted(
                                Units.count(slow.size(), "system call"), site, Units.duration(calls.times().max()),
                                Units.count(together, "thread")))
                .why("A goroutine in a system call keeps its thread; for each further one the runtime starts another "
                        + "thread, up to the limit at which the process dies, and each costs memory and switching.")
                .advice("Use the poller where it can be done (net, os.File of a pipe or socket in non-blocking mode), "
                        + "or bound how many goroutines may be in the call at " + site + " at a time.")
                .cost(many ? total : 0).stack("system call", calls.times().count(), calls.stack())
                .figure("slow_count", "long calls", slow.size()).figure("longest_ns", "longest", calls.times().max())
                .figure("total_ns", "long calls in all", total).figure("threads_count", "threads at a time", together);
        for (Stretch s : slow) {
            draft.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "in a system call");
        }
        return draft.finding();
    }

    /// Most of these that overlap.
    private static int together(List<Stretch> stretches) {
        int most = 0;
        for (Stretch a : stretches) {
            int now = 0;
            for (Stretch b : stretches) {
                now += b.fromNs() <= a.fromNs() && b.toNs() > a.fromNs() ? 1 : 0;
            }
            most = Math.max(most, now);
        }
        return most;
    }
}
