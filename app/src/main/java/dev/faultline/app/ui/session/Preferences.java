package dev.faultline.app.ui.session;

import dev.faultline.trace.disk.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Preferences that the window keeps between runs, in one properties file. An unreadable file counts as empty; a file
/// that cannot be written is reported by [#save].
public final class Preferences {
    private static final int RECENT = 12;
    /// What the window needs at least, px.
    public static final double MIN_WIDTH = 880;
    public static final double MIN_HEIGHT = 560;

    private final Path file;
    private final Properties values = new Properties();
    /// What this window had when it last read or wrote the file: another one may have written since.
    private final Properties before = new Properties();
    /// Files opened since then, the latest first.
    private final List<String> opened = new ArrayList<>();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final BooleanProperty fineStates = new SimpleBooleanProperty(this, "fineStates");
    private final BooleanProperty runtimeShown = new SimpleBooleanProperty(this, "runtimeShown");
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<String> filters = FXCollections.observableArrayList();
    private final ObservableList<Path> recentView = FXCollections.unmodifiableObservableList(recent);
    private final Panes panes = new Panes();
    private final SourceSettings sources = new SourceSettings(() -> this.changed.run());
    private double mostWidth = Double.MAX_VALUE;
    private double mostHeight = Double.MAX_VALUE;
    private Runnable changed = () -> {};

    /// @param folder where the file is or will be
    public Preferences(Path folder) {
        file = folder.resolve("window.properties");
        values.putAll(read());
        before.putAll(values);
        theme.set(Theme.of(values.getProperty("theme", "")));
        scale.set(Scales.nearest(number("scale", 1)));
        fineStates.set(Boolean.parseBoolean(values.getProperty("states.all")));
        runtimeShown.set(Boolean.parseBoolean(values.getProperty("pauses.over")));
        numbered(values, "recent").forEach(this::addKnown);
        filters.setAll(numbered(values, "filter"));
        panes.load(values);
        sources.load(values);
        theme.addListener(_ -> changed.run());
        scale.addListener(_ -> changed.run());
        fineStates.addListener(_ -> changed.run());
        runtimeShown.addListener(_ -> changed.run());
        panes.changedProperty().addListener(_ -> changed.run());
        filters.addListener((ListChangeListener<String>) _ -> changed.run());
    }

    /// Where the settings lie.
    public Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /// Called after each change, which [#save] should then write.
    public void setOnChange(Runnable action) {
        changed = action;
    }

    /// Where sources lie, and the editor.
    public SourceSettings sources() {
        return sources;
    }

    /// Which panes are open.
    public Panes panes() {
        return panes;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// How much larger than usual everything is, one of [Scales].
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /// Whether timelines tell the states of goroutines apart as far as traces do.
    public BooleanProperty fineStatesProperty() {
        return fineStates;
    }

    /// Whether timelines show collections and pauses over all rows.
    public BooleanProperty runtimeShownProperty() {
        return runtimeShown;
    }

    /// Files opened lately, the latest first.
    public ObservableList<Path> recent() {
        return recentView;
    }

    /// Puts a file at the head of the recent ones.
    public void opened(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        recent.remove(absolute);
        recent.addFirst(absolute);
        opened.remove(absolute.toString());
        opened.addFirst(absolute.toString());
        if (recent.size() > RECENT) {
            recent.subList(RECENT, recent.size()).clear();
        }
        changed.run();
    }

    /// Filters that the user keeps, in the order in which they were kept.
    public ObservableList<String> filters() {
        return filters;
    }

    /// Width of the window in pixels.
    public double width() {
        return Math.min(Math.max(MIN_WIDTH, number("width", 1600)), mostWidth);
    }

    /// Height of the window in pixels.
    public double height() {
        return Math.min(Math.max(MIN_HEIGHT, number("height", 1000)), mostHeight);
    }

    /// Lets [#width] and [#height] be at most so many px, however large the window was the last time.
    public void limitSize(double width, double height) {
        mostWidth = width;
        mostHeight = height;
    }

    /// Remembers the window's size.
    public void setSize(double width, double height) {
        values.setProperty("width", Long.toString(Math.round(width)));
        values.setProperty("height", Long.toString(Math.round(height)));
        changed.run();
    }

    /// Whether the window filled the screen.
    public boolean maximized() {
        return Boolean.parseBoolean(values.getProperty("maximized"));
    }

    public void setMaximized(boolean maximized) {
        values.setProperty("maximized", Boolean.toString(maximized));
        changed.run();
    }

    /// Writes everything, by way of a temporary file.
    public synchronized void save() throws IOException {
        values.setProperty("theme", theme.get().key());
        values.setProperty("scale", Double.toString(scale.get()));
        values.setProperty("states.all", Boolean.toString(fineStates.get()));
        values.setProperty("pauses.over", Boolean.toString(runtimeShown.get()));
        panes.save(values);
        sources.save(values);
        Properties theirs = read();
        List<String> known = theirs.isEmpty()
                ? recent.stream().map(Path::toString).toList()
                : numbered(theirs, "recent");
        number(values, "recent", SettingsMerge.latestFirst(opened, known, RECENT));
        number(values, "filter", SettingsMerge.added(numbered(before, "filter"), List.copyOf(filters),
                numbered(theirs, "filter")));
        // lists are merged as lists
        theirs.keySet().removeIf(key -> key.toString().matches("(recent|filter)\\.\\d+"));
        Properties merged = SettingsMerge.values(before, values, theirs);
        Files.createDirectories(folder());
        AtomicFile.write(file, draft -> {
            try (Writer out = Files.newBufferedWriter(draft)) {
                merged.store(out, "Faultline");
            }
        });
        opened.clear();
        before.clear();
        before.putAll(values);
    }

    private Properties read() {
        var read = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            } catch (IOException | IllegalArgumentException e) {
                read.clear();
            }
        }
        return read;
    }

    private void addKnown(String path) {
        try {
            recent.add(Path.of(path));
        } catch (InvalidPathException e) {
            // written by another system; not a file here
        }
    }

    private static List<String> numbered(Properties values, String key) {
        var list = new ArrayList<String>();
        for (int i = 0; values.getProperty(key + "." + i) instanceof String value; i++) {
            list.add(value);
        }
        return list;
    }

    private static void number(Properties values, String key, List<String> list) {
        values.stringPropertyNames().stream().filter(name -> name.startsWith(key + ".")).forEach(values::remove);
        for (int i = 0; i < list.size(); i++) {
            values.setProperty(key + "." + i, list.get(i));
        }
    }

    private double number(String key, double otherwise) {
        try {
            return Double.parseDouble(values.getProperty(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
