package dev.faultline.model.owner;

import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Finds out which import paths are the program's own: what tests run; the module that the path of main's file shows; where
/// no function of package main is seen, the path that most stacks begin in outside of known places.
final class OwnPackages {
    private static final String FUZZ = "testing.(*F).Fuzz.";

    private final Stacks stacks;
    /// Packages and modules; what lies below a module belongs to it.
    private final Set<String> found = new HashSet<>();
    private final Set<String> mainFiles = new HashSet<>();
    private boolean tests;

    private OwnPackages(Stacks stacks) {
        this.stacks = stacks;
    }

    /// Paths of packages and modules.
    static Set<String> of(Stacks stacks) {
        OwnPackages own = new OwnPackages(stacks);
        own.tests();
        own.main();
        if (own.mainFiles.isEmpty() && !own.tests) {
            own.mostRoots().ifPresent(own.found::add);
        }
        return Set.copyOf(own.found);
    }

    /// The functions that the testing package calls.
    private void tests() {
        for (int stack = 1; stack < stacks.size(); stack++) {
            for (int d = stacks.depth(stack) - 1; d > 0; d--) {
                String function = function(stack, d);
                if (runsTests(function)) {
                    tests = true;
                    test(stack, function.startsWith(FUZZ) ? belowReflect(stack, d - 1) : d - 1);
                }
            }
        }
    }

    private static boolean runsTests(String function) {
        return function.equals("testing.tRunner") || function.startsWith("testing.(*B).run")
                || function.startsWith(FUZZ) || function.equals("testing.runExample");
    }

    private String function(int stack, int depth) {
        return stacks.frame(stacks.frameId(stack, depth)).function();
    }

    /// Package reflect calls the function that a fuzz test is made of; -1 where the stack does not show that.
    private int belowReflect(int stack, int depth) {
        int d = depth;
        while (d >= 0 && function(stack, d).startsWith("reflect.")) {
            d--;
        }
        return d;
    }

    private void test(int stack, int depth) {
        String path = depth < 0 ? "" : Packages.of(function(stack, depth));
        if (!path.equals("testing") && !Packages.isRuntime(path)) {
            found.add(path.endsWith("_test") ? path.substring(0, path.length() - "_test".length()) : path);
            found.add(path);
        }
    }

    /// The module of package main, where its file's path shows one.
    private void main() {
        for (int frame = 0; frame < stacks.frameCount(); frame++) {
            Frame at = stacks.frame(frame);
            if (at.function().startsWith("main.") && !at.file().equals("_testmain.go")) {
                mainFiles.add(at.file().replace('\\', '/'));
            }
        }
        for (String file : mainFiles) {
            module(file).ifPresent(found::add);
        }
        for (int frame = 0; frame < stacks.frameCount() && !mainFiles.isEmpty(); frame++) {
            besideMain(stacks.frame(frame)).ifPresent(found::add);
        }
    }

    /// The module that a path shows: in the module cache (`…/pkg/mod/host/a/b@v1.2.3/c.go`), below GOPATH
    /// (`…/src/host/a/b/c.go`), or trimmed (`host/a/b/c.go`).
    private static Optional<String> module(String file) {
        int version = file.indexOf("@v");
        if (version > 0) {
            int cache = file.lastIndexOf("/pkg/mod/", version);
            return Optional.of(upperCase(file.substring(cache < 0 ? 0 : cache + "/pkg/mod/".length(), version)));
        }
        boolean absolute = file.startsWith("/") || file.startsWith(":/", 1);
        int source = file.lastIndexOf("/src/");
        String path = absolute && source >= 0 ? file.substring(source + "/src/".length()) : file;
        int name = path.lastIndexOf('/');
        if (name < 0 || absolute && source < 0) {
            return Optional.empty();
        }
        String folder = path.substring(0, name);
        if (Packages.isRemote(folder)) {
            return Optional.of(Packages.repository(folder));
        }
        boolean telling = !absolute && !folder.startsWith(".") && !folder.startsWith("command-line-arguments");
        return telling && !Packages.isStandard(folder) ? Optional.of(Packages.first(folder)) : Optional.empty();
    }

    /// The module cache writes capital letters as `!` and the small one.
    private static String upperCase(String path) {
        StringBuilder text = new StringBuilder(path);
        for (int i = text.indexOf("!"); i >= 0 && i + 1 < text.length(); i = text.indexOf("!", i)) {
            text.setCharAt(i + 1, Character.toUpperCase(text.charAt(i + 1)));
            text.deleteCharAt(i);
        }
        return text.toString();
    }

    /// The module of a package whose folder ends as its import path does, where the folder that is left holds main's file,
    /// too, and the import path has something left to name the module.
    private Optional<String> besideMain(Frame frame) {
        String path = Packages.of(frame.function());
        String file = frame.file().replace('\\', '/');
        int name = file.lastIndexOf('/');
        if (Packages.isRuntime(path) || Packages.isStandard(path) || path.equals("main") || name <= 0) {
            return Optional.empty();
        }
        String folder = file.substring(0, name);
        while (path.indexOf('/') > 0) {
            int inPath = path.lastIndexOf('/');
            int inFolder = folder.lastIndexOf('/');
            if (inFolder <= 0 || !path.substring(inPath).equals(folder.substring(inFolder))) {
                break;
            }
            path = path.substring(0, inPath);
            folder = folder.substring(0, inFolder);
            String root = folder + "/";
            boolean names = path.indexOf('/') > 0 || !Packages.isRemote(path);
            if (names && mainFiles.stream().anyMatch(f -> f.startsWith(root))) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /// The repository, or the first part of a path that is no remote one, in which more than half of the stacks begin that
    /// begin outside the standard library and what is seen to be a library.
    private Optional<String> mostRoots() {
        Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();
        int all = 0;
        for (int stack = 1; stack < stacks.size(); stack++) {
            int depth = stacks.depth(stack);
            Frame root = depth == 0 ? null : stacks.frame(stacks.frameId(stack, depth - 1));
            String path = root == null ? "" : Packages.of(root.function());
            if (root != null && !Packages.isRuntime(path) && !Packages.isStandard(path)
                    && !Packages.inLibraryFolder(root, path)) {
                counts.addTo(Packages.isRemote(path) ? Packages.repository(path) : Packages.first(path), 1);
                all++;
            }
        }
        int half = all / 2;
        return counts.object2IntEntrySet().stream().filter(e -> e.getIntValue() > half).map(e -> e.getKey()).findAny();
    }
}
