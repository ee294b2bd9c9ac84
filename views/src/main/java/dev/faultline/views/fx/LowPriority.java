package dev.faultline.views.fx;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// Lowers the priority of background threads, so that a window can draw meanwhile: on two processors, layout and
/// rendering alone keep both busy. Java's own priorities mean nothing on Linux, so the system is asked; on other
/// systems nothing happens.
public final class LowPriority {
    /// The thread's niceness: it gets about a tenth of a processor that others want as well.
    private static final int NICE = 10;
    private static final int ONE_THREAD = 0;
    private static final int THIS_THREAD = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private LowPriority() {
    }

    /// Lowers the priority of the calling thread, and of those that it starts from now on, for good.
    public static void lowerThisThread() {
        if (SET_PRIORITY.isPresent()) {
            try {
                // whether it works or not, the work is done
                int ignored = (int) SET_PRIORITY.get().invokeExact(ONE_THREAD, THIS_THREAD, NICE);
            } catch (Throwable e) {
                throw new IllegalStateException("setpriority cannot be called", e);
            }
        }
    }

    /// Makes daemon threads of low priority.
    ///
    /// @param name of each
    static ThreadFactory threads(String name) {
        return task -> Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            lowerThisThread();
            task.run();
        });
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("setpriority").map(address -> linker.downcallHandle(address,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT)));
    }
}
