package dev.faultline.trace.v1;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/// Rows of events that change what a goroutine does.
final class V1Goroutines {
    private static final int NONE = V1Out.NONE;
    private static final int FIRST_WITH_SYMBOLS = 7;

    private final V1Out out;
    private final V1Decoder in;
    private final BitSet blocked;
    private int syscalls;
    private int[] syscallThread = new int[256];

    /// @param blocked by number of system call: whether it blocked
    V1Goroutines(V1Out out, BitSet blocked) {
        this.out = out;
        this.in = out.in;
        this.blocked = blocked;
        Arrays.fill(syscallThread, NONE);
    }

    void create() {
        if (in.args[0] == V1Stream.NOBODY) {
            out.skip();
            return;
        }
        int g = out.goroutines.add(in.args[0]);
        int entry = out.minor >= FIRST_WITH_SYMBOLS ? out.names.stack(in.args[1]) : out.names.address(in.args[1]);
        if (out.snapshot.isOpen()) {
            out.snapshot.list(g, entry);
        } else {
            out.snapshot.introduce(g);
            out.row(EventType.GO_CREATE, g).subject(g).stack(out.names.stack(in.stack)).a(entry);
        }
    }

    void start() {
        int g = out.self();
        if (g == NONE) {
            out.skip();
            return;
        }
        if (out.snapshot.isOpen()) {
            out.introduce(g, V1Out.RUNNING);
            return;
        }
        out.introduce(g, V1Out.RUNNABLE);
        out.rowOfProc(EventType.GO_START, g).subject(g);
        if (in.type == V1Type.GO_START_LABEL) {
            out.row(EventType.GO_LABEL).subject(g).a(out.names.string(in.args[2]));
        }
    }

    void existed(int status) {
        if (out.self() == NONE) {
            out.skip();
        } else {
            out.introduce(out.self(), status);
        }
    }

    void end() {
        own(EventType.GO_DESTROY);
    }

    void stop(String reason) {
        leave(EventType.GO_STOP, reason);
    }

    void block(String reason) {
        leave(EventType.GO_BLOCK, reason);
    }

    private void leave(EventType type, String reason) {
        int stack = out.names.stack(in.stack);
        int text = out.names.strings.intern(reason);
        RowWriter row = own(type);
        if (row != null) {
            row.stack(stack).a(text);
        }
    }

    void unblock() {
        if (in.args[0] == V1Stream.NOBODY) {
            out.skip();
            return;
        }
        int g = out.goroutines.add(in.args[0]);
        out.introduce(g, V1Out.WAITING);
        if (out.self() != NONE) {
            out.introduce(out.self(), V1Out.RUNNING);
        }
        out.row(EventType.GO_UNBLOCK, g).subject(g).stack(out.names.stack(in.stack));
    }

    void syscall() {
        boolean blocks = blocked.get(syscalls++);
        RowWriter row = own(EventType.GO_SYSCALL_BEGIN);
        if (row == null) {
            return;
        }
        row.stack(out.names.stack(in.stack));
        if (blocks) {
            remember(out.self(), out.thread());
        } else {
            out.rowAfter(EventType.GO_SYSCALL_END).subject(out.self());
        }
    }

    void exitSyscall(int g, long units) {
        if (g == NONE) {
            out.skip();
            return;
        }
        out.introduce(g, V1Out.SYSCALL);
        int thread = g < syscallThread.length ? syscallThread[g] : NONE;
        out.rowOffProc(EventType.GO_SYSCALL_END_BLOCKED, units, thread, g).subject(g);
    }

    /// Ends the listing of what existed before the trace.
    void endSnapshot() {
        IntArrayList rest = out.snapshot.close();
        for (int i = 0; i < rest.size(); i++) {
            out.introduce(rest.getInt(i), V1Out.RUNNABLE);
        }
    }

    private void remember(int g, int thread) {
        int old = syscallThread.length;
        if (g >= old) {
            syscallThread = Arrays.copyOf(syscallThread, Math.max(g + 1, old * 2));
            Arrays.fill(syscallThread, old, syscallThread.length, NONE);
        }
        syscallThread[g] = thread;
    }

    /// Begins a row about the goroutine itself; null when damage has hidden which one that is.
    private @org.jspecify.annotations.Nullable RowWriter own(EventType type) {
        if (out.self() == NONE) {
            out.skip();
            return null;
        }
        out.introduce(out.self(), V1Out.RUNNING);
        return out.row(type).subject(out.self());
    }
}
