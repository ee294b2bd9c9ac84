package dev.faultline.app.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each operating system wants a program's settings.
public final class ConfigFolder {
    private ConfigFolder() {
    }

    /// The folder of this user on this machine; it need not exist yet.
    public static Path ofUser() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Faultline");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Faultline");
        }
        return folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("faultline");
    }

    private static Path folder(@Nullable String set, Path otherwise) {
        return set == null || set.isBlank() ? otherwise : Path.of(set);
    }
}
