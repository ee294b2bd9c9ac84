package dev.faultline.model.replay;

import dev.faultline.model.WaitKind;
import java.util.Map;

/// The one table of what waits are for: by the runtime's reason, and by the runtime function that parks a goroutine, for
/// waits of which no reason is told.
///
/// Reasons are the runtime's own (Go 1.22 to 1.27, runtime/traceruntime.go), compared as text since their ids differ from
/// trace to trace.
final class WaitKinds {
    private static final Map<String, WaitKind> REASONS = Map.ofEntries(Map.entry("chan send", WaitKind.CHAN_SEND),
            Map.entry("chan receive", WaitKind.CHAN_RECEIVE), Map.entry("select", WaitKind.SELECT),
            Map.entry("sync", WaitKind.SYNC), Map.entry("sync.(*Cond).Wait", WaitKind.COND),
            Map.entry("network", WaitKind.NETWORK), Map.entry("sleep", WaitKind.SLEEP),
            Map.entry("forever", WaitKind.FOREVER), Map.entry("GC mark assist wait for work", WaitKind.GC),
            Map.entry("GC background sweeper wait", WaitKind.GC), Map.entry("wait until GC ends", WaitKind.GC),
            Map.entry("GC weak to strong wait", WaitKind.GC), Map.entry("system goroutine wait", WaitKind.SYSTEM),
            Map.entry("preempted", WaitKind.PREEMPTED));
    private static final Map<String, WaitKind> FUNCTIONS = Map.ofEntries(
            Map.entry("runtime.chanrecv1", WaitKind.CHAN_RECEIVE),
            Map.entry("runtime.chanrecv2", WaitKind.CHAN_RECEIVE),
            Map.entry("runtime.chansend1", WaitKind.CHAN_SEND), Map.entry("runtime.selectgo", WaitKind.SELECT),
            Map.entry("runtime.block", WaitKind.FOREVER),
            Map.entry("internal/poll.runtime_pollWait", WaitKind.NETWORK), Map.entry("time.Sleep", WaitKind.SLEEP),
            Map.entry("sync.runtime_notifyListWait", WaitKind.COND),
            Map.entry("runtime.gcParkAssist", WaitKind.GC), Map.entry("runtime.gcBgMarkWorker", WaitKind.SYSTEM),
            Map.entry("runtime.bgsweep", WaitKind.GC), Map.entry("runtime.bgscavenge", WaitKind.SYSTEM),
            Map.entry("runtime.forcegchelper", WaitKind.SYSTEM), Map.entry("runtime.runFinalizers", WaitKind.SYSTEM),
            Map.entry("runtime.runfinq", WaitKind.SYSTEM), Map.entry("runtime.runCleanups", WaitKind.SYSTEM),
            Map.entry("runtime.coroswitch", WaitKind.COROUTINE));
    private static final String[] SEMAPHORES = {"sync.runtime_Semacquire", "internal/sync.runtime_Semacquire",
            "internal/poll.runtime_Semacquire", "runtime.semacquire"};

    private WaitKinds() {
        // functions only
    }

    /// What a reason stands for, [WaitKind#UNKNOWN] where it is not known and does not say that it is the collector's.
    static WaitKind ofReason(String reason) {
        return REASONS.getOrDefault(reason, reason.startsWith("GC ") ? WaitKind.GC : WaitKind.UNKNOWN);
    }

    /// What goroutines wait for that a function parks, [WaitKind#UNKNOWN] where it is not one that parks.
    static WaitKind ofFunction(String function) {
        WaitKind kind = FUNCTIONS.get(function);
        if (kind != null) {
            return kind;
        }
        for (String prefix : SEMAPHORES) {
            if (function.startsWith(prefix)) {
                return WaitKind.SYNC;
            }
        }
        return WaitKind.UNKNOWN;
    }
}
