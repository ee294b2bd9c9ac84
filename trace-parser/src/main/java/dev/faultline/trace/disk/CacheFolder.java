package dev.faultline.trace.disk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each operating system wants what a program can make again: on a disk, unlike the folder for temporary files,
/// which is memory on many systems.
public final class CacheFolder {
    private CacheFolder() {
    }

    /// The folder of this user on this machine; it need not exist yet.
    public static Path ofUser() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local")).resolve("Faultline/Cache");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Caches/Faultline");
        }
        return folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("faultline");
    }

    /// Source: XDG Base Directory Specification 0.8: paths that are not absolute are to be ignored.
    private static Path folder(@Nullable String set, Path otherwise) {
        return set == null || set.isBlank() || !Path.of(set).isAbsolute() ? otherwise : Path.of(set);
    }
}
