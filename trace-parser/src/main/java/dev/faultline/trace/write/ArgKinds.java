package dev.faultline.trace.write;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.Field;
import java.util.Arrays;

/// Which arguments of an event, by its number, are ids of texts and stacks; what the table of events says, as arrays.
final class ArgKinds {
    private static final boolean[][] STRINGS = new boolean[EventTable.SIZE][4];
    private static final boolean[][] STACKS = new boolean[EventTable.SIZE][4];
    private static final byte[] OWN_STACK = new byte[EventTable.SIZE];
    static {
        Arrays.fill(OWN_STACK, (byte) -1);
        for (EventType type : EventType.values()) {
            for (int i = 0; EventTable.timedArgs(type.id()) >= 0 && i < type.args().size(); i++) {
                Field.Kind kind = type.args().get(i).kind();
                STRINGS[type.id()][i] = kind == Field.Kind.STRING;
                STACKS[type.id()][i] = kind == Field.Kind.STACK;
                if (kind == Field.Kind.STACK && type.stack() == StackOf.SUBJECT) {
                    OWN_STACK[type.id()] = (byte) i;
                }
            }
        }
    }

    private ArgKinds() {
    }

    static boolean string(int type, int arg) {
        return STRINGS[type][arg];
    }

    static boolean stack(int type, int arg) {
        return STACKS[type][arg];
    }

    /// The argument that says where the event's subject, a goroutine, was just then; -1 for none.
    static int ownStack(int type) {
        return OWN_STACK[type];
    }
}
