package dev.faultline.trace.column;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Memory whose pages are all there from the start. Elsewhere the operating system gives a page when it is first written to,
/// 4 KB at a time, which on virtual machines takes more time than filling it. Only Linux is asked for more at once.
final class PresentPages {
    // Linux, <sys/mman.h>: the same on all processors for which there is a JDK
    private static final int READ_AND_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS_POPULATED = 0x02 | 0x20 | 0x8000;
    private static final long FAILED = -1;

    private static final @Nullable MethodHandle MAP;
    private static final @Nullable MethodHandle UNMAP;
    static {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
        MAP = linux
                ? find("mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT,
                        JAVA_LONG))
                : null;
        UNMAP = linux ? find("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG)) : null;
    }

    private PresentPages() {
        // functions only
    }

    @SuppressWarnings("restricted")
    private static @Nullable MethodHandle find(String function, FunctionDescriptor types) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(function).map(address -> linker.downcallHandle(address, types))
                .orElse(null);
    }

    /// New memory, all zeros.
    ///
    /// @param bytes a multiple of the size of a page
    /// @param arena frees it
    /// @throws OutOfMemoryError when there is not so much
    @SuppressWarnings("restricted")
    static MemorySegment allocate(long bytes, Arena arena) {
        MethodHandle map = MAP;
        MethodHandle unmap = UNMAP;
        if (map == null || unmap == null) {
            return arena.allocate(bytes, Long.BYTES);
        }
        MemorySegment start;
        try {
            start = (MemorySegment) map.invokeExact(MemorySegment.NULL, bytes, READ_AND_WRITE,
                    PRIVATE_ANONYMOUS_POPULATED, -1, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("mmap cannot be called", e);
        }
        if (start.address() == FAILED) {
            throw new OutOfMemoryError("no " + bytes + " bytes of memory");
        }
        return start.reinterpret(bytes, arena, pages -> free(unmap, pages));
    }

    private static void free(MethodHandle unmap, MemorySegment pages) {
        try {
            // it fails only for what is not mapped
            int ignored = (int) unmap.invokeExact(pages, pages.byteSize());
        } catch (Throwable e) {
            throw new IllegalStateException("munmap cannot be called", e);
        }
    }
}
