package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Stacks;
import java.util.List;

/// Calls of C functions that hold a thread for long.
public final class SlowCgoCall implements Rule {
    private static final Setting LONG = new Setting("long_ns", 20_000_000);
    private static final Setting THREADS = new Setting("threads_count", 4);

    @Override
    public String id() {
        return "slow-cgo-call";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LONG, THREADS);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.timing().syscalls().stream()
                .filter(s -> s.times().max() >= settings.value(this, LONG) && facts.code().callOfC(s.stack()) >= 0)
                .map(s -> finding(facts, settings, s)).toList();
    }

    private Finding finding(Facts facts, Settings settings, SiteWait calls) {
        double least = settings.value(this, LONG);
        int depth = facts.code().callOfC(calls.stack());
        String function = name(facts, calls.stack(), depth);
        List<Stretch> slow = calls.longest().all().stream().filter(s -> s.durationNs() >= least).toList();
        int together = SlowSyscall.together(slow);
        boolean many = together >= settings.value(this, THREADS);
        long count = calls.times().between(least, Double.POSITIVE_INFINITY);
        double total = calls.times().sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(many ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .with("all", calls.times().count()).with("calls", count)
                .with("function", function).with("named", !function.isEmpty())
                .with("place", facts.code().callerOfC(calls.stack(), depth))
                .with("longest", Units.duration(calls.times().max())).with("total", Units.duration(total))
                .with("threads", together).cost(many ? total : 0)
                .stack("call", calls.times().count(), calls.stack()).figure("calls_count", calls.times().count())
                .figure("slow_count", count)
                .figure("longest_ns", calls.times().max()).figure("total_ns", total)
                .figure("threads_count", together);
        for (Stretch s : slow) {
            finding.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "call");
        }
        return finding.finding();
    }

    /// As the program writes it: `C.open`; empty where the trace does not tell.
    private static String name(Facts facts, int stack, int depth) {
        Stacks stacks = facts.model().trace().stacks();
        String function = stacks.frame(stacks.frameId(stack, depth)).function();
        int cgo = function.indexOf("func_");
        return cgo < 0 ? "" : "C." + function.substring(cgo + "func_".length());
    }
}
