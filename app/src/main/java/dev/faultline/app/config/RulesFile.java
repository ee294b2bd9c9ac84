package dev.faultline.app.config;

import dev.faultline.model.judge.SettingsText;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Suppression;
import dev.faultline.trace.disk.AtomicFile;
import dev.faultline.trace.disk.UserFolder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The user's rule settings, a properties file: thresholds as `long-stw.threshold_ns=5e6`, suppressions as
/// `suppress.NAME=goroutine-leak @ main.watch*`. Other lines stay as the user wrote them.
public final class RulesFile {
    private static final String NAME = "rules.properties";
    private static final String HEAD = "# Faultline: rule thresholds and suppressed findings";

    private final Path file;

    /// @param file need not exist
    public RulesFile(Path file) {
        this.file = file;
    }

    /// The file of this user on this machine.
    public static RulesFile ofUser() {
        return in(UserFolder.SETTINGS.path());
    }

    /// The file in a folder of settings.
    public static RulesFile in(Path folder) {
        return new RulesFile(folder.resolve(NAME));
    }

    public Path path() {
        return file;
    }

    /// What it says; the defaults when there is no such file.
    ///
    /// @throws SettingsException when it cannot be read or understood; the sentence begins with its path
    public Settings load() throws SettingsException {
        return Files.notExists(file) ? Settings.DEFAULTS : read();
    }

    /// What it says.
    ///
    /// @throws SettingsException when it is not there, or cannot be read or understood
    public Settings read() throws SettingsException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(file + ": " + reason(e));
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        try {
            return SettingsText.read(values);
        } catch (SettingsException e) {
            throw new SettingsException(file + ": " + e.getMessage());
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case java.nio.charset.CharacterCodingException _ -> "it is not UTF-8 text";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /// Adds a suppression and keeps all else as it is.
    public void suppress(Suppression suppression) throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            lines.add(HEAD);
        }
        int number = 1;
        while (takes(lines, SettingsText.SUPPRESS + "." + number)) {
            number++;
        }
        lines.add(SettingsText.SUPPRESS + "." + number + "=" + suppression.text().replace("\\", "\\\\"));
        write(lines);
    }

    /// Takes all suppressions out and keeps all else as it is.
    public void suppressNothing() throws IOException {
        List<String> lines = lines();
        if (lines.removeIf(line -> name(line).equals(SettingsText.SUPPRESS)
                || name(line).startsWith(SettingsText.SUPPRESS + "."))) {
            write(lines);
        }
    }

    private static boolean takes(List<String> lines, String name) {
        return lines.stream().anyMatch(line -> name(line).equals(name));
    }

    private static String name(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && "=: \t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.startsWith("#") || text.startsWith("!") ? "" : text.substring(0, end);
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
    }

    private void write(List<String> lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, draft -> Files.write(draft, lines));
    }
}
