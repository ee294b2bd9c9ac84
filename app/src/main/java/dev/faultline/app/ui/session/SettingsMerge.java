package dev.faultline.app.ui.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// What several windows keep in one file: each changes only what it changed itself since it read the file.
final class SettingsMerge {
    private SettingsMerge() {
    }

    /// Single values.
    ///
    /// @param before what this window had when it last read or wrote the file
    /// @param ours what it has now
    /// @param theirs what the file has now
    static Properties values(Properties before, Properties ours, Properties theirs) {
        var merged = new Properties();
        Set<String> keys = new TreeSet<>(ours.stringPropertyNames());
        keys.addAll(theirs.stringPropertyNames());
        for (String key : keys) {
            String own = ours.getProperty(key);
            boolean changed = own != null && !own.equals(before.getProperty(key));
            String value = changed || theirs.getProperty(key) == null ? own : theirs.getProperty(key);
            if (value != null) {
                merged.setProperty(key, value);
            }
        }
        return merged;
    }

    /// A list in which the latest come first: what this window put in front stands in front.
    ///
    /// @param opened what this window put there since it last wrote the file, the latest first
    /// @param most the longest that it may become
    static List<String> latestFirst(List<String> opened, List<String> theirs, int most) {
        SequencedSet<String> merged = new LinkedHashSet<>(opened);
        merged.addAll(theirs);
        return merged.stream().limit(most).toList();
    }

    /// A list in the order in which things were added.
    ///
    /// @param before what this window read or wrote last
    static List<String> added(List<String> before, List<String> ours, List<String> theirs) {
        SequencedSet<String> merged = new LinkedHashSet<>(theirs);
        ours.stream().filter(one -> !before.contains(one)).forEach(merged::add);
        before.stream().filter(one -> !ours.contains(one)).forEach(merged::remove);
        return List.copyOf(merged);
    }
}
