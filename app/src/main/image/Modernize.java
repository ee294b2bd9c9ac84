import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Gives the classes of jars the version and the stack maps of today's classes; what they do stays as it is. Java's
/// start-up cache takes only such classes: with it the command line starts in half the time.
///
/// Seals on packages are taken off: the cache remembers the folder that a sealed package was first loaded from, and Java
/// does not start from any other.
final class Modernize {
    private static final ClassTransform WHOLE = ((ClassTransform) (builder, element) -> {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_25_VERSION, 0);
        } else {
            builder.with(element);
        }
    }).andThen(ClassTransform.transformingMethodBodies((CodeTransform) (builder, element) -> builder.with(element)));

    private Modernize() {
    }

    public static void main(String[] args) throws IOException {
        for (String jar : args) {
            modernize(Path.of(jar));
        }
    }

    private static void modernize(Path jar) throws IOException {
        Path draft = jar.resolveSibling(jar.getFileName() + ".tmp");
        try (URLClassLoader classes = new URLClassLoader(new URL[]{jar.toUri().toURL()});
                JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(draft))) {
            ClassFile files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption
                            .of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (JarEntry entry : Collections.list(in.entries())) {
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(copy);
                if (isClass(entry)) {
                    out.write(files.transformClass(files.parse(bytes), WHOLE));
                } else if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    unsealed(bytes).write(out);
                } else {
                    out.write(bytes);
                }
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Manifest unsealed(byte[] bytes) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
        manifest.getMainAttributes().remove(Attributes.Name.SEALED);
        manifest.getEntries().values().forEach(entry -> entry.remove(Attributes.Name.SEALED));
        return manifest;
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
    }
}
