package dev.faultline.trace.column;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The memory of the machine, or of the container that the program runs in, in bytes.
///
/// @param total how much there is
/// @param available how much may still be taken without pushing anything out but file caches
record MachineMemory(long total, long available) {
    private static final Path LINUX = Path.of("/proc/meminfo");

    /// As it is now.
    static MachineMemory now() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? new MachineMemory(system.getTotalMemorySize(), available(system.getFreeMemorySize()))
                : new MachineMemory(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// What Linux calls free leaves out the file caches, which yield; what it calls available does not.
    private static long available(long free) {
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(l -> l.startsWith("MemAvailable:")).mapToLong(MachineMemory::bytes).findAny()
                    .orElse(free);
        } catch (IOException | RuntimeException e) {
            return free;
        }
    }

    /// The number of a line such as `MemAvailable:   21344512 kB`.
    private static long bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }
}
