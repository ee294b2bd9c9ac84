package dev.faultline.model.disguise;

import dev.faultline.model.known.KnownFrames;
import dev.faultline.model.owner.Packages;
import dev.faultline.trace.write.Disguise;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stable pseudonyms for all that is a program's own: functions, packages, files, lines, tasks, regions, log messages.
///
/// Names of the standard library and of functions in the table of known frames stay, and so does all that rules read from
/// other names: how deep a package lies, whether its path begins with a host, whose module it belongs to, where main's file is,
/// what is a closure of what, which line comes before which. So findings in the nameless trace are the same but for names.
public final class Pseudonyms implements Disguise {
    private static final String EQUALITY_OF_TYPES = "type:";
    private static final String GO_SUBREPOSITORIES = "golang.org/x/";
    private static final String SOURCES = "/src/";
    private static final long FIRST_ADDRESS = 0x400000;
    private static final long ADDRESS_STEP = 16;
    private static final Pattern GO_VERSION = Pattern
            .compile("go(?:lang)?-?v?(1\\.\\d+(?:\\.\\d+)?)[^/\\\\]*[/\\\\](?:go[/\\\\])?src[/\\\\]");

    private final NameParts parts = new NameParts();
    private final Set<String> roots = new HashSet<>();
    private final Map<String, String> pathOf = new HashMap<>();
    private final Map<String, Boolean> standard = new HashMap<>();
    private final Map<String, TreeSet<Long>> lines = new LinkedHashMap<>();
    private final Map<String, Map<Long, Long>> ranks = new LinkedHashMap<>();
    private final Map<String, String> functions = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Long2LongOpenHashMap addresses = new Long2LongOpenHashMap();

    @Override
    public void learn(String function, String path, long line) {
        String file = path.replace('\\', '/');
        int runtime = file.lastIndexOf(SOURCES + "runtime/");
        if (function.startsWith("runtime.") && (runtime >= 0 || file.startsWith("runtime/"))) {
            roots.add(runtime < 0 ? "" : file.substring(0, runtime) + SOURCES);
        }
        pathOf.putIfAbsent(function, file);
        lines.computeIfAbsent(path, p -> new TreeSet<>()).add(line);
    }

    /// A module of the program may have the name of one of the standard library's folders: its files lie elsewhere.
    private boolean isStandard(String function) {
        return standard.computeIfAbsent(function, f -> {
            String file = pathOf.getOrDefault(f, "");
            return Packages.isOfGo(f) && (file.isEmpty() || file.startsWith("<") || root(file) != null);
        });
    }

    /// Where Go's own sources lie, empty for paths that do not tell; null for files that are none of them.
    private @Nullable String root(String file) {
        for (String root : roots) {
            if (file.startsWith(root) && Packages.isOfGo(file.substring(root.length()))) {
                return root;
            }
        }
        return null;
    }

    private boolean keeps(String function) {
        return isStandard(function) || function.startsWith(GO_SUBREPOSITORIES)
                || KnownFrames.all().find(function) != null;
    }

    @Override
    public String function(String name) {
        return name.isEmpty() ? name : functions.computeIfAbsent(name, this::makeFunction);
    }

    private String makeFunction(String name) {
        if (name.startsWith(EQUALITY_OF_TYPES)) {
            int type = name.indexOf('.', name.indexOf('.') + 1);
            return type < 0 ? name : name.substring(0, type + 1) + parts.identifier(name.substring(type + 1));
        }
        if (keeps(name)) {
            return NameParts.withoutTypeArguments(name);
        }
        int bracket = name.indexOf('[');
        int slash = name.lastIndexOf('/', bracket < 0 ? name.length() : bracket);
        int dot = name.indexOf('.', slash + 1);
        if (dot < 0) {
            return slash < 0 ? parts.identifier(name) : path(name);
        }
        return path(name.substring(0, dot)) + "." + parts.chain(name.substring(dot + 1));
    }

    /// An import path; a dot in its last part would end it.
    private String path(String path) {
        int slash = path.lastIndexOf('/');
        return folders(path.substring(0, slash + 1), "/")
                + firstPart(path, slash, parts.folder(path.substring(slash + 1))).replace(".", "%2e");
    }

    /// What begins like a package of the standard library counts as one of it.
    private static String firstPart(String path, int slash, String pseudonym) {
        return slash < 0 && Packages.isOfGo(path + ".x") ? path : pseudonym;
    }

    private String folders(String path, String separators) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < path.length(); i++) {
            if (separators.indexOf(path.charAt(i)) >= 0) {
                String part = path.substring(from, i);
                boolean keep = from == 0 && separators.length() == 1 && Packages.isOfGo(part + ".x");
                text.append(keep ? part : parts.folder(part)).append(path.charAt(i));
                from = i + 1;
            }
        }
        return text.toString();
    }

    @Override
    public String file(String path, String function) {
        return path.isEmpty() ? path : files.computeIfAbsent(path, p -> makeFile(p, function));
    }

    private String makeFile(String path, String function) {
        if (isStandard(function)) {
            String file = path.replace('\\', '/');
            String root = root(file);
            Matcher version = GO_VERSION.matcher(path);
            String shown = version.find() ? "/usr/lib/go-" + version.group(1) : "/usr/local/go";
            return root == null || root.isEmpty() ? file : shown + SOURCES + file.substring(root.length());
        }
        int name = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        return folders(path.substring(0, name), "/\\") + parts.file(path.substring(name));
    }

    @Override
    public long line(long line, String path, String function) {
        if (line == 0 || isStandard(function)) {
            return line;
        }
        Map<Long, Long> rank = ranks.computeIfAbsent(path, p -> {
            Map<Long, Long> made = new TreeMap<>();
            lines.getOrDefault(p, new TreeSet<>()).forEach(l -> made.put(l, made.size() + 1L));
            return made;
        });
        return rank.getOrDefault(line, rank.size() + 1L);
    }

    @Override
    public long address(long address) {
        return address == 0
                ? 0
                : addresses.computeIfAbsent(address, a -> FIRST_ADDRESS + ADDRESS_STEP * addresses.size());
    }

    /// Letters only: a number in a name looks like an id.
    @Override
    public String text(Role role, String text) {
        return text.isEmpty()
                ? text
                : texts.computeIfAbsent(text,
                        t -> role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + letters(texts.size()));
    }

    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int left = number; left >= 0; left = left / 26 - 1) {
            text.insert(0, (char) ('a' + left % 26));
        }
        return text.toString();
    }

    /// The names that were replaced: the original ones by kind and pseudonym.
    public Map<String, Map<String, String>> originals() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("functions", reversed(functions));
        all.put("files", reversed(files));
        all.put("texts", reversed(texts));
        return all;
    }

    /// The original line numbers: those of a file, by its pseudonym, in the order of their pseudonyms, which count from 1.
    public Map<String, List<Long>> originalLines() {
        Map<String, List<Long>> all = new LinkedHashMap<>();
        ranks.forEach((path, rank) -> all.put(files.getOrDefault(path, path),
                Collections.unmodifiableList(new ArrayList<>(rank.keySet()))));
        return all;
    }

    private static Map<String, String> reversed(Map<String, String> pseudonyms) {
        Map<String, String> originals = new LinkedHashMap<>();
        pseudonyms.forEach((original, pseudonym) -> {
            if (!original.equals(pseudonym)) {
                originals.put(pseudonym, original);
            }
        });
        return originals;
    }
}
