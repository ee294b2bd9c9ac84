package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import java.util.List;

/// System calls that hold a thread for long.
public final class SlowSyscall implements Rule {
    @Override
    public String id() {
        return "slow-syscall";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LongCalls.LONG, LongCalls.THREADS);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.timing().syscalls().stream()
                .filter(s -> s.times().max() >= settings.value(this, LongCalls.LONG)
                        && facts.code().callOfC(s.stack()) < 0
                        && !facts.code().isStandard(facts.code().ownFrame(s.stack())))
                .map(s -> finding(facts, settings, s)).toList();
    }

    private Finding finding(Facts facts, Settings settings, SiteWait calls) {
        FindingBuilder finding = new FindingBuilder(this, facts.model()).place("place", facts, calls.stack());
        return LongCalls.of(calls, this, settings)
                .tell(finding, calls.times().sumFrom(settings.value(this, LongCalls.LONG))).finding();
    }
}
