package dev.faultline.model.rules;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.owner.Packages;
import dev.faultline.model.text.Texts;
import dev.faultline.trace.event.Stacks;
import java.util.Map;

/// Parts of sentences that several rules have in common.
public final class Phrases {
    private Phrases() {
    }

    /// The place of a stack in the user's own code: `main.get cache.go:88`.
    ///
    /// @param stack 0 when unknown
    public static String place(Facts facts, int stack) {
        return stack == 0 ? texts().say("place.unknown") : facts.code().ownPlace(stack);
    }

    /// The same with the function that is called there: `main.get cache.go:88 (sync.(*Mutex).Lock)`. Functions that the
    /// language calls for an operator or a statement are left out.
    ///
    /// @param stack 0 when unknown
    public static String call(Facts facts, int stack) {
        String function = stack == 0 ? "" : called(facts, stack);
        return function.isEmpty()
                ? place(facts, stack)
                : texts().say("place.call", Map.of("place", place(facts, stack), "function", function));
    }

    private static String called(Facts facts, int stack) {
        Stacks stacks = facts.model().trace().stacks();
        int own = facts.code().ownFrame(stack);
        int called = -1;
        for (int d = 0; d < stacks.depth(stack) && stacks.frameId(stack, d) != own; d++) {
            called = stacks.frameId(stack, d);
        }
        String function = called < 0 ? "" : stacks.frame(called).function();
        String name = function.substring(function.lastIndexOf('.') + 1);
        boolean exported = !name.isEmpty() && Character.isUpperCase(name.charAt(0))
                && !Packages.of(function).startsWith("internal/");
        return exported ? function : "";
    }

    /// Where the goroutines of a group are started; their entry function where the trace does not have that.
    public static String origin(Facts facts, GoroutineGroup group) {
        return group.creationStack() == 0 ? group.name() : place(facts, group.creationStack());
    }

    /// What a goroutine is doing that waits at such a thing: `blocked on a channel send`.
    public static String blocked(WaitObject on) {
        return texts().say("blocked", Map.of("on", on));
    }

    /// The same as a clause whose subject is the goroutine: `is blocked on a channel send`.
    public static String does(WaitObject on) {
        return texts().say("does", Map.of("on", on));
    }

    /// What a task's time went into: `waiting for the network`.
    public static String spent(Cost cost) {
        return texts().say("spent", Map.of("cost", cost));
    }

    private static Texts texts() {
        return Texts.of(Phrases.class);
    }
}
