package dev.faultline.model.replay;

import dev.faultline.model.WaitKind;
import dev.faultline.model.WaitProfile;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.EventTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Map;

/// Turns what a trace says about a wait into small numbers. A reason's text gets a dense index (0 is the empty text); a
/// cause is a reason with the [WaitKind] it stands for, guessed from the stack where the trace gives no reason.
///
/// The texts are the runtime's own (Go 1.22 to 1.27, runtime/traceruntime.go), compared as text since their ids differ
/// from trace to trace; unknown ones stay [WaitKind#UNKNOWN], unless they say that they are the
/// collector's.
public final class WaitReasons {
    private static final Map<String, WaitKind> KINDS = Map.ofEntries(Map.entry("chan send", WaitKind.CHAN_SEND),
            Map.entry("chan receive", WaitKind.CHAN_RECEIVE), Map.entry("select", WaitKind.SELECT),
            Map.entry("sync", WaitKind.SYNC), Map.entry("sync.(*Cond).Wait", WaitKind.COND),
            Map.entry("network", WaitKind.NETWORK), Map.entry("sleep", WaitKind.SLEEP),
            Map.entry("forever", WaitKind.FOREVER), Map.entry("GC mark assist wait for work", WaitKind.GC),
            Map.entry("GC background sweeper wait", WaitKind.GC), Map.entry("wait until GC ends", WaitKind.GC),
            Map.entry("GC weak to strong wait", WaitKind.GC), Map.entry("system goroutine wait", WaitKind.SYSTEM),
            Map.entry("preempted", WaitKind.PREEMPTED));
    private static final WaitKind[] BY_ORDINAL = WaitKind.values();
    private static final int KIND_BITS = 4;

    private final Strings strings;
    private final WaitGuess guess;
    private int[] indexOfString = {0};
    private final IntArrayList stringOfIndex = new IntArrayList(new int[]{0});
    /// By index: the reason with its kind.
    private int[] causes = {WaitKind.UNKNOWN.ordinal()};
    private WaitProfile.Kind[] profiles = {WaitProfile.Kind.NONE};

    /// @param strings may still grow, as may the stacks
    public WaitReasons(Strings strings, Stacks stacks) {
        this.strings = strings;
        guess = new WaitGuess(stacks);
    }

    /// Dense index of a reason, new ones included.
    public int index(int string) {
        int known = string < indexOfString.length ? indexOfString[string] : 0;
        return known != 0 || string == 0 ? known : add(string);
    }

    private int add(int string) {
        if (string >= indexOfString.length) {
            indexOfString = Arrays.copyOf(indexOfString, Math.max(string + 1, indexOfString.length * 2));
        }
        int index = stringOfIndex.size();
        String text = strings.get(string);
        indexOfString[string] = index;
        stringOfIndex.add(string);
        causes = Arrays.copyOf(causes, index + 1);
        causes[index] = index << KIND_BITS | kind(text).ordinal();
        profiles = Arrays.copyOf(profiles, index + 1);
        profiles[index] = WaitProfile.Kind.ofReason(text);
        return index;
    }

    private static WaitKind kind(String reason) {
        return KINDS.getOrDefault(reason, reason.startsWith("GC ") ? WaitKind.GC : WaitKind.UNKNOWN);
    }

    /// Number of reasons, at least 1.
    public int size() {
        return stringOfIndex.size();
    }

    /// String id of a reason.
    ///
    /// @param index 0 to [#size] - 1
    public int string(int index) {
        return stringOfIndex.getInt(index);
    }

    /// A reason as the runtime words it.
    public String text(int index) {
        return strings.get(string(index));
    }

    /// The cause of a wait that began with an event.
    ///
    /// @param type its number; without a reason it is a coroutine's wait for its turn, unless it tells what was so before
    /// @param a its column a
    /// @param stack its stack
    public int ofWait(int type, long a, int stack) {
        if (EventTable.hasReason(type)) {
            int reason = index((int) a);
            return reason == 0 ? guess.ofStack(stack).ordinal() : causes[reason];
        }
        return (RowStates.told(type) ? guess.ofStack(stack) : WaitKind.COROUTINE).ordinal();
    }

    /// The cause that a reason (string id) makes where nobody waits.
    int ofOther(int string) {
        int reason = index(string); // may make room for one more
        return causes[reason];
    }

    /// The kind that a cause stands for.
    public static WaitKind kind(int cause) {
        return BY_ORDINAL[cause & (1 << KIND_BITS) - 1];
    }

    /// Index of the reason in a cause, 0 for none.
    public static int reason(int cause) {
        return cause >> KIND_BITS;
    }

    /// The profile that books a cause.
    public WaitProfile.Kind profile(int cause) {
        return profiles[reason(cause)];
    }

    /// The kind of a wait of which only the stack is known.
    public WaitKind kindAt(int stack) {
        return guess.ofStack(stack);
    }
}
