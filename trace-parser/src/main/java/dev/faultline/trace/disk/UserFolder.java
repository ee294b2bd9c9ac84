package dev.faultline.trace.disk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each operating system wants what a program keeps for its user.
public enum UserFolder {
    /// What the user chose.
    SETTINGS("APPDATA", "AppData/Roaming", "Faultline", "Library/Application Support", "XDG_CONFIG_HOME", ".config"),
    /// What the program can make again: on a disk, unlike the folder for temporary files, which is memory on many
    /// systems.
    CACHE("LOCALAPPDATA", "AppData/Local", "Faultline/Cache", "Library/Caches", "XDG_CACHE_HOME", ".cache");

    private final String windowsVariable;
    private final String windowsDefault;
    private final String windowsName;
    private final String mac;
    private final String xdgVariable;
    private final String xdgDefault;

    UserFolder(String windowsVariable, String windowsDefault, String windowsName, String mac, String xdgVariable,
            String xdgDefault) {
        this.windowsVariable = windowsVariable;
        this.windowsDefault = windowsDefault;
        this.windowsName = windowsName;
        this.mac = mac;
        this.xdgVariable = xdgVariable;
        this.xdgDefault = xdgDefault;
    }

    /// The folder of this user on this machine; it need not exist yet.
    public Path path() {
        return path(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /// The folder on a system of that name, as Java's `os.name` has it.
    public Path path(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment.get(windowsVariable), home.resolve(windowsDefault)).resolve(windowsName);
        }
        if (name.startsWith("mac")) {
            return home.resolve(mac).resolve("Faultline");
        }
        return folder(environment.get(xdgVariable), home.resolve(xdgDefault)).resolve("faultline");
    }

    /// Source: XDG Base Directory Specification 0.8: paths that are not absolute are to be ignored.
    private static Path folder(@Nullable String set, Path otherwise) {
        return set == null || set.isBlank() || !Path.of(set).isAbsolute() ? otherwise : Path.of(set);
    }
}
