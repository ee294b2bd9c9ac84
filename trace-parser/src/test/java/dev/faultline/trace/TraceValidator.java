package dev.faultline.trace;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A second opinion on ordered rows: replays them with maps and its own notion of what may follow what, and shares no code
/// with the reader. It follows a whole trace across its generations, which the reader orders one by one.
final class TraceValidator {
    private enum Go {
        RUNNABLE, RUNNING, SYSCALL, WAITING
    }

    private final Trace trace;
    private final Map<Integer, Go> goroutines = new HashMap<>();
    private final Map<Integer, Integer> procOfThread = new HashMap<>();
    private final Map<Integer, Integer> goroutineOfThread = new HashMap<>();
    private final Map<String, Long> lastTimes = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private EventCursor e;

    private TraceValidator(Trace trace) {
        this.trace = trace;
        this.e = trace.events().cursor(0, 0);
    }

    /// What is wrong with a trace's rows; empty when nothing is.
    static List<String> complaints(Trace trace) {
        TraceValidator v = new TraceValidator(trace);
        for (Generation g : trace.generations()) {
            v.e = trace.events().cursor(g.fromRow(), g.toRow());
            while (v.e.next()) {
                v.row();
            }
        }
        return v.complaints;
    }

    private void row() {
        boolean status = switch (e.type()) {
            case GO_STATUS, GO_STATUS_STACK, PROC_STATUS, GC_MARK_ASSIST_ACTIVE, GC_SWEEP_ACTIVE, GC_ACTIVE -> true;
            default -> false;
        };
        checkIds();
        if (!status) {
            checkContext();
            checkTime("thread", e.thread());
            checkTime("P", e.proc());
            checkTime("goroutine", e.goroutine());
        }
        apply();
    }

    private void checkIds() {
        want(e.thread() < trace.threads().size(), "thread");
        want(e.goroutine() < trace.goroutines().size(), "goroutine");
        want(e.stack() >= 0 && e.stack() < trace.stacks().size(), "stack");
        want(e.time() >= 0 && e.time() <= trace.durationNs(), "time");
    }

    private void checkContext() {
        boolean sample = e.type() == EventType.CPU_SAMPLE;
        if (e.thread() >= 0 && !sample) {
            want(procOfThread.getOrDefault(e.thread(), -1) == e.proc(), "the P its thread held");
            want(goroutineOfThread.getOrDefault(e.thread(), -1) == e.goroutine(), "the goroutine on its thread");
        }
    }

    private void checkTime(String what, int index) {
        if (index >= 0) {
            Long before = lastTimes.put(what + index, e.time());
            want(before == null || before <= e.time(), what + " going forward in time");
        }
    }

    private void apply() {
        int g = e.goroutine();
        int s = e.subject();
        switch (e.type()) {
            case PROC_START -> {
                want(!procOfThread.containsValue(s), "an idle P");
                procOfThread.put(e.thread(), s);
            }
            case PROC_STOP -> procOfThread.remove(e.thread());
            case PROC_STEAL -> procOfThread.remove((int) e.a());
            case PROC_STATUS -> {
                if (e.a() == 1 || e.a() == 3) {
                    procOfThread.put(e.thread(), s);
                }
            }
            case GO_CREATE -> create(s, Go.RUNNABLE);
            case GO_CREATE_BLOCKED -> create(s, Go.WAITING);
            case GO_CREATE_SYSCALL -> {
                create(s, Go.SYSCALL);
                goroutineOfThread.put(e.thread(), s);
            }
            case GO_START -> {
                move(s, Go.RUNNABLE, Go.RUNNING);
                want(g < 0 && e.proc() >= 0, "a free thread with a P");
                goroutineOfThread.put(e.thread(), s);
            }
            case GO_STOP -> leave(g, Go.RUNNABLE);
            case GO_BLOCK -> leave(g, Go.WAITING);
            case GO_DESTROY -> end(g);
            case GO_DESTROY_SYSCALL -> {
                end(g);
                procOfThread.remove(e.thread()); // abandoned: somebody will steal it
            }
            case GO_UNBLOCK -> move(s, Go.WAITING, Go.RUNNABLE);
            case GO_SYSCALL_BEGIN -> move(g, Go.RUNNING, Go.SYSCALL);
            case GO_SYSCALL_END -> move(g, Go.SYSCALL, Go.RUNNING);
            case GO_SYSCALL_END_BLOCKED -> {
                move(g, Go.SYSCALL, Go.RUNNABLE);
                goroutineOfThread.remove(e.thread());
            }
            case GO_SWITCH, GO_SWITCH_DESTROY -> {
                move(s, Go.WAITING, Go.RUNNING);
                if (e.type() == EventType.GO_SWITCH) {
                    move(g, Go.RUNNING, Go.WAITING);
                } else {
                    end(g);
                }
                goroutineOfThread.put(e.thread(), s);
            }
            case GO_STATUS, GO_STATUS_STACK -> status(s);
            default -> {
                // nothing of the scheduler's
            }
        }
    }

    private void status(int s) {
        Go now = Go.values()[(int) e.a() - 1];
        want(goroutines.getOrDefault(s, now) == now, "a status that agrees with what was: " + goroutines.get(s));
        goroutines.put(s, now);
        if (now == Go.RUNNING || now == Go.SYSCALL) {
            goroutineOfThread.put(e.thread(), s);
        }
    }

    private void create(int s, Go state) {
        want(!goroutines.containsKey(s), "a new goroutine");
        goroutines.put(s, state);
    }

    private void move(int s, Go from, Go to) {
        want(goroutines.get(s) == from, from + " instead of " + goroutines.get(s));
        goroutines.put(s, to);
    }

    private void leave(int g, Go to) {
        move(g, Go.RUNNING, to);
        goroutineOfThread.remove(e.thread());
    }

    private void end(int g) {
        want(goroutines.remove(g) != null, "a goroutine that lives");
        goroutineOfThread.remove(e.thread());
    }

    private void want(boolean holds, String what) {
        if (!holds) {
            complaints.add("row " + e.row() + ", " + e.type().goName() + ": expected " + what);
        }
    }
}
