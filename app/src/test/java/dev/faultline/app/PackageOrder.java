package dev.faultline.app;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The packages in an order, a line of the document's list after the other; those on one line know nothing of each other.
final class PackageOrder {
    private static final String BEGIN = "```packages";
    private static final String END = "```";

    private final Map<String, Integer> lineOf;

    private PackageOrder(Map<String, Integer> lineOf) {
        this.lineOf = lineOf;
    }

    /// The list of a Markdown document: its block of code in the language `packages`.
    static PackageOrder read(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        Map<String, Integer> lineOf = new HashMap<>();
        for (int i = lines.indexOf(BEGIN) + 1; !lines.get(i).equals(END); i++) {
            for (String name : lines.get(i).strip().split(" +")) {
                if (lineOf.put(name, i) != null) {
                    throw new IllegalStateException(document + " names the package " + name + " twice");
                }
            }
        }
        return new PackageOrder(lineOf);
    }

    Set<String> packages() {
        return lineOf.keySet();
    }

    /// That classes depend on classes of their own package, and of packages on earlier lines.
    ///
    /// @param root what all names of packages begin with
    ArchCondition<JavaClass> hold(String root) {
        return new ArchCondition<>("know only packages that stand before their own") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency d : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = d.getTargetClass().getBaseComponentType();
                    if (to.getPackageName().startsWith(root) && !to.getPackageName().equals(from.getPackageName())
                            && line(root, to) >= line(root, from)) {
                        events.add(SimpleConditionEvent.violated(from, d.getDescription()));
                    }
                }
            }
        };
    }

    private int line(String root, JavaClass c) {
        return lineOf.getOrDefault(c.getPackageName().substring(root.length()), -1);
    }
}
