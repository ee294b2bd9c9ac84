package dev.faultline.views.timeline.lane;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.words.GoNames;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.List;

/// What a goroutine does, in two or three words: `network · Read`, `Mutex · Lock`, `chan receive`.
public final class WaitWords {
    private final Stacks stacks;
    private final Long2ObjectOpenHashMap<String> known = new Long2ObjectOpenHashMap<>();

    public WaitWords(TraceModel model) {
        stacks = model.trace().stacks();
    }

    /// Words for a span; what was found for a stack is kept.
    public synchronized String of(Spans spans, int span) {
        GoState state = spans.state(span);
        WaitKind wait = spans.wait(span);
        int stack = spans.stack(span);
        long key = (long) stack << 16 | state.ordinal() << 8 | wait.ordinal();
        String words = known.get(key);
        if (words == null) {
            words = words(state, wait, stack);
            known.put(key, words);
        }
        return words;
    }

    private String words(GoState state, WaitKind wait, int stack) {
        return switch (state) {
            case SYSCALL -> join("syscall", firstIn(stack, "syscall."));
            case WAITING -> switch (wait) {
                case NETWORK -> join("network", firstOutside(stack));
                case SYNC, COND -> lock(stack, wait);
                default -> wait.label();
            };
            default -> state.label();
        };
    }

    private String lock(int stack, WaitKind wait) {
        for (Frame f : stacks.frames(stack)) {
            String name = f.function();
            if (name.startsWith("sync.(*") && name.contains(").")) {
                return name.substring(7, name.indexOf(").")) + " · " + GoNames.last(name);
            }
        }
        return wait == WaitKind.COND ? "Cond · Wait" : wait.label();
    }

    private String firstIn(int stack, String prefix) {
        List<Frame> frames = stacks.frames(stack);
        String found = "";
        for (Frame f : frames) {
            String name = f.function();
            // the outermost of the leading frames is the call that people know
            if (name.startsWith(prefix) || name.startsWith("internal/runtime/") || name.startsWith("runtime.")) {
                found = name.startsWith(prefix) ? GoNames.last(name) : found;
            } else {
                break;
            }
        }
        return found;
    }

    private String firstOutside(int stack) {
        for (Frame f : stacks.frames(stack)) {
            String name = f.function();
            if (!name.startsWith("runtime.") && !name.startsWith("internal/")) {
                return GoNames.last(name);
            }
        }
        return "";
    }

    private static String join(String what, String where) {
        return where.isEmpty() ? what : what + " · " + where;
    }
}
