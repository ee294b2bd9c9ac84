package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Stacks;
import java.util.List;

/// Calls of C functions that hold a thread for long.
public final class SlowCgoCall implements Rule {
    @Override
    public String id() {
        return "slow-cgo-call";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LongCalls.LONG, LongCalls.THREADS);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.timing().syscalls().stream()
                .filter(s -> s.times().max() >= settings.value(this, LongCalls.LONG)
                        && facts.code().callOfC(s.stack()) >= 0)
                .map(s -> finding(facts, settings, s)).toList();
    }

    private Finding finding(Facts facts, Settings settings, SiteWait calls) {
        int depth = facts.code().callOfC(calls.stack());
        String function = name(facts, calls.stack(), depth);
        double total = calls.times().sum();
        LongCalls slow = LongCalls.of(calls, this, settings);
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .with("every", slow.count() == calls.times().count())
                .with("least", Units.duration(settings.value(this, LongCalls.LONG)))
                .with("all", calls.times().count()).with("function", function).with("named", !function.isEmpty())
                .with("place", facts.code().callerOfC(calls.stack(), depth)).with("total", Units.duration(total))
                .figure("calls_count", calls.times().count());
        return slow.tell(finding, total).finding();
    }

    /// As the program writes it: `C.open`; empty where the trace does not tell.
    private static String name(Facts facts, int stack, int depth) {
        Stacks stacks = facts.model().trace().stacks();
        String function = stacks.frame(stacks.frameId(stack, depth)).function();
        int cgo = function.indexOf("func_");
        return cgo < 0 ? "" : "C." + function.substring(cgo + "func_".length());
    }
}
