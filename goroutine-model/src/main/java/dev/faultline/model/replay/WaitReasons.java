package dev.faultline.model.replay;

import dev.faultline.model.WaitKind;
import dev.faultline.model.WaitProfile;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.ToldBefore;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/// Turns what a trace says about a wait into small numbers. A reason's text gets a dense index (0 is the empty text); a
/// cause is a reason with the [WaitKind] it stands for ([WaitKinds]), told by the stack where the trace gives no reason.
public final class WaitReasons {
    private static final WaitKind[] BY_ORDINAL = WaitKind.values();
    private static final int KIND_BITS = 4;

    private final Strings strings;
    private final ParkedStacks parked;
    private int[] indexOfString = {0};
    private final IntArrayList stringOfIndex = new IntArrayList(new int[]{0});
    /// By index: the reason with its kind.
    private int[] causes = {WaitKind.UNKNOWN.ordinal()};
    private WaitProfile.Kind[] profiles = {WaitProfile.Kind.NONE};

    /// @param strings may still grow, as may the stacks
    public WaitReasons(Strings strings, Stacks stacks) {
        this.strings = strings;
        parked = new ParkedStacks(stacks);
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
        causes[index] = index << KIND_BITS | WaitKinds.ofReason(text).ordinal();
        profiles = Arrays.copyOf(profiles, index + 1);
        profiles[index] = WaitProfile.Kind.ofReason(text);
        return index;
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
    /// @param c its column c
    public int ofWait(int type, long a, int stack, long c) {
        if (EventTable.hasReason(type)) {
            int reason = index((int) a);
            return reason == 0 ? parked.kind(stack).ordinal() : causes[reason];
        }
        if (!RowStates.told(type)) {
            return WaitKind.COROUTINE.ordinal();
        }
        int before = ToldBefore.reason(c);
        return before == 0 ? parked.kind(stack).ordinal() : ofOther(before);
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
        return parked.kind(stack);
    }
}
