package dev.faultline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.faultline.app.ui.WindowApp;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program opens no connection, because nothing in it can. [LauncherIT] watches what it does.
class OfflineTest {
    private static final String EDITOR = "dev.faultline.app.ui.EditorProcess";
    private static final JavaClasses CONNECTIONS = new ClassFileImporter().importClasses(Connections.class);

    /// The window hands files to the desktop's programs, and lines of code to the user's editor.
    @Test
    void nothingButOpeningAFileLeavesTheProgram() {
        var said = classes().should(new Offline()).evaluate(ProgramCode.CLASSES).getFailureReport().getDetails();
        var others = said.stream().filter(line -> !line.contains("<" + WindowApp.class.getName() + ".")
                || !line.contains("javafx.application.HostServices"))
                .filter(line -> !line.contains("<" + EDITOR + ".") || !line.contains("java.lang.ProcessBuilder"))
                .toList();
        assertEquals(List.of(), others);
    }

    static List<String> ways() {
        return List.of(Connections.class.getDeclaredMethods()).stream().map(Method::getName)
                .filter(name -> !name.contains("$")).toList();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWayToOpenAConnectionIsFound(String way) {
        var said = classes().should(new Offline()).evaluate(CONNECTIONS).getFailureReport().getDetails();
        assertTrue(said.stream().anyMatch(line -> line.contains("." + way + "(")), said::toString);
    }
}
