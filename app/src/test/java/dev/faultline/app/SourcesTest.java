package dev.faultline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The sources stay in pieces that can be read at a glance: half of the files under 100 lines, each a few screens at
/// most, each method on one screen.
class SourcesTest {
    private static final int HALF_UNDER = 100;
    private static final int FILE = 400;
    private static final int METHOD = 60;

    private static List<Path> sources(String kind) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("trace-parser", "goroutine-model", "views", "app", "app/bench")) {
            Path folder = Path.of("..", module, "src", kind, "java");
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        assertTrue(files.size() > 100, "only " + files + " were found");
        return files;
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    @Test
    void halfOfTheFilesAreShort() throws IOException {
        int[] lines = sources("main").stream().mapToInt(SourcesTest::lines).sorted().toArray();
        assertTrue(lines[lines.length / 2] < HALF_UNDER, () -> "the median file has " + lines[lines.length / 2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void noFileIsLong(String kind) throws IOException {
        assertEquals(List.of(), sources(kind).stream().filter(file -> lines(file) > FILE).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void everyMethodFitsOnAScreen(String kind) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) javac.getTask(null, files, null, List.of(), null,
                    files.getJavaFileObjectsFromPaths(sources(kind)));
            var methods = new Methods(Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                methods.scan(unit, unit);
            }
            assertTrue(methods.seen > 500, "only " + methods.seen + " methods were found");
            assertEquals(List.of(), methods.tooLong);
        }
    }

    /// Collects the methods that are too long.
    private static final class Methods extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<String> tooLong = new ArrayList<>();
        private int seen;

        Methods(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            seen++;
            LineMap map = unit.getLineMap();
            long last = map.getLineNumber(positions.getEndPosition(unit, method));
            long lines = last - map.getLineNumber(positions.getStartPosition(unit, method)) + 1;
            if (lines > METHOD) {
                tooLong.add(unit.getSourceFile().getName() + ": " + method.getName() + " has " + lines + " lines");
            }
            return super.visitMethod(method, unit);
        }
    }
}
