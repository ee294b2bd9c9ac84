package dev.faultline.model.summary;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitProfile;
import dev.faultline.trace.event.Stacks;
import java.util.Map;
import java.util.TreeMap;

/// A profile of waits by the innermost function of the stack at their start.
final class LeafProfile {
    private static final String NO_STACK = "(no stack)";

    private LeafProfile() {
        // one function
    }

    static Map<String, CountAndTime> of(TraceModel model, WaitProfile profile) {
        Stacks stacks = model.trace().stacks();
        Map<String, CountAndTime> sums = new TreeMap<>();
        for (int stack = 0; stack < profile.stacks(); stack++) {
            if (profile.count(stack) > 0) {
                String leaf = stacks.depth(stack) == 0 ? NO_STACK : stacks.frame(stacks.frameId(stack, 0)).function();
                sums.merge(leaf, new CountAndTime(profile.count(stack), profile.ns(stack)),
                        (a, b) -> a.plus(b.count(), b.ns()));
            }
        }
        return sums;
    }
}
